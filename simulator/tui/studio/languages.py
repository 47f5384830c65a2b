"""Languages: how much of a case is said in each, and what is not."""

from dataclasses import dataclass

from textual.content import Content

from scenarios.reading import Reading
from scenarios.texts import LANGUAGES, number, tr, trn
from scenarios.translation import Report, report, texts
from scenarios.translation.catalogue import compared
from scenarios.translation.po import read_po
from simulator.tui.boards.line import cell, page, paragraph, row, series, told, words
from simulator.tui.safe import safe

MOST = 40
"""Texts without a translation that are named."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language of a case."""

    code: str
    report: Report
    missing: tuple[str, ...]
    """The paths of the texts without a translation that can be used."""
    wrong: tuple[str, ...]
    """What is wrong with translations, one sentence each."""

    @property
    def share(self) -> str:
        """How much is said, in whole percent; never 100 before all of it is."""
        whole = self.report.texts or 1
        return tr("{n}%", n=number(100 * self.report.translated // whole))


def tongues(reading: Reading) -> tuple[Tongue, ...]:
    """The translations of a case, by their codes; none where it cannot be read."""
    case = reading.scenario
    if case is None:
        return ()
    said = texts(case, reading.positions)
    found = []
    for code, text in sorted(reading.folder.catalogues().items()):
        catalogue = read_po(text, f"{code}.po")
        beside = compared(said, catalogue)
        missing = tuple(one.path for one in beside.missing)
        wrong = tuple(f"{problem.path}: {problem.message}" for problem in beside.wrong)
        found.append(Tongue(code, report(said, catalogue), missing, wrong))
    return tuple(found)


def called(code: str) -> str:
    """A language by its own name, or its code."""
    return LANGUAGES.get(code, code)


def rows(reading: Reading, found: tuple[Tongue, ...]) -> list[tuple[str, Content]]:
    """The language of the file, then one row a catalogue."""
    case = reading.scenario
    if case is None:
        return []
    many = len(texts(case))
    own = trn("{n} text, as written", "{n} texts, as written", many)
    return [("", row(cell(case.language, 3), cell(called(case.language), 12, "bold"), words(own)))] + [
        (one.code, row(cell(one.code, 3), cell(called(one.code), 12, "bold"), cell(one.share, 6), words(_lacks(one))))
        for one in found
    ]


def _lacks(one: Tongue) -> str:
    told = one.report
    parts = (
        # Translators: translations of texts that have changed since.
        trn("{n} stale", "{n} stale", told.fuzzy) if told.fuzzy else "",
        trn("{n} not usable", "{n} not usable", told.wrong) if told.wrong else "",
        # Translators: texts that have no translation.
        trn("{n} missing", "{n} missing", told.missing) if told.missing else "",
    )
    return series(parts) or tr("complete")


def detail(reading: Reading, found: tuple[Tongue, ...], picked: str | None) -> Content:
    """What a catalogue lacks; what to do for another language."""
    case = reading.scenario
    if case is None:
        return Content("")
    one = next((each for each in found if each.code == picked), None)
    if one is None:
        begin = tr("Another language: leave, then goodoffices translate {case} fr", case=case.id)
        exercise = series(called(code) for code in case.languages)
        return page(
            words(told(called(case.language), case.title), "bold"),
            words(tr("Promised for the whole exercise: {languages}", languages=exercise)) if exercise else None,
            words(tr("Promised on paper: {languages}", languages=series(called(code) for code in case.papers)))
            if case.papers
            else None,
            words(begin),
        )
    missing = [words(f"• {path}") for path in one.missing[:MOST]]
    more = len(one.missing) - MOST
    if more > 0:
        missing.append(words(trn("… and {n} more", "… and {n} more", more)))
    return page(
        words(called(one.code), "bold"),
        safe(str(one.report)),
        words(
            tr(
                "Printed for participants: {done} of {texts} texts.",
                done=number(one.report.printed - one.report.printed_to_do),
                texts=number(one.report.printed),
            )
        ),
        paragraph(tr("Not usable"), Content("\n").join(words(f"• {said}") for said in one.wrong))
        if one.wrong
        else None,
        paragraph(tr("To translate"), Content("\n").join(missing)) if missing else None,
    )

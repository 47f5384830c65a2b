"""What is wrong with the translations of a case: declared and not complete, older than the case, or not usable."""

from collections.abc import Iterator, Mapping, Sequence

from scenarios.model import Scenario
from scenarios.problems import Finding, Problem
from scenarios.texts import tr, trn
from scenarios.translation.catalogue import Comparison, compared
from scenarios.translation.po import Catalogue
from scenarios.translation.texts import Text, texts
from scenarios.yamlwords import short

MOST_TOLD = 20
"""Of one kind in one file; the rest is told as a number."""
_NAMED = 3


def translation_problems(
    case: Scenario | None, catalogues: Mapping[str, Catalogue]
) -> tuple[tuple[Finding, ...], tuple[Problem, ...]]:
    """What is wrong at the keys of the case, and what in its catalogues (by their language), which are read already.

    Without a case that could be read, only how the catalogues are written.
    """
    problems = [problem for catalogue in catalogues.values() for problem in catalogue.problems]
    if case is None or not (catalogues or case.languages or case.papers):
        return (), tuple(problems)
    found = texts(case)
    beside = {language: compared(found, catalogue) for language, catalogue in catalogues.items()}
    for language, comparison in beside.items():
        problems += _in_file(catalogues[language], comparison, case, language)
    return tuple(_incomplete(case, found, beside)), tuple(problems)


def _in_file(catalogue: Catalogue, beside: Comparison, case: Scenario, language: str) -> Iterator[Problem]:
    yield from beside.wrong
    told = catalogue.header.get("Language", language).split("_")[0].lower() or language
    if told != language or language == case.language:
        yield catalogue.problem(
            "PO-LANGUAGE",
            "warning",
            tr("this catalogue is of the language `{said}`, and its file of `{code}`", said=short(told), code=language)
            if told != language
            else tr("the case is written in this language already"),
            tr("Name the file by its language, as `fr.po`."),
            1,
        )
    stale = [
        catalogue.problem(
            "W23",
            "warning",
            tr("the text of `{name}` has changed since it was translated", name=short(entry.context, 80)),
            tr("Look at the translation again, and remove the word `fuzzy` above it.")
            if entry.fuzzy
            else tr(
                "Run `goodoffices translate`, look at the translation again, and remove the word `fuzzy` above it."
            ),
            entry.line,
            path=entry.context,
        )
        for entry in beside.stale
    ]
    yield from _some(stale, tr("and the texts of other translations have changed"))
    unknown = [
        catalogue.problem(
            "PO-UNKNOWN",
            "warning",
            tr("the case has no text `{name}`", name=short(entry.context, 80)),
            tr("Run `goodoffices translate`, which keeps it apart as obsolete."),
            entry.line,
        )
        for entry in beside.unknown
    ]
    yield from _some(unknown, tr("and other entries are of no text"))


def _some(problems: Sequence[Problem], rest: str) -> Iterator[Problem]:
    """The first problems of a kind, and how many more there are."""
    yield from problems[:MOST_TOLD]
    if len(problems) > MOST_TOLD:
        last = problems[MOST_TOLD]
        more = trn("{rest}: {n} more", "{rest}: {n} more", len(problems) - MOST_TOLD, rest=rest)
        yield Problem(last.code, last.severity, more, last.remedy, last.file, last.line, last.column, last.excerpt, "")


def _incomplete(case: Scenario, found: Sequence[Text], beside: Mapping[str, Comparison]) -> Iterator[Finding]:
    """Languages that the case declares, and does not say everything in."""
    declared = [
        *((f"languages.{at}", code, False) for at, code in enumerate(case.languages)),
        *((f"papers.{at}", code, True) for at, code in enumerate(case.papers) if code not in case.languages),
    ]
    for path, code, printed in declared:
        missing = beside[code].missing if code in beside else tuple(found)
        lacking = [text.path for text in missing if text.printed or not printed]
        if not lacking or code == case.language:
            continue
        named = ", ".join(f"`{name}`" for name in lacking[:_NAMED])
        if printed:
            message = trn(
                "{n} printed text is not said in `{code}`: {named}",
                "{n} printed texts are not said in `{code}`, first of all {named}",
                len(lacking),
                code=code,
                named=named,
            )
        else:
            message = trn(
                "{n} text is not said in `{code}`: {named}",
                "{n} texts are not said in `{code}`, first of all {named}",
                len(lacking),
                code=code,
                named=named,
            )
        remedy = tr(
            "Translate them in `{code}.po` (`goodoffices translate`), or remove `{code}` from this line.", code=code
        )
        yield Finding("E6", "error", path, message, remedy)

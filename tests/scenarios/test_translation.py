"""A case in other languages: what is translated, the translators' file, and the case as it says it."""

import io
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from babel.messages.pofile import read_po as babels
from hypothesis import given
from hypothesis import strategies as st

from scenarios.folder import CASE_FILE, Folder
from scenarios.model import Scenario
from scenarios.reading import Reading, read, read_folder
from scenarios.translation import NotTranslatable, Report, filled, in_language, languages, report, texts, update
from scenarios.translation.po import MOST_ENTRIES, read_po
from scenarios.translation.texts import FOR_THE_TRAINER, with_texts
from scenarios.yamlwords import FORBIDDEN_IN_VALUES

CASES = Path(__file__).parent.parent / "cases"
WELL = (CASES / "well" / CASE_FILE).read_text("utf-8")
LEVY = (CASES / "levy" / CASE_FILE).read_text("utf-8")


def with_files(**catalogues: str) -> Reading:
    """The well with translations beside it."""
    return read_folder(Folder({CASE_FILE: WELL, **{f"{code}.po": text for code, text in catalogues.items()}}))


def case_of(reading: Reading) -> Scenario:
    """The scenario that was read."""
    assert reading.scenario is not None
    return reading.scenario


@pytest.fixture(scope="module")
def well() -> Reading:
    """The smallest case, in English alone."""
    return with_files()


# -- what is translated ------------------------------------------------------------------------------------------------


def test_every_text_for_people_stands_at_its_path_in_the_order_of_the_file(well: Reading) -> None:
    found = texts(case_of(well), well.positions)
    by_path = {text.path: text for text in found}
    assert len(by_path) == len(found)
    assert [text.path for text in found][:4] == ["title", "subtitle", "summary", "objectives.interests"]
    assert by_path["parties.upper.short"].limit == 12
    assert by_path["parties.upper.short"].least == 2
    assert by_path["parties.upper.short"].one_line
    assert by_path["parties.upper.interests.school.text"].limit == 16_000
    assert not by_path["brief"].one_line
    assert by_path["debrief.questions.1.ask"].text == "What did the school have to do with the well?"
    assert by_path["expert.cards.flow"].where == "expert › cards: Prepared answers, by subject. Participants read it."
    assert {"id", "version", "language", "seats.mediator.archetype", "delay.every"}.isdisjoint(by_path)
    places = [(well.positions[text.path].line, well.positions[text.path].column) for text in found]
    assert places == sorted(places)


def test_what_only_the_trainer_reads_is_not_printed(well: Reading) -> None:
    printed = {text.path for text in texts(case_of(well)) if text.printed}
    assert {
        "title", "objectives.interests", "brief", "rules", "mandate.text", "parties.upper.batna",
        "seats.mediator.brief", "parties.lower.interests.thefts.text", "issues.hours.options.shared-board.text",
        "phases.debrief.purpose",
        "events.market-moved.versions.lower", "text.clauses.purpose.wording", "pulses.trust.items.fair",
    } <= printed  # fmt: skip
    assert {
        "summary", "sensitivities.0", "casting.0.advice", "parties.upper.capital.instructions", "debrief.hook",
        "parties.upper.interests.school.hint", "events.market-moved.tests", "events.market-moved.expect.note",
    }.isdisjoint(printed)  # fmt: skip
    assert all(name in model.model_fields for model, name in FOR_THE_TRAINER)


def test_the_words_around_an_amount_are_translated_and_its_options_made_anew() -> None:
    case = case_of(read_folder(Folder({CASE_FILE: LEVY})))
    (issue,) = (name for name, issue in case.issues.items() if issue.range is not None)
    found = {text.path for text in texts(case) if text.path.startswith(f"issues.{issue}.")}
    assert not any(".options." in path for path in found)
    said = dict.fromkeys((path for path in found if path.endswith((".before", ".after", ".unit"))), "mots")
    assert said
    other = with_texts(case, said)
    assert list(other.issues[issue].options) == list(case.issues[issue].options)
    assert all("mots" in option.text for option in other.issues[issue].options.values())
    assert other.parties == case.parties


# -- the case in a language --------------------------------------------------------------------------------------------


def test_a_case_in_a_language_says_what_is_translated_and_keeps_all_else(well: Reading) -> None:
    case = case_of(well)
    everything = {text.path: f"fr {text.text}"[: text.limit] for text in texts(case)}
    french, told = filled(well, "fr", everything)
    assert told.complete
    reading = with_files(fr=french)
    assert reading.problems == ()
    said = in_language(case_of(reading), reading.folder, "fr")
    assert {text.path: text.text for text in texts(said)} == everything
    assert said.language == "fr"
    again = with_texts(said, {text.path: text.text for text in texts(case)})
    assert again.model_copy(update={"language": "en"}) == case


def test_a_text_without_a_translation_stays_as_it_is_written(well: Reading) -> None:
    french, told = filled(well, "fr", {"title": "Le puits"})
    assert (told.translated, told.missing, told.complete) == (1, told.texts - 1, False)
    reading = with_files(fr=french)
    said = in_language(case_of(reading), reading.folder, "fr")
    assert (said.title, said.subtitle) == ("Le puits", case_of(well).subtitle)
    assert languages(case_of(reading), reading.folder) == ("en", "fr")
    assert in_language(case_of(reading), reading.folder, "ar") is reading.scenario
    assert in_language(case_of(reading), reading.folder, "en") is reading.scenario


def test_what_is_stale_or_cannot_be_used_is_not_said(well: Reading) -> None:
    french, _ = filled(
        well, "fr", {"title": "Le puits", "subtitle": "Deux villages, une eau", "mandate.issued_by": "X"}
    )
    for old, new in (
        ('msgid "The Well"', 'msgid "The Old Well"'),
        ('msgctxt "subtitle"', '#, fuzzy\nmsgctxt "subtitle"'),
        ('msgstr "X"', 'msgstr "X\\nY"'),
    ):
        assert old in french
        french = french.replace(old, new)
    reading = with_files(fr=french)
    assert [problem.code for problem in reading.problems] == ["W23", "W23", "PO-LINES"]
    assert in_language(case_of(reading), reading.folder, "fr") == case_of(well).model_copy(update={"language": "fr"})


# -- the file in step --------------------------------------------------------------------------------------------------


def renewed(well: Reading, french: str, old: str, new: str) -> tuple[str, Report]:
    """The French file after the English case was changed."""
    assert old in WELL
    return update(read_folder(Folder({CASE_FILE: WELL.replace(old, new), "fr.po": french})), "fr")


def test_a_changed_text_keeps_its_translation_and_is_marked_with_what_it_was(well: Reading) -> None:
    french, _ = filled(well, "fr", {"title": "Le puits"})
    changed, told = renewed(well, french, "title: The Well\n", "title: The Old Well\n")
    assert told.fuzzy == 1
    entry = read_po(changed, "fr.po").entries["title"]
    assert (entry.source, entry.said, entry.fuzzy, entry.previous) == ("The Old Well", "Le puits", True, "The Well")
    assert '#, fuzzy\n#| msgctxt "title"\n#| msgid "The Well"' in changed or '#| msgid "The Well"' in changed
    twice, _ = renewed(well, changed, "title: The Well\n", "title: The Oldest Well\n")
    assert read_po(twice, "fr.po").entries["title"].previous == "The Well"
    back, told = update(with_files(fr=changed), "fr")
    assert back == french
    assert told.fuzzy == 0


def test_what_the_case_does_not_say_any_more_is_kept_apart_and_comes_back(well: Reading) -> None:
    french, _ = filled(well, "fr", {"subtitle": "Deux villages, une eau"})
    without, told = renewed(well, french, "subtitle: Two villages, one water\n", "")
    assert told.obsolete == 1
    assert without.endswith(
        '#~ msgctxt "subtitle"\n#~ msgid "Two villages, one water"\n#~ msgstr "Deux villages, une eau"\n'
    )
    assert update(with_files(fr=without), "fr")[0] == french
    again, _ = renewed(well, without, "subtitle: Two villages, one water\n", "")
    assert again == without


def test_what_translators_note_is_kept(well: Reading) -> None:
    french, _ = filled(well, "fr", {"title": "Le puits"})
    french = french.replace("#. title:", "# Or: la source?\n#. title:", 1)
    french = french.replace('"Language: fr\\n"', '"Language: fr\\n"\n"Last-Translator: A. B. <a@example.org>\\n"')
    french = "# Made by A. B.\n" + french
    kept, _ = update(with_files(fr=french), "fr")
    assert "# Or: la source?\n" in kept
    assert '"Last-Translator: A. B. <a@example.org>\\n"' in kept
    assert kept.startswith("# Made by A. B.\n# The Well")
    assert update(with_files(fr=kept), "fr")[0] == kept


def test_the_file_is_the_same_whenever_it_is_written_and_other_programs_read_it(well: Reading) -> None:
    french, _ = filled(well, "fr", {text.path: f'«{text.text}» \\ "é"'[:12] for text in texts(case_of(well))})
    assert update(with_files(fr=french), "fr")[0] == french
    theirs = babels(io.BytesIO(french.encode()), locale="fr")
    mine = read_po(french, "fr.po").entries
    assert len(theirs) == len(mine)
    for entry in mine.values():
        message = theirs.get(entry.source, entry.context)
        assert message is not None
        assert (message.string, message.context) == (entry.said, entry.context)
    assert list(mine) == [text.path for text in texts(case_of(well), well.positions)]


def test_what_cannot_be_translated_is_told(well: Reading) -> None:
    for language, said, message in (
        ("en", {}, "written in this language"),
        ("zz", {}, "there is no language"),
        ("fr", {"nothing.at.all": "x"}, "there is no text"),
        ("fr", {"title": "x" * 301}, "`title`: this translation has 301 characters"),
        ("fr", {"title": "a\nb"}, "several lines"),
        ("fr", {"title": "a\u202eb"}, "U\\+202E"),
    ):
        with pytest.raises(NotTranslatable, match=message):
            filled(well, language, said)
    with pytest.raises(NotTranslatable, match="mend it first") as caught:
        update(with_files(fr='msgid "x'), "fr")
    assert caught.value.problems
    with pytest.raises(NotTranslatable, match="has errors"):
        update(read_folder(Folder({CASE_FILE: "format: 1\n"})), "fr")


# -- the reader --------------------------------------------------------------------------------------------------------

ALONE = with_files()
TEXT = st.text(max_size=80).filter(lambda text: FORBIDDEN_IN_VALUES.search(text) is None)


@given(st.lists(st.tuples(TEXT, TEXT), max_size=8))
def test_what_is_written_is_read(pairs: list[tuple[str, str]]) -> None:
    reading = ALONE
    paths = [text.path for text in texts(case_of(reading)) if text.limit > 300][: len(pairs)]
    said = {path: word for path, (_, word) in zip(paths, pairs, strict=False) if word.strip()}
    written, _ = filled(reading, "fr", said)
    catalogue = read_po(written, "fr.po")
    assert catalogue.problems == []
    assert {path: e.said for path, e in catalogue.entries.items() if e.said} == {
        path: unicodedata.normalize("NFC", word.strip()) for path, word in said.items()
    }


@given(st.text(alphabet=st.sampled_from(list('#~|,.: \n"\\nmsgidctxtstrfuzzy[0]é\u202e')), max_size=300))
def test_nothing_that_pretends_to_be_a_catalogue_raises(text: str) -> None:
    reading = with_files(fr=text)
    assert reading.scenario is not None
    in_language(reading.scenario, reading.folder, "fr")
    for problem in reading.problems:
        assert problem.line <= text.count("\n") + 1
        assert problem.render()


HOSTILE = {
    "one long line": 'msgid "' + "x" * 500_000,
    "backslashes": 'msgid "' + "\\\\" * 200_000 + '"\nmsgstr "' + "\\" * 99_999,
    "quotes": '"' * 500_000,
    "lines of nothing": "\n" * 500_000,
    "quoted nothing": '""\n' * 150_000,
    "comments": "# x\n" * 120_000,
    "fuzzy": "#, " + "fuzzy," * 80_000,
    "no keyword": "msg\n" * 100_000,
    "fields": 'msgid ""\n' * 50_000,
    "obsolete": '#~ msgid "x"\n' * 40_000,
    "previous": '#| msgid "x"\n' * 40_000,
    "bytes": "\x00\x01\x1b[2J" * 50_000,
    "header": 'msgid ""\nmsgstr "Content-Type: text/plain; charset=latin-1\\n"\n',
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_a_hostile_catalogue_is_refused_and_the_case_is_read(text: str) -> None:
    reading = with_files(fr=text)
    assert reading.scenario is not None
    assert len(reading.problems) <= 30
    assert all(problem.file == "fr.po" for problem in reading.problems)
    assert all(problem.render().replace("\n", "").isprintable() for problem in reading.problems)


def test_too_many_entries_are_refused() -> None:
    text = "".join(f'msgctxt "p{n}"\nmsgid "a"\nmsgstr "b"\n\n' for n in range(MOST_ENTRIES + 5))
    catalogue = read_po(text, "fr.po")
    assert [problem.code for problem in catalogue.problems] == ["PO-SIZE"]
    assert len(catalogue.entries) <= MOST_ENTRIES + 1


def test_many_stale_and_unknown_entries_are_told_as_a_number(well: Reading) -> None:
    stale, _ = filled(well, "fr", {text.path: text.text for text in texts(case_of(well))})
    stale = stale.replace('\nmsgid "', '\nmsgid "X')
    codes = [problem.code for problem in with_files(fr=stale).problems]
    assert codes.count("W23") == 21
    unknown = "".join(f'msgctxt "p{n}"\nmsgid "a"\nmsgstr "b"\n\n' for n in range(50))
    problems = with_files(fr=unknown).problems
    assert [problem.code for problem in problems] == ["PO-UNKNOWN"] * 21
    assert "30 more" in problems[-1].message


def test_a_catalogue_on_the_disk_is_found_beside_the_case(tmp_path: Path, well: Reading) -> None:
    french, _ = filled(well, "fr", {"title": "Le puits"})
    folder = tmp_path / "well"
    folder.mkdir()
    (folder / CASE_FILE).write_text(WELL, "utf-8")
    (folder / "fr.po").write_bytes(french.replace("\n", "\r\n").encode("utf-8-sig"))
    (folder / "fra.po").write_text("not a catalogue")
    reading = read(folder)
    assert reading.problems == ()
    assert in_language(case_of(reading), reading.folder, "fr").title == "Le puits"
    (folder / "ar.po").symlink_to("/etc/hostname")
    os.mkfifo(folder / "de.po")
    assert [(p.code, Path(p.file).name) for p in read(folder).problems] == [
        ("FILE-OUTSIDE", "ar.po"),
        ("FILE-UNREADABLE", "de.po"),
    ]


def test_how_complete_it_is_is_told_in_numbers(well: Reading) -> None:
    french, told = filled(well, "fr", {"title": "Le puits"})
    assert told == report(texts(case_of(well)), read_po(french, "fr.po"))
    assert told.printed < told.texts
    assert told.printed_to_do == told.printed - 1
    assert str(told).startswith(f"{told.texts} texts: 1 translated, 0 to look at again, 0 not usable, ")


def test_reading_a_translated_case_loads_no_program_for_catalogues(well: Reading, tmp_path: Path) -> None:
    french, _ = filled(well, "fr", {"title": "Le puits"})
    (tmp_path / "well").mkdir()
    (tmp_path / "well" / CASE_FILE).write_text(WELL, "utf-8")
    (tmp_path / "well" / "fr.po").write_text(french, "utf-8")
    code = (
        "import sys; from scenarios.reading import read; from scenarios.translation import in_language; "
        "r = read(sys.argv[1]); print(in_language(r.scenario, r.folder, 'fr').title, 'babel' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "well")], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "Le puits False\n"

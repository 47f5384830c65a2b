"""goodoffices print: the papers of a case, whole or not at all."""

import errno
import os
import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from scenarios.reading import read
from scenarios.shelf import find
from simulator.engine import TRAINER, Record, begin, decide
from simulator.engine.commands import OpenSession
from simulator.journal import Journal, write_record
from tests.cli.running import Run, Tell

CASE = "sources-of-kalindra"


def files_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_writes_a_kit_and_lists_it(tell: Tell, tmp_path: Path) -> None:
    told = tell("print", CASE, "--out", "kit", "--only", "brief,scores,events", "--format", "html")
    assert told.status == 0
    found = files_in(tmp_path / "kit")
    assert found == [
        "01-public-brief.html",
        "control/02-events-list.html",
        "parties/confidential-front-score-sheet.html",
        "parties/confidential-government-score-sheet.html",
        "parties/confidential-tarqand-score-sheet.html",
    ]
    assert sorted(told.out.split()) == [f"kit/{name}" for name in found]
    assert "5 files were written." in told.err
    assert "Confidential: control and parties." in told.err
    for name in found:
        assert stat.S_IMODE((tmp_path / "kit" / name).stat().st_mode) == 0o600


def test_writes_pdf_by_itself_and_word_when_asked(tell: Tell, tmp_path: Path) -> None:
    assert tell("print", CASE, "--out", "kit", "--only", "agenda").status == 0
    assert (tmp_path / "kit" / "02-agenda.pdf").read_bytes().startswith(b"%PDF")
    assert tell("print", CASE, "--out", "kit", "--only", "agenda", "--format", "docx,html").status == 0
    assert (tmp_path / "kit" / "02-agenda.docx").read_bytes().startswith(b"PK")
    assert files_in(tmp_path / "kit") == ["02-agenda.docx", "02-agenda.html", "02-agenda.pdf"]


def test_writes_html_where_pdf_cannot_be_made(tell: Tell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from simulator.cli import print_kit

    monkeypatch.setattr(print_kit, "find_spec", lambda _name: None)
    told = tell("print", CASE, "--out", "kit", "--only", "agenda")
    assert told.status == 0
    assert "pip install 'good-offices[print]'" in told.err
    assert files_in(tmp_path / "kit") == ["02-agenda.html"]


def test_says_what_to_install_where_a_format_cannot_be_made(
    tell: Tell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    for name, format in (("typst", "pdf"), ("docxtpl", "docx")):
        with monkeypatch.context() as without:
            without.setitem(sys.modules, name, None)
            told = tell("print", CASE, "--out", "kit", "--only", "agenda", "--format", format)
        assert told.status == 2
        assert f"{name} is not installed. It comes with the print extra" in told.err
    assert not (tmp_path / "kit").exists()


def test_the_same_case_gives_the_same_files(tell: Tell, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        tell("print", CASE, "--out", folder, "--only", "agenda,signs", "--format", "pdf,docx,html", "--start", "09:00")
    names = files_in(tmp_path / "one")
    assert len(names) == 6
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_an_agenda_with_times_of_day(tell: Tell, tmp_path: Path) -> None:
    tell("print", CASE, "--out", "kit", "--only", "agenda", "--format", "html", "--start", "9:00")
    assert "09:10" in (tmp_path / "kit" / "02-agenda.html").read_text("utf-8")


def test_french_papers_speak_french(tell: Tell, tmp_path: Path) -> None:
    told = tell("print", CASE, "--out", "kit", "--only", "agenda", "--format", "html", "--lang", "fr")
    assert told.status == 0
    assert '<html lang="fr" dir="ltr">' in (tmp_path / "kit" / "02-agenda.html").read_text("utf-8")


def test_says_which_texts_have_no_translation(tell: Tell, tmp_path: Path, scenario_folder: Path) -> None:
    told = tell("print", scenario_folder, "--out", "kit", "--only", "agenda", "--format", "html", "--lang", "ar")
    assert told.status == 0
    assert "The case has no translation (العربية); its own texts are printed as they are (English)." in told.err
    page = (tmp_path / "kit" / "02-agenda.html").read_text("utf-8")
    assert '<html lang="ar" dir="rtl">' in page


@pytest.fixture
def scenario_folder(tmp_path: Path) -> Path:
    """The case without its translations."""
    folder = tmp_path / "case" / CASE
    folder.mkdir(parents=True)
    text = (Path(find(CASE)).parent / "scenario.yaml").read_text("utf-8")
    declared = ("languages:", "papers:")
    (folder / "scenario.yaml").write_text("\n".join(x for x in text.split("\n") if not x.startswith(declared)), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--only", "posters"), "There is no paper “posters”. Papers: brief (the public brief, for everybody); agenda"),
        (("--only", ","), "Name at least one thing"),
        (("--format", "odt"), "There is no format “odt”. Formats: pdf, docx, html, md."),
        (("--start", "noon"), "--start takes a time of day such as 09:00, not “noon”."),
        (("--start", "24:00"), "--start takes a time of day"),
        (("--lang", "xx"), "'xx' is not one of"),
        (("--session", "no-such-session"), "no-such-session"),
    ],
)
def test_says_what_was_not_understood(words: tuple[str, ...], message: str, tell: Tell, tmp_path: Path) -> None:
    told = tell("print", CASE, "--out", "kit", *words)
    assert told.status in (1, 2)
    assert message in told.err
    assert not (tmp_path / "kit").exists()


def test_a_letterhead_is_for_word(tell: Tell, tmp_path: Path) -> None:
    (tmp_path / "own.docx").write_bytes(b"no word document")
    told = tell("print", CASE, "--out", "kit", "--format", "pdf", "--template", "own.docx")
    assert (told.status, "--template is for docx files: add docx" in told.err) == (2, True)
    told = tell("print", CASE, "--out", "kit", "--only", "agenda", "--template", "own.docx")
    assert (told.status, "own.docx is not a Word document" in told.err) == (2, True)
    assert not (tmp_path / "kit").exists()


def test_a_page_of_ones_own_is_for_what_its_name_says(tell: Tell, tmp_path: Path) -> None:
    (tmp_path / "own.html.j2").write_text("<h1>Our academy: {{ document.title }}</h1>")
    told = tell("print", CASE, "--out", "kit", "--only", "agenda", "--template", "own.html.j2")
    assert (told.status, files_in(tmp_path / "kit")) == (0, ["02-agenda.html"])
    assert (tmp_path / "kit/02-agenda.html").read_text() == "<h1>Our academy: Agenda</h1>"
    told = tell("print", CASE, "--out", "no", "--format", "md", "--template", "own.html.j2")
    assert (told.status, "--template is for html files: add html" in told.err) == (2, True)
    (tmp_path / "own.j2").write_text("x")
    told = tell("print", CASE, "--out", "no", "--template", "own.j2")
    assert (told.status, "own.j2: a template is named for what it makes" in told.err) == (2, True)
    (tmp_path / "own.html.j2").write_text("\n{{ document.titel }}")
    told = tell("print", CASE, "--out", "no", "--only", "agenda", "--template", "own.html.j2")
    assert (told.status, "own.html.j2, line 2: there is no “titel” here." in told.err) == (2, True)
    assert not (tmp_path / "no").exists()


def test_a_folder_that_cannot_be_written(tell: Tell, tmp_path: Path) -> None:
    (tmp_path / "kit").write_text("a file")
    told = tell("print", CASE, "--out", "kit/inside", "--only", "agenda", "--format", "html")
    assert told.status == 2
    assert "the papers could not be written" in told.err


def test_a_full_disk_leaves_no_half_file(tell: Tell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_file: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    told = tell("print", CASE, "--out", "kit", "--only", "agenda", "--format", "html")
    assert told.status == 2
    assert "No space left on device" in told.err
    assert files_in(tmp_path / "kit") == []


def test_join_cards_of_a_session_of_the_journal(tell: Tell, tmp_path: Path) -> None:
    reading = read(find(CASE))
    assert reading.scenario is not None
    session = begin(reading.scenario, 1)
    opened = decide(OpenSession(at=datetime(2026, 1, 5, 9, tzinfo=UTC), by=TRAINER, name="Spring"), session)
    write_record(Record(reading.scenario, 1, opened), reading.bound, tmp_path / "record.jsonl")
    told = tell("print", CASE, "--out", "kit", "--only", "join", "--format", "html", "--session", "record.jsonl")
    assert told.status == 0, told.err
    assert "goodoffices join" not in (tmp_path / "kit" / "05-join-cards.html").read_text("utf-8")
    assert tell("import", "record.jsonl").status == 0
    with Journal.open(None) as journal:
        (info,) = journal.sessions()
    told = tell("print", CASE, "--out", "kit", "--only", "join", "--format", "html", "--session", info.id)
    assert told.status == 0
    assert f"goodoffices join {info.id} --seat elder" in (tmp_path / "kit" / "05-join-cards.html").read_text("utf-8")


def test_works_as_people_run_it(run: Run, tmp_path: Path) -> None:
    done = run("print", CASE, "--out", "kit", "--only", "signs")
    assert (done.returncode, done.stderr.splitlines()[-1]) == (0, "1 file was written.")
    assert done.stdout == "kit/03-table-signs.pdf\n"

"""Sessions played from a script: what the rules and the scores made of them is compared line by line.

`python -m tests.playthroughs.test_playthroughs` writes the golden files anew; read the difference before keeping it.
"""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from scenarios.reading import read
from scenarios.script import read_script
from scenarios.texts import spoken_in
from scenarios.translation import in_language
from scoring.scorecard import score
from simulator.cli.enact import Course
from simulator.debrief.contents import Known
from simulator.debrief.documents import documents
from simulator.engine import Record, begin, replay
from simulator.engine.events import SessionEnded
from simulator.printing.markdown import markdown

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FLAGSHIP = "sources-of-kalindra"
IN_SHORT = ("handout", "mediators", "seats/special-envoy", "seats/front-head", "certificates/front-head")
PAPERS = {
    "en": (*IN_SHORT, "seats/front-head-record", "trainer", "forms/reflection", "forms/follow-up"),
    "fr": IN_SHORT,
    "ar": IN_SHORT,
}
"""The documents of the flagship that are kept, by language, beside the one for the room."""
CASES = {
    **{path.parent.name: path.parent for path in (ROOT / "scenarios/library").glob("*/scenario.yaml")},
    "well": ROOT / "tests/cases/well",
}


def play(name: str) -> tuple[Record, list[str]]:
    """The record of a scripted session, and what was refused."""
    scenario = read(CASES[name]).scenario
    assert scenario is not None
    entries, problems = read_script(HERE / name / "commands.yaml")
    assert problems == ()
    course = Course(begin(scenario, 1))
    refused = course.run(entries, scenario.title)
    return Record(scenario, 1, tuple(course.events)), [f"{r['line']}: {r['do']}: {r['code']}" for r in refused]


def golden(name: str) -> dict[str, str]:
    """The golden files of a case, by name, as they would be written now."""
    record, refused = play(name)
    events = "".join(msgspec.json.encode(event).decode() + "\n" for event in record.events)
    card = score(record)
    return {
        "record.jsonl": events,
        "refused.txt": "".join(line + "\n" for line in refused),
        "scorecard.json": card.as_text(),
        "debrief.md": papers(record, ("debrief",))["debrief"],
        **(documents_of(record) if name == FLAGSHIP else {}),
    }


def papers(record: Record, wanted: tuple[str, ...]) -> dict[str, str]:
    """Documents of a session as Markdown, by their names, in the language that is spoken."""
    closed = Record(record.scenario, record.seed, (*record.events, SessionEnded(at=record.events[-1].at, by="trainer")))
    return {each.name: markdown(each.document) for each in documents(Known.of(closed)) if each.name in wanted}


def documents_of(record: Record) -> dict[str, str]:
    """The documents of the flagship in its three languages, by the names of their golden files."""
    folder = read(CASES[FLAGSHIP]).folder
    found: dict[str, str] = {}
    for code, wanted in PAPERS.items():
        with spoken_in(code):
            case = in_language(record.scenario, folder, code)
            for name, text in papers(Record(case, record.seed, record.events), wanted).items():
                found[f"documents/{name.replace('/', '-')}.{code}.md"] = text
    return found


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_scripted_session_goes_as_it_went(name: str) -> None:
    for file, text in golden(name).items():
        kept = (HERE / name / file).read_text(encoding="utf-8").splitlines()
        assert text.splitlines() == kept, f"{name}/{file} changed"


@pytest.mark.parametrize("name", sorted(CASES))
def test_the_same_record_gives_the_same_session_and_the_same_scores(name: str) -> None:
    record, _ = play(name)
    again, _ = play(name)
    assert record == again
    assert replay(record) == replay(again)
    assert json.loads(score(record).as_text()) == json.loads(score(again).as_text())
    assert record.events[-1].at - datetime(2026, 1, 5, 9, tzinfo=UTC) <= timedelta(minutes=record.scenario.minutes)


if __name__ == "__main__":
    for case in sorted(CASES):
        for file, text in golden(case).items():
            (HERE / case / file).parent.mkdir(exist_ok=True)
            (HERE / case / file).write_text(text, encoding="utf-8")

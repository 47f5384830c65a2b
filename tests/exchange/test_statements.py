"""xAPI statements: their shape, whose acts they tell, and what they never tell."""

import json
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlparse
from uuid import UUID

import pytest

from scenarios.model import Scenario
from simulator.engine import Record
from simulator.engine import commands as c
from simulator.engine.words import Consent, Source
from simulator.exchange import Wish, exported
from tests.debrief.conftest import begun, closed
from tests.exchange.conftest import made

XAPI = Wish(("xapi",))
Statement = dict[str, Any]


def told(record: Record, wish: Wish = XAPI) -> Sequence[Statement]:
    content = made(record, wish)["statements.jsonl"]
    assert content.endswith(b"\n") or not content
    return [json.loads(line) for line in content.splitlines()]


def absolute(iri: str) -> bool:
    return bool(urlparse(iri).scheme and urlparse(iri).netloc) and not re.search(r"\s", iri)


def agents(actor: Statement) -> None:
    assert actor["objectType"] in ("Agent", "Group")
    assert set(actor) <= {"objectType", "name", "account", "member"}
    assert set(actor["account"]) == {"homePage", "name"}
    assert absolute(actor["account"]["homePage"])
    for member in actor.get("member", ()):
        assert member["objectType"] == "Agent"
        agents(member)


def activity(thing: Statement) -> None:
    assert set(thing) == {"objectType", "id", "definition"}
    assert thing["objectType"] == "Activity"
    assert absolute(thing["id"])
    assert set(thing["definition"]) <= {"type", "name"}
    assert absolute(thing["definition"]["type"])


def test_statements_have_the_shape_of_the_specification(agreed: Record) -> None:
    statements = told(agreed, Wish(("xapi",), named=True, scored=True))
    assert len({statement["id"] for statement in statements}) == len(statements) > 40
    for statement in statements:
        needed = {"id", "actor", "verb", "object", "context", "timestamp"}
        assert needed <= set(statement) <= needed | {"result"}
        assert UUID(statement["id"]).version == 5
        agents(statement["actor"])
        activity(statement["object"])
        assert absolute(statement["verb"]["id"])
        assert statement["verb"]["display"]["en"]
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", statement["timestamp"])
        context = statement["context"]
        assert set(context) == {"registration", "contextActivities", "platform", "language", "extensions"}
        assert UUID(context["registration"]).version == 5
        assert set(context["contextActivities"]) <= {"parent", "grouping"}
        for activities in context["contextActivities"].values():
            for each in activities:
                activity(each)
        assert all(map(absolute, context["extensions"]))
        assert set(statement.get("result", {})) <= {"response", "duration", "completion", "score"}
    assert len({statement["context"]["registration"] for statement in statements}) == 1


def test_only_people_act(agreed: Record) -> None:
    engineer = [s for s in told(agreed) if "engineer" in json.dumps(s["actor"])]
    assert not engineer
    names = {statement["actor"]["name"] for statement in told(agreed)}
    assert names == {"person-1", "person-2", "person-3"}
    assert {s["actor"]["name"] for s in told(agreed, Wish(("xapi",), named=True))} == {"Ada", "Bilal", "Chen"}


def test_who_speaks_is_who_had_the_floor(agreed: Record) -> None:
    spoke = [s for s in told(agreed) if s["verb"]["id"].endswith("/spoke")]
    assert [(s["actor"]["name"], s["result"]["duration"]) for s in spoke] == [
        ("person-3", "PT60.00S"), ("person-1", "PT90.00S"), ("person-2", "PT60.00S"),
    ]  # fmt: skip
    assert spoke[0]["object"]["definition"]["name"] == {"en": "The table under the tree"}


def test_answers_are_results_and_nothing_is_a_score(agreed: Record) -> None:
    statements = told(agreed)
    answers = [
        s["result"]["response"] for s in statements if s["object"]["id"].endswith("/package/1") and "result" in s
    ]
    assert answers == ["reject"]
    assert not [s for s in statements if "score" in s.get("result", {})]


def test_the_only_score_is_the_time_that_people_were_there(well: Scenario) -> None:
    play = begun(well).do(c.CastSeat, "trainer", seat="upper-head", source=Source.HUMAN, people=("Late",))
    scores = {
        s["actor"]["name"]: s["result"]["score"]
        for s in told(closed(play), Wish(("xapi",), scored=True))
        if "score" in s.get("result", {})
    }
    assert scores["person-3"] == {"scaled": 1.0, "raw": 100.0, "min": 0, "max": 100}
    assert scores["person-1"]["raw"] + scores["person-4"]["raw"] == pytest.approx(100, abs=0.2)
    assert 0 < scores["person-4"]["scaled"] < 1


def test_attendance_is_told_when_the_session_is_closed(agreed: Record) -> None:
    attended = [s for s in told(agreed) if s["verb"]["id"].endswith("/attended")]
    assert [s["actor"]["name"] for s in attended] == ["person-1", "person-2", "person-3"]
    going_on = Record(agreed.scenario, agreed.seed, agreed.events[:-1])
    assert told(going_on) == told(agreed)[: len(told(going_on))]
    assert not [s for s in told(going_on) if s["verb"]["id"].endswith("/attended")]


def test_a_shared_seat_is_a_group_and_one_without_names_an_agent(well: Scenario) -> None:
    play = begun(well).do(c.CastSeat, "trainer", seat="upper-head", source=Source.HUMAN, people=("Bo", "Cy"))
    play.do(c.CastSeat, "trainer", seat="lower-head", source=Source.HUMAN)
    play.do(c.GiveConsent, "upper-head", consent=Consent.CONDITIONAL, conditions="Water first.")
    play.do(c.GiveConsent, "lower-head", consent=Consent.IN)
    shared, nameless = (statement["actor"] for statement in told(play.record())[-2:])
    assert shared["objectType"] == "Group"
    assert [member["name"] for member in shared["member"]] == ["person-4", "person-5"]
    assert (nameless["objectType"], nameless["name"]) == ("Agent", "lower-head")


def test_no_statement_holds_what_somebody_typed_or_what_a_secret_says(agreed: Record) -> None:
    lines = made(agreed, XAPI)["statements.jsonl"].decode()
    for words in ("mornings have always", "Gardens", "PRIVATE", "school yard", "Never.", "Ada"):
        assert words not in lines
    assert agreed.scenario.parties["upper"].interests["school"].text not in lines


def test_identifiers_are_the_same_each_time_and_others_elsewhere(agreed: Record) -> None:
    def ids(session: str, record: Record) -> list[str]:
        (file,) = exported(session, record, XAPI).files
        return [json.loads(line)["id"] for line in file.content.splitlines()]

    assert ids("well-1", agreed) == ids("well-1", agreed)
    assert not set(ids("well-1", agreed)) & set(ids("well-2", agreed))
    assert not set(ids("well-1", agreed)) & set(ids("well-1", Record(agreed.scenario, 8, agreed.events)))

"""Every wish of every seat: its form can be made, its keys do not clash, and what it gives is what the rules take."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.engine.legal import ACT_OF
from simulator.engine.words import TRAINER, Answer, Consent, Move, Permission, Resolution, Source, Verdict
from simulator.tui.seat.fields import Form, Telling, Tick
from simulator.tui.seat.keys import OWN
from simulator.tui.seat.panes import ALL
from simulator.tui.seat.wishes import WISHES, Wish

KALINDRA = Path(__file__).parents[3] / "scenarios" / "library" / "sources-of-kalindra" / "scenario.yaml"


def wish(name: str) -> Wish:
    return next(w for w in WISHES if w.id == name)


def answers(form: Form, **given: Any) -> Any:
    """The command's fields when the form's own values stand but for those given."""
    values: dict[str, Any] = {f.name: f.value for f in form.fields if not isinstance(f, Telling)}
    assert set(given) <= set(values), "the form asks for nothing like this"
    return form.command_fields({**values, **given})


def test_every_act_of_the_table_can_be_asked_for() -> None:
    asked = {w.do for w in WISHES}
    on_the_raters_screen = {c.WithdrawObservation}
    assert set(ACT_OF) - on_the_raters_screen <= asked
    assert {c.SayReady, c.InvokeStop, c.LeaveRole} <= asked
    by_the_chair = {c.ImposeAgenda}  # the chair of a body imposes its agenda, and in the plenary who ends the talks
    assert all(ACT_OF[w.do] is w.act for w in WISHES if w.act is not None and w.do not in by_the_chair)


def test_a_wish_has_one_id_and_its_pane_one_key_a_wish() -> None:
    assert len({w.id for w in WISHES}) == len(WISHES)
    everywhere = {k for d in OWN for k in d.key.split(",")} | {"a", "question_mark", "j", "k", "s", "n"}
    for pane in ALL:
        keys = [w.key for w in pane.wishes if w.key and w.id not in ("note", "stop")]
        assert len(keys) == len(set(keys)), pane.name
        assert not everywhere & set(keys), pane.name
        assert all(len(key) == 1 and key.isascii() and key.isalpha() for key in keys), "a key that needs AltGr"


def test_every_wish_of_the_table_has_a_pane_or_the_menu() -> None:
    homed = {w.id for pane in ALL for w in pane.wishes}
    assert {w.id for w in WISHES} - homed <= {"stop", "leave_role"}


def kalindra_phases(table_class: Any) -> Iterator[Any]:
    table = table_class(KALINDRA).do(c.OpenSession, TRAINER, name="All")
    for seat in table.session.scenario.seats:
        table.do(c.CastSeat, TRAINER, seat=seat, source=Source.HUMAN, people=("Somebody",))
    yield table
    table.do(c.StartClock, TRAINER)
    yield table
    while ways := table.session.scenario.phases[table.session.phase].next:
        table.phase(ways[0])
        yield table


def test_every_seat_of_kalindra_can_open_every_form_or_is_told_why_not(exploring: Any) -> None:
    made = set()
    for table in kalindra_phases(type(exploring)):
        for seat in table.session.scenario.seats:
            view = table.view(seat)
            for w in WISHES:
                why = w.why_not(view, None)
                if why is None:
                    form = w.form(view, None)
                    assert isinstance(form.command_fields({}), dict | str)
                    made.add(w.id)
                else:
                    assert why.endswith((".", "?")), (w.id, why)
    assert {"request_floor", "give_consent", "call_caucus", "table_package", "answer_expert"} - made <= {
        "answer_expert"
    }


def test_a_pane_says_something_to_every_seat_of_kalindra(exploring: Any) -> None:
    for number, table in enumerate(kalindra_phases(type(exploring))):
        if number % 4 != 2:
            continue
        for seat in table.session.scenario.seats:
            view = table.view(seat)
            for pane in ALL:
                rows = pane.rows(view)
                assert len({name for name, _ in rows}) == len(rows)
                for name, _ in rows:
                    assert pane.detail(view, name).plain, (pane.name, name)
                assert rows or pane.empty


@pytest.mark.parametrize(
    ("seat", "name", "pick", "given", "expected"),
    [
        ("upper-head", "withdraw_request", None, {}, {"body": "table"}),
        ("mediator", "give_floor", None, {"limit": 90}, {"body": "table", "seat": "upper-head", "limit": 90}),
        ("mediator", "give_floor", "seat:engineer", {}, {"body": "table", "seat": "engineer"}),
        ("mediator", "yield_floor", None, {}, {"body": "table"}),
        ("upper-head", "point_of_order", None, {"text": "Time!"}, {"body": "table", "text": "Time!"}),
        ("mediator", "suspend", None, {}, {"body": "table", "reason": ""}),
        (
            "upper-head",
            "give_consent",
            None,
            {"consent": Consent.IN, "conditions": "none"},
            {"consent": Consent.IN, "conditions": ""},
        ),
        ("upper-head", "walk_out", None, {"reason": "Enough."}, {"reason": "Enough."}),
        ("upper-head", "state_position", "issue:hours", {"text": "Ours."}, {"issue": "hours", "text": "Ours."}),
        (
            "upper-head",
            "propose_option",
            "issue:hours",
            {"option": "hours/shared-board"},
            {"issue": "hours", "option": "shared-board"},
        ),
        (
            "upper-head",
            "propose_option",
            "issue:hours",
            {"text": "By lot."},
            {"issue": "hours", "text": "By lot."},
        ),
        ("mediator", "frame_issues", "issue:hours", {}, {"issues": ("hours",), "wording": ""}),
        ("mediator", "call_caucus", None, {"seats": ("upper-head",)}, {"seats": ("upper-head",), "place": ""}),
        (
            "upper-head",
            "disclose_interest",
            "own:upper.herds",
            {"to": ("mediator", "all")},
            {"interest": "upper.herds", "to": ("all",), "permission": Permission.CLOSED},
        ),
        ("upper-head", "permit_release", None, {}, {"interest": "upper.school"}),
        ("mediator", "acknowledge_interest", None, {}, {"interest": "upper.school"}),
        (
            "mediator",
            "relay_interest",
            None,
            {"to": ("lower-head",), "despite_confidence": True},
            {"interest": "upper.school", "to": ("lower-head",), "despite_confidence": True},
        ),
        (
            "mediator",
            "record_learned",
            "heard:upper.school",
            {"text": "Noon."},
            {"party": "upper", "text": "Noon.", "releasable": False, "interest": "upper.school"},
        ),
        (
            "upper-head",
            "table_package",
            None,
            {"term:hours": "shared-board", "counter_to": 1},
            {"terms": {"hours": "shared-board"}, "text": "", "counter_to": 1, "floated": False},
        ),
        (
            "upper-head",
            "counter_package",
            "package:1",
            {"term:hours": "mornings-upper"},
            {
                "terms": {"hours": "mornings-upper", "keeper": "elder-keeps"},
                "text": "",
                "counter_to": 1,
                "floated": False,
            },
        ),
        (
            "upper-head",
            "conditional_package",
            "package:1",
            {"text": "Noon."},
            {"package": 1, "answer": Answer.CONDITIONAL, "text": "Noon."},
        ),
        ("lower-head", "withdraw_package", "ours:1", {}, {"package": 1}),
        ("lower-head", "comment_clause", "clause:hours", {"text": "No."}, {"clause": "hours", "text": "No."}),
        (
            "lower-head",
            "bracket_clause",
            "clause:keeper",
            {"option": "keeper/lower-keeps"},
            {"clause": "keeper", "wording": "", "option": "lower-keeps"},
        ),
        (
            "upper-head",
            "lift_bracket",
            "bracket:hours/1",
            {"resolution": Resolution.WITHDRAWN},
            {"clause": "hours", "bracket": 1, "resolution": Resolution.WITHDRAWN, "wording": ""},
        ),
        ("mediator", "park_clause", "clause:hours", {}, {"clause": "hours", "parked": True}),
        ("mediator", "issue_version", None, {"package": 1}, {"clauses": {}, "package": 1}),
        (
            "mediator",
            "issue_version",
            None,
            {"wording:purpose": "Peace."},
            {"clauses": {"purpose": c.ClauseDraft(wording="Peace.")}},
        ),
        ("mediator", "close_reading", None, {}, {}),
        (
            "upper-head",
            "answer_event",
            "paper:message-home",
            {"text": "We wait."},
            {"inject": "message-home", "text": "We wait."},
        ),
        ("mediator", "ask_expert", None, {"text": "How much?"}, {"text": "How much?"}),
        ("upper-head", "ask_capital", None, {"text": "May we?"}, {"text": "May we?"}),
        ("upper-head", "note", None, {"text": "Hm."}, {"text": "Hm."}),
        ("upper-head", "tag_summary", "seat:mediator", {}, {"seat": "mediator", "move": Move.SUMMARY}),
    ],
)  # fmt: skip
def test_a_form_gives_what_the_rules_take(
    converging: Any, seat: str, name: str, pick: str | None, given: dict[str, Any], expected: dict[str, Any]
) -> None:
    w = wish(name)
    made = answers(w.form(converging.view(seat), pick), **given)
    assert {k: v for k, v in made.items() if v is not None} == expected
    converging.do(w.do, seat, **made)


@pytest.mark.parametrize(
    ("seat", "name", "given", "said"),
    [
        ("mediator", "relay_interest", {"to": ("lower-head",)}, "in confidence"),
        ("upper-head", "disclose_interest", {}, "Mark at least 1"),
        ("upper-head", "give_consent", {"consent": Consent.CONDITIONAL, "conditions": " "}, "Write the conditions"),
        ("upper-head", "table_package", {}, "one issue at least"),
        ("upper-head", "conditional_package", {}, "Write something"),
        ("mediator", "issue_version", {}, "changes nothing"),
        ("mediator", "give_floor", {"limit": 2}, "from 5 to 3600"),
        ("upper-head", "lift_bracket", {"resolution": Resolution.MERGED}, "Write the wording"),
        ("upper-head", "state_position", {"issue": "keeper", "text": "x", "option": "hours/mornings-upper"}, "another"),
    ],
)
def test_a_form_says_what_is_missing(converging: Any, seat: str, name: str, given: dict[str, Any], said: str) -> None:
    made = answers(wish(name).form(converging.view(seat), None), **given)
    assert isinstance(made, str)
    assert said in made


@pytest.mark.parametrize(
    ("seat", "name", "why"),
    [
        ("upper-head", "issue_version", "may not"),
        ("upper-head", "give_floor", "may not"),
        ("upper-head", "answer_adoption", "No text is put to adoption."),
        ("upper-head", "ready", "in the briefing"),
        ("upper-head", "leave_role", "when play is over"),
        ("mediator", "put_to_adoption", "Still in brackets: Hours."),
        ("engineer", "answer_expert", "No question waits"),
        ("lower-head", "withdraw_request", "have not asked"),
        ("lower-head", "accept_package", "no package of others"),
        ("lower-head", "lift_bracket", "no open bracket"),
    ],
)
def test_what_is_not_possible_says_why(converging: Any, seat: str, name: str, why: str) -> None:
    said = wish(name).why_not(converging.view(seat), None)
    if "may not" in why:
        assert said is not None
    else:
        assert why in str(said)


def test_the_worth_of_a_package_is_told_as_it_is_built(converging: Any) -> None:
    view = converging.view("upper-head")
    form = wish("table_package").form(view, None)
    assert form.live is not None
    good = form.live({"term:hours": "mornings-upper", "term:keeper": "elder-keeps"}).plain
    assert "For us: 84 points" in good
    assert "above our reservation" in good
    assert "No red line is crossed." in good
    bad = form.live({"term:hours": "mornings-lower", "term:keeper": "lower-keeps"}).plain
    assert "CROSSES a red line: never “Lower Ardel” on The key" in bad
    assert "BELOW our reservation" in bad
    part = form.live({"term:hours": "mornings-upper"}).plain
    assert "Left open, its default counts: The key" in part
    assert wish("table_package").form(converging.view("mediator"), None).live is None


def test_a_breach_is_warned_of_and_only_a_breach(converging: Any) -> None:
    confided = wish("relay_interest").form(converging.view("mediator"), None)
    assert any(isinstance(f, Telling) and f.warning for f in confided.fields)
    converging.do(c.PermitRelease, "upper-head", interest="upper.school")
    released = wish("relay_interest").form(converging.view("mediator"), None)
    assert not any(isinstance(f, Telling | Tick) for f in released.fields)


def test_adoption_takes_a_verdict(converging: Any) -> None:
    table = converging
    table.do(c.LiftBracket, "upper-head", clause="hours", bracket=1, resolution=Resolution.WITHDRAWN)
    put = wish("put_to_adoption")
    table.do(put.do, "mediator", **answers(put.form(table.view("mediator"), None)))
    adopt = wish("answer_adoption")
    form = adopt.form(table.view("upper-head"), None)
    assert "reservation" in answers(form, verdict=Verdict.ADOPT_WITH_RESERVATION)
    table.do(adopt.do, "upper-head", **answers(form, verdict=Verdict.ADOPT))
    assert adopt.why_not(table.view("upper-head"), None) == "Your party has answered."

"""The pane of the committee: reports, contradictions, disputes and the agreement in force."""

import pytest

from simulator.engine import commands as c
from simulator.engine.commands import ReportLine
from simulator.engine.words import TRAINER, Consent, DisputeKind, OutcomeKind, Say, Settled, Source
from simulator.tui.boards import committee
from simulator.tui.seat import board, floor
from simulator.tui.seat.fields import Pick, Telling
from simulator.tui.seat.panes import ALL
from simulator.tui.seat.wishes import COMMITTEE, WISHES
from simulator.tui.seat.wishes import committee as wishes
from tests.tui.seat.conftest import TESTS, SeatApp, Table

CASE = TESTS / "cases" / "committee" / "scenario.yaml"
PANE = next(n for n, pane in enumerate(ALL) if pane.name == "Committee")


@pytest.fixture
def table() -> Table:
    """The two sub-committees sit."""
    found = Table(CASE)
    found.do(c.OpenSession, TRAINER, name="Test")
    for seat in found.session.scenario.seats:
        found.do(c.CastSeat, TRAINER, seat=seat, source=Source.HUMAN, people=("Somebody",))
    found.do(c.StartClock, TRAINER).phase("opening")
    for head in ("gov-head", "coo-head", "pla-head"):
        found.do(c.GiveConsent, head, consent=Consent.IN)
    return found.phase("sub-committees")


def reported(table: Table) -> Table:
    """Both reports lie before the plenary; they take more officers than there are."""
    line = ReportLine(settled=Settled.AGREED, option="three-hundred")
    table.do(c.DeliverReport, "security-chair", body="security", lines={"guards": line})
    line = ReportLine(settled=Settled.BLOCKED, text="No trust.")
    other = ReportLine(settled=Settled.BRACKETED, text="Three regions.", uses={"officers": 20})
    table.do(c.DeliverReport, "councils-chair", body="institutions", lines={"councils": other})
    assert line.text
    return table.phase("reports")


def shown(table: Table, seat: str) -> str:
    view = table.view(seat)
    return "\n".join(content.plain for _, content in committee.rows(view))


def test_rows_tell_reports_contradictions_disputes_articles_and_own_factions(table: Table) -> None:
    assert "Sub-committee on securi… to hand over" in shown(table, "security-chair")
    assert "to hand over" not in shown(table, "gov-head")
    reported(table).do(
        c.RaiseDispute, "coo-head", kind=DisputeKind.VIOLATION, article="a3", text="Broken.", against="government"
    )
    rows = shown(table, "gov-head")
    assert "1   Sub-committee on securi… delivered       1 agreed, CONTRADICTION" in rows
    assert "Officers paid by the fund: 320 of 300 are taken (report 1: 300, report 2: 20)." in rows
    assert "D1  Article 3. Councils      raised          violation, COO with GOV" in rows
    assert "§   Article 3. Councils                      read by GOV" in rows
    assert "The army" in rows
    assert "The northern wing" not in rows
    assert "The northern wing" in shown(table, TRAINER)


def test_details_tell_everything_and_nobody_elses_reading(table: Table) -> None:
    reported(table).do(c.AnswerReport, "coo-head", report=1, say=Say.YES, text="At last.")
    view = table.view("gov-head")
    said = committee.detail(view, "report:1").plain
    assert "Mixed guards, agreed: Three hundred" in said
    assert "COO: agrees, At last." in said
    assert "Still to answer: GOV, PLA." in said
    assert "CROSSES a red line: Mixed guards: Three hundred" in said
    assert "Progressively means when a region is safe." in committee.detail(view, "article:a3").plain
    assert "one region after the other" not in committee.detail(view, "article:a3").plain
    assert "one region after the other" in committee.detail(table.view(TRAINER), "article:a3").plain
    assert "Three hundred" in committee.detail(view, "faction:government.army").plain
    assert committee.detail(view, "faction:coordination.wing").plain == ""
    assert "320 of 300" in committee.detail(view, "contradiction:officers").plain


def test_the_form_of_a_report_makes_its_lines(table: Table) -> None:
    form = wishes.DELIVER.form(table.view("security-chair"), "body:security")
    assert isinstance(form.command_fields({}), str)
    given = {"how:guards": "agreed", "option:guards": "hundred", "how:roads": "blocked", "text:roads": " Why not? ",
             "use:roads:officers": 3}  # fmt: skip
    made = form.command_fields(given)
    assert not isinstance(made, str)
    assert made["lines"] == {
        "guards": ReportLine(settled=Settled.AGREED, option="hundred"),
        "roads": ReportLine(settled=Settled.BLOCKED, text="Why not?", uses={"officers": 3}),
    }
    table.do(c.DeliverReport, "security-chair", **made)


def test_an_answer_shows_what_to_weigh_before_it_is_given(table: Table) -> None:
    reported(table)
    form = wishes.ADOPT.form(table.view("gov-head"), "report:1")
    assert [each.warning for each in form.fields if isinstance(each, Telling)] == [False, True, True]
    assert wishes.LIFT.why_not(table.view("gov-head"), None)
    lift = wishes.LIFT.form(table.view("lead"), "report:2")
    made = lift.command_fields({"issue": "councils", "to": "heads"})
    assert not isinstance(made, str)
    table.do(c.LiftMatter, "lead", **made)
    assert "→ The heads" in committee.detail(table.view("lead"), "report:2").plain


def test_what_waits_for_a_head_is_said(table: Table) -> None:
    assert wishes.waiting_committee(table.view("gov-head")) is None
    reported(table)
    assert "Report 1" in str(wishes.waiting_committee(table.view("gov-head")))
    assert wishes.waiting_committee(table.view("gov-officer")) is None


def test_a_chair_ends_the_talks_on_adopted_reports(table: Table) -> None:
    reported(table)
    declare = next(wish for wish in WISHES if wish.do is c.DeclareOutcome)
    fields = declare.form(table.view("lead"), None).fields
    kinds = next(field for field in fields if isinstance(field, Pick))
    assert [kind for kind, _ in kinds.options] == [OutcomeKind.NO_AGREEMENT]
    for head in ("gov-head", "coo-head", "pla-head"):
        table.do(c.AnswerReport, head, report=1, say=Say.YES)
    form = declare.form(table.view("lead"), None)
    made = form.command_fields({"kind": OutcomeKind.AGREEMENT, "note": ""})
    assert not isinstance(made, str)
    table.do(c.DeclareOutcome, "lead", **made)
    assert table.session.outcome is not None
    assert table.session.outcome.kind is OutcomeKind.PARTIAL_AGREEMENT


def test_the_well_has_no_committee() -> None:
    assert not ALL[PANE].shown(Table().do(c.OpenSession, TRAINER, name="Test").view("mediator"))


@pytest.mark.parametrize("size", [(80, 24), (140, 45)])
async def test_a_head_opens_the_pane_and_adopts_a_report(table: Table, size: tuple[int, int]) -> None:
    app = SeatApp(reported(table), "pla-head")
    async with app.run_test(size=size) as pilot:
        await pilot.press("0")
        await pilot.pause()
        assert app.seat_screen.open_pane.name == "Committee"
        assert app.seat_screen.picked == "report:2"
        await pilot.press("down", "y")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert [(do, given["report"], given["say"]) for do, given in app.asked] == [(c.AnswerReport, 1, Say.YES)]


def test_every_wish_has_its_own_key() -> None:
    keys = [wish.key for wish in COMMITTEE]
    assert len(set(keys)) == len(keys)


def test_what_was_lifted_stands_on_the_board_and_the_floor(table: Table) -> None:
    reported(table).do(c.LiftMatter, "lead", report=2, issue="councils", to="heads")
    view = table.view("gov-head")
    assert "LIFTED to The heads" in dict(board.rows(view))["issue:councils"].plain
    assert "The heads takes it up." in board.detail(view, "issue:councils").plain
    assert "1 LIFTED to it" in dict(floor.rows(view))["body:heads"].plain
    assert "Lifted to it: " in floor.detail(view, "body:heads").plain

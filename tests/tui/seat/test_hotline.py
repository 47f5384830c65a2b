"""The pane of the hotline: what is due, the versions side by side, the follow-up list, and their wishes."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.engine.words import TRAINER, Progress, Source
from simulator.tui.boards import hotline
from simulator.tui.seat.fields import NotNow, Pick
from simulator.tui.seat.form import FormPage
from simulator.tui.seat.wishes import HOTLINE, Wish
from tests.pseudo import strange
from tests.tui.seat.conftest import TESTS, Table
from tests.tui.seat.test_seat_languages import Heard, chosen, of_form

Sit = Callable[..., Any]
SIZES = [(80, 24), (200, 60)]


@pytest.fixture
def watched() -> Table:
    """The watched Well: one incident called back by one side, another reported by it."""
    table = Table(TESTS / "cases" / "hotline" / "scenario.yaml").do(c.OpenSession, TRAINER, name="Watch")
    for seat in table.session.scenario.seats:
        table.do(c.CastSeat, TRAINER, seat=seat, source=Source.HUMAN, people=("Ann",))
    table.do(c.StartClock, TRAINER).phase("first-round")
    table.do(c.ReportIncident, TRAINER, incident="broken-fence").do(c.AcknowledgeIncident, "mediator", incident=1)
    table.do(c.CallBack, "upper-head", incident=1, text="Our goats were on the slope.")
    return table.do(c.ReportIncident, "upper-head", title="Stones", text="Two stones flew.")


def wish(name: str) -> Wish:
    return next(w for w in HOTLINE if w.id == name)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_both_versions_stand_side_by_side_with_what_is_due(
    watched: Table, sit: Sit, size: tuple[int, int]
) -> None:
    app = sit(watched, "lower-head")
    async with app.run_test(size=size) as pilot:
        await pilot.press("0")
        await pilot.pause()
        assert "0 Hotline" in app.shown()
        assert "left: call back" in app.words()
        assert "The hotline waits for your party" in app.words()
        await pilot.press("tab", "end")
        await pilot.pause()
        beside = next(line for line in app.shown().splitlines() if "Upper   " in line and "Lower" in line)
        assert beside
        assert "(not heard yet)" in app.words()
        assert "There are prints in the beds" in app.words()
        assert "A gardener broke the fence" not in app.words()


async def test_what_is_late_says_so(watched: Table, sit: Sit) -> None:
    app = sit(watched.wait(600), "lower-head")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("0")
        await pilot.pause()
        assert "LATE by 06:10: call back" in app.words()


async def test_a_side_calls_back_by_the_row_under_the_cursor(watched: Table, sit: Sit) -> None:
    app = sit(watched, "lower-head")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("0", "enter")
        await pilot.pause()
        page = app.screen
        assert isinstance(page, FormPage)
        first = page.form.fields[0]
        assert isinstance(first, Pick)
        assert first.value == 1
        await pilot.press("escape")
        app.seat_screen.ask(c.CallBack, incident=1, text="The goats broke it.")
        await pilot.pause()
        assert watched.session.incidents[1].versions["lower"] == "The goats broke it."


def test_each_wish_is_offered_to_whom_it_is_for_and_when(watched: Table) -> None:
    def open_to(name: str, pick: str | None = None) -> set[str]:
        seats = (*watched.session.scenario.seats, TRAINER)
        return {seat for seat in seats if wish(name).why_not(watched.view(seat), pick) is None}

    assert open_to("acknowledge_incident") == {"lower-head", "mediator", "monitor", TRAINER}
    assert open_to("acknowledge_incident", "incident:1") == set()
    assert open_to("call_back", "incident:1") == {"lower-head"}
    assert open_to("verify_incident") == {"monitor", TRAINER}
    assert open_to("handle_incident") == {"mediator", TRAINER}
    assert open_to("close_incident") == set()
    assert open_to("report_progress", "entry:1") == {"upper-head", "mediator", "monitor", "observer", TRAINER}
    assert open_to("judge_compliance") == {"observer", TRAINER}
    watched.do(c.AskVisit, "mediator", incident=1)
    assert open_to("agree_visit") == {"upper-head", "lower-head"}
    assert open_to("ask_visit") == set()


def test_every_form_makes_a_command_that_the_rules_take(watched: Table) -> None:
    forms: dict[str, tuple[str, dict[str, Any]]] = {
        "report_incident": ("monitor", {"incident": "lost-key"}),
        "acknowledge_incident": ("monitor", {}),
        "add_version": ("lower-head", {"incident": 1, "text": "The goats."}),
        "ask_visit": ("mediator", {"incident": 2}),
        "agree_visit": ("lower-head", {}),
        "call_back": ("lower-head", {"incident": 1, "text": "The goats."}),
        "verify_incident": ("monitor", {"incident": 1, "verified": True, "text": "A mule."}),
        "handle_incident": ("mediator", {"incident": 1, "text": "A new fence."}),
        "close_incident": ("mediator", {}),
        "add_follow_up": ("mediator", {"text": "Build a fence", "actor": None, "incident": 1}),
        "report_progress": ("upper-head", {"entry": 1, "progress": Progress.DONE}),
        "judge_compliance": ("observer", {"entry": 1, "level": 2}),
        "strike_follow_up": ("mediator", {"entry": 3, "reason": "Said twice."}),
    }
    for name, (seat, values) in forms.items():
        made = wish(name).form(watched.view(seat), None).command_fields(values)
        assert not isinstance(made, str), (name, made)
        watched.do(wish(name).do, seat, **made)


def test_an_exercise_without_hotline_has_no_such_pane(exploring: Table) -> None:
    assert not hotline.shown(exploring.view("upper-head"))


def test_no_word_of_the_hotline_is_left_untranslated(pseudo: str, tmp_path: Path) -> None:
    file = tmp_path / "scenario.yaml"
    file.write_text(strange((TESTS / "cases" / "hotline" / "scenario.yaml").read_text("utf-8")), "utf-8")
    table = Table(file).do(c.OpenSession, TRAINER, name="Δεύτερη")
    for seat in table.session.scenario.seats:
        table.do(c.CastSeat, TRAINER, seat=seat, source=Source.HUMAN, people=("Άννα",))
    table.do(c.StartClock, TRAINER).phase("first-round")
    steps: tuple[tuple[type[c.Intent], str, dict[str, Any]], ...] = (
        (c.ReportIncident, TRAINER, {"incident": "broken-fence"}),
        (c.AcknowledgeIncident, "mediator", {"incident": 1}),
        (c.AskVisit, "upper-head", {"incident": 1}),
        (c.CallBack, "lower-head", {"incident": 1, "text": "Λόγια"}),
        (c.AgreeVisit, "lower-head", {"incident": 1}),
        (c.VerifyIncident, "monitor", {"incident": 1, "verified": True, "text": "Λόγια"}),
        (c.HandleIncident, "mediator", {"incident": 1, "text": "Λόγια"}),
        (c.AddFollowUp, "mediator", {"text": "Λόγια", "due": "αύριο", "incident": 1, "article": "path"}),
        (c.ReportProgress, "upper-head", {"entry": 1, "progress": Progress.BLOCKED, "text": "Λόγια"}),
        (c.JudgeCompliance, "observer", {"entry": 1, "level": 1}),
        (c.ReportIncident, TRAINER, {"incident": "night-shots"}),
        (c.CallBack, "upper-head", {"incident": 2, "text": "Λόγια"}),
        (c.AskVisit, "upper-head", {"incident": 2}),
        (c.CloseIncident, "mediator", {"incident": 1}),
    )
    heard = Heard()
    for command, by, fields in steps:
        table.do(command, by, **fields).wait(90)
        for seat in (*table.session.scenario.seats, TRAINER):
            view = table.view(seat)
            rows = hotline.rows(view)
            for name, row in rows:
                heard.hear(row.plain, hotline.detail(view, name).plain)
            if seat == TRAINER:
                continue
            kinds = {name.split(":")[0]: name for name, _ in rows}
            for pick in (None, *kinds.values()):
                for one in HOTLINE:
                    heard.hear(one.why_not(view, pick) or "")
                    with suppress(NotNow):
                        form = one.form(view, pick)
                        heard.hear(*of_form(form, chosen(heard.rng, form)))
                        heard.wishes.add(one.id)
    for name, row in hotline.hidden(table.session):
        heard.hear(row.plain, (hotline.reveal(table.session, name) or row).plain)
    assert not sorted(heard.english)
    assert heard.wishes == {one.id for one in HOTLINE}

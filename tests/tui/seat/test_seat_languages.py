"""What a seat shows in another language: every sentence of the program, and none of them still in English."""

import random
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.content import Content

from scenarios.texts import spoken_in, tr
from simulator.engine import TRAINER, Refused, View
from simulator.engine import commands as c
from simulator.engine.words import Answer, Consent, Dimension, Permission, Resolution, Source, Verdict
from simulator.tui.boards import calls, course, floor, interests, offers, prepared, seats, text
from simulator.tui.boards.kept import Kept
from simulator.tui.boards.timing import phase_line, time_line
from simulator.tui.seat import history, leaving
from simulator.tui.seat.fields import Form, NotNow, Pick, Several, Telling
from simulator.tui.seat.panes import ALL, HISTORY, MORE, PANES, RECORD, short_names
from simulator.tui.seat.standing import standing
from simulator.tui.seat.waiting import waiting
from simulator.tui.seat.wishes import WISHES
from simulator.tui.widgets.head import first_line
from tests.pseudo import not_said, strange
from tests.tui.seat.test_seat_play import KALINDRA, LAST, by_chance

FORD = KALINDRA.parents[3] / "tests" / "cases" / "ford" / "scenario.yaml"
TESTED = KALINDRA.parents[3] / "tests" / "cases" / "well-tested" / "scenario.yaml"

BOARDS = (calls, course, floor, interests, offers, prepared, seats, text)
"""The trainer's panes, which are made of the same words."""


@pytest.fixture
def kalindra(exploring: Any, tmp_path: Path) -> Any:
    """Kalindra in Greek letters, played by people with Greek names."""
    file = tmp_path / "scenario.yaml"
    file.write_text(strange(KALINDRA.read_text("utf-8")), "utf-8")
    table = type(exploring)(file).do(c.OpenSession, TRAINER, name="Δεύτερη")
    for at, seat in enumerate(table.session.scenario.seats):
        source = (Source.STAND_IN, Source.EMPTY)[at % 2] if at > 14 else Source.HUMAN
        table.do(c.CastSeat, TRAINER, seat=seat, source=source, people=("Άννα",) if at <= 14 else ())
    return table.do(c.StartClock, TRAINER)


@pytest.fixture
def well(exploring: Any, tmp_path: Path) -> Any:
    """The tested Well in Greek letters, with a rater and an expert."""
    file = tmp_path / "scenario.yaml"
    file.write_text(strange(TESTED.read_text("utf-8")), "utf-8")
    table = type(exploring)(file).do(c.OpenSession, TRAINER, name="Δεύτερη")
    for seat in table.session.scenario.seats:
        table.do(c.CastSeat, TRAINER, seat=seat, source=Source.HUMAN, people=("Άννα",))
    return table


Step = tuple[tuple[type[c.Intent], str, dict[str, Any]], ...]

SIDES = ("upper-head", "lower-head")
STEPS: tuple[Step, ...] = (
    ((c.StartClock, TRAINER, {}),),
    (
        (c.EnterPhase, TRAINER, {"phase": "exploration"}),
        (c.GiveConsent, "upper-head", {"consent": Consent.CONDITIONAL, "conditions": "Λόγια"}),
        (c.ProposeAgenda, "mediator", {"issues": ("keeper", "hours")}),
    ),
    (
        (c.AdoptAgenda, "upper-head", {}),
        (c.AdoptAgenda, "lower-head", {}),
        (c.FrameIssues, "mediator", {"issues": ("hours",)}),
        (c.WalkOut, "lower-head", {"reason": "Λόγια"}),
        (c.CallCaucus, "mediator", {"seats": ("upper-head",), "place": "Αυλή"}),
        (c.RequestFloor, "upper-head", {"body": "table"}),
        (c.AskExpert, "mediator", {"text": "Πόσο;"}),
        (c.AskCapital, "upper-head", {"text": "Πόσο;"}),
        (c.NoteObservation, "watcher", {"rater": "watcher", "text": "Λόγια", "seat": "mediator"}),
    ),
    (
        (c.ContestFraming, "upper-head", {"issue": "hours", "reason": "Λόγια"}),
        (c.AcceptCaucus, "upper-head", {"caucus": 1}),
        (
            c.DiscloseInterest,
            "upper-head",
            {"interest": "upper.school", "to": ("mediator",), "permission": Permission.CLOSED},
        ),
        (
            c.DiscloseInterest,
            "upper-head",
            {"interest": "upper.herds", "to": ("mediator",), "permission": Permission.RELEASABLE},
        ),
        (c.RecordLearned, "mediator", {"party": "upper", "text": "Λόγια", "releasable": True}),
        (c.ProposeOption, "upper-head", {"issue": "hours", "option": "shared-board"}),
        (c.ProposeOption, "upper-head", {"issue": "keeper", "text": "Λόγια"}),
        (c.StatePosition, "upper-head", {"issue": "hours", "text": "Λόγια", "option": "shared-board"}),
        (c.GiveFloor, "mediator", {"body": "table", "seat": "upper-head", "limit": 5}),
    ),
    (
        (c.CloseCaucus, "mediator", {"caucus": 1}),
        (c.ReturnToTalks, "lower-head", {"step": "Λόγια"}),
        (c.EnterPhase, TRAINER, {"phase": "convergence"}),
        (c.SuspendSitting, "mediator", {"body": "table"}),
        (c.TablePackage, "lower-head", {"terms": {"hours": "mornings-lower", "keeper": "upper-keeps"}}),
        (c.SendInject, TRAINER, {"inject": "message-home"}),
    ),
    (
        (
            c.AnswerPackage,
            "upper-head",
            {"package": 1, "answer": Answer.CONDITIONAL, "text": "Λόγια"},
        ),
        (
            c.IssueVersion,
            "mediator",
            {"clauses": {"hours": c.ClauseDraft(option="shared-board"), "keeper": c.ClauseDraft(option="elder-keeps")}},
        ),
        (c.BracketClause, "upper-head", {"clause": "hours", "wording": "Λόγια"}),
        (c.CommentClause, "lower-head", {"clause": "keeper", "text": "Λόγια"}),
        (c.InvokeStop, "upper-head", {"reason": "Λόγια"}),
    ),
    (
        (c.ResumeClock, TRAINER, {}),
        (
            c.LiftBracket,
            "upper-head",
            {"clause": "hours", "bracket": 1, "resolution": Resolution.MERGED, "wording": "Λόγια"},
        ),
    ),
    (
        (c.PutToAdoption, "mediator", {}),
        (c.AnswerAdoption, "upper-head", {"verdict": Verdict.ADOPT_WITH_RESERVATION, "text": "Λόγια"}),
    ),
    (
        (c.AnswerAdoption, "lower-head", {"verdict": Verdict.ADOPT}),
        (c.EnterPhase, TRAINER, {"phase": "month-after"}),
    ),
    (
        (c.JudgeShock, "watcher", {"shock": "no-grain", "level": 2, "note": "Λόγια"}),
        (c.JudgeAgreement, "watcher", {"criterion": "Q1", "level": 2, "note": "Λόγια"}),
        (
            c.RateSeat,
            "watcher",
            {"rater": "watcher", "seat": "mediator", "dimension": Dimension.D1, "level": 3, "observations": (1,)},
        ),
        (c.EnterPhase, TRAINER, {"phase": "de-role"}),
        (c.LeaveRole, "upper-head", {}),
    ),
)
"""A play of the tested Well, with something on every board at one time or another."""


def of_form(form: Form, values: dict[str, Any]) -> Iterator[str]:
    """Everything that a form says."""
    yield from (form.title, form.send)
    for one in form.fields:
        if isinstance(one, Telling):
            yield one.text
            continue
        yield one.label
        if isinstance(one, Pick | Several):
            yield from (str(label) for _, label in one.options)
        if isinstance(one, Pick):
            yield one.none
        yield getattr(one, "must", "")
    if form.live is not None:
        yield form.live(values).plain
    made = form.command_fields(values)
    if isinstance(made, str):
        yield made


def of_seat(view: View, pick: str | None) -> Iterator[str]:
    """Everything that the screen of a seat says beside its forms."""
    yield from (first_line(view, 80).plain, time_line(view.clock), phase_line(view.clock))
    yield from (standing(view, 1, 78).plain, waiting(view, 1).plain)
    if view.me is not None:
        yield leaving.page(view).plain
    yield from short_names()
    for pane in ALL:
        yield from (tr(pane.name), tr(pane.help), pane.nothing(view))
        rows = () if pane is PANES[RECORD] else pane.rows(view)
        for name, row in rows:
            yield row.plain
            moments = pane is ALL[HISTORY]  # as those of the record, they are said by the narrator
            yield (history.detail(view, name, lambda _: "") if moments else pane.detail(view, name)).plain
    for wish in WISHES:
        yield from (tr(wish.label), tr(wish.area), tr(wish.hint), wish.why_not(view, pick) or "")


def of_boards(view: View) -> Iterator[str]:
    """Everything that the trainer's boards say."""
    for board in BOARDS:
        for name, row in board.rows(view):
            yield row.plain
            yield board.detail(view, name).plain
        yield board.detail(view, None).plain


def of_wishes(view: View, pick: str | None, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Everything that the forms of a seat say, each with the name of its wish; or why there is none."""
    for wish in WISHES:
        try:
            form = wish.form(view, pick)
        except NotNow as why:
            yield "", str(why)
            continue
        for said in of_form(form, chosen(rng, form)):
            yield wish.id, said


def picks(view: View) -> list[str]:
    """The rows of all panes."""
    return [name for pane in ALL for name, _ in pane.rows(view)]


class Heard:
    """What was said until now that nobody translated, and the wishes that had a form."""

    def __init__(self, cards: Collection[str] = ()) -> None:
        self.rng = random.Random(1)
        self.cards = cards
        self.english: set[str] = set()
        self.wishes: set[str] = set()

    def hear(self, *said: str) -> None:
        """Take down what stands in Latin letters."""
        self.english.update(not_said("\n".join(said), self.cards))

    def look(self, table: Any, seat: str, pick: str | None) -> None:
        """Hear everything that a seat may be told."""
        self.hear(*of_seat(table.view(seat), pick))

    def ask(self, table: Any, seat: str, pick: str | None) -> None:
        """Hear everything that a seat may be asked."""
        for wish, said in of_wishes(table.view(seat), pick, self.rng):
            self.wishes.add(wish)
            self.hear(said)


@pytest.mark.soak
def test_every_pane_and_form_in_a_play_by_chance(pseudo: str, kalindra: Any) -> None:
    table, heard = kalindra, Heard(kalindra.session.scenario.expert.cards)
    phases = list(table.session.scenario.phases)[1:]
    for step in range(250):
        if step % 15 == 14 and phases:
            table.phase(phases.pop(0))
        seat = heard.rng.choice(list(table.session.scenario.seats))
        view = table.view(seat)
        pick = heard.rng.choice([*picks(view), None])
        if step % 8 == 0:
            heard.ask(table, seat, pick)
        if step % 20 == 0:
            heard.look(table, seat, pick)
            heard.hear(*of_boards(table.view(TRAINER)))
        possible = [w for w in WISHES if w.id not in LAST and w.why_not(view, pick) is None]
        if possible:
            wish = heard.rng.choice(possible)
            form = wish.form(view, pick)
            made = form.command_fields(chosen(heard.rng, form))
            if not isinstance(made, str):
                try:
                    table.do(wish.do, seat, **made)
                except Refused as refused:
                    heard.hear(refused.why, refused.instead)
    assert not sorted(heard.english)
    assert "appeal" in heard.wishes


def test_every_pane_and_form_from_the_agenda_to_the_ratings(pseudo: str, well: Any) -> None:
    heard, table = Heard((*well.session.scenario.expert.cards, "watcher")), well
    for step in STEPS:
        for command, by, fields in step:
            table.do(command, by, **fields)
        heard.hear(*of_boards(table.view(TRAINER)))
        for seat in table.session.scenario.seats:
            view = table.view(seat)
            heard.look(table, seat, None)
            kinds = {pick.split(":")[0]: pick for pick in picks(view)}
            for pick in (None, *kinds.values()):
                heard.ask(table, seat, pick)
    assert not sorted(heard.english)
    elsewhere = {wish.id for pane in MORE for wish in pane.wishes}
    left = {wish.id for wish in WISHES} - heard.wishes - elsewhere - IN_BODIES
    assert left == {"appeal"}, "the Well has no elder"


IN_BODIES = {"open_sitting", "close_sitting", "change_chair", "impose_agenda", "take_up_item", "offer_step"}
"""Wishes that make sense where several bodies sit."""


@pytest.mark.soak
def test_every_form_of_bodies_agendas_and_returns(pseudo: str, exploring: Any, tmp_path: Path) -> None:
    file = tmp_path / "scenario.yaml"
    file.write_text(strange(FORD.read_text("utf-8")), "utf-8")
    heard, table = Heard(), type(exploring)(file)
    table.do(c.OpenSession, TRAINER, name="α")
    for seat in table.session.scenario.seats:
        table.do(c.CastSeat, TRAINER, seat=seat, source=Source.HUMAN, people=("α",))
    table.do(c.StartClock, TRAINER).phase("round-1")
    steps: tuple[tuple[type[c.Intent], str, dict[str, Any]], ...] = (
        (c.GiveConsent, "west-head", {"consent": Consent.IN}),
        (c.ProposeAgenda, "first", {"issues": ("name", "crossing"), "wordings": {"crossing": "β"}}),
        (c.ObjectToItem, "west-head", {"item": "name", "reason": "γ", "wording": "δ"}),
        (c.OpenSitting, "second", {"body": "group"}),
        (c.ProposeAgenda, "second", {"issues": ("next-date",), "body": "group"}),
        (c.ImposeAgenda, "first", {"reason": "ε"}),
        (c.TakeUpItem, "first", {"item": "name"}),
        (c.WalkOut, "west-head", {"item": "name", "reason": "ζ"}),
        (c.WalkOut, "island-head", {"body": "group"}),
        (c.OfferStep, "second", {"party": "island", "body": "group", "text": "η"}),
    )
    for command, by, fields in steps:
        table.do(command, by, **fields)
        heard.hear(*of_boards(table.view(TRAINER)))
        for seat in ("first", "second", "west-head", "island-head", "teacher"):
            for pick in (None, "process:", "agenda:group", "body:group"):
                heard.look(table, seat, pick)
                heard.ask(table, seat, pick)
    assert not sorted(heard.english)
    assert heard.wishes >= IN_BODIES


def chosen(rng: random.Random, form: Form) -> dict[str, Any]:
    """Any answers to a form, with words in Greek letters."""
    given = by_chance(rng, form)
    return {name: "Λόγια" if value in ("Some words", "[b]x[/]") else value for name, value in given.items()}


@pytest.mark.parametrize(
    "seat",
    [
        "special-envoy",
        "platform-speaker",
        *(pytest.param(s, marks=pytest.mark.soak) for s in ("front-head", "rapporteur")),
    ],
)
async def test_the_screen_of_a_seat_at_eighty_columns(
    pseudo: str, kalindra: Any, sit: Any, seat: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What happened is told by the debriefing's own sentences, which have their own test.
    monkeypatch.setattr("tests.tui.seat.conftest.sentence", lambda moment, scenario: "Διήγηση")
    for phase in list(kalindra.session.scenario.phases)[1:4]:
        kalindra.phase(phase)
    english: set[str] = set()
    app = sit(kalindra, seat)
    async with app.run_test(size=(80, 24)) as pilot:

        async def press(key: str) -> None:
            await pilot.press(key)
            await pilot.pause()
            english.update(not_said(app.shown()))

        for key in "b123456789":
            await press(key)
            screen = app.seat_screen
            for wish in screen.open_pane.wishes:
                if wish.key and screen.why_not(wish.deed) is None and wish.form(screen.view, screen.picked).asks:
                    await press(wish.key)
                    for button in ("#yes", "#no"):
                        region = app.screen.query_one(button).region
                        assert region.right <= 80, f"{wish.id}: {button} is out of sight"
                        assert region.bottom <= 24, f"{wish.id}: {button} is out of sight"
                    await press("escape")
        for key in ("a", "escape", "question_mark", "pagedown", "pagedown", "escape", "l"):
            await press(key)
    assert not sorted(english)


def test_rows_that_are_kept_are_made_anew_in_another_language(pseudo: str) -> None:
    kept, things = Kept(), [("1", object())]

    def row(thing: object) -> Content:
        return Content(tr("Nobody speaks"))

    foreign = kept.rows(things, row)
    with spoken_in("en"):
        assert kept.rows(things, row)[0][1].plain == "Nobody speaks"
    assert kept.rows(things, row) == foreign
    assert not not_said(foreign[0][1].plain)

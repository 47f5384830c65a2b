"""The pages of the debriefing: whole in every language, and without what people keep private for good."""

import random

import pytest
from msgspec.structs import replace

from scenarios.model import Scenario
from scenarios.texts import spoken_in
from simulator.debrief.board import Past
from simulator.debrief.posters import CARDS, Kind, Poster, asked, made, three
from simulator.debrief.reach import within_reach
from simulator.debrief.script import LENGTHS, SCRIPT, minutes, nearest, script
from simulator.debrief.sources import Sources, play_of
from simulator.engine import Record, replay, room
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.decide.debriefing import LENGTHS as ALLOWED
from simulator.engine.decide.debriefing import in_role
from simulator.engine.session import Session, Slide
from simulator.engine.words import TRAINER, DebriefPage, DebriefStep, OutcomeKind, Source
from tests.conformance.cases import SHIPPED, load
from tests.conformance.discretion import leaks_to_the_room
from tests.conformance.table import Table
from tests.playthroughs.test_playthroughs import play


def words(page: Poster) -> str:
    """All that a page says."""
    return "\n".join([page.title, *(f"{line.text} {line.other}" for line in page.lines)])


def slides(session: Session) -> list[Slide]:
    """Every page that there is for a session."""
    scenario, parts = session.scenario, (0, 1)
    return [
        *(Slide(DebriefPage.STEP, step) for step in DebriefStep),
        *(Slide(DebriefPage.QUESTION, number=n) for n, _ in enumerate(scenario.debrief.questions, 1)),
        *(Slide(page) for page in (DebriefPage.HOOK, DebriefPage.WORLD, DebriefPage.TIMELINE, DebriefPage.AGREEMENT)),
        *(Slide(DebriefPage.MOMENT, number=n) for n in range(1, session.number + 1, 7)),
        *(Slide(DebriefPage.MINUTE, number=60 * n) for n in range(0, 200, 15)),
        *(Slide(DebriefPage.INCIDENT, number=n, part=part) for n in session.incidents for part in parts),
        *(Slide(DebriefPage.REVEAL, party, part=part) for party in scenario.parties for part in parts),
        *(Slide(DebriefPage.CARD, card, part=part) for card in CARDS for part in parts),
        *(Slide(DebriefPage.VALUES, part=part) for part in parts),
    ]


def test_every_script_has_its_minutes() -> None:
    assert LENGTHS == ALLOWED
    for length in LENGTHS:
        assert sum(minutes(step, length) for step in DebriefStep) == length
    assert [minutes(step, 55) for step in DebriefStep] == [3, 6, 8, 5, 14, 8, 5, 4, 2]
    assert [minutes(step, 30) for step in DebriefStep] == [2, 4, 6, 4, 8, 3, 0, 0, 3]
    assert set(SCRIPT) == set(DebriefStep)
    assert [nearest(planned) for planned in (5, 30, 58, 60, 200)] == [30, 30, 55, 60, 90]


def test_a_short_script_leaves_steps_out(well: Scenario) -> None:
    assert [step.id for step in script(well, 30)][-2:] == ["generalise", "what_next"]


@pytest.mark.parametrize(
    ("name", "tongue"),
    [
        ("sources-of-kalindra", "fr"),
        ("post-of-ergos", "en"),
        pytest.param("mezraya-accord", "en", marks=pytest.mark.soak),
        pytest.param("port-lumiere-pact", "fr", marks=pytest.mark.soak),
    ],
)
def test_every_page_of_a_played_session_can_be_made(name: str, tongue: str) -> None:
    record = play(name)[0]
    with spoken_in(tongue):
        sources = Sources(record)
        for slide in slides(sources.session):
            page = made(slide, sources)
            assert page is not None
            assert page.title, slide
            assert any(line.text for line in page.lines), slide


def test_a_card_asks_before_it_tells(agreed: Record, refused: Record) -> None:
    sources = Sources(agreed)
    for card in three(True):
        question, numbers = (made(Slide(DebriefPage.CARD, card, part=part), sources) for part in (0, 1))
        assert question is not None
        assert numbers is not None
        assert question.lines[0].kind is Kind.BIG
        assert question.lines[0].text.endswith("?")
        assert not any(line.kind in (Kind.HEAD, Kind.BAR) for line in question.lines)
        assert any(line.kind is Kind.HEAD for line in numbers.lines)
    assert three(False)[-1] == "no_deal"
    no = made(Slide(DebriefPage.CARD, "no_deal"), Sources(refused))
    assert no is not None
    assert "was no right?" in words(no)


def test_the_reveal_lets_the_mediators_guess_and_then_says_when_and_to_whom(agreed: Record) -> None:
    sources = Sources(agreed)
    interest = next(iter(agreed.scenario.parties["upper"].interests.values())).text
    guess, told = (made(Slide(DebriefPage.REVEAL, "upper", part=part), sources) for part in (0, 1))
    assert guess is not None
    assert told is not None
    assert interest not in words(guess)
    assert interest in words(told)
    assert "→" in words(told)


def test_the_board_stands_as_it_was(agreed: Record) -> None:
    past = Past.of(agreed)
    before, after = past.board(0), past.board(past.last // 60 * 60)
    assert not before.offers
    assert after.offers or after.text
    assert past.at(-1) is None
    for minute in range(past.last // 60 + 1):
        happened = [m for m in Sources(agreed).known.course.moments if m.seconds <= 60 * minute]
        assert past.board(60 * minute).number == len(happened)


def test_the_better_package_says_since_when_it_was_within_reach(refused: Record, well: Scenario) -> None:
    sources = Sources(refused)
    reach = within_reach(sources.past, sources.known)
    assert reach is not None
    assert set(reach.package) == set(well.issues)
    assert reach.proposed is None
    assert reach.since is None or reach.since >= (reach.known or 0.0)
    assert all(reach.values[party] >= (well.parties[party].reservation or 0) for party in well.deciding())


def test_the_course_of_the_debriefing_changes_no_page(agreed: Record) -> None:
    at = agreed.events[-1].at
    begun = e.DebriefBegun(at=at, by=TRAINER, minutes=55)
    assert play_of(replace(agreed, events=(*agreed.events, begun))) == agreed


CANARY = "Zyxquil"


def test_no_page_has_a_private_note_a_real_name_or_a_rating(well: Scenario) -> None:
    """The canary stands wherever a person writes for themselves; no page of any kind may sing."""
    table = Table(well, 11)
    for seat in well.seats:
        table.ask(c.CastSeat(at=table.at, by=TRAINER, seat=seat, source=Source.HUMAN, people=(CANARY,)))
    table.ask(c.InvokeStop(at=table.at, by="upper-head", reason=CANARY))
    table.ask(c.ResumeClock(at=table.at, by=TRAINER))
    table.ask(c.WriteNote(at=table.at, by=TRAINER, text=CANARY))
    table.ask(c.WriteNote(at=table.at, by="mediator", text=CANARY))
    table.ask(c.AdmitRater(at=table.at, by=TRAINER, rater="ana"))
    table.ask(c.NoteObservation(at=table.at, by=TRAINER, rater="ana", text=CANARY, seat="mediator"))
    table.ask(c.EnterPhase(at=table.at, by=TRAINER, phase="exploration"))
    table.ask(c.EnterPhase(at=table.at, by=TRAINER, phase="convergence"))
    table.ask(c.DeclareOutcome(at=table.at, by=TRAINER, kind=OutcomeKind.NO_AGREEMENT, note="Tomorrow."))
    record = Record(well, 11, tuple(table.events))
    assert repr(record.events).count(CANARY) >= 6
    sources = Sources(record)
    every = range(1, len(record.events) + 1)
    shown = [*slides(sources.session), *(Slide(DebriefPage.MOMENT, number=number) for number in every)]
    for finding in (*sources.known.scorecard.findings, *sources.known.scorecard.ratings):
        shown.append(Slide(DebriefPage.CARD, finding.id, part=1))
    for slide in shown:
        page = made(slide, sources)
        assert page is None or CANARY not in words(page), slide


@pytest.mark.parametrize("name", SHIPPED)
def test_nobody_in_role_sees_a_secret_whatever_the_trainer_shows(name: str) -> None:
    """Random talks, random people who leave their roles, random pages: what stands on the wall leaks nothing early."""
    for seed in (5, 6):
        table, dice = Table(load(name), seed), random.Random(seed)
        for _ in range(60):
            table.step()
        table.ask(c.DeclareOutcome(at=table.at, by=TRAINER, kind=OutcomeKind.NO_AGREEMENT))
        table.ask(c.BeginDebrief(at=table.at, by=TRAINER))
        pages = slides(table.session)
        shown = 0
        for slide in dice.sample(pages, min(40, len(pages))):
            asking = {"page": slide.page, "ref": slide.ref, "number": slide.number, "part": slide.part}
            table.ask(c.ShowDebrief(at=table.at, by=TRAINER, **asking))  # type: ignore[arg-type]
            here = room(table.session).slide
            if in_role(table.session):
                page = asked(here, table.scenario)
                assert here.page is DebriefPage.NONE or page is not None
                assert page is None or not leaks_to_the_room(table.session, words(page))
                shown += page is not None
        assert shown or not in_role(table.session)


def test_a_session_without_a_debriefing_has_nothing_on_the_wall(agreed: Record) -> None:
    assert room(replay(agreed)).slide == Slide()

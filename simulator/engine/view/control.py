"""What only exercise control sees."""

from collections.abc import Iterable

from scenarios.model import Inject
from scenarios.texts import tr
from simulator.engine.clock import MINUTE, late
from simulator.engine.decide.debriefing import in_role
from simulator.engine.pace import pace
from simulator.engine.session import Session
from simulator.engine.view.judging import all_shocks, sheets
from simulator.engine.view.papers import briefs
from simulator.engine.view.reach import reach
from simulator.engine.view.shapes import ControlView, InjectView
from simulator.engine.view.worth import worth
from simulator.engine.waiting import milestones, owed


def control(session: Session, now: float) -> ControlView:
    """The trainer's own part of the view."""
    scenario = session.scenario
    phase = scenario.phases[session.phase] if session.phase else None
    return ControlView(
        injects=(*_prepared(session), *_improvised(session)),
        briefs={seat: briefs(session, seat) for seat in scenario.seats},
        worth={party: worth(session, party, now) for party in scenario.deciding()},
        reach=reach(session, now),
        trainer_notes=(phase.trainer or "") if phase else "",
        pending_capital=tuple(c for c in session.capital_calls.values() if c.answer is None),
        pending_expert=tuple(c for c in session.expert_calls.values() if c.answer is None),
        capital_instructions={
            name: party.capital.instructions for name, party in scenario.parties.items() if party.capital
        },
        pulses=_means(session),
        pulse_counts={name: len(answers) for name, answers in session.pulses.items()},
        late=late(session, now),
        pace=pace(session, now),
        milestones=milestones(session, now),
        owed=owed(session),
        objectives=scenario.objectives,
        watch_for=scenario.debrief.watch_for,
        sensitivities=scenario.sensitivities,
        shocks=all_shocks(session),
        quality=session.quality,
        debrief=session.debrief,
        in_role=in_role(session),
        admitted=session.admitted,
        sheets=sheets(session),
    )


def _prepared(session: Session) -> Iterable[InjectView]:
    for name, inject in session.scenario.events.items():
        state = session.injects[name]
        yield InjectView(
            id=name,
            title=inject.title,
            state=state,
            due=tr("put off") if state.due is not None else _due(inject),
            at=_at(inject) if state.due is None else state.due,
            by_hand=_by_hand(inject) and state.due is None,
            improvised=False,
            sender=inject.sender,
            channel=inject.channel,
            to=inject.to,
            text=inject.text,
            versions=inject.versions,
            tests=inject.tests,
            expects=inject.expect.note if inject.expect else "",
            within=inject.expect.within if inject.expect else None,
            contingency=inject.contingency,
            changes=tuple(dict.fromkeys(effect.party for effect in inject.effects)),
            notes=inject.trainer or "",
        )


def _improvised(session: Session) -> Iterable[InjectView]:
    for name, words in session.improvised.items():
        yield InjectView(
            id=name,
            title=words.title,
            state=session.injects[name],
            due=tr("improvised"),
            at=None,
            by_hand=False,
            improvised=True,
            sender=words.sender,
            channel=words.channel,
            to=session.injects[name].to,
            text=words.text,
            versions={},
            tests=words.tests,
            expects="",
            within=None,
            contingency=None,
            changes=(),
            notes="",
        )


def _at(inject: Inject) -> float | None:
    """The play second of an event that waits for its minute, and in its phase at most."""
    when = inject.when
    if when is None or when.minute is None or inject.by_hand:
        return None
    return when.minute * MINUTE


def _by_hand(inject: Inject) -> bool:
    return not inject.contingency_only if inject.when is None else inject.by_hand


def _due(inject: Inject) -> str:
    if _by_hand(inject):
        return tr("by hand")
    if inject.when is None:
        return tr("if a response does not come")
    minute = inject.when.minute
    if minute is None:
        return tr("on condition")
    if inject.when.model_dump(exclude_none=True, exclude={"minute", "phase"}):
        return tr("minute {minute}, on condition", minute=minute)
    return tr("minute {minute}", minute=minute)


def _means(session: Session) -> dict[str, dict[str, float]]:
    means: dict[str, dict[str, float]] = {}
    for pulse, answers in session.pulses.items():
        if pulse not in session.scenario.pulses or len(answers) < 4:
            continue
        means[pulse] = {
            item: round(sum(given[item] for given in answers.values()) / len(answers), 1)
            for item in session.scenario.pulses[pulse].items
        }
    return means

"""What only exercise control sees."""

from scenarios.model import Inject
from scenarios.texts import tr
from simulator.engine.clock import late
from simulator.engine.session import Session
from simulator.engine.view.judging import all_shocks, sheets
from simulator.engine.view.papers import briefs
from simulator.engine.view.reach import reach
from simulator.engine.view.shapes import ControlView, InjectView
from simulator.engine.view.worth import worth


def control(session: Session, now: float) -> ControlView:
    """The trainer's own part of the view."""
    scenario = session.scenario
    phase = scenario.phases[session.phase] if session.phase else None
    return ControlView(
        injects=tuple(
            InjectView(
                id=name,
                title=inject.title,
                state=session.injects[name],
                due=_due(inject),
                by_hand=_by_hand(inject),
                to=inject.to,
                text=inject.text,
                tests=inject.tests,
                expects=inject.expect.note if inject.expect else "",
                contingency=inject.contingency,
                notes=inject.trainer or "",
            )
            for name, inject in scenario.events.items()
        ),
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
        objectives=scenario.objectives,
        watch_for=scenario.debrief.watch_for,
        sensitivities=scenario.sensitivities,
        shocks=all_shocks(session),
        quality=session.quality,
        admitted=session.admitted,
        sheets=sheets(session),
    )


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

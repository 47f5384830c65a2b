"""The only way from a session to a screen, a stand-in or a document for a seat."""

from collections.abc import Mapping
from datetime import datetime

from msgspec.structs import replace

from roles.rights import Sight
from scenarios.model import counted
from scenarios.once import once
from scenarios.texts import tr
from simulator.engine.chance import draw
from simulator.engine.clock import MINUTE, plan, play_ends
from simulator.engine.decide.interests import knows_interest, permitted
from simulator.engine.decide.lookup import knows_option, members
from simulator.engine.events import OutcomeRecorded
from simulator.engine.injects import holds
from simulator.engine.legal import archetype_of, heads, in_body, party_of, possible
from simulator.engine.machines import onward, ways_on
from simulator.engine.notes import note_of
from simulator.engine.session import Caucus, Session, Token
from simulator.engine.view.audience import known
from simulator.engine.view.bodies import bodies, steps
from simulator.engine.view.committee import committee
from simulator.engine.view.control import control
from simulator.engine.view.incidents import hotline
from simulator.engine.view.inputs import inputs
from simulator.engine.view.judging import rating_sheet, rubric, stress
from simulator.engine.view.papers import briefs, calls, drafting, papers, pulses, text, texts
from simulator.engine.view.shapes import (
    Briefs,
    ClauseView,
    ClockView,
    ControlView,
    InjectView,
    InterestView,
    IssueView,
    IssueWorth,
    OptionView,
    PackageView,
    Paper,
    PartyView,
    PhaseView,
    PulseView,
    RedLine,
    SeatView,
    ShockView,
    StressView,
    TextView,
    View,
    WorthView,
)
from simulator.engine.view.sheets import beliefs, conduct, preparation
from simulator.engine.view.worth import packages, worth
from simulator.engine.words import TRAINER, Consent

__all__ = [
    "Briefs",
    "ClauseView",
    "ClockView",
    "ControlView",
    "InjectView",
    "InterestView",
    "IssueView",
    "IssueWorth",
    "OptionView",
    "PackageView",
    "Paper",
    "PartyView",
    "PhaseView",
    "PulseView",
    "RedLine",
    "SeatView",
    "ShockView",
    "StressView",
    "TextView",
    "View",
    "WorthView",
    "view",
]


def view(session: Session, seat: str, at: datetime | None = None) -> View:
    """All that a seat may know at a time (by default, as of the last event).

    `seat` is a seat of the scenario, `trainer`, or a rater who was admitted; raises KeyError for any other.
    """
    scenario = session.scenario
    if seat != TRAINER and seat not in scenario.seats and seat not in session.admitted:
        raise KeyError(seat)
    moment = at or session.last_at
    now = session.clock.read(moment) if moment else 0.0
    party = party_of(session, seat)
    kind = scenario.parties[party].kind if party else None
    seats, parties = _seats(session), _parties(session)
    sheet = worth(session, party, now) if party and scenario.parties[party].decides else None
    sitting = scenario.phases[session.phase].in_ if session.phase else ()
    mine = [b for b in sitting if seat == TRAINER or in_body(session, seat, b)]
    expert, capital = calls(session, seat)
    left = (scenario.expert.calls - len(session.expert_calls)) if scenario.expert else 0
    answers_expert = scenario.expert is not None and seat in (TRAINER, scenario.expert.seat)
    return View(
        seat=seat,
        number=session.number,
        seed=draw(session.seed, 0, f"seat {seat}").getrandbits(32),
        name=session.name,
        title=scenario.title,
        language=session.language,
        clock=_clock(session, now),
        me=seats.get(seat),
        party=parties.get(party),
        briefs=briefs(session, seat) if seat in scenario.seats else None,
        worth=sheet,
        seats=seats,
        parties=parties,
        issues={name: _issue(session, seat, name) for name in scenario.issues},
        agenda=session.agenda,
        bodies=bodies(session, seat),
        steps=steps(session, seat),
        return_needs_step=scenario.return_needs_step,
        floors={name: session.floors[name] for name in mine},
        body_names={name: body.name for name, body in scenario.bodies.items()},
        chairs={name: session.floors[name].chair for name in mine},
        members={name: members(session, scenario.bodies[name]) for name in mine},
        caucuses=tuple(c for c in session.caucuses.values() if seat == TRAINER or _sees(session, seat, c)),
        caucus=session.open_caucus_of(seat),
        caucus_minutes=scenario.caucus_minutes,
        interests=tuple(_interests(session, seat)),
        learned=session.learned if seat == TRAINER or kind == "mediation" else (),
        packages=packages(session, sheet),
        text=text(session),
        texts=texts(session, seat),
        drafting=drafting(session, seat),
        hotline=hotline(session, seat),
        committee=committee(session, seat),
        inputs=inputs(session, seat),
        preparation=preparation(session, seat),
        beliefs=beliefs(session, seat),
        conduct=conduct(session, seat),
        papers=papers(session, seat),
        expert_calls=expert,
        expert_left=left if seat == TRAINER or kind in ("mediation", "support") else 0,
        expert_cards=dict(scenario.expert.cards) if scenario.expert is not None and answers_expert else {},
        capital_calls=capital,
        appeals_left=scenario.appeals.get(seat, 0) - session.appeals.get(seat, 0),
        pulses=pulses(session, seat),
        notes=session.notes.get(seat, ()),
        notes_about=session.notes_about.get(seat, ()),
        log=known(session.log, session, seat),
        outcome=_outcome(session),
        stress=stress(session, seat, now),
        rubric=rubric(session),
        sheet=rating_sheet(session, seat),
        tags=tuple(tag for tag in session.tags.values() if tag.by == seat),
        can=possible(session, seat),
        control=control(session, now) if seat == TRAINER else None,
    )


def _outcome(session: Session) -> OutcomeRecorded | None:
    outcome = session.outcome
    return None if outcome is None else replace(outcome, note=note_of(outcome, session.scenario))


@once
def _seats(session: Session) -> Mapping[str, SeatView]:
    return {name: _seat(session, name) for name in session.scenario.seats}


@once
def _parties(session: Session) -> Mapping[str, PartyView]:
    return {name: _party(session, name) for name in session.scenario.parties}


def _seat(session: Session, name: str) -> SeatView:
    written, state = session.scenario.seats[name], session.seats[name]
    return SeatView(
        id=name,
        name=written.name,
        title=written.title,
        party=written.party,
        archetype=written.archetype,
        role=tr(archetype_of(session, name).name),
        heads=heads(session, name),
        source=state.source,
        people=state.people,
        ready=state.ready,
        left_role=state.left_role,
        spoken=state.spoken,
    )


def _party(session: Session, name: str) -> PartyView:
    written, consent = session.scenario.parties[name], session.consent.get(name)
    return PartyView(
        id=name,
        name=written.name,
        short=written.short,
        kind=written.kind,
        decides=written.decides,
        summary=written.summary,
        consent=consent.consent if consent else Consent.UNASKED,
        conditions=consent.conditions if consent else "",
        seats=session.scenario.seats_of(name),
    )


def _clock(session: Session, now: float) -> ClockView:
    scenario, here = session.scenario, session.phase
    slots = tuple(
        PhaseView(
            id=slot.phase,
            name=scenario.phases[slot.phase].name,
            purpose=scenario.phases[slot.phase].purpose,
            kind=scenario.phases[slot.phase].kind,
            start=slot.start,
            minutes=slot.minutes,
            cut=slot.phase in session.cuts,
            state=slot.state,
        )
        for slot in plan(session)
    )
    if session.ended:
        state = "ended"
    elif not session.clock.started:
        state = "ready"
    elif session.stopped:
        state = "stopped"
    else:
        state = "running" if session.clock.running else "paused"
    phase = next((s for s in slots if s.state == "now"), None)
    written = scenario.phases[here] if here else None
    since = now - session.phase_since if here else 0.0
    return ClockView(
        state=state,
        seconds=now,
        total=scenario.minutes,
        phase=phase,
        phase_seconds=since,
        remaining=phase.minutes * MINUTE - since if phase else 0.0,
        plan=slots,
        next=ways_on(scenario, here) if here else (),
        back=written.back if written else (),
        done=written is not None and written.leave_when is not None and holds(written.leave_when, session, now),
        play_ends=play_ends(session),
        allows=written.allows if written else (),
        onward=onward(scenario, here) if here else (),
    )


def _sees(session: Session, seat: str, caucus: Caucus) -> bool:
    return seat in caucus.seats or archetype_of(session, seat).sight is not Sight.OWN


def _issue(session: Session, seat: str, name: str) -> IssueView:
    written, state, party = session.scenario.issues[name], session.issues[name], party_of(session, seat)
    options = [
        OptionView(
            id=option,
            label=matter.label,
            text=matter.text,
            on_board=option in state.board,
            by=state.board[option].by if option in state.board else None,
            own_words=False,
        )
        for option, matter in written.options.items()
        if option in state.board or seat == TRAINER or party in state.known.get(option, frozenset())
    ]
    options += [
        OptionView(id=option, label=own.text[:60], text=own.text, on_board=True, by=own.by, own_words=True)
        for option, own in state.board.items()
        if option not in written.options
    ]
    return IssueView(
        id=name,
        title=written.title,
        question=state.wording or written.question,
        kind=written.kind if seat == TRAINER else "",
        background=written.background,
        state=state.state,
        contested=state.contested,
        options=tuple(options),
        default=written.default,
        step=counted(written.range.step, written.range.unit) if written.range else "",
        positions=state.positions,
    )


def _interests(session: Session, seat: str) -> list[InterestView]:
    found: list[InterestView] = []
    for name, token in session.interests.items():
        party, short = name.split(".", 1)
        own = party == party_of(session, seat)
        if not (seat == TRAINER or knows_interest(session, seat, name)):
            continue
        written = session.scenario.parties[party].interests[short]
        inside = own or seat == TRAINER
        found.append(
            InterestView(
                id=name,
                party=party,
                text=written.text,
                kept=written.kept if inside else "",
                own=own,
                state=token.state if inside else ("public" if token.public else "heard"),
                permission=token.told.get(seat),
                told=tuple(sorted(set(token.told) | token.carried)) if seat == TRAINER else tuple(token.told) * own,
                acknowledged=tuple(sorted(token.acknowledged)) if inside or token.public else (),
                served_by=_known_options(session, seat, written.served_by) if inside else {},
                terms=dict(token.told) if inside else {},
                carry_to=_carry_to(session, seat, token, inside),
                carried=tuple(
                    to
                    for by, to, breach in token.relayed
                    if seat == TRAINER or (not breach if own else party_of(session, by) == party_of(session, seat))
                ),
                unlocks=_unlocks(session, seat, written.unlocks) if inside else (),
            )
        )
    return found


def _carry_to(session: Session, seat: str, token: Token, inside: bool) -> tuple[str, ...]:
    """The parties to whom an interest may be carried, where its owner named them: by whoever heard it, or by us."""
    named = token.carry_to.values() if inside else permitted(session, seat, token)
    if not named or any(not parties for parties in named):
        return ()
    return tuple(p for p in session.scenario.parties if any(p in parties for parties in named))


def _unlocks(session: Session, seat: str, paths: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The options that hearing an interest makes known, as far as the seat knows them."""
    pairs = (path.split(".", 1) for path in paths)
    return tuple((issue, option) for issue, option in pairs if knows_option(session, seat, issue, option))


def _known_options(
    session: Session, seat: str, served_by: Mapping[str, tuple[str, ...]]
) -> Mapping[str, tuple[str, ...]]:
    """The options that serve an interest, as far as the seat knows them."""
    if seat == TRAINER:
        return served_by
    known = {
        issue: tuple(option for option in options if knows_option(session, seat, issue, option))
        for issue, options in served_by.items()
    }
    return {issue: options for issue, options in known.items() if options}

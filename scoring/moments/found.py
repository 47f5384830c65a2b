"""Where moments of each kind lie in a record, with why and how much they weigh."""

from collections import deque
from collections.abc import Iterator, Mapping
from itertools import groupby, pairwise
from statistics import fmean

from scenarios.model import Interest, Scenario
from scoring import relationship
from scoring.moments.kinds import LARGE_BRACKETS, LARGE_CONSENT, LARGE_PULSE, LARGE_VALUE, RUN, WEIGHT, Found, Turned
from scoring.preferences import HUNDREDTHS, points
from scoring.process import Course
from scoring.process.course import counted, lasting, listed, minutes
from scoring.process.offers import worth
from simulator.engine.events import (
    AdoptionAnswered,
    AdoptionFailed,
    AdoptionOpened,
    BracketLifted,
    ClauseBracketed,
    ConsentChanged,
    InjectMarked,
    InjectMissed,
    InjectSent,
    InterestAcknowledged,
    InterestDisclosed,
    InterestRelayed,
    PackageAgreed,
    PackageRejected,
    PackageSuperseded,
    PackageTabled,
    PackageWithdrawn,
    PartyReturned,
    PartyWalkedOut,
    ShockAnswered,
    ShockThrown,
    TextAdopted,
    VersionIssued,
)
from simulator.engine.session import Moment
from simulator.engine.words import EVERYBODY, Cause, Consent, Verdict

_HAD = {
    Consent.IN: "had taken part",
    Consent.CONDITIONAL: "had taken part on conditions",
    Consent.SUSPENDED: "had walked out",
    Consent.OUT: "had stayed out",
}
_NOW = {
    Consent.IN: "takes part",
    Consent.CONDITIONAL: "takes part on conditions",
    Consent.SUSPENDED: "has walked out",
    Consent.OUT: "stays out",
}
"""What a party did before, and does now, in a sentence."""

_DEGREE = (Consent.OUT, Consent.SUSPENDED, Consent.CONDITIONAL, Consent.IN)


def _walk_outs(course: Course) -> Iterator[Found]:
    for moment, event in course.every(PartyWalkedOut):
        decides = event.party in course.scenario.deciding()
        weight = WEIGHT["a deciding party walks out" if decides else "another party walks out"]
        yield moment, f"{course.name(event.party)} left the talks.", weight


def _returns(course: Course) -> Iterator[Found]:
    """The longer a party stayed out, of the minutes that the talks can wait, the heavier its return."""
    left: dict[str, Moment] = {}
    grace = course.scenario.consent_grace * 60
    for moment in course.any_of(PartyWalkedOut, ConsentChanged, PartyReturned):
        event = moment.event
        if isinstance(event, PartyWalkedOut) or (isinstance(event, ConsentChanged) and event.consent is Consent.OUT):
            left.setdefault(event.party, moment)
        elif isinstance(event, PartyReturned):
            out = left.pop(event.party, None)
            away = course.between(out, moment) if out is not None else 0.0
            after = f" after {lasting(away)}" if out is not None else ""
            yield moment, f"{course.name(event.party)} came back{after}.", _share(away, grace)


def _breaches(course: Course) -> Iterator[Found]:
    for moment, event in course.every(InterestRelayed):
        if event.breach:
            owner = course.name(event.interest.partition(".")[0])
            token = _token(course.scenario, event.interest)
            hidden = token is not None and token.kept == "hidden"
            weight = WEIGHT["a breach of what was hidden" if hidden else "a breach of anything else"]
            yield moment, f"What {owner} had told in confidence was carried to others.", weight


def _first_interest(course: Course) -> Iterator[Found]:
    """The first key interest that somebody outside the party was told; where there is none, the first other one."""
    told: list[tuple[Moment, str, Interest]] = []
    for moment, event in course.every(InterestDisclosed):
        owner = event.interest.partition(".")[0]
        token = _token(course.scenario, event.interest)
        outside = any(seat == EVERYBODY or course.party_of(seat) != owner for seat in event.to)
        if token is not None and token.kept != "open" and outside:
            told.append((moment, owner, token))
    told.sort(key=lambda each: (not each[2].key, each[0].number))
    for moment, owner, token in told[:1]:
        what = "the first key interest" if token.key else "the first one"
        why = f"{course.name(owner)} told an interest that it had kept {token.kept}, {what} to be told."
        yield moment, why, WEIGHT["the first key interest" if token.key else "the first other interest"]


def _acknowledged(course: Course) -> Iterator[Found]:
    """The first time that a deciding party said it understood what another party had kept back."""
    told: dict[str, Moment] = {}
    seen: set[str] = set()
    for moment in course.any_of(InterestDisclosed, InterestAcknowledged):
        event = moment.event
        if isinstance(event, InterestDisclosed):
            told.setdefault(event.interest, moment)
        elif isinstance(event, InterestAcknowledged):
            owner = event.interest.partition(".")[0]
            token = _token(course.scenario, event.interest)
            counts = token is not None and token.kept != "open" and event.party in course.scenario.deciding()
            if token is None or not counts or event.party == owner or event.interest in seen:
                continue
            seen.add(event.interest)
            first = told.get(event.interest)
            after = f", {lasting(course.between(first, moment))} after it was told" if first else ""
            why = f"{course.name(event.party)} said that it understood what {course.name(owner)} had kept back{after}."
            yield moment, why, WEIGHT["a key interest is understood" if token.key else "another interest is understood"]


def _adoptions(course: Course) -> Iterator[Found]:
    verdicts: dict[str, Verdict] = {}
    for moment in course.any_of(AdoptionOpened, AdoptionAnswered, TextAdopted, AdoptionFailed):
        event = moment.event
        if isinstance(event, AdoptionOpened):
            verdicts = {}
        elif isinstance(event, AdoptionAnswered):
            verdicts[event.party] = event.verdict
        elif isinstance(event, TextAdopted):
            why = f"Version {event.version} of the text was adopted{_with(course, verdicts)}."
            yield moment, why, WEIGHT["a text is adopted"]
        elif isinstance(event, AdoptionFailed):
            yield moment, f"Version {event.version} of the text was refused.", WEIGHT["a text is refused"]


def _with(course: Course, verdicts: Mapping[str, Verdict]) -> str:
    """The reservations with which a text was adopted, and the capitals that it waits for."""
    reserved = [course.name(p) for p, verdict in verdicts.items() if verdict is Verdict.ADOPT_WITH_RESERVATION]
    referred = [course.name(p) for p, verdict in verdicts.items() if verdict is Verdict.AD_REFERENDUM]
    said = [f"with a reservation of {name}" for name in reserved]
    said += [f"subject to the capital of {name}" for name in referred]
    return f", {listed(said)}" if said else ""


def _decided(course: Course) -> Iterator[Found]:
    """Packages agreed or rejected, by the share of the issues that they name."""
    terms = {event.package: event.terms for _, event in course.every(PackageTabled)}
    issues = len(course.scenario.issues)
    for moment in course.any_of(PackageAgreed, PackageRejected):
        event = moment.event
        if isinstance(event, PackageAgreed | PackageRejected):
            agreed = isinstance(event, PackageAgreed)
            named = len(terms.get(event.package, {}))
            kind = "a package over all issues is agreed" if agreed else "a package over all issues is rejected"
            word = "agreed" if agreed else "rejected"
            why = f"Package {event.package}, on {named} of {counted(issues, 'issue')}, was {word}."
            yield moment, why, WEIGHT[kind] * _share(named, issues)


def _swings(course: Course) -> Iterator[Found]:
    """Changes of the best offer of others to a side: what it could have had for a yes, against the last time it could.

    What a side asks for itself moves nothing here. Offers that were rejected, replaced or withdrawn are not open any
    more; that they fell away is told by their own moments.
    """
    scenario = course.scenario
    spreads = {side: _spread(scenario, side) for side in scenario.deciding()}
    tabled = {moment.number for moment, _ in course.offers()}
    valued: dict[int, tuple[str, Mapping[str, int]]] = {}
    open_: set[int] = set()
    before: dict[str, int] = {}
    kinds = (PackageTabled, PackageSuperseded, PackageWithdrawn, PackageRejected)
    for _, together in groupby(course.any_of(*kinds), key=lambda moment: (moment.event.at, moment.event.by)):
        made: Moment | None = None
        how = ""
        for moment in together:
            event = moment.event
            if isinstance(event, PackageTabled):
                values = worth(scenario, event.terms) if moment.number in tabled else None
                if values is not None:
                    valued[event.package] = event.party, values
                    open_.add(event.package)
                    made, how = moment, f"with package {event.package} of {course.name(event.party)}"
            elif isinstance(event, PackageSuperseded | PackageWithdrawn | PackageRejected):
                open_.discard(event.package)
        best = {
            side: max(
                (values[side] for number in open_ for party, values in [valued[number]] if party != side), default=0
            )
            for side in scenario.deciding()
            if any(valued[number][0] != side for number in open_)
        }
        changes = {side: best[side] - before[side] for side in best if side in before}
        before |= best
        moved = {side: _share(abs(change), LARGE_VALUE * spreads[side]) for side, change in changes.items() if change}
        if made is None or not moved:
            continue
        side = max(moved, key=lambda name: moved[name])
        verb = "rose" if changes[side] > 0 else "fell"
        why = f"The best offer of others to {course.name(side)} {verb} from {points(best[side] - changes[side]):g} to "
        why += f"{points(best[side]):g} points {how}; its best and worst are {points(spreads[side]):g} apart."
        yield made, why, moved[side]


def _consent_drops(course: Course) -> Iterator[Found]:
    """Consent that a party took back, other than by walking out."""
    for moment, party, was, now in _consents(course, PartyWalkedOut):
        steps = _DEGREE.index(was) - _DEGREE.index(now)
        if steps > 0:
            why = f"{course.name(party)}, which {_HAD[was]}, now {_NOW[now]}."
            yield moment, why, _share(steps, LARGE_CONSENT)


def _consent_rises(course: Course) -> Iterator[Found]:
    """Consent that a party gave more of, other than by returning."""
    for moment, party, was, now in _consents(course, PartyReturned):
        steps = _DEGREE.index(now) - _DEGREE.index(was)
        if steps > 0:
            why = f"{course.name(party)}, which {_HAD[was]}, now {_NOW[now]}."
            yield moment, why, _share(steps, LARGE_CONSENT)


def _consents(
    course: Course, besides: type[PartyWalkedOut] | type[PartyReturned]
) -> Iterator[tuple[Moment, str, Consent, Consent]]:
    """Changes from one consent to another, but for those that come with an event of their own."""
    with_event = {(event.party, moment.seconds) for moment, event in course.every(besides)}
    before: dict[str, Consent] = {}
    for moment, event in course.every(ConsentChanged):
        was = before.get(event.party)
        before[event.party] = event.consent
        known = was in _DEGREE and event.consent in _DEGREE
        if was is not None and known and (event.party, moment.seconds) not in with_event:
            yield moment, event.party, was, event.consent


def _pulses(course: Course) -> Iterator[Found]:
    """Changes of everybody's mean from one self-report to the next, over the statements that both ask.

    Only means of four answers or more are looked at, as everywhere.
    """
    numbers = {moment.number: moment for moment in course.during}
    for before, after in pairwise(relationship.during(course)):
        changes: list[float] = []
        for item in before.answers.keys() & after.answers.keys():
            old, new = (relationship.groups(each.answers[item]).get(relationship.EVERYBODY) for each in (before, after))
            if old is not None and new is not None:
                changes.append(new[1] - old[1])
        moment = numbers.get(after.evidence[0]) if after.evidence else None
        if not changes or moment is None:
            continue
        change = fmean(sorted(changes))
        if round(change, 1):
            verb = "rose" if change > 0 else "fell"
            what = counted(len(changes), "statement")
            why = f"Everybody's mean {verb} by {abs(change):.1f} of 6 steps over {what} since the self-report before."
            yield moment, why, _share(abs(change), LARGE_PULSE)


def _brackets(course: Course) -> Iterator[Found]:
    """Falls and jumps of the number of open brackets: runs of changes one way, with no pause of ten minutes."""
    large = LARGE_BRACKETS * len(course.scenario.text.clauses)
    open_ = 0
    run: deque[tuple[Moment, int]] = deque()
    for moment in course.any_of(ClauseBracketed, BracketLifted):
        step = 1 if isinstance(moment.event, ClauseBracketed) else -1
        if run and (run[-1][1] != step or course.between(run[-1][0], moment) > RUN):
            yield _run(course, run, open_, large)
            run.clear()
        run.append((moment, step))
        open_ += step
    if run:
        yield _run(course, run, open_, large)


def _run(course: Course, run: deque[tuple[Moment, int]], open_: int, large: float) -> Found:
    first, last = run[0][0], run[-1][0]
    change = sum(step for _, step in run)
    verb = "rose" if change > 0 else "fell"
    seconds = course.between(first, last)
    how_fast = f" in {lasting(seconds)}" if minutes(seconds) else ""
    return last, f"Open brackets {verb} from {open_ - change} to {open_}{how_fast}.", _share(abs(change), large)


def _shocks(course: Course) -> Iterator[Found]:
    """Shocks thrown at the text, and whether somebody found the article that answers; the level is the trainer's."""
    test = course.scenario.stress_test
    clauses = course.scenario.text.clauses
    answers: dict[str, ShockAnswered] = {}
    for moment in course.moments:
        if isinstance(moment.event, ShockAnswered) and moment.event.clause is not None:
            answers.setdefault(moment.event.shock, moment.event)
    for moment in course.moments:
        event = moment.event
        if not isinstance(event, ShockThrown):
            continue
        shock = test.shocks.get(event.shock) if test is not None else None
        title = shock.title if shock is not None else event.shock
        answer = answers.get(event.shock)
        if answer is None or answer.clause is None:
            weight = WEIGHT["a shock that nobody answers"]
            yield moment, f"The shock “{title}” came, and nobody found an article that answers it.", weight
        else:
            heading = clauses[answer.clause].heading if answer.clause in clauses else answer.clause
            weight = WEIGHT["a shock that is answered"]
            yield moment, f"The shock “{title}” came, and “{heading}” was named as the answer.", weight


def _missed(course: Course) -> Iterator[Found]:
    """Events without the expected response, unless the trainer judged later that it came."""
    marks = (moment.event for moment in course.moments)
    judged = {mark.inject: mark.met for mark in marks if isinstance(mark, InjectMarked)}
    events = course.scenario.events
    followed = {event.inject for _, event in course.every(InjectSent) if event.cause is Cause.CONTINGENCY}
    for moment, event in course.every(InjectMissed):
        if not judged.get(event.inject, False):
            written = events.get(event.inject)
            title = written.title if written is not None else event.inject
            more = written is not None and written.contingency in followed
            weight = WEIGHT["an event missed, and another one sent for it" if more else "an event missed"]
            yield moment, f"The response that the event “{title}” asked for did not come in time.", weight


def _first_version(course: Course) -> Iterator[Found]:
    for moment, _ in course.every(VersionIssued)[:1]:
        yield moment, "The first version of the text reached everybody.", WEIGHT["the first version"]


FINDERS = {
    Turned.WALK_OUT: _walk_outs,
    Turned.BREACH: _breaches,
    Turned.FIRST_INTEREST: _first_interest,
    Turned.ADOPTION: _adoptions,
    Turned.PACKAGE_DECIDED: _decided,
    Turned.SWING: _swings,
    Turned.CONSENT_DROP: _consent_drops,
    Turned.CONSENT_RISE: _consent_rises,
    Turned.PULSE: _pulses,
    Turned.BRACKETS: _brackets,
    Turned.ACKNOWLEDGED: _acknowledged,
    Turned.SHOCK: _shocks,
    Turned.INJECT_MISSED: _missed,
    Turned.RETURN: _returns,
    Turned.FIRST_VERSION: _first_version,
}
"""What finds the moments of each kind."""


def _share(change: float, large: float) -> float:
    """A change as a part of a large one, from 0 to 1."""
    return min(1.0, change / large) if large > 0 else 1.0 if change else 0.0


def _token(scenario: Scenario, interest: str) -> Interest | None:
    party, _, name = interest.partition(".")
    found = scenario.parties.get(party)
    return found.interests.get(name) if found is not None else None


def _spread(scenario: Scenario, party: str) -> int:
    """How far the best and the worst package are apart for a party, raw; with linkages, at most."""
    written = scenario.parties[party]
    apart = sum(v.weight * (max(v.options.values()) - min(v.options.values())) for v in written.values.values())
    return apart + HUNDREDTHS * sum(abs(link.points) for link in written.linkages)

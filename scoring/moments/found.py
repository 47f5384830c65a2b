"""Where moments of each kind lie in a record, with why and how much they weigh."""

from collections import deque
from collections.abc import Iterator, Mapping
from itertools import groupby, pairwise
from statistics import fmean

from scenarios.model import Interest, Scenario
from scenarios.texts import listing, mark, number, tr, trn
from scoring import relationship
from scoring.moments.kinds import LARGE_BRACKETS, LARGE_CONSENT, LARGE_PULSE, LARGE_VALUE, RUN, WEIGHT, Found, Turned
from scoring.preferences import HUNDREDTHS, points
from scoring.process import Course
from scoring.process.course import minutes
from scoring.process.offers import worth
from scoring.sentences import figure, lasting
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
    # Translators: in "North, which had taken part, now stays out."
    Consent.IN: mark("had taken part"),
    Consent.CONDITIONAL: mark("had taken part on conditions"),
    Consent.SUSPENDED: mark("had walked out"),
    Consent.OUT: mark("had stayed out"),
}
_NOW = {
    # Translators: in "North, which had stayed out, now takes part."
    Consent.IN: mark("takes part"),
    Consent.CONDITIONAL: mark("takes part on conditions"),
    Consent.SUSPENDED: mark("has walked out"),
    Consent.OUT: mark("stays out"),
}
"""What a party did before, and does now, in a sentence; in English."""

_DEGREE = (Consent.OUT, Consent.SUSPENDED, Consent.CONDITIONAL, Consent.IN)


def _walk_outs(course: Course) -> Iterator[Found]:
    for moment, event in course.every(PartyWalkedOut):
        decides = event.party in course.scenario.deciding()
        weight = WEIGHT["a deciding party walks out" if decides else "another party walks out"]
        if event.body:
            found = course.scenario.bodies.get(event.body)
            body = found.name if found else event.body
            yield moment, tr("{party} left {body}.", party=course.name(event.party), body=body), weight / 2
        else:
            yield moment, tr("{party} left the talks.", party=course.name(event.party)), weight


def _returns(course: Course) -> Iterator[Found]:
    """The longer a party stayed out, of the minutes that the talks can wait, the heavier its return."""
    left: dict[str, Moment] = {}
    grace = course.scenario.consent_grace * 60
    for moment in course.any_of(PartyWalkedOut, ConsentChanged, PartyReturned):
        event = moment.event
        if isinstance(event, PartyWalkedOut | PartyReturned) and event.body:
            continue  # the talks did not wait for who had left a body
        if isinstance(event, PartyWalkedOut) or (isinstance(event, ConsentChanged) and event.consent is Consent.OUT):
            left.setdefault(event.party, moment)
        elif isinstance(event, PartyReturned):
            out = left.pop(event.party, None)
            away = course.between(out, moment) if out is not None else 0.0
            name = course.name(event.party)
            why = tr("{party} came back.", party=name)
            if out is not None:
                why = tr("{party} came back after {length}.", party=name, length=lasting(away))
            yield moment, why, _share(away, grace)


def _breaches(course: Course) -> Iterator[Found]:
    for moment, event in course.every(InterestRelayed):
        if event.breach:
            owner = course.name(event.interest.partition(".")[0])
            token = _token(course.scenario, event.interest)
            hidden = token is not None and token.kept == "hidden"
            weight = WEIGHT["a breach of what was hidden" if hidden else "a breach of anything else"]
            yield moment, tr("What {party} had told in confidence was carried to others.", party=owner), weight


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
        name, hidden = course.name(owner), token.kept == "hidden"
        if token.key:
            why = (
                tr("{party} told an interest that it had kept hidden, the first key interest to be told.", party=name)
                if hidden
                else tr(
                    "{party} told an interest that it had kept guarded, the first key interest to be told.", party=name
                )
            )
        else:
            why = (
                tr("{party} told an interest that it had kept hidden, the first one to be told.", party=name)
                if hidden
                else tr("{party} told an interest that it had kept guarded, the first one to be told.", party=name)
            )
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
            names = {"party": course.name(event.party), "owner": course.name(owner)}
            why = tr("{party} said that it understood what {owner} had kept back.", **names)
            if first:
                why = tr(
                    "{party} said that it understood what {owner} had kept back, {length} after it was told.",
                    length=lasting(course.between(first, moment)),
                    **names,
                )
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
            terms = _with(course, verdicts)
            why = tr("Version {n} of the text was adopted.", n=event.version)
            if terms:
                # Translators: {terms} is "with a reservation of North and subject to the capital of South".
                why = tr("Version {n} of the text was adopted, {terms}.", n=event.version, terms=terms)
            yield moment, why, WEIGHT["a text is adopted"]
        elif isinstance(event, AdoptionFailed):
            why = tr("Version {n} of the text was refused.", n=event.version)
            yield moment, why, WEIGHT["a text is refused"]


def _with(course: Course, verdicts: Mapping[str, Verdict]) -> str:
    """The reservations with which a text was adopted, and the capitals that it waits for."""
    reserved = [course.name(p) for p, verdict in verdicts.items() if verdict is Verdict.ADOPT_WITH_RESERVATION]
    referred = [course.name(p) for p, verdict in verdicts.items() if verdict is Verdict.AD_REFERENDUM]
    said = [tr("with a reservation of {party}", party=name) for name in reserved]
    said += [tr("subject to the capital of {party}", party=name) for name in referred]
    return listing(said)


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
            if agreed:
                why = trn(
                    "Package {package}, on {named} of {n} issue, was agreed.",
                    "Package {package}, on {named} of {n} issues, was agreed.",
                    issues,
                    package=event.package,
                    named=named,
                )
            else:
                why = trn(
                    "Package {package}, on {named} of {n} issue, was rejected.",
                    "Package {package}, on {named} of {n} issues, was rejected.",
                    issues,
                    package=event.package,
                    named=named,
                )
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
        tabled_by: tuple[int, str] = (0, "")
        for moment in together:
            event = moment.event
            if isinstance(event, PackageTabled):
                values = worth(scenario, event.terms) if moment.number in tabled else None
                if values is not None:
                    valued[event.package] = event.party, values
                    open_.add(event.package)
                    made, tabled_by = moment, (event.package, course.name(event.party))
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
        said = {
            "party": course.name(side),
            "before": figure(points(best[side] - changes[side])),
            "after": figure(points(best[side])),
            "n": tabled_by[0],
            "other": tabled_by[1],
            "spread": figure(points(spreads[side])),
        }
        why = (
            tr(
                "The best offer of others to {party} rose from {before} to {after} points with package {n} of {other}; "
                "its best and worst are {spread} apart.",
                **said,
            )
            if changes[side] > 0
            else tr(
                "The best offer of others to {party} fell from {before} to {after} points with package {n} of {other}; "
                "its best and worst are {spread} apart.",
                **said,
            )
        )
        yield made, why, moved[side]


def _consent_drops(course: Course) -> Iterator[Found]:
    """Consent that a party took back, other than by walking out."""
    for moment, party, was, now in _consents(course, PartyWalkedOut):
        steps = _DEGREE.index(was) - _DEGREE.index(now)
        if steps > 0:
            why = tr(
                "{party}, which {before}, now {now}.", party=course.name(party), before=tr(_HAD[was]), now=tr(_NOW[now])
            )
            yield moment, why, _share(steps, LARGE_CONSENT)


def _consent_rises(course: Course) -> Iterator[Found]:
    """Consent that a party gave more of, other than by returning."""
    for moment, party, was, now in _consents(course, PartyReturned):
        steps = _DEGREE.index(now) - _DEGREE.index(was)
        if steps > 0:
            why = tr(
                "{party}, which {before}, now {now}.", party=course.name(party), before=tr(_HAD[was]), now=tr(_NOW[now])
            )
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
            if change > 0:
                why = trn(
                    "Everybody's mean rose by {change} of 6 steps over {n} statement since the self-report before.",
                    "Everybody's mean rose by {change} of 6 steps over {n} statements since the self-report before.",
                    len(changes),
                    change=number(change, 1),
                )
            else:
                why = trn(
                    "Everybody's mean fell by {change} of 6 steps over {n} statement since the self-report before.",
                    "Everybody's mean fell by {change} of 6 steps over {n} statements since the self-report before.",
                    len(changes),
                    change=number(-change, 1),
                )
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
    seconds = course.between(first, last)
    values = {"before": open_ - change, "after": open_, "length": lasting(seconds)}
    if minutes(seconds):
        why = (
            tr("Open brackets rose from {before} to {after} in {length}.", **values)
            if change > 0
            else tr("Open brackets fell from {before} to {after} in {length}.", **values)
        )
    else:
        why = (
            tr("Open brackets rose from {before} to {after}.", **values)
            if change > 0
            else tr("Open brackets fell from {before} to {after}.", **values)
        )
    return last, why, _share(abs(change), large)


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
            why = tr("The shock “{shock}” came, and nobody found an article that answers it.", shock=title)
            yield moment, why, weight
        else:
            heading = clauses[answer.clause].heading if answer.clause in clauses else answer.clause
            weight = WEIGHT["a shock that is answered"]
            why = tr("The shock “{shock}” came, and “{article}” was named as the answer.", shock=title, article=heading)
            yield moment, why, weight


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
            why = tr("The response that the event “{event}” asked for did not come in time.", event=title)
            yield moment, why, weight


def _first_version(course: Course) -> Iterator[Found]:
    for moment, _ in course.every(VersionIssued)[:1]:
        yield moment, tr("The first version of the text reached everybody."), WEIGHT["the first version"]


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

"""What was negotiated: packages, interests, commitments."""

from collections.abc import Iterator

from scoring.preferences import points
from scoring.process.offers import worth
from simulator.engine import events as e
from simulator.engine.session import Moment
from simulator.exchange.rows import AnswerRow, CommitmentRow, InterestRow, PackageRow, TermRow, WorthRow
from simulator.exchange.tables.known import Known

STATES: dict[type[e.Fact], str] = {
    e.PackageSuperseded: "superseded",
    e.PackageWithdrawn: "withdrawn",
    e.PackageAgreed: "agreed",
    e.PackageRejected: "rejected",
}
"""What becomes of a package, by the event that does it."""

ACTS: dict[type[e.Fact], str] = {
    e.InterestDisclosed: "disclosed",
    e.ReleasePermitted: "permitted",
    e.ReleaseWithdrawn: "permission_withdrawn",
    e.InterestRelayed: "relayed",
    e.InterestAcknowledged: "acknowledged",
}
"""What happens with an interest, by the event that says it."""

_POINTS = 4


def packages(known: Known) -> Iterator[PackageRow]:
    """Packages, in the order in which they were tabled."""
    ends: dict[int, tuple[str, int]] = {}
    for moment in known.course.moments:
        event = moment.event
        if isinstance(event, e.PackageSuperseded | e.PackageWithdrawn | e.PackageAgreed | e.PackageRejected):
            ends[event.package] = (STATES[type(event)], moment.number)
    for moment, event in _tabled(known):
        state, since = ends.get(event.package, ("tabled", moment.number))
        yield PackageRow(
            **known.head(moment, event.by, event.party),
            package=event.package,
            floated=event.floated,
            counter_to=event.counter_to,
            issues=len(event.terms),
            complete=set(event.terms) >= set(known.scenario.issues),
            state=state,
            state_event=since,
            text=known.people.without_names(event.text),
        )


def package_terms(known: Known) -> Iterator[TermRow]:
    """What packages settle."""
    for moment, event in _tabled(known):
        for name, option in event.terms.items():
            issue = known.scenario.issues.get(name)
            written = issue.options.get(option) if issue else None
            yield TermRow(
                **known.head(moment, event.by, event.party),
                package=event.package,
                issue=name,
                issue_title=issue.title if issue else name,
                option=option,
                option_label=written.label if written else option,
            )


def package_answers(known: Known) -> Iterator[AnswerRow]:
    """Answers to packages, in order."""
    for moment in known.course.moments:
        event = moment.event
        if isinstance(event, e.PackageAnswered):
            yield AnswerRow(
                **known.head(moment, event.by, event.party),
                package=event.package,
                answer=event.answer.value,
                text=known.people.without_names(event.text),
            )


def package_values(known: Known) -> Iterator[WorthRow]:
    """What packages are worth to every deciding party, under its values at the start."""
    for moment, event in _tabled(known):
        values = worth(known.scenario, event.terms)
        for party in known.scenario.deciding():
            yield WorthRow(
                **known.head(moment, event.by, event.party),
                package=event.package,
                for_party=party,
                points=None if values is None else round(float(points(values[party])), _POINTS),
                own=event.party == party,
            )


def _tabled(known: Known) -> Iterator[tuple[Moment, e.PackageTabled]]:
    for moment in known.course.moments:
        if isinstance(moment.event, e.PackageTabled):
            yield moment, moment.event


def interests(known: Known) -> Iterator[InterestRow]:
    """What happened with interests, in order."""
    for moment in known.course.moments:
        event = moment.event
        match event:
            case e.InterestDisclosed():
                caucus, permission = event.caucus, event.permission.value
            case e.ReleasePermitted() | e.ReleaseWithdrawn() | e.InterestRelayed() | e.InterestAcknowledged():
                caucus, permission = None, ""
            case _:
                continue
        owner, _, name = event.interest.partition(".")
        party = known.scenario.parties.get(owner)
        written = party.interests.get(name) if party else None
        yield InterestRow(
            **known.head(moment, event.by, getattr(event, "party", "")),
            act=ACTS[type(event)],
            interest=event.interest,
            owner=owner,
            kept=written.kept if written else "",
            to=tuple(getattr(event, "to", ())),
            permission=permission,
            carry_to=tuple(getattr(event, "carry_to", ())),
            breach=bool(getattr(event, "breach", False)),
            caucus=caucus,
        )


def commitments(known: Known) -> Iterator[CommitmentRow]:
    """Commitments by number, at the moment of their latest writing."""
    latest: dict[int, tuple[Moment, e.CommitmentRecorded]] = {}
    writings: dict[int, int] = {}
    struck: set[int] = set()
    for moment in known.course.moments:
        event = moment.event
        if isinstance(event, e.CommitmentRecorded):
            latest[event.commitment] = moment, event
            writings[event.commitment] = writings.get(event.commitment, 0) + 1
        elif isinstance(event, e.CommitmentStruck):
            struck.add(event.commitment)
    mask = known.people.without_names
    for number, (moment, event) in sorted(latest.items()):
        record = event.record
        yield CommitmentRow(
            **known.head(moment, event.by),
            commitment=number,
            clause=event.clause,
            state="struck" if number in struck else "standing",
            writings=writings[number],
            actor=mask(record.actor),
            action=mask(record.action),
            deadline=mask(record.deadline),
            days=record.days,
            place=mask(record.place),
            verifier=mask(record.verifier),
            method=mask(record.method),
            after=record.after,
            resources=mask(record.resources),
            if_not=mask(record.if_not),
        )

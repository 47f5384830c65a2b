"""Whose words the agreement is made of: M16."""

from dataclasses import replace

from roles.rights import Kind
from scenarios.texts import mark, tr, trn
from scoring.findings import Band, Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, minutes
from scoring.process.settled import Origin, Settled, origins, settled
from scoring.sentences import percent, sentence
from simulator.engine.events import PackageTabled

OWNERSHIP = Finding(
    id="M16",
    title=mark("Ownership of the terms"),
    panel=Panel.PROCESS,
    observed=False,
    unit="share",
    caution=mark(
        "Who put a thing on the screen first may have heard it from others; help with words is fine, an imposed "
        "text is not."
    ),
    fundamentals=(Fundamental.NATIONAL_OWNERSHIP,),
)


def ownership(course: Course) -> Finding:
    """M16: of the issues settled, the share whose option or wording a deciding party put forward first (0 to 1).

    Without an agreement, of what came on the table last. Issues without a recorded author do not count.
    """
    end = settled(course)
    if end is None:
        return replace(OWNERSHIP.said, reading=tr("Nothing was agreed, and no package or text was on the table."))
    first = origins(course)
    rows: list[Row] = []
    groups: list[str] = []
    for issue in course.scenario.issues:
        what = end.options.get(issue) or end.own_words.get(issue)
        if what is None:
            continue
        origin = first.get((issue, what))
        group = _group(course, origin)
        option = end.options.get(issue)
        minute = minutes(origin.moment.seconds) if origin else None
        evidence = (*((origin.moment.number,) if origin else ()), *end.evidence)
        rows.append(Row((issue, option, group, origin.party if origin else None, minute), evidence))
        groups.append(group)
    table = Table(("issue", "option", "first_from", "party", "minute"), tuple(rows))
    evidence = tuple(sorted({*end.evidence, *(number for row in rows for number in row.evidence)}))
    known = len(groups) - groups.count("not_recorded")
    if not known:
        # Translators: {what} is "the agreement", "the last text" or "the last package, package 3".
        reading = tr("Who put forward what is in {what} is not recorded.", what=end.called.rstrip(","))
        return replace(OWNERSHIP.said, reading=reading, evidence=evidence, table=table)
    share = groups.count("sides") / known
    # Translators: {what} is "the agreement", "the last text" or "the last package, package 3,".
    reading = trn(
        "Of {n} issue in {what} the sides put forward {sides} first ({share}), the mediators {mediators} and others "
        "{others}",
        "Of {n} issues in {what} the sides put forward {sides} first ({share}), the mediators {mediators} and others "
        "{others}",
        known,
        what=end.called,
        sides=groups.count("sides"),
        share=percent(share),
        mediators=groups.count("mediators"),
        others=groups.count("others"),
    )
    author = _author(course, end)
    if author is not None:
        evidence = tuple(sorted({*evidence, author[1]}))
    return replace(
        OWNERSHIP.said,
        observed=True,
        value=share,
        reading=sentence(reading, author[0] if author is not None else ""),
        band=Band.WORTH_A_LOOK if 2 * groups.count("mediators") > known else Band.AS_PLANNED,
        evidence=evidence,
        table=table,
    )


def _author(course: Course, end: Settled) -> tuple[str, int] | None:
    """Who put the package together that stood in the end, against whose, and at which event."""
    parties = {event.package: event.party for _, event in course.every(PackageTabled)}
    for moment, event in course.every(PackageTabled):
        if event.package == end.package:
            if event.counter_to in parties:
                said = tr(
                    "{party} put it together as a package, in answer to package {n} of {other}",
                    party=course.name(event.party),
                    n=event.counter_to,
                    other=course.name(parties[event.counter_to]),
                )
            else:
                said = tr("{party} put it together as a package", party=course.name(event.party))
            return said, moment.number
    return None


def _group(course: Course, origin: Origin | None) -> str:
    if origin is None:
        return "not_recorded"
    party = course.scenario.parties.get(origin.party or "")
    if party is None:
        return "others"
    return "sides" if party.decides else "mediators" if party.kind is Kind.MEDIATION else "others"

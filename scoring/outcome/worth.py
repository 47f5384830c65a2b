"""What was agreed, what it is worth to whom, and whether saying no was right."""

from dataclasses import replace
from fractions import Fraction

from scenarios.texts import listing, mark, tr, trn
from scoring.findings import Finding, Fundamental, Panel, Row, Table
from scoring.outcome.settlement import Settlement
from scoring.preferences import NoValue, crossed, points, raw_value
from scoring.preferences import reservation_raw as reservation_at_start
from scoring.process.course import minutes
from scoring.sentences import figure, sentence
from scoring.tables import Tables, TooManyPackages
from simulator.engine.events import InjectSent
from simulator.engine.words import OutcomeKind

TERMS = Finding(
    id="outcome.terms",
    title=mark("What was agreed"),
    panel=Panel.OUTCOME,
    observed=False,
    unit="issues",
    caution=mark("How many issues are settled says nothing about how well."),
    fundamentals=(Fundamental.QUALITY_AGREEMENT,),
)
VALUE = Finding(
    id="outcome.value",
    title=mark("Value to each side"),
    panel=Panel.OUTCOME,
    observed=False,
    unit="parties",
    caution=mark("Points are a teaching device: what the scenario did not foresee has none."),
    fundamentals=(Fundamental.QUALITY_AGREEMENT, Fundamental.CONSENT),
)
SURPLUS = Finding(
    id="outcome.surplus",
    title=mark("Share of what each could gain"),
    panel=Panel.OUTCOME,
    observed=False,
    unit="share",
    caution=mark("The most that a side could gain supposes that all others settle for their reservation."),
    fundamentals=(Fundamental.QUALITY_AGREEMENT,),
)
NO_DEAL = Finding(
    id="outcome.no_deal",
    title=mark("Whether no was right"),
    panel=Panel.OUTCOME,
    observed=False,
    unit="parties",
    caution=mark("A no that is right for the last package may still end talks that had a better one."),
    fundamentals=(Fundamental.CONSENT, Fundamental.QUALITY_AGREEMENT),
)
AFFECTED = Finding(
    id="outcome.affected",
    title=mark("Value to those who had no vote"),
    panel=Panel.OUTCOME,
    observed=False,
    unit="parties",
    caution=mark("These points are what the author thinks that the outcome means to them."),
    fundamentals=(Fundamental.INCLUSIVITY, Fundamental.NATIONAL_OWNERSHIP),
)


def terms(settlement: Settlement) -> Finding:
    """How the talks ended, issue by issue; the value counts the issues settled. Open issues take their default."""
    course, found = settlement.course, settlement.terms
    if course.outcome is None:
        reading = tr("No outcome was recorded.")
        if found:
            reading = tr("No outcome was recorded. {what} was not agreed.", what=found.called)
        return replace(TERMS.said, reading=reading)
    moment, event = course.outcome
    seen = replace(TERMS.said, observed=True, value=0.0, evidence=(moment.number,))
    end = _ended(event.kind, figure(minutes(moment.seconds)))
    if found is None or not found.agreed:
        if found is not None and found.source == "version":
            # Translators: {end} is "No agreement in minute 90".
            end = tr("{end}, and the last version on the table was version {n}", end=end, n=found.number)
        elif found is not None:
            end = tr("{end}, and the last package on the table was package {n}", end=end, n=found.number)
        return replace(seen, reading=sentence(end), evidence=(moment.number, *settlement.evidence))
    rows: list[Row] = []
    for issue, written in course.scenario.issues.items():
        if issue in found.own_words:
            rows.append(Row((issue, None, "own_words"), (moment.number,)))
        else:
            how = "agreed" if issue in found.options else "default"
            rows.append(Row((issue, found.options.get(issue, written.default), how), (moment.number,)))
    settled = sum(row.cells[2] != "default" for row in rows)
    # Translators: {end} is "Agreement in minute 90".
    how_far = trn(
        "{end}: {settled} of {n} issue settled",
        "{end}: {settled} of {n} issues settled",
        len(rows),
        end=end,
        settled=settled,
    )
    open_ = tr("what stays open takes its default") if settled < len(rows) else ""
    table = Table(("issue", "option", "how"), tuple(rows))
    return replace(seen, value=float(settled), reading=sentence(how_far, open_), table=table)


def _ended(kind: OutcomeKind, minute: str) -> str:
    """How the talks ended, and when."""
    match kind:
        case OutcomeKind.AGREEMENT:
            return tr("Agreement in minute {minute}", minute=minute)
        case OutcomeKind.PARTIAL_AGREEMENT:
            return tr("Partial agreement in minute {minute}", minute=minute)
        case OutcomeKind.NO_AGREEMENT:
            return tr("No agreement in minute {minute}", minute=minute)
        case OutcomeKind.COLLAPSED:
            # Translators: the talks collapsed.
            return tr("Collapsed in minute {minute}", minute=minute)
        case OutcomeKind.ABORTED:
            # Translators: exercise control ended the exercise early.
            return tr("Aborted in minute {minute}", minute=minute)


def value(settlement: Settlement) -> Finding:
    """u_i against r_i as it stood, in points, and red lines crossed; the value counts the sides that may sign."""
    if settlement.no_value or settlement.terms is None:
        return replace(VALUE.said, reading=settlement.no_value)
    course, found = settlement.course, settlement.terms
    rows: list[Row] = []
    said: list[str] = []
    for party, raw in settlement.values.items():
        floor = settlement.floor(party)
        lines = crossed(course.scenario, party, found.options, settlement.instructions)
        barred = [f"{issue}.{option}" for line in lines for issue, option in line.barred]
        changes = _changes(settlement, party)
        start = reservation_at_start(course.scenario, party)
        values = {
            "points": figure(points(raw)),
            "party": course.name(party),
            "reservation": figure(points(floor)),
        }
        if start == floor:
            said.append(tr("{points} points to {party} against a reservation of {reservation}", **values))
        else:
            said.append(
                tr(
                    "{points} points to {party} against a reservation of {reservation} ({start} at the start)",
                    start=figure(points(start)),
                    **values,
                )
            )
        rows.append(
            Row(
                (
                    party,
                    points(raw),
                    points(start),
                    points(floor),
                    points(raw - floor),
                    ", ".join(barred) or None,
                    "yes" if settlement.may_sign(party) else "no",
                ),
                (*settlement.evidence, *changes),
            )
        )
    signing = sum(settlement.may_sign(party) for party in settlement.values)
    # Translators: {what} is "The agreement", {worth} "50 points to North against a reservation of 40 and …".
    reading = (
        tr("{what} is worth {worth}.", what=found.called, worth=listing(said))
        if found.agreed
        else tr("{what} would have been worth {worth}.", what=found.called, worth=listing(said))
    )
    lines_crossed = [course.name(str(row.cells[0])) for row in rows if row.cells[5]]
    if lines_crossed:
        # Translators: the agreement, or the last package or version.
        red = tr("It crosses a red line of {parties}.", parties=listing(lines_crossed))
        reading = f"{reading} {red}"
    return replace(
        VALUE.said,
        observed=True,
        value=float(signing),
        reading=reading,
        evidence=tuple(sorted({number for row in rows for number in row.evidence})),
        table=Table(
            (
                "party",
                "value",
                "reservation_at_start",
                "reservation",
                "above_reservation",
                "red_lines_crossed",
                "may_sign",
            ),
            tuple(rows),
        ),
    )


def surpluses(settlement: Settlement) -> dict[str, Fraction | None]:
    """s_i = (u_i - r_i) / (a_i - r_i), clipped to [0, 1]; a_i is a party's best value over the acceptable packages.

    None for a party that could gain nothing. Empty where no package is acceptable or no value can be counted.
    """
    analysis = settlement.analysis
    if settlement.no_value or analysis is None or not analysis.acceptable:
        return {}
    shares: dict[str, Fraction | None] = {}
    for party, raw in settlement.values.items():
        floor, best = settlement.floor(party), analysis.parties[party].best_acceptable or 0
        most = best - floor
        shares[party] = min(Fraction(1), max(Fraction(0), Fraction(raw - floor, most))) if most > 0 else None
    return shares


def surplus(settlement: Settlement) -> Finding:
    """s_i of each side, clipped to [0, 1]; the value is the smallest one."""
    shares = surpluses(settlement)
    analysis = settlement.analysis
    if not shares or analysis is None or settlement.terms is None:
        return replace(SURPLUS.said, reading=_no_comparison(settlement))
    course = settlement.course
    known = {party: share for party, share in shares.items() if share is not None}
    rows = [
        Row(
            (
                party,
                points(settlement.values[party] - settlement.floor(party)),
                points((analysis.parties[party].best_acceptable or 0) - settlement.floor(party)),
                None if share is None else round(float(share), 3),
            ),
            settlement.evidence,
        )
        for party, share in shares.items()
    ]
    table = Table(("party", "gain", "most_to_gain", "share"), tuple(rows))
    if not known:
        return replace(SURPLUS.said, reading=tr("No side could gain anything over its reservation."), table=table)
    said = listing(tr("{party} {n} %", party=course.name(p), n=round(100 * share)) for p, share in known.items())
    return replace(
        SURPLUS.said,
        observed=True,
        value=float(min(known.values())),
        reading=tr(
            "{what} gives each side this share of the most that it could gain: {shares}.",
            what=settlement.terms.called,
            shares=said,
        ),
        evidence=settlement.evidence,
        table=table,
    )


def no_deal(settlement: Settlement) -> Finding:
    """For talks without agreement: the value counts the sides that were right to refuse the last package.

    No is right below the reservation, across a red line, and where no package is acceptable to all.
    """
    course = settlement.course
    if course.outcome is None or course.outcome[1].kind not in (OutcomeKind.NO_AGREEMENT, OutcomeKind.COLLAPSED):
        aborted = course.outcome is not None and course.outcome[1].kind is OutcomeKind.ABORTED
        reading = (
            tr("The exercise was ended early, so nobody said no.")
            if aborted
            else tr("The talks ended with an agreement.")
        )
        if course.outcome is None:
            reading = tr("No outcome was recorded, so whether no was right is open.")
        return replace(NO_DEAL.said, reading=reading)
    moment = course.outcome[0]
    evidence = tuple(sorted({moment.number, *settlement.evidence}))
    impossible = settlement.analysis is not None and not settlement.analysis.acceptable
    nothing = tr("No package was acceptable to all, so no agreement was the right outcome.")
    if settlement.no_value:
        if not impossible:
            return replace(NO_DEAL.said, reading=settlement.no_value)
        return replace(NO_DEAL.said, observed=True, reading=nothing, evidence=evidence)
    right = [party for party in settlement.values if not settlement.may_sign(party)]
    last = settlement.terms.named if settlement.terms is not None else ""
    if impossible:
        reading = nothing
    elif right:
        # Translators: {parties} is "North (below its reservation)", {what} "the last package on the table, package 3,".
        reading = tr(
            "No was right for {parties}: {what} was not theirs to sign.",
            parties=listing(_why_no(settlement, party) for party in right),
            what=last,
        )
    else:
        reading = tr("Every side could have signed: {what} was acceptable to all. What kept them from it?", what=last)
    rows = tuple(
        Row(
            (party, points(raw), points(settlement.floor(party)), "yes" if party in right else "no"),
            settlement.evidence,
        )
        for party, raw in settlement.values.items()
    )
    return replace(
        NO_DEAL.said,
        observed=True,
        value=float(len(right)),
        reading=reading,
        evidence=evidence,
        table=Table(("party", "value", "without_agreement", "no_was_right"), rows),
    )


def affected(settlement: Settlement) -> Finding:
    """What the terms are worth to parties that have points and no vote, between their least and their most."""
    course = settlement.course
    scenario = course.scenario
    parties = [name for name, party in scenario.parties.items() if party.values and not party.decides]
    if not parties:
        return replace(AFFECTED.said, reading=tr("This scenario gives no points to anybody without a vote."))
    if settlement.no_value or settlement.terms is None:
        return replace(AFFECTED.said, reading=settlement.no_value)
    rows: list[Row] = []
    said: list[str] = []
    try:
        for party in parties:
            worth = raw_value(scenario, party, settlement.terms.options)
            table = Tables.of(scenario, (party,))
            least = table.offset[0]
            most = least + table.unit[0] * table.spans[0]
            rows.append(Row((party, points(worth), points(least), points(most)), settlement.evidence))
            said.append(
                tr(
                    "{points} points to {party}, between {least} and {most}",
                    points=figure(points(worth)),
                    party=course.name(party),
                    least=figure(points(least)),
                    most=figure(points(most)),
                )
            )
    except (NoValue, TooManyPackages) as error:
        return replace(AFFECTED.said, reading=tr("The value cannot be counted: {why}.", why=error))
    return replace(
        AFFECTED.said,
        observed=True,
        value=float(len(rows)),
        # Translators: {what} is "The agreement", {worth} "20 points to the herders, between 0 and 40".
        reading=tr("{what} means {worth}.", what=settlement.terms.called, worth=listing(said)),
        evidence=settlement.evidence,
        table=Table(("party", "value", "least", "most"), tuple(rows)),
    )


def _why_no(settlement: Settlement, party: str) -> str:
    """A party, with the reason why it could not sign the last terms."""
    options = settlement.terms.options if settlement.terms is not None else {}
    why: list[str] = []
    if settlement.values[party] < settlement.floor(party):
        why.append(tr("below its reservation"))
    if crossed(settlement.course.scenario, party, options, settlement.instructions):
        why.append(tr("across a red line"))
    return tr("{party} ({why})", party=settlement.course.name(party), why=listing(why))


def _changes(settlement: Settlement, party: str) -> tuple[int, ...]:
    """The events that changed the instructions of a party."""
    events = settlement.course.scenario.events
    return tuple(
        moment.number
        for moment, sent in settlement.course.every(InjectSent)
        if sent.inject in events and any(effect.party == party for effect in events[sent.inject].effects)
    )


def _no_comparison(settlement: Settlement) -> str:
    if settlement.no_value or settlement.no_analysis:
        return settlement.no_value or settlement.no_analysis
    return tr("No package was acceptable to all, so there was nothing to gain.")

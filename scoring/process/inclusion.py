"""Who else was heard, and what came of it: M15."""

from collections import Counter
from dataclasses import replace

from roles.acts import Family
from scenarios.texts import listing, mark, tr, trn
from scoring.findings import Band, Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, minutes
from scoring.process.inputs import inputs
from scoring.process.presence import attending, mediated, voices, why_no_voice
from scoring.process.settled import settled
from scoring.sentences import begun, figure, lasting, percent, sentence
from simulator.engine.events import (
    InterestDisclosed,
    PhaseEntered,
)
from simulator.engine.session import Moment
from simulator.engine.words import EVERYBODY

PRESENCE = Finding(
    id="M15",
    title=mark("Presence of civil society"),
    panel=Panel.PROCESS,
    observed=False,
    unit="share",
    caution=mark("Presence is not influence: read the share of the time beside what became of the inputs."),
    fundamentals=(Fundamental.INCLUSIVITY,),
)
CONTACT = Finding(
    id="M15.contact",
    title=mark("First contact with civil society"),
    panel=Panel.PROCESS,
    observed=False,
    unit="minutes",
    caution=mark("A word at the coffee machine is a contact too, and the record does not know it."),
    fundamentals=(Fundamental.INCLUSIVITY, Fundamental.PREPAREDNESS),
)
UPTAKE = Finding(
    id="M15.uptake",
    title=mark("Uptake of inputs of civil society"),
    panel=Panel.PROCESS,
    observed=False,
    unit="share",
    caution=mark(
        "What stands in the text was not always put there because of the input, and a comment that led to another "
        "wording may still be unanswered."
    ),
    fundamentals=(Fundamental.INCLUSIVITY, Fundamental.NATIONAL_OWNERSHIP),
)
WOMEN = Finding(
    id="M15.women",
    title=mark("Women on the floor"),
    panel=Panel.PROCESS,
    observed=False,
    unit="share",
    caution=mark("It counts the characters, never the people who play them, and time on the floor is not influence."),
    fundamentals=(Fundamental.INCLUSIVITY,),
)
TERMS = Finding(
    id="M15.terms",
    title=mark("Inclusion in the terms"),
    panel=Panel.PROCESS,
    observed=False,
    unit="issues",
    caution=mark(
        "A seat on paper is a beginning; only what the scenario marks is counted, and no words of people's own."
    ),
    fundamentals=(Fundamental.INCLUSIVITY, Fundamental.QUALITY_AGREEMENT),
)


def presence(course: Course) -> Finding:
    """M15: the share of all time on the floor that civil society had (0 to 1), beside meetings and uptake."""
    parties = voices(course)
    if not parties:
        return replace(PRESENCE.said, reading=why_no_voice(course))
    total = sum(turn.seconds for turn in course.turns)
    filed = inputs(course)
    stood = settled(course) is not None
    rows: list[Row] = []
    said: list[str] = []
    for party in parties:
        turns = [turn for turn in course.turns if course.party_of(turn.seat) == party]
        met = mediated(course, party)
        own = [each for each in filed if each.party == party]
        taken = sum(each.taken is True for each in own)
        seconds = sum(turn.seconds for turn in turns)
        share = round(seconds / total, 3) if total else None
        cells = (party, len(turns), minutes(seconds), share, len(met), len(own), taken)
        evidence = {number for turn in turns for number in turn.evidence}
        evidence |= {meeting.opened.number for meeting in met if meeting.opened}
        rows.append(Row(cells, tuple(sorted(evidence | {each.moment.number for each in own}))))
        meetings = trn("had {n} meeting with mediators", "had {n} meetings with mediators", len(met))
        put = _put_in(len(own), taken, stood)
        if total:
            said.append(
                # Translators: {meetings} is "had 2 meetings with mediators", {put} begins with "put in".
                tr(
                    "{party} had the floor for {share} of {length}, {meetings} and {put}",
                    party=course.name(party),
                    share=percent(seconds / total),
                    length=lasting(total),
                    meetings=meetings,
                    put=put,
                )
            )
        else:
            said.append(tr("{party} {meetings} and {put}", party=course.name(party), meetings=meetings, put=put))
    evidence_ = tuple(sorted({number for row in rows for number in row.evidence}))
    reading = sentence(*said)
    if not total:
        unknown = tr("Nobody had the floor on the speaking clock, so who spoke how long is not known.")
        reading = f"{reading} {unknown}"
    if not evidence_ and not total:
        return replace(PRESENCE.said, reading=reading)
    if not evidence_:
        evidence_ = tuple(number for turn in course.turns for number in turn.evidence)
    spoken = sum(turn.seconds for turn in course.turns if course.party_of(turn.seat) in parties)
    return replace(
        PRESENCE.said,
        observed=True,
        value=spoken / total if total else None,
        reading=reading,
        evidence=evidence_,
        table=Table(("party", "turns", "minutes", "share", "meetings", "inputs", "reflected"), tuple(rows)),
    )


def _put_in(filed: int, taken: int, stood: bool) -> str:
    if not filed:
        return tr("put in nothing that is recorded")
    if not stood:
        return trn(
            "put in {n} input, and nothing was on the table that could reflect it",
            "put in {n} inputs, and nothing was on the table that could reflect them",
            filed,
        )
    if not taken:
        return trn(
            "put in {n} input, of which what stood in the end reflects none",
            "put in {n} inputs, of which what stood in the end reflects none",
            filed,
        )
    return trn(
        "put in {n} input, of which what stood in the end reflects {taken}",
        "put in {n} inputs, of which what stood in the end reflects {taken}",
        filed,
        taken=taken,
    )


def first_contact(course: Course) -> Finding:
    """M15: the play minute at which a mediator first met a party of civil society alone, or was told its interest.

    The latest of them counts. It is late once a phase that opens work on the text has begun.
    """
    parties = voices(course)
    if not parties:
        return replace(CONTACT.said, reading=why_no_voice(course))
    drafting = _drafting(course)
    first = {party: _contact(course, party) for party in parties}
    rows = tuple(
        Row((party, minutes(moment.seconds) if moment else None, moment.phase if moment else None), _numbers(moment))
        for party, moment in first.items()
    )
    met = [moment for moment in first.values() if moment is not None]
    missing = [course.name(party) for party, moment in first.items() if moment is None]
    table = Table(("party", "minute", "phase"), rows)
    if missing and drafting is None:
        # Translators: {ended} is "the talks ended" or "the record breaks off".
        reading = tr(
            "The mediators did not meet {parties}; {ended} before work on the text began.",
            parties=listing(missing),
            ended=course.cut_off_by,
        )
        return replace(CONTACT.said, reading=reading, table=table, evidence=_numbers(*met))
    late = bool(missing) or (drafting is not None and any(moment.number > drafting.number for moment in met))
    said = listing(
        tr("{party} in minute {minute}", party=course.name(p), minute=figure(minutes(m.seconds)))
        for p, m in first.items()
        if m
    )
    if not met:
        who = tr("The mediators never met {parties}", parties=listing(missing))
    elif missing:
        who = tr(
            "The mediators first met, or heard in private, {parties}, and never {missing}",
            parties=said,
            missing=listing(missing),
        )
    else:
        who = tr("The mediators first met, or heard in private, {parties}", parties=said)
    began = ""
    if drafting is not None:
        began = tr("work on the text began in minute {minute}", minute=figure(minutes(drafting.seconds)))
    return replace(
        CONTACT.said,
        observed=True,
        value=None if missing else max(minutes(moment.seconds) for moment in met),
        reading=sentence(who, began),
        band=Band.WORTH_A_LOOK if late else Band.AS_PLANNED,
        evidence=_numbers(*met, drafting),
        table=table,
    )


def uptake(course: Course) -> Finding:
    """M15: of what civil society put in, the share that what stood in the end reflects (0 to 1).

    An option or an interest is reflected where the agreement, or else what came on the table last, has the option or
    one that serves the interest; a comment where the clause was changed after it; a bracket where its alternative was
    taken or merged; a paper that was handed in where an option that takes it up stands there, or else as it was traced.
    An interest that no option serves is left out, and everything where nothing was on the table.
    """
    parties = voices(course)
    if not parties:
        return replace(UPTAKE.said, reading=why_no_voice(course))
    filed = inputs(course)
    if not filed:
        names = listing(course.name(party) for party in parties)
        reading = tr("No option, comment, bracket or interest of {parties} is recorded.", parties=names)
        return replace(UPTAKE.said, reading=reading)
    end = settled(course)
    evidence = tuple(sorted({each.moment.number for each in filed} | set(end.evidence if end else ())))
    states = {True: "reflected", False: "not_reflected", None: "cannot_be_seen"}
    already = sum(each.before for each in filed if each.taken)
    rows = tuple(
        Row(
            (
                each.party,
                each.kind,
                each.about if each.kind == "interest" else None,
                each.about if each.kind == "option" else None,
                each.about if each.kind in ("comment", "bracket") else None,
                minutes(each.moment.seconds),
                "tabled_before" if each.taken and each.before else states[each.taken],
            ),
            (each.moment.number,),
        )
        for each in filed
    )
    table = Table(("party", "input", "interest", "option", "clause", "minute", "state"), rows)
    seen = [each for each in filed if each.taken is not None]
    if not seen or end is None:
        reading = trn(
            "{n} input, but nothing on the table that could reflect it.",
            "{n} inputs, but nothing on the table that could reflect them.",
            len(filed),
        )
        return replace(UPTAKE.said, reading=reading, evidence=evidence, table=table)
    taken = sum(each.taken is True for each in seen)
    kinds = Counter(each.kind for each in filed)
    values = {"kinds": listing(_filed(*pair) for pair in kinds.items()), "what": end.called, "taken": taken}
    if already:
        # Translators: {kinds} is "2 comments and 1 option", {what} is "the agreement" or "the last text".
        reading = trn(
            "Of {n} input ({kinds} filed), {what} reflects {taken}, {already} of them by what others had put forward "
            "before.",
            "Of {n} inputs ({kinds} filed), {what} reflects {taken}, {already} of them by what others had put forward "
            "before.",
            len(seen),
            already=already,
            **values,
        )
    else:
        reading = trn(
            "Of {n} input ({kinds} filed), {what} reflects {taken}.",
            "Of {n} inputs ({kinds} filed), {what} reflects {taken}.",
            len(seen),
            **values,
        )
    return replace(UPTAKE.said, observed=True, value=taken / len(seen), reading=reading, evidence=evidence, table=table)


def _filed(kind: str, times: int) -> str:
    """How many inputs of a kind there were."""
    match kind:
        case "option":
            return trn("{n} option", "{n} options", times)
        case "comment":
            return trn("{n} comment", "{n} comments", times)
        case "bracket":
            return trn("{n} bracket", "{n} brackets", times)
        case "input":
            # Translators: an input is a paper that was handed in.
            return trn("{n} paper", "{n} papers", times)
    return trn("{n} interest", "{n} interests", times)


def women(course: Course) -> Finding:
    """M15: the share of the time on the floor that characters who are women had (0 to 1), among all with a gender."""
    scenario = course.scenario
    here = attending(course)
    genders = ("woman", "man", "unstated")
    if not any(scenario.seats[seat].gender == "woman" for seat in here):
        stated = any(scenario.seats[seat].gender != "unstated" for seat in here)
        reading = (
            tr("No seat that was played is a woman's.")
            if stated
            else tr("The scenario states no gender of its characters.")
        )
        return replace(WOMEN.said, reading=reading)
    seats = {gender: [seat for seat in here if scenario.seats[seat].gender == gender] for gender in genders}
    turns = {gender: [turn for turn in course.turns if turn.seat in seats[gender]] for gender in genders}
    spoken = {gender: sum(turn.seconds for turn in of_gender) for gender, of_gender in turns.items()}
    total = spoken["woman"] + spoken["man"]
    rows = tuple(
        Row(
            (
                gender,
                len(seats[gender]),
                len({turn.seat for turn in turns[gender]}),
                len(turns[gender]),
                minutes(spoken[gender]),
                round(spoken[gender] / total, 3) if total and gender != "unstated" else None,
            ),
            tuple(number for turn in turns[gender] for number in turn.evidence),
        )
        for gender in genders
        if seats[gender]
    )
    table = Table(("gender", "seats", "seats_that_spoke", "turns", "minutes", "share"), rows)
    known = len(seats["woman"]) + len(seats["man"])
    sat = trn(
        "Women had {women} of {n} seat with a stated gender",
        "Women had {women} of {n} seats with a stated gender",
        known,
        women=len(seats["woman"]),
    )
    if not total:
        unknown = tr("nobody had the floor on the speaking clock, so who spoke how long is not known")
        return replace(WOMEN.said, reading=sentence(sat, unknown), table=table)
    share = spoken["woman"] / total
    spoke = len({turn.seat for turn in turns["woman"]})
    heard = tr("none of them spoke")
    if spoke:
        heard = trn(
            "{n} of them spoke, for {share} of the time",
            "{n} of them spoke, for {share} of the time",
            spoke,
            share=percent(share),
        )
    return replace(
        WOMEN.said,
        observed=True,
        value=share,
        reading=sentence(sat, heard),
        evidence=tuple(sorted({number for row in rows for number in row.evidence})),
        table=table,
    )


def inclusive_terms(course: Course) -> Finding:
    """M15: the issues settled by an option that gives women, youth, the displaced or others a seat or a benefit."""
    issues = course.scenario.issues
    if not any(option.includes for issue in issues.values() for option in issue.options.values()):
        return replace(TERMS.said, reading=tr("The scenario marks no option as one that includes others."))
    end = settled(course)
    if end is None:
        return replace(TERMS.said, reading=tr("Nothing was on the table."))
    rows: list[Row] = []
    for name, issue in issues.items():
        option = issue.options.get(end.options.get(name, ""))
        could = any(each.includes for each in issue.options.values())
        if could or (option is not None and option.includes):
            whom = ", ".join(option.includes) if option is not None and option.includes else None
            rows.append(Row((name, end.options.get(name), whom), end.evidence))
    number = sum(row.cells[2] is not None for row in rows)
    return replace(
        TERMS.said,
        observed=True,
        value=float(number),
        # Translators: {what} is "The agreement", "The last text" or "The last package, package 3,".
        reading=trn(
            "{what} gives others than the parties a place on {some} of {n} issue where an option does.",
            "{what} gives others than the parties a place on {some} of {n} issues where an option does.",
            len(rows),
            what=begun(end.called),
            some=number,
        ),
        evidence=end.evidence,
        table=Table(("issue", "option", "includes"), tuple(rows)),
    )


def _contact(course: Course, party: str) -> Moment | None:
    """The first private meeting of a party with mediators, or the first interest that it told one in private."""
    moments = [meeting.opened for meeting in mediated(course, party) if meeting.opened is not None]
    moments += [
        moment
        for moment, event in course.every(InterestDisclosed)
        if course.party_of(event.by) == party
        and EVERYBODY not in event.to
        and any(course.mediates(seat) for seat in event.to)
    ]
    return min(moments, key=lambda moment: moment.number, default=None)


def _drafting(course: Course) -> Moment | None:
    """When the first phase began that opens work on the text."""
    phases = course.scenario.phases
    return next(
        (
            moment
            for moment, event in course.every(PhaseEntered)
            if event.phase in phases and Family.TEXT in phases[event.phase].allows
        ),
        None,
    )


def _numbers(*moments: Moment | None) -> tuple[int, ...]:
    return tuple(sorted({moment.number for moment in moments if moment is not None}))

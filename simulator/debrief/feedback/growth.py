"""What to try next time: acts of a seat that cost something, each with its events and a sentence to say instead."""

from scenarios.texts import tr, trn
from scoring.preferences import acceptable_to
from scoring.process.course import Meeting
from simulator.debrief.feedback.point import Own, Point, Rule, first, numbers, words
from simulator.debrief.naming import clock_text
from simulator.engine import events as e
from simulator.engine.words import EVERYBODY, Answer, Move

MOST = 2
"""Growth points on a page."""

LONG = 180.0
"""Seconds after which a turn on the floor is long."""


def growth(own: Own) -> tuple[Point, ...]:
    """Two growth points, the weightiest first; where the record shows fewer, what is worth trying at any table."""
    found = first(RULES, own, MOST)
    tried = {point.instead for point in found}
    others = [point for point in _anybody() if point.instead not in tried]
    return (*found, *others[: MOST - len(found)])


def _anybody() -> tuple[Point, ...]:
    """What is worth trying whatever somebody did."""
    return (
        Point(
            tr(
                "Nothing in the record asks for it; it is worth trying at any table: say what you understood before "
                "you answer."
            ),
            (),
            instead=tr("“If I hear you rightly, what matters to you is … Have I understood you?”"),
        ),
        Point(
            tr("Worth trying at any table: one more open question before the first proposal."),
            (),
            instead=tr("“What would have to be true so that you could say yes?”"),
        ),
    )


def _breach(own: Own) -> Point | None:
    found = [moment for moment, event in own.did(e.InterestRelayed) if event.breach]
    if not found:
        return None
    text = tr("You passed on what you had been told in confidence.")
    return Point(text, numbers(found), instead=tr("“I may not speak of that. Shall I ask whether I may?”"))


def _threat(own: Own) -> Point | None:
    found = own.tagged(Move.THREAT)
    if not found:
        return None
    text = trn("Somebody noted a threat while you spoke.", "Somebody noted {n} threats while you spoke.", len(found))
    instead = tr("“Without an agreement we all go home with less. What do you need so that we need not go there?”")
    return Point(text, numbers(found), instead=instead)


def _below(own: Own) -> Point | None:
    if not own.decides:
        return None
    offers = {event.package: event for _, event in own.known.course.every(e.PackageTabled)}
    for moment, event in own.did(e.PackageAnswered):
        offer = offers.get(event.package)
        if event.answer is not Answer.ACCEPT or offer is None:
            continue
        if not acceptable_to(own.known.scenario, own.party, offer.terms, own.known.settlement.instructions):
            text = tr("You said yes to package {n}, which your instructions did not allow.", n=event.package)
            instead = tr("“Give us ten minutes: we have to hold this against what we have without an agreement.”")
            return Point(text, (moment.number,), words((moment,)), instead)
    return None


def _walked_out(own: Own) -> Point | None:
    found = [moment for moment, _ in own.did(e.PartyWalkedOut)]
    if not found:
        return None
    text = tr("You walked out. It was heard; what you need in order to come back was not.")
    instead = tr("“We need ten minutes. We come back at half past, and say what we need so that we can go on.”")
    return Point(text, numbers(found), instead=instead)


def _missed(own: Own) -> Point | None:
    for moment, event in own.known.course.every(e.InjectMissed):
        inject = own.known.scenario.events.get(event.inject)
        sent = [
            s for s, each in own.known.course.every(e.InjectSent) if each.inject == event.inject and own.seat in each.to
        ]
        expected = inject is not None and inject.expect is not None and own.party in inject.expect.by
        if inject is not None and expected and sent:
            text = tr("{event} came, and what it asked for was not done in time.", event=inject.title)
            instead = tr(
                "“We have just heard of this. Before anybody speaks about it: what do we know, and who can check?”"
            )
            return Point(text, (sent[0].number, moment.number), instead=instead)
    return None


def _rejected(own: Own) -> Point | None:
    turned_down = {event.package: moment for moment, event in own.known.course.every(e.PackageRejected)}
    found = [
        (moment, turned_down[event.package])
        for moment, event in own.did(e.PackageTabled)
        if event.package in turned_down
    ]
    if not found:
        return None
    offered, answered = found[-1]
    text = trn(
        "A package that you tabled was turned down.", "{n} packages that you tabled were turned down.", len(found)
    )
    instead = tr("“Which part of it can you not live with, and what would make it possible?”")
    return Point(text, (offered.number, answered.number), words((offered,)), instead)


def _plain_no(own: Own) -> Point | None:
    found = [m for m, event in own.did(e.PackageAnswered) if event.answer is Answer.REJECT and not event.text]
    if not found:
        return None
    text = trn(
        "You turned down a package and gave no reason in the record.",
        "You turned down {n} packages and gave no reason in the record.",
        len(found),
    )
    return Point(
        text, numbers(found), instead=tr("“We cannot accept this article as it stands. We could if it read …”")
    )


def _unheard(own: Own) -> Point | None:
    told = own.known.course.any_of(e.InterestDisclosed, e.InterestRelayed)
    heard = [
        moment
        for moment in told
        if isinstance(moment.event, e.InterestDisclosed | e.InterestRelayed)
        and moment.event.by != own.seat
        and own.known.scenario.parties.get(moment.event.interest.partition(".")[0]) is not None
        and moment.event.interest.partition(".")[0] != own.party
        and (own.seat in moment.event.to or EVERYBODY in moment.event.to)
    ]
    answered = {
        event.interest for _, event in own.known.course.every(e.InterestAcknowledged) if event.party == own.party
    }
    left = [m for m in heard if getattr(m.event, "interest", "") not in answered]
    if not left:
        return None
    text = trn(
        "You were told an interest of others, and the record shows no answer to it.",
        "You were told {n} interests of others, and the record shows no answer to them.",
        len(left),
    )
    instead = tr("“If I hear you rightly, what matters to you is … Have I understood you?”")
    return Point(text, numbers(left), instead=instead)


def _silent_on_needs(own: Own) -> Point | None:
    party = own.known.scenario.parties[own.party]
    if own.mediates or not party.interests or own.did(e.InterestDisclosed):
        return None
    stated = [moment for moment, _ in own.did(e.PositionStated)]
    text = tr("You told nobody what your side needs behind its position, as far as the record shows.")
    instead = tr("“What matters to us behind this is … What matters to you?”")
    return Point(text, numbers(stated), words(stated), instead)


def _early(own: Own) -> Point | None:
    offers = own.did(e.PackageTabled)
    if not offers:
        return None
    moment = offers[0][0]
    heard = own.known.course.any_of(e.InterestDisclosed, e.InterestRelayed)
    if any(one.number < moment.number for one in heard):
        return None
    text = tr("You tabled your first package before anybody had told an interest.")
    instead = tr("“Before we propose anything: what does each of us need this agreement to do?”")
    return Point(text, (moment.number,), words((moment,)), instead)


def _closed_questions(own: Own) -> Point | None:
    closed, opened = own.tagged(Move.CLOSED_QUESTION), own.tagged(Move.OPEN_QUESTION)
    if len(closed) <= len(opened):
        return None
    text = tr("More of your questions were noted as closed than as open.")
    return Point(text, numbers(closed), instead=tr("“What would have to be true so that you could say yes?”"))


def _long(own: Own) -> Point | None:
    found = [turn for turn in own.turns if turn.seconds > LONG]
    if not found:
        return None
    longest = max(found, key=lambda turn: turn.seconds)
    text = tr("Your longest turn lasted {length}.", length=clock_text(longest.seconds))
    instead = tr("“Three points, half a minute each; then I should like to hear you.”")
    return Point(text, longest.evidence[:1], instead=instead)


def _promised(own: Own) -> Point | None:
    found = own.tagged(Move.PROMISE)
    if not found:
        return None
    text = tr("Somebody noted a promise while you spoke. Was it yours to keep?")
    instead = tr("“I can take this to them. I cannot promise what they say.”")
    return Point(text, numbers(found), instead=instead)


def _one_sided(own: Own) -> Point | None:
    if not own.mediates:
        return None
    scenario = own.known.scenario
    met: dict[str, Meeting] = {}
    met_by_the_team: set[str] = set()
    for meeting in own.known.course.meetings:
        there = {scenario.seats[seat].party for seat in meeting.seats if seat in scenario.seats}
        if scenario.seats[own.seat].party in there:
            met_by_the_team |= there
        if own.seat in meeting.seats:
            met |= dict.fromkeys(there, meeting)
    sides = scenario.deciding()
    seen = [party for party in sides if party in met]
    if not seen or met_by_the_team >= set(sides):
        return None
    names = own.known.names
    text = tr("You sat alone with some sides and not with others: with {party}.", party=names.parties(seen))
    evidence = numbers(opened for party in seen if (opened := met[party].opened) is not None)
    instead = tr("“I have spent twenty minutes with them, and should like as much with you before we go on.”")
    return Point(text, evidence, instead=instead)


def _bare_bracket(own: Own) -> Point | None:
    found = [m for m, event in own.did(e.ClauseBracketed) if not event.wording and not event.option]
    if not found:
        return None
    text = tr("You put brackets around words without writing what you would rather read.")
    return Point(text, numbers(found), instead=tr("“We could live with these words instead: …”"))


def _unsaid(own: Own) -> Point | None:
    if own.turns or not own.known.course.turns:
        return None
    text = tr("The speaking clock ran for others, and never for you.")
    return Point(text, (), instead=tr("“May I add one thing from our side before we go on?”"))


RULES: tuple[Rule, ...] = (
    _breach,
    _threat,
    _below,
    _one_sided,
    _walked_out,
    _missed,
    _early,
    _unheard,
    _silent_on_needs,
    _plain_no,
    _closed_questions,
    _promised,
    _rejected,
    _bare_bracket,
    _long,
    _unsaid,
)

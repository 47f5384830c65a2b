"""What waits for this seat, the most pressing first, and the key that leads to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content
from textual.style import Style

from roles.acts import Act
from scenarios.texts import tr, trn
from simulator.engine.view.shapes import PulseView, TextView, View
from simulator.engine.words import Consent
from simulator.tui.safe import one_line
from simulator.tui.seat import committee, hotline, messages, preparation, words
from simulator.tui.seat.pane import Pane
from simulator.tui.seat.panes import ALL
from simulator.tui.seat.wishes.commitments import waiting_shocks
from simulator.tui.seat.wishes.committee import waiting_committee
from simulator.tui.seat.wishes.hotline import waiting_calls
from simulator.tui.seat.wishes.messages import waiting_messages
from simulator.tui.seat.wishes.preparation import own_sheet

FRESH = 45.0
"""Play seconds for which a new phase is news."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits: words that tell nothing of what is in it, and what leads there."""

    text: str
    action: str
    """An action of the seat's screen: a pane by its number, or a deed."""
    news: bool = False
    """Whether it only tells; the others want an answer."""


def open_pulse(view: View) -> PulseView | None:
    """The first self-report that this seat has not answered."""
    return next((p for p in view.pulses if not p.answered), None)


def waits(view: View, unread: int = 0) -> tuple[Waiting, ...]:
    """All that waits, the most pressing first; what only tells comes last."""
    found = (
        *_floor(view),
        *_at_once(view),
        *_invitations(view),
        *_adoption(view),
        *_calls(view),
        *_offers(view),
        *_process(view),
        *_papers(view, unread),
        *_chair(view),
        *_news(view),
    )
    return tuple(sorted(found, key=lambda one: one.news))


def how_many(view: View) -> int:
    """How many things want an answer from this seat; papers count until somebody opened them."""
    unread = sum(1 for paper in view.papers if not (paper.answered or paper.opened))
    return sum(not one.news for one in waits(view, unread))


def waiting(view: View, unread: int) -> Content:
    """The most pressing thing, and how many more there are; nothing when nothing waits."""
    found = waits(view, unread)
    if not found:
        return Content("")
    first, more = found[0], len(found) - 1
    line = words.loud(f" {first.text} ").stylize(Style.from_meta({"@click": f"screen.{first.action}"}))
    if not more:
        return line
    said = trn("+{n} more: W", "+{n} more: W", more)
    return line + Content(" ") + words.head(said).stylize(Style.from_meta({"@click": "screen.deed('waiting')"}))


def _floor(view: View) -> Iterator[Waiting]:
    for body, floor in view.floors.items():
        name = view.body_names.get(body, body)
        if floor.speaker == view.seat:
            yield Waiting(
                tr("You have the floor in {body}. Press 3; y ends your turn.", body=name), "pane(3)", news=True
            )
        elif floor.open and floor.queue[:1] == (view.seat,):
            yield Waiting(tr("You speak next in {body}.", body=name), "pane(3)", news=True)


def _at_once(view: View) -> Iterator[Waiting]:
    pulse = open_pulse(view)
    if pulse is not None:
        said = trn(
            "A short self-report waits: {n} statement, 1 to 7. Press p.",
            "A short self-report waits: {n} statements, 1 to 7. Press p.",
            len(pulse.items),
        )
        yield Waiting(said, "deed('pulse')")
    if view.caucus is not None and view.clock.seconds - view.caucus.opened > view.caucus_minutes * 60:
        length = words.ms(view.caucus_minutes * 60)
        yield Waiting(tr("Your private meeting has lasted its {length}. Press 4.", length=length), "pane(4)", news=True)


def _invitations(view: View) -> Iterator[Waiting]:
    mine = _mine(view)
    for caucus in view.caucuses:
        caller = view.seats.get(caucus.caller)
        theirs = caller is None or (caller.party != mine and mine not in caucus.accepted)
        if caucus.state in ("requested", "granted") and view.seat in caucus.seats and theirs:
            yield Waiting(tr("An invitation to a private meeting waits. Press 4."), "pane(4)")


def _adoption(view: View) -> Iterator[Waiting]:
    mine = _mine(view)
    if not view.possible(Act.ADOPT_TEXT):
        return
    if view.text.state == "in_adoption" and mine in view.text.entitled and mine not in view.text.verdicts:
        said = tr("The text is put to adoption: your party answers. Press 7.")
        if view.text.until is not None:
            left = words.ms(view.text.until - view.clock.seconds)
            said = tr("Silence adopts the text in {time}: object before, or stay silent. Press 7.", time=left)
        yield Waiting(said, "pane(7)")
    if any(_asks(text, mine) for text in view.texts.values()):
        yield Waiting(tr("Another text is put to adoption: your party has a say. Press 7."), "pane(7)")


def _asks(text: TextView, party: str) -> bool:
    return text.state == "in_adoption" and party in text.entitled and party not in text.verdicts


def _calls(view: View) -> Iterator[Waiting]:
    calls = waiting_calls(view)
    if calls is not None:
        yield Waiting(calls, _pane(hotline.PANE))
    reports = waiting_committee(view)
    if reports is not None:
        yield Waiting(reports, _pane(committee.PANE))
    brought = waiting_messages(view)
    if brought is not None:
        yield Waiting(brought, _pane(messages.PANE))
    if waiting_shocks(view):
        yield Waiting(tr("A shock is thrown at the text: which article answers it? Press 7."), "pane(7)")
    asked = sum(call.answer is None for call in view.expert_calls)
    if asked and view.possible(Act.ANSWER_EXPERT):
        said = trn(
            "{n} question waits for your answer. Press 8.", "{n} questions wait for your answer. Press 8.", asked
        )
        yield Waiting(said, "pane(8)")


def _offers(view: View) -> Iterator[Waiting]:
    mine = _mine(view)
    heads = view.me is not None and view.me.heads and view.party is not None and view.party.decides
    if not heads or not view.possible(Act.ANSWER_PACKAGE):
        return
    open_ = [
        p.package
        for p in view.packages
        if p.package.state == "tabled"
        and (p.package.party != mine or p.package.floated)
        and mine not in p.package.answers
    ]
    if open_:
        said = trn(
            "{n} offer waits for your party's answer. Press 6.",
            "{n} offers wait for your party's answer. Press 6.",
            len(open_),
        )
        yield Waiting(said, "pane(6)")


def _process(view: View) -> Iterator[Waiting]:
    heads = view.me is not None and view.me.heads and view.party is not None and view.party.decides
    if heads and view.party is not None and view.possible(Act.GIVE_CONSENT):
        if view.party.consent is Consent.UNASKED:
            yield Waiting(tr("Your party has not said whether it takes part. Press 1, then c."), "pane(1)")
        if view.party.consent is Consent.SUSPENDED:
            yield Waiting(tr("Your party has left the talks. Press 1; r is the way back."), "pane(1)", news=True)
    if heads and view.possible(Act.ADOPT_AGENDA):
        for body in view.bodies.values():
            agenda = body.agenda
            open_ = bool(agenda.proposed) and agenda.adopted is None and body.mine and body.sits
            if open_ and view.seats[view.seat].party not in agenda.endorsed and agenda.proposer != view.seat:
                yield Waiting(tr("An agenda is proposed: does your party agree? Press 1, then d."), "pane(1)")
                break
    phase = view.clock.phase
    if phase is None or phase.kind != "briefing" or view.me is None:
        return
    sheet = own_sheet(view)
    if sheet is not None and sheet.asked and sheet.filed is None:
        yield Waiting(tr("The exercise waits for your preparation sheet. Press 0."), _pane(preparation.PANE))
    if not view.me.ready:
        yield Waiting(tr("Read your papers, then say that you are ready: b, then y."), "pane(2)")


def _papers(view: View, unread: int) -> Iterator[Waiting]:
    if unread:
        said = trn("{n} new paper reached you. Press 8.", "{n} new papers reached you. Press 8.", unread)
        yield Waiting(said, "pane(8)")


def _chair(view: View) -> Iterator[Waiting]:
    if not view.possible(Act.GIVE_FLOOR):
        return
    for body, floor in view.floors.items():
        if view.seat not in view.chairs.get(body, ()) or not floor.open:
            continue
        name = view.body_names.get(body, body)
        if floor.speaker is None and floor.queue:
            said = trn(
                "{n} waits for the floor in {body}. Press 3, then g.",
                "{n} wait for the floor in {body}. Press 3, then g.",
                len(floor.queue),
                body=name,
            )
            yield Waiting(said, "pane(3)")
        elif floor.speaker not in (None, view.seat) and floor.limit and view.clock.seconds - floor.since > floor.limit:
            yield Waiting(tr("The speaker in {body} is over time. Press 3, then y.", body=name), "pane(3)")


def _news(view: View) -> Iterator[Waiting]:
    phase = view.clock.phase
    if phase is not None and phase.kind == "play" and view.clock.phase_seconds < FRESH:
        yield Waiting(tr("A new phase: {phase}. Press 1.", phase=one_line(phase.name)), "pane(1)", news=True)


def _pane(pane: Pane) -> str:
    """The action that opens a pane."""
    return f"pane({ALL.index(pane) + 1})"


def _mine(view: View) -> str:
    return view.party.id if view.party else ""

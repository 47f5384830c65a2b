"""Those who are at the table and decide nothing: expert, platform, friend, elder, observer, rapporteur."""

from roles.acts import Act
from roles.rights import Kind
from simulator.engine import Command, View
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.words import Move, Source
from simulator.rehearsal.character import character
from simulator.rehearsal.people import ask_floor
from simulator.rehearsal.phrases import say
from simulator.rehearsal.situation import (
    MINUTE,
    UNSTAMPED,
    agreed,
    away,
    chance,
    deciding,
    left,
    mediating,
    mine,
    nature,
    scale,
    share,
)


def answer_expert(view: View) -> Command | None:
    """Answer with the card that has most in common with the question and was not used yet."""
    if not view.possible(Act.ANSWER_EXPERT):
        return None
    used = {call.card for call in view.expert_calls}
    for call in view.expert_calls:
        if call.answer is not None or view.clock.seconds - call.asked < 45 * scale(view):
            continue
        cards = [name for name in view.expert_cards if name not in used] or list(view.expert_cards)
        if not cards:
            return c.AnswerExpert(at=UNSTAMPED, by=view.seat, call=call.number, text=say(view, "no-card"))
        words = {word.strip("“”«»?.,").lower() for word in call.question.split() if len(word) > 3}
        card = max(cards, key=lambda name: sum(word in f"{name} {view.expert_cards[name]}".lower() for word in words))
        return c.AnswerExpert(at=UNSTAMPED, by=view.seat, call=call.number, card=card)
    return None


def appeal(view: View) -> Command | None:
    """Appeal when somebody has left, or when time runs out without an agreement."""
    if not view.possible(Act.APPEAL) or view.appeals_left < 1 or view.outcome is not None:
        return None
    gone = any(away(view, party) for party in deciding(view))
    late = left(view) < 10 * MINUTE * scale(view) and agreed(view) is None
    if not gone and not (late and nature(view, "appeal").random() < 0.6):
        return None
    return c.MakeAppeal(at=UNSTAMPED, by=view.seat, text=say(view, "appeal"))


def propose_option(view: View) -> Command | None:
    """Put on the board what only one's own people know."""
    if not view.possible(Act.PROPOSE_OPTION) or share(view) < 0.25 + 0.4 * (1 - character(view).candour):
        return None
    if chance(view, "option").random() > 0.15:
        return None
    for name, issue in view.issues.items():
        for option in issue.options:
            if not option.on_board:
                return c.ProposeOption(at=UNSTAMPED, by=view.seat, issue=name, option=option.id)
    return None


def ask_to_speak(view: View) -> Command | None:
    """Ask for the floor: those who speak for many more often than those who watch."""
    if view.party is None:
        return None
    return ask_floor(view, 0.07 if view.party.kind is Kind.CIVIL_SOCIETY else 0.02)


_AFTER_MEDIATOR = (
    Move.OPEN_QUESTION,
    Move.OPEN_QUESTION,
    Move.CLOSED_QUESTION,
    Move.CHECK,
    Move.PARAPHRASE,
    Move.SUMMARY,
    Move.REFRAME,
    Move.PROCEDURE,
    Move.ACKNOWLEDGE,
)
_AFTER_PARTY = (Move.OPEN_QUESTION, Move.CLOSED_QUESTION, Move.PROMISE, Move.ACKNOWLEDGE, Move.REALITY_TEST)


def tag_move(view: View) -> Command | None:
    """Tag what the last speaker did, most of the times; only those who keep the record tag as stand-ins."""
    if not view.possible(Act.TAG_MOVE) or view.party is None or view.party.kind is not Kind.SECRETARIAT:
        return None
    turn = next((m for m in reversed(view.log) if isinstance(m.event, e.FloorYielded)), None)
    if turn is None or not isinstance(turn.event, e.FloorYielded) or turn.event.seconds < 15:
        return None
    tagged = mine(view, e.MoveTagged)
    if (tagged is not None and tagged.number > turn.number) or view.clock.seconds - turn.seconds > 90:
        return None
    dice = nature(view, f"tag {turn.number}")
    seat = turn.event.seat
    if seat not in view.seats or view.seats[seat].source is Source.EMPTY or dice.random() > 0.75:
        return None
    if mediating(view, seat):
        move = dice.choice(_AFTER_MEDIATOR)
    else:
        move = Move.THREAT if dice.random() < 0.06 else dice.choice(_AFTER_PARTY)
    issue = dice.choice(list(view.issues)) if dice.random() < 0.4 else None
    return c.TagMove(at=UNSTAMPED, by=view.seat, seat=seat, move=move, issue=issue)

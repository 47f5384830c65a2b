"""Messengers who lose a little on the way, words without status, words to the press, a late report on compliance."""

import re

from roles.acts import Act
from roles.rights import Kind
from simulator.engine import Command, View
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.words import EVERYBODY
from simulator.rehearsal.phrases import say
from simulator.rehearsal.situation import (
    MINUTE,
    UNSTAMPED,
    away,
    chance,
    deciding,
    head_of,
    latest,
    leads,
    may,
    mine,
    nature,
    played,
    scale,
    share,
    team,
    waited,
)

_MOST_MESSAGES = 5
_LEVEL = {"done": (2, 3), "in_progress": (1, 2), "scheduled": (0, 1), "blocked": (0, 1), "violated": (0, 0)}
"""How far a promise seems to be kept, by its progress; what is said to be done is not always."""


def send_messenger(view: View) -> Command | None:
    """Send somebody of the team to a side with a question on an issue, one at a time."""
    if not view.possible(Act.SEND_MESSENGER) or not leads(view, Act.SEND_MESSENGER) or view.outcome is not None:
        return None
    sent = [m for m in view.committee.messages if m.by == view.seat]
    if len(sent) >= _MOST_MESSAGES or any(m.delivered is None for m in sent):
        return None
    pause = nature(view, f"message {len(sent)}").uniform(6, 14) * MINUTE * scale(view)
    if view.clock.phase_seconds < pause / 2 or waited(view, latest(view, e.MessengerSent)) < pause:
        return None
    able = [seat for seat in team(view) if seat != view.seat and may(view, seat, Act.CARRY_MESSAGE)]
    able = [seat for seat in able if view.me is not None and view.seats[seat].party == view.me.party]
    sides = [party for party in deciding(view) if not away(view, party)]
    dice = chance(view, "message")
    if not able or not sides:
        return None
    to = head_of(view, dice.choice(sides))
    if to is None:
        return None
    issue = dice.choice([matter.title for matter in view.issues.values()])
    text = say(view, "message", issue=issue)
    return c.SendMessenger(at=UNSTAMPED, by=view.seat, seat=dice.choice(able), to=(to,), text=text)


def deliver_message(view: View) -> Command | None:
    """Say a message that one carries: as it was given, or with something lost and something softened."""
    if not view.possible(Act.CARRY_MESSAGE):
        return None
    for message in view.committee.messages:
        if message.seat != view.seat or message.delivered is not None:
            continue
        if view.clock.seconds - message.sent < view.inputs.travel + 20 * scale(view):
            return None
        text = _retold(view, message.number, message.text)
        return c.DeliverMessage(at=UNSTAMPED, by=view.seat, message=message.number, text=text)
    return None


def _retold(view: View, number: int, text: str) -> str:
    dice = nature(view, f"retold {number}")
    if dice.random() < 0.25:
        return text
    parts = re.split(r"(?<=[,.;:?!])\s+", text)
    kept = [part for place, part in enumerate(parts) if place == 0 or dice.random() > 0.35]
    told = " ".join(kept).rstrip(",;: ")
    told = told if told.endswith((".", "?", "!")) else told + "."
    softer = len(kept) == len(parts) or dice.random() < 0.4
    return f"{say(view, 'softly')} {told}" if softer else told


def tell_press(view: View) -> Command | None:
    """Say a word to the press: those who live from it now and then, sides hardly ever."""
    if not view.possible(Act.PRESS) or view.party is None:
        return None
    public = view.party.kind in (Kind.CIVIL_SOCIETY, Kind.OBSERVER)
    pause = (12 if public else 30) * MINUTE * scale(view)
    if view.clock.phase_seconds < pause / 3 or waited(view, mine(view, e.StatementIssued)) < pause:
        return None
    if chance(view, "press").random() > (0.05 if public else 0.01):
        return None
    issue = chance(view, "press about").choice([matter.title for matter in view.issues.values()])
    return c.IssueStatement(at=UNSTAMPED, by=view.seat, text=say(view, "press", issue=issue))


def hand_non_paper(view: View) -> Command | None:
    """Once, some hand a thought that binds nobody to those who hold the pen, or to everybody."""
    if not view.possible(Act.NON_PAPER) or view.outcome is not None or view.me is None or not view.me.heads:
        return None
    if any(paper.by == view.seat for paper in view.inputs.non_papers):
        return None
    dice = nature(view, "non-paper")
    if dice.random() > 0.3 or share(view) < dice.uniform(0.2, 0.7):
        return None
    issue = dice.choice([matter.title for matter in view.issues.values()])
    pens = tuple(seat for seat in view.text.pen_holder if played(view, seat) and seat != view.seat)
    to = pens if pens and dice.random() < 0.6 else (EVERYBODY,)
    text = say(view, "non-paper", issue=issue)
    return c.IssueNonPaper(at=UNSTAMPED, by=view.seat, title=issue, text=text, to=to)


def publish_report(view: View) -> Command | None:
    """Publish once, late, how far promises seem to be kept."""
    if not view.possible(Act.JUDGE_COMPLIANCE) or view.party is None or view.party.kind is not Kind.OBSERVER:
        return None
    if any(s.by == view.seat and s.levels is not None for s in view.committee.statements):
        return None
    dice = nature(view, "report")
    if share(view) < dice.uniform(0.5, 0.8):
        return None
    entries = view.hotline.follow_up
    levels = {str(entry.number): dice.choice(_LEVEL[entry.state]) for entry in entries if dice.random() < 0.7}
    if entries and not levels:
        levels = {str(entries[0].number): _LEVEL[entries[0].state][0]}
    return c.PublishReport(at=UNSTAMPED, by=view.seat, text=say(view, "compliance"), levels=levels)


IN_PUBLIC = (hand_non_paper, tell_press)
"""What anybody may say beside the table."""

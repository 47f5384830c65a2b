"""What stand-ins do with the texts beside the main one, and with names behind brackets.

They do nothing where the exercise has one text only.
"""

from collections.abc import Iterator

from roles.acts import Act
from scenarios.model import RuleKind
from simulator.engine import Command, Event, Moment, View
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.session import Bracket
from simulator.engine.view import ClauseView, TextView
from simulator.engine.words import TRAINER, Resolution, Verdict
from simulator.rehearsal.bargaining import worth_of
from simulator.rehearsal.phrases import say
from simulator.rehearsal.situation import (
    MINUTE,
    UNSTAMPED,
    about,
    away,
    chance,
    latest_of,
    leads,
    left,
    nature,
    played,
    scale,
    share,
    text_terms,
    waited,
)

_MOST_VERSIONS = 5
_FIRST = ("modalities", "minutes")
"""Kinds of texts that come before the main one; the others come with it, or after it."""


def _open(view: View) -> Iterator[TextView]:
    """The other texts that lie open to change."""
    return (text for text in view.texts.values() if text.state in ("under_reading", "clean"))


def _party(view: View) -> str:
    return view.party.id if view.party is not None else ""


def _speaks(view: View) -> bool:
    """Whether this seat answers for its party, which is there."""
    return view.me is not None and view.me.heads and view.party is not None and not away(view, view.party.id)


def _dice(view: View, text: TextView, purpose: str) -> float:
    """How a seat feels about a version of a text; the same all the time."""
    return nature(view, f"{purpose} {text.id} {text.version}").random()


def _age(view: View, text: TextView) -> float:
    """Play seconds since the last version; for one that lay on the table, since the phase began."""
    moment = latest_of(view, text.id, e.VersionIssued)
    return waited(view, moment) if moment is not None else view.clock.phase_seconds


def _brackets(text: TextView, mine: str, *, own: bool) -> Iterator[tuple[ClauseView, Bracket]]:
    return (
        (clause, bracket)
        for clause in text.clauses
        for bracket in clause.clause.open_brackets
        if (bracket.party == mine) is own
    )


# -- parties ----------------------------------------------------------------------------------------------------------


def answer(view: View) -> Command | None:
    """Answer a text that is put to adoption. A silence is broken rarely; capitals are asked where the rule has them."""
    if not view.possible(Act.ADOPT_TEXT) or not _speaks(view):
        return None
    for text in view.texts.values():
        if text.state != "in_adoption" or _party(view) in text.verdicts or _party(view) not in text.entitled:
            continue
        if waited(view, latest_of(view, text.id, e.AdoptionOpened)) < (15 + 60 * _dice(view, text, "look")) * scale(
            view
        ):
            continue
        verdict = _verdict(view, text)
        if verdict is not None:
            words = _reason(view, text, verdict)
            return c.AnswerAdoption(at=UNSTAMPED, by=view.seat, verdict=verdict, text=words, document=text.id)
    return None


def _verdict(view: View, text: TextView) -> Verdict | None:
    dice = _dice(view, text, "verdict")
    if text.rule.kind is RuleKind.SILENCE:
        return Verdict.REFUSE if dice < 0.04 else None
    if text.rule.kind is RuleKind.AD_REFERENDUM and dice > 0.6:
        return Verdict.AD_REFERENDUM
    if dice < 0.05:
        return Verdict.REFUSE
    if dice < 0.15:
        return Verdict.ADOPT_WITH_RESERVATION
    bears = text.rule.kind is RuleKind.CONSENSUS
    return Verdict.ABSTAIN if bears and dice < 0.2 else Verdict.ADOPT


def _reason(view: View, text: TextView, verdict: Verdict) -> str:
    if verdict is Verdict.REFUSE:
        return say(view, "refuse", issue=text.title)
    if verdict is Verdict.ADOPT_WITH_RESERVATION:
        return say(view, "reservation", issue=text.title)
    return ""


def explain(view: View) -> Command | None:
    """Explain one's position after the decision, now and then."""
    if not view.texts or not view.possible(Act.ADOPT_TEXT) or not _speaks(view):
        return None
    for text in (view.text, *view.texts.values()):
        explained = any(party == _party(view) for party, _ in text.explanations)
        if text.state != "adopted" or explained or nature(view, f"explain {text.id}").random() > 0.2:
            continue
        if waited(view, latest_of(view, text.id, e.TextAdopted)) < 20 * scale(view):
            continue
        words = say(view, "explain", title=text.title)
        return c.ExplainPosition(at=UNSTAMPED, by=view.seat, text=words, document=text.id)
    return None


def bracket(view: View) -> Command | None:
    """Contest a clause of another text in words of one's own, once a version; or what another bracket says."""
    if not view.possible(Act.BRACKET) or not _speaks(view):
        return None
    for text in _open(view):
        if _party(view) not in text.entitled or _dice(view, text, "bracket") > 0.3 or text.version > 2:
            continue
        asked = latest_of(view, text.id, e.ClauseBracketed, about("party", _party(view)))
        issued = latest_of(view, text.id, e.VersionIssued)
        if asked is not None and (issued is None or asked.seconds >= issued.seconds):
            continue
        if _age(view, text) < (20 + 40 * _dice(view, text, "pause")) * scale(view):
            continue
        at = nature(view, f"clause {text.id} {text.version}").choice(text.clauses)
        if at.clause.state not in ("proposed", "clean", "bracketed"):
            continue
        others = [b for b in at.clause.open_brackets if b.inside is None and (b.wording or b.option)]
        inside = others[0].number if others and _dice(view, text, "inside") < 0.5 else None
        words = say(view, "bracket", heading=at.heading)
        return c.BracketClause(at=UNSTAMPED, by=view.seat, clause=at.id, wording=words, inside=inside, document=text.id)
    return None


def narrow(view: View) -> Command | None:
    """Ask for less in one's bracket, once, when it has stood for a while."""
    if not view.possible(Act.BRACKET) or not _speaks(view):
        return None
    for text in _open(view):
        for clause, own in _brackets(text, _party(view), own=True):
            stood = waited(view, _put(view, text, clause, own))
            willing = nature(view, f"narrow {text.id} {clause.id} {own.number}").random() < 0.5
            if willing and not own.narrowed and stood > 60 * scale(view):
                words = say(view, "narrow", heading=clause.heading)
                return c.NarrowBracket(
                    at=UNSTAMPED, by=view.seat, clause=clause.id, bracket=own.number, wording=words, document=text.id
                )
    return None


def _put(view: View, text: TextView, clause: ClauseView, one: Bracket) -> Moment | None:
    """When a bracket was put."""

    def this(event: Event) -> bool:
        return about("clause", clause.id)(event) and about("bracket", one.number)(event)

    return latest_of(view, text.id, e.ClauseBracketed, this)


def support(view: View) -> Command | None:
    """Put one's name to a bracket that one can use, and take it off when it has stood long enough."""
    if not view.texts or not view.possible(Act.BRACKET) or not _speaks(view):
        return None
    for text in (view.text, *view.texts.values()):
        if text.state not in ("under_reading", "clean") or _party(view) not in text.entitled:
            continue
        for clause, other in _brackets(text, _party(view), own=False):
            stood = waited(view, _put(view, text, clause, other))
            named = _party(view) in other.supporters
            long = stood > 150 * scale(view) or left(view) < 6 * MINUTE * scale(view)
            if named and long:
                return _name(view, text, clause, other, supports=False)
            if not named and not long and stood > 10 * scale(view) and _likes(view, text, clause, other):
                return _name(view, text, clause, other, supports=True)
    return None


def _name(view: View, text: TextView, clause: ClauseView, other: Bracket, *, supports: bool) -> Command:
    return c.SupportBracket(
        at=UNSTAMPED, by=view.seat, clause=clause.id, bracket=other.number, supports=supports, document=text.id
    )


def _likes(view: View, text: TextView, clause: ClauseView, other: Bracket) -> bool:
    """Whether a bracket is worth one's name: what it asks for is worth more, or by taste where nothing is counted."""
    taste = nature(view, f"support {text.id} {clause.id} {other.number}").random()
    if view.worth is None or clause.issue is None or other.option is None:
        return taste < 0.2
    terms = text_terms(view)
    now, then = worth_of(view, terms), worth_of(view, {**terms, clause.issue: other.option})
    return now is not None and then is not None and then > now and taste < 0.4


def lift(view: View) -> Command | None:
    """Lift one's bracket in another text after a while, when nobody stands behind it any more."""
    if not view.possible(Act.BRACKET) or not _speaks(view):
        return None
    for text in _open(view):
        for clause, own in _brackets(text, _party(view), own=True):
            free = not own.supporters and not any(b.inside == own.number for b in clause.clause.open_brackets)
            patience = nature(view, f"lift {text.id} {clause.id} {own.number}").uniform(90, 240) * scale(view)
            if free and (waited(view, _put(view, text, clause, own)) > patience or left(view) < 3 * MINUTE):
                return _lift(view, text, clause, own)
    return None


def _lift(view: View, text: TextView, clause: ClauseView, own: Bracket) -> Command:
    dice = chance(view, "lift a bracket").random()
    beside = [b for b in clause.clause.open_brackets if b.inside == own.inside]
    how = Resolution.WITHDRAWN if dice < 0.3 else Resolution.CHOSE_TEXT
    if dice > 0.6 and len(beside) == 1 and (own.wording or own.option):
        how = Resolution.CHOSE_ALTERNATIVE
    return c.LiftBracket(
        at=UNSTAMPED, by=view.seat, clause=clause.id, bracket=own.number, resolution=how, document=text.id
    )


def refer(view: View) -> Command | None:
    """Agree to a clause subject to one's capital, rarely."""
    if not view.possible(Act.REFER_CLAUSE) or not _speaks(view):
        return None
    if view.briefs is None or view.briefs.capital is None:
        return None
    for text in _open(view):
        if _party(view) not in text.entitled or nature(view, f"refer {text.id}").random() > 0.15:
            continue
        if latest_of(view, text.id, e.ClauseReferred, about("party", _party(view))) is not None:
            continue
        fits = [clause for clause in text.clauses if clause.clause.state in ("proposed", "clean")]
        if fits and _age(view, text) > 50 * scale(view) and left(view) > 8 * MINUTE * scale(view):
            clause = nature(view, f"grey {text.id}").choice(fits)
            return c.ReferClause(at=UNSTAMPED, by=view.seat, clause=clause.id, document=text.id)
    return None


# -- who holds the pen, and who presides ------------------------------------------------------------------------------


def _holds_pen(view: View, text: TextView) -> bool:
    return next((seat for seat in text.pen_holder if played(view, seat)), None) == view.seat


def issue(view: View) -> Command | None:
    """Issue the first version when its time has come, and after a refusal one with other words."""
    if not view.texts or not view.possible(Act.DRAFT_TEXT):
        return None
    for text in view.texts.values():
        if not _holds_pen(view, text):
            continue
        if text.version == 0 and view.clock.phase_seconds > 40 * scale(view) and _its_time(view, text):
            return c.IssueVersion(at=UNSTAMPED, by=view.seat, document=text.id)
        if text.state == "failed" and text.version < _MOST_VERSIONS and _age(view, text) > 60 * scale(view):
            clause = chance(view, "other words").choice(text.clauses)
            words = say(view, "redraft", heading=clause.heading, text=clause.text)
            drafts = {clause.id: c.ClauseDraft(wording=words)}
            return c.IssueVersion(at=UNSTAMPED, by=view.seat, clauses=drafts, document=text.id)
    return None


def _its_time(view: View, text: TextView) -> bool:
    return text.kind in _FIRST or view.outcome is not None or share(view) > 0.55


def park(view: View) -> Command | None:
    """In the last minutes, set aside what is still contested in another text."""
    if not view.possible(Act.DRAFT_TEXT) or left(view) > 4 * MINUTE * scale(view):
        return None
    for text in _open(view):
        for clause in text.clauses:
            if _holds_pen(view, text) and clause.clause.state == "bracketed":
                return c.ParkClause(at=UNSTAMPED, by=view.seat, clause=clause.id, document=text.id)
    return None


def put(view: View) -> Command | None:
    """Put another text to adoption when nothing in it is contested and everybody had the time to read it."""
    if not view.possible(Act.DECLARE_OUTCOME) or not leads(view, Act.DECLARE_OUTCOME):
        return None
    for text in _open(view):
        contested = any(clause.clause.state == "bracketed" for clause in text.clauses)
        grey = any(clause.clause.referred and clause.clause.state != "parked" for clause in text.clauses)
        if contested or (grey and text.rule.kind is not RuleKind.AD_REFERENDUM):
            continue
        if any(away(view, party) for party in text.entitled if party in view.parties):
            continue
        if _age(view, text) > (110 + 60 * _dice(view, text, "put")) * scale(view):
            return c.PutToAdoption(at=UNSTAMPED, by=view.seat, document=text.id)
    return None


# -- the trainer ------------------------------------------------------------------------------------------------------


def answer_referral(view: View) -> Command | None:
    """Answer as the capitals: mostly yes, sometimes too late for a whole text."""
    for text in (view.text, *view.texts.values()):
        for clause in text.clauses:
            for party in sorted(clause.clause.referred):
                moment = latest_of(view, text.id, e.ClauseReferred, about("clause", clause.id))
                if text.state != "in_adoption" and waited(view, moment) > 60 * scale(view):
                    agrees = nature(view, f"capital {text.id} {clause.id} {party}").random() < 0.8
                    return _answered(view, text, party, agrees, clause.id)
        since = waited(view, latest_of(view, text.id, e.TextReferred))
        for party, given in text.referred.items():
            mood = nature(view, f"capital {text.id} {text.version} {party}").random()
            if (
                text.state == "ad_referendum"
                and given is None
                and mood > 0.12
                and since > (30 + 60 * mood) * scale(view)
            ):
                return _answered(view, text, party, mood > 0.25, None)
    return None


def _answered(view: View, text: TextView, party: str, agrees: bool, clause: str | None) -> Command:
    return c.AnswerReferral(at=UNSTAMPED, by=TRAINER, party=party, agrees=agrees, clause=clause, document=text.id)

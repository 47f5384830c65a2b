"""Delegations at the table: consent, positions, interests under trust, walking out, capital."""

from roles.acts import Act
from simulator.engine import Command, View
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.view import InterestView
from simulator.engine.words import Consent, Permission
from simulator.rehearsal.bargaining import best, offer
from simulator.rehearsal.character import breaches, character, trust
from simulator.rehearsal.people import ask_floor
from simulator.rehearsal.phrases import say
from simulator.rehearsal.sittings import objecting, waits_for_step
from simulator.rehearsal.situation import (
    MINUTE,
    UNSTAMPED,
    about,
    agreed,
    chance,
    label,
    latest,
    left,
    mediating,
    mine,
    nature,
    scale,
    share,
    speaking,
    waited,
)


def give_consent(view: View) -> Command | None:
    """Take part, some with conditions that fall away once they have been met."""
    if not view.possible(Act.GIVE_CONSENT) or view.me is None or not view.me.heads or view.party is None:
        return None
    before = view.party.consent
    wary = nature(view, "consent").random() < 0.4
    if before is Consent.UNASKED:
        consent = Consent.CONDITIONAL if wary else Consent.IN
        words = say(view, "conditions") if wary else ""
        return c.GiveConsent(at=UNSTAMPED, by=view.seat, consent=consent, conditions=words)
    if before is Consent.CONDITIONAL and view.agenda.adopted is not None and trust(view) > 0.45:
        return c.GiveConsent(at=UNSTAMPED, by=view.seat, consent=Consent.IN)
    return None


def agree_agenda(view: View) -> Command | None:
    """Agree to the agenda after a look at it."""
    agenda = view.agenda
    if not view.possible(Act.ADOPT_AGENDA) or view.me is None or not view.me.heads or view.party is None:
        return None
    if not agenda.proposed or agenda.adopted is not None or view.party.id in agenda.endorsed:
        return None
    look = nature(view, "agenda").uniform(20, 150) * scale(view)
    if waited(view, latest(view, e.AgendaProposed, about("body", ""))) < look or view.party.id in objecting(view):
        return None
    return c.AdoptAgenda(at=UNSTAMPED, by=view.seat)


def walk_out(view: View) -> Command | None:
    """Leave after a broken confidence, or late over offers that are an insult."""
    if not view.possible(Act.WALK_OUT) or view.me is None or not view.me.heads or view.party is None:
        return None
    if view.party.consent not in (Consent.IN, Consent.CONDITIONAL) or view.outcome is not None or agreed(view):
        return None
    if view.clock.phase is None or view.clock.phase.kind != "play" or view.text.state == "in_adoption":
        return None
    if mine(view, e.PartyWalkedOut) is not None:
        return None
    temper, dice = character(view).temper, nature(view, "walk-out")
    fresh = [at for at in breaches(view) if view.clock.seconds - at < 4 * MINUTE]
    broken = bool(fresh) and dice.random() < 0.3 + 0.6 * temper
    standing = [offer for offer in view.packages if offer.package.state == "tabled" and offer.points is not None]
    poor = (
        len(standing) > 1
        and view.worth is not None
        and all((offer.points or 0.0) < view.worth.reservation - 15 or offer.crossed for offer in standing)
    )
    fed_up = poor and share(view) > 0.6 and temper > 0.65 and trust(view) < 0.75
    if broken or fed_up:
        return c.WalkOut(at=UNSTAMPED, by=view.seat, reason=say(view, "walk-out"))
    return None


def come_back(view: View) -> Command | None:
    """Return after an appeal or a private meeting, or when anger is over; a few stay out."""
    if not view.possible(Act.WALK_OUT) or view.me is None or not view.me.heads or view.party is None:
        return None
    if view.party.consent not in (Consent.SUSPENDED, Consent.OUT):
        return None
    party = view.party.id
    left_at = latest(view, e.PartyWalkedOut, about("party", party))
    gone = waited(view, left_at)
    since = left_at.seconds if left_at else 0.0
    called = any(m.seconds > since and isinstance(m.event, e.AppealMade) for m in view.log)
    met = any(m.opened > since and view.seat in m.seats for m in view.caucuses if m.state in ("open", "closed"))
    patience = nature(view, "return").uniform(2, 5) * MINUTE * max(0.5, scale(view))
    stays_out = character(view).temper > 0.93 and trust(view) < 0.45
    bitter = view.return_needs_step and character(view).temper > 0.6 and nature(view, "bitter").random() < 0.5
    if waits_for_step(view) or bitter:
        return None
    if (gone > 60 * scale(view) and (called or met)) or (gone > patience and not stays_out):
        return c.ReturnToTalks(at=UNSTAMPED, by=view.seat, step=say(view, "return"))
    return None


# -- interests --------------------------------------------------------------------------------------------------------


def confide(view: View) -> Command | None:
    """In a private meeting with mediators, tell what trust allows, at most two interests a meeting."""
    caucus = view.caucus
    if caucus is None or not view.possible(Act.DISCLOSE) or view.party is None:
        return None
    others = [seat for seat in caucus.seats if view.seats[seat].party != view.party.id]
    hearers = tuple(seat for seat in others if mediating(view, seat))
    if not hearers:
        return None
    told = [
        m
        for m in view.log
        if isinstance(m.event, e.InterestDisclosed) and m.event.by == view.seat and m.event.caucus == caucus.number
    ]
    pause = nature(view, f"confide {caucus.number} {len(told)}").uniform(20, 70) * scale(view)
    start = told[-1].seconds if told else caucus.opened
    if len(told) >= 2 or view.clock.seconds - start < pause:
        return None
    for interest in _untold(view, hearers):
        if not _dares(view, interest, alone=len(hearers) == len(others)):
            continue
        open_handed = chance(view, "permission").random() < 0.25 + 0.5 * character(view).candour
        permission = Permission.RELEASABLE if open_handed or interest.kept == "open" else Permission.CLOSED
        return c.DiscloseInterest(at=UNSTAMPED, by=view.seat, interest=interest.id, to=hearers, permission=permission)
    return None


def _untold(view: View, hearers: tuple[str, ...]) -> list[InterestView]:
    """Own interests that the hearers do not know, the least guarded first."""
    order = ("open", "guarded", "hidden")
    own = [i for i in view.interests if i.own and i.state not in ("released", "acknowledged")]
    untold = [i for i in own if not set(hearers) & set(i.told)]
    return sorted(untold, key=lambda interest: order.index(interest.kept))


def _dares(view: View, interest: InterestView, alone: bool) -> bool:
    if interest.kept == "open":
        return True
    if interest.kept == "guarded":
        return trust(view) >= 0.45
    return alone and trust(view) >= 0.85 - 0.25 * character(view).candour


def release(view: View) -> Command | None:
    """Allow the mediators to carry an interest, late in a meeting or when talks are stuck."""
    if not view.possible(Act.DISCLOSE) or view.caucus is None:
        return None
    for interest in view.interests:
        if not interest.own or interest.state != "elicited" or not interest.told:
            continue
        if chance(view, f"release {interest.id}").random() < 0.06 * (trust(view) + share(view)):
            return c.PermitRelease(at=UNSTAMPED, by=view.seat, interest=interest.id)
    return None


def say_openly(view: View) -> Command | None:
    """On the floor, say the open interests; guarded ones when trust has grown."""
    if speaking(view) is None or not view.possible(Act.DISCLOSE):
        return None
    turn = mine(view, e.InterestDisclosed)
    if waited(view, turn) < 45 * scale(view):
        return None
    for interest in view.interests:
        if not interest.own or interest.state in ("released", "acknowledged"):
            continue
        bold = interest.kept == "guarded" and trust(view) > 0.65 and share(view) > 0.35
        if interest.kept == "open" or (bold and chance(view, "bold").random() < 0.3):
            return c.DiscloseInterest(at=UNSTAMPED, by=view.seat, interest=interest.id, to=("all",))
    return None


def acknowledge(view: View) -> Command | None:
    """Say that one has understood what another party said in public."""
    if not view.possible(Act.ACKNOWLEDGE) or view.party is None or view.me is None or not view.me.heads:
        return None
    for interest in view.interests:
        if interest.own or interest.state != "public" or view.party.id in interest.acknowledged:
            continue
        if interest.permission is not None:
            continue
        if nature(view, f"hear {interest.id}").random() < 0.35 + 0.4 * (1 - character(view).temper) and (
            chance(view, f"hear {interest.id}").random() < 0.15
        ):
            return c.AcknowledgeInterest(at=UNSTAMPED, by=view.seat, interest=interest.id)
    return None


# -- positions and options --------------------------------------------------------------------------------------------


def state_position(view: View) -> Command | None:
    """On the floor, state the positions: what matters most comes first, two in a turn."""
    turn = speaking(view)
    if turn is None or not view.possible(Act.STATE_POSITION) or view.worth is None or view.party is None:
        return None
    since = turn[1].since
    said = [m for m in view.log if isinstance(m.event, e.PositionStated) and m.event.by == view.seat]
    if sum(1 for m in said if m.seconds >= since) >= 2:
        return None
    wanted = best(view)
    by_weight = sorted(view.worth.issues, key=lambda issue: -view.worth.issues[issue].weight if view.worth else 0)
    for issue in by_weight:
        known = view.issues[issue]
        option = wanted[issue]
        if view.party.id in known.positions or not any(o.id == option and o.on_board for o in known.options):
            continue
        words = say(view, "position", issue=known.title, option=label(view, issue, option))
        return c.StatePosition(at=UNSTAMPED, by=view.seat, issue=issue, text=words, option=option)
    return None


def propose_option(view: View) -> Command | None:
    """Put on the board what only the own party knows, or name an option of the board that one could live with."""
    if not view.possible(Act.PROPOSE_OPTION):
        return None
    pause = (60 + 240 * nature(view, "options").random()) * scale(view)
    if waited(view, mine(view, e.OptionProposed)) < pause or chance(view, "option").random() > 0.25:
        return None
    if share(view) < 0.2:
        return None
    for name, issue in view.issues.items():
        secret = [o for o in issue.options if not o.on_board]
        if secret and (trust(view) > 0.5 or share(view) > 0.5):
            return c.ProposeOption(at=UNSTAMPED, by=view.seat, issue=name, option=secret[0].id)
    return _name_option(view)


def _name_option(view: View) -> Command | None:
    if view.worth is None or view.me is None or not view.me.heads:
        return None
    terms = offer(view, view.worth.reservation) or best(view)
    for name, option in terms.items():
        framed = view.issues[name].state in ("framed", "optioned") or share(view) > 0.5
        if framed and any(o.id == option and o.on_board and o.by is None for o in view.issues[name].options):
            return c.ProposeOption(at=UNSTAMPED, by=view.seat, issue=name, option=option)
    return None


def contest_framing(view: View) -> Command | None:
    """Object once to the framing of what matters most, in a bad temper."""
    if not view.possible(Act.FRAME_ISSUE) or view.worth is None or view.me is None or not view.me.heads:
        return None
    if character(view).temper < 0.6 or mine(view, e.FramingContested) is not None:
        return None
    worth = view.worth.issues
    heaviest = max(worth, key=lambda issue: worth[issue].weight)
    if view.issues[heaviest].state != "framed" or chance(view, "contest").random() > 0.05:
        return None
    return c.ContestFraming(at=UNSTAMPED, by=view.seat, issue=heaviest, reason=say(view, "contest"))


def ask_capital(view: View) -> Command | None:
    """Ask the capital once, when offers come that hurt."""
    if not view.possible(Act.ASK_CAPITAL) or view.briefs is None or view.briefs.capital is None or view.worth is None:
        return None
    if view.me is None or not view.me.heads or view.capital_calls or left(view) < 5 * MINUTE * scale(view):
        return None
    when = nature(view, "capital").uniform(0.45, 0.8)
    if share(view) < when:
        return None
    worth = view.worth.issues
    issue = max(worth, key=lambda name: worth[name].weight)
    standing = [offer.package for offer in view.packages if issue in offer.package.terms]
    option = standing[-1].terms[issue] if standing else best(view)[issue]
    words = say(view, "capital", issue=view.issues[issue].title, option=label(view, issue, option))
    return c.AskCapital(at=UNSTAMPED, by=view.seat, text=words)


def ask_to_speak(view: View) -> Command | None:
    """Ask for the floor: heads often, delegates now and then."""
    heads = view.me is not None and view.me.heads
    return ask_floor(view, 0.30 if heads else 0.06)


def comment(view: View) -> Command | None:
    """Say what is wrong with a clause, once a version."""
    if not view.possible(Act.COMMENT_TEXT) or view.text.version == 0 or view.outcome is not None:
        return None
    if view.text.state not in ("under_reading", "clean"):
        return None
    last, issued = mine(view, e.ClauseCommented), latest(view, e.VersionIssued)
    if last is not None and issued is not None and last.seconds > issued.seconds:
        return None
    dice = chance(view, "comment")
    if dice.random() > 0.04:
        return None
    clause = dice.choice(view.text.clauses)
    return c.CommentClause(
        at=UNSTAMPED, by=view.seat, clause=clause.id, text=say(view, "comment", heading=clause.heading)
    )

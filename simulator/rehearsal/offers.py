"""A party's answers to packages and to the text: never below its reservation, never across a red line."""

from collections.abc import Mapping

from roles.acts import Act
from simulator.engine import Command, View
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.session import Bracket, Package
from simulator.engine.view import ClauseView, PackageView
from simulator.engine.words import Answer, Consent, Resolution, Verdict
from simulator.rehearsal.bargaining import acceptable, aim, offer, pride, repair, worth_of
from simulator.rehearsal.character import character
from simulator.rehearsal.phrases import say
from simulator.rehearsal.situation import (
    MINUTE,
    UNSTAMPED,
    agreed,
    chance,
    contested,
    label,
    latest,
    left,
    mine,
    nature,
    scale,
    text_terms,
    under_reading,
    waited,
)


def _decides(view: View) -> bool:
    return view.me is not None and view.me.heads and view.worth is not None and view.outcome is None


def aspiration(view: View) -> float:
    """The points at which one says yes now: the aim, and towards the end what is better than nothing."""
    assert view.worth is not None
    settles = nature(view, "settle").uniform(3, 18) * MINUTE * scale(view)
    if left(view) < settles and character(view).pragmatic > 0.4:
        return min(aim(view), view.worth.reservation + pride(view))
    return aim(view)


# -- packages ---------------------------------------------------------------------------------------------------------


def answer_package(view: View) -> Command | None:
    """Answer the newest package that waits, or say yes to one that has become good enough."""
    if not view.possible(Act.ANSWER_PACKAGE) or not _decides(view) or view.party is None or agreed(view):
        return None
    own, target = view.party.id, aspiration(view)
    for known in reversed(view.packages):
        package = known.package
        if package.state not in ("tabled", "rejected") or (package.party == own and not package.floated):
            continue
        before = package.answers.get(own)
        look = nature(view, f"package {package.number}").uniform(15, 75) * scale(view)
        if before is None and view.clock.seconds - package.tabled < look:
            continue
        if _good(known, target):
            if before is None or before[0] is not Answer.ACCEPT:
                return c.AnswerPackage(at=UNSTAMPED, by=view.seat, package=package.number, answer=Answer.ACCEPT)
        elif before is None or (before[0] is Answer.ACCEPT and not known.acceptable):
            return _objection(view, package, target)
    return None


def _good(known: PackageView, target: float) -> bool:
    return bool(known.acceptable) and known.points is not None and known.points >= target - 0.5


def _objection(view: View, package: Package, target: float) -> Command:
    """Yes if something changes, or no, naming what hurts most."""
    change = repair(view, package.terms, target)
    if change is None:
        return c.AnswerPackage(at=UNSTAMPED, by=view.seat, package=package.number, answer=Answer.REJECT)
    issue, option, enough = change
    words = say(view, "change" if enough else "hurts", issue=view.issues[issue].title, option=told(view, issue, option))
    answer = Answer.CONDITIONAL if enough else Answer.REJECT
    return c.AnswerPackage(at=UNSTAMPED, by=view.seat, package=package.number, answer=answer, text=words)


def told(view: View, issue: str, option: str) -> str:
    """The label of an option that everybody sees; what only the own party knows stays unsaid."""
    on_board = any(o.id == option and o.on_board for o in view.issues[issue].options)
    return label(view, issue, option) if on_board else "…"


def table_package(view: View) -> Command | None:
    """Table an offer, or a better one, as a counter where somebody else's is on the table."""
    if not view.possible(Act.TABLE_PACKAGE) or not _decides(view) or view.party is None or agreed(view):
        return None
    if view.text.state == "in_adoption":
        return None
    pause = (150 + 240 * nature(view, "offers").random()) * scale(view)
    if waited(view, mine(view, e.PackageTabled)) < pause or chance(view, "table").random() > 0.3:
        return None
    terms = offer(view, aim(view))
    if terms is None or any(known.package.terms == terms for known in view.packages):
        return None
    other = next(
        (
            known.package
            for known in reversed(view.packages)
            if known.package.party != view.party.id and known.package.state in ("tabled", "rejected")
        ),
        None,
    )
    return c.TablePackage(
        at=UNSTAMPED,
        by=view.seat,
        terms=terms,
        text=say(view, "offer"),
        counter_to=other.number if other is not None and _counters(view, other) else None,
    )


def _counters(view: View, other: Package) -> bool:
    """Whether the offer answers the other one: not where one has said yes to it."""
    own = view.party.id if view.party else ""
    before = other.answers.get(own)
    return before is None or before[0] is not Answer.ACCEPT


def withdraw_package(view: View) -> Command | None:
    """Take back an own offer that new instructions forbid."""
    if not view.possible(Act.TABLE_PACKAGE) or not _decides(view) or view.party is None:
        return None
    for known in view.packages:
        package = known.package
        own = package.party == view.party.id and not package.floated
        if own and package.state in ("tabled", "agreed") and not known.acceptable:
            return c.WithdrawPackage(at=UNSTAMPED, by=view.seat, package=package.number)
    return None


# -- the text ---------------------------------------------------------------------------------------------------------


def _text_is_good(view: View) -> bool:
    """Whether the party can live with the whole text as it reads now."""
    terms, points = text_terms(view), worth_of(view, text_terms(view))
    if points is None or not acceptable(view, terms):
        return False
    package = agreed(view)
    return points >= aspiration(view) - 0.5 or (package is not None and package.terms == terms)


def lift_bracket(view: View) -> Command | None:
    """Lift the own brackets where the clause reads as one wants, or the whole text is good enough."""
    if not view.possible(Act.BRACKET) or not _decides(view) or view.party is None or not under_reading(view):
        return None
    good = _text_is_good(view)
    for clause in contested(view):
        own = next((b for b in clause.clause.open_brackets if b.party == view.party.id), None)
        if own is None or own.supporters or any(b.inside == own.number for b in clause.clause.open_brackets):
            continue
        reads = clause.clause.option is not None and clause.clause.option == own.option
        if reads or good:
            return _lift(view, clause, own, reads)
    return None


def _lift(view: View, clause: ClauseView, own: Bracket, reads: bool) -> Command:
    alone = len(clause.clause.open_brackets) == 1
    how = Resolution.WITHDRAWN if chance(view, "lift").random() < 0.4 else Resolution.CHOSE_TEXT
    if reads and alone:
        how = Resolution.CHOSE_ALTERNATIVE
    return c.LiftBracket(at=UNSTAMPED, by=view.seat, clause=clause.id, bracket=own.number, resolution=how)


def bracket_clause(view: View) -> Command | None:
    """Bracket what hurts most in a text that is not good enough, with what one would write instead."""
    if not view.possible(Act.BRACKET) or not _decides(view) or view.party is None or not under_reading(view):
        return None
    issued = latest(view, e.VersionIssued)
    look = nature(view, f"version {view.text.version}").uniform(20, 70) * scale(view)
    if waited(view, issued) < look or _text_is_good(view):
        return None
    terms: Mapping[str, str] = text_terms(view)
    open_own = {
        str(clause.issue): bracket.option
        for clause in contested(view)
        for bracket in clause.clause.open_brackets
        if bracket.party == view.party.id and bracket.option is not None
    }
    if len(open_own) >= 2:
        return None
    wanted = {**terms, **open_own}
    points = worth_of(view, wanted)
    if points is not None and points >= aspiration(view):
        return None
    change = repair(view, wanted, aspiration(view))
    if change is None or change[0] in open_own:
        return None
    issue, option, _ = change
    for clause in view.text.clauses:
        state = clause.clause
        mine_open = any(b.party == view.party.id for b in state.open_brackets)
        if clause.issue == issue and state.state in ("proposed", "clean", "bracketed") and not mine_open:
            return c.BracketClause(at=UNSTAMPED, by=view.seat, clause=clause.id, option=option)
    return None


def answer_adoption(view: View) -> Command | None:
    """Adopt or refuse the text by what it is worth."""
    if not view.possible(Act.ADOPT_TEXT) or not _decides(view) or view.party is None or view.worth is None:
        return None
    if view.text.state != "in_adoption" or view.party.id in view.text.verdicts:
        return None
    look = nature(view, f"adoption {view.text.version}").uniform(10, 50) * scale(view)
    if waited(view, latest(view, e.AdoptionOpened)) < look or view.party.consent is Consent.SUSPENDED:
        return None
    terms = text_terms(view)
    worst = max(view.worth.issues, key=lambda issue: _regret(view, terms, issue))
    title = view.issues[worst].title
    points = worth_of(view, terms)
    if points is None or not acceptable(view, terms) or points < aspiration(view) - 3:
        return c.AnswerAdoption(
            at=UNSTAMPED, by=view.seat, verdict=Verdict.REFUSE, text=say(view, "refuse", issue=title)
        )
    near = points < view.worth.reservation + 4
    dice = chance(view, "verdict").random()
    if near and view.briefs is not None and view.briefs.capital is not None and dice < 0.3:
        return c.AnswerAdoption(at=UNSTAMPED, by=view.seat, verdict=Verdict.AD_REFERENDUM)
    if near and dice < 0.6:
        words = say(view, "reservation", issue=title)
        return c.AnswerAdoption(at=UNSTAMPED, by=view.seat, verdict=Verdict.ADOPT_WITH_RESERVATION, text=words)
    return c.AnswerAdoption(at=UNSTAMPED, by=view.seat, verdict=Verdict.ADOPT)


def _regret(view: View, terms: Mapping[str, str], issue: str) -> float:
    assert view.worth is not None
    worth, option = view.worth.issues[issue], terms.get(issue, view.issues[issue].default)
    return worth.weight * (max(worth.points.values()) - worth.points.get(option, 0))

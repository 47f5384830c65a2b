"""The mediators' paper: packages that they float, the single text, its adoption, and how the talks end.

One-text: the standing draft is changed where most object to it, towards what they say they could live with.
"""

from collections.abc import Mapping

from roles.acts import Act
from scenarios.model import RuleKind
from simulator.engine import Command, View
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.words import Answer, OutcomeKind
from simulator.rehearsal.character import character
from simulator.rehearsal.phrases import say
from simulator.rehearsal.situation import (
    MINUTE,
    UNSTAMPED,
    agreed,
    away,
    chance,
    contested,
    deciding,
    latest,
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
from simulator.rehearsal.soundings import Sounding, sounding

Terms = Mapping[str, str]


# -- what could stand -------------------------------------------------------------------------------------------------


def compromise(view: View, start: Terms, movable: tuple[str, ...]) -> Terms:
    """The package around `start` that seems to serve the parties best, the least served first; `start` stands where
    an issue is not movable. Packages that a party refused are not tried twice."""
    parties = [sounding(view, party) for party in deciding(view)]
    refused = [
        known.package.terms
        for known in view.packages
        if any(answer is not Answer.ACCEPT for answer, _ in known.package.answers.values())
    ]
    dice = chance(view, "compromise")
    noise = {
        (name, option.id): dice.uniform(0, 0.02) for name, issue in view.issues.items() for option in issue.options
    }
    terms, score = dict(start), _score(view, parties, start, noise, refused)
    for _ in range(4):
        before = score
        for issue in movable:
            for option in view.issues[issue].options:
                if option.own_words:
                    continue
                changed = {**terms, issue: option.id}
                value = _score(view, parties, changed, noise, refused)
                if value > score:
                    terms, score = changed, value
        if score <= before:
            break
    return {name: terms[name] for name in view.issues if name in terms}


def _score(
    view: View,
    parties: list[Sounding],
    terms: Terms,
    noise: Mapping[tuple[str, str], float],
    refused: list[Mapping[str, str]],
) -> float:
    defaults = view.defaults()
    worths = [party.worth(terms, defaults) for party in parties]
    if not worths:
        return 0.0
    stirred = sum(noise.get(pair, 0.0) for pair in terms.items()) / max(1, len(terms))
    return sum(worths) / len(worths) + 1.5 * min(worths) + stirred - (1.0 if dict(terms) in refused else 0.0)


def _start(view: View) -> Terms:
    """Where to begin: the text, the last package that was floated, or what most stand for."""
    last = next((known.package.terms for known in reversed(view.packages) if known.package.floated), {})
    begin: dict[str, str] = {}
    for name, issue in view.issues.items():
        known = [option.id for option in issue.options if not option.own_words]
        stands = view.committee.settled.get(name) or text_terms(view).get(name)
        begin[name] = stands or last.get(name) or known[len(known) // 2]
    return begin


# -- packages ---------------------------------------------------------------------------------------------------------


def float_package(view: View) -> Command | None:
    """Ask what people think of a package, when the last one was answered and could be better."""
    if not view.possible(Act.TABLE_PACKAGE) or not leads(view, Act.TABLE_PACKAGE):
        return None
    if agreed(view) is not None or view.outcome is not None or view.text.state == "in_adoption":
        return None
    last = next((known.package for known in reversed(view.packages) if known.package.floated), None)
    if last is not None and last.state in ("tabled", "rejected"):
        age = view.clock.seconds - last.tabled
        answered = sum(1 for party in deciding(view) if party in last.answers)
        if age < 120 * scale(view) or (answered < len(deciding(view)) and age < 240 * scale(view)):
            return None
    elif view.clock.phase_seconds < 60 * scale(view):
        return None
    if chance(view, "float").random() > 0.3:
        return None
    terms = compromise(view, _start(view), tuple(i for i in view.issues if i not in view.committee.settled))
    if any(known.package.terms == terms for known in view.packages):
        return None
    return c.TablePackage(at=UNSTAMPED, by=view.seat, terms=terms, text=say(view, "float"), floated=True)


# -- the text ---------------------------------------------------------------------------------------------------------


def holds_pen(view: View) -> bool:
    """Whether the pen is this seat's: the first of its holders that somebody plays."""
    return next((seat for seat in view.text.pen_holder if played(view, seat)), None) == view.seat


def issue_version(view: View) -> Command | None:
    """Issue the first version, one from an agreed package, or one that changes what is contested."""
    if not view.possible(Act.DRAFT_TEXT) or not holds_pen(view) or view.outcome is not None:
        return None
    if view.text.state in ("in_adoption", "adopted", "ad_referendum"):
        return None
    age = waited(view, latest(view, e.VersionIssued))
    package = agreed(view)
    if package is not None:
        late = age > 20 * scale(view) or left(view) < 3 * MINUTE
        if late and _covers(view, package.terms) and not _same(view, package.terms):
            return c.IssueVersion(at=UNSTAMPED, by=view.seat, package=package.number)
        return None
    if view.text.version == 0:
        if view.clock.phase_seconds < 60 * scale(view) or _too_early(view):
            return None
        return _first(view)
    pause = (170 + 100 * nature(view, "pen").random()) * scale(view)
    if age < pause or view.text.version >= 9:
        return None
    return _next(view)


def _too_early(view: View) -> bool:
    """Whether modalities, or the page that is made of the inputs, come first; for half of the time one waits."""
    unsettled = any(t.kind == "modalities" and t.state not in ("adopted", "failed") for t in view.texts.values())
    return share(view) < 0.5 and (unsettled or (view.inputs.words > 0 and not view.inputs.syntheses))


def _modalities_first(view: View) -> bool:
    """Whether this is still the phase in which it is agreed how to talk."""
    here = view.clock.phase.id if view.clock.phase is not None else None
    for text in view.texts.values():
        adopted = latest_of(view, text.id, e.TextAdopted)
        if text.kind == "modalities" and (text.state != "adopted" or (adopted is not None and adopted.phase == here)):
            return True
    return False


def _covers(view: View, terms: Terms) -> bool:
    """Whether the text has a clause for something that a package settles."""
    return any(clause.issue in terms for clause in view.text.clauses) or view.text.version == 0


def _same(view: View, terms: Terms) -> bool:
    """Whether the text already says what a package says."""
    written = {clause.issue: clause.clause.option for clause in view.text.clauses}
    return view.text.version > 0 and all(written.get(i) == o for i, o in terms.items() if i in written)


def _first(view: View) -> Command:
    """Version one. Which clauses there are shows only with it, so it comes from a package where one is floated."""
    floated = next((known.package for known in reversed(view.packages) if known.package.floated), None)
    if floated is not None and floated.state in ("tabled", "rejected"):
        return c.IssueVersion(at=UNSTAMPED, by=view.seat, package=floated.number)
    return c.IssueVersion(at=UNSTAMPED, by=view.seat)


def _next(view: View) -> Command | None:
    """Change what is contested or empty, and after a refusal whatever seems to serve better."""
    failed = view.text.state == "failed"
    open_issues = {clause.issue for clause in contested(view) if clause.issue is not None}
    empty = {
        clause.issue
        for clause in view.text.clauses
        if clause.issue is not None and clause.clause.option is None and not clause.clause.wording
    }
    settled = view.committee.settled
    movable = tuple(n for n in view.issues if n not in settled and (failed or n in open_issues or n in empty))
    if not movable:
        return None
    terms = compromise(view, _start(view), movable)
    drafts = {
        clause.id: c.ClauseDraft(option=terms[clause.issue])
        for clause in view.text.clauses
        if clause.issue in movable and terms.get(clause.issue) not in (None, clause.clause.option)
        if clause.clause.state not in ("parked", "closed")
    }
    if not drafts:
        return None
    return c.IssueVersion(at=UNSTAMPED, by=view.seat, clauses=drafts)


def close_reading(view: View) -> Command | None:
    """End the reading when everybody had the time to object."""
    if not view.possible(Act.DRAFT_TEXT) or not holds_pen(view) or view.text.state != "under_reading":
        return None
    if waited(view, latest(view, e.VersionIssued)) < 150 * scale(view):
        return None
    unread = [
        cl for cl in view.text.clauses if cl.clause.state == "proposed" and (cl.clause.option or cl.clause.wording)
    ]
    return c.CloseReading(at=UNSTAMPED, by=view.seat) if unread else None


def park_clause(view: View) -> Command | None:
    """In the last minutes, set aside what stays contested, so that the rest can stand."""
    if not view.possible(Act.DRAFT_TEXT) or not holds_pen(view) or view.outcome is not None:
        return None
    if view.text.state not in ("under_reading", "clean") or agreed(view) is not None:
        return None
    if left(view) > 4 * MINUTE * scale(view) or character(view).pragmatic < 0.5:
        return None
    settled = [clause for clause in view.text.clauses if clause.clause.state in ("clean", "proposed") and clause.issue]
    for clause in contested(view):
        if len(settled) * 2 >= len(view.issues):
            return c.ParkClause(at=UNSTAMPED, by=view.seat, clause=clause.id)
    return None


def put_to_adoption(view: View) -> Command | None:
    """Put the text to adoption when nothing is in brackets and everybody had the time to read it."""
    if not view.possible(Act.DECLARE_OUTCOME) or not leads(view, Act.DECLARE_OUTCOME) or view.outcome is not None:
        return None
    if view.text.state not in ("under_reading", "clean") or contested(view):
        return None
    if any(cl.issue is not None and not cl.clause.option and not cl.clause.wording for cl in view.text.clauses):
        return None
    if any(away(view, party) for party in deciding(view)) or any(cl.clause.referred for cl in view.text.clauses):
        return None
    package, age = agreed(view), waited(view, latest(view, e.VersionIssued))
    if package is not None and not _same(view, package.terms):
        return None
    late = left(view) < 4 * MINUTE * scale(view) + _takes(view)
    if age < 45 * scale(view) or (package is None and not late and (share(view) < 0.7 or age < 200 * scale(view))):
        return None
    return c.PutToAdoption(at=UNSTAMPED, by=view.seat)


def _takes(view: View) -> float:
    """Play seconds that the rule of the text asks for after it is put to adoption: a silence, or time for capitals."""
    rule = view.text.rule
    waits = rule.kind in (RuleKind.SILENCE, RuleKind.AD_REFERENDUM)
    return (rule.minutes or 1) * MINUTE if waits else 0.0


def declare(view: View) -> Command | None:
    """When the time is over: record the package or the reports that are agreed, or that there is no agreement."""
    if not view.possible(Act.DECLARE_OUTCOME) or not leads(view, Act.DECLARE_OUTCOME) or view.outcome is not None:
        return None
    if left(view) > 45 * scale(view) or view.text.state in ("in_adoption", "ad_referendum"):
        return None
    package = agreed(view)
    if package is not None:
        number = None if view.committee.settled else package.number
        return c.DeclareOutcome(at=UNSTAMPED, by=view.seat, kind=OutcomeKind.AGREEMENT, package=number)
    settled = len(view.committee.settled)
    if settled and (2 * settled >= len(view.issues) or character(view).pragmatic >= 0.5):
        return c.DeclareOutcome(at=UNSTAMPED, by=view.seat, kind=OutcomeKind.AGREEMENT)
    words = say(view, "no-agreement")
    return c.DeclareOutcome(at=UNSTAMPED, by=view.seat, kind=OutcomeKind.NO_AGREEMENT, note=words)

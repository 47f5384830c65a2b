"""The hotline and the follow-up list: who calls, who goes to see, who keeps the record, who says how far it is."""

from collections.abc import Callable
from random import Random

from roles.acts import Act
from simulator.engine import Command, View
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.session import FollowUpState
from simulator.engine.view.incidents import IncidentView
from simulator.engine.words import Progress
from simulator.rehearsal.character import character
from simulator.rehearsal.phrases import say
from simulator.rehearsal.situation import (
    MINUTE,
    UNSTAMPED,
    about,
    head_of,
    latest,
    may,
    nature,
    played,
    scale,
    share,
    waited,
)

_USUAL = 3 * MINUTE
"""Seconds that a step may take where the scenario says nothing."""


def _standing(view: View) -> tuple[IncidentView, ...]:
    """The incidents that are not done with."""
    return tuple(i for i in view.hotline.incidents if i.incident.state != "closed")


def _first(view: View, act: Act) -> bool:
    """Whether this seat is the first that does an act by its role; the record is for its keepers, if there are any."""
    keepers = view.hotline.keepers if act is Act.HANDLE_INCIDENT else ()
    able = (seat for seat in keepers or view.seats if played(view, seat) and (seat in keepers or may(view, seat, act)))
    return next(able, None) == view.seat


def _answers(view: View) -> bool:
    """Whether this seat answers the hotline for its party."""
    return view.party is not None and head_of(view, view.party.id) == view.seat


def _wait(view: View, dice: Random, limit: float | None, low: float, high: float) -> float:
    """How long a stand-in takes for a step, as a share of the time for it: some are late."""
    return dice.uniform(low, high) * (_USUAL * scale(view) if limit is None else limit)


# -- answering --------------------------------------------------------------------------------------------------------


def acknowledge(view: View) -> Command | None:
    """Say that a report has arrived: sides soon, who keeps the record when nobody else does."""
    if not view.possible(Act.ANSWER_HOTLINE):
        return None
    sees_to_it = _first(view, Act.HANDLE_INCIDENT)
    for known in _standing(view):
        incident = known.incident
        if incident.acknowledged is not None or not known.serves:
            continue
        mine = view.party.id if view.party else ""
        if mine == incident.party or not (sees_to_it or (mine in known.concerns and _answers(view))):
            continue
        until = known.due.get("acknowledge")
        limit = None if until is None else until - incident.reported
        low, high = (0.6, 1.3) if sees_to_it else (0.3, 1.5)
        if view.clock.seconds - incident.reported >= _wait(
            view, nature(view, f"arrived {incident.number}"), limit, low, high
        ):
            return c.AcknowledgeIncident(at=UNSTAMPED, by=view.seat, incident=incident.number)
    return None


def call_back(view: View) -> Command | None:
    """Call back with what the party knows, or with a word that says little."""
    if not view.possible(Act.ANSWER_HOTLINE) or view.party is None or not _answers(view):
        return None
    for known in _standing(view):
        incident = known.incident
        if incident.acknowledged is None or view.party.id not in known.awaited or incident.state == "handled":
            continue
        until = known.due.get("call_back")
        limit = None if until is None else until - incident.acknowledged
        if view.clock.seconds - incident.acknowledged < _wait(
            view, nature(view, f"call {incident.number}"), limit, 0.3, 1.25
        ):
            continue
        frank = nature(view, f"frank {incident.number}").random() < 0.4 + 0.5 * character(view).candour
        text = known.known if known.known and frank else say(view, "call-back", title=incident.title)
        return c.CallBack(at=UNSTAMPED, by=view.seat, incident=incident.number, text=text)
    return None


def add_version(view: View) -> Command | None:
    """After a visit, put into the record what was kept back before."""
    if not view.possible(Act.ANSWER_HOTLINE) or view.party is None or not _answers(view):
        return None
    for known in _standing(view):
        incident = known.incident
        said = incident.versions.get(view.party.id)
        if said is None or not known.known or said == known.known or incident.visited is None:
            continue
        if nature(view, f"version {incident.number}").random() < character(view).candour:
            return c.AddVersion(at=UNSTAMPED, by=view.seat, incident=incident.number, text=known.known)
    return None


def agree_visit(view: View) -> Command | None:
    """Agree to a visit after a while; those with a temper may not."""
    if not view.possible(Act.ANSWER_HOTLINE) or view.party is None or not _answers(view):
        return None
    for known in _standing(view):
        incident = known.incident
        if incident.visit_asked is None or incident.visited is not None:
            continue
        if view.party.id not in known.concerns or view.party.id in incident.visit_agreed:
            continue
        dice = nature(view, f"visit {incident.number}")
        if dice.random() < 0.3 * character(view).temper:
            continue
        until = known.due.get("visit")
        limit = None if until is None else until - incident.visit_asked
        if view.clock.seconds - incident.visit_asked >= _wait(
            view, nature(view, f"agree {incident.number}"), limit, 0.1, 0.9
        ):
            return c.AgreeVisit(at=UNSTAMPED, by=view.seat, incident=incident.number)
    return None


def report_incident(view: View) -> Command | None:
    """Report an incident of which the party has a version; some keep quiet."""
    if not view.possible(Act.REPORT_INCIDENT) or not view.hotline.prepared or not _answers(view):
        return None
    for name in view.hotline.prepared:
        dice = nature(view, f"report {name}")
        speaks, moment = dice.random() < 0.6, dice.uniform(0.1, 0.6)
        if speaks and share(view) > moment:
            return c.ReportIncident(at=UNSTAMPED, by=view.seat, incident=name)
    return None


# -- finding out, and keeping the record ------------------------------------------------------------------------------


def ask_visit(view: View) -> Command | None:
    """Ask for a joint visit where the versions differ and nobody has gone to see."""
    if not view.possible(Act.ANSWER_HOTLINE) or not _first(view, Act.HANDLE_INCIDENT):
        return None
    for known in _standing(view):
        incident = known.incident
        if incident.state != "called_back" or incident.visit_asked is not None or known.awaited:
            continue
        if nature(view, f"ask {incident.number}").random() < 0.2:
            continue
        if waited(view, latest(view, e.CalledBack, about("incident", incident.number))) > 25 * scale(view):
            return c.AskVisit(at=UNSTAMPED, by=view.seat, incident=incident.number)
    return None


def verify(view: View) -> Command | None:
    """Record what the visit found, or that nobody could find out."""
    if not view.possible(Act.VERIFY_INCIDENT) or not _first(view, Act.VERIFY_INCIDENT):
        return None
    for known in _standing(view):
        incident = known.incident
        if incident.state not in ("acknowledged", "called_back") or incident.verified is not None:
            continue
        if incident.visited is not None:
            if view.clock.seconds - incident.visited < 30 * scale(view):
                continue
            sure = not known.inconclusive
            text = incident.finding if sure and incident.finding else say(view, "unverified" if not sure else "found")
            return _verified(view, incident.number, sure, text)
        late = "visit" in incident.overdue or (incident.visit_asked is None and not known.awaited)
        quiet = waited(view, latest(view, e.CalledBack, about("incident", incident.number))) > _USUAL * scale(view)
        if late and quiet and view.clock.seconds - incident.reported > 6 * _USUAL * scale(view):
            return _verified(view, incident.number, False, say(view, "unverified"))
    return None


def _verified(view: View, incident: int, verified: bool, text: str) -> Command:
    return c.VerifyIncident(at=UNSTAMPED, by=view.seat, incident=incident, verified=verified, text=text)


def handle(view: View) -> Command | None:
    """Record what was agreed, once something was found or everybody was heard; then close."""
    if not view.possible(Act.HANDLE_INCIDENT) or not view.hotline.keeps or not _first(view, Act.HANDLE_INCIDENT):
        return None
    for known in _standing(view):
        incident = known.incident
        last = latest(view, e.IncidentVerified, about("incident", incident.number))
        if incident.state in ("verified", "unverified") and waited(view, last) > 30 * scale(view):
            return c.HandleIncident(at=UNSTAMPED, by=view.seat, incident=incident.number, text=say(view, "handled"))
        goes = incident.visit_asked is not None and incident.visited is None and "visit" not in incident.overdue
        heard = incident.state == "called_back" and not known.awaited and not goes and incident.visited is None
        if heard and view.clock.seconds - incident.reported > 8 * _USUAL * scale(view):
            return c.HandleIncident(at=UNSTAMPED, by=view.seat, incident=incident.number, text=say(view, "handled"))
        agreed = latest(view, e.IncidentHandled, about("incident", incident.number))
        if incident.state == "handled" and waited(view, agreed) > 40 * scale(view):
            return c.CloseIncident(at=UNSTAMPED, by=view.seat, incident=incident.number)
    return None


# -- the follow-up list -----------------------------------------------------------------------------------------------


def add_follow_up(view: View) -> Command | None:
    """Put what was agreed about an incident on the list."""
    if not view.possible(Act.KEEP_FOLLOW_UP) or not _first(view, Act.KEEP_FOLLOW_UP):
        return None
    on_it = {entry.incident for entry in view.hotline.follow_up}
    for known in view.hotline.incidents:
        incident = known.incident
        if incident.state not in ("handled", "closed") or incident.number in on_it or not known.concerns:
            continue
        actor = nature(view, f"promise {incident.number}").choice(known.concerns)
        return c.AddFollowUp(
            at=UNSTAMPED,
            by=view.seat,
            text=say(view, "promise", title=incident.title),
            actor=actor,
            due=say(view, "next-round"),
            incident=incident.number,
        )
    return None


def report_progress(view: View) -> Command | None:
    """At the beginning of a phase, say how far the own promises are; one of the parties does it for all of them."""
    if not view.possible(Act.REPORT_PROGRESS) or view.party is None or not _answers(view):
        return None
    since = view.clock.seconds - view.clock.phase_seconds
    for entry in view.hotline.follow_up:
        if entry.state == "done" or not _promised(view, entry):
            continue
        told = latest(view, e.ProgressReported, about("entry", entry.number))
        if entry.since > since or (told is not None and told.seconds >= since):
            continue
        dice = nature(view, f"progress {entry.number} {view.clock.phase.id if view.clock.phase else ''}")
        if view.clock.phase_seconds < dice.uniform(30, 150) * scale(view):
            continue
        progress = _next(entry, dice.random(), character(view).candour)
        if progress.value == entry.state:
            continue
        text = say(view, f"progress-{progress.value}")
        return c.ReportProgress(at=UNSTAMPED, by=view.seat, entry=entry.number, progress=progress, text=text)
    return None


def _promised(view: View, entry: FollowUpState) -> bool:
    assert view.party is not None
    if entry.actor:
        return entry.actor == view.party.id
    return next((name for name, party in view.parties.items() if party.decides), "") == view.party.id


def _next(entry: FollowUpState, dice: float, candour: float) -> Progress:
    if dice < 0.25:
        return Progress.BLOCKED if candour > 0.3 else Progress(entry.state)
    if entry.state == "in_progress":
        return Progress.DONE if dice < 0.8 else Progress.IN_PROGRESS
    return Progress.IN_PROGRESS if dice < 0.85 else Progress.DONE


_LEVELS = {"scheduled": 0, "in_progress": 1, "done": 3, "blocked": 0, "violated": 0}


def judge(view: View) -> Command | None:
    """Late in the talks, judge how far each promise is kept."""
    if not view.possible(Act.JUDGE_COMPLIANCE) or share(view) < 0.6 or not _first(view, Act.JUDGE_COMPLIANCE):
        return None
    for entry in view.hotline.follow_up:
        judged = latest(view, e.ComplianceJudged, about("entry", entry.number))
        moved = latest(view, e.ProgressReported, about("entry", entry.number))
        news = moved is not None and (judged is None or moved.number > judged.number)
        if entry.level is not None and not news:
            continue
        doubt = nature(view, f"judge {entry.number}").random() < 0.3
        level = max(0, _LEVELS.get(entry.state, 0) - doubt)
        text = say(view, "judged")
        return c.JudgeCompliance(at=UNSTAMPED, by=view.seat, entry=entry.number, level=level, text=text)
    return None


DELEGATIONS: tuple[Callable[[View], Command | None], ...] = (
    call_back,
    acknowledge,
    agree_visit,
    report_progress,
    add_version,
    report_incident,
)
"""What delegations do."""

MEDIATORS: tuple[Callable[[View], Command | None], ...] = (handle, acknowledge, ask_visit, add_follow_up)
"""What mediators do."""

OTHERS: tuple[Callable[[View], Command | None], ...] = (
    verify,
    handle,
    acknowledge,
    ask_visit,
    add_follow_up,
    report_progress,
    judge,
    report_incident,
)
"""What monitors, secretaries and observers do."""

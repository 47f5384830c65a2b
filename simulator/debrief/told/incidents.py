"""What happens with incidents and on the follow-up list."""

from collections.abc import Mapping
from typing import assert_never

from scenarios.texts import mark, tr
from simulator.debrief import details
from simulator.debrief.naming import Names, quoted
from simulator.engine import events as e
from simulator.engine.words import Progress

LEVELS: Mapping[int, str] = {
    # Translators: how far a promise is kept, as in "3 of 3, full".
    0: mark("not at all"),
    1: mark("minimal"),
    2: mark("intermediate"),
    3: mark("full"),
}
"""The levels of compliance, in English; `tr` says them."""

_HOPS: Mapping[str, str] = {
    "acknowledge": mark("Nobody acknowledged incident {n} in time."),
    "call_back": mark("Not everybody whom incident {n} concerns called back in time."),
    "visit": mark("The joint visit on incident {n} did not take place in time."),
}

_PROGRESS: Mapping[Progress, str] = {
    Progress.SCHEDULED: mark("{by} said that entry {n} of the follow-up list is planned"),
    Progress.IN_PROGRESS: mark("{by} said that entry {n} of the follow-up list is in progress"),
    Progress.DONE: mark("{by} said that entry {n} of the follow-up list is done"),
    Progress.BLOCKED: mark("{by} said that entry {n} of the follow-up list is blocked"),
    Progress.VIOLATED: mark("{by} said that entry {n} of the follow-up list is violated"),
}


def sentence(event: e.IncidentEvent, names: Names) -> str:
    """What happened, in a sentence."""
    by = names.seat(event.by)
    match event:
        case e.IncidentReported():
            return _reported(event, names)
        case e.IncidentAcknowledged():
            return tr("{by} acknowledged the report of incident {n}.", by=by, n=event.incident)
        case e.CalledBack():
            called = tr("{by} called back on incident {n}", by=by, n=event.incident)
            return details.saying(called, event.text)
        case e.VersionAdded():
            return tr(
                "{by} put a version of {party} into the record of incident {n}: {words}.",
                by=by,
                party=names.party(event.party),
                n=event.incident,
                words=quoted(event.text),
            )
        case e.VisitAsked():
            return tr("{by} asked for a joint visit on incident {n}.", by=by, n=event.incident)
        case e.VisitAgreed():
            return tr(
                "{party} agreed to the joint visit on incident {n}.", party=names.party(event.party), n=event.incident
            )
        case e.VisitMade():
            if not event.finding:
                return tr("The joint visit on incident {n} took place.", n=event.incident)
            return tr(
                "The joint visit on incident {n} took place, and found: {words}.",
                n=event.incident,
                words=quoted(event.finding),
            )
        case e.IncidentVerified():
            said = tr("{by} recorded that incident {n} could not be verified", by=by, n=event.incident)
            if event.verified:
                said = tr("{by} recorded incident {n} as verified", by=by, n=event.incident)
            return details.because(said, event.text)
        case e.IncidentHandled():
            return tr(
                "{by} recorded what was agreed about incident {n}: {words}.",
                by=by,
                n=event.incident,
                words=quoted(event.text),
            )
        case e.IncidentClosed():
            return tr("{by} closed the record of incident {n}.", by=by, n=event.incident)
        case e.HotlineOverdue():
            return tr(_HOPS[event.hop], n=event.incident) if event.hop in _HOPS else event.hop
        case e.FollowUpAdded():
            return _added(event, names)
        case e.ProgressReported():
            return details.because(tr(_PROGRESS[event.progress], by=by, n=event.entry), event.text)
        case e.FollowUpStruck():
            return details.because(tr("{by} took entry {n} off the follow-up list", by=by, n=event.entry), event.reason)
        case e.ComplianceJudged():
            judged = tr(
                "{by} judged how far entry {n} is carried out: {level} of 3, {words}",
                by=by,
                n=event.entry,
                level=event.level,
                words=tr(LEVELS[event.level]) if event.level in LEVELS else event.level,
            )
            return details.because(judged, event.text)
        case _:
            assert_never(event)


def _reported(event: e.IncidentReported, names: Names) -> str:
    values = {
        "by": names.seat(event.by),
        "n": event.incident,
        "title": quoted(event.title),
        "words": quoted(event.text),
    }
    if event.place:
        return tr("{by} reported incident {n}, {title} ({place}): {words}.", place=event.place, **values)
    return tr("{by} reported incident {n}, {title}: {words}.", **values)


def _added(event: e.FollowUpAdded, names: Names) -> str:
    actor = names.party(event.actor) if event.actor else tr("all parties")
    values = {"by": names.seat(event.by), "n": event.entry, "actor": actor, "words": quoted(event.text)}
    if event.due:
        return tr("{by} put entry {n} on the follow-up list for {actor}, due {due}: {words}.", due=event.due, **values)
    return tr("{by} put entry {n} on the follow-up list for {actor}: {words}.", **values)

"""Wishes on the hotline and the follow-up list."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from roles.acts import Act
from scenarios.texts import mark, tr
from simulator.engine import commands as c
from simulator.engine.names import incident_state, progress_name
from simulator.engine.session import FollowUpState
from simulator.engine.view.incidents import IncidentView
from simulator.engine.view.shapes import View
from simulator.engine.words import Progress
from simulator.tui.boards import line
from simulator.tui.boards.hotline import LEVELS, find, find_entry
from simulator.tui.safe import one_line
from simulator.tui.seat.fields import Field, Form, NotNow, Pick, Telling, Values, Writing
from simulator.tui.seat.wishes.wish import Wish, picked


def _mine(view: View) -> str:
    return view.party.id if view.party else ""


def _which(view: View, pick: str | None, fits: Callable[[IncidentView], bool], none: str) -> tuple[Pick, IncidentView]:
    """The incidents that a wish can be about, the picked one first. Raises NotNow where there is none."""
    fitting = [i for i in view.hotline.incidents if i.incident.state != "closed" and fits(i)]
    at = find(view, pick)
    if not fitting or (at is not None and at not in fitting):
        raise NotNow(none)
    first = at if at is not None else fitting[0]
    options = tuple((i.incident.number, _named(i)) for i in fitting)
    return Pick("incident", tr("Incident"), options, first.incident.number), first


def _named(known: IncidentView) -> str:
    incident = known.incident
    title, state = one_line(incident.title), incident_state(incident.state)
    return tr("No. {number}: {title} ({state})", number=incident.number, title=title, state=state)


def _asks(which: Pick, first: IncidentView, *fields: Field) -> tuple[Field, ...]:
    """The incident to choose where there are several, what was reported where there is one, and the other fields."""
    if len(which.options) > 1:
        return (which, *fields)
    report = line.told(one_line(first.incident.title), one_line(first.incident.text)[:300])
    return (Telling(report), *fields)


def _fixed(which: Pick) -> Mapping[str, object]:
    return {} if len(which.options) > 1 else {"incident": which.value}


def _knowledge(first: IncidentView) -> tuple[Telling, ...]:
    if not first.known:
        return ()
    return (Telling(tr("What your party knows: {text}", text=one_line(first.known))),)


def waiting_calls(view: View) -> str | None:
    """What the hotline waits for from this seat's party, the first thing first."""
    mine = _mine(view)
    if not mine or not view.possible(Act.ANSWER_HOTLINE):
        return None
    for known in view.hotline.incidents:
        incident = known.incident
        if incident.state in ("handled", "closed") or mine not in known.concerns:
            continue
        if mine in known.awaited:
            if incident.acknowledged is None:
                return tr("An incident was reported, and nobody has acknowledged it. Press 0.")
            return tr("The hotline waits for your party to call back. Press 0.")
        if incident.visit_asked is not None and incident.visited is None and mine not in incident.visit_agreed:
            return tr("A joint visit waits for your party to agree. Press 0.")
    return None


# -- incidents --------------------------------------------------------------------------------------------------------


def _report(view: View, pick: str | None) -> Form:
    prepared = tuple((name, one_line(title)) for name, title in view.hotline.prepared.items())
    at = picked(pick, "prepared")

    def finish(values: Values) -> Mapping[str, Any] | str:
        name = values.get("incident")
        text = str(values.get("text", "")).strip()
        if name:
            return {"incident": name, "text": text}
        title = str(values.get("title", "")).strip()
        if not title or not text:
            return tr("Give it a title, and say what happened.")
        return {"title": title, "place": str(values.get("place", "")).strip(), "text": text}

    choose: tuple[Field, ...] = ()
    if prepared:
        value = at if any(at == name for name, _ in prepared) else None
        choose = (Pick("incident", tr("One that you know of"), prepared, value, none=tr("another, in own words")),)
    return Form(
        tr("Report an incident"),
        (
            *choose,
            Writing("title", tr("Title, in own words"), rows=1, needed=False),
            Writing("place", tr("Place"), rows=1, needed=False),
            Writing("text", tr("What happened, as you know it"), rows=4, needed=False),
            Telling(tr("Everybody at the table reads it.")),
        ),
        finish=finish,
        send=tr("Report"),
    )


def _acknowledge(view: View, pick: str | None) -> Form:
    mine = _mine(view)
    which, first = _which(
        view,
        pick,
        lambda i: i.incident.acknowledged is None and i.serves and (not mine or mine != i.incident.party),
        tr("No report waits for your acknowledgement."),
    )
    said = Telling(tr("It says only that the report has arrived. The time for calling back begins."))
    return Form(tr("Acknowledge a report"), _asks(which, first, said), _fixed(which), send=tr("Acknowledge"))


def _call_back(view: View, pick: str | None) -> Form:
    mine = _mine(view)
    which, first = _which(
        view,
        pick,
        lambda i: mine in i.awaited and i.incident.state != "handled",
        tr("No call from your party is awaited."),
    )
    said = Writing("text", tr("The facts as your party gives them; they stand in the record"), rows=5)
    return Form(tr("Call back"), _asks(which, first, *_knowledge(first), said), _fixed(which), send=tr("Call back"))


def _version(view: View, pick: str | None) -> Form:
    mine = _mine(view)
    sees = Act.VERIFY_INCIDENT in view.can and bool(mine)
    which, first = _which(
        view, pick, lambda i: mine in i.concerns or sees, tr("No incident in the record concerns your party.")
    )
    text = first.incident.versions.get(mine, "") if len(which.options) == 1 or find(view, pick) is not None else ""
    said = Writing("text", tr("Your party's version; it stands beside the others"), rows=5, value=text)
    return Form(tr("Put a version into the record"), _asks(which, first, *_knowledge(first), said), _fixed(which))


def _ask_visit(view: View, pick: str | None) -> Form:
    which, first = _which(
        view,
        pick,
        lambda i: (
            i.serves
            and i.incident.acknowledged is not None
            and i.incident.visit_asked is None
            and i.incident.visited is None
        ),
        tr("No incident waits for a joint visit to be asked for."),
    )
    said = Telling(tr("It takes place when every party whom the incident concerns has agreed."))
    return Form(tr("Ask for a joint visit"), _asks(which, first, said), _fixed(which), send=tr("Ask for it"))


def _agree_visit(view: View, pick: str | None) -> Form:
    mine = _mine(view)
    which, first = _which(
        view,
        pick,
        lambda i: (
            mine in i.concerns
            and i.incident.visit_asked is not None
            and i.incident.visited is None
            and mine not in i.incident.visit_agreed
        ),
        tr("No joint visit waits for your party."),
    )
    said = Telling(tr("What is found there is read to everybody."))
    return Form(tr("Agree to the joint visit"), _asks(which, first, said), _fixed(which), send=tr("Agree"))


_TO_VERIFY = ("acknowledged", "called_back", "verified", "unverified")


def _verify(view: View, pick: str | None) -> Form:
    which, first = _which(
        view,
        pick,
        lambda i: i.incident.acknowledged is not None and i.incident.state in _TO_VERIFY,
        tr("No incident waits to be verified."),
    )
    sure = tr("what happened is verified"), tr("it could not be verified")
    found = Pick("verified", tr("What you record"), ((True, sure[0]), (False, sure[1])))
    said = Writing("text", tr("What was found, and how sure it is"), rows=4, value=first.incident.found)
    return Form(tr("Record what was found"), _asks(which, first, found, said), _fixed(which), send=tr("Record"))


def _heard(known: IncidentView) -> bool:
    incident = known.incident
    return bool(incident.calls_back) or incident.visited is not None or incident.verified is not None


def _demand_keeping(view: View) -> None:
    if not view.hotline.keeps:
        names = line.series(line.who(view, seat) for seat in view.hotline.keepers)
        raise NotNow(tr("The record of incidents is kept by {names}.", names=names))


def _handle(view: View, pick: str | None) -> Form:
    _demand_keeping(view)
    states = ("acknowledged", "called_back", "verified", "unverified", "handled")
    which, first = _which(
        view,
        pick,
        lambda i: _heard(i) and i.incident.state in states,
        tr("No incident is so far: hear those whom it concerns first."),
    )
    said = Writing("text", tr("What was agreed about it"), rows=4, value=first.incident.handled)
    return Form(tr("Record what was agreed"), _asks(which, first, said), _fixed(which), send=tr("Record"))


def _close(view: View, pick: str | None) -> Form:
    _demand_keeping(view)
    which, first = _which(
        view,
        pick,
        lambda i: i.incident.state in ("verified", "unverified", "handled"),
        tr("No incident is so far: record what was found or agreed first."),
    )
    said = Telling(tr("Nothing can be added to a record that is closed."))
    return Form(tr("Close the record"), _asks(which, first, said), _fixed(which), send=tr("Close"))


# -- the follow-up list -----------------------------------------------------------------------------------------------


def _entry(view: View, pick: str | None, fitting: Sequence[FollowUpState], none: str) -> tuple[Pick, FollowUpState]:
    at = find_entry(view, pick)
    if not fitting or (at is not None and at not in fitting):
        raise NotNow(none)
    first = at if at is not None else fitting[0]
    options = tuple((entry.number, _entry_named(entry)) for entry in fitting)
    return Pick("entry", tr("Entry"), options, first.number), first


def _entry_named(entry: FollowUpState) -> str:
    text, state = one_line(entry.text)[:60], progress_name(entry.state)
    return tr("F{n}: {text} ({state})", n=entry.number, text=text, state=state)


def _add(view: View, pick: str | None) -> Form:
    parties = tuple((name, one_line(party.name)) for name, party in view.parties.items())
    articles = tuple((name, one_line(heading)) for name, heading in view.hotline.articles.items())
    incidents = tuple((i.incident.number, _named(i)) for i in view.hotline.incidents)
    at = find(view, pick)
    more: list[Field] = []
    if articles:
        more.append(Pick("article", tr("From which article"), articles, none=tr("none of them")))
    if incidents:
        value = at.incident.number if at is not None else None
        more.append(Pick("incident", tr("From which incident"), incidents, value, none=tr("none of them")))
    return Form(
        tr("Put a promise on the follow-up list"),
        (
            Writing("text", tr("What was promised, beginning with a verb"), rows=2),
            Pick("actor", tr("Who promised it"), parties, none=tr("all parties together")),
            Writing("due", tr("By when"), rows=1, needed=False),
            *more,
        ),
        send=tr("Put it on"),
    )


def _progress(view: View, pick: str | None) -> Form:
    fitting = [entry for entry in view.hotline.follow_up if entry.number in view.hotline.may_report]
    which, first = _entry(view, pick, fitting, tr("Nothing on the follow-up list is yours to report on."))
    states = tuple((progress, progress_name(progress.value)) for progress in Progress)
    return Form(
        tr("Report on a promise"),
        (
            which,
            Pick("progress", tr("How far it is"), states, Progress(first.state)),
            Writing("text", tr("What has been done, or what stands in the way"), rows=3, needed=False),
        ),
    )


def _strike(view: View, pick: str | None) -> Form:
    which, _ = _entry(view, pick, view.hotline.follow_up, tr("The follow-up list is empty."))
    why = Writing("reason", tr("Why it is taken off"), rows=2)
    return Form(tr("Take an entry off the list"), (which, why), send=tr("Take it off"))


def _judge(view: View, pick: str | None) -> Form:
    which, first = _entry(view, pick, view.hotline.follow_up, tr("The follow-up list is empty."))
    levels = tuple((n, tr("{n}: {level}", n=n, level=tr(level))) for n, level in LEVELS.items())
    truth = view.hotline.truths.get(first.number, "")
    told = (Telling(tr("For you alone: {text}", text=one_line(truth))),) if truth and find_entry(view, pick) else ()
    return Form(
        tr("Judge how far a promise is kept"),
        (
            which,
            *told,
            Pick("level", tr("How far it is carried out"), levels, first.level),
            Writing("text", tr("What you saw"), rows=3, needed=False),
        ),
        send=tr("Judge"),
    )


REPORT = Wish(
    "report_incident", "r", mark("Report"), mark("Hotline"),
    mark("Report an incident: one that you know of, or one in your own words."), Act.REPORT_INCIDENT, c.ReportIncident,
    _report, rows=("prepared",))  # fmt: skip
ACKNOWLEDGE = Wish(
    "acknowledge_incident", "g", mark("Acknowledge"), mark("Hotline"),
    mark("Say that the report of an incident has arrived."), Act.ANSWER_HOTLINE, c.AcknowledgeIncident, _acknowledge,
    rows=("incident",))  # fmt: skip
CALL_BACK = Wish(
    "call_back", "c", mark("Call back"), mark("Hotline"),
    mark("Call back with the facts as your party knows them."), Act.ANSWER_HOTLINE, c.CallBack, _call_back,
    rows=("incident",))  # fmt: skip
VERSION = Wish(
    "add_version", "t", mark("Version"), mark("Hotline"),
    mark("Put your party's version into the record, or put it anew."), Act.ANSWER_HOTLINE, c.AddVersion, _version,
    rows=("incident",))  # fmt: skip
ASK_VISIT = Wish(
    "ask_visit", "v", mark("Ask for visit"), mark("Hotline"), mark("Ask for a joint visit to the place."),
    Act.ANSWER_HOTLINE, c.AskVisit, _ask_visit, rows=("incident",))  # fmt: skip
AGREE_VISIT = Wish(
    "agree_visit", "y", mark("Agree to visit"), mark("Hotline"), mark("Agree to the joint visit for your party."),
    Act.ANSWER_HOTLINE, c.AgreeVisit, _agree_visit, rows=("incident",))  # fmt: skip
VERIFY = Wish(
    "verify_incident", "f", mark("Verify"), mark("Hotline"),
    mark("Record what was found: verified, or that it could not be."), Act.VERIFY_INCIDENT, c.VerifyIncident, _verify,
    rows=("incident",))  # fmt: skip
HANDLE = Wish(
    "handle_incident", "h", mark("Handle"), mark("Hotline"), mark("Record what was agreed about an incident."),
    Act.HANDLE_INCIDENT, c.HandleIncident, _handle, rows=("incident",))  # fmt: skip
CLOSE = Wish(
    "close_incident", "x", mark("Close record"), mark("Hotline"), mark("Close the record of an incident."),
    Act.HANDLE_INCIDENT, c.CloseIncident, _close, rows=("incident",))  # fmt: skip
ADD = Wish(
    "add_follow_up", "d", mark("Add"), mark("Follow-up"), mark("Put on the follow-up list what somebody has promised."),
    Act.KEEP_FOLLOW_UP, c.AddFollowUp, _add)  # fmt: skip
PROGRESS = Wish(
    "report_progress", "o", mark("Progress"), mark("Follow-up"), mark("Say how far a promise is."),
    Act.REPORT_PROGRESS, c.ReportProgress, _progress, rows=("entry",))  # fmt: skip
STRIKE = Wish(
    "strike_follow_up", "i", mark("Strike"), mark("Follow-up"), mark("Take an entry off the list, with the reason."),
    Act.KEEP_FOLLOW_UP, c.StrikeFollowUp, _strike, rows=("entry",))  # fmt: skip
JUDGE = Wish(
    "judge_compliance", "m", mark("Judge"), mark("Follow-up"),
    mark("Judge how far a promise is carried out, from 0 to 3."), Act.JUDGE_COMPLIANCE, c.JudgeCompliance, _judge,
    rows=("entry",))  # fmt: skip

HOTLINE = (
    REPORT, ACKNOWLEDGE, CALL_BACK, VERSION, ASK_VISIT, AGREE_VISIT, VERIFY, HANDLE, CLOSE,
    ADD, PROGRESS, STRIKE, JUDGE,
)  # fmt: skip

"""What acts and states are called, in the language that is spoken."""

from collections.abc import Callable, Iterable, Mapping

from roles.acts import Act
from scenarios.texts import tr, trc

_ACTS: Mapping[Act, Callable[[], str]] = {
    # Translators: an act is what somebody may do, in the infinitive, as in “In your role you may … only on the floor”.
    Act.SPEAK: lambda: trc("act", "ask for the floor and speak"),
    Act.GIVE_FLOOR: lambda: trc("act", "give the floor"),
    Act.POINT_OF_ORDER: lambda: trc("act", "raise a point of order"),
    Act.TAG_MOVE: lambda: trc("act", "tag what somebody did"),
    Act.PROPOSE_AGENDA: lambda: trc("act", "propose an agenda"),
    Act.ADOPT_AGENDA: lambda: trc("act", "agree to the agenda"),
    Act.GIVE_CONSENT: lambda: trc("act", "give consent"),
    Act.WALK_OUT: lambda: trc("act", "walk out or return"),
    Act.OFFER_STEP: lambda: trc("act", "offer a step to who walked out"),
    Act.SUSPEND: lambda: trc("act", "suspend the sitting"),
    Act.PRESIDE: lambda: trc("act", "preside over a sitting"),
    Act.REFER_CLAUSE: lambda: trc("act", "refer an article to the capital"),
    Act.REPORT_INCIDENT: lambda: trc("act", "report an incident"),
    Act.ANSWER_HOTLINE: lambda: trc("act", "answer on the hotline"),
    Act.VERIFY_INCIDENT: lambda: trc("act", "verify an incident"),
    Act.HANDLE_INCIDENT: lambda: trc("act", "record how an incident was dealt with"),
    Act.KEEP_FOLLOW_UP: lambda: trc("act", "keep the follow-up list"),
    Act.REPORT_PROGRESS: lambda: trc("act", "report progress on a promise"),
    Act.JUDGE_COMPLIANCE: lambda: trc("act", "judge compliance"),
    Act.DELIVER_REPORT: lambda: trc("act", "deliver a report"),
    Act.ANSWER_REPORT: lambda: trc("act", "adopt or refuse a report"),
    Act.RULE_ON_REPORT: lambda: trc("act", "return a report or lift a matter to the heads"),
    Act.RAISE_DISPUTE: lambda: trc("act", "raise or settle a dispute"),
    Act.PROPOSE_READING: lambda: trc("act", "propose words for a dispute"),
    Act.SEND_MESSENGER: lambda: trc("act", "send a messenger"),
    Act.CARRY_MESSAGE: lambda: trc("act", "carry a message"),
    Act.FILE_INPUT: lambda: trc("act", "hand in an input"),
    Act.SYNTHESISE: lambda: trc("act", "write the synthesis and trace inputs"),
    Act.NON_PAPER: lambda: trc("act", "hand out a non-paper"),
    Act.PRESS: lambda: trc("act", "issue a press statement"),
    Act.CALL_CAUCUS: lambda: trc("act", "call a private meeting"),
    Act.JOIN_CAUCUS: lambda: trc("act", "join a private meeting"),
    Act.DISCLOSE: lambda: trc("act", "tell an interest"),
    Act.RELAY: lambda: trc("act", "carry an interest"),
    Act.ACKNOWLEDGE: lambda: trc("act", "acknowledge an interest"),
    Act.RECORD_LEARNED: lambda: trc("act", "note what was learned"),
    Act.STATE_POSITION: lambda: trc("act", "state a position"),
    Act.FRAME_ISSUE: lambda: trc("act", "frame an issue"),
    Act.PROPOSE_OPTION: lambda: trc("act", "put an option on the board"),
    Act.TABLE_PACKAGE: lambda: trc("act", "table a package"),
    Act.ANSWER_PACKAGE: lambda: trc("act", "answer a package"),
    Act.DRAFT_TEXT: lambda: trc("act", "hold the pen"),
    Act.COMMENT_TEXT: lambda: trc("act", "comment on an article"),
    Act.RECORD_COMMITMENT: lambda: trc("act", "record a commitment"),
    Act.BRACKET: lambda: trc("act", "put in brackets and lift brackets"),
    Act.ADOPT_TEXT: lambda: trc("act", "adopt or refuse the text"),
    Act.DECLARE_OUTCOME: lambda: trc("act", "put the text to adoption or declare the outcome"),
    Act.ANSWER_SHOCK: lambda: trc("act", "say where the text answers a shock"),
    Act.ASK_CAPITAL: lambda: trc("act", "ask the capital"),
    Act.CALL_EXPERT: lambda: trc("act", "ask the expert"),
    Act.ANSWER_EXPERT: lambda: trc("act", "answer as the expert"),
    Act.APPEAL: lambda: trc("act", "make an appeal"),
    Act.ANSWER_EVENT: lambda: trc("act", "answer a paper"),
    Act.NOTE: lambda: trc("act", "write a private note"),
    Act.PREPARE: lambda: trc("act", "write the preparation sheet"),
    Act.MAP_CONFLICT: lambda: trc("act", "keep the conflict map"),
    Act.KEEP_CONDUCT: lambda: trc("act", "tick the code of conduct"),
    Act.CONTROL: lambda: trc("act", "run the exercise"),
    Act.RATE: lambda: trc("act", "rate"),
}

_TEXT: Mapping[str, Callable[[], str]] = {
    "none": lambda: tr("There is no text yet."),
    "under_reading": lambda: tr("The text is under reading."),
    "clean": lambda: tr("The text is clean."),
    "in_adoption": lambda: tr("The text is in adoption."),
    "adopted": lambda: tr("The text is adopted."),
    "failed": lambda: tr("The text is failed."),
    "ad_referendum": lambda: tr("The text is ad referendum."),
}

_CLAUSE: Mapping[str, Callable[[], str]] = {
    "proposed": lambda: tr("That clause is proposed."),
    "clean": lambda: tr("That clause is clean."),
    "bracketed": lambda: tr("That clause is bracketed."),
    "parked": lambda: tr("That clause is parked."),
    "closed": lambda: tr("That clause is closed."),
}

_MEETING: Mapping[str, Callable[[], str]] = {
    "requested": lambda: tr("That meeting is requested."),
    "granted": lambda: tr("That meeting is granted."),
    "open": lambda: tr("That meeting is open."),
    "declined": lambda: tr("That meeting is declined."),
    "closed": lambda: tr("That meeting is closed."),
}

_PACKAGE: Mapping[str, Callable[[int], str]] = {
    "tabled": lambda number: tr("Package {number} is tabled.", number=number),
    "agreed": lambda number: tr("Package {number} is agreed.", number=number),
    "rejected": lambda number: tr("Package {number} is rejected.", number=number),
    "withdrawn": lambda number: tr("Package {number} is withdrawn.", number=number),
    "superseded": lambda number: tr("Package {number} is superseded.", number=number),
}

_EVENT: Mapping[str, Callable[[], str]] = {
    "planned": lambda: trc("state of an event", "planned"),
    "armed": lambda: trc("state of an event", "armed"),
    "held": lambda: trc("state of an event", "held"),
    "sent": lambda: trc("state of an event", "sent"),
    "skipped": lambda: trc("state of an event", "skipped"),
}

_INCIDENT: Mapping[str, Callable[[], str]] = {
    "reported": lambda: trc("state of an incident", "reported"),
    "acknowledged": lambda: trc("state of an incident", "acknowledged"),
    "called_back": lambda: trc("state of an incident", "called back"),
    "verified": lambda: trc("state of an incident", "verified"),
    "unverified": lambda: trc("state of an incident", "unverified"),
    "handled": lambda: trc("state of an incident", "handled"),
    "closed": lambda: trc("state of an incident", "closed"),
}

_PROGRESS: Mapping[str, Callable[[], str]] = {
    "scheduled": lambda: trc("progress of a promise", "scheduled"),
    "in_progress": lambda: trc("progress of a promise", "in progress"),
    "done": lambda: trc("progress of a promise", "done"),
    "blocked": lambda: trc("progress of a promise", "blocked"),
    "violated": lambda: trc("progress of a promise", "violated"),
}

_REPORT: Mapping[str, Callable[[], str]] = {
    "delivered": lambda: trc("state of a report", "delivered"),
    "adopted": lambda: trc("state of a report", "adopted"),
    "returned": lambda: trc("state of a report", "returned"),
    "lifted": lambda: trc("state of a report", "lifted to the heads"),
    "replaced": lambda: trc("state of a report", "replaced"),
}

_DISPUTE: Mapping[str, Callable[[], str]] = {
    "raised": lambda: trc("state of a dispute", "raised"),
    "answered": lambda: trc("state of a dispute", "answered"),
    "proposed": lambda: trc("state of a dispute", "words proposed"),
    "settled": lambda: trc("state of a dispute", "settled"),
    "referred": lambda: trc("state of a dispute", "referred"),
    "withdrawn": lambda: trc("state of a dispute", "withdrawn"),
}

_SITTING: Mapping[str, Callable[[], str]] = {
    "planned": lambda: trc("state of a sitting", "planned"),
    "open": lambda: trc("state of a sitting", "open"),
    "suspended": lambda: trc("state of a sitting", "suspended"),
    "closed": lambda: trc("state of a sitting", "closed"),
}

_EVENT_WAYS: Mapping[str, Callable[[], str]] = {
    "hold": lambda: trc("what can be done with an event", "hold"),
    "arm": lambda: trc("what can be done with an event", "arm"),
    "delay": lambda: trc("what can be done with an event", "delay"),
    "send": lambda: trc("what can be done with an event", "send"),
    "skip": lambda: trc("what can be done with an event", "skip"),
}


def act_name(act: str) -> str:
    """What an act is called, as in “you may … now”; one that nobody knows keeps its id."""
    return _ACTS[Act(act)]() if act in _ACTS else act


def text_is(state: str) -> str:
    """A sentence that says the state of the text."""
    return _TEXT[state]()


def clause_is(state: str) -> str:
    """A sentence that says the state of a clause."""
    return _CLAUSE[state]()


def meeting_is(state: str) -> str:
    """A sentence that says the state of a private meeting."""
    return _MEETING[state]()


def package_is(number: int, state: str) -> str:
    """A sentence that says the state of a package."""
    return _PACKAGE[state](number)


def event_state(state: str) -> str:
    """What the state of a prepared event is called."""
    return _EVENT[state]()


def incident_state(state: str) -> str:
    """What the state of an incident is called."""
    return _INCIDENT[state]()


def progress_name(state: str) -> str:
    """What the progress of an entry of the follow-up list is called."""
    return _PROGRESS[state]()


def report_state(state: str) -> str:
    """What the state of a report is called."""
    return _REPORT[state]()


def dispute_state(state: str) -> str:
    """What the state of a dispute is called."""
    return _DISPUTE[state]()


def sitting_state(state: str) -> str:
    """What the state of a body's sitting is called."""
    return _SITTING[state]()


def event_way(trigger: str) -> str:
    """What the trainer can do with a prepared event, by the trigger of its machine."""
    return _EVENT_WAYS[trigger]()


def listed(names: Iterable[object]) -> str:
    """Names in a row, or a word that says that there are none."""
    return ", ".join(str(name) for name in names) or trc("instead of names in a list", "none")

"""Who may do what now: rights of the archetype, families that the phase opens, and the state of the clock."""

from collections.abc import Mapping

from roles.acts import Act, Family
from roles.rights import Archetype, Right
from scenarios.archetypes import archetypes
from scenarios.model import DecisionRule, RuleKind, Scenario
from scenarios.once import once
from scenarios.texts import tr
from simulator.engine import commands as c
from simulator.engine.decisions import away, entitled
from simulator.engine.names import act_name
from simulator.engine.refused import Refused
from simulator.engine.session import Session
from simulator.engine.words import TRAINER, Consent

ACT_OF: Mapping[type[c.Intent], Act] = {
    c.RequestFloor: Act.SPEAK,
    c.WithdrawRequest: Act.SPEAK,
    c.YieldFloor: Act.SPEAK,
    c.GiveFloor: Act.GIVE_FLOOR,
    c.RaisePointOfOrder: Act.POINT_OF_ORDER,
    c.SuspendSitting: Act.SUSPEND,
    c.ResumeSitting: Act.SUSPEND,
    c.OpenSitting: Act.PRESIDE,
    c.CloseSitting: Act.PRESIDE,
    c.ChangeChair: Act.PRESIDE,
    c.TakeUpItem: Act.PRESIDE,
    c.TagMove: Act.TAG_MOVE,
    c.ProposeAgenda: Act.PROPOSE_AGENDA,
    c.AdoptAgenda: Act.ADOPT_AGENDA,
    c.ObjectToItem: Act.ADOPT_AGENDA,
    c.ImposeAgenda: Act.DECLARE_OUTCOME,
    c.GiveConsent: Act.GIVE_CONSENT,
    c.WalkOut: Act.WALK_OUT,
    c.ReturnToTalks: Act.WALK_OUT,
    c.OfferStep: Act.OFFER_STEP,
    c.CallCaucus: Act.CALL_CAUCUS,
    c.AcceptCaucus: Act.JOIN_CAUCUS,
    c.DeclineCaucus: Act.JOIN_CAUCUS,
    c.CloseCaucus: Act.JOIN_CAUCUS,
    c.DiscloseInterest: Act.DISCLOSE,
    c.PermitRelease: Act.DISCLOSE,
    c.WithdrawRelease: Act.DISCLOSE,
    c.RelayInterest: Act.RELAY,
    c.AcknowledgeInterest: Act.ACKNOWLEDGE,
    c.RecordLearned: Act.RECORD_LEARNED,
    c.StatePosition: Act.STATE_POSITION,
    c.FrameIssues: Act.FRAME_ISSUE,
    c.ContestFraming: Act.FRAME_ISSUE,
    c.ProposeOption: Act.PROPOSE_OPTION,
    c.TablePackage: Act.TABLE_PACKAGE,
    c.WithdrawPackage: Act.TABLE_PACKAGE,
    c.AnswerPackage: Act.ANSWER_PACKAGE,
    c.IssueVersion: Act.DRAFT_TEXT,
    c.CloseReading: Act.DRAFT_TEXT,
    c.ParkClause: Act.DRAFT_TEXT,
    c.CommentClause: Act.COMMENT_TEXT,
    c.BracketClause: Act.BRACKET,
    c.LiftBracket: Act.BRACKET,
    c.NarrowBracket: Act.BRACKET,
    c.SupportBracket: Act.BRACKET,
    c.AddFootnote: Act.REFER_CLAUSE,
    c.ReferClause: Act.REFER_CLAUSE,
    c.ExplainPosition: Act.ADOPT_TEXT,
    c.ReportIncident: Act.REPORT_INCIDENT,
    c.AcknowledgeIncident: Act.ANSWER_HOTLINE,
    c.CallBack: Act.ANSWER_HOTLINE,
    c.AddVersion: Act.ANSWER_HOTLINE,
    c.AskVisit: Act.ANSWER_HOTLINE,
    c.AgreeVisit: Act.ANSWER_HOTLINE,
    c.VerifyIncident: Act.VERIFY_INCIDENT,
    c.HandleIncident: Act.HANDLE_INCIDENT,
    c.CloseIncident: Act.HANDLE_INCIDENT,
    c.AddFollowUp: Act.KEEP_FOLLOW_UP,
    c.StrikeFollowUp: Act.KEEP_FOLLOW_UP,
    c.ReportProgress: Act.REPORT_PROGRESS,
    c.JudgeCompliance: Act.JUDGE_COMPLIANCE,
    c.PublishReport: Act.JUDGE_COMPLIANCE,
    c.DeliverReport: Act.DELIVER_REPORT,
    c.AnswerReport: Act.ANSWER_REPORT,
    c.ReturnReport: Act.RULE_ON_REPORT,
    c.LiftMatter: Act.RULE_ON_REPORT,
    c.RaiseDispute: Act.RAISE_DISPUTE,
    c.AnswerDispute: Act.RAISE_DISPUTE,
    c.AcceptReading: Act.RAISE_DISPUTE,
    c.WithdrawDispute: Act.RAISE_DISPUTE,
    c.ProposeReading: Act.PROPOSE_READING,
    c.ReferDispute: Act.PROPOSE_READING,
    c.SendMessenger: Act.SEND_MESSENGER,
    c.DeliverMessage: Act.CARRY_MESSAGE,
    c.IssueStatement: Act.PRESS,
    c.FileInput: Act.FILE_INPUT,
    c.TagInput: Act.SYNTHESISE,
    c.IssueSynthesis: Act.SYNTHESISE,
    c.TraceInput: Act.SYNTHESISE,
    c.IssueNonPaper: Act.NON_PAPER,
    c.RecordCommitment: Act.RECORD_COMMITMENT,
    c.StrikeCommitment: Act.RECORD_COMMITMENT,
    c.PutToAdoption: Act.DECLARE_OUTCOME,
    c.DeclareOutcome: Act.DECLARE_OUTCOME,
    c.AnswerAdoption: Act.ADOPT_TEXT,
    c.AnswerShock: Act.ANSWER_SHOCK,
    c.JudgeShock: Act.RATE,
    c.JudgeAgreement: Act.RATE,
    c.NoteObservation: Act.RATE,
    c.WithdrawObservation: Act.RATE,
    c.RateSeat: Act.RATE,
    c.LockRatings: Act.RATE,
    c.AskExpert: Act.CALL_EXPERT,
    c.AnswerExpert: Act.ANSWER_EXPERT,
    c.AskCapital: Act.ASK_CAPITAL,
    c.MakeAppeal: Act.APPEAL,
    c.AnswerInject: Act.ANSWER_EVENT,
    c.WriteNote: Act.NOTE,
    c.WriteSheet: Act.PREPARE,
    c.FileSheet: Act.PREPARE,
    c.NoteBelief: Act.MAP_CONFLICT,
    c.StrikeBelief: Act.MAP_CONFLICT,
    c.MarkConduct: Act.KEEP_CONDUCT,
}
"""The act that each command of the table is; commands that are not here are open to everybody or to control only."""

_WHILE_AWAY = {
    Act.WALK_OUT,
    Act.GIVE_CONSENT,
    Act.CALL_CAUCUS,
    Act.JOIN_CAUCUS,
    Act.ASK_CAPITAL,
    Act.DISCLOSE,
    Act.REPORT_INCIDENT,
    Act.ANSWER_HOTLINE,
}
"""What the party that walked out may still do, so that it can be brought back; the hotline stays open to it."""


def archetype_of(session: Session, seat: str) -> Archetype:
    """The archetype of a seat; the trainer has one of their own, and so have raters who sit on no seat."""
    if seat in session.admitted:
        return archetypes()["rater"]
    name = "trainer" if seat == TRAINER else session.scenario.seats[seat].archetype
    return archetypes()[name]


def party_of(session: Session, seat: str) -> str:
    """The party that a seat sits for; none for the trainer, and for raters who sit on no seat."""
    return "" if seat == TRAINER or seat in session.admitted else session.scenario.seats[seat].party


def heads(session: Session, seat: str) -> bool:
    """Whether a seat decides for its party now.

    The head does; while nobody plays the head, the first seat of the party that somebody plays.
    """
    return _leaders(session).get(party_of(session, seat)) == seat


@once
def _leaders(session: Session) -> Mapping[str, str]:
    """The seat that decides for each deciding party now."""
    scenario = session.scenario
    found: dict[str, str] = {}
    for party in scenario.deciding():
        played = [s for s in scenario.seats_of(party) if session.seats[s].source.value != "empty"]
        leaders = [s for s in played if archetypes()[scenario.seats[s].archetype].heads]
        if leaders or played:
            found[party] = (leaders or played)[0]
    return found


def bodies_of(session: Session, seat: str, closed: bool = False) -> tuple[str, ...]:
    """The bodies in which a seat sits, observes or presides and which sit now; with `closed`, which could sit now."""
    known = _places(session)
    if (seat, closed) not in known:
        here = session.scenario.phases[session.phase].in_ if session.phase else ()
        states = ("open", "suspended", "planned", "closed") if closed else ("open", "suspended")
        sits = (b for b in here if session.floors[b].state in states and in_body(session, seat, b))
        known[seat, closed] = tuple(sits)
    return known[seat, closed]


@once
def _places(session: Session) -> dict[tuple[str, bool], tuple[str, ...]]:
    """What is known of the bodies of each seat, filled as it is asked."""
    return {}


def in_body(session: Session, seat: str, body: str) -> bool:
    """Whether a seat sits in a body, observes it or chairs it."""
    written = session.scenario.bodies[body]
    sits = written.members == "all" or seat in written.members
    return sits or seat in written.observers or seat in session.floors[body].chair


def right_of(session: Session, seat: str, act: Act, body: str = "") -> Right:
    """How far a seat may do an act: by its role, as the head of its party, and by its place in a body.

    Without a body, the best that any body gives in which the seat sits now.
    """
    archetype = archetype_of(session, seat)
    right = archetype.right(act)
    if act in _KEEPERS and session.scenario.hotline is not None and seat in session.scenario.hotline.keepers:
        right = Right.MAY
    if right is not Right.MAY and heads(session, seat):
        leader = archetypes()["head-of-side"].right(act)
        right = right if leader is Right.MAY_NOT else leader
    if seat == TRAINER or (act not in _BY_PLACE and not _with_rights(session.scenario)):
        return right
    here = (body,) if body else bodies_of(session, seat, closed=act is Act.PRESIDE)
    if act is Act.DELIVER_REPORT and not body:
        here = tuple(name for name, floor in session.floors.items() if seat in floor.chair) or here
    given = [_in_body(session, seat, archetype.id, act, name, right) for name in here]
    return min(given, key=_ORDER.index, default=right)


@once
def _with_rights(scenario: Scenario) -> bool:
    """Whether any body gives archetypes other rights than elsewhere."""
    return any(body.rights for body in scenario.bodies.values())


_ORDER = (Right.MAY, Right.OWN_BODY, Right.ON_INVITATION, Right.MAY_NOT)

_CHAIRS = (Act.GIVE_FLOOR, Act.PROPOSE_AGENDA, Act.SUSPEND, Act.PRESIDE, Act.DELIVER_REPORT, Act.RULE_ON_REPORT)
"""What comes with the chair of a body."""

_BY_PLACE = (*_CHAIRS, Act.ANSWER_REPORT)
"""What a place in a body can give whatever the scenario says."""

_KEEPERS = (Act.ANSWER_HOTLINE, Act.HANDLE_INCIDENT)
"""What comes with keeping the record of incidents."""


def _in_body(session: Session, seat: str, archetype: str, act: Act, body: str, right: Right) -> Right:
    written = session.scenario.bodies[body].rights.get(archetype)
    if written is not None and act in written.may_not:
        return Right.MAY_NOT
    if act in _CHAIRS and seat in session.floors[body].chair:
        return Right.MAY
    if act is Act.ANSWER_REPORT and seat in session.floors[body].chair and _declares(session, body):
        return Right.MAY
    if written is not None and act in written.may:
        return Right.MAY
    if written is not None and act in written.on_invitation:
        return Right.ON_INVITATION
    return right


def _declares(session: Session, body: str) -> bool:
    return session.scenario.bodies[body].rule.kind is RuleKind.CHAIR_DECLARES


def why_not(session: Session, seat: str, act: Act, body: str = "") -> tuple[str, str] | None:
    """None where a seat may do an act now, in a body if one is named; otherwise a stable code and the reason."""
    archetype = archetype_of(session, seat)
    right = right_of(session, seat, act, body)
    if right is Right.MAY_NOT:
        return "NO-RIGHT", tr("The role “{role}” may not: {act}.", role=tr(archetype.name), act=act_name(act))
    if session.ended and act is not Act.NOTE:
        return "SESSION-ENDED", tr("The session has ended.")
    if act.family in (Family.ALWAYS, Family.CONTROL) or seat == TRAINER:
        return None
    return _phase_says(session, act) or _seat_says(session, seat, act, right, body)


def _phase_says(session: Session, act: Act) -> tuple[str, str] | None:
    if session.phase is None:
        return "NOT-STARTED", tr("The exercise has not started.")
    if session.stopped:
        return "STOPPED", tr("Somebody said the stop word: play has stopped until the trainer lets it go on.")
    if not session.clock.running:
        return "PAUSED", tr("The clock is paused.")
    phase = session.scenario.phases[session.phase]
    if act.family not in phase.allows:
        return "NOT-IN-PHASE", tr("“{phase}” is not the phase to {act}.", phase=phase.name, act=act_name(act))
    return None


def _seat_says(session: Session, seat: str, act: Act, right: Right, body: str) -> tuple[str, str] | None:
    if seat in session.seats and session.seats[seat].left_role:
        return "ROLE-LEFT", tr("You have left your role.")
    party = party_of(session, seat)
    consent = session.consent.get(party)
    if consent and consent.consent in (Consent.SUSPENDED, Consent.OUT) and act not in _WHILE_AWAY:
        return "PARTY-AWAY", tr("Your party has left the talks; it can return first.")
    if body and act not in _WHILE_AWAY and away(session, party, body):
        return "PARTY-AWAY", _left(session, party, body)
    in_caucus = session.open_caucus_of(seat) is not None
    if right is Right.OWN_BODY and not in_caucus and not _in_group(session, seat):
        said = tr("In your role you may {act} only inside a private meeting or a working group.", act=act_name(act))
        return "OWN-BODY-ONLY", said
    floors = (session.floors[body],) if body else tuple(session.floors.values())
    speaks = any(floor.speaker == seat for floor in floors)
    if right is Right.ON_INVITATION and act is not Act.SPEAK and not in_caucus and not speaks:
        said = tr("In your role you may {act} only on the floor or in a private meeting.", act=act_name(act))
        return "ON-INVITATION", said
    return None


def _left(session: Session, party: str, body: str) -> str:
    name, item = session.scenario.bodies[body].name, session.floors[body].away.get(party, "")
    if not item:
        return tr("Your party has left {body}; it can return first.", body=name)
    said = item_title(session, item, body)
    return tr("Your party has left {body} for “{item}”; it can return first.", body=name, item=said)


def item_title(session: Session, item: str, body: str) -> str:
    """What an item is called on the agenda of a body: in other words where somebody proposed them."""
    own, scenario = session.agendas[body].wordings.get(item), session.scenario
    if own or item in scenario.issues:
        return own or scenario.issues[item].title
    return scenario.agenda_items[item].title if item in scenario.agenda_items else item


def demand_there(session: Session, seat: str, act: Act, body: str) -> None:
    """Raise Refused where the party of a seat has left the body in which its act would count."""
    party = party_of(session, seat)
    if act not in _WHILE_AWAY and away(session, party, body):
        raise Refused("PARTY-AWAY", _left(session, party, body), instead(session, seat))


def _in_group(session: Session, seat: str) -> bool:
    assert session.phase is not None
    scenario = session.scenario
    for name in scenario.phases[session.phase].in_:
        body = scenario.bodies[name]
        if body.kind != "plenary" and (body.members == "all" or seat in body.members):
            return True
    return False


def possible(session: Session, seat: str) -> Mapping[Act, str | None]:
    """The acts that a seat's archetype knows: None where possible now, otherwise why not."""
    acts = [a for a in Act if right_of(session, seat, a) is not Right.MAY_NOT]
    result: dict[Act, str | None] = {}
    for act in acts:
        reason = why_not(session, seat, act)
        result[act] = None if reason is None else reason[1]
    return result


def instead(session: Session, seat: str) -> str:
    """What a seat can do now, in words."""
    if seat != TRAINER and seat not in session.scenario.seats:
        return ""
    now = [act_name(act) for act, reason in possible(session, seat).items() if reason is None]
    return tr("Possible now: {acts}.", acts=", ".join(now)) if now else ""


def demand(session: Session, seat: str, act: Act, body: str = "") -> None:
    """Raise Refused where a seat may not do an act now, in a body if one is named."""
    reason = why_not(session, seat, act, body)
    if reason is not None:
        raise Refused(reason[0], reason[1], instead(session, seat))


def demand_control(session: Session, seat: str) -> None:
    """Raise Refused where a seat is not exercise control."""
    if seat != TRAINER:
        raise Refused("CONTROL-ONLY", tr("Only the trainer can do this."), instead(session, seat))


def demand_head(session: Session, seat: str) -> str:
    """The deciding party that a seat decides for; raises Refused where it does not."""
    if not heads(session, seat):
        raise Refused("HEAD-ONLY", tr("Only the head of a deciding party answers for it."), instead(session, seat))
    return party_of(session, seat)


def demand_say(session: Session, seat: str, body: str = "", rule: DecisionRule | None = None) -> str:
    """The party that a seat answers for when a rule asks: deciding, or named by the rule. Raises Refused."""
    party = party_of(session, seat)
    if party in entitled(session.scenario, body, rule):
        if session.scenario.parties[party].decides:
            return demand_head(session, seat)
        if archetype_of(session, seat).heads:
            return party
        raise Refused("HEAD-ONLY", tr("Only the head answers for its party."), instead(session, seat))
    demand_head(session, seat)
    raise Refused("NO-SAY", tr("Your party does not decide on this."), instead(session, seat))

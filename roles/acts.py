"""Every act at the table, by its standard name."""

from enum import StrEnum


class Family(StrEnum):
    """A group of acts that a phase opens or closes together."""

    TALK = "talk"
    """The floor: speak, give the floor, tag moves, points of order."""
    AGENDA = "agenda"
    """Propose and adopt the agenda and the ground rules."""
    CONSENT = "consent"
    """Consent to the process, walk out, return."""
    CAUCUS = "caucus"
    """Private meetings."""
    INTERESTS = "interests"
    """Disclose, release, acknowledge and record interests; state positions."""
    OPTIONS = "options"
    """Frame issues and put options on the board."""
    PACKAGES = "packages"
    """Table and answer packages."""
    TEXT = "text"
    """The single negotiating text: versions, brackets, comments."""
    ADOPTION = "adoption"
    """Put the text to adoption and answer."""
    STRESS = "stress"
    """The test of the text: shocks, and where the text answers them."""
    INCIDENTS = "incidents"
    """The hotline and the record of incidents."""
    FOLLOW_UP = "follow_up"
    """The follow-up list and the reports on compliance."""
    REPORTS = "reports"
    """Reports of bodies to the body that they report to."""
    DISPUTES = "disputes"
    """Disputes over articles of the reference text."""
    INPUTS = "inputs"
    """Inputs, the synthesis, and the way from an input to a clause."""
    MESSAGES = "messages"
    """Messengers of the mediation team, non-papers, statements to the press."""
    CALLS = "calls"
    """Calls to the expert and to capital, appeals of the elders."""
    ALWAYS = "always"
    """Open in every phase: notes, sheets of one's own, pulses, answers to events, the stop word."""
    CONTROL = "control"
    """Exercise control: clock, phases, events, seats."""


class Act(StrEnum):
    """What somebody at the table can do; the name is the key in an archetype's YAML."""

    SPEAK = "speak"
    """Ask for the floor and speak in the open body."""
    GIVE_FLOOR = "give_floor"
    """Give and take the floor, and set a time limit."""
    POINT_OF_ORDER = "point_of_order"
    """Interrupt on a matter of procedure."""
    TAG_MOVE = "tag_move"
    """Mark what somebody just did: an open question, a summary, a reframing."""
    PROPOSE_AGENDA = "propose_agenda"
    """Propose the items of the agenda."""
    ADOPT_AGENDA = "adopt_agenda"
    """Agree to the proposed agenda on behalf of a party."""
    GIVE_CONSENT = "give_consent"
    """Say whether a party takes part, and on what conditions."""
    WALK_OUT = "walk_out"
    """Leave the talks, and return to them, on behalf of a party."""
    OFFER_STEP = "offer_step"
    """Take a step towards a party that has walked out, so that it can return."""
    SUSPEND = "suspend"
    """Suspend and resume the sitting of a body."""
    PRESIDE = "preside"
    """Open and close the sitting of a body, take up items of its agenda, hand on the chair."""
    CALL_CAUCUS = "call_caucus"
    """Ask for, open and close a private meeting."""
    JOIN_CAUCUS = "join_caucus"
    """Accept an invitation to a private meeting."""
    DISCLOSE = "disclose"
    """Tell an interest of one's own to somebody."""
    RELAY = "relay"
    """Carry an interest that was released to somebody else."""
    ACKNOWLEDGE = "acknowledge"
    """Say that one has understood another party's interest."""
    RECORD_LEARNED = "record_learned"
    """Keep the mediator's two-column note: learned, and what may be carried."""
    STATE_POSITION = "state_position"
    """State a party's position on an issue."""
    FRAME_ISSUE = "frame_issue"
    """Propose or accept the neutral wording of an issue."""
    PROPOSE_OPTION = "propose_option"
    """Put an option on the board, without commitment."""
    TABLE_PACKAGE = "table_package"
    """Table an offer over one or more issues, or withdraw it."""
    ANSWER_PACKAGE = "answer_package"
    """Accept, reject or answer a package on behalf of a party."""
    DRAFT_TEXT = "draft_text"
    """Hold the pen: issue versions of the single negotiating text."""
    COMMENT_TEXT = "comment_text"
    """Say what is wrong with a clause."""
    RECORD_COMMITMENT = "record_commitment"
    """Write under an article who does what by when, and how one will know."""
    BRACKET = "bracket"
    """Put a clause in brackets with an alternative, and lift one's own brackets."""
    ADOPT_TEXT = "adopt_text"
    """Adopt or refuse the text on behalf of a party, and explain its position afterwards."""
    DECLARE_OUTCOME = "declare_outcome"
    """Put the text to adoption and record how the talks ended."""
    REFER_CLAUSE = "refer_clause"
    """Agree to a clause ad referendum and put a footnote on behalf of a party."""
    REPORT_INCIDENT = "report_incident"
    """Report an incident on the hotline."""
    ANSWER_HOTLINE = "answer_hotline"
    """Acknowledge a report, call back, put one's version, ask for a visit and agree to it."""
    VERIFY_INCIDENT = "verify_incident"
    """Record what was found about an incident."""
    HANDLE_INCIDENT = "handle_incident"
    """Record what was agreed about an incident, and close its record."""
    KEEP_FOLLOW_UP = "keep_follow_up"
    """Put promises on the follow-up list, and take them off."""
    REPORT_PROGRESS = "report_progress"
    """Say how far an entry of the follow-up list is."""
    JUDGE_COMPLIANCE = "judge_compliance"
    """Judge how far promises are kept, and publish it."""
    DELIVER_REPORT = "deliver_report"
    """Hand over the report of a body that one chairs, or whose record one keeps."""
    ANSWER_REPORT = "answer_report"
    """Adopt or refuse a report on behalf of a party."""
    RULE_ON_REPORT = "rule_on_report"
    """Return a report to its body, or lift what blocks it to the heads."""
    RAISE_DISPUTE = "raise_dispute"
    """Raise, answer, settle and withdraw a dispute over an article on behalf of a party."""
    PROPOSE_READING = "propose_reading"
    """Propose words that settle a dispute, or refer it to a body."""
    SEND_MESSENGER = "send_messenger"
    """Send somebody of the own team with a message."""
    CARRY_MESSAGE = "carry_message"
    """Deliver a message that one was sent with."""
    FILE_INPUT = "file_input"
    """Hand in an input."""
    SYNTHESISE = "synthesise"
    """Tag inputs, write the synthesis, trace inputs to clauses."""
    NON_PAPER = "non_paper"
    """Hand out a non-paper."""
    PRESS = "press"
    """Issue a statement to the press."""
    ANSWER_SHOCK = "answer_shock"
    """Say where the text answers a shock."""
    ASK_CAPITAL = "ask_capital"
    """Ask the own principal for instructions."""
    CALL_EXPERT = "call_expert"
    """Ask the expert on call."""
    ANSWER_EXPERT = "answer_expert"
    """Answer as the expert on call."""
    APPEAL = "appeal"
    """Spend the moral authority of an elder, once."""
    ANSWER_EVENT = "answer_event"
    """Say how one answers an event sent by exercise control."""
    NOTE = "note"
    """Write a private note with its time."""
    PREPARE = "prepare"
    """Write and file the preparation sheet of the own party."""
    MAP_CONFLICT = "map_conflict"
    """Keep the mediators' map of the conflict: what they believe each party needs."""
    KEEP_CONDUCT = "keep_conduct"
    """Tick the mediators' own code of conduct."""
    CONTROL = "control"
    """Run the exercise."""
    RATE = "rate"
    """Tag and rate as an observer of the exercise."""

    @property
    def family(self) -> Family:
        """The family that a phase opens or closes this act with."""
        return _FAMILY[self]


_FAMILY: dict[Act, Family] = {
    Act.SPEAK: Family.TALK,
    Act.GIVE_FLOOR: Family.TALK,
    Act.POINT_OF_ORDER: Family.TALK,
    Act.TAG_MOVE: Family.TALK,
    Act.PROPOSE_AGENDA: Family.AGENDA,
    Act.ADOPT_AGENDA: Family.AGENDA,
    Act.GIVE_CONSENT: Family.CONSENT,
    Act.WALK_OUT: Family.CONSENT,
    Act.OFFER_STEP: Family.CONSENT,
    Act.SUSPEND: Family.TALK,
    Act.PRESIDE: Family.TALK,
    Act.CALL_CAUCUS: Family.CAUCUS,
    Act.JOIN_CAUCUS: Family.CAUCUS,
    Act.DISCLOSE: Family.INTERESTS,
    Act.RELAY: Family.INTERESTS,
    Act.ACKNOWLEDGE: Family.INTERESTS,
    Act.RECORD_LEARNED: Family.INTERESTS,
    Act.STATE_POSITION: Family.INTERESTS,
    Act.FRAME_ISSUE: Family.OPTIONS,
    Act.PROPOSE_OPTION: Family.OPTIONS,
    Act.TABLE_PACKAGE: Family.PACKAGES,
    Act.ANSWER_PACKAGE: Family.PACKAGES,
    Act.DRAFT_TEXT: Family.TEXT,
    Act.COMMENT_TEXT: Family.TEXT,
    Act.RECORD_COMMITMENT: Family.TEXT,
    Act.BRACKET: Family.TEXT,
    Act.ADOPT_TEXT: Family.ADOPTION,
    Act.DECLARE_OUTCOME: Family.ADOPTION,
    Act.REFER_CLAUSE: Family.TEXT,
    Act.REPORT_INCIDENT: Family.INCIDENTS,
    Act.ANSWER_HOTLINE: Family.INCIDENTS,
    Act.VERIFY_INCIDENT: Family.INCIDENTS,
    Act.HANDLE_INCIDENT: Family.INCIDENTS,
    Act.KEEP_FOLLOW_UP: Family.FOLLOW_UP,
    Act.REPORT_PROGRESS: Family.FOLLOW_UP,
    Act.JUDGE_COMPLIANCE: Family.FOLLOW_UP,
    Act.DELIVER_REPORT: Family.REPORTS,
    Act.ANSWER_REPORT: Family.REPORTS,
    Act.RULE_ON_REPORT: Family.REPORTS,
    Act.RAISE_DISPUTE: Family.DISPUTES,
    Act.PROPOSE_READING: Family.DISPUTES,
    Act.SEND_MESSENGER: Family.MESSAGES,
    Act.CARRY_MESSAGE: Family.MESSAGES,
    Act.FILE_INPUT: Family.INPUTS,
    Act.SYNTHESISE: Family.INPUTS,
    Act.NON_PAPER: Family.MESSAGES,
    Act.PRESS: Family.MESSAGES,
    Act.ANSWER_SHOCK: Family.STRESS,
    Act.ASK_CAPITAL: Family.CALLS,
    Act.CALL_EXPERT: Family.CALLS,
    Act.ANSWER_EXPERT: Family.CALLS,
    Act.APPEAL: Family.CALLS,
    Act.ANSWER_EVENT: Family.ALWAYS,
    Act.NOTE: Family.ALWAYS,
    Act.PREPARE: Family.ALWAYS,
    Act.MAP_CONFLICT: Family.ALWAYS,
    Act.KEEP_CONDUCT: Family.ALWAYS,
    Act.CONTROL: Family.CONTROL,
    Act.RATE: Family.ALWAYS,
}

"""The words that commands and events share: kinds of answers, states and moves."""

from enum import StrEnum

TRAINER = "trainer"
"""The seat of exercise control; every session has it, no scenario declares it."""

EVERYBODY = "all"
"""Stands for all seats where a list of seats is asked for."""


class Source(StrEnum):
    """Who plays a seat."""

    HUMAN = "human"
    STAND_IN = "stand_in"
    EMPTY = "empty"


class Consent(StrEnum):
    """Whether a party takes part."""

    UNASKED = "unasked"
    IN = "in"
    CONDITIONAL = "conditional"
    SUSPENDED = "suspended"
    """It has walked out."""
    OUT = "out"


class Permission(StrEnum):
    """What may be done with an interest that was told in private."""

    CLOSED = "closed"
    """It stays with whom it was told."""
    RELEASABLE = "releasable"
    """The mediators may carry it to others."""


class Answer(StrEnum):
    """A party's answer to a package."""

    ACCEPT = "accept"
    REJECT = "reject"
    CONDITIONAL = "conditional"
    """Yes, if something is changed; the words say what."""
    COUNTER = "counter"
    """Answered by another package."""
    ABSTAIN = "abstain"
    """Neither yes nor no: the decision rule says what that means."""


class Verdict(StrEnum):
    """A party's answer when the text is put to adoption."""

    ADOPT = "adopt"
    ADOPT_WITH_RESERVATION = "adopt_with_reservation"
    AD_REFERENDUM = "ad_referendum"
    """Adopted, subject to the capital."""
    REFUSE = "refuse"
    ABSTAIN = "abstain"
    """Neither adopted nor refused: the decision rule says what that means."""


class Say(StrEnum):
    """What a party says to a question that is put under a decision rule."""

    YES = "yes"
    NO = "no"
    ABSTAINS = "abstains"


class Progress(StrEnum):
    """How far an entry of the follow-up list is."""

    SCHEDULED = "scheduled"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    BLOCKED = "blocked"
    VIOLATED = "violated"


class Settled(StrEnum):
    """How far a body came with one of its issues."""

    AGREED = "agreed"
    BRACKETED = "bracketed"
    BLOCKED = "blocked"


class DisputeKind(StrEnum):
    """What is in dispute about an article."""

    INTERPRETATION = "interpretation"
    VIOLATION = "violation"


class Uptake(StrEnum):
    """What became of an input."""

    TAKEN_UP = "taken_up"
    IN_PART = "in_part"
    NOT_TAKEN_UP = "not_taken_up"


class Resolution(StrEnum):
    """How a bracket was closed."""

    WITHDRAWN = "withdrawn"
    CHOSE_TEXT = "chose_text"
    CHOSE_ALTERNATIVE = "chose_alternative"
    MERGED = "merged"
    DEFERRED = "deferred"
    AMBIGUITY = "ambiguity"


class OutcomeKind(StrEnum):
    """How the talks ended."""

    AGREEMENT = "agreement"
    PARTIAL_AGREEMENT = "partial_agreement"
    NO_AGREEMENT = "no_agreement"
    COLLAPSED = "collapsed"
    """A deciding party stayed out."""
    ABORTED = "aborted"
    """The trainer ended the exercise early."""


class Move(StrEnum):
    """What somebody just did, as a rapporteur or rater tags it."""

    OPEN_QUESTION = "open_question"
    CLOSED_QUESTION = "closed_question"
    CHECK = "check"
    PARAPHRASE = "paraphrase"
    SUMMARY = "summary"
    REFRAME = "reframe"
    ACKNOWLEDGE = "acknowledge"
    REALITY_TEST = "reality_test"
    VERIFY = "verify"
    PROCEDURE = "procedure"
    PROMISE = "promise"
    THREAT = "threat"
    APOLOGY = "apology"


class WallPage(StrEnum):
    """What the projector in the room shows under the clock."""

    TURN = "turn"
    """All pages in turn."""
    AGENDA = "agenda"
    SPEAKERS = "speakers"
    TEXT = "text"
    NEWS = "news"


class DebriefStep(StrEnum):
    """A step of the debriefing, in its order."""

    DE_ROLE = "de_role"
    """People leave their roles."""
    REACTIONS = "reactions"
    FACTS = "facts"
    """What happened."""
    REVEAL = "reveal"
    """What was hidden."""
    ANALYSIS = "analysis"
    GENERALISE = "generalise"
    RELATE = "relate"
    """How real formats handle it."""
    WHAT_IF = "what_if"
    WHAT_NEXT = "what_next"


class DebriefPage(StrEnum):
    """What a debriefing shows on the projector."""

    NONE = "none"
    """The wall's own pages."""
    STEP = "step"
    """A step with its cue."""
    QUESTION = "question"
    """A question of the case, by its place in the bank."""
    HOOK = "hook"
    """The question for dinner."""
    WORLD = "world"
    """How real formats handle it."""
    TIMELINE = "timeline"
    """The moments worth talking about, in order."""
    MOMENT = "moment"
    """One of them, by the number of its event."""
    MINUTE = "minute"
    """The board as it was, by the play second."""
    INCIDENT = "incident"
    """The versions of an incident side by side, by its number."""
    REVEAL = "reveal"
    """What a party held back, by its id."""
    CARD = "card"
    """A data card: its question, then its numbers."""
    VALUES = "values"
    """What the terms are worth to each side, and one better package."""
    AGREEMENT = "agreement"
    """The quality of the agreement, and its gaps."""
    WHAT_IF = "what_if"
    """How the talks went on in a branch that stand-ins played."""


class Dimension(StrEnum):
    """What a rater looks at in a seat's conduct."""

    D1 = "D1"
    """Opening and framing the process."""
    D2 = "D2"
    """Investigation of interests."""
    D3 = "D3"
    """Listening and empathy."""
    D4 = "D4"
    """Impartiality of conduct."""
    D5 = "D5"
    """Managing interaction and emotion."""
    D6 = "D6"
    """Options and reality testing."""
    D7 = "D7"
    """Caucus craft and confidentiality."""
    D8 = "D8"
    """Drafting and convergence."""
    D9 = "D9"
    """Inclusion and norms."""
    D10 = "D10"
    """Cultural and linguistic attunement."""
    D11 = "D11"
    """Team and coordination."""
    D12 = "D12"
    """Strategy and composure."""


class Cause(StrEnum):
    """Why something happened that nobody at the table asked for."""

    BY_HAND = "by_hand"
    TIME = "time"
    CONDITION = "condition"
    CONTINGENCY = "contingency"
    AUTOMATIC = "automatic"
    DEADLINE = "deadline"
    COLLAPSE = "collapse"


class Channel(StrEnum):
    """How an event reaches people."""

    PAPER = "paper"
    RADIO = "radio"
    PHONE = "phone"
    MESSENGER = "messenger"
    LETTER = "letter"

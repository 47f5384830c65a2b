"""What a preparation sheet asks, by the class of role, and what mediators check their own conduct against.

The lists are standard; a scenario can have a code of conduct of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from roles.rights import Kind
from scenarios.texts import mark


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a preparation sheet; its words are marked, and said with `tr`."""

    id: str
    title: str
    ask: str
    """What to think about."""


OF_PARTIES: tuple[Part, ...] = (
    Part(
        "interests",
        mark("Our interests, in order"),
        mark("What do we need, and why? What comes first, what could we do without?"),
    ),
    Part(
        "theirs",
        mark("Their interests, as we believe them"),
        mark("Party by party: what do they need, and how do we know? What matters less to them than to us?"),
    ),
    Part(
        "batna",
        mark("Without agreement"),
        mark("What do we do if there is none? What would make that better or worse, and for whom?"),
    ),
    Part(
        "opening",
        mark("Opening position"),
        mark("What do we say first? What could we live with in the end?"),
    ),
    Part(
        "disclosure",
        mark("What we may disclose"),
        mark("Which of our interests, to whom, on what terms, and after what from them?"),
    ),
    Part("questions", mark("What we must learn"), mark("Three open questions, and to whom we put them.")),
    Part("speaks", mark("Who speaks"), mark("Who opens, who listens and writes, who goes into the corridor?")),
)
"""The sheet of a side or a neighbour."""

OF_MEDIATORS: tuple[Part, ...] = (
    Part(
        "entry",
        mark("Entry"),
        mark("What do we say of our mandate, our limits and confidentiality? How do we ask for consent?"),
    ),
    Part(
        "parties",
        mark("The parties"),
        mark("What do we believe each needs? Who is not at the table and should be heard?"),
    ),
    Part(
        "caucuses",
        mark("Order of private meetings"),
        mark("Whom first, how long each, and how do the others see that they get the same?"),
    ),
    Part("agenda", mark("Agenda"), mark("Which issue opens, which waits, and who might object to the words?")),
    Part("ground_rules", mark("Ground rules"), mark("What do we propose, and what do we do when one is broken?")),
    Part("text", mark("The way to a text"), mark("One text or packages, who holds the pen, when is the first draft?")),
    Part("what_if", mark("What if …"), mark("Somebody walks out; something leaks; an incident; nobody speaks.")),
    Part("team", mark("Who does what in the team"), mark("Who chairs, who listens, who writes, when do we confer?")),
)
"""The process plan of a mediation team."""

OF_OTHERS: tuple[Part, ...] = (
    Part(
        "aims", mark("What we want to see"), mark("What should the talks not end without, and for whom do we say it?")
    ),
    Part("knows", mark("What we know that others do not"), mark("What may we say of it, to whom, and when?")),
    Part("message", mark("Our message"), mark("One sentence for one minute on the floor.")),
    Part("contacts", mark("Whom we meet"), mark("Whom do we ask for a meeting, early enough to be heard?")),
    Part("limits", mark("What our role does not let us do"), mark("What do we leave to the parties?")),
)
"""The sheet of observers, civil society, support and others at the table."""

CONDUCT: Mapping[str, str] = {
    "consent": mark("Every party was asked for its consent, and for its conditions."),
    "mandate": mark("We said who sent us, and what we may not do."),
    "confidentiality": mark("We explained what stays confidential, and what cannot."),
    "caucuses": mark("We announced that there may be private meetings, and that all can ask for one."),
    "equal": mark("Every party had the same opportunity to speak and to meet us."),
    "language": mark("We used words that no party has to object to."),
    "permission": mark("We asked what we may take to others before we left a private meeting."),
    "absent": mark("We asked who is not at the table, and how they are heard."),
    "interest": mark("We told the parties of any interest or tie of our own."),
    "ownership": mark("The parties found the solutions; we pressed none on them."),
    "law": mark("We said which norms no agreement can set aside."),
    "team": mark("The team spoke with one voice, and conferred before it mattered."),
}
"""A standard checklist of mediators' conduct, from the guidance that the bibliography names; said with `tr`."""


def parts(kind: Kind) -> tuple[Part, ...]:
    """The parts of the sheet that a party of a class fills in."""
    if kind is Kind.MEDIATION:
        return OF_MEDIATORS
    return OF_PARTIES if kind in (Kind.SIDE, Kind.NEIGHBOUR) else OF_OTHERS

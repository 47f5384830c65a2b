"""The small machines as tables, and the phase machine that a scenario makes.

A table answers two questions: which ways on are there, and where do they lead. Guards live in `decide`, the
state lives in the session, and the same tables draw the diagrams.
"""

from functools import lru_cache
from typing import Any

from transitions import Machine

from scenarios.model import Scenario


class Table:
    """A named state machine asked as a table: trigger and source give the destination."""

    def __init__(self, name: str, rows: tuple[tuple[str, str | tuple[str, ...], str], ...]) -> None:
        self.name = name
        self.rows = tuple(
            (trigger, source, dest)
            for trigger, sources, dest in rows
            for source in ((sources,) if isinstance(sources, str) else sources)
        )
        self.initial = self.rows[0][1]
        self.states = tuple(dict.fromkeys(s for row in self.rows for s in (row[1], row[2])))
        self._machine = Machine(
            model=None,
            states=list(self.states),
            initial=self.initial,
            transitions=[[t, s, d] for t, s, d in self.rows],
            auto_transitions=False,
        )
        self._ways = {
            (trigger, transition.source): transition.dest
            for trigger, event in self._machine.events.items()
            for transitions in event.transitions.values()
            for transition in transitions
        }

    def ways_on(self, state: str) -> tuple[str, ...]:
        """The triggers that lead out of a state."""
        return tuple(dict.fromkeys(t for t, s, _ in self.rows if s == state))

    def destination(self, state: str, trigger: str) -> str | None:
        """Where a trigger leads from a state, or None where it is not a way on."""
        dest: Any = self._ways.get((trigger, state))
        return None if dest is None else str(dest)

    def allows(self, state: str, trigger: str) -> bool:
        """Whether a trigger is a way on from a state."""
        return (trigger, state) in self._ways


CONSENT = Table(
    "consent",
    (
        ("agree", ("unasked", "in", "conditional", "suspended", "out"), "in"),
        ("set_conditions", ("unasked", "in", "conditional", "suspended", "out"), "conditional"),
        ("walk_out", ("unasked", "in", "conditional"), "suspended"),
        ("refuse", ("unasked", "in", "conditional", "suspended"), "out"),
    ),
)

ISSUE = Table(
    "issue",
    (
        ("propose", "unraised", "raised"),
        ("adopt", ("unraised", "raised"), "on_agenda"),
        ("frame", ("unraised", "raised", "on_agenda", "framed"), "framed"),
        ("contest", "framed", "on_agenda"),
        ("option", ("unraised", "raised", "on_agenda", "framed", "optioned"), "optioned"),
        ("draft", ("unraised", "raised", "on_agenda", "framed", "optioned", "provisionally_agreed"), "drafted"),
        ("draft", ("drafted", "parked"), "drafted"),
        ("clean", ("drafted", "provisionally_agreed"), "provisionally_agreed"),
        ("reopen", "provisionally_agreed", "drafted"),
        ("park", ("drafted", "provisionally_agreed"), "parked"),
        (
            "agree",
            ("provisionally_agreed", "drafted", "optioned", "framed", "on_agenda", "raised", "unraised"),
            "agreed",
        ),
    ),
)

INTEREST = Table(
    "interest",
    (
        ("tell", ("kept", "elicited"), "elicited"),
        ("permit", ("elicited", "releasable"), "releasable"),
        ("tell", "releasable", "releasable"),
        ("forbid", ("elicited", "releasable"), "elicited"),
        ("publish", ("kept", "elicited", "releasable"), "released"),
        ("tell", "released", "released"),
        ("publish", "released", "released"),
        ("permit", "released", "released"),
        ("forbid", "released", "released"),
        ("acknowledge", ("elicited", "releasable", "released", "acknowledged"), "acknowledged"),
        ("tell", "acknowledged", "acknowledged"),
        ("permit", "acknowledged", "acknowledged"),
        ("forbid", "acknowledged", "acknowledged"),
        ("publish", "acknowledged", "acknowledged"),
    ),
)

PACKAGE = Table(
    "package",
    (
        ("agree", "tabled", "agreed"),
        ("reject", "tabled", "rejected"),
        ("withdraw", ("tabled", "rejected", "agreed"), "withdrawn"),
        ("supersede", ("tabled", "rejected"), "superseded"),
        ("reconsider", "rejected", "tabled"),
    ),
)

TEXT = Table(
    "text",
    (
        ("issue", ("none", "under_reading", "clean", "failed"), "under_reading"),
        ("contest", ("under_reading", "clean"), "under_reading"),
        ("clean", ("under_reading", "clean"), "clean"),
        ("put", ("under_reading", "clean"), "in_adoption"),
        ("adopt", "in_adoption", "adopted"),
        ("fail", "in_adoption", "failed"),
        ("refer", "in_adoption", "ad_referendum"),
        ("adopt", "ad_referendum", "adopted"),
        ("fail", "ad_referendum", "failed"),
    ),
)

CLAUSE = Table(
    "clause",
    (
        ("bracket", ("proposed", "clean", "bracketed"), "bracketed"),
        ("lift", "bracketed", "proposed"),
        ("clean", ("proposed", "clean"), "clean"),
        ("redraft", ("proposed", "clean", "parked"), "proposed"),
        ("redraft", "bracketed", "bracketed"),
        ("park", ("proposed", "bracketed", "clean"), "parked"),
        ("take_up", "parked", "proposed"),
        ("close", ("proposed", "clean"), "closed"),
    ),
)

CAUCUS = Table(
    "caucus",
    (
        ("accept", "requested", "granted"),
        ("open", ("requested", "granted"), "open"),
        ("decline", ("requested", "granted"), "declined"),
        ("close", "open", "closed"),
    ),
)

INJECT = Table(
    "inject",
    (
        ("hold", ("planned", "armed"), "held"),
        ("arm", "held", "armed"),
        ("delay", ("planned", "armed", "held"), "armed"),
        ("send", ("planned", "armed", "held"), "sent"),
        ("skip", ("planned", "armed", "held"), "skipped"),
    ),
)

SHOCK = Table(
    "shock",
    (
        ("throw", "ready", "thrown"),
        ("answer", ("thrown", "answered"), "answered"),
        ("judge", ("thrown", "answered", "judged"), "judged"),
    ),
)

SITTING = Table(
    "sitting",
    (
        ("open", ("planned", "closed", "open"), "open"),
        ("suspend", "open", "suspended"),
        ("resume", "suspended", "open"),
        ("close", ("planned", "open", "suspended", "closed"), "closed"),
    ),
)

INCIDENT = Table(
    "incident",
    (
        ("acknowledge", "reported", "acknowledged"),
        ("call_back", ("reported", "acknowledged", "called_back"), "called_back"),
        ("verify", ("reported", "acknowledged", "called_back", "unverified", "verified"), "verified"),
        ("leave_open", ("reported", "acknowledged", "called_back", "verified", "unverified"), "unverified"),
        ("handle", ("acknowledged", "called_back", "verified", "unverified", "handled"), "handled"),
        ("close", ("verified", "unverified", "handled"), "closed"),
    ),
)

FOLLOW_UP = Table(
    "follow_up",
    (
        ("begin", ("scheduled", "in_progress", "blocked", "violated"), "in_progress"),
        ("finish", ("scheduled", "in_progress", "blocked", "violated", "done"), "done"),
        ("block", ("scheduled", "in_progress", "blocked"), "blocked"),
        ("violate", ("scheduled", "in_progress", "blocked", "done", "violated"), "violated"),
        ("plan_anew", ("scheduled", "in_progress", "blocked", "violated"), "scheduled"),
    ),
)

REPORT = Table(
    "report",
    (
        ("adopt", ("delivered", "lifted"), "adopted"),
        ("return", ("delivered", "lifted"), "returned"),
        ("lift", ("delivered", "lifted", "adopted"), "lifted"),
        ("replace", ("delivered", "returned", "lifted"), "replaced"),
    ),
)

DISPUTE = Table(
    "dispute",
    (
        ("answer", ("raised", "answered"), "answered"),
        ("answer", "proposed", "proposed"),
        ("answer", "referred", "referred"),
        ("propose", ("raised", "answered", "proposed", "referred"), "proposed"),
        ("settle", "proposed", "settled"),
        ("refer", ("raised", "answered", "proposed"), "referred"),
        ("withdraw", ("raised", "answered", "proposed", "referred"), "withdrawn"),
    ),
)

TABLES = (
    CONSENT,
    ISSUE,
    INTEREST,
    PACKAGE,
    TEXT,
    CLAUSE,
    CAUCUS,
    INJECT,
    SHOCK,
    SITTING,
    INCIDENT,
    FOLLOW_UP,
    REPORT,
    DISPUTE,
)


@lru_cache(maxsize=32)
def _phase_table(rows: tuple[tuple[str, str | tuple[str, ...], str], ...]) -> Table:
    return Table("phase", rows)


def ways_on(scenario: Scenario, phase: str) -> tuple[str, ...]:
    """The phases to go on to, the usual way first.

    A phase planned with no minutes is optional: what follows it may be entered at once, and it comes last.
    """
    found: dict[str, None] = {}
    optional: dict[str, None] = {}
    waiting = list(scenario.phases[phase].next)
    while waiting:
        name = waiting.pop(0)
        if scenario.phases[name].minutes[1]:
            found[name] = None
        elif name not in optional:
            optional[name] = None
            waiting += scenario.phases[name].next
    return (*found, *optional)


def onward(scenario: Scenario, phase: str) -> tuple[str, ...]:
    """The phases that the trainer can go on to: the next ones, then those beyond, in the order of the case.

    Nobody jumps beyond the first phase after play, in which roles are left.
    """
    found: dict[str, None] = {}
    waiting = [phase]
    while waiting:
        for name in ways_on(scenario, waiting.pop(0)):
            if name not in found and name != phase:
                found[name] = None
                if scenario.phases[name].kind != "closing":
                    waiting.append(name)
    near = ways_on(scenario, phase)
    return (*near, *(name for name in scenario.phases if name in found and name not in near))


def phases(scenario: Scenario) -> Table:
    """The phase machine of a scenario: `go:X` leads on to phase X, `back:X` loops back to it."""
    rows: list[tuple[str, str | tuple[str, ...], str]] = []
    for name, phase in scenario.phases.items():
        rows += [(f"go:{to}", name, to) for to in ways_on(scenario, name)]
        rows += [(f"back:{to}", name, to) for to in phase.back]
    if not rows:
        only = next(iter(scenario.phases))
        rows.append(("stay", only, only))
    return _phase_table(tuple(rows))

"""State machines and the course of a scenario as text: Mermaid for pages, or lines to read."""

from collections.abc import Iterator

from scenarios.model import Condition, Scenario
from scenarios.texts import listing, mark, tr, trc, trn
from simulator.engine.machines import Table, ways_on
from simulator.engine.names import incident_state, text_is


def machine(table: Table) -> str:
    """A machine as a Mermaid state diagram: a way that is not drawn is refused."""
    lines = ["stateDiagram-v2", f"    [*] --> {table.initial}"]
    lines += [f"    {source} --> {dest}: {', '.join(on)}" for (source, dest), on in _ways(table).items()]
    return "\n".join(lines)


def machine_lines(table: Table) -> str:
    """A machine as lines to read."""
    lines = []
    for state in table.states:
        lines.append(tr("{state} (it begins here)", state=state) if state == table.initial else state)
        lines += [f"    {', '.join(on)} -> {dest}" for (source, dest), on in _ways(table).items() if source == state]
    return "\n".join(lines)


def course(case: Scenario) -> str:
    """The phases of a scenario as a Mermaid flow chart: ways on with their conditions, ways back dotted."""
    lines = ["flowchart TD"]
    for name, phase in case.phases.items():
        label = f"{_escaped(phase.name)}<br/>{_escaped(_minutes(phase.minutes))}"
        left, right = {"briefing": ("([", "])"), "closing": ("([", "])")}.get(phase.kind, ("[", "]"))
        lines.append(f'    {_node(name)}{left}"{label}"{right}')
    for name, phase in case.phases.items():
        done = "" if phase.leave_when is None else _escaped(in_words(phase.leave_when, case))
        for number, to in enumerate(ways_on(case, name)):
            # The condition stands at the usual way on; it is the same for the others.
            said = f'|"{done}"|' if done and not number else ""
            lines.append(f"    {_node(name)} -->{said} {_node(to)}")
        lines += [f"    {_node(name)} -.-> {_node(to)}" for to in phase.back]
    return "\n".join(lines)


def course_lines(case: Scenario) -> str:
    """The phases of a scenario as lines to read."""
    lines = []
    for name, phase in case.phases.items():
        lines.append(tr("{phase}: {minutes}", phase=phase.name, minutes=_minutes(phase.minutes)))
        if phase.leave_when is not None:
            lines.append(tr("    done when {condition}", condition=in_words(phase.leave_when, case)))
        to = [case.phases[way].name for way in ways_on(case, name)]
        if to:
            lines.append(tr("    on to: {phases}", phases=", ".join(to)))
        if phase.back:
            lines.append(tr("    back to: {phases}", phases=", ".join(case.phases[way].name for way in phase.back)))
    return "\n".join(lines)


def in_words(condition: Condition, case: Scenario) -> str:
    """A condition as the words after `when`."""
    return listing(_parts(condition, case)) or tr("nothing more is needed")


WORDS = {
    "everybody": mark("everybody"),
    "sides": mark("every side"),
    "in": mark("in"),
    "conditional": mark("in on conditions"),
    "suspended": mark("away"),
    "out": mark("out"),
    "unasked": mark("not asked yet"),
}
"""The words of conditions that a person reads."""


def _parts(condition: Condition, case: Scenario) -> Iterator[str]:
    """Each of the things that must hold together."""
    yield from _of_time(condition, case)
    yield from _of_talks(condition, case)
    yield from _of_text(condition, case)
    yield from _of_table(condition, case)
    if condition.all is not None:
        for one in condition.all:
            yield from _parts(one, case)
    if condition.any is not None:
        ways = [in_words(one, case) for one in condition.any]
        yield tr("({ways})", ways=listing(ways, last=trc("in a list", "or")))
    if condition.not_ is not None:
        yield tr("not ({condition})", condition=in_words(condition.not_, case))


def _of_time(condition: Condition, case: Scenario) -> Iterator[str]:
    if condition.phase is not None:
        yield tr("the phase is {phase}", phase=case.phases[condition.phase].name)
    if condition.minute is not None:
        yield tr("it is minute {minute}", minute=condition.minute)
    if condition.after is not None:
        yield trn("{n} minute of the phase has passed", "{n} minutes of the phase have passed", condition.after)


def _of_talks(condition: Condition, case: Scenario) -> Iterator[str]:
    for party, words in (condition.consent or {}).items():
        said = listing((tr(WORDS[word]) for word in words), last=trc("in a list", "or"))
        yield tr("{party} is {consent}", party=case.parties[party].short, consent=said)
    if condition.ready is not None:
        yield tr("{who} is ready", who=tr(WORDS[condition.ready]))
    if condition.agenda is not None:
        yield tr("the agenda is adopted") if condition.agenda == "adopted" else tr("an agenda is proposed")
    if condition.framed is not None:
        yield tr("{percent}% of the issues are framed", percent=condition.framed)
    if condition.optioned is not None:
        yield tr("{percent}% of the issues have two options", percent=condition.optioned)
    if condition.caucus_with is not None:
        met = [case.parties[party].short for party in condition.caucus_with]
        yield tr("the mediators have met {parties} alone", parties=listing(met))
    if condition.prepared is not None:
        filed = [case.parties[party].short for party in condition.prepared]
        yield tr("{parties} has filed its preparation sheet", parties=listing(filed))
    if condition.disclosed is not None:
        yield tr("{interests} has been told", interests=listing(condition.disclosed))
    if condition.sent is not None:
        yield tr("{events} has been sent", events=listing(case.events[event].title for event in condition.sent))
    if condition.pulses is not None:
        yield tr("everybody has answered {forms}", forms=listing(case.pulses[one].name for one in condition.pulses))
    if condition.deroled is not None:
        yield tr("everybody has left their role")


def _of_text(condition: Condition, case: Scenario) -> Iterator[str]:
    if condition.text_version is not None:
        yield tr("the text is at version {version}", version=condition.text_version)
    if condition.clauses_settled is not None:
        yield tr("every clause is settled") if condition.clauses_settled else tr("a clause is not settled")
    if condition.package is not None:
        yield tr("a package is agreed") if condition.package == "agreed" else tr("a package is tabled")
    if condition.outcome is not None:
        yield tr("the outcome is recorded")


def _of_table(condition: Condition, case: Scenario) -> Iterator[str]:
    for body, how in (condition.agendas or {}).items():
        name = case.bodies[body].name if body in case.bodies else body
        if how == "adopted":
            yield tr("the agenda of {body} is adopted", body=name)
        else:
            yield tr("an agenda is proposed in {body}", body=name)
    for name, state in (condition.texts or {}).items():
        title = case.texts[name].title if name in case.texts else name
        yield tr("of {title}: {state}", title=title, state=text_is(state))
    if condition.reported is not None:
        bodies = listing(case.bodies[b].name if b in case.bodies else b for b in condition.reported)
        yield tr("{bodies} has reported", bodies=bodies)
    if condition.reports_settled is not None:
        yield tr("every report is settled") if condition.reports_settled else tr("a report is not settled")
    if condition.inputs is not None:
        yield trn("{n} input has been handed in", "{n} inputs have been handed in", condition.inputs)
    if condition.synthesis is not None:
        yield tr("the synthesis has been issued")
    if condition.incidents is not None:
        yield tr("every incident is {state} or further", state=incident_state(condition.incidents))
    if condition.away is not None:
        yield tr("{parties} has left", parties=listing(case.parties[p].name for p in condition.away))


def _ways(table: Table) -> dict[tuple[str, str], list[str]]:
    """The triggers from each state to each other one."""
    found: dict[tuple[str, str], list[str]] = {}
    for trigger, source, dest in table.rows:
        found.setdefault((source, dest), []).append(trigger)
    return found


def _minutes(minutes: tuple[int, int, int]) -> str:
    least, planned, most = minutes
    return tr("{planned} min ({least} to {most})", planned=planned, least=least, most=most)


def _node(phase: str) -> str:
    """The id of a phase in a chart: Mermaid keeps words such as `end` for itself."""
    return f"phase_{phase.replace('-', '_')}"


def _escaped(text: str) -> str:
    """A text as it stands in a quoted label of Mermaid."""
    return "".join(_ENTITIES.get(char, char) for char in text)


_ENTITIES = {"#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "&": "#amp;", "`": "#96;", "\\": "#92;", ";": "#59;"}

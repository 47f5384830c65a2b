"""machines.md: the states of things, and the ways between them."""

from docs.pages.told import FLAGSHIP, page, text
from scenarios.reading import read
from scenarios.shelf import find
from simulator.engine import diagrams
from simulator.engine.machines import TABLES

MACHINES = {
    "consent": "Whether a party takes part. Only its head, or the seat that decides for it, changes it.",
    "issue": "How far an issue has come, from unraised to agreed.",
    "interest": "What became of an interest: kept, told to somebody, allowed to be carried, public, understood.",
    "package": "An offer over one or more issues.",
    "text": "The single negotiating text.",
    "clause": "An article of the text.",
    "caucus": "A private meeting.",
    "inject": "A prepared event of the exercise control.",
    "shock": "Something that goes wrong after the signature, thrown at the text in the phase of the stress test.",
    "sitting": "Whether a body sits. One that sits with its phase needs nobody to open it.",
    "incident": "An incident in the record of incidents, from its report on the hotline.",
    "follow_up": "An entry of the follow-up list, or of the calendar of an agreement.",
    "report": "The report of a body to the body that it reports to.",
    "dispute": "A dispute over an article of the reference text.",
}


def machines() -> str:
    """Every state machine as a diagram."""
    parts = [
        text("""
            These are the tables that the rules ask (`simulator/engine/machines.py`): a way that is not drawn here is
            refused. What else must be true, such as who may ask and in which phase, is decided in
            `simulator/engine/decide`. The first state is where a machine begins.
        """)
    ]
    parts += [
        f"## {one.name.replace('_', '-').capitalize()}\n\n{MACHINES[one.name]}\n\n{_mermaid(diagrams.machine(one))}"
        for one in TABLES
    ]
    case = read(find(FLAGSHIP)).scenario
    assert case is not None
    parts.append(
        "## Phases\n\nEvery scenario brings its own: `next` says where a phase leads on to, `back` where it loops "
        f"back to. This is the course of *{case.title}*, as `goodoffices graph {case.id}` draws it.\n\n"
        + _mermaid(diagrams.course(case))
    )
    return page("State machines", *parts)


def _mermaid(diagram: str) -> str:
    return f"```mermaid\n{diagram}\n```"

"""Log: every event as a sentence."""

from importlib import import_module

from textual.content import Content

from scenarios.model import Scenario
from simulator.engine import Moment, View
from simulator.tui.boards.line import cell, clock, row, who, words


def sentence(moment: Moment, scenario: Scenario | None, view: View | None) -> str:
    """An event in words; its kind and its seat where no words are known for it."""
    if scenario is not None:
        try:
            said: str = import_module("simulator.debrief.narration").sentence(moment, scenario)
        except ImportError:
            pass
        else:
            return said
    tag = str(moment.event.__struct_config__.tag).replace("_", " ")
    by = who(view, moment.event.by) if view is not None else moment.event.by
    return f"{by}: {tag}"


def rows(view: View, scenario: Scenario | None = None) -> list[tuple[str, Content]]:
    """The latest events, newest first."""
    return [
        (
            str(moment.number),
            row(
                cell(f"{moment.number}", 5, "dim"),
                cell(clock(moment.seconds), 8),
                words(sentence(moment, scenario, view)),
            ),
        )
        for moment in reversed(view.log)
    ]

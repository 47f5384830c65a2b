"""What the words of the rules are called on the screens: outcomes, states of packages, kinds of shocks."""

from collections.abc import Mapping

from scenarios.texts import mark, tr
from simulator.engine.words import OutcomeKind

_NAMES: Mapping[str, str] = {
    # Translators: how the talks ended.
    OutcomeKind.AGREEMENT: mark("agreement"),
    OutcomeKind.PARTIAL_AGREEMENT: mark("partial agreement"),
    OutcomeKind.NO_AGREEMENT: mark("no agreement"),
    OutcomeKind.COLLAPSED: mark("collapsed"),
    OutcomeKind.ABORTED: mark("aborted"),
    # Translators: kinds of shocks at an agreement.
    "missed-deadline": mark("missed deadline"),
    "incident": mark("incident"),
    "unpaid": mark("unpaid"),
    # Translators: states of a package.
    "tabled": mark("tabled"),
    "agreed": mark("agreed"),
    "rejected": mark("rejected"),
    "withdrawn": mark("withdrawn"),
    "superseded": mark("superseded"),
}


def named(word: str) -> str:
    """What a word of the rules is called, in the language that is spoken."""
    return tr(_NAMES.get(word, word.replace("_", " ").replace("-", " ")))

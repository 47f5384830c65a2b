"""The texts on the table as rows: which text, clause and bracket a row is about, and what a bracket says."""

from dataclasses import dataclass

from scenarios.texts import tr, trc
from simulator.engine.session import Bracket
from simulator.engine.view.shapes import ClauseView, TextView, View
from simulator.tui.boards.line import short


@dataclass(frozen=True, slots=True)
class Place:
    """What a row of a text is about."""

    text: TextView
    clause: ClauseView | None = None
    bracket: Bracket | None = None


def every(view: View) -> tuple[TextView, ...]:
    """The main text, then the others, in the order of the scenario."""
    return (view.text, *view.texts.values())


def prefix(text: TextView) -> str:
    """What the ids of rows about another text than the main one begin with."""
    return f"{text.id}:" if text.id else ""


def place(view: View, name: str) -> Place:
    """What a row is about, by its id without its kind; the main text where it names nothing that is there."""
    document, _, rest = name.rpartition(":")
    text = next((text for text in every(view) if text.id == document), view.text)
    clause_id, _, number = rest.partition("/")
    clause = next((clause for clause in text.clauses if clause.id == clause_id), None)
    brackets = clause.clause.brackets if clause is not None else ()
    return Place(text, clause, next((b for b in brackets if str(b.number) == number), None))


def nested(clause: ClauseView) -> tuple[tuple[int, Bracket], ...]:
    """The open brackets of a clause, each with its level from 0, those inside after the one that they stand in."""
    still = clause.clause.open_brackets
    outer = [b for b in still if b.inside not in {other.number for other in still}]
    return tuple(row for b in outer for row in ((0, b), *((1, inner) for inner in still if inner.inside == b.number)))


def wanted(view: View, clause: ClauseView, bracket: Bracket) -> str:
    """What a bracket wants instead: its own words, or an option's label; nothing where it only contests."""
    if bracket.wording or bracket.option is None:
        return bracket.wording
    issue = view.issues.get(clause.issue) if clause.issue else None
    known = next((o for o in issue.options if o.id == bracket.option), None) if issue else None
    return tr("an option not known here") if known is None else known.label or known.text


def attributed(view: View, clause: ClauseView, bracket: Bracket) -> str:
    """A bracket with the parties that want it, as texts under negotiation are printed."""
    names = ", ".join(short(view, party) for party in (bracket.party, *bracket.supporters))
    # Translators: a bracket in a text: the words that are wanted, and the short names of those who want them.
    return tr("[{words} — {parties}]", words=wanted(view, clause, bracket) or tr("no alternative yet"), parties=names)


def grey(clause: ClauseView) -> bool:
    """Whether a clause waits for a capital."""
    return bool(clause.clause.referred)


def grey_state() -> str:
    """The state of an article that waits for a capital."""
    # Translators: the state of an article that waits for a capital, at most 10 characters.
    return trc("an article", "ad ref.")


def until(view: View, text: TextView, length: str) -> str:
    """What a text waits for, and how long still; `length` is the time that is left, as the screen writes times."""
    if text.until is None or text.until <= view.clock.seconds:
        return ""
    if text.state == "in_adoption":
        return tr("Silence means consent in {time}.", time=length)
    if text.state == "ad_referendum":
        return tr("The capitals have {time} to answer.", time=length)
    return ""

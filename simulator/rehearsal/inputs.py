"""Inputs: who asks for something hands it in early, writers sort, put it on a page and say where it went."""

from roles.acts import Act
from simulator.engine import Command, View
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.speech import count_words
from simulator.engine.view.inputs import InputView
from simulator.engine.view.shapes import ClauseView
from simulator.engine.words import Uptake
from simulator.rehearsal.phrases import say
from simulator.rehearsal.situation import UNSTAMPED, latest, may, mine, nature, played, scale, share, waited

_MOST_PAGES = 3
"""Versions of the synthesis that a stand-in writes."""


def file_input(view: View) -> Command | None:
    """Hand in a prepared input of one's party, one after the other; a few stay in the drawer."""
    if not view.inputs.cards or not view.possible(Act.FILE_INPUT) or not _speaks(view, Act.FILE_INPUT):
        return None
    pause = nature(view, f"paper {len(view.inputs.filed)}").uniform(8, 45) * scale(view)
    if view.clock.phase_seconds < pause or waited(view, mine(view, e.InputFiled)) < pause:
        return None
    for name in view.inputs.cards:
        if nature(view, f"card {name}").random() < 0.92:
            return c.FileInput(at=UNSTAMPED, by=view.seat, card=name)
    return None


def _speaks(view: View, act: Act) -> bool:
    """Whether this seat is the first of its party that somebody plays and whose role may do an act."""
    if view.party is None:
        return False
    own = [seat for seat in view.party.seats if played(view, seat) and may(view, seat, act)]
    return (own or [view.seat])[0] == view.seat


def _writes(view: View) -> bool:
    """Whether the page is this seat's: the first of its writers that somebody plays."""
    return next((seat for seat in view.inputs.writers if played(view, seat)), None) == view.seat


def tag_input(view: View) -> Command | None:
    """Sort an input under another issue of which it speaks."""
    if not view.possible(Act.SYNTHESISE) or not _writes(view):
        return None
    for one in view.inputs.filed:
        about = tuple(name for name in view.issues if name in one.issues or _speaks_of(view, one, name))
        if len(about) > len(one.issues):
            return c.TagInput(at=UNSTAMPED, by=view.seat, input=one.number, issues=about)
    return None


def _speaks_of(view: View, one: InputView, issue: str) -> bool:
    """Whether an input shares two long words with the name of an issue and its question."""
    matter = view.issues[issue]
    return len(_words(f"{one.title} {one.text}") & _words(f"{matter.title} {matter.question}")) > 1


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip("“”«».,:;?!\"'()’")[:7].lower() for word in text.split() if len(word) > 5)


def write_synthesis(view: View) -> Command | None:
    """Put what was handed in on the page, issue by issue, once nothing new has come for a while."""
    known = view.inputs
    if not known.words or not known.filed or not view.possible(Act.SYNTHESISE) or not _writes(view):
        return None
    inside = {taken for point in (known.syntheses[-1] if known.syntheses else ()) for taken in point.inputs}
    new = [one for one in known.filed if one.number not in inside]
    if len(known.syntheses) >= _MOST_PAGES or (known.syntheses and len(new) * 4 < len(known.filed)):
        return None
    pause = nature(view, f"page {len(known.syntheses)}").uniform(40, 90) * scale(view)
    if waited(view, latest(view, e.InputFiled)) < pause or waited(view, mine(view, e.SynthesisIssued)) < 3 * pause:
        return None
    points = _page(view)
    if not points or (known.syntheses and known.syntheses[-1] == points):
        return None
    return c.IssueSynthesis(at=UNSTAMPED, by=view.seat, points=points)


def _page(view: View) -> tuple[c.SynthesisPoint, ...]:
    """A point an issue, made of what its inputs ask for, as far as the page reaches."""
    points: list[c.SynthesisPoint] = []
    room = view.inputs.words
    told: set[int] = set()
    for issue in view.issues:
        taken: list[InputView] = []
        for one in view.inputs.filed:
            if one.number in told or issue not in one.issues:
                continue
            if count_words(_point(view, issue, [*taken, one])) > room:
                continue
            taken.append(one)
        if taken:
            text = _point(view, issue, taken)
            room -= count_words(text)
            told |= {one.number for one in taken}
            points.append(c.SynthesisPoint(text=text, inputs=tuple(one.number for one in taken)))
    return tuple(points)


def _point(view: View, issue: str, inputs: list[InputView]) -> str:
    asked = "; ".join(one.title or " ".join(one.text.split()[:12]) for one in inputs)
    return f"{view.issues[issue].title}: {asked}."


def trace_input(view: View) -> Command | None:
    """Say of an input into which clause it went, or why into none; a few are never answered."""
    if not view.inputs.filed or not view.text.version or not view.possible(Act.SYNTHESISE):
        return None
    pens = next((seat for seat in view.text.pen_holder if played(view, seat)), None)
    if not _writes(view) and (pens != view.seat or any(played(view, seat) for seat in view.inputs.writers)):
        return None
    if waited(view, mine(view, e.InputTraced)) < 15 * scale(view):
        return None
    if waited(view, latest(view, e.VersionIssued)) < 30 * scale(view):
        return None
    for one in view.inputs.filed:
        if nature(view, f"answer {one.number}").random() < 0.12:
            continue
        found = _trace(view, one)
        if found is not None:
            return found
    return None


def _trace(view: View, one: InputView) -> Command | None:
    clauses = [known for known in view.text.clauses if known.clause.state != "parked" and known.issue in one.issues]
    serving = [known for known in clauses if known.clause.option in one.serves.get(known.issue or "", ())]
    if serving:
        wanted = sum(1 for options in one.serves.values() if options)
        uptake = Uptake.TAKEN_UP if len(serving) >= wanted else Uptake.IN_PART
        if one.uptake is uptake and one.clause in [known.id for known in serving]:
            return None
        return _said(view, one, uptake, serving[0])
    if one.uptake is not None and (one.uptake is Uptake.NOT_TAKEN_UP or not any(one.serves.values())):
        return None
    settled = [known for known in clauses if known.clause.state in ("clean", "closed")]
    if not settled or share(view) < 0.6:
        return None
    if any(one.serves.values()) or nature(view, f"words {one.number}").random() < 0.5:
        reason = say(view, "not-taken-up", issue=view.issues[settled[0].issue or ""].title)
        return c.TraceInput(at=UNSTAMPED, by=view.seat, input=one.number, uptake=Uptake.NOT_TAKEN_UP, reason=reason)
    return _said(view, one, Uptake.IN_PART, settled[0])


def _said(view: View, one: InputView, uptake: Uptake, clause: ClauseView) -> Command | None:
    if (one.uptake, one.document, one.clause) == (uptake, "", clause.id):
        return None
    return c.TraceInput(at=UNSTAMPED, by=view.seat, input=one.number, uptake=uptake, clause=clause.id)


WRITERS = (trace_input, write_synthesis, tag_input)
"""What those do who write the synthesis or hold the pen."""

"""Commitment records in words: what they say, and what they leave open."""

from textual.content import Content

from scenarios.texts import tr, trc
from simulator.engine.session import Commitment
from simulator.tui.boards.line import series, told
from simulator.tui.safe import one_line, safe


def commitment(known: Commitment) -> str:
    """A commitment in a line: its number, who, and what."""
    actor = one_line(known.record.actor) or tr("nobody named")
    return f"{known.number}. {told(actor, one_line(known.record.action))}"


def commitment_in_full(known: Commitment) -> Content:
    """A commitment with all that it says, line by line, and what it leaves open."""
    record = known.record
    days = "" if record.days is None else tr("day {n}", n=record.days)
    deadline = series((one_line(record.deadline), days))
    verified = series((one_line(record.verifier), one_line(record.method)))
    after = series(str(before) for before in record.after)
    # What a commitment does without has no word: no criterion of quality asks for it of every one.
    parts = (
        (trc("a commitment", "By when"), deadline, trc("left open in a commitment", "by when")),
        (trc("a commitment", "Where"), one_line(record.place), ""),
        (trc("a commitment", "Verified by"), verified, trc("left open in a commitment", "verified by")),
        (trc("a commitment", "After"), after, ""),
        (trc("a commitment", "Paid by"), one_line(record.resources), trc("left open in a commitment", "paid by")),
        (trc("a commitment", "If not"), one_line(record.if_not), trc("left open in a commitment", "if not")),
    )
    said = [commitment(known), *(f"   {told(label, words)}" for label, words, _ in parts if words)]
    missing = [lacks for _, words, lacks in parts if not words and lacks]
    if record.method and not record.verifier:
        missing.append(trc("left open in a commitment", "by whom verified"))
    if missing:
        said.append("   " + tr("Left open: {parts}.", parts=series(missing)))
    return Content("\n").join([safe(line) for line in said])

"""Commitment records in words: what they say, and what they leave open."""

from textual.content import Content

from simulator.engine.session import Commitment
from simulator.tui.safe import one_line, safe

NEEDLESS = ("Where", "After")
"""What a commitment does without: no criterion of quality asks for it of every one."""


def commitment(known: Commitment) -> str:
    """A commitment in a line: its number, who, and what."""
    return f"{known.number}. {one_line(known.record.actor) or 'nobody named'}: {one_line(known.record.action)}"


def commitment_in_full(known: Commitment) -> Content:
    """A commitment with all that it says, line by line, and what it leaves open."""
    record = known.record
    days = "" if record.days is None else f"day {record.days}"
    told = (
        ("By when", ", ".join(part for part in (one_line(record.deadline), days) if part)),
        ("Where", one_line(record.place)),
        ("Verified by", ", ".join(part for part in (one_line(record.verifier), one_line(record.method)) if part)),
        ("After", ", ".join(str(number) for number in record.after)),
        ("Paid by", one_line(record.resources)),
        ("If not", one_line(record.if_not)),
    )
    said = [commitment(known), *(f"   {label}: {words}" for label, words in told if words)]
    missing = [label.lower() for label, words in told if not words and label not in NEEDLESS]
    if record.method and not record.verifier:
        missing.append("by whom verified")
    if missing:
        said.append(f"   Left open: {', '.join(missing)}.")
    return Content("\n").join([safe(line) for line in said])

"""The scale of a self-report."""

from scenarios.texts import mark

SCALE = mark("1 is not at all, 7 is fully. Nobody at the table sees your answers.")
"""What the figures mean; said with `tr`."""

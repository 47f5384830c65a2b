"""Chance: drawn from the record's seed and the number of events, so that a replay draws the same."""

import hashlib
import random


def draw(seed: int, number: int, purpose: str) -> random.Random:
    """A generator for one purpose at one moment of one record."""
    digest = hashlib.sha256(f"{seed}:{number}:{purpose}".encode()).digest()
    return random.Random(int.from_bytes(digest[:8], "big"))

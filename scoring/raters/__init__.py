"""Whether raters can be relied on: how far they agree, where they do not, and what each does whomever they rate.

Two independent raters rate the seats of the mediators, and close their ratings before the debriefing. All of it is for
the trainer: it is about people.
"""

from scoring.findings import Finding
from scoring.raters.concord import agreement_between_raters, divergences
from scoring.raters.habits import halo, insufficient_evidence, leniency
from scoring.rubric import Ratings

__all__ = ["findings"]


def findings(found: Ratings, seed: int) -> tuple[Finding, ...]:
    """All that the ratings of a session say about its raters; the seed is for the interval of alpha."""
    return (
        agreement_between_raters(found, seed),
        divergences(found),
        halo(found),
        leniency(found),
        insufficient_evidence(found),
    )

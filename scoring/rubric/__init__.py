"""What raters look at in a seat's conduct: twelve dimensions, four levels with anchors, and what was rated.

Levels are never averaged over dimensions or made one number a person. A rating is for the person rated and the trainer.
"""

from scoring.findings import Finding
from scoring.rubric.dimensions import DIMENSIONS, INSUFFICIENT, LEVELS, Anchors
from scoring.rubric.levels import levels_by_dimension, ratings_of_seats, said
from scoring.rubric.ratings import Observation, Rating, Ratings, ratings

__all__ = [
    "DIMENSIONS",
    "INSUFFICIENT",
    "LEVELS",
    "Anchors",
    "Observation",
    "Rating",
    "Ratings",
    "findings",
    "ratings",
    "said",
]


def findings(found: Ratings) -> tuple[Finding, ...]:
    """What the rubric shows, for the trainer."""
    return (levels_by_dimension(found), ratings_of_seats(found))

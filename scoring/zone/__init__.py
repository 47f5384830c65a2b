"""The zone of agreement while the talks go on: what everybody could sign now, and what would be better."""

from scoring.zone.counted import Counted, Offer, Room, count, weigh_offers
from scoring.zone.hint import Hint, Within, hint
from scoring.zone.on_table import OnTable, Terms

__all__ = ["Counted", "Hint", "Offer", "OnTable", "Room", "Terms", "Within", "count", "hint", "weigh_offers"]

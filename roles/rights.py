"""What an archetype may do: rights are data, and visibility is separate from them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from roles.acts import Act


class Right(StrEnum):
    """How far an archetype may do an act."""

    MAY = "may"
    ON_INVITATION = "on_invitation"
    """Only with the chair's leave: on the floor that the chair gave, or in a meeting one was asked into."""
    OWN_BODY = "own_body"
    """Only inside the own delegation, caucus or working group."""
    MAY_NOT = "may_not"


class Kind(StrEnum):
    """The class of role that an archetype belongs to, for groupings in measures and screens."""

    SIDE = "side"
    NEIGHBOUR = "neighbour"
    MEDIATION = "mediation"
    SUPPORT = "support"
    OBSERVER = "observer"
    CIVIL_SOCIETY = "civil_society"
    ELDER = "elder"
    SECRETARIAT = "secretariat"
    CONTROL = "control"
    RATER = "rater"


class Sight(StrEnum):
    """What an archetype may read beyond its own papers and what is public."""

    OWN = "own"
    """Own party, own meetings, and what was disclosed to the seat."""
    MEETINGS = "meetings"
    """Also that closed meetings take place, and with whom; never what is said there."""
    EVERYTHING = "everything"
    """All of it: exercise control and raters."""


@dataclass(frozen=True, slots=True)
class Archetype:
    """A standard role at the table with its rights, shipped in `roles/library`."""

    id: str
    name: str
    kind: Kind
    purpose: str
    """One sentence for the person who is cast in it."""
    acts: Mapping[Act, Right]
    sight: Sight = Sight.OWN
    heads: bool = False
    """Whether this seat decides for its party."""

    def right(self, act: Act) -> Right:
        """The right to `act`; what the archetype does not name, it may not."""
        return self.acts.get(act, Right.MAY_NOT)

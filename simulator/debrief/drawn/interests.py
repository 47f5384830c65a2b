"""How many interests each side holds, and how far they came."""

from collections import Counter

from scenarios.texts import listing, mark, number, tr, trn
from scoring.process import Course
from scoring.sentences import parted
from simulator.debrief.contents import Known
from simulator.debrief.drawn import axes
from simulator.debrief.drawn.forms import Row, rows
from simulator.debrief.drawn.lettering import tidy
from simulator.debrief.drawn.looks import Fill, Sign
from simulator.engine.events import InterestAcknowledged, InterestDisclosed, InterestRelayed
from simulator.engine.words import EVERYBODY
from simulator.printing import Figure

STAGES: tuple[tuple[str, Fill], ...] = (
    # Translators: in the key of a drawing: how far an interest of a party came. Each interest counts once.
    (mark("acknowledged by another party"), "solid"),
    # Translators: in the key of a drawing: how far an interest of a party came. Each interest counts once.
    (mark("carried on to others, not acknowledged"), "hatched"),
    # Translators: in the key of a drawing: how far an interest of a party came. Each interest counts once.
    (mark("told outside the party, not carried on"), "dotted"),
    # Translators: in the key of a drawing: how far an interest of a party came. Each interest counts once.
    (mark("not told outside the party"), "hollow"),
)
"""How far an interest may come, the furthest first, with how it is drawn; `tr` says them."""


def interests(known: Known) -> Figure | None:
    """The interests of every party that has any, each counted once where it came furthest; None without any."""
    reached = _reached(known.course)
    shown: list[Row] = []
    said: list[str] = []
    most = 0
    for name, party in known.scenario.parties.items():
        held = [f"{name}.{interest}" for interest in party.interests]
        if not held:
            continue
        counts = Counter(reached.get(interest, len(STAGES) - 1) for interest in held)
        most = max(most, len(held))
        each = [counts[stage] for stage in range(len(STAGES))]
        shown.append(Row(tidy(known.names.short(name)), tuple(each), tuple(number(n) if n else "" for n in each)))
        parts = listing(
            # Translators: how far interests came, and how many did, as in "not told outside the party: 2".
            tr("{stage}: {n}", stage=tr(words), n=number(n))
            for n, (words, _) in zip(each, STAGES, strict=True)
            if n
        )
        said.append(
            # Translators: in a list parted by semicolons; {parts} is like "acknowledged by another party: 2 and told
            # outside the party, not carried on: 1".
            trn(
                "{party} holds {n} interest ({parts})",
                "{party} holds {n} interests ({parts})",
                len(held),
                party=tidy(known.names.short(name)),
                parts=parts,
            )
        )
    if not shown:
        return None
    key = [Sign(tr(words), fill=fill) for words, fill in STAGES]
    drawn = rows(shown, tuple(fill for _, fill in STAGES), axes.counted(most, tr("interests")), key, stacked=True)
    return Figure(tr("Interests: how many each side holds, and how far they came"), drawn, f"{parted(said)}.")


def _reached(course: Course) -> dict[str, int]:
    """The furthest stage of each interest that left its party, as a place in `STAGES`."""
    found: dict[str, int] = {}

    def came(interest: str, stage: int) -> None:
        found[interest] = min(stage, found.get(interest, stage))

    for moment in course.during:
        event = moment.event
        if isinstance(event, InterestAcknowledged):
            if event.party != event.interest.partition(".")[0]:
                came(event.interest, 0)
        elif isinstance(event, InterestDisclosed | InterestRelayed):
            owner = event.interest.partition(".")[0]
            if any(seat == EVERYBODY or course.party_of(seat) != owner for seat in event.to):
                came(event.interest, 1 if isinstance(event, InterestRelayed) else 2)
    return found

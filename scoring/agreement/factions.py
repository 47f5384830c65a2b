"""Which institutions and factions would leave their party over what was agreed."""

from dataclasses import dataclass, replace

from scenarios.model import Faction
from scenarios.texts import listing, mark, tr, trn
from scoring.findings import Band, Finding, Fundamental, Panel, Row, Table
from scoring.outcome.settlement import Settlement, Terms
from scoring.sentences import sentence

FACTIONS = Finding(
    id="outcome.factions",
    title=mark("Factions that would leave"),
    panel=Panel.OUTCOME,
    observed=False,
    unit="factions",
    caution=mark("What a faction would do is the author's assumption; a leader may still bring it along."),
    fundamentals=(Fundamental.QUALITY_AGREEMENT, Fundamental.INCLUSIVITY),
)


@dataclass(frozen=True, slots=True)
class Stand:
    """What a faction makes of an agreement."""

    party: str
    faction: str
    name: str
    breaks: tuple[tuple[str, str], ...]
    """Options over which it would leave: issue and option."""
    lacks: tuple[tuple[str, str], ...]
    """Issues on which it misses an option, with what was settled instead."""

    @property
    def leaves(self) -> bool:
        """Whether it would leave."""
        return bool(self.breaks or self.lacks)


def stands(settlement: Settlement) -> tuple[Stand, ...]:
    """What every faction makes of the agreement; nothing where there is none."""
    terms = settlement.terms
    if terms is None or not terms.agreed:
        return ()
    return tuple(
        _stand(settlement, terms, party, name, faction)
        for party, written in settlement.course.scenario.parties.items()
        for name, faction in written.factions.items()
    )


def _stand(settlement: Settlement, terms: Terms, party: str, name: str, faction: Faction) -> Stand:
    """An issue that is left open crosses nothing and has its default; words of its own are not judged."""
    issues = settlement.course.scenario.issues
    breaks = [
        pair
        for options in faction.breaks_on
        if all(terms.options.get(issue) == option for issue, option in options.items())
        for pair in options.items()
    ]
    lacks = [
        (issue, settled)
        for issue, wanted in faction.leaves_without.items()
        if issue not in terms.own_words
        if (settled := terms.options.get(issue, issues[issue].default)) not in wanted
    ]
    return Stand(party, name, faction.name, tuple(dict.fromkeys(breaks)), tuple(lacks))


def factions(settlement: Settlement, _: object = None) -> Finding | None:
    """Which factions would leave their party over the agreement, and over what. None where parties have none."""
    if not any(party.factions for party in settlement.course.scenario.parties.values()):
        return None
    found = stands(settlement)
    if not found:
        return replace(FACTIONS.said, reading=tr("There was no agreement over which a faction could leave."))
    leaving = [stand for stand in found if stand.leaves]
    rows = tuple(
        Row(
            (
                stand.party,
                f"{stand.party}.{stand.faction}",
                "would_leave" if stand.leaves else "stays",
                ", ".join(f"{issue}.{option}" for issue, option in (*stand.breaks, *stand.lacks)) or None,
            ),
            settlement.evidence,
        )
        for stand in found
    )
    return replace(
        FACTIONS.said,
        observed=True,
        value=float(len(leaving)),
        reading=sentence(*(said(settlement, stand) for stand in leaving))
        if leaving
        else tr("No faction would leave its party over the agreement."),
        band=Band.WORTH_A_LOOK if leaving else Band.AS_PLANNED,
        evidence=settlement.evidence,
        table=Table(("party", "faction", "in_the_end", "over"), rows),
    )


def said(settlement: Settlement, stand: Stand) -> str:
    """Why a faction would leave, as a clause."""
    scenario = settlement.course.scenario
    party = scenario.parties[stand.party].short
    issues = scenario.issues
    over = [issues[issue].options[option].label for issue, option in stand.breaks]
    without = [issues[issue].title for issue, _ in stand.lacks]
    values = {"faction": stand.name, "party": party}
    if over and without:
        return tr(
            "{faction} ({party}) would leave over {options}, and over what is settled on {issues}",
            options=listing(over),
            issues=listing(without),
            **values,
        )
    if over:
        return tr("{faction} ({party}) would leave over {options}", options=listing(over), **values)
    return tr("{faction} ({party}) would leave over what is settled on {issues}", issues=listing(without), **values)


def warning(settlement: Settlement) -> str:
    """A sentence for whoever asks whether an agreement may last; empty where no faction would leave."""
    leaving = [stand.name for stand in stands(settlement) if stand.leaves]
    if not leaving:
        return ""
    return trn(
        "{factions} would leave its party over it, which this number does not count.",
        "{factions} would leave their parties over it, which this number does not count.",
        len(leaving),
        factions=listing(leaving),
    )

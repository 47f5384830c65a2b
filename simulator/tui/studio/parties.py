"""Parties: who is at the table, what each wants and how closely it keeps that, and who sits for it."""

from textual.content import Content

from scenarios.model import Party, Scenario
from scenarios.texts import tr, trc, trn
from simulator.tui.boards.line import cell, page, paragraph, row, series, told, words
from simulator.tui.boards.names import interest_kept
from simulator.tui.safe import lines
from simulator.tui.studio import naming

CLOSELY = ("open", "guarded", "hidden")


def rows(case: Scenario, width: int) -> list[tuple[str, Content]]:
    """One row a party."""
    return [(f"parties.{name}", _row(case, name, party)) for name, party in case.parties.items()]


def _row(case: Scenario, name: str, party: Party) -> Content:
    decides = ""
    if party.decides:
        # Translators: a party whose agreement is needed; at most 8 characters.
        decides = trc("a party", "decides")
    seats = len(case.seats_of(name))
    interests = len(party.interests)
    return row(
        cell(party.short, 12, "bold"),
        cell(naming.kind(party.kind), 16),
        cell(decides, 8),
        # Translators: at most 9 characters with the number.
        cell(trn("{n} seat", "{n} seats", seats), 9),
        words(trn("{n} interest", "{n} interests", interests) if interests else ""),
    )


def detail(case: Scenario, picked: str | None) -> Content:
    """A party in full."""
    name = (picked or "").removeprefix("parties.")
    party = case.parties.get(name)
    if party is None:
        return Content("")
    facts = []
    if party.decides:
        facts.append(
            trn(
                "It decides; below {n} point it is better off without an agreement.",
                "It decides; below {n} points it is better off without an agreement.",
                party.reservation or 0,
            )
        )
    else:
        facts.append(tr("It does not decide: nothing needs its agreement."))
    if party.cost_of_delay:
        facts.append(
            trn(
                "Every round of delay takes {n} point from what it can live with.",
                "Every round of delay takes {n} points from what it can live with.",
                party.cost_of_delay,
            )
        )
    return page(
        words(told(party.name, naming.kind(party.kind)), "bold"),
        words(party.summary),
        Content("\n").join(words(fact) for fact in facts),
        *(_interests(party, kept) for kept in CLOSELY),
        _red_lines(case, party),
        _seats(case, name),
        paragraph(tr("Without an agreement"), lines(party.batna)) if party.batna else None,
        paragraph(tr("Its confidential brief"), lines(party.brief)),
    )


def _interests(party: Party, kept: str) -> Content | None:
    found = [
        words(f"• {'★ ' if interest.key else ''}{interest.text}")
        for interest in party.interests.values()
        if interest.kept == kept
    ]
    if not found:
        return None
    heading = tr("Interests that are {kept}", kept=interest_kept(kept))
    return paragraph(heading, Content("\n").join(found))


def _red_lines(case: Scenario, party: Party) -> Content | None:
    found = [words(f"✗ {naming.terms(case, line)}") for line in party.red_lines]
    return paragraph(tr("Red lines"), Content("\n").join(found)) if found else None


def _seats(case: Scenario, name: str) -> Content | None:
    found = []
    for seat in case.seats_of(name):
        chair = case.seats[seat]
        optional = tr("may stay empty") if chair.optional else ""
        found.append(words(f"• {series((chair.name, chair.title, optional))}"))
    return paragraph(tr("Seats"), Content("\n").join(found)) if found else None

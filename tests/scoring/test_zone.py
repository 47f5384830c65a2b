"""What is counted while the talks go on: the better package is better, by an enumeration of all packages."""

from itertools import product
from random import Random
from typing import Any

import pytest

from scenarios.model import Scenario
from scoring.preferences import Instructions, acceptable_to, raw_value
from scoring.zone import Counted, OnTable, Terms, Within, count, hint
from simulator.engine import TRAINER, view
from simulator.engine import commands as c
from tests.engine.conftest import converging, exploring, opened
from tests.engine.story import Story

__all__ = ["converging", "exploring", "opened"]

NUMBERS = [f"S{number:02}" for number in range(1, 13)]


def some_table(scenario: Scenario, chance: Random) -> OnTable:
    """Some of the options on the board, some more known, and up to four packages, the last of which may stand."""
    board: dict[str, dict[str, float]] = {}
    known: dict[str, dict[str, float]] = {}
    for name, issue in scenario.issues.items():
        board[name], known[name] = {issue.default: 0.0}, {}
        for option in issue.options:
            place = chance.choice([board, board, known, {name: dict[str, float]()}])
            if option not in board[name]:
                place[name][option] = float(chance.randrange(900))
    terms = tuple(
        Terms(
            "package",
            number,
            {name: chance.choice(list(issue.options)) for name, issue in scenario.issues.items()},
            chance.random() < 0.7,
        )
        for number in range(1, chance.randrange(5) + 1)
    )
    return OnTable(scenario, Instructions.of(scenario), board, known, terms)


def packages_of(table: OnTable, within: Within) -> list[dict[str, str]]:
    """Every package that can be made of some options."""
    if within is Within.CASE:
        each = [list(issue.options) for issue in table.scenario.issues.values()]
    else:
        each = [
            [
                option
                for option in issue.options
                if option in table.board[name] or (within is Within.KNOWN and option in table.known[name])
            ]
            for name, issue in table.scenario.issues.items()
        ]
    return [dict(zip(table.scenario.issues, options, strict=True)) for options in product(*each)]


def signed(table: OnTable, package: dict[str, str]) -> bool:
    return all(acceptable_to(table.scenario, p, package, table.instructions) for p in table.scenario.deciding())


def values(table: OnTable, package: Any) -> list[int]:
    return [raw_value(table.scenario, party, package) for party in table.scenario.deciding()]


@pytest.mark.parametrize("number", NUMBERS[:6])
def test_the_better_package_is_better_and_the_nearest_at_hand(number: str, drafts: dict[str, Scenario]) -> None:
    found = 0
    for seed in range(2):
        table = some_table(drafts[number], Random(f"{number} {seed}"))
        over = table.latest
        here = values(table, over.options) if over is not None else None
        stands = over is not None and signed(table, dict(over.options))
        better = hint(table)

        def good(package: dict[str, str], here: Any = here, stands: bool = stands, table: OnTable = table) -> bool:
            if not signed(table, package):
                return False
            if here is None or not stands:
                return True
            own = values(table, package)
            return own != here and all(map(int.__ge__, own, here))

        nearest = next((w for w in Within if any(good(p) for p in packages_of(table, w))), None)
        assert (better and better.within) == nearest
        if better is None:
            continue
        found += 1
        package = dict(better.package)
        assert good(package)
        assert package in packages_of(table, better.within)
        assert list(better.values.values()) == values(table, package)
        base = here if here is not None else [table.instructions.reservations[p] for p in table.scenario.deciding()]
        assert list(better.gains.values()) == [v - b for v, b in zip(values(table, package), base, strict=True)]
        assert (better.proposed is None) == all(dict(t.options) != package for t in table.terms)
        assert set(better.missing) == {(i, o) for i, o in package.items() if o not in table.board[i]}
        if better.within is Within.BOARD:
            assert better.since == max(table.board[i][o] for i, o in package.items())
        # Nothing that all would prefer at least as much has a larger smallest gain, unless somebody put it forward.
        if better.preferred and better.proposed is None and here is not None:
            least = min(better.gains.values())
            said = [dict(t.options) for t in table.terms]
            for other in packages_of(table, better.within):
                gains = [v - b for v, b in zip(values(table, other), here, strict=True)]
                assert other in said or not signed(table, other) or min(gains) <= least or min(gains) < 0
    assert found


@pytest.mark.parametrize("number", NUMBERS[:4])
def test_the_room_is_what_an_enumeration_counts(number: str, drafts: dict[str, Scenario]) -> None:
    table = some_table(drafts[number], Random(number))
    counted = count(table)
    for within in Within:
        every = packages_of(table, within)
        room = counted.room[within]
        assert room.packages == len(every)
        assert room.acceptable.exact
        assert room.acceptable.low == sum(signed(table, package) for package in every)


@pytest.mark.parametrize("number", NUMBERS[:4])
def test_the_best_so_far_can_be_signed_where_any_can(number: str, drafts: dict[str, Scenario]) -> None:
    table = some_table(drafts[number], Random(f"best {number} 2"))
    counted = count(table)
    assert counted.best is not None
    assert counted.best.weighed is not None
    can = [terms for terms in table.terms if signed(table, dict(terms.options))]
    assert counted.best.weighed.acceptable_to_all == bool(can)


def test_of_a_session_the_board_and_what_was_said_count(converging: Story) -> None:
    def now() -> Counted:
        return count(OnTable.of(view(converging.session, TRAINER, converging.at)))

    counted = now()
    assert counted.offers == ()
    assert counted.best is None
    assert counted.room[Within.CASE].packages == 9
    assert counted.better is not None
    assert counted.better.over is None
    converging.do(
        c.TablePackage, "upper-head", terms={"hours": "mornings-upper", "keeper": "lower-keeps"}, floated=True
    )
    counted = now()
    (offer,) = counted.offers
    assert offer.terms.number == 1
    assert offer.weighed is not None
    assert not offer.weighed.acceptable_to_all  # the upper village's red line
    assert counted.better is not None
    assert counted.better.over == offer.terms
    converging.do(c.WithdrawPackage, "upper-head", package=1)
    assert now().offers == ()
    assert now().best is not None


def test_a_text_in_its_own_words_has_no_points(converging: Story) -> None:
    drafts = {"hours": c.ClauseDraft(wording="As God wills."), "keeper": c.ClauseDraft(option="elder-keeps")}
    converging.do(c.IssueVersion, "mediator", clauses=drafts)
    counted = count(OnTable.of(view(converging.session, TRAINER, converging.at)))
    (text,) = counted.offers
    assert text.terms.source == "text"
    assert text.terms.own_words == ("hours",)
    assert text.weighed is None
    assert counted.better is not None
    assert counted.better.over is None


def test_what_is_missing_is_said(well: Scenario) -> None:
    parties = dict(well.parties)
    tables = dict(parties["upper"].values or {})
    del tables["keeper"]
    parties["upper"] = parties["upper"].model_copy(update={"values": tables})
    table = some_table(well.model_copy(update={"parties": parties}), Random(1))
    assert dict(table.missing) == {"upper": ("keeper",)}
    counted = count(table)
    assert "keeper" in counted.why_not
    assert counted.better is None


def test_nobody_else_may_weigh(converging: Story) -> None:
    with pytest.raises(ValueError, match="may not weigh"):
        OnTable.of(view(converging.session, "mediator", converging.at))

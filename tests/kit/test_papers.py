"""What stands in the papers of a kit."""

from collections.abc import Sequence
from datetime import time

import pytest

from scenarios.model import Linear, Peak, Scenario, Step
from scenarios.texts import spoken_in
from simulator.engine.view.shapes import IssueWorth
from simulator.kit import PAPERS, Occasion, kit
from simulator.kit.wording import curve, gained, points, subject, when
from simulator.printing import Badges, Block, Boxes, Bullets, Document, Sign, Slip, Table, said


def papers(case: Scenario, *only: str, occasion: Occasion | None = None) -> dict[str, Document]:
    return {each.name: each.document for each in kit(case, occasion, only)}


def one(case: Scenario, kind: str, occasion: Occasion | None = None) -> Document:
    (document,) = papers(case, kind, occasion=occasion).values()
    return document


def tables(blocks: Sequence[Block]) -> list[Table]:
    return [block for block in blocks if isinstance(block, Table)]


def test_the_kit_holds_a_paper_for_everybody(flagship: Scenario) -> None:
    names = list(papers(flagship))
    assert names[:7] == [
        "01-public-brief",
        "02-agenda",
        "03-table-signs",
        "04-name-badges",
        "05-join-cards",
        "06-agreement-form",
        "07-observers-form",
    ]
    assert [name for name in names if name.startswith("seats/")] == [
        f"seats/confidential-{seat}" for seat in flagship.seats
    ]
    assert [name for name in names if name.startswith("parties/")] == [
        f"parties/confidential-{party}-score-sheet" for party in flagship.deciding()
    ]
    assert [name for name in names if name.startswith("control/")] == [
        "control/01-instructors-guide",
        "control/02-events-list",
        "control/03-event-slips",
        "control/04-shocks",
    ]
    assert len({paper.key for paper in PAPERS}) == len(PAPERS)


def test_only_some_kinds_are_made(flagship: Scenario) -> None:
    assert list(papers(flagship, "signs", "brief")) == ["01-public-brief", "03-table-signs"]
    with pytest.raises(KeyError):
        list(kit(flagship, only=("posters",)))


def test_the_same_case_makes_the_same_kit(flagship: Scenario) -> None:
    assert papers(flagship) == papers(flagship)


def test_the_public_brief_says_what_everybody_reads(flagship: Scenario) -> None:
    text = one(flagship, "brief").text()
    for said_there in (
        "It is day 302 of the fighting",
        "Your role. You play a person",
        "Oriela Vashenne",
        "Debriefing",
    ):
        assert said_there in text
    for limit in flagship.mandate.limits:
        assert limit in text
    for issue in flagship.issues.values():
        for option in issue.options.values():
            assert (option.label in text) == (option.known_to is None)


def test_a_seat_reads_its_role_and_what_its_party_keeps(flagship: Scenario) -> None:
    text = papers(flagship, "seats")["seats/confidential-tarqand-head"].text()
    party = flagship.parties["tarqand"]
    for interest in party.interests.values():
        assert " ".join(interest.text.split()) in text
    assert "Hidden: only in trust, if at all" in text
    assert "An agreement worth less than 65 points is worse for your party than none." in text
    assert "The Cabinet of Tarqand" in text
    assert party.capital is not None
    assert party.capital.mood not in text
    assert (party.interests["winter"].discovery or "")[:40] not in text
    assert "Speaks and decides for" in text


def test_the_experts_cards_are_with_the_expert(flagship: Scenario) -> None:
    found = papers(flagship, "seats")
    assert flagship.expert is not None
    card = " ".join(flagship.expert.cards["ddr"].split())
    holders = [name for name, document in found.items() if card in document.text()]
    assert holders == ["seats/confidential-un-adviser"]


def test_a_score_sheet_adds_up(flagship: Scenario) -> None:
    for party in flagship.deciding():
        document = papers(flagship, "scores")[f"parties/confidential-{party}-score-sheet"]
        answers = tables(document.blocks)[0]
        values = flagship.parties[party].values
        rows = {said(row[0]): (said(row[1]), said(row[2])) for row in answers.rows}
        for issue, worth in values.items():
            for option, value in worth.options.items():
                label = flagship.issues[issue].options[option].label
                if label in rows:
                    assert rows[label] == (f"{value}", points(worth.weight * value / 100))
        assert sum(worth.weight for worth in values.values()) == 100


def test_signs_and_badges_name_every_seat(flagship: Scenario) -> None:
    signs = [block for block in one(flagship, "signs").blocks if isinstance(block, Sign)]
    (badges,) = (block for block in one(flagship, "badges").blocks if isinstance(block, Badges))
    assert [sign.name for sign in signs] == [seat.name for seat in flagship.seats.values()]
    assert list(badges.people) == signs


def test_the_agenda_tells_minutes_or_times_of_day(flagship: Scenario) -> None:
    minutes = tables(one(flagship, "agenda").blocks)[0]
    times = tables(one(flagship, "agenda", Occasion(start=time(9, 30))).blocks)[0]
    assert [said(row[0]) for row in minutes.rows[:3]] == ["0", "10", "25"]
    assert [said(row[0]) for row in times.rows[:3]] == ["09:30", "09:40", "09:55"]
    with spoken_in("fr"):
        other = tables(one(flagship, "agenda", Occasion(start=time(9, 30))).blocks)[0]
    assert [said(row[2]) for row in other.rows] == [said(row[2]) for row in times.rows]


def test_every_reader_of_an_event_has_a_slip_in_its_version(flagship: Scenario) -> None:
    slips = [block for block in one(flagship, "slips").blocks if isinstance(block, Slip)]
    shelling = {dict(slip.facts)["To"]: slip for slip in slips if slip.title == "Shells on Tillobar"}
    assert set(shelling) == {flagship.parties[p].name for p in ("government", "front", "mediation", "platform")}
    written = flagship.events["market-shelling"]
    front = shelling[flagship.parties["front"].name]
    assert said_of(front) == " ".join(written.versions["front"].split())
    mediation = shelling[flagship.parties["mediation"].name]
    assert said_of(mediation) == " ".join(written.text.split())


def said_of(slip: Slip) -> str:
    from simulator.printing.document import lines

    return " ".join(line for block in slip.blocks for line in lines(block))


def test_the_list_of_events_says_why_and_what_is_expected(flagship: Scenario) -> None:
    rows = tables(one(flagship, "events", Occasion(start=time(9))).blocks)[0].rows
    assert len(rows) == len(flagship.events)
    leaked = [said(cell) for cell in rows[0]]
    assert leaked[1] == "09:50"
    assert leaked[3] == "everybody"
    assert leaked[4] == flagship.events["leaked-map"].tests
    assert leaked[5].startswith("MED, within 8 minutes. Both sides are told the same thing")
    assert "by hand" in said(rows[2][1])


def test_the_form_offers_what_is_on_the_board_and_no_more(flagship: Scenario) -> None:
    boxes = [block for block in one(flagship, "agreement").blocks if isinstance(block, Boxes)]
    assert len(boxes) == len(flagship.issues)
    for issue, box in zip(flagship.issues.values(), boxes, strict=True):
        on_board = [option for option in issue.options.values() if option.known_to is None]
        assert len(box.items) == len(on_board) + 1


def test_the_observers_form_has_the_dimensions_of_the_case(flagship: Scenario) -> None:
    rows = tables(one(flagship, "rubric").blocks)[0].rows
    assert [said(row[0]).split()[0] for row in rows] == list(flagship.rubric)
    all_of_them = one(flagship.model_copy(update={"rubric": ()}), "rubric")
    assert len(tables(all_of_them.blocks)[0].rows) == 12


def test_join_cards_are_blank_or_know_the_session(flagship: Scenario) -> None:
    blank = [block for block in one(flagship, "join").blocks if isinstance(block, Slip)]
    assert all(slip.fields == ("Session", "PIN") for slip in blank)
    occasion = Occasion(session="kalindra-1", name="Spring course", people={"elder": ("Ana", "Ben")})
    cards = [block for block in one(flagship, "join", occasion).blocks if isinstance(block, Slip)]
    elder = dict(next(slip for slip in cards if dict(slip.facts)["Seat"] == "elder").facts)
    assert elder["Person"] == "Ana, Ben"
    assert elder["Type"] == "goodoffices join kalindra-1 --seat elder"
    assert all(slip.fields == ("PIN",) for slip in cards)


def test_the_guide_says_what_the_value_tables_do(flagship: Scenario) -> None:
    text = one(flagship, "guide").text()
    assert "1,296 packages are possible. 29 of them, 2.2%, are acceptable to every deciding party." in text
    assert "Every acceptable package has “Special status with an elected council”" in text
    assert "It is not on the board when play begins; it is known to FNS, UN and MED." in text
    for question in flagship.debrief.questions:
        assert question.ask in text
    for phase in flagship.phases.values():
        assert phase.name in text


def test_a_case_in_which_nobody_decides_has_a_guide_without_value_facts(flagship: Scenario) -> None:
    parties = {name: party.model_copy(update={"decides": False}) for name, party in flagship.parties.items()}
    case = flagship.model_copy(update={"parties": parties, "stress_test": None, "events": {}})
    found = papers(case, "guide", "scores", "events", "slips", "shocks")
    assert list(found) == ["control/01-instructors-guide"]
    assert "What usually happens" not in found["control/01-instructors-guide"].text()


def test_shocks_are_told_without_their_notes_on_the_slip(flagship: Scenario) -> None:
    assert flagship.stress_test is not None
    slips = [block for block in one(flagship, "shocks").blocks if isinstance(block, Slip)]
    assert len(slips) == len(flagship.stress_test.shocks)
    first = next(iter(flagship.stress_test.shocks.values()))
    assert said_of(slips[0]) == " ".join(first.text.split())


def test_values_are_said_in_words() -> None:
    assert points(4.0) == "4"
    assert points(4.5) == "4.5"
    assert points(4.25) == "4.25"
    assert gained(1) == "+1 point"
    assert gained(-6) == "−6 points"
    assert subject("power-sharing") == "Power sharing"
    assert subject("ddr") == "DDR"
    assert when(125, None) == "min\N{NO-BREAK SPACE}125"
    assert when(125, time(23, 0)) == "01:05"


def test_curves_are_said_in_words() -> None:
    assert curve(IssueWorth(10, {})) == ""
    assert curve(IssueWorth(10, {}, Linear(worst=0, best=40), "%")) == (
        "0 points at 0\N{NO-BREAK SPACE}%, 100 at 40\N{NO-BREAK SPACE}%, in a straight line."
    )
    assert curve(IssueWorth(10, {}, Peak(best=5, worst=(0, 9)))).startswith("100 points at 5, falling")
    steps = tuple(Step(**{"from": amount, "points": value}) for amount, value in ((10, 20), (20, 70)))
    assert curve(IssueWorth(10, {}, steps)) == "20 points from 10, 70 points from 20; below that, nothing."


def test_headings_of_lists_stand_in_the_guide(flagship: Scenario) -> None:
    assert any(isinstance(block, Bullets) for block in one(flagship, "guide").blocks)

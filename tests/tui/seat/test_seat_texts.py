"""Several texts at a seat: rows, nested brackets in attribution, the clock of a silence, and the wishes."""

from pathlib import Path
from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.engine.words import TRAINER, Source, Verdict
from simulator.tui.seat import paper
from simulator.tui.seat.wishes import WISHES, Wish
from tests.texts import YAML

from .conftest import Table


def wish(name: str) -> Wish:
    """A wish by its id."""
    return next(one for one in WISHES if one.id == name)


@pytest.fixture
def table(tmp_path: Path) -> Table:
    """The Well with other texts, in convergence, with brackets in the minutes."""
    path = tmp_path / "scenario.yaml"
    path.write_text(YAML, encoding="utf-8")
    made = Table(path).do(c.OpenSession, TRAINER, name="Texts")
    for seat in made.session.scenario.seats:
        made.do(c.CastSeat, TRAINER, seat=seat, source=Source.HUMAN)
    made.do(c.StartClock, TRAINER).phase("exploration").phase("convergence")
    made.do(c.BracketClause, "upper-head", document="minutes", clause="said", wording="Upper Ardel asked for noon.")
    made.do(c.BracketClause, "lower-head", document="minutes", clause="said", wording="It shouted.", inside=1)
    made.do(c.SupportBracket, "mediator", document="minutes", clause="said", bracket=1)
    made.do(c.AddFootnote, "lower-head", document="minutes", clause="done", text="Nobody was asked.")
    return made.do(c.ReferClause, "lower-head", document="minutes", clause="done")


def shown(table: Table, seat: str = "upper-head") -> list[tuple[str, str]]:
    return [(name, content.plain) for name, content in paper.rows(table.view(seat))]


def test_each_text_stands_under_its_title_with_brackets_in_attribution(table: Table) -> None:
    found = shown(table)
    assert [name for name, _ in found] == [
        "text:",
        "text:minutes:",
        "clause:minutes:said",
        "bracket:minutes:said/1",
        "bracket:minutes:said/2",
        "clause:minutes:done",
        "text:modalities:",
        "text:communique:",
        "text:conclusions:",
    ]
    said = dict(found)
    assert said["text:minutes:"].startswith("Minutes of the last meeting ")
    assert said["bracket:minutes:said/1"].strip() == "[Upper Ardel asked for noon. — Upper, Team]"
    assert said["bracket:minutes:said/2"].startswith("       [It shouted. — Lower]")
    assert "ad ref." in said["clause:minutes:done"]
    assert "1 footnote" in said["clause:minutes:done"]
    page = paper.detail(table.view("upper-head"), "clause:minutes:done").plain
    assert "Grey until the capital answers: Lower." in page
    assert "1) Nobody was asked. — Lower" in page


def test_a_wish_is_about_the_text_of_its_row(table: Table) -> None:
    view = table.view("upper-head")
    form = wish("lift_bracket").form(view, "bracket:minutes:said/1")
    assert form.title.startswith("Minutes of the last meeting: ")
    with pytest.raises(Exception, match="not your party's"):
        wish("narrow_bracket").form(view, "bracket:minutes:said/2")
    named = wish("support_bracket").form(view, "bracket:minutes:said/2")
    assert named.command_fields({}) == {"document": "minutes", "clause": "said", "bracket": 2, "supports": True}
    inner = wish("bracket_clause").form(table.view("lower-head"), "clause:minutes:said")
    made = inner.command_fields({"clause": "said", "wording": "x", "inside": "said/1"})
    assert made == {"document": "minutes", "clause": "said", "wording": "x", "inside": 1}


def test_an_adoption_is_answered_wherever_the_cursor_is_and_explained_afterwards(table: Table) -> None:
    table.do(c.IssueVersion, "mediator", document="communique").do(c.PutToAdoption, "mediator", document="communique")
    form = wish("answer_adoption").form(table.view("upper-head"), "text:")
    asked: Any = form.command_fields({"verdict": Verdict.ABSTAIN, "text": ""})
    assert asked["document"] == "communique"
    table.do(c.AnswerAdoption, "upper-head", **asked)
    table.do(c.AnswerAdoption, "lower-head", document="communique", verdict=Verdict.REFUSE, text="Too early.")
    explained: Any = wish("explain_position").form(table.view("lower-head"), None).command_fields({"text": "Later."})
    table.do(c.ExplainPosition, "lower-head", **explained)
    page = paper.detail(table.view("upper-head"), "text:communique:").plain
    assert "Lower: refuse: Too early." in page
    assert "Lower explains: Later." in page


def test_a_silence_shows_how_long_it_still_is(table: Table) -> None:
    table.do(c.IssueVersion, "mediator", document="modalities").do(c.PutToAdoption, "mediator", document="modalities")
    for seat, verdict in (("upper-head", Verdict.ADOPT), ("lower-head", Verdict.AD_REFERENDUM)):
        table.do(c.AnswerAdoption, seat, document="modalities", verdict=verdict)
    assert "The capitals have 4:00 to answer." in dict(shown(table))["text:modalities:"]
    assert (
        "The capital of Lower: has not answered yet" in paper.detail(table.view("upper-head"), "text:modalities:").plain
    )


async def test_the_pane_shows_them_on_a_small_terminal(table: Table, sit: Any) -> None:
    app = sit(table, "upper-head")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("7")
        await pilot.pause()
        assert "[Upper Ardel asked for noon. — Upper, Team]" in app.words()
        assert "What the market hears" in app.words()

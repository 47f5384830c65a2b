"""The history of texts: what changed word by word, brackets over time, and who may read it."""

from pathlib import Path

from simulator.engine import Moment, view
from simulator.engine import commands as c
from simulator.engine.words import TRAINER, Resolution
from simulator.tui.boards import history
from simulator.tui.boards.wording import changes, parts, side_by_side
from tests.engine.conftest import converging, exploring, opened, well
from tests.engine.story import Story
from tests.engine.test_texts import converging as with_texts
from tests.texts import well_with_texts

__all__ = ["converging", "exploring", "opened", "well"]


def narrate(moment: Moment) -> str:
    return str(moment.event.__struct_config__.tag)


def test_what_changed_is_told_by_marks() -> None:
    before, after = "The board shall meet once a month.", "The board shall meet once a week, or sooner."
    assert changes(before, after).plain == "The board shall meet once a [-month.-] {+week, or sooner.+}"
    assert parts("a b", "a b") == [("=", "a b")]
    assert changes("", "new words").plain == "{+new words+}"
    for line in side_by_side(before, after, 80).plain.splitlines():
        assert line.count("|") == 1
    assert "- The board shall meet once a month." in side_by_side(before, after, 100).plain


def test_a_clause_tells_who_proposed_bracketed_narrowed_and_lifted(converging: Story) -> None:
    converging.do(c.IssueVersion, "mediator", clauses={"hours": c.ClauseDraft(wording="The gate opens at six.")})
    converging.wait(2).do(c.BracketClause, "upper-head", clause="hours", wording="The gate opens at five.")
    converging.wait(2).do(
        c.NarrowBracket, "upper-head", clause="hours", bracket=1, wording="The gate opens at half past five."
    )
    known = view(converging.session, TRAINER, converging.at)
    row = dict(history.rows(known))["hours"].plain
    assert "1 wording, 1 bracket, 1 open" in row
    converging.wait(2).do(c.LiftBracket, "upper-head", clause="hours", bracket=1, resolution=Resolution.WITHDRAWN)
    known = view(converging.session, TRAINER, converging.at)
    page = history.detail(known, "hours", narrate).plain
    assert page.index("issued version 1") < page.index("clause_bracketed") < page.index("bracket_narrowed")
    assert "+: The gate opens at six." in page
    assert "The gate opens at [-six.-] {+five.+}" in page
    assert "The gate opens at {+half past+} five." in page
    assert page.index("bracket_narrowed") < page.index("bracket_lifted")


def test_open_brackets_over_time(converging: Story) -> None:
    converging.do(c.IssueVersion, "mediator")
    text = view(converging.session, TRAINER, converging.at).text
    clause = text.clauses[0].id
    converging.wait(5).do(c.BracketClause, "upper-head", clause=clause, wording="Out.")
    converging.wait(5).do(c.LiftBracket, "upper-head", clause=clause, bracket=1, resolution=Resolution.WITHDRAWN)
    known = view(converging.session, TRAINER, converging.wait(5).at)
    many = history.counts(known, known.text)
    assert len(many) == history.POINTS
    assert (many[0], max(many), many[-1]) == (0, 1, 0)
    assert set(history.spark(many)) == {"▁", "█"}
    assert "now 0, most 1" in dict(history.rows(known))["/"].plain


def test_a_text_that_lay_on_the_table_from_the_start_differs_from_its_first_words(tmp_path: Path) -> None:
    story = with_texts(well_with_texts(tmp_path))
    known = view(story.session, TRAINER, story.at)
    begun = {text.id: dict(text.begun) for text in known.texts.values()}
    on_table = next(name for name, words in begun.items() if any(words.values()))
    clause = next(name for name, words in begun[on_table].items() if words)
    pen = next(iter(known.texts[on_table].pen_holder))
    story.do(c.IssueVersion, pen, document=on_table, clauses={clause: c.ClauseDraft(wording="Entirely other words.")})
    known = view(story.session, TRAINER, story.at)
    page = history.detail(known, f"{on_table}:{clause}", narrate).plain
    assert "[-" in page
    assert "other words.+}" in page


def test_a_seat_reads_the_history_of_the_texts_that_it_may_read(tmp_path: Path) -> None:
    """The canary: words in the text of a confidential body are in the history of its members and of no other seat."""
    written = well_with_texts(tmp_path)
    room = written.bodies["table"].model_copy(
        update={"name": "The closed room", "members": ("upper-head",), "confidential": True, "kind": "working_group"}
    )
    secret = written.texts["communique"].model_copy(update={"body": "room"})
    case = written.model_copy(
        update={
            "bodies": {**written.bodies, "room": room},
            "texts": {**written.texts, "communique": secret},
        }
    )
    story = with_texts(case)
    drafts = {"water": c.ClauseDraft(wording="The CANARY drinks first.")}
    story.do(c.IssueVersion, "mediator", document="communique", clauses=drafts)
    story.do(c.BracketClause, "upper-head", document="communique", clause="water", wording="A second CANARY.")
    for seat in (*case.seats, TRAINER):
        known = view(story.session, seat, story.at)
        assert set(known.drafting) == {"", *known.texts}
        said = "".join(history.detail(known, row, narrate).plain for row, _ in history.rows(known))
        assert ("CANARY" in said) == ("communique" in known.texts)
        assert ("CANARY" in repr(known.drafting)) == ("communique" in known.texts)
    assert "communique" not in view(story.session, "lower-head", story.at).drafting
    assert "communique" in view(story.session, "upper-head", story.at).drafting

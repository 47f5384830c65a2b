"""Inputs, the synthesis, and the way from an input to a clause."""

import pytest
from msgspec.structs import replace

from simulator.engine import commands as c
from simulator.engine import view
from simulator.engine.speech import count_words
from simulator.engine.words import Uptake
from tests.engine.heard import drafting, heard
from tests.engine.story import Story


@pytest.fixture
def story() -> Story:
    return heard()


@pytest.fixture
def text() -> Story:
    return drafting()


def test_a_party_hands_in_its_own_card_once(story: Story) -> None:
    assert list(view(story.session, "speaker").inputs.cards) == ["noon-for-school", "key-with-neither"]
    assert view(story.session, "reporter").inputs.cards == {}
    story.when(c.FileInput, "speaker", card="noon-for-school").then(
        ("input_filed", {"input": 1, "party": "valley", "issues": ("hours",), "text": ""})
    )
    seen = view(story.session, "lower-head").inputs.filed[0]
    assert (seen.title, seen.text[:12]) == ("An hour at noon for the school", "The children")
    story.when(c.FileInput, "speaker", card="noon-for-school").refuses("ALREADY")
    assert list(view(story.session, "speaker").inputs.cards) == ["key-with-neither"]


def test_the_card_of_another_party_is_unknown_and_its_name_is_not_told(story: Story) -> None:
    story.when(c.FileInput, "speaker", card="price-of-the-truck").refuses("UNKNOWN")
    assert "truck" not in story.refusal.instead
    story.when(c.FileInput, "upper-head", card="price-of-the-truck").then("input_filed")


def test_who_reads_a_card_sees_only_options_that_it_knows(story: Story) -> None:
    story.do(c.FileInput, "speaker", card="noon-for-school")
    assert view(story.session, "lower-head").inputs.filed[0].serves == {"hours": ()}
    assert view(story.session, "upper-head").inputs.filed[0].serves == {"hours": ("shared-board",)}


def test_own_words_are_about_an_issue_that_exists(story: Story) -> None:
    story.when(c.FileInput, "speaker", text="We want a bench.").refuses("NO-ISSUE")
    story.when(c.FileInput, "speaker", text="We want a bench.", issues=("bench",)).refuses("UNKNOWN")
    story.when(c.FileInput, "speaker", issues=("hours",)).refuses("EMPTY-TEXT")
    story.when(c.FileInput, "speaker", text="A bench.", issues=("keeper", "hours", "keeper")).then(
        ("input_filed", {"issues": ("hours", "keeper"), "card": None})
    )
    story.when(c.FileInput, "runner", text="A bench.", issues=("hours",)).refuses("NO-RIGHT")


def test_a_card_may_come_in_own_words(story: Story) -> None:
    story.do(c.FileInput, "speaker", card="noon-for-school", text="Noon is for the children.")
    assert view(story.session, "trainer").inputs.filed[0].text == "Noon is for the children."


def test_writers_sort_inputs(story: Story) -> None:
    story.do(c.FileInput, "speaker", card="noon-for-school")
    story.when(c.TagInput, "mediator", input=2, issues=("hours",)).refuses("UNKNOWN")
    story.when(c.TagInput, "mediator", input=1, issues=("hours",)).refuses("ALREADY")
    story.when(c.TagInput, "mediator", input=1, issues=()).refuses("NO-ISSUE")
    story.when(c.TagInput, "speaker", input=1, issues=("keeper",)).refuses("NO-RIGHT")
    story.when(c.TagInput, "mediator", input=1, issues=("keeper", "hours")).then(
        ("input_tagged", {"issues": ("hours", "keeper")})
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Keep an hour at noon.", 5),
        ("l’accord, c’est-à-dire « la paix » : oui !", 5),
        ("Two-thirds — or 60 % — of 1,000", 5),
        ("no\u00a0break  and\nlines", 4),
    ],
)
def test_words_are_counted_as_on_paper(text: str, words: int) -> None:
    assert count_words(text) == words


def test_the_synthesis_fits_its_page(story: Story) -> None:
    story.do(c.FileInput, "speaker", card="noon-for-school")
    page = c.SynthesisPoint(text="word " * 60, inputs=(1,))
    story.when(c.IssueSynthesis, "mediator", points=(page, c.SynthesisPoint(text="one two"))).refuses("TOO-LONG")
    assert "62 words, 2 words more" in story.refusal.why
    story.when(c.IssueSynthesis, "mediator", points=(c.SynthesisPoint(text="word " * 61),)).refuses("TOO-LONG")
    assert "1 word more" in story.refusal.why
    story.when(c.IssueSynthesis, "mediator", points=(page,)).then(("synthesis_issued", {"version": 1}))
    story.when(c.IssueSynthesis, "mediator", points=(page,)).refuses("NO-CHANGE")


def test_the_synthesis_takes_up_inputs_that_exist(story: Story) -> None:
    story.when(c.IssueSynthesis, "mediator", points=(c.SynthesisPoint(text="Noon", inputs=(3,)),)).refuses("UNKNOWN")
    story.when(c.IssueSynthesis, "mediator", points=()).refuses("EMPTY-TEXT")
    story.when(c.IssueSynthesis, "mediator", points=(c.SynthesisPoint(text="  "),)).refuses("EMPTY-TEXT")
    story.when(c.IssueSynthesis, "runner", points=(c.SynthesisPoint(text="Noon"),)).refuses("NO-RIGHT")
    story.do(c.IssueSynthesis, "mediator", points=(c.SynthesisPoint(text="Noon"),))
    story.when(c.IssueSynthesis, "mediator", points=(c.SynthesisPoint(text="Noon, and the key"),)).then(
        ("synthesis_issued", {"version": 2})
    )
    assert len(view(story.session, "lower-head").inputs.syntheses) == 2


def test_a_trace_leads_to_a_clause_of_the_text_as_it_is(story: Story) -> None:
    story.do(c.FileInput, "speaker", card="key-with-neither")
    story.when(c.TraceInput, "mediator", input=1, uptake=Uptake.TAKEN_UP, clause="keeper").refuses("NO-TEXT")
    story.when(c.TraceInput, "mediator", input=1, uptake=Uptake.TAKEN_UP, document="minutes").refuses("UNKNOWN")


def test_a_trace_can_be_changed_and_needs_what_it_says(text: Story) -> None:
    text.when(c.TraceInput, "mediator", input=2, uptake=Uptake.TAKEN_UP).refuses("NO-CLAUSE")
    text.when(c.TraceInput, "mediator", input=2, uptake=Uptake.TAKEN_UP, clause="bench").refuses("UNKNOWN")
    text.when(c.TraceInput, "mediator", input=9, uptake=Uptake.TAKEN_UP, clause="keeper").refuses("UNKNOWN")
    text.when(c.TraceInput, "speaker", input=2, uptake=Uptake.TAKEN_UP, clause="keeper").refuses("NO-RIGHT")
    text.when(c.TraceInput, "mediator", input=2, uptake=Uptake.TAKEN_UP, clause="keeper").then(
        ("input_traced", {"clause": "keeper", "uptake": Uptake.TAKEN_UP})
    )
    text.when(c.TraceInput, "mediator", input=2, uptake=Uptake.TAKEN_UP, clause="keeper").refuses("ALREADY")
    text.when(c.TraceInput, "mediator", input=2, uptake=Uptake.NOT_TAKEN_UP).refuses("NO-REASON")
    text.when(c.TraceInput, "mediator", input=2, uptake=Uptake.NOT_TAKEN_UP, clause="keeper", reason="Later").then(
        ("input_traced", {"clause": None, "reason": "Later"})
    )
    seen = view(text.session, "speaker").inputs.filed[1]
    assert (seen.uptake, seen.reason) == (Uptake.NOT_TAKEN_UP, "Later")


def test_no_input_goes_into_a_clause_that_was_set_aside(text: Story) -> None:
    text.do(c.ParkClause, "mediator", clause="keeper")
    text.when(c.TraceInput, "mediator", input=2, uptake=Uptake.IN_PART, clause="keeper").refuses("CLAUSE-STATE")


def test_without_a_synthesis_nobody_writes_one(story: Story) -> None:
    bare = story.session.scenario.model_copy(update={"synthesis": None})
    story.session = replace(story.session, scenario=bare)
    story.when(c.IssueSynthesis, "mediator", points=(c.SynthesisPoint(text="Noon"),)).refuses("NO-SYNTHESIS")


@pytest.mark.parametrize("confidential", [False, True])
def test_an_input_goes_into_another_text_unless_its_body_is_confidential(confidential: bool) -> None:
    well = heard().session.scenario
    room = well.bodies["table"].model_copy(update={"members": ("mediator",), "confidential": confidential})
    minutes = well.text.model_copy(update={"body": "room", "title": "Minutes"})
    phases = {
        name: phase.model_copy(update={"in_": (*phase.in_, "room")}) if phase.in_ else phase
        for name, phase in well.phases.items()
    }
    more = {"texts": {"minutes": minutes}, "bodies": {**well.bodies, "room": room}, "phases": phases}
    story = drafting(well.model_copy(update=more))
    story.do(c.IssueVersion, "mediator", document="minutes", clauses={"keeper": c.ClauseDraft(option="elder-keeps")})
    said = {"input": 2, "uptake": Uptake.TAKEN_UP, "document": "minutes", "clause": "keeper"}
    if confidential:
        story.when(c.TraceInput, "mediator", **said).refuses("UNKNOWN")
    else:
        story.when(c.TraceInput, "mediator", **said).then(("input_traced", {"document": "minutes"}))

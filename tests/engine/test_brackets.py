"""Brackets: authors, names behind them, brackets inside brackets, footnotes, and how they are closed."""

import pytest

from simulator.engine import commands as c
from simulator.engine.commands import ClauseDraft
from simulator.engine.session import Bracket, ClauseState
from simulator.engine.words import Consent, Resolution
from tests.engine.story import Story


@pytest.fixture
def drafted(converging: Story) -> Story:
    """A version on the table, whose clause on the key Lower Ardel contests."""
    drafts = {"hours": ClauseDraft(option="mornings-upper"), "keeper": ClauseDraft(option="upper-keeps")}
    converging.do(c.IssueVersion, "mediator", clauses=drafts)
    return converging.do(c.BracketClause, "lower-head", clause="keeper", option="lower-keeps")


def clause(story: Story) -> ClauseState:
    return story.session.text.clauses["keeper"]


def bracket(story: Story, number: int) -> Bracket:
    return next(b for b in clause(story).brackets if b.number == number)


def test_a_bracket_is_narrowed_by_its_author_with_new_words(drafted: Story) -> None:
    drafted.when(c.NarrowBracket, "upper-head", clause="keeper", bracket=1, wording="x").refuses("NOT-YOURS")
    drafted.when(c.NarrowBracket, "lower-head", clause="keeper", bracket=1).refuses("EMPTY-CLAUSE")
    drafted.when(c.NarrowBracket, "lower-head", clause="keeper", bracket=1, option="lower-keeps").refuses("NO-CHANGE")
    drafted.when(c.NarrowBracket, "lower-head", clause="keeper", bracket=2, option="elder-keeps").refuses("UNKNOWN")
    drafted.when(c.NarrowBracket, "lower-head", clause="keeper", bracket=1, option="elder-keeps").then(
        ("bracket_narrowed", {"bracket": 1, "option": "elder-keeps"})
    )
    assert (bracket(drafted, 1).option, bracket(drafted, 1).narrowed) == ("elder-keeps", 1)


def test_an_option_that_only_its_author_knew_comes_on_the_board_with_the_narrower_bracket(drafted: Story) -> None:
    drafted.do(c.BracketClause, "upper-head", clause="hours", option="mornings-lower")
    drafted.when(c.NarrowBracket, "upper-head", clause="hours", bracket=1, option="shared-board").then(
        ("option_proposed", {"option": "shared-board"}), "bracket_narrowed"
    )


def test_others_put_their_names_to_a_bracket_and_take_them_off(drafted: Story) -> None:
    drafted.when(c.SupportBracket, "lower-head", clause="keeper", bracket=1).refuses("OWN-BRACKET")
    drafted.when(c.SupportBracket, "upper-head", clause="keeper", bracket=1, supports=False).refuses("NOT-NAMED")
    drafted.when(c.SupportBracket, "upper-head", clause="keeper", bracket=1).then(
        ("bracket_supported", {"party": "upper", "supports": True})
    )
    drafted.when(c.SupportBracket, "upper-head", clause="keeper", bracket=1).refuses("ALREADY")
    drafted.when(c.LiftBracket, "lower-head", clause="keeper", bracket=1, resolution=Resolution.WITHDRAWN).refuses(
        "SUPPORTED"
    )
    assert "Upper" in drafted.refusal.why
    drafted.do(c.SupportBracket, "upper-head", clause="keeper", bracket=1, supports=False)
    drafted.do(c.LiftBracket, "lower-head", clause="keeper", bracket=1, resolution=Resolution.WITHDRAWN)
    assert clause(drafted).state == "proposed"


def test_the_name_of_a_party_that_has_left_holds_nobody_up(drafted: Story) -> None:
    drafted.do(c.SupportBracket, "upper-head", clause="keeper", bracket=1)
    drafted.do(c.GiveConsent, "upper-head", consent=Consent.OUT)
    drafted.when(c.LiftBracket, "lower-head", clause="keeper", bracket=1, resolution=Resolution.WITHDRAWN).then(
        "bracket_lifted"
    )


def test_the_alternative_of_a_bracket_is_contested_in_a_bracket_inside(drafted: Story) -> None:
    drafted.when(c.BracketClause, "lower-head", clause="keeper", inside=1, wording="x").refuses("OWN-BRACKET")
    drafted.when(c.BracketClause, "upper-head", clause="keeper", inside=7, wording="x").refuses("UNKNOWN")
    drafted.when(c.BracketClause, "upper-head", clause="keeper", inside=1, option="elder-keeps").then(
        ("clause_bracketed", {"bracket": 2, "party": "upper", "inside": 1})
    )
    drafted.when(c.BracketClause, "upper-head", clause="keeper", inside=1, option="elder-keeps").refuses("ALREADY")
    drafted.when(c.BracketClause, "mediator", clause="keeper", inside=2, wording="Nobody.").refuses("TOO-DEEP")
    drafted.when(c.LiftBracket, "lower-head", clause="keeper", bracket=1, resolution=Resolution.WITHDRAWN).refuses(
        "BRACKETS-INSIDE"
    )
    drafted.do(c.LiftBracket, "upper-head", clause="keeper", bracket=2, resolution=Resolution.CHOSE_ALTERNATIVE)
    assert bracket(drafted, 1).option == "elder-keeps"
    assert (clause(drafted).option, clause(drafted).state) == ("upper-keeps", "bracketed")
    drafted.do(c.LiftBracket, "lower-head", clause="keeper", bracket=1, resolution=Resolution.CHOSE_ALTERNATIVE)
    assert (clause(drafted).option, clause(drafted).state) == ("elder-keeps", "proposed")


def test_merged_words_of_an_inner_bracket_go_into_the_outer_one(drafted: Story) -> None:
    drafted.do(c.BracketClause, "upper-head", clause="keeper", inside=1, wording="The key hangs at the school.")
    drafted.when(c.LiftBracket, "upper-head", clause="keeper", bracket=2, resolution=Resolution.MERGED).refuses(
        "EMPTY-TEXT"
    )
    words = "The key is kept in Lower Ardel and hangs at the school at noon."
    drafted.do(c.LiftBracket, "upper-head", clause="keeper", bracket=2, resolution=Resolution.MERGED, wording=words)
    assert bracket(drafted, 1).wording == words
    assert (clause(drafted).option, clause(drafted).wording) == ("upper-keeps", "")


def test_a_bracket_without_an_alternative_has_nothing_to_contest(drafted: Story) -> None:
    drafted.do(c.BracketClause, "lower-head", clause="hours")
    drafted.when(c.BracketClause, "upper-head", clause="hours", inside=1, wording="x").refuses("NO-ALTERNATIVE")


def test_an_alternative_waits_for_the_other_brackets_of_its_level_only(drafted: Story) -> None:
    drafted.do(c.BracketClause, "upper-head", clause="keeper", option="elder-keeps")
    drafted.when(
        c.LiftBracket, "lower-head", clause="keeper", bracket=1, resolution=Resolution.CHOSE_ALTERNATIVE
    ).refuses("CONTESTED")
    drafted.do(c.BracketClause, "upper-head", clause="keeper", inside=1, option="elder-keeps")
    drafted.do(c.LiftBracket, "upper-head", clause="keeper", bracket=3, resolution=Resolution.CHOSE_ALTERNATIVE)
    assert bracket(drafted, 1).option == "elder-keeps"


def test_footnotes_stand_under_a_clause_in_the_name_of_a_party(drafted: Story) -> None:
    drafted.when(c.AddFootnote, "upper-head", clause="keeper", text=" ").refuses("EMPTY-TEXT")
    drafted.when(c.AddFootnote, "mediator", clause="keeper", text="x").refuses("NO-RIGHT")
    for number in range(4):
        drafted.do(c.AddFootnote, "upper-head", clause="keeper", text=f"As in {number}.")
    drafted.when(c.AddFootnote, "upper-head", clause="keeper", text="And more.").refuses("TOO-MANY")
    assert [(note.party, note.text) for note in clause(drafted).footnotes][:1] == [("upper", "As in 0.")]


def test_a_party_agrees_to_a_clause_subject_to_its_capital(drafted: Story) -> None:
    drafted.when(c.ReferClause, "upper-head", clause="keeper").refuses("CLAUSE-STATE")
    drafted.when(c.ReferClause, "mediator", clause="hours").refuses("NO-RIGHT")
    drafted.when(c.ReferClause, "lower-head", clause="hours").then(("clause_referred", {"party": "lower"}))
    drafted.when(c.ReferClause, "lower-head", clause="hours").refuses("ALREADY")
    drafted.do(c.LiftBracket, "lower-head", clause="keeper", bracket=1, resolution=Resolution.WITHDRAWN)
    drafted.when(c.PutToAdoption, "mediator").refuses("REFERRED")
    drafted.when(c.AnswerReferral, "mediator", party="lower", agrees=True, clause="hours").refuses("CONTROL-ONLY")
    drafted.when(c.AnswerReferral, "trainer", party="upper", agrees=True, clause="hours").refuses("NOT-REFERRED")
    drafted.when(c.AnswerReferral, "trainer", party="lower", agrees=True, clause="hours").then("referral_answered")
    drafted.when(c.PutToAdoption, "mediator").then("reading_closed", "adoption_opened")


def test_a_capital_that_refuses_a_clause_contests_it_in_the_name_of_its_party(drafted: Story) -> None:
    drafted.do(c.ReferClause, "lower-head", clause="hours")
    drafted.when(c.AnswerReferral, "trainer", party="lower", agrees=False, clause="hours", text="Never.").then(
        ("referral_answered", {"agrees": False}), ("clause_bracketed", {"party": "lower", "bracket": 1})
    )
    hours = drafted.session.text.clauses["hours"]
    assert (hours.state, hours.referred) == ("bracketed", frozenset())
    drafted.do(c.LiftBracket, "lower-head", clause="hours", bracket=1, resolution=Resolution.CHOSE_TEXT)


def test_new_words_in_a_clause_need_no_answer_to_the_old_ones(drafted: Story) -> None:
    drafted.do(c.ReferClause, "lower-head", clause="hours")
    drafted.do(c.IssueVersion, "mediator", clauses={"hours": ClauseDraft(option="mornings-lower")})
    assert not drafted.session.text.clauses["hours"].referred

"""How well an agreement can be carried out, against levels counted by hand on agreements of the Well."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.model import Commitment, Scenario, Shock, StressTest
from scoring import agreement, outcome
from scoring.agreement.articles import Agreement, Judgement, latest, middle
from scoring.agreement.criteria import CRITERIA, by_share, gaps
from scoring.agreement.quality import NO_AGREEMENT, Index
from scoring.findings import Finding, Panel
from simulator.engine import events as e
from simulator.engine.commands import ClauseDraft, CommitmentDraft
from simulator.engine.words import Cause, OutcomeKind

SHARED = {"hours": "shared-board", "keeper": "elder-keeps"}
WHOLE = CommitmentDraft(
    actor="The elder of Ardel",
    action="opens the lid at sunrise",
    deadline="From the day after the signature",
    days=1,
    place="The well",
    verifier="The water engineer",
    method="Reads the meter every Friday and tells both villages",
    resources="Half from each village fund",
    if_not="The district opens the lid the same day and calls both speakers",
)
BARE = CommitmentDraft(action="opens the lid")


def draft(**changes: Any) -> CommitmentDraft:
    """The complete commitment with some fields changed."""
    fields = {name: getattr(WHOLE, name) for name in WHOLE.__struct_fields__}
    return CommitmentDraft(**fields | changes)


def adopted(script: Any, *records: tuple[str, CommitmentDraft], **clauses: ClauseDraft) -> Any:
    """A text with commitment records, numbered from 1, adopted in minute 17."""
    written = {name: ClauseDraft(option=option) for name, option in SHARED.items()} | clauses
    script.at(12, e.VersionIssued, "mediator", version=1, clauses=written)
    for number, (clause, record) in enumerate(records, 1):
        script.at(13, e.CommitmentRecorded, "mediator", commitment=number, clause=clause, record=record)
    terms = {name: clause.option for name, clause in written.items() if clause.option}
    script.at(16, e.TextAdopted, version=1)
    return script.end(17, OutcomeKind.AGREEMENT, version=1, terms=terms)


def settled(script: Any) -> outcome.Settlement:
    return outcome.Settlement.of(script.course())


def panel(script: Any) -> dict[str, Finding]:
    return {finding.id: finding for finding in agreement.findings(settled(script))}


def paper(script: Any) -> Agreement:
    found = Agreement.of(settled(script))
    assert found is not None
    return found


def levels(script: Any) -> dict[str, int | None]:
    return {judged.criterion: judged.level for judged in Index.of(paper(script)).criteria}


def why(script: Any, criterion: str) -> str:
    return next(judged.shown.why for judged in Index.of(paper(script)).criteria if judged.criterion == criterion)


def cells(finding: Finding) -> list[tuple[Any, ...]]:
    assert finding.table is not None, finding.reading
    return [row.cells for row in finding.table.rows]


def with_option(scenario: Scenario, issue: str, option: str, **changes: Any) -> Scenario:
    """The scenario with an option changed."""
    written = scenario.issues[issue]
    options = {**written.options, option: written.options[option].model_copy(update=changes)}
    changed = written.model_copy(update={"options": options})
    return scenario.model_copy(update={"issues": {**scenario.issues, issue: changed}})


def at_work(**said: int) -> dict[str, int | None]:
    """All criteria with the levels that are told, and nothing for the others."""
    return dict.fromkeys(CRITERIA) | said


# -- the rule ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("met", "of", "level"), [(0, 1, 0), (1, 1, 3), (1, 2, 1), (2, 3, 2), (1, 3, 1), (2, 4, 1), (3, 4, 2), (4, 4, 3)]
)
def test_levels_by_share(met: int, of: int, level: int) -> None:
    assert by_share(met, of) == level


@given(st.integers(1, 50).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_only_all_is_complete_and_only_none_is_absent(share: tuple[int, int]) -> None:
    met, of = share
    assert (by_share(met, of) == 3) == (met == of)
    assert (by_share(met, of) == 0) == (met == 0)
    assert met == of or by_share(met, of) <= by_share(met + 1, of)


# -- an agreement -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [OutcomeKind.NO_AGREEMENT, OutcomeKind.COLLAPSED, OutcomeKind.ABORTED])
def test_without_an_agreement_there_is_nothing_to_carry_out(script: Any, kind: OutcomeKind) -> None:
    script.at(12, e.VersionIssued, "mediator", version=1, clauses={"hours": ClauseDraft(option="shared-board")})
    script.at(13, e.CommitmentRecorded, "mediator", commitment=1, clause="hours", record=WHOLE).end(17, kind)
    for finding in panel(script).values():
        assert (finding.observed, finding.value, finding.table) == (False, None, None)
    assert panel(script)["outcome.quality"].reading == NO_AGREEMENT


def test_a_session_that_broke_off_has_no_agreement(script: Any) -> None:
    assert not any(finding.observed for finding in panel(script).values())


def test_an_agreement_without_commitments_is_not_observed_and_not_zero(script: Any) -> None:
    found = panel(adopted(script))
    assert (found["outcome.quality"].observed, found["outcome.quality"].value) == (False, None)
    assert found["outcome.commitments"].reading == "The agreement holds no commitment record."


def test_two_complete_commitments(script: Any) -> None:
    adopted(script, ("hours", WHOLE), ("keeper", draft(after=(1,), days=2)))
    assert levels(script) == at_work(Q1=3, Q2=3, Q3=3, Q4=3, Q5=3, Q8=3, Q11=3)
    finding = panel(script)["outcome.quality"]
    assert (finding.value, finding.panel) == (1.0, Panel.OUTCOME)
    assert finding.reading == (
        "7 of 12 criteria observed, which reach 21 of 21 (100 %): a share of what was observed, and not of all twelve."
    )
    assert finding.evidence == (4, 5, 7)
    assert cells(panel(script)["outcome.commitments"]) == [
        ("hours", 1, "The elder of Ardel", "opens the lid at sunrise", None),
        ("keeper", 2, "The elder of Ardel", "opens the lid at sunrise", None),
    ]


def test_a_bare_commitment_leaves_everything_open(script: Any) -> None:
    adopted(script, ("hours", BARE), ("keeper", BARE))
    assert levels(script) == at_work(Q1=0, Q2=0, Q3=0, Q4=0, Q5=0, Q8=0, Q11=0)
    found = panel(script)["outcome.commitments"]
    assert found.value == 2.0
    assert cells(found)[0] == (
        "hours", 1, None, "opens the lid", "clarity: no actor; who; when; verification; resources; if not",
    )  # fmt: skip


def test_most_and_some(script: Any) -> None:
    adopted(script, ("hours", WHOLE), ("keeper", draft(resources="", if_not="")), ("keeper", draft(if_not="")))
    found = levels(script)
    assert (found["Q2"], found["Q8"], found["Q11"]) == (3, 2, 1)  # 3, 2 and 1 of 3


def test_an_article_without_a_commitment_keeps_the_others_from_being_complete(script: Any) -> None:
    adopted(script, ("hours", WHOLE))
    found = levels(script)
    assert [found[q] for q in ("Q1", "Q2", "Q3", "Q5", "Q8", "Q11")] == [2] * 6
    assert found["Q4"] is None  # one commitment needs no order
    assert why(script, "Q2") == "Who acts is told: 1 of 1 commitment; 1 article without one."
    finding = panel(script)["outcome.commitments"]
    assert cells(finding)[1] == ("keeper", None, None, None, "no commitment")
    assert finding.reading == "Something is left open in 0 of 1 commitment; none stands under “The key”."


def test_a_general_article_needs_no_commitment(script: Any) -> None:
    general = ClauseDraft(wording="This agreement opens the well again.")
    adopted(script, ("hours", WHOLE), ("keeper", WHOLE), purpose=general)
    assert levels(script)["Q2"] == 3


def test_a_parked_article_is_no_part_of_the_agreement(script: Any) -> None:
    adopted(script, ("hours", WHOLE), ("keeper", BARE))
    script.at(15, e.ClauseParked, "mediator", clause="keeper", parked=True)
    assert [each.number for each in paper(script).commitments] == [1]
    assert levels(script)["Q2"] == 3


def test_a_commitment_counts_as_it_was_last_written(script: Any) -> None:
    adopted(script, ("hours", BARE), ("keeper", BARE), ("keeper", BARE))
    script.at(14, e.CommitmentRecorded, "mediator", commitment=1, clause="hours", record=WHOLE)
    script.at(14, e.CommitmentRecorded, "mediator", commitment=2, clause="keeper", record=WHOLE)
    script.at(15, e.CommitmentStruck, "mediator", commitment=3)
    script.at(18, e.CommitmentRecorded, "mediator", commitment=1, clause="hours", record=BARE)  # after the outcome
    assert [each.draft for each in paper(script).commitments] == [WHOLE, WHOLE]
    assert [each.evidence for each in paper(script).commitments] == [(7,), (8,)]


# -- one criterion after the other ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "left"),
    [
        ({"actor": "Upper and Lower"}, "clarity: more than one actor"),
        ({"actor": "The elder and the engineer"}, "clarity: more than one actor"),
        ({"actor": "The mayor or his deputy"}, "clarity: more than one actor"),
        ({"actor": "Le maire, le juge et l’ingénieur"}, "clarity: more than one actor"),
        ({"actor": "The parties"}, "who"),
        ({"action": "shall endeavour to open the lid"}, "clarity: “endeavour” binds nobody"),
        ({"action": "S’efforce d’ouvrir le puits"}, "clarity: “s'efforce” binds nobody"),
        ({"action": "opens the lid, as appropriate"}, "clarity: “as appropriate”"),
        ({"method": "Contrôle dans la mesure du possible"}, "clarity: “dans la mesure du possible”"),
        ({"place": "Le Cas Échéant"}, "clarity: “le cas echeant”"),
        ({"deadline": "As soon as possible", "days": None}, "clarity: “as soon as possible”; when"),
        ({"deadline": "dans les meilleurs délais"}, "clarity: “dans les meilleurs delais”"),  # 1 day is told
        ({"deadline": "", "days": None}, "when"),
        ({"verifier": ""}, "verification"),
        ({"method": ""}, "verification"),
        ({"verifier": "elder OF Ardel."}, "verification"),  # of oneself
        ({"actor": "L’ancien d’Ardel", "verifier": "Ancien d'Ardel"}, "verification"),
        ({"actor": "Parties"}, "who"),
        ({"resources": "to be determined"}, "resources"),
        ({"if_not": "  "}, "if not"),
    ],
)
def test_what_a_commitment_leaves_open(script: Any, changes: dict[str, Any], left: str) -> None:
    adopted(script, ("hours", draft(**changes)), ("keeper", WHOLE))
    found = paper(script)
    assert "; ".join(gaps(found.commitments[0], found)) == left
    assert gaps(found.commitments[1], found) == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"actor": "Truth and Reconciliation Commission"},
        {"actor": "Commission vérité et réconciliation"},
        {"actor": "Ana Vey, head of the joint commission"},
        {"action": "opens the market on 1 May"},
        {"action": "mayors sign the register"},
        {"deadline": "As soon as the commission confirms the count", "days": None},
        {"deadline": "No later than 30 June", "days": None},
        {"deadline": "Au plus tard le 30 juin", "days": None},
        {"days": 0, "deadline": ""},
    ],
)
def test_what_is_clear_enough(script: Any, changes: dict[str, Any]) -> None:
    adopted(script, ("hours", draft(**changes)), ("keeper", WHOLE))
    found = paper(script)
    assert gaps(found.commitments[0], found) == ()


def test_vague_words_of_an_article_count_against_clarity(script: Any) -> None:
    loose = ClauseDraft(option="elder-keeps", wording="The elder keeps the key and opens when possible.")
    adopted(script, ("hours", WHOLE), ("keeper", WHOLE), keeper=loose)
    assert levels(script)["Q1"] == 2
    assert why(script, "Q1") == "One reading only: 2 of 2 commitments; article “The key”: “when possible”."


@pytest.mark.parametrize(
    ("first", "second", "level", "said"),
    [
        ({}, {}, 0, "0 of 2"),
        ({}, {"after": (1,)}, 3, "2 of 2"),
        ({"days": 9}, {"after": (1,), "days": 9}, 3, "2 of 2"),
        ({"days": 9}, {"after": (1,), "days": 3}, 1, "is due on day 3, and waits for commitment 1, due on day 9"),
        ({"after": (2,)}, {"after": (1,)}, 0, "commitment 1: waits for commitment 2, which waits for it"),
        ({"after": (1,)}, {}, 0, "commitment 1: waits for commitment 1, which waits for it"),
        ({"after": (7,)}, {}, 0, "waits for commitment 7, which does not stand"),
    ],
)
def test_sequencing(script: Any, first: Any, second: Any, level: int, said: str) -> None:
    adopted(script, ("hours", draft(**first)), ("keeper", draft(**second)))
    assert levels(script)["Q4"] == level
    assert said in why(script, "Q4")


def test_one_that_waits_in_vain_spoils_an_order(script: Any) -> None:
    adopted(
        script,
        ("hours", WHOLE),
        ("hours", draft(after=(1,))),
        ("keeper", draft(after=(2,))),
        ("keeper", draft(after=(9,))),
    )
    assert levels(script)["Q4"] == 1  # three of four have their place


def test_inclusion_is_counted_over_the_issues_that_could_include(script: Any) -> None:
    adopted(script, ("hours", WHOLE), ("keeper", WHOLE))
    assert levels(script)["Q9"] is None
    script.scenario = with_option(script.scenario, "hours", "shared-board", includes=("women", "youth"))
    assert levels(script)["Q9"] == 3
    script.scenario = with_option(script.scenario, "keeper", "upper-keeps", includes=("displaced",))
    assert levels(script)["Q9"] == 1
    assert why(script, "Q9") == "Others are included on 1 of 2 issues where they could be: women, youth."


def test_each_flag_on_a_norm_lowers_it(script: Any) -> None:
    adopted(script, ("hours", WHOLE), ("keeper", WHOLE))
    assert levels(script)["Q10"] is None
    script.scenario = with_option(script.scenario, "keeper", "upper-keeps", norm_flags=("the right to water",))
    assert levels(script)["Q10"] == 2
    script.scenario = with_option(script.scenario, "keeper", "elder-keeps", norm_flags=("an amnesty",))
    assert levels(script)["Q10"] == 1
    assert why(script, "Q10") == "Touched: an amnesty. A person has to judge."
    script.scenario = with_option(script.scenario, "hours", "shared-board", quality={"Q10": 1}, norm_flags=("a", "b"))
    assert levels(script)["Q10"] == 0


def test_texts_of_options_give_what_records_cannot_show(script: Any) -> None:
    script.scenario = with_option(
        script.scenario, "keeper", "elder-keeps", quality={"Q6": 1, "Q7": 3, "Q2": 2, "Q10": 3}
    )
    adopted(script, ("hours", BARE), ("keeper", draft(after=(1,))))
    found = levels(script)
    assert (found["Q6"], found["Q7"], found["Q12"], found["Q10"]) == (1, 3, None, 3)
    assert found["Q2"] == 2  # counted, one of two would be 1
    assert why(script, "Q7") == "The text of “An elder of both” gives 3."


def test_what_an_option_already_holds_counts_where_nobody_recorded_anything(script: Any) -> None:
    held = Commitment(actor="The elder", action="opens at sunrise", days=1, after=("the lock is off",))
    script.scenario = with_option(script.scenario, "keeper", "elder-keeps", commitments=(held,))
    script.scenario = with_option(script.scenario, "hours", "shared-board", commitments=(held, held))
    adopted(script, ("hours", WHOLE))
    script.at(14, e.CommitmentStruck, "mediator", commitment=1)
    (found,) = paper(script).commitments  # under the hours the pen-holder took everything out
    assert (found.clause, found.number, found.called) == ("keeper", None, "“opens at sunrise”")
    assert found.evidence == (7,)  # the outcome
    assert found.ordered


def test_words_of_an_option_on_what_comes_before_hold_while_its_record_stands(script: Any) -> None:
    held = Commitment(actor="The elder", action="opens at sunrise", days=1, after=("the lock is off",))
    script.scenario = with_option(script.scenario, "keeper", "elder-keeps", commitments=(held,))
    came = CommitmentDraft(actor="The elder", action="opens at sunrise", days=1)
    adopted(script, ("hours", WHOLE), ("keeper", came))
    assert [each.ordered for each in paper(script).commitments] == [False, True]
    script.at(14, e.CommitmentRecorded, "mediator", commitment=2, clause="keeper", record=draft(days=2))
    assert [each.ordered for each in paper(script).commitments] == [False, False]


# -- agreed without an adopted text -----------------------------------------------------------------------------------


def test_a_package_takes_the_commitments_of_articles_that_say_the_same(script: Any) -> None:
    script.at(12, e.VersionIssued, "mediator", version=1, clauses={
        "hours": ClauseDraft(option="shared-board"), "keeper": ClauseDraft(option="upper-keeps"),
    })  # fmt: skip
    script.at(13, e.CommitmentRecorded, "mediator", commitment=1, clause="hours", record=WHOLE)
    script.at(13, e.CommitmentRecorded, "mediator", commitment=2, clause="keeper", record=WHOLE)
    script.offer(15, 1, "upper-head", **SHARED).at(16, e.PackageAgreed, "lower-head", package=1)
    script.end(16, OutcomeKind.AGREEMENT, terms=SHARED, package=1)
    found = paper(script)
    assert [each.number for each in found.commitments] == [1]
    assert [article.heading for article in found.bare] == ["The key"]


# -- people -----------------------------------------------------------------------------------------------------------


def test_the_word_of_people_goes_before_and_both_are_shown(script: Any) -> None:
    adopted(script, ("hours", WHOLE), ("keeper", WHOLE))
    script.at(20, e.AgreementJudged, criterion="Q2", level=1, note="The elder was not asked")
    script.at(21, e.AgreementJudged, criterion="Q12", level=3)
    script.at(22, e.AgreementJudged, criterion="Q12", level=2)
    finding = panel(script)["outcome.quality"]
    table = {row[0]: row[1:6] for row in cells(finding)}
    assert table["Q2"] == (1, 3, 1, 2, 2)
    assert table["Q12"] == (2, None, 2, None, None)
    assert table["Q6"] == (None, None, None, None, None)
    assert cells(finding)[1][7] == "The elder was not asked"
    assert finding.reading.startswith("8 of 12 criteria observed, which reach 18 of 24 (75 %)")  # 6 × 3 - 3 + 1 + 2
    assert finding.reading.endswith("People judged 2 of them.")


def test_people_can_judge_an_agreement_without_commitments(script: Any) -> None:
    adopted(script).at(20, e.AgreementJudged, criterion="Q7", level=2)
    assert panel(script)["outcome.quality"].value == pytest.approx(2 / 3)


def test_all_twelve_are_the_sum_over_36(script: Any) -> None:
    adopted(script)
    for number, criterion in enumerate(CRITERIA):
        script.at(20, e.AgreementJudged, criterion=criterion, level=number % 4)
    finding = panel(script)["outcome.quality"]
    assert finding.value == 0.5  # 3 × (0 + 1 + 2 + 3) of 36
    assert finding.reading == "12 of 12 criteria observed, which reach 18 of 36 (50 %). People judged 12 of them."


def test_several_judges_meet_in_the_middle() -> None:
    words = [Judgement("a", 3, "", 1), Judgement("b", 0, "", 2), Judgement("a", 1, "", 3), Judgement("c", 1, "", 4)]
    assert [(each.by, each.level) for each in latest(words)] == [("a", 1), ("b", 0), ("c", 1)]
    assert middle(latest(words)) == 1
    assert middle([Judgement("a", 3, "", 1), Judgement("b", 1, "", 2)]) == 1
    assert middle([]) is None


# -- the stress test --------------------------------------------------------------------------------------------------


@pytest.fixture
def stressed(script: Any, well: Scenario) -> Any:
    """An adopted text with one complete and one bare commitment, and three shocks in the box."""
    shocks = {
        "no-sunrise": Shock(title="No sunrise", kind="missed-deadline", text="The lid stays shut.", issue="hours"),
        "two-keys": Shock(title="Two keys", kind="incident", text="Two keys are shown.", issue="keeper"),
        "no-pay": Shock(title="No pay", kind="unpaid", text="Nobody paid."),
    }
    test = StressTest(phase="de-role", draw=3, shocks=shocks)
    script.scenario = well.model_copy(update={"stress_test": test})
    adopted(script, ("hours", WHOLE), ("keeper", draft(days=None, deadline="soon", verifier="")))
    for minute, shock in enumerate(shocks, 18):
        script.at(minute, e.ShockThrown, shock=shock, cause=Cause.AUTOMATIC)
    return script


def test_what_the_text_holds_against_shocks(stressed: Any) -> None:
    finding = panel(stressed)["outcome.stress"]
    rows = [row[:6] for row in cells(finding)]
    assert rows == [
        ("no-sunrise", "missed-deadline", "full", 3, 3, None),
        ("two-keys", "incident", "minimal", 1, 1, None),  # who, and neither when nor how
        ("no-pay", "unpaid", "full", 3, 3, None),  # any article
    ]
    assert finding.value == pytest.approx(7 / 9)
    assert finding.reading == "3 shocks were thrown, 2 answered in full by the text itself; nobody gave an answer to 3."
    assert finding.table is not None
    assert finding.table.rows[1].evidence == (5, 10)


def test_people_answer_and_judge(stressed: Any) -> None:
    stressed.at(21, e.ShockAnswered, "upper-head", shock="two-keys", clause="hours", who="The elder")
    stressed.at(22, e.ShockAnswered, "upper-head", shock="two-keys", clause="keeper", who="The elder", when="Monday")
    stressed.at(22, e.ShockAnswered, "mediator", shock="two-keys", who="The district", how="A visit")
    stressed.at(23, e.ShockJudged, shock="two-keys", level=2)
    finding = panel(stressed)["outcome.stress"]
    assert cells(finding)[1] == (
        "two-keys", "incident", "intermediate", 2, 1, 2, "keeper", "The elder · The district", "Monday", "A visit",
    )  # fmt: skip
    assert finding.table is not None
    assert finding.table.rows[1].evidence == (5, 10, 13, 14, 15)
    assert finding.value == pytest.approx(8 / 9)


def test_no_shock_was_thrown(script: Any) -> None:
    finding = panel(adopted(script, ("hours", WHOLE)))["outcome.stress"]
    assert (finding.observed, finding.reading) == (False, "No shock was thrown at the text.")


# -- durability -------------------------------------------------------------------------------------------------------


def test_durability_of_three_parts(script: Any) -> None:
    adopted(script, ("hours", WHOLE), ("keeper", draft(after=(1,))))
    script.tell(7, "upper.school", "upper-head", "mediator").tell(8, "lower.thefts", "lower-head", "mediator")
    script.at(9, e.InterestAcknowledged, "lower-head", interest="upper.school", party="lower")
    script.at(20, e.AgreementJudged, criterion="Q6", level=0)
    found = panel(script)["outcome.durability"]
    # Quality 21 of 24, the smallest share 0.75 (see test_outcome), one of one key interest acknowledged.
    assert cells(found) == [
        ("quality", 0.875, 0.5),
        ("smallest_share", 0.75, 0.3),
        ("interests_acknowledged", 1.0, 0.2),
    ]
    assert found.value == pytest.approx(0.5 * 0.875 + 0.3 * 0.75 + 0.2)
    assert found.band is None
    assert found.reading.startswith("To discuss: ")


def test_durability_says_what_is_missing(script: Any) -> None:
    adopted(script)
    found = panel(script)["outcome.durability"]
    assert (found.observed, found.value) == (False, None)
    assert found.reading == ("Not told without the quality of the agreement and whether interests were acknowledged.")


# -- whatever was written ---------------------------------------------------------------------------------------------

WORDS = st.sampled_from(["", "The elder", "The parties", "soon", "as appropriate", "le cas échéant", "shall may", "…"])
DRAFTS = st.builds(
    CommitmentDraft,
    actor=WORDS, action=WORDS, deadline=WORDS, verifier=WORDS, method=WORDS, resources=WORDS, if_not=WORDS,
    days=st.none() | st.integers(0, 30), after=st.lists(st.integers(1, 6), max_size=3).map(tuple),
)  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from(["hours", "keeper"]), DRAFTS), max_size=5))
def test_any_commitments_have_levels_and_evidence(
    blank: Callable[[], Any], records: list[tuple[str, CommitmentDraft]]
) -> None:
    script = adopted(blank(), *records)
    for finding in panel(script).values():
        assert finding.reading.endswith((".", "?"))
        assert finding.observed == bool(finding.evidence)
    for judged in Index.of(paper(script)).criteria:
        assert judged.level is None or 0 <= judged.level <= 3
        assert (judged.level is None) == (judged.shown.of in (None, 0))

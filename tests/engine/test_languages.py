"""The rules say no in the language of the terminal, and the record is the same in all of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from gettext import NullTranslations
from typing import Any

import msgspec
import pytest

from roles.acts import Act
from roles.rights import Right
from scenarios.archetypes import archetypes
from scenarios.model import Scenario
from scenarios.texts import NARROW, spoken_in
from simulator.engine import Record, Refused, View, begin, decide, replay, view
from simulator.engine import commands as c
from simulator.engine.events import OutcomeRecorded, PhaseEntered
from simulator.engine.machines import CAUCUS, CLAUSE, INJECT, PACKAGE, TEXT
from simulator.engine.names import act_name, clause_is, event_state, event_way, meeting_is, package_is, text_is
from simulator.engine.notes import NOTHING_TO_TEST, note_of, reason_of
from simulator.engine.speech import clean
from simulator.engine.words import Cause, OutcomeKind, Verdict
from tests.engine.story import START, Story
from tests.pseudo import LATIN, pseudo

__all__ = ["pseudo"]

FRENCH = {
    "Your own delegation knows it already.": "Votre propre délégation le sait déjà.",
    "Name seats of other parties, or all.": "Nommez des sièges d’autres parties, ou tous.",
    "“{phase}” is not the phase to {act}.": f"«{NARROW}{{phase}}{NARROW}» n’est pas la phase pour {{act}}.",
    "Possible now: {acts}.": f"Possible maintenant{NARROW}: {{acts}}.",
    "act\x04table a package": "déposer un paquet",
    "act\x04write a private note": "prendre une note",
    "Ad referendum: {parties}.": f"Ad referendum{NARROW}: {{parties}}.",
    "Nothing was agreed that a shock could test.": "Rien n’a été convenu qu’un choc puisse éprouver.",
    "{party} stayed out for more than {n} minute.": "{party} est resté dehors plus de {n} minute.",
    "{party} stayed out for more than {n} minutes.": "{party} est resté dehors plus de {n} minutes.",
    "The heads of the deciding parties and the mediators answer.": "Répondent les chefs et les médiateurs.",
    "Head of a side": "Chef d’une partie",
    "by hand": "à la main",
}


class French(NullTranslations):
    """A small catalogue."""

    def gettext(self, message: str) -> str:
        return FRENCH.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return FRENCH.get(msgid1 if n < 2 else msgid2, msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return FRENCH.get(f"{context}\x04{message}", message)


@pytest.fixture
def french(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Speak French for a while, as far as this file knows it."""
    monkeypatch.setattr("scenarios.texts._catalogue", lambda code: French())

    @contextmanager
    def speaking() -> Iterator[None]:
        with spoken_in("fr"):
            yield

    return speaking


def refused(story: Story, command: c.Command) -> Refused:
    """How a command is refused."""
    with pytest.raises(Refused) as caught:
        decide(command, story.session)
    return caught.value


# -- refusals ---------------------------------------------------------------------------------------------------------


def test_a_command_is_refused_in_two_languages(exploring: Story, french: Any) -> None:
    interest = next(name for name in exploring.session.interests if name.startswith("upper."))
    told = c.DiscloseInterest(at=exploring.at, by="upper-head", interest=interest, to=("upper-head",))
    english = refused(exploring, told)
    with french():
        said = refused(exploring, told)
    assert english.code == said.code == "NOBODY"
    assert str(english) == "Your own delegation knows it already. Name seats of other parties, or all."
    assert str(said) == "Votre propre délégation le sait déjà. Nommez des sièges d’autres parties, ou tous."


def test_a_refusal_names_acts_and_what_is_possible_in_the_language(exploring: Story, french: Any) -> None:
    offer = c.TablePackage(at=exploring.at, by="upper-head", terms={"hours": "mornings-upper"})
    english = refused(exploring, offer)
    with french():
        said = refused(exploring, offer)
    phase = exploring.session.scenario.phases["exploration"].name
    assert english.why == f"“{phase}” is not the phase to table a package."
    assert said.why == f"«{NARROW}{phase}{NARROW}» n’est pas la phase pour déposer un paquet."
    assert said.instead.startswith(f"Possible maintenant{NARROW}: ")
    assert "prendre une note" in said.instead
    assert refused(exploring, offer).why == english.why, "the language of before holds again"


@pytest.mark.usefixtures("pseudo")
def test_a_refusal_leaves_no_word_of_english(exploring: Story) -> None:
    cases: tuple[tuple[type[c.Intent], str, dict[str, Any]], ...] = (
        (c.TablePackage, "upper-head", {"terms": {"hours": "mornings-upper"}}),
        (c.IssueVersion, "upper-head", {"clauses": {}}),
        (c.AcceptCaucus, "lower-head", {"caucus": 7}),
        (c.StartClock, "trainer", {}),
        (c.StartClock, "mediator", {}),
        (c.WriteNote, "mediator", {"text": " "}),
        (c.ExtendPlay, "trainer", {"minutes": 500}),
        (c.CommentClause, "mediator", {"clause": "hours", "text": "x"}),
        (c.SkipInject, "trainer", {"inject": "000"}),
        (c.ImposeAgenda, "mediator", {}),
        (c.GiveFloor, "mediator", {"body": "table", "seat": "lower-head", "limit": 2}),
        (c.ProposeAgenda, "mediator", {"issues": ("11",)}),
        (c.AskCapital, "upper-head", {"text": ""}),
        (c.RaisePointOfOrder, "mediator", {"body": "table", "text": ""}),
        (c.JumpClock, "trainer", {"minute": 5000}),
        (c.AdmitRater, "trainer", {"rater": "Ž"}),
        (c.ReturnToTalks, "upper-head", {}),
    )
    scenario = exploring.session.scenario
    ids = {*scenario.issues, *scenario.events, *scenario.seats, *scenario.phases, *scenario.text.clauses}
    names = {seat.name for seat in scenario.seats.values()} | {phase.name for phase in scenario.phases.values()}
    names |= {body.name for body in scenario.bodies.values()}
    allowed = set(LATIN.findall(" ".join((*ids, *names))))
    for kind, by, fields in cases:
        exploring.when(kind, by, **fields)
        said = f"{exploring.refusal.why} {exploring.refusal.instead}"
        assert not set(LATIN.findall(said)) - allowed, (kind.__name__, said)


@pytest.mark.usefixtures("pseudo")
def test_a_text_that_is_too_long_counts_its_characters_as_the_language_does() -> None:
    with pytest.raises(Refused) as caught:
        clean("x" * 12345)
    assert f"12{NARROW}345" in caught.value.why
    assert f"4{NARROW}000" in caught.value.why


# -- names ------------------------------------------------------------------------------------------------------------


def test_acts_have_names_of_their_own_and_states_are_called_as_their_ids_in_english() -> None:
    names = [act_name(act) for act in Act]
    assert len(set(names)) == len(names)
    assert not [name for name in names if "_" in name or not name]
    assert act_name("sing") == "sing"
    assert all(text_is(s) == f"The text is {s.replace('_', ' ')}." for s in TEXT.states if s != "none")
    assert all(clause_is(s) == f"That clause is {s}." for s in CLAUSE.states)
    assert all(meeting_is(s) == f"That meeting is {s}." for s in CAUCUS.states)
    assert all(package_is(3, s) == f"Package 3 is {s}." for s in PACKAGE.states)
    assert all(event_state(s) == s for s in INJECT.states)
    assert all(event_way(way) == way for way, _, _ in INJECT.rows)


@pytest.mark.usefixtures("pseudo")
def test_every_act_and_state_has_a_name_in_every_language() -> None:
    said = [*map(act_name, Act), *map(text_is, TEXT.states), *map(clause_is, CLAUSE.states)]
    said += [*map(meeting_is, CAUCUS.states), *(package_is(3, s) for s in PACKAGE.states)]
    said += [*map(event_state, INJECT.states), *(event_way(way) for way, _, _ in INJECT.rows)]
    assert not LATIN.findall(" ".join(said))


# -- views ------------------------------------------------------------------------------------------------------------


def without_sentences(seen: View) -> View:
    """A view without what the program says in it."""
    trainers = seen.control and replace(seen.control, injects=tuple(replace(i, due="") for i in seen.control.injects))
    return replace(
        seen,
        can={act: why and "" for act, why in seen.can.items()},
        bodies={
            name: replace(body, can={act: why and "" for act, why in body.can.items()})
            for name, body in seen.bodies.items()
        },
        seats={name: replace(seat, role="") for name, seat in seen.seats.items()},
        me=seen.me and replace(seen.me, role=""),
        outcome=seen.outcome and msgspec.structs.replace(seen.outcome, note=""),
        control=trainers,
    )


def test_views_are_equal_in_all_languages_but_for_their_sentences(signed: Story, french: Any) -> None:
    english = {seat: view(signed.session, seat) for seat in (*signed.session.seats, "trainer")}
    with french():
        spoken = {seat: view(signed.session, seat) for seat in english}
    assert english["upper-head"] != spoken["upper-head"]
    for seat, seen in english.items():
        assert without_sentences(seen) == without_sentences(spoken[seat])
    heads = archetypes()["head-of-side"]
    assert english["upper-head"].seats["upper-head"].role == heads.name
    with french():
        assert replay(Record(signed.session.scenario, 1, tuple(signed.happened))) == signed.session


@pytest.mark.usefixtures("pseudo")
def test_what_the_program_says_in_a_view_is_in_the_language(tested: Scenario, signed: Story) -> None:
    seen = view(signed.session, "mediator")
    assert not any(LATIN.findall(seat.role) for seat in seen.seats.values())
    trainers = view(signed.session, "trainer").control
    assert trainers is not None
    assert not LATIN.findall(" ".join(inject.due for inject in trainers.injects))
    phase = tested.phases["convergence"].name
    for why in filter(None, seen.can.values()):
        assert not LATIN.findall(why.replace(phase, "")), why


# -- the record -------------------------------------------------------------------------------------------------------


def test_an_outcome_names_its_parties_when_it_is_read(converging: Story, french: Any) -> None:
    drafts = {"hours": c.ClauseDraft(option="mornings-upper"), "keeper": c.ClauseDraft(option="elder-keeps")}
    converging.do(c.IssueVersion, "mediator", clauses=drafts).do(c.PutToAdoption, "mediator")
    converging.do(c.AnswerAdoption, "upper-head", verdict=Verdict.ADOPT)
    converging.do(c.AnswerAdoption, "lower-head", verdict=Verdict.AD_REFERENDUM)
    assert (converging.outcome.note, converging.outcome.parties) == ("", ("lower",))
    outcome = view(converging.session, "upper-head").outcome
    assert outcome is not None
    name = converging.session.scenario.parties["lower"].name
    assert outcome.note == f"Ad referendum: {name}."
    with french():
        assert note_of(converging.outcome, converging.session.scenario) == f"Ad referendum{NARROW}: {name}."


def test_a_collapse_names_who_stayed_out_when_it_is_read(exploring: Story, french: Any) -> None:
    exploring.do(c.WalkOut, "lower-head").tick(6)
    scenario = exploring.session.scenario
    assert exploring.outcome.parties == ("lower",)
    name, minutes = scenario.parties["lower"].name, scenario.consent_grace
    assert note_of(exploring.outcome, scenario) == f"{name} stayed out for more than {minutes} minutes."
    with french():
        assert note_of(exploring.outcome, scenario) == f"{name} est resté dehors plus de {minutes} minutes."


def test_a_phase_with_nothing_to_test_says_so_when_it_is_read(table: Story, french: Any) -> None:
    table.phase("month-after")
    (entered,) = (event for event in table.last if isinstance(event, PhaseEntered))
    assert entered.reason == NOTHING_TO_TEST
    assert reason_of(entered) == "Nothing was agreed that a shock could test."
    with french():
        assert reason_of(entered) == "Rien n’a été convenu qu’un choc puisse éprouver."
    assert reason_of(msgspec.structs.replace(entered, reason="We are late.")) == "We are late."


def test_a_record_of_before_that_holds_sentences_still_says_them(exploring: Story, french: Any) -> None:
    written = (
        b'{"event":"outcome_recorded","at":"2026-01-05T09:30:00Z","by":"trainer","kind":"collapsed","terms":{},'
        b'"version":null,"package":null,"cause":"collapse","note":"Lower Ardel stayed out for more than 5 minutes."}'
    )
    outcome = msgspec.json.decode(written, type=OutcomeRecorded)
    assert (outcome.kind, outcome.cause) == (OutcomeKind.COLLAPSED, Cause.COLLAPSE)
    with french():
        assert note_of(outcome, exploring.session.scenario) == "Lower Ardel stayed out for more than 5 minutes."


def test_a_party_that_no_scenario_knows_keeps_its_id(well: Scenario) -> None:
    outcome = OutcomeRecorded(at=START, by="trainer", kind=OutcomeKind.AGREEMENT, terms={}, parties=("nobody",))
    assert note_of(outcome, well) == "Ad referendum: nobody."


def test_a_role_may_or_may_not_in_every_language(well: Scenario, french: Any) -> None:
    with french():
        session = begin(well, 1)
        assert archetypes()["rater"].right(Act.TABLE_PACKAGE) is Right.MAY_NOT
        assert all(seat.role for seat in view(session, "trainer").seats.values())

"""What the kit of a case holds, under which names."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scenarios.model import Scenario
from scenarios.texts import language, mark
from simulator.kit.agenda import agenda
from simulator.kit.agreement_form import agreement_form
from simulator.kit.behind_the_table import behind_the_table
from simulator.kit.case import Case
from simulator.kit.events import event_list, event_slips, shock_slips
from simulator.kit.guide import guide
from simulator.kit.occasion import Occasion
from simulator.kit.on_the_table import on_the_table
from simulator.kit.public_brief import public_brief
from simulator.kit.rubric_form import rubric_form
from simulator.kit.score_sheet import score_sheet
from simulator.kit.seat_brief import seat_brief
from simulator.kit.signs import badges, join_cards, signs
from simulator.printing import Document


@dataclass(frozen=True, slots=True)
class Printed:
    """A document with the name of its file, without a suffix."""

    name: str
    document: Document


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of document in the kit."""

    key: str
    """What to ask for it by."""
    purpose: str
    """What it is, in a few words."""
    make: Callable[[Case], Iterator[Printed]]


def _one(name: str, made: Callable[[Case], Document | None]) -> Callable[[Case], Iterator[Printed]]:
    def make(case: Case) -> Iterator[Printed]:
        document = made(case)
        if document is not None:
            yield Printed(name, document)

    return make


def _seats(case: Case) -> Iterator[Printed]:
    for seat in case.scenario.seats:
        yield Printed(f"seats/confidential-{seat}", seat_brief(case, seat))


def _scores(case: Case) -> Iterator[Printed]:
    for party in case.scenario.deciding():
        if case.scenario.seats_of(party):
            yield Printed(f"parties/confidential-{party}-score-sheet", score_sheet(case, party))


PAPERS: tuple[Paper, ...] = (
    Paper("brief", mark("the public brief, for everybody"), _one("01-public-brief", public_brief)),
    Paper("agenda", mark("the agenda, for the wall"), _one("02-agenda", agenda)),
    Paper("signs", mark("table signs, to fold"), _one("03-table-signs", signs)),
    Paper("badges", mark("name badges, to cut out"), _one("04-name-badges", badges)),
    Paper("join", mark("cards to join the session with"), _one("05-join-cards", join_cards)),
    Paper("agreement", mark("the form for what was agreed"), _one("06-agreement-form", agreement_form)),
    Paper("rubric", mark("the observer's form"), _one("07-observers-form", rubric_form)),
    Paper("table", mark("bodies, agreement in force, promises and texts"), _one("08-on-the-table", on_the_table)),
    Paper("seats", mark("a confidential brief for each seat"), _seats),
    Paper("scores", mark("a confidential score sheet for each deciding party"), _scores),
    Paper("guide", mark("the instructor's guide"), _one("control/01-instructors-guide", guide)),
    Paper("events", mark("the list of events, with their reasons"), _one("control/02-events-list", event_list)),
    Paper("slips", mark("the events as slips, to hand out"), _one("control/03-event-slips", event_slips)),
    Paper("shocks", mark("the shocks of the stress test, as slips"), _one("control/04-shocks", shock_slips)),
    Paper("behind", mark("incidents, readings and truths"), _one("control/05-behind-the-table", behind_the_table)),
)
"""Every kind of document, in the order in which a trainer needs them."""


def kit(scenario: Scenario, occasion: Occasion | None = None, only: tuple[str, ...] = ()) -> Iterator[Printed]:
    """The documents of a case in the language that is spoken, made one by one; `only` some kinds of them.

    Raises KeyError for a kind that there is not.
    """
    known = {paper.key: paper for paper in PAPERS}
    wanted = [known[key] for key in only] or list(PAPERS)
    case = Case(scenario, occasion or Occasion(), language())
    for paper in PAPERS:
        if paper in wanted:
            yield from paper.make(case)

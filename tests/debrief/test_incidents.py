"""The record of incidents in the documents: the versions side by side, and what was kept back at the reveal only."""

from collections.abc import Mapping

import pytest

from simulator.engine import Record
from simulator.engine import commands as c
from simulator.engine.words import TRAINER, OutcomeKind
from simulator.tui.boards import findings
from tests.debrief.conftest import out_of_role, pages
from tests.engine.hotline import seen
from tests.engine.story import Story

KNEW = "A gardener broke the fence"
TRUTH = "The mule of a trader"
REALLY = "lies in a shed"


@pytest.fixture(scope="module")
def story() -> Story:
    """An incident that was seen to and closed, another that nobody could establish; no agreement."""
    story = seen().do(c.ReportIncident, TRAINER, incident="night-shots")
    story.do(c.AcknowledgeIncident, "mediator", incident=2).do(c.AskVisit, "upper-head", incident=2)
    story.wait(2).phase("second-round").do(c.DeclareOutcome, "mediator", kind=OutcomeKind.NO_AGREEMENT)
    return story.phase("de-role").phase("debrief")


@pytest.fixture(scope="module")
def texts(story: Story) -> Mapping[str, str]:
    return pages(out_of_role(Record(story.session.scenario, 1, tuple(story.happened))))


def test_the_versions_stand_beside_each_other(texts: Mapping[str, str]) -> None:
    page = texts["debrief.md"]
    assert "| Upper | Lower |" in page
    assert "| Our goats were on the slope. | The goats broke it. |" in page
    assert "It could not be established what happened." in page
    assert "Put no version into the record." in page
    assert page.index("## Incidents") < page.index("## What was hidden") < page.index("What lay behind the incidents")


@pytest.mark.parametrize("name", ["debrief.md", "debrief.html"])
def test_what_was_kept_back_is_told_at_the_reveal_and_not_before(texts: Mapping[str, str], name: str) -> None:
    before, _, after = texts[name].partition(">What was hidden</h2>" if name.endswith("html") else "## What was hidden")
    for words in (KNEW, TRUTH, REALLY):
        assert words not in before
        assert words in after


def test_no_seat_is_handed_what_another_party_knew(texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        if name.startswith("seats/"):
            assert TRUTH not in text
            assert REALLY not in text
            assert KNEW not in text or "upper" in name, name


def test_the_trainers_screen_reveals_the_incidents(story: Story) -> None:
    rows = dict(findings.hidden(story.session))
    assert "closed" in rows["incident:broken-fence"].plain
    assert TRUTH in findings.reveal(story.session, "incident:broken-fence").plain
    assert KNEW in findings.reveal(story.session, "incident:broken-fence").plain

"""The Well with other texts beside its agreement: minutes, modalities, conclusions and a communiqué."""

from pathlib import Path

from scenarios.model import Scenario
from scenarios.reading import read

WELL = Path(__file__).parent / "cases" / "well" / "scenario.yaml"

TEXTS = """
texts:
  minutes:
    kind: minutes
    on_table: true
    title: Minutes of the last meeting
    pen_holder: [mediator]
    rule: {kind: silence, minutes: 3}
    preamble: The villages met last week under the tree.
    clauses:
      said: {heading: What was said, wording: Upper Ardel asked for the mornings.}
      done: {heading: What was done, wording: Nobody opened the lid.}
  modalities:
    kind: modalities
    title: How the villages talk
    pen_holder: [mediator]
    rule: {kind: ad_referendum, minutes: 4}
    preamble: The villages agree how they talk.
    clauses:
      place: {heading: Place, wording: The villages meet under the tree.}
      turns: {heading: Turns, wording: Each village speaks in turn.}
  communique:
    kind: communique
    title: What the market hears
    pen_holder: [mediator]
    rule: {kind: consensus, objections: 1}
    preamble: The villages say together.
    clauses:
      water: {heading: Water, wording: There will be water on the market day.}
  conclusions:
    kind: conclusions
    title: What the chair takes home
    pen_holder: [mediator]
    rule: {kind: chair_declares}
    preamble: The chair concludes.
    clauses:
      next: {heading: Next meeting, wording: The villages meet again after the market.}
"""

YAML = WELL.read_text(encoding="utf-8").replace("id: well\n", "id: well-texts\n") + TEXTS
"""The case as it is written."""


def well_with_texts(folder: Path) -> Scenario:
    """The Well with four other texts, written into a folder."""
    path = folder / "scenario.yaml"
    path.write_text(YAML, encoding="utf-8")
    reading = read(path)
    assert reading.scenario is not None, reading.problems
    return reading.scenario

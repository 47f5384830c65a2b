"""Twelve dimensions of a mediator's conduct, and four levels with anchors for each.

The headings follow the usual families of assessments of mediators (CEDR; Honoroff, Matz & O'Connor, Putting Mediation
Skills to the Test, 1990); the wording is our own.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from scenarios.texts import mark, tr
from simulator.engine.words import Dimension

# Translators: the levels of a rating, from 1 to 4.
LEVELS: Mapping[int, str] = {
    1: mark("not yet"),
    2: mark("developing"),
    3: mark("competent"),
    4: mark("exemplary"),
}
"""In English, as `INSUFFICIENT`."""
INSUFFICIENT = mark("insufficient evidence")
"""A valid answer, and none of the levels."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """A dimension of the rubric, and what a rater sees at each of its levels."""

    title: str
    """In English; `name` says it."""
    anchors: tuple[str, str, str, str]
    """In English, from 1 to 4; `levels` says them."""

    @property
    def name(self) -> str:
        """What it is called in the language that is spoken."""
        return tr(self.title)

    @property
    def levels(self) -> tuple[str, ...]:
        """What is seen at each level from 1 to 4, in the language that is spoken."""
        return tuple(map(tr, self.anchors))


DIMENSIONS: Mapping[Dimension, Anchors] = {
    Dimension.D1: Anchors(
        mark("Opening and framing the process"),
        (
            mark("no frame; sides do not know the rules or the role"),
            mark("rules stated, consent assumed"),
            mark("role, rules, confidentiality, time and consent clear; questions invited"),
            mark("frame adapted to culture and asymmetry; sides restate it in their words"),
        ),
    ),
    Dimension.D2: Anchors(
        mark("Investigation of interests"),
        (
            mark("accepts positions; few or leading questions"),
            mark("asks, but jumps to solutions"),
            mark("open questions, follows threads, gets interests from every side"),
            mark("finds and links the interests that unlock trades; tests hypotheses gently"),
        ),
    ),
    Dimension.D3: Anchors(
        mark("Listening and empathy"),
        (
            mark("interrupts, misses feelings"),
            mark("hears content only"),
            mark("paraphrases content and concern, and sides confirm"),
            mark("sides feel heard on hard matters; acknowledges without agreeing"),
        ),
    ),
    Dimension.D4: Anchors(
        mark("Impartiality of conduct"),
        (
            mark("visible preference; unequal access"),
            mark("small asymmetries not noticed"),
            mark("even tone, time and information; explains differences"),
            mark("repairs perceived bias at once; balances power without partisanship"),
        ),
    ),
    Dimension.D5: Anchors(
        mark("Managing interaction and emotion"),
        (
            mark("loses the floor; escalation grows"),
            mark("reacts late"),
            mark("keeps order, uses breaks and private meetings on purpose"),
            mark("turns heat into information; face-saving for all"),
        ),
    ),
    Dimension.D6: Anchors(
        mark("Options and reality testing"),
        (
            mark("single solution pushed"),
            mark("collects options, mixed with evaluation"),
            mark("separates inventing from judging; objective criteria; tests against the alternative to an agreement"),
            mark("creates packages across issues; sides claim them as theirs"),
        ),
    ),
    Dimension.D7: Anchors(
        mark("Caucus craft and confidentiality"),
        (
            mark("leaks or gossips"),
            mark("unclear what may be carried"),
            mark("asks permission, carries accurate, purposeful messages"),
            mark("uses private meetings to build movement and trust; dilemmas handled openly"),
        ),
    ),
    Dimension.D8: Anchors(
        mark("Drafting and convergence"),
        (
            mark("no text or several rival texts"),
            mark("text late; brackets unmanaged"),
            mark("one text, versions, clean closing of brackets"),
            mark("wording solves interests; commitments checkable"),
        ),
    ),
    Dimension.D9: Anchors(
        mark("Inclusion and norms"),
        (
            mark("absent"),
            mark("token mention"),
            mark("affected voices heard early; norms named"),
            mark("inputs visibly shape the text; norms upheld with tact"),
        ),
    ),
    Dimension.D10: Anchors(
        mark("Cultural and linguistic attunement"),
        (
            mark("offends or ignores codes"),
            mark("generic politeness"),
            mark("adapts pace, forms, ritual, language"),
            mark("uses shared references to bridge; works well with interpretation"),
        ),
    ),
    Dimension.D11: Anchors(
        mark("Team and coordination"),
        (
            mark("contradictory"),
            mark("divided tasks, little contact"),
            mark("one voice, planned hand-overs"),
            mark("complementary strengths, mutual repair"),
        ),
    ),
    Dimension.D12: Anchors(
        mark("Strategy and composure"),
        (
            mark("drifts"),
            mark("follows the agenda rigidly"),
            mark("plans, adapts to events, guards time"),
            mark("reads ripeness, chooses when to push or wait; ends well even without an agreement"),
        ),
    ),
}

"""Twelve dimensions of a mediator's conduct, and four levels with anchors for each.

The headings follow the usual families of assessments of mediators (CEDR; Honoroff, Matz & O'Connor, Putting Mediation
Skills to the Test, 1990); the wording is our own.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.engine.words import Dimension

LEVELS: Mapping[int, str] = {1: "not yet", 2: "developing", 3: "competent", 4: "exemplary"}
INSUFFICIENT = "insufficient evidence"
"""A valid answer, and none of the levels."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """A dimension of the rubric, and what a rater sees at each of its levels."""

    name: str
    levels: tuple[str, str, str, str]
    """From 1 to 4."""


DIMENSIONS: Mapping[Dimension, Anchors] = {
    Dimension.D1: Anchors(
        "Opening and framing the process",
        (
            "no frame; sides do not know the rules or the role",
            "rules stated, consent assumed",
            "role, rules, confidentiality, time and consent clear; questions invited",
            "frame adapted to culture and asymmetry; sides restate it in their words",
        ),
    ),
    Dimension.D2: Anchors(
        "Investigation of interests",
        (
            "accepts positions; few or leading questions",
            "asks, but jumps to solutions",
            "open questions, follows threads, gets interests from every side",
            "finds and links the interests that unlock trades; tests hypotheses gently",
        ),
    ),
    Dimension.D3: Anchors(
        "Listening and empathy",
        (
            "interrupts, misses feelings",
            "hears content only",
            "paraphrases content and concern, and sides confirm",
            "sides feel heard on hard matters; acknowledges without agreeing",
        ),
    ),
    Dimension.D4: Anchors(
        "Impartiality of conduct",
        (
            "visible preference; unequal access",
            "small asymmetries not noticed",
            "even tone, time and information; explains differences",
            "repairs perceived bias at once; balances power without partisanship",
        ),
    ),
    Dimension.D5: Anchors(
        "Managing interaction and emotion",
        (
            "loses the floor; escalation grows",
            "reacts late",
            "keeps order, uses breaks and private meetings on purpose",
            "turns heat into information; face-saving for all",
        ),
    ),
    Dimension.D6: Anchors(
        "Options and reality testing",
        (
            "single solution pushed",
            "collects options, mixed with evaluation",
            "separates inventing from judging; objective criteria; tests against the alternative to an agreement",
            "creates packages across issues; sides claim them as theirs",
        ),
    ),
    Dimension.D7: Anchors(
        "Caucus craft and confidentiality",
        (
            "leaks or gossips",
            "unclear what may be carried",
            "asks permission, carries accurate, purposeful messages",
            "uses private meetings to build movement and trust; dilemmas handled openly",
        ),
    ),
    Dimension.D8: Anchors(
        "Drafting and convergence",
        (
            "no text or several rival texts",
            "text late; brackets unmanaged",
            "one text, versions, clean closing of brackets",
            "wording solves interests; commitments checkable",
        ),
    ),
    Dimension.D9: Anchors(
        "Inclusion and norms",
        (
            "absent",
            "token mention",
            "affected voices heard early; norms named",
            "inputs visibly shape the text; norms upheld with tact",
        ),
    ),
    Dimension.D10: Anchors(
        "Cultural and linguistic attunement",
        (
            "offends or ignores codes",
            "generic politeness",
            "adapts pace, forms, ritual, language",
            "uses shared references to bridge; works well with interpretation",
        ),
    ),
    Dimension.D11: Anchors(
        "Team and coordination",
        (
            "contradictory",
            "divided tasks, little contact",
            "one voice, planned hand-overs",
            "complementary strengths, mutual repair",
        ),
    ),
    Dimension.D12: Anchors(
        "Strategy and composure",
        (
            "drifts",
            "follows the agenda rigidly",
            "plans, adapts to events, guards time",
            "reads ripeness, chooses when to push or wait; ends well even without an agreement",
        ),
    ),
}

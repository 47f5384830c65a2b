"""The reveal: what a party held back, what came out when and to whom, and what the mediators believed."""

from collections.abc import Iterator

from scenarios.texts import tr
from simulator.debrief.naming import plain
from simulator.debrief.posters.shape import GAP, Line, Poster, big, head, poster, quiet, said
from simulator.debrief.reveal import Holder, Secret
from simulator.debrief.sources import Sources
from simulator.debrief.told.sheets import how_sure
from simulator.engine.session import Slide


def reveal(slide: Slide, sources: Sources) -> Poster | None:
    """Part 0 asks the mediators to guess; part 1 tells."""
    party = sources.record.scenario.parties.get(slide.ref)
    holder = next((each for each in sources.holders if each.party == slide.ref), None)
    if party is None:
        return None
    title = tr("What was hidden: {party}", party=party.name)
    if not slide.part:
        return poster(title, big(tr("Mediators, guess first: what did they need and not say?")))
    if holder is None:
        return poster(title, said(tr("Nothing: this party had nothing to hide.")))
    return poster(title, _interests(holder), _believed(slide.ref, sources), _floor(holder))


def _interests(holder: Holder) -> Iterator[Line]:
    for at, secret in enumerate(holder.secrets):
        if at:
            yield GAP
        yield head(secret.text)
        yield said(_way(secret))


KEPT = {
    "open": lambda: tr("It could be said openly."),
    "guarded": lambda: tr("It was guarded."),
    "hidden": lambda: tr("It was hidden."),
}
"""How an interest was kept, as a sentence."""


def _way(secret: Secret) -> str:
    told = [f"{each.time} {each.by} → {each.to} ({each.how})." for each in secret.told]
    missed = [tr("Nobody outside heard of it.")] if secret.missed else []
    understood = [tr("Understood by {parties}.", parties=", ".join(party for _, party in secret.acknowledged))]
    kept = [KEPT[secret.kept]()] if secret.kept in KEPT else []
    return " ".join([*kept, *told, *missed, *(understood if secret.acknowledged else [])])


def _believed(party: str, sources: Sources) -> Iterator[Line]:
    """What stood on the mediators' map of this party."""
    beliefs = [belief for belief in sources.session.beliefs.values() if belief.party == party and not belief.struck]
    if beliefs:
        yield GAP
        yield head(tr("What the mediators believed"))
    for belief in beliefs:
        yield said(f"• {plain(belief.text)} ({how_sure(belief.sure)})")


def _floor(holder: Holder) -> Iterator[Line]:
    if holder.batna or holder.reservation or holder.red_lines:
        yield GAP
    if holder.batna:
        yield said(tr("Without agreement: {batna}", batna=holder.batna))
    if holder.reservation:
        yield said(tr("It needed: {points}", points=holder.reservation))
    for line in holder.red_lines:
        yield quiet(tr("Red line: {terms}", terms=line))

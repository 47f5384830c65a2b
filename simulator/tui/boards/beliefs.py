"""What mediators believe of a party, laid beside its interests as they are: for the trainer alone."""

from collections.abc import Iterator

from textual.content import Content

from scenarios.texts import tr, trc
from simulator.engine import View
from simulator.engine.session import Belief
from simulator.engine.view.shapes import InterestView
from simulator.tui.boards import names
from simulator.tui.boards.line import clock, issue_title, paragraph, series, short, told, who, words


def beside(view: View, party: str) -> Content | None:
    """Each interest of a party with what is believed of it; then what is believed and tied to none.

    None where nobody believes anything of anybody.
    """
    if not view.beliefs:
        return None
    interests = [i for i in view.interests if i.party == party]
    about = [b for b in view.beliefs if b.party == party]
    parts = [line for interest in interests for line in _interest(view, interest, about)]
    tied = {i.id for i in interests}
    loose = [b for b in about if b.interest not in tied]
    if loose:
        parts.append(words(tr("Believed, and tied to no interest:"), "bold"))
        parts += [line for belief in loose for line in _loose(view, belief, interests)]
    if not about:
        parts.append(words(tr("The mediators believe nothing of this party yet.")))
    return paragraph(tr("Belief beside the truth: {party}", party=short(view, party)), Content("\n").join(parts))


def _interest(view: View, interest: InterestView, about: list[Belief]) -> Iterator[Content]:
    issues = series(issue_title(view, i) for i in interest.served_by)
    yield words(tr("• TRUE: {interest} ({state})", interest=interest.text, state=_told(view, interest)))
    found = [b for b in about if b.interest == interest.id]
    if found:
        yield from (words("    " + _belief(view, b)) for b in found)
        return
    same = [b for b in about if b.issue in interest.served_by and not b.struck]
    if same:
        yield words("    " + tr("no belief tied to it; something is believed on {issues}", issues=issues), "dim")
    else:
        yield words("    " + tr("NOT SEEN by the mediators"), "dim")


def _told(view: View, interest: InterestView) -> str:
    """Whether it was told, and to whom of the mediators."""
    if interest.state == "released" or (interest.state == "acknowledged" and not interest.told):
        return tr("said in public")
    teams = {b.team for b in view.beliefs}
    mediators = [s for s in interest.told if s in view.seats and view.seats[s].party in teams]
    if mediators:
        return tr("told to {people}", people=series(who(view, s) for s in mediators))
    if interest.told:
        return tr("told, not to the mediators")
    return tr("told to nobody")


def _belief(view: View, belief: Belief) -> str:
    source = tr("from {party}", party=short(view, belief.learned_from)) if belief.learned_from else tr("a guess")
    sure = tr("{sign} {meaning}", sign=names.SURE[belief.sure], meaning=names.sure()[belief.sure])
    noted = tr("{seat}, {time}", seat=who(view, belief.by), time=clock(belief.seconds))
    said = tr(
        "BELIEVED: {belief} ({sure}; {source}; {noted})", belief=belief.text, sure=sure, source=source, noted=noted
    )
    return tr("STRUCK: {belief}", belief=said) if belief.struck else said


def _loose(view: View, belief: Belief, interests: list[InterestView]) -> Iterator[Content]:
    general = trc("about no issue in particular", "in general")
    issue = issue_title(view, belief.issue) if belief.issue else general
    yield words("• " + told(issue, _belief(view, belief)))
    near = [i.text for i in interests if belief.issue in i.served_by]
    yield from (words("    " + tr("true on it: {interest}", interest=text), "dim") for text in near)

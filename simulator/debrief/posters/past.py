"""Pages about what happened: the timeline, a moment, the board at a minute, both versions of an incident."""

from collections.abc import Iterator

from scenarios.texts import listing, tr, trn
from scoring.sentences import parted
from simulator.debrief.board import Board
from simulator.debrief.discretion import for_the_room
from simulator.debrief.incidents import Incident
from simulator.debrief.naming import CONSENT, clock_text
from simulator.debrief.posters.shape import GAP, Kind, Line, Poster, big, head, poster, quiet, said
from simulator.debrief.sources import Sources
from simulator.engine.session import Slide


def timeline(sources: Sources) -> Poster:
    """The moments worth talking about in their order, each with its time."""
    pivots = sorted(sources.known.pivots, key=lambda pivot: pivot.number)
    lines = [said(f"{pivot.time}  {pivot.text}") for pivot in pivots]
    empty = said(tr("Nothing turned in this session, as far as the log can see."))
    return poster(tr("What happened"), lines or empty)


def moment(slide: Slide, sources: Sources) -> Poster | None:
    """A moment: what happened, and the question."""
    pivot = sources.known.pivot_at().get(slide.number)
    if pivot is not None:
        title = tr("{time}, {phase}", time=pivot.time, phase=pivot.phase)
        return poster(title, big(pivot.ask), GAP, said(pivot.text))
    found = next((m for m in sources.known.course.moments if m.number == slide.number), None)
    if found is None:
        return None
    names = sources.known.names
    title = tr("{time}, {phase}", time=clock_text(found.seconds), phase=names.phase(found.phase))
    ask = big(tr("What did somebody do just before it moved? What else was possible?"))
    return poster(title, ask, GAP, said(for_the_room(found, names)))


def minute(slide: Slide, sources: Sources) -> Poster:
    """The board as it was."""
    board = sources.past.board(slide.number)
    title = tr("The board at {time}", time=clock_text(board.seconds))
    return poster(title, on_the_board(board))


def on_the_board(board: Board) -> Iterator[Line]:
    """What stood on the board, the most telling first."""
    yield head(board.phase)
    if board.speaker:
        yield said(tr("On the floor: {people}", people=board.speaker))
    for people in board.meetings:
        yield said(tr("In a private meeting: {people}", people=people))
    if board.away:
        states = (tr(CONSENT[consent], party=party) for party, consent in board.away)
        yield said(tr("Consent: {states}", states=listing(states)))
    yield from _offers(board)
    if board.text:
        count = trn("{n} bracket open", "{n} brackets open", board.brackets)
        yield GAP
        yield head(tr("Text: {state} {brackets}.", state=board.text, brackets=count))
        for article in board.articles:
            strike = tr("strike it")
            open_ = [tr("{name}: {text}", name=party, text=words or strike) for party, words in article.brackets]
            brackets = "".join(f" [{each}]" for each in open_)
            yield said(tr("{name}: {text}", name=article.heading, text=f"{article.text}{brackets}"))
    if board.positions:
        yield GAP
        yield head(tr("Positions"))
        for issue, stated in board.positions:
            each = parted(f"{party} – {words}" for party, words in stated)
            yield said(tr("{name}: {text}", name=issue, text=each))


def _offers(board: Board) -> Iterator[Line]:
    if not board.offers:
        yield said(tr("No package is on the table."))
        return
    yield GAP
    yield head(tr("On the table"))
    for offer in board.offers:
        name = tr("Package {n}, by {party}", n=offer.number, party=offer.party)
        name = tr("{package} (agreed)", package=name) if offer.agreed else name
        yield said(tr("{name}: {text}", name=name, text=offer.terms))


def incident(slide: Slide, sources: Sources) -> Poster | None:
    """The versions of an incident side by side; what happened comes with the answer."""
    found = next((each for each in sources.incidents if each.number == slide.number), None)
    if found is None:
        return None
    truth = [GAP, head(tr("What happened")), said(found.truth)] if slide.part and found.truth else []
    title = tr("Incident {n}: {title}", n=found.number, title=found.title)
    return poster(title, _versions(found, bool(slide.part)), truth, _differ(slide))


def _differ(slide: Slide) -> list[Line]:
    return [] if slide.part else [GAP, big(tr("Why do the versions differ? Who asked before speaking?"))]


def _versions(found: Incident, knew: bool) -> Iterator[Line]:
    nothing = tr("nothing in the record")
    if len(found.versions) == 2:
        one, other = found.versions
        yield Line(Kind.PAIR, one.party, other.party)
        yield Line(Kind.PAIR, one.said or nothing, other.said or nothing)
        if knew and (one.knew or other.knew):
            yield quiet(tr("What its papers said:"))
            yield Line(Kind.PAIR, one.knew or "–", other.knew or "–")
        return
    for version in found.versions:
        yield head(version.party)
        yield said(version.said or nothing)
        if knew and version.knew:
            yield quiet(tr("Its papers said: {words}", words=version.knew))

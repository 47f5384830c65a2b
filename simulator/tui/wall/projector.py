"""Makes the pages of a debriefing beside the screen, so that no clock stands still while a record is scored."""

from collections.abc import Callable

from scenarios.model import Scenario
from scenarios.texts import language, spoken_in, tr
from simulator.debrief.posters import ASKED, Poster, asked, made
from simulator.debrief.posters.shape import poster, said
from simulator.debrief.sources import Sources, play_of
from simulator.engine.events import DebriefEvent
from simulator.engine.session import Slide
from simulator.journal.live import LiveSession

Run = Callable[[Callable[[], None]], None]
"""Runs something in a thread of its own."""

Key = tuple[str, str, int]
Pages = dict[tuple[object, ...], Poster | None]


def _name(slide: Slide) -> tuple[object, ...]:
    """A page as a key: a branch is told apart by where it begins and how it ends."""
    fork = slide.fork
    branch = () if fork is None else (fork.after, fork.seconds, fork.outcome, tuple(sorted(fork.terms.items())))
    return slide.page, slide.ref, slide.number, slide.part, branch


class Projector:
    """The pages of the session that is open, each made once."""

    def __init__(self) -> None:
        self._key: Key | None = None
        self._sources: Sources | None = None
        self._pages: Pages = {}
        self._stale: Pages = {}
        self._making: tuple[Key, Slide] | None = None

    def poster(self, slide: Slide, live: LiveSession, run: Run, tell: Callable[[], None]) -> Poster | None:
        """A page, or None while it is made; `run` makes it elsewhere, and `tell` is called there when it is made.

        What was made before something else happened stays in sight until it is made anew.
        """
        if slide.page in ASKED:
            return asked(slide, live.session.scenario)
        sources, key = self.sources(live), self._key
        name = _name(slide)
        if name in self._pages:
            return self._pages[name]
        if key is not None and self._making is None:
            self._making = key, slide
            run(lambda: self._make(key, slide, sources, tell))
        return self._stale.get(name)

    def sources(self, live: LiveSession) -> Sources:
        """What the pages are made of, as of the last event that changes any of them."""
        played = sum(not isinstance(moment.event, DebriefEvent) for moment in live.moments)
        key = live.id, language(), played
        if key != self._key or self._sources is None:
            same = self._key is not None and self._key[:2] == key[:2]
            self._stale = {**self._stale, **self._pages} if same else {}
            self._key, self._pages, self._sources = key, {}, Sources(play_of(live.record()))
        return self._sources

    def _make(self, key: Key, slide: Slide, sources: Sources, tell: Callable[[], None]) -> None:
        """In a thread: make a page and keep it, if it is still of the session that is open."""
        found: Poster | None = None
        try:
            with spoken_in(key[1]):
                found = poster(tr("Debriefing"), said(tr("This page could not be made.")))
                found = made(slide, sources)
        finally:  # a page that cannot be made is not tried again and again
            if key == self._key:
                self._pages[_name(slide)] = found
            self._making = None
            tell()


def beside(slide: Slide, scenario: Scenario, code: str) -> Poster | None:
    """The same page in a second language, where it says only what the case says."""
    if slide.page not in ASKED:
        return None
    with spoken_in(code):
        return asked(slide, scenario)

"""The pages that the wall shows under its clock: content for so many columns and lines."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from scenarios.texts import mark, tr, trn
from simulator.engine import Room
from simulator.engine.view.room import Article, News, Person
from simulator.engine.words import WallPage
from simulator.tui.boards import names
from simulator.tui.boards.line import clock, series, told
from simulator.tui.named import named
from simulator.tui.safe import lines, one_line
from simulator.tui.wall.figures import can_draw, small, width_of

NAMES = {
    WallPage.TURN: mark("All in turn"),
    WallPage.AGENDA: mark("Agenda"),
    WallPage.SPEAKERS: mark("Speakers"),
    WallPage.TEXT: mark("Text"),
    WallPage.NEWS: mark("News"),
}
"""What the pages are called; said with `tr`."""

ROOMY = 120
"""Columns from which words are drawn in blocks: so many columns on a wall are too small to be read as letters."""


@dataclass(frozen=True, slots=True)
class Space:
    """How much there is to draw on, and with what."""

    columns: int
    lines: int
    blocks: bool
    """Whether the terminal has block signs."""

    @property
    def big(self) -> bool:
        """Whether there is room for words in blocks."""
        return self.blocks and self.columns >= ROOMY and self.lines >= 14


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as it is shown."""

    page: WallPage
    title: str
    content: Content


def large(text: str, space: Space, style: str = "bold") -> list[Content]:
    """Words in blocks where there is room for them, otherwise in bold."""
    said = one_line(text)
    if space.big and can_draw(said):
        parts = textwrap.wrap(said, max(8, space.columns // 4 - 2)) or [""]
        if all(width_of(part) <= space.columns for part in parts):
            drawn = style.replace(" reverse", "")  # blocks that are reversed are no letters any more
            return [Content.styled(row, drawn) for part in parts for row in (*small(part), "")]
    return [Content.styled(row, style) for row in textwrap.wrap(said, space.columns) or [""]]


def sheets(room: Room, page: WallPage, space: Space) -> list[Sheet]:
    """What is shown in turn; there is always at least one page."""
    if room.state == "ready":
        return [_before(room, space)]
    if room.phase is not None and room.phase.kind == "closing" and page is WallPage.TURN:
        return [_after(room, space)]
    made = {
        WallPage.AGENDA: lambda: _agenda(room, space),
        WallPage.SPEAKERS: lambda: _speakers(room, space),
        WallPage.TEXT: lambda: _text(room, space),
        WallPage.NEWS: lambda: _news(room, space),
    }
    if page is not WallPage.TURN:
        return made[page]()
    shown = [*made[WallPage.SPEAKERS](), *made[WallPage.AGENDA]()]
    if room.paper is not None:
        shown += made[WallPage.TEXT]()
    if room.news:
        shown += made[WallPage.NEWS]()[:1]
    return shown


def person(who: Person) -> str:
    """A character with its party."""
    return f"{who.name} ({who.party})" if who.party else who.name


def _sheet(page: WallPage, title: str, rows: Sequence[Content], space: Space) -> Sheet:
    return Sheet(page, one_line(title), Content("\n").join(list(rows)[: max(1, space.lines)]))


def _said(text: str, space: Space, style: str = "", indent: str = "") -> list[Content]:
    """Prose, broken where the wall ends."""
    rows: list[Content] = []
    for paragraph in lines(text).plain.splitlines():
        broken = textwrap.wrap(paragraph, max(10, space.columns), initial_indent=indent, subsequent_indent=indent)
        rows += [Content.styled(row, style) if style else Content(row) for row in broken or [""]]
    return rows


def _chunks(rows: Sequence[Content], lines: int) -> list[list[Content]]:
    """Rows in portions that fit."""
    size = max(1, lines)
    return [list(rows[at : at + size]) for at in range(0, len(rows), size)] or [[]]


def _before(room: Room, space: Space) -> Sheet:
    ready = tr(
        "{ready} ready",
        ready=trn("{n} of {all} seat", "{n} of {all} seats", room.ready, all=room.seated),
    )
    rows = [
        *large(room.title, space),
        *([Content(one_line(room.name))] if room.name else []),
        Content(""),
        *_said(tr("Read your papers. The session starts when everybody is ready."), space),
        *large(ready, space),
        Content(""),
    ]
    for stage in room.plan:
        if stage.minutes:
            minutes = trn("{n} minute", "{n} minutes", stage.minutes)
            rows.append(Content(f"  {one_line(stage.name)}  {minutes}"))
    return _sheet(WallPage.TURN, tr("Before play"), rows, space)


def _after(room: Room, space: Space) -> Sheet:
    rows: list[Content] = []
    if room.outcome is not None:
        rows += large(named(room.outcome.kind), space)
        rows += _said(room.outcome.note, space) if room.outcome.note else []
        rows.append(Content(""))
    if room.debriefs:
        rows += _said(tr("We speak as ourselves now. Nobody has to tell what was in their brief."), space)
        return _sheet(WallPage.TURN, tr("Debriefing"), rows, space)
    rows += [
        *_said(tr("Stop talking for a moment. Stand up, and say your own name."), space, "bold"),
        Content(""),
        *_said(
            tr("Leave your role, then answer the questionnaire in silence: {name}.", name=room.questionnaire)
            if room.questionnaire
            else tr("Leave your role, then answer the questionnaire in silence."),
            space,
        ),
        Content(""),
        *large(tr("{left} of {all} have left their role", left=room.left, all=room.seated), space),
    ]
    return _sheet(WallPage.TURN, tr("After play"), rows, space)


def _agenda(room: Room, space: Space) -> list[Sheet]:
    hall, rows = room.hall, list[Content]()
    signs = {"done": "[x]", "now": " > ", "ahead": "[ ]", "proposed": " ? "}
    if hall.agenda and hall.agenda[0].state == "proposed":
        rows += [*_said(tr("Proposed, and not adopted yet"), space, "italic"), Content("")]
    for number, item in enumerate(hall.agenda, 1):
        line = f"{signs[item.state]} {number}. {one_line(item.title)}"
        rows += large(line.replace("[", "(").replace("]", ")"), space) if item.state == "now" and space.big else []
        if not (item.state == "now" and space.big):
            rows += _said(line, space, "bold reverse" if item.state == "now" else "")
    if not hall.agenda:
        rows += _said(tr("No agenda is proposed yet."), space)
        if room.phase is not None:
            rows += [Content(""), *_said(room.phase.purpose, space)]
    pages = _chunks(rows, space.lines)
    return [_sheet(WallPage.AGENDA, _title(tr("Agenda"), hall.name), page, space) for page in pages]


def _title(what: str, of: str) -> str:
    return told(what, of) if of else what


def _speakers(room: Room, space: Space) -> list[Sheet]:
    hall, rows = room.hall, list[Content]()
    if hall.speaker is not None:
        rows += large(hall.speaker.name, space)
        rows.append(Content(one_line(series((hall.speaker.title, hall.speaker.party)))))
        over = hall.limit is not None and hall.spoken > hall.limit
        rows += large(_lasted(hall.spoken, hall.limit), space, "bold reverse" if over else "bold")
    elif not hall.sits:
        rows += _said(tr("{body} does not sit now.", body=hall.name), space) if hall.name else []
    elif hall.state == "suspended":
        rows += large(tr("The sitting is suspended"), space)
    elif hall.state != "open":
        rows += _said(tr("The sitting is not open."), space)
    else:
        rows += _said(tr("Nobody has the floor."), space)
    if hall.queue:
        rows.append(Content(""))
        rows += _said(tr("Next to speak"), space, "bold")
        rows += [Content(f"{n}. {one_line(person(who))}") for n, who in enumerate(hall.queue, 1)]
    elif hall.state == "open" and hall.sits:
        rows += [Content(""), *_said(tr("Nobody waits to speak."), space)]
    if hall.chair:
        chairs = series(person(who) for who in hall.chair)
        rows += [Content(""), *_said(tr("Chair: {chairs}", chairs=chairs), space)]
    if hall.away:
        rows += _said(tr("Not at the table: {parties}", parties=series(hall.away)), space, "bold")
    for meeting in room.meetings:
        there = series(person(who) for who in meeting.people)
        rows += _said(told(tr("In a private meeting, {time}", time=clock(meeting.seconds)), there), space)
    return [_sheet(WallPage.SPEAKERS, _title(tr("Speakers"), hall.name), rows, space)]


def _lasted(spoken: float, limit: int | None) -> str:
    if limit is None:
        return clock(spoken)
    if spoken > limit:
        return tr("{time} of {limit} OVER TIME", time=clock(spoken), limit=clock(limit))
    return tr("{time} of {limit}", time=clock(spoken), limit=clock(limit))


def _text(room: Room, space: Space) -> list[Sheet]:
    paper = room.paper
    if paper is None:
        return [_sheet(WallPage.TEXT, tr("Text"), _said(tr("There is no text yet."), space), space)]
    version = tr("version {number}, {state}", number=paper.version, state=names.text_state(paper.state))
    shown: list[Sheet] = []
    if paper.state in ("in_adoption", "adopted", "ad_referendum"):
        rows = large(names.text_state(paper.state), space)
        if paper.remaining is not None and paper.state != "adopted":
            rows += large(clock(max(0.0, paper.remaining)), space)
        rows += [Content(f"  {told(party, names.verdict(verdict))}") for party, verdict in paper.answers]
        rows += _said(tr("Waiting for: {parties}", parties=series(paper.waits_for)), space) if paper.waits_for else []
        shown.append(_sheet(WallPage.TEXT, told(paper.title, version), rows, space))
    for number, article in enumerate(paper.articles, 1):
        of = tr("{n} of {all}", n=number, all=len(paper.articles))
        title = series((told(paper.title, version), of))
        rows = [
            *large(article.heading, space),
            Content(names.clause_state(article.state)),
            Content(""),
            *_said(article.text or tr("No words yet."), space),
            *_brackets(article, space),
        ]
        shown += [_sheet(WallPage.TEXT, title, page, space) for page in _chunks(rows, space.lines)]
    return shown or [_sheet(WallPage.TEXT, told(paper.title, version), [], space)]


def _brackets(article: Article, space: Space) -> list[Content]:
    rows: list[Content] = [Content("")] if article.brackets else []
    for bracket in article.brackets:
        words = bracket.words or tr("strike it")
        rows += _said(f"[{one_line(bracket.party)}: {one_line(words)}]", space, "bold")
    return rows


def _news(room: Room, space: Space) -> list[Sheet]:
    if not room.news:
        return [_sheet(WallPage.NEWS, tr("News"), _said(tr("No news yet."), space), space)]
    shown = []
    for news in room.news:
        rows = [*large(_headline(news), space), Content("")]
        rows += _said(news.text, space) if news.title else []
        rows += [] if news.title else large(news.text, space)
        title = _title(tr("News"), clock(news.seconds))
        shown += [_sheet(WallPage.NEWS, title, page, space) for page in _chunks(rows, space.lines)]
    return shown


def _headline(news: News) -> str:
    if news.kind == "announcement":
        return tr("Announcement")
    if news.kind == "statement":
        return tr("Statement: {party}", party=news.source)
    return news.title

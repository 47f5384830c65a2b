"""What the papers of a debriefing have in common: findings, the timeline, the moments, the record, the foot."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from scenarios.texts import on_one_line, tr, trc, trn
from scoring.sentences import figure
from simulator.debrief.cards import Card
from simulator.debrief.contents import Entry, Head, Pivot
from simulator.debrief.naming import plain
from simulator.debrief.timeline import Stretch
from simulator.printing import Block, Bullets, Document, Figure, Heading, PageBreak, Paragraph, Run, Table, Words

MOST = 12
"""Events that a finding cites; of more, the number is told."""

MANY = 6
"""Columns above which an empty one is left out."""

_SENTENCE = re.compile(r"[.!?؟…][»”]?(?=\s)")
_PLACE = re.compile("\x01(\\d+)\x02")


def anchor(number: int) -> str:
    """The name of the row of an event in the record at the end of a paper."""
    return f"e{number}"


def event(number: int) -> str:
    """The number of an event as it is put into a sentence, for `leading` to find."""
    return f"\x01{number}\x02"


def leading(sentence: str, *, bold: bool = False, italic: bool = False) -> tuple[Run, ...]:
    """A sentence in which the numbers that `event` gave lead to the record."""
    found: list[Run] = []
    for place, part in enumerate(_PLACE.split(sentence)):
        if place % 2:
            found.append(Run(part, bold, italic, anchor(int(part))))
        elif part:
            found.append(Run(part, bold, italic))
    return tuple(found) or (Run(""),)


def cited(sentence: str, *numbers: int) -> tuple[Run, ...]:
    """A sentence with the events that it rests on."""
    return leading(f"{sentence} {events(numbers)}".rstrip())


def events(numbers: Sequence[int]) -> str:
    """The events that something rests on, in brackets; nothing without any."""
    told = list(dict.fromkeys(numbers))
    if not told:
        return ""
    listed = tr(", ").join(map(event, told[:MOST]))
    if len(told) > MOST:
        return tr("(events {events} and {more} more)", events=listed, more=len(told) - MOST)
    return trn("(event {events})", "(events {events})", len(told), events=listed)


def try_it() -> Run:
    """What stands before a sentence to try."""
    return Run(" " + tr("Try:") + " ", bold=True)


def labelled(label: str, text: str) -> Paragraph:
    """A paragraph that begins with what it is about."""
    return Paragraph((Run(f"{label} ", bold=True), *leading(text)))


def no(text: str) -> Paragraph:
    """What is missing, said in its place."""
    return Paragraph(text, "small")


def quoted_item(text: str) -> Words:
    """An item of a list that leads to the events that it names."""
    return leading(text)


# -- findings ---------------------------------------------------------------------------------------------------------


def finding(card: Card, level: int = 2) -> tuple[Block, ...]:
    """A finding with its number, its reading, its table, its caution and its evidence."""
    tag = f" ({card.id})" if card.id.startswith("M") else ""
    blocks: list[Block] = [Heading(f"{card.title}{tag}", 3 if level > 2 else 2)]
    top: list[Run] = []
    if card.number:
        top.append(Run(card.number, bold=True))
    if card.band:
        sign = "✓" if card.band == "as_planned" else "◆"
        top.append(Run(f"{' · ' if top else ''}{sign} {card.band_words}"))
    if not card.observed:
        top.append(Run(tr("Not observed."), bold=True))
    if top:
        blocks.append(Paragraph(tuple(top), "lead", keep=True))
    if card.reading:
        blocks.append(Paragraph(card.reading))
    blocks += table(card)
    if card.caution:
        blocks.append(Paragraph((Run(tr("Read with care:"), bold=True), Run(f" {card.caution}")), "small"))
    if card.evidence:
        blocks.append(Paragraph(leading(tr("Evidence:") + " " + events(card.evidence)), "small"))
    return tuple(blocks)


def table(card: Card) -> tuple[Table, ...]:
    """The lines of a finding; none where it has none."""
    if not card.rows:
        return ()
    kept = _kept(card)
    widths = [_width(card.columns[place], place, card) for place in kept]
    header = [card.columns[place] for place in kept]
    rows: list[tuple[Words, ...]] = [tuple(row.cells[place] for place in kept) for row in card.rows]
    if card.cited:
        header.append(tr("Events"))
        widths.append(1.8)
        rows = [
            (*cells, leading(" ".join(map(event, row.evidence[:4])) + _more(row.evidence)))
            for cells, row in zip(rows, card.rows, strict=True)
        ]
    numbers = tuple(at for at, place in enumerate(kept) if card.numeric[place])
    return (Table(tuple(header), tuple(rows), tuple(widths), numbers=numbers),)


def _more(evidence: Sequence[int]) -> str:
    return " …" if len(evidence) > 4 else ""


def _kept(card: Card) -> list[int]:
    """The columns to print: of many, none in which nothing stands."""
    every = range(len(card.columns))
    said = [place for place in every if any(row.cells[place] != "–" for row in card.rows)]
    return said if len(card.columns) > MANY else list(every)


def _width(column: str, place: int, card: Card) -> float:
    """The share of a column: more for prose than for numbers, and room for its longest word."""
    head = max(map(len, column.split()), default=0)
    if card.numeric[place]:
        return max(1.2, min(1.7, 0.15 * head))
    cells = [row.cells[place] for row in card.rows]
    longest = max(map(len, cells), default=0)
    word = max((len(word) for cell in cells for word in cell.split()), default=0)
    usual = 1.5 if longest < 16 else 2.4 if longest < 50 else 4.0
    return max(usual, min(2.6, 0.15 + 0.17 * max(word, 0.85 * head)))


# -- the course -------------------------------------------------------------------------------------------------------


def stretches(timeline: Iterable[Stretch], marked: Mapping[int, Pivot]) -> tuple[Block, ...]:
    """The phases with what matters in each."""
    blocks: list[Block] = []
    place = 0
    for stretch in timeline:
        place += stretch.phase is not None
        name = tr("Phase {n}: {phase}", n=place, phase=stretch.name) if stretch.phase else stretch.name
        blocks.append(Heading(name + " " + tr("(once more)") if stretch.loop else name, 2))
        if stretch.phase is not None:
            blocks.append(Paragraph(_lasted(stretch), "small", keep=True))
        if stretch.lines:
            rows = tuple(
                (line.time, _line(line.text, marked.get(line.number)), str(line.number)) for line in stretch.lines
            )
            emphasis = tuple(place for place, line in enumerate(stretch.lines) if line.number in marked)
            header = (tr("Time"), tr("What happened"), tr("Event"))
            anchors = tuple(anchor(line.number) for line in stretch.lines)
            blocks.append(Table(header, rows, (1.3, 9, 1), numbers=(2,), emphasis=emphasis, anchors=anchors))
        if stretch.speaking or stretch.also:
            blocks.append(Paragraph(f"{stretch.speaking} {stretch.also}".strip(), "small"))
    return tuple(blocks)


def _line(text: str, pivot: Pivot | None) -> Words:
    if pivot is None:
        return text
    return (Run(f"{text} "), Run("◆ " + tr("Moment {n}: {why}", n=pivot.rank, why=pivot.why), italic=True))


def _lasted(stretch: Stretch) -> str:
    minutes = figure(stretch.minutes)
    if stretch.planned is None:
        return tr("From {time}, {minutes} minutes.", time=stretch.time, minutes=minutes)
    return tr(
        "From {time}, {minutes} minutes, planned {planned}.",
        time=stretch.time,
        minutes=minutes,
        planned=stretch.planned,
    )


def pivots(found: Iterable[Pivot]) -> tuple[Block, ...]:
    """The moments worth talking about, each with its question."""
    blocks: list[Block] = []
    for pivot in found:
        said = tr("{time}, {phase}, event {n}.", time=pivot.time, phase=pivot.phase, n=event(pivot.number))
        blocks += (
            Heading(f"{pivot.rank}. {pivot.why}", 2),
            Paragraph(leading(said), "small", keep=True),
            Paragraph(pivot.text, keep=True),
            Paragraph((Run(pivot.ask, italic=True),)),
        )
    return tuple(blocks)


def evidenced(document: Document, entries: Sequence[Entry], lead: str) -> Document:
    """The document with the events at its end that it cites and its timeline leaves out."""
    cited = document.leads() - document.anchors()
    rows = tuple(
        (str(each.number), each.time, each.phase, each.text) for each in entries if anchor(each.number) in cited
    )
    anchors = tuple(anchor(each.number) for each in entries if anchor(each.number) in cited)
    # Translators: the head of a column of numbers.
    header = (tr("No."), tr("Time"), tr("Phase"), tr("What happened"))
    if not rows:
        return document
    table = Table(header, rows, (0.9, 1.3, 2.2, 9), anchors=anchors)
    end = (PageBreak(), Heading(tr("Evidence")), Paragraph(lead, "lead"), table)
    return replace(document, blocks=(*document.blocks, *end))


def listed(items: Iterable[str]) -> tuple[Block, ...]:
    """A list; nothing where nothing stands in it."""
    said = tuple(leading(item) for item in items)
    return (Bullets(said),) if said else ()


# -- heads and feet ---------------------------------------------------------------------------------------------------


def foot(head: Head) -> str:
    """What stands at the foot of every page."""
    said = tr("Session “{session}”, {date}.", session=head.session, date=head.date) if head.date else ""
    promise = tr("Numbers here are questions to talk about. There is no grade, and nobody is ranked.")
    return f"{said} {promise}".strip()


def edition(head: Head) -> Paragraph:
    """What a paper was made from."""
    return Paragraph(
        tr(
            "{title}, version {version}; session “{session}”; {date}; {events} events; seed {seed}.",
            title=head.title,
            version=head.version,
            session=head.session,
            date=head.date or "–",
            events=head.events,
            seed=head.seed,
        ),
        "small",
    )


def kept(how: str) -> str:
    """How an interest was kept."""
    if how == "hidden":
        return tr("kept hidden")
    return tr("kept guarded") if how == "guarded" else tr("kept open")


def played(head: Head) -> str:
    """When it was played, with whom, and how the talks ended."""
    people = trn("{n} person", "{n} people", head.people) if head.people else ""
    stands = trn("{n} stand‑in", "{n} stand‑ins", head.stand_ins) if head.stand_ins else ""
    return tr(
        "{date} · {who} · {minutes} minutes of talks · {outcome}",
        date=head.date or "–",
        who=tr(", ").join(each for each in (people, stands) if each) or trc("at the table", "nobody"),
        minutes=figure(head.minutes),
        outcome=head.outcome,
    )


def signed(value: float) -> str:
    """A number with its sign."""
    return "0" if not value else ("−" if value < 0 else "+") + figure(abs(value))


def drawing(found: Figure | None) -> tuple[Block, ...]:
    """A drawing where there is something to draw."""
    return () if found is None else (found,)


def recap(text: str, longest: int) -> str:
    """The first whole sentences of a text that fit, or its first whole words and an ellipsis; quotations are closed."""
    line = on_one_line(plain(text))
    if len(line) <= longest:
        return line
    ends = [found.end() for found in _SENTENCE.finditer(line[: longest + 1])]
    if ends and ends[-1] > longest // 3:
        return _closed(line[: ends[-1]].strip())
    return _closed(line[: longest - 1].rpartition(" ")[0].rstrip(" \u00a0\u202f.,;:،؛") + "…")


def _closed(text: str) -> str:
    """A text that was cut, with the quotation marks closed that it opens."""
    opening, _, closing = tr("“{words}”", words="\0").partition("\0")
    return text + closing if text.count(opening.strip()) > text.count(closing.strip()) else text

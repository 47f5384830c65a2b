"""Wishes for inputs: hand in, sort, write the synthesis, say where an input went."""

import re
from collections.abc import Mapping
from typing import Any

from textual.content import Content

from roles.acts import Act
from scenarios.texts import mark, number, tr, trn
from simulator.engine import commands as c
from simulator.engine.speech import count_words
from simulator.engine.view.inputs import InputView
from simulator.engine.view.shapes import View
from simulator.engine.words import Uptake
from simulator.tui.boards.inputs import clause_name, page_words, uptake_name
from simulator.tui.boards.line import series, told
from simulator.tui.safe import one_line
from simulator.tui.seat import words
from simulator.tui.seat.fields import Form, NotNow, Pick, Several, Telling, Values, Writing
from simulator.tui.seat.wishes.wish import Wish, picked

_TAKEN = re.compile(r"\s*\[([\d\s,;]*)\]\s*$")
"""The numbers of inputs at the end of a point."""

_ON_A_FIELD = 450
"""Words of the synthesis that one field takes."""


def _issues(view: View) -> tuple[tuple[str, str], ...]:
    return tuple((name, words.issue_title(view, name)) for name in view.issues)


def _file(view: View, pick: str | None) -> Form:
    cards = tuple((name, one_line(card.title)) for name, card in view.inputs.cards.items())
    at = picked(pick, "card")
    first = at if at in view.inputs.cards else (cards[0][0] if cards else None)

    def finish(values: Values) -> Mapping[str, Any] | str:
        card, text, issues = values.get("card"), str(values.get("text", "")).strip(), tuple(values.get("issues", ()))
        if card is None and not text:
            return tr("Pick a prepared input, or write one.") if cards else tr("Write what you ask for.")
        if card is None and not issues:
            return tr("Mark with Space what it is about.")
        return {"card": card, "text": text, "issues": issues}

    prepared = (Pick("card", tr("Prepared"), cards, first, none=tr("none: own words")),) if cards else ()
    label = tr("In own words; empty for the words of the card") if cards else tr("What you ask for, and why")
    return Form(
        tr("Hand in an input"),
        (
            *prepared,
            Writing("text", label, rows=4, needed=False),
            Several("issues", tr("What it is about; nothing for what the card is about"), _issues(view), least=0)
            if cards
            else Several("issues", tr("What it is about"), _issues(view), least=0),
        ),
        finish=finish,
        send=tr("Hand it in"),
    )


def _filed(view: View, pick: str | None, first: bool = True) -> InputView:
    """The input of the row, else one that still waits; raises NotNow where there is none."""
    if not view.inputs.filed:
        raise NotNow(tr("Nobody has handed in an input."))
    at = picked(pick, "input")
    found = next((one for one in view.inputs.filed if str(one.number) == at), None)
    waiting = [one for one in view.inputs.filed if one.uptake is None] or list(view.inputs.filed)
    return found or waiting[0]


def _demand_writer(view: View) -> None:
    if view.inputs.writers and view.seat not in view.inputs.writers:
        names = series(words.seat_name(view, seat) for seat in view.inputs.writers)
        raise NotNow(tr("The synthesis is written by {people}.", people=names))


def _inputs(view: View) -> tuple[str, ...]:
    return tuple(f"{one.number}. {one_line(one.title or one.text)[:60]}" for one in view.inputs.filed)


def _tag(view: View, pick: str | None) -> Form:
    _demand_writer(view)
    found = _filed(view, pick)
    return Form(
        tr("Sort input {n}", n=found.number),
        (
            Telling(told(words.party_short(view, found.party), one_line(found.title or found.text))),
            Several("issues", tr("What it is about"), _issues(view), found.issues),
        ),
        {"input": found.number},
        send=tr("Sort"),
    )


def points_of(page: str) -> tuple[c.SynthesisPoint, ...]:
    """The points on a page: a line each, the inputs that it takes up in brackets at its end."""
    points: list[c.SynthesisPoint] = []
    for line in page.splitlines():
        found = _TAKEN.search(line)
        text = (line[: found.start()] if found else line).strip()
        numbers = tuple(int(n) for n in re.findall(r"\d+", found.group(1))) if found else ()
        if text or numbers:
            points.append(c.SynthesisPoint(text=text, inputs=numbers))
    return tuple(points)


def _line(point: c.SynthesisPoint) -> str:
    taken = ", ".join(str(taken) for taken in point.inputs)
    text = " ".join(point.text.split())
    return f"{text} [{taken}]" if taken else text


def _fields(view: View) -> tuple[Writing, ...]:
    """As many fields as the page needs, the last synthesis in them."""
    lines = [_line(point) for point in (view.inputs.syntheses[-1] if view.inputs.syntheses else ())]
    many = max(1, -(-view.inputs.words // _ON_A_FIELD))
    shares: list[list[str]] = [[] for _ in range(many)]
    at = 0
    for line in lines:
        held = sum(count_words(kept) for kept in shares[at])
        if shares[at] and held + count_words(line) > _ON_A_FIELD and at < many - 1:
            at += 1
        shares[at].append(line)
    label = tr("A point a line; the inputs that it takes up at its end, as in [1, 3]")
    return tuple(
        Writing(f"page{n}", label if n == 0 else tr("The page goes on"), 9, "\n".join(share), needed=n == 0)
        for n, share in enumerate(shares)
    )


def _written(values: Values) -> tuple[c.SynthesisPoint, ...]:
    pages = sorted((name for name in values if name.startswith("page")), key=lambda name: int(name[4:]))
    return points_of("\n".join(str(values[name]) for name in pages))


def _synthesis(view: View, pick: str | None) -> Form:
    if not view.inputs.words:
        raise NotNow(tr("This exercise has no synthesis."))
    _demand_writer(view)

    def live(values: Values) -> Content:
        points = _written(values)
        used, most = page_words(points), view.inputs.words
        inside = {taken for point in points for taken in point.inputs}
        left = series(str(one.number) for one in view.inputs.filed if one.number not in inside)
        said = tr("{used} of {most} words", used=number(used), most=number(most))
        more = trn("{n} point", "{n} points", len(points))
        out = tr("in no point: {inputs}", inputs=left) if left else ""
        if used > most:
            over = trn("{n} word too many", "{n} words too many", used - most)
            return Content(" ").join([words.loud(f" {said}: {over} "), Content(series((more, out)))])
        return Content(tr("; ").join(part for part in (said, more, out) if part))

    def finish(values: Values) -> Mapping[str, Any] | str:
        points = _written(values)
        over = page_words(points) - view.inputs.words
        known = {one.number for one in view.inputs.filed}
        strange = sorted({taken for point in points for taken in point.inputs} - known)
        if not points:
            return tr("Write a point.")
        if any(not point.text for point in points):
            return tr("A point has numbers of inputs and no words.")
        if strange:
            return tr("There is no input {number}.", number=strange[0])
        if over > 0:
            return trn("{n} word too many for the page.", "{n} words too many for the page.", over)
        return {"points": points}

    filed = " · ".join(_inputs(view)) or tr("No input has been handed in yet.")
    return Form(
        tr("The synthesis: one page of {n} words", n=number(view.inputs.words)),
        (*_fields(view), Telling(filed)),
        finish=finish,
        live=live,
        send=tr("Issue it"),
    )


def _clauses(view: View) -> tuple[tuple[str, str], ...]:
    """The clauses of the texts that a version has been issued of, and that nobody set aside."""
    return tuple(
        (f"{text.id}/{clause.id}", one_line(clause_name(view, text.id, clause.id)))
        for text in (view.text, *view.texts.values())
        if text.version
        for clause in text.clauses
        if clause.clause.state != "parked"
    )


def _may_trace(view: View) -> bool:
    pens = (view.text, *view.texts.values())
    return view.seat in view.inputs.writers or any(view.seat in text.pen_holder for text in pens)


def _trace(view: View, pick: str | None) -> Form:
    if not _may_trace(view):
        raise NotNow(tr("Those who write the synthesis, or hold the pen, say where an input went."))
    found = _filed(view, pick)
    clauses = _clauses(view)
    before = f"{found.document}/{found.clause}" if found.clause is not None else None
    if before is None:
        about = {clause.id for clause in view.text.clauses if clause.issue in found.issues}
        before = next((name for name, _ in clauses if name.startswith("/") and name[1:] in about), None)

    def finish(values: Values) -> Mapping[str, Any] | str:
        uptake, into, reason = values["uptake"], values.get("clause"), str(values.get("reason", "")).strip()
        if uptake is Uptake.NOT_TAKEN_UP:
            return {"uptake": uptake, "reason": reason} if reason else tr("Say why it was not taken up.")
        if into is None:
            return tr("Pick the clause that it went into.")
        document, clause = str(into).split("/", 1)
        return {"uptake": uptake, "document": document, "clause": clause, "reason": reason}

    kinds = tuple((uptake, uptake_name(uptake)) for uptake in Uptake)
    asks = told(words.party_short(view, found.party), one_line(found.title or found.text))
    where = Pick("clause", tr("Clause"), clauses, before, none=tr("none"))
    return Form(
        tr("What became of input {n}?", n=found.number),
        (
            Telling(asks),
            Pick("uptake", tr("It was"), kinds, found.uptake or (None if clauses else Uptake.NOT_TAKEN_UP)),
            *((where,) if clauses else ()),
            Writing("reason", tr("Why, or how"), rows=2, value=found.reason, needed=False),
        ),
        {"input": found.number},
        finish=finish,
        send=tr("Say it"),
    )


FILE = Wish(
    "file_input", "f", mark("Hand in"), mark("Inputs"), mark("Hand in an input: a prepared one, or your own words."),
    Act.FILE_INPUT, c.FileInput, _file, rows=("card",))  # fmt: skip
TRACE = Wish(
    "trace_input", "t", mark("Trace"), mark("Inputs"), mark("Say into which clause an input went, or why into none."),
    Act.SYNTHESISE, c.TraceInput, _trace, rows=("input",))  # fmt: skip
SYNTHESIS = Wish(
    "issue_synthesis", "y", mark("Synthesis"), mark("Inputs"), mark("Write the one page that is made of the inputs."),
    Act.SYNTHESISE, c.IssueSynthesis, _synthesis, rows=("synthesis",))  # fmt: skip
SORT = Wish(
    "tag_input", "g", mark("Sort"), mark("Inputs"), mark("Say which issues an input is about."), Act.SYNTHESISE,
    c.TagInput, _tag)  # fmt: skip

INPUTS = (FILE, TRACE, SYNTHESIS, SORT)

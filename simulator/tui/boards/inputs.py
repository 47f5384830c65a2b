"""Inputs: what was handed in, the synthesis that was made of it, and what became of each."""

from collections.abc import Mapping

from textual.content import Content

from scenarios.model import InputCard
from scenarios.texts import number, tr, trc, trn
from simulator.engine import View
from simulator.engine.commands import SynthesisPoint
from simulator.engine.speech import count_words
from simulator.engine.view.inputs import InputView
from simulator.engine.words import Uptake
from simulator.tui.boards.line import cell, issue_title, page, paragraph, row, series, short, told, who, words
from simulator.tui.safe import lines


def shown(view: View) -> bool:
    """Whether this exercise has inputs."""
    return view.inputs.used


def rows(view: View) -> list[tuple[str, Content]]:
    """The synthesis, prepared inputs that nobody handed in yet, then the inputs."""
    known = view.inputs
    listed: list[tuple[str, Content]] = []
    if known.words:
        # Translators: the one page that is made of the inputs.
        listed.append(("synthesis:", row(cell(tr("The synthesis"), 38, "bold"), words(_page_state(view)))))
    listed += [(f"card:{name}", _card_row(view, card)) for name, card in known.cards.items()]
    listed += [
        (
            f"input:{one.number}",
            row(
                cell(f"{one.number}. {one.title or one.text}", 38),
                cell(short(view, one.party), 9),
                words(uptake_name(one.uptake), "" if one.uptake else "dim"),
            ),
        )
        for one in known.filed
    ]
    return listed


def _card_row(view: View, card: InputCard) -> Content:
    # Translators: a prepared input that its party has not handed in yet.
    return row(cell("+ " + card.title, 38), cell(short(view, card.by), 9), words(tr("not handed in"), "dim"))


def uptake_name(uptake: Uptake | None) -> str:
    """What became of an input, in a word."""
    match uptake:
        case Uptake.TAKEN_UP:
            return trc("an input", "taken up")
        case Uptake.IN_PART:
            return trc("an input", "taken up in part")
        case Uptake.NOT_TAKEN_UP:
            return trc("an input", "not taken up")
        case None:
            return trc("an input", "open")


def clause_name(view: View, document: str, clause: str) -> str:
    """The heading of a clause, with the title of its text where it is not the main one."""
    text = view.texts.get(document) if document else view.text
    heading = next((c.heading for c in (text.clauses if text is not None else ()) if c.id == clause), clause)
    return told(text.title, heading) if document and text is not None else heading


def _page_state(view: View) -> str:
    if not view.inputs.syntheses:
        return tr("not written yet")
    used = number(page_words(view.inputs.syntheses[-1]))
    most = number(view.inputs.words)
    return tr("version {n}, {used} of {most} words", n=len(view.inputs.syntheses), used=used, most=most)


def page_words(points: tuple[SynthesisPoint, ...]) -> int:
    """How many words a synthesis has."""
    return sum(count_words(point.text) for point in points)


def detail(view: View, pick: str | None) -> Content:
    """An input in full with what became of it, a prepared one, or the synthesis."""
    kind, _, name = (pick or "").partition(":")
    if kind == "input":
        found = next((one for one in view.inputs.filed if str(one.number) == name), None)
        return _whole(view) if found is None else _input(view, found)
    if kind == "card" and name in view.inputs.cards:
        return _card(view, view.inputs.cards[name])
    return _whole(view)


def _issues(view: View, issues: tuple[str, ...]) -> str:
    return series(issue_title(view, issue) for issue in issues)


def _card(view: View, card: InputCard) -> Content:
    serves = None
    if view.control is not None and any(card.serves.values()):
        serves = paragraph(tr("The options that take it up"), _options(view, card.serves))
    return page(
        words(card.title, "bold"),
        words(tr("Prepared for {party}; nobody has handed it in.", party=short(view, card.by)), "dim"),
        lines(card.text),
        words(tr("It is about: {issues}.", issues=_issues(view, card.issues))),
        serves,
    )


def _options(view: View, serves: Mapping[str, tuple[str, ...]]) -> Content:
    labels = [
        told(
            issue_title(view, issue),
            series(o.label or o.text for o in view.issues[issue].options if o.id in options),
        )
        for issue, options in serves.items()
        if issue in view.issues
    ]
    return Content("\n").join([words("• " + label) for label in labels])


def _input(view: View, one: InputView) -> Content:
    points = view.inputs.syntheses[-1] if view.inputs.syntheses else ()
    inside = [words("• " + point.text) for point in points if one.number in point.inputs]
    state = words(told(tr("What became of it"), uptake_name(one.uptake)), "bold")
    where = None
    if one.clause is not None:
        where = words(tr("It went into: {clause}.", clause=clause_name(view, one.document, one.clause)))
    return page(
        words(told(str(one.number), one.title or tr("An input in own words")), "bold"),
        words(tr("Handed in by {seat}.", seat=who(view, one.by)), "dim"),
        lines(one.text),
        words(tr("It is about: {issues}.", issues=_issues(view, one.issues))),
        Content("\n").join([part for part in (state, where) if part is not None]),
        paragraph(trc("heading", "Reason"), lines(one.reason)) if one.reason else None,
        paragraph(tr("In the synthesis"), Content("\n").join(inside)) if inside else None,
        paragraph(tr("The options that take it up"), _options(view, one.serves))
        if view.control is not None and any(one.serves.values())
        else None,
    )


def _whole(view: View) -> Content:
    """The synthesis, and what it leaves out."""
    known = view.inputs
    if not known.words:
        return words(trn("{n} input was handed in.", "{n} inputs were handed in.", len(known.filed)))
    by = series(who(view, seat) for seat in known.writers)
    head = page(
        words(told(tr("The synthesis"), _page_state(view)), "bold"),
        words(tr("Written by {people}, on a page of {n} words.", people=by, n=number(known.words)), "dim"),
    )
    if not known.syntheses:
        return head
    points = known.syntheses[-1]
    inside = {taken for point in points for taken in point.inputs}
    left = [str(one.number) for one in known.filed if one.number not in inside]
    return page(
        head,
        Content("\n\n").join([_point(n, point) for n, point in enumerate(points, 1)]),
        words(tr("In no point: {inputs}.", inputs=series(left))) if left else None,
    )


def _point(place: int, point: SynthesisPoint) -> Content:
    taken = series(str(taken) for taken in point.inputs)
    said = tr("(inputs: {inputs})", inputs=taken) if taken else tr("(no input)")
    return Content(" ").join([words(f"{place}.", "bold"), lines(point.text), words(said, "dim")])

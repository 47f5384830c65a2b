"""Messages: what messengers carry, non-papers, what was published and told to the press."""

from textual.content import Content

from scenarios.texts import tr, trc
from simulator.engine import View
from simulator.engine.session import Message, NonPaper, Statement
from simulator.engine.words import EVERYBODY
from simulator.tui.boards.hotline import LEVELS
from simulator.tui.boards.line import cell, clock, page, paragraph, row, series, told, who, words
from simulator.tui.safe import lines


def shown(view: View) -> bool:
    """Whether messages are carried in this exercise, or something was published."""
    return view.inputs.messages or bool(view.committee.statements)


def rows(view: View) -> list[tuple[str, Content]]:
    """All of them in the order in which they came."""
    listed = [(m.sent, f"message:{m.number}", _row(view, m.sent, _state(m), m.seat, m.said or m.text))
              for m in view.committee.messages]  # fmt: skip
    listed += [
        (
            p.seconds,
            f"non-paper:{p.number}",
            _row(view, p.seconds, trc("a kind of message", "non-paper"), p.by, p.title),
        )
        for p in view.inputs.non_papers
    ]
    listed += [
        (s.seconds, f"said:{at}", _row(view, s.seconds, statement_kind(s), s.by, s.text))
        for at, s in enumerate(view.committee.statements)
    ]
    return [(name, content) for _, name, content in sorted(listed, key=lambda one: one[0])]


def _row(view: View, seconds: float, kind: str, by: str, text: str) -> Content:
    return row(cell(clock(seconds), 8), cell(kind, 12), cell(who(view, by), 24), words(text))


def _state(message: Message) -> str:
    # Translators: what a row of the list is, at most 12 characters.
    return trc("a kind of message", "on its way") if message.delivered is None else trc("a kind of message", "message")


def statement_kind(statement: Statement) -> str:
    """What somebody said in public: a report on compliance, or a word to the press."""
    if statement.levels is not None:
        return trc("a kind of message", "compliance")
    return trc("a kind of message", "press")


def detail(view: View, pick: str | None) -> Content:
    """One of them in full."""
    kind, _, name = (pick or "").partition(":")
    if kind == "message":
        message = next((m for m in view.committee.messages if str(m.number) == name), None)
        return Content("") if message is None else _message(view, message)
    if kind == "non-paper":
        paper = next((p for p in view.inputs.non_papers if str(p.number) == name), None)
        return Content("") if paper is None else _non_paper(view, paper)
    if kind == "said" and name.isdigit() and int(name) < len(view.committee.statements):
        return _statement(view, view.committee.statements[int(name)])
    return Content("")


def people(view: View, seats: tuple[str, ...]) -> str:
    """Seats by their characters, or everybody."""
    return tr("everybody") if EVERYBODY in seats else series(who(view, seat) for seat in seats)


def _message(view: View, message: Message) -> Content:
    values = {"messenger": who(view, message.seat), "people": people(view, message.to)}
    if not message.text:  # only what was said reached this seat
        return page(
            words(tr("{messenger} brought a message to {people}", **values), "bold"),
            lines(message.said),
            words(tr("It came from {seat}, at {time}.", seat=who(view, message.by), time=clock(message.sent)), "dim"),
        )
    there = message.sent + view.inputs.travel
    state = tr("Not delivered yet.")
    if there > view.clock.seconds:
        state = tr("On its way until {time}.", time=clock(there))
    if message.delivered is not None:
        state = tr("Delivered at {time}.", time=clock(message.delivered))
    return page(
        words(tr("{messenger} carries a message to {people}", **values), "bold"),
        words(tr("Sent by {seat} at {time}.", seat=who(view, message.by), time=clock(message.sent)), "dim"),
        paragraph(tr("As it was given"), lines(message.text)),
        paragraph(tr("As it was delivered"), lines(message.said)) if message.said else None,
        words(state),
    )


def _non_paper(view: View, paper: NonPaper) -> Content:
    values = {"seat": who(view, paper.by), "people": people(view, paper.to), "time": clock(paper.seconds)}
    return page(
        words(told(tr("Non-paper"), paper.title), "bold"),
        words(tr("Handed to {people} by {seat} at {time}. It has no status.", **values), "dim"),
        lines(paper.text),
    )


def _statement(view: View, statement: Statement) -> Content:
    values = {"seat": who(view, statement.by), "time": clock(statement.seconds)}
    if statement.levels is None:
        return page(words(tr("{seat} told the press at {time}", **values), "bold"), lines(statement.text))
    promised = {str(entry.number): entry.text for entry in view.hotline.follow_up}
    levels = [
        words("• " + told(promised.get(name, name), tr("{level} of 3, {word}", level=level, word=tr(LEVELS[level]))))
        for name, level in statement.levels.items()
    ]
    return page(
        words(tr("{seat} published a report on compliance at {time}", **values), "bold"),
        lines(statement.text),
        paragraph(tr("How far promises are kept"), Content("\n").join(levels)) if levels else None,
    )

"""Questions that are answered by typing: words, a number, a PIN."""

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Button, Input, Static, TextArea

from scenarios.texts import number, tr, trn
from simulator.tui.dialogs.question import Question
from simulator.tui.safe import clean

LONGEST_ANSWER = 4_000
"""Characters that an answer may have."""

LONGEST_PASTE = 40_000
"""Characters that are taken from one paste: a field of a megabyte stops the screen for seconds."""


class Drafts:
    """Words that somebody began to type and did not send, by seat and question."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], str] = {}

    def keep(self, seat: str, question: str, text: str) -> None:
        """Remember the words, or forget them when there are none."""
        if text.strip():
            self._kept[seat, question] = text
        else:
            self._kept.pop((seat, question), None)

    def of(self, seat: str, question: str) -> str:
        """What that seat began to answer."""
        return self._kept.get((seat, question), "")


class Words(TextArea):
    """A field for some lines of text."""

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = clean(event.text)[:LONGEST_PASTE]
        await super()._on_paste(event)


class TextQuestion(Question[str]):
    """Some lines of text, at most `LONGEST_ANSWER` characters. What is typed is kept when it is cancelled."""

    BINDINGS = [Binding("ctrl+s", "accept", "Send", id="question.send")]

    def __init__(
        self,
        title: str,
        prompt: str = "",
        *,
        text: str = "",
        yes: str = "",
        may_be_empty: bool = False,
        draft: str | None = None,
    ) -> None:
        super().__init__(title, prompt, yes=yes or tr("Send (Ctrl+S)"))
        self.text = text
        self.draft = draft or self.question_title
        """Under which name the words are kept that were not sent: the same in every language."""
        self.may_be_empty = may_be_empty

    def compose_answer(self) -> ComposeResult:
        """The field and the count of its characters."""
        yield Words(self._draft() or self.text, id="words", soft_wrap=True)
        yield Static(id="count")

    def on_mount(self) -> None:
        """Start at the end of what is there."""
        field = self.query_one(Words)
        field.move_cursor(field.document.end)
        field.focus()
        self.count()

    @on(TextArea.Changed)
    def count(self) -> None:
        """Say how much room is left."""
        length = len(self.query_one(Words).text)
        over = length - LONGEST_ANSWER
        label = self.query_one("#count", Static)
        label.set_class(over > 0, "-over")
        room = tr("{n} of {most}", n=number(length), most=number(LONGEST_ANSWER))
        label.update(trn("{n} character too many", "{n} characters too many", over) if over > 0 else room)
        self.query_one("#yes", Button).disabled = over > 0

    def answer(self) -> str | None:
        """The cleaned text, where it is not too long and not empty."""
        text = clean(self.query_one(Words).text).strip()
        if len(text) > LONGEST_ANSWER or not (text or self.may_be_empty):
            return None
        self._keep("")
        return text

    def action_cancel(self) -> None:
        """Give nothing; the words are there when the question is asked again."""
        self._keep(self.query_one(Words).text)
        self.dismiss(None)

    def _drafts(self) -> tuple[Drafts, str] | None:
        drafts = getattr(self.app, "drafts", None)
        return (drafts, str(getattr(self.app, "seat", ""))) if isinstance(drafts, Drafts) else None

    def _draft(self) -> str:
        at = self._drafts()
        return at[0].of(at[1], self.draft) if at else ""

    def _keep(self, text: str) -> None:
        at = self._drafts()
        if at:
            at[0].keep(at[1], self.draft, text)


class LineQuestion(Question[str]):
    """One line of text; Enter sends it."""

    def __init__(
        self,
        title: str,
        prompt: str = "",
        *,
        text: str = "",
        yes: str = "",
        longest: int = 120,
        may_be_empty: bool = False,
    ) -> None:
        super().__init__(title, prompt, yes=yes)
        self.text = text
        self.longest = longest
        self.may_be_empty = may_be_empty

    def compose_answer(self) -> ComposeResult:
        """The field."""
        yield Input(self.text, max_length=self.longest, id="line")

    def on_mount(self) -> None:
        """Start in the field."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def sent(self) -> None:
        """Enter is OK."""
        self.action_accept()

    def answer(self) -> str | None:
        """The cleaned line."""
        text = " ".join(clean(self.query_one(Input).value).split())
        return text if text or self.may_be_empty else None


class NumberQuestion(Question[int]):
    """A whole number between two bounds."""

    def __init__(self, title: str, prompt: str = "", *, low: int, high: int, value: int | None = None) -> None:
        super().__init__(title, prompt)
        self.low = low
        self.high = high
        self.value = value

    def compose_answer(self) -> ComposeResult:
        """The field, with the bounds where nothing is typed."""
        value = "" if self.value is None else str(self.value)
        yield Input(
            value,
            placeholder=tr("{low} to {high}", low=self.low, high=self.high),
            type="integer",
            max_length=6,
            id="number",
        )
        yield Static(id="count")

    def on_mount(self) -> None:
        """Start in the field."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def sent(self) -> None:
        """Enter is OK."""
        self.action_accept()

    def answer(self) -> int | None:
        """The number, where it is one and within the bounds; otherwise say what is asked."""
        try:
            given = int(self.query_one(Input).value)
        except ValueError:
            given = self.low - 1
        if self.low <= given <= self.high:
            return given
        label = self.query_one("#count", Static)
        label.add_class("-over")
        label.update(tr("A whole number from {low} to {high}, please.", low=self.low, high=self.high))
        return None


class PinQuestion(Question[str]):
    """A PIN: digits that are not shown."""

    def __init__(self, title: str, prompt: str = "", *, yes: str = "") -> None:
        super().__init__(title, prompt, yes=yes or tr("Open"))

    def compose_answer(self) -> ComposeResult:
        """The field."""
        hint = tr("PIN, digits only")
        yield Input(password=True, restrict=r"[0-9]*", max_length=12, placeholder=hint, id="pin")

    def on_mount(self) -> None:
        """Start in the field."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def sent(self) -> None:
        """Enter is OK."""
        self.action_accept()

    def answer(self) -> str | None:
        """The digits."""
        return self.query_one(Input).value or None

"""The form of a wish: everything that a command needs on one page, kept as it is when the rules say no."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.css.query import NoMatches
from textual.widget import Widget
from textual.widgets import Button, Checkbox, Input, Select, Static, TextArea

from scenarios.texts import mark, tr, trn
from simulator.tui.dialogs import question
from simulator.tui.dialogs.question import Question
from simulator.tui.dialogs.words import LONGEST_ANSWER, Words
from simulator.tui.safe import clean, lines, one_line, safe
from simulator.tui.seat.fields import Field, Form, Number, Pick, Several, Telling, Tick, Values, Writing
from simulator.tui.widgets.marks import Marks, TickBox


class FormPage(Question[Mapping[str, Any]]):
    """A form; gives the fields of the command, or None. What was typed stays in `values` after either."""

    CSS_PATH = [Path(question.__file__).with_suffix(".tcss"), "form.tcss"]  # type: ignore[assignment]  # or a list
    BINDINGS = [Binding("ctrl+s", "accept", mark("Send"), id="form.send")]

    def __init__(self, form: Form, values: Values | None = None, refusal: str = "") -> None:
        send = form.send or tr("Send")
        super().__init__(form.title, yes=tr("{send} (Ctrl+S)", send=send) if form.fields else send)
        self.form = form
        self.values: dict[str, Any] = dict(values or {})
        """What is in the fields, by name; what is handed in stands before the form's own."""
        self.refusal = refusal
        """Why the rules said no to the last attempt."""

    def compose_answer(self) -> ComposeResult:
        """The fields under each other, and what they come to."""
        with VerticalScroll(id="fields", can_focus=False):
            for number, one in enumerate(self.form.fields):
                yield from self._field(number, one)
        yield Static(id="live")
        yield Static(safe(self.refusal), id="said", classes="-refused" if self.refusal else "")

    def _field(self, number: int, one: Field) -> Iterator[Widget]:
        name = f"f{number}"
        if isinstance(one, Telling):
            text = tr("! Take care. {text}", text=one.text) if one.warning else one.text
            yield Static(lines(text), classes="warning" if one.warning else "telling")
            return
        if isinstance(one, Tick):
            ticked = bool(self.values.get(one.name, one.value))
            yield TickBox(safe(one_line(one.label)), ticked, id=name)
            return
        yield Static(safe(one_line(one.label)), classes="label")
        value = self.values.get(one.name, one.value)
        if isinstance(one, Pick):
            options = [(safe(label), key) for key, label in one.options]
            known = any(value == key for key, _ in one.options)
            yield Select(
                options,
                prompt=one.none or tr("Enter opens the list"),
                value=value if known else Select.NULL,
                id=name,
                compact=True,
            )
        elif isinstance(one, Several):
            yield Marks(one.options, tuple(value or ()), id=name)
        elif isinstance(one, Writing):
            field = Words(str(value or ""), id=name, soft_wrap=True, tab_behavior="focus", compact=True)
            field.styles.height = max(1, one.rows)
            yield field
        else:
            start = "" if value is None else str(value)
            yield Input(
                start,
                placeholder=tr("{low} to {high}", low=one.low, high=one.high),
                type="integer",
                max_length=6,
                id=name,
                compact=True,
            )

    def on_mount(self) -> None:
        """Start in the first field that is still open, or on the button that does nothing yet."""
        with suppress(NoMatches):  # the form was left before it was there
            fields = () if self.form.at_once else self._open()
            first = next((self.query_one(f"#f{n}") for n in fields), None)
            if first is not None:
                first.focus()
            else:
                self.query_one("#no" if self._warns() else "#yes").focus()
            self.screen_layout_refresh_signal.subscribe(self, lambda _: self._fit())
            self.gather()

    def _fit(self) -> None:
        """Give the fields what room there is, so that the buttons are always in sight."""
        try:
            fields, box = self.query_one("#fields"), self.query_one("#question")
        except NoMatches:  # the form was sent or left in the meantime
            return
        others = sum(w.outer_size.height for w in box.children if w is not fields and w.display)
        margins = sum(w.styles.margin.height for w in box.children if w.display)
        room = self.size.height - others - margins - box.gutter.height
        height = max(3, min(fields.virtual_size.height, room))
        if fields.size.height == height:
            return
        fields.styles.height = height
        if self.focused is not None and fields in self.focused.ancestors:
            fields.scroll_to_widget(self.focused, animate=False)

    def _warns(self) -> bool:
        return any(isinstance(f, Telling) and f.warning for f in self.form.fields)

    def _open(self) -> Iterator[int]:
        """The numbers of the fields to begin with: those that nothing is in, then all."""
        asked = [(n, f) for n, f in enumerate(self.form.fields) if not isinstance(f, Telling)]
        yield from (n for n, f in asked if not isinstance(f, Tick) and not self.values.get(f.name, f.value))
        yield from (n for n, _ in asked)

    @on(Select.Changed)
    @on(Marks.Changed)
    @on(TextArea.Changed)
    @on(Input.Changed)
    @on(Checkbox.Changed)
    def gather(self) -> None:
        """Take down what the fields say, and show what it comes to."""
        for number, one in enumerate(self.form.fields):
            if not isinstance(one, Telling):
                try:
                    self.values[one.name] = self._value(number, one)
                except NoMatches:
                    return
        live = self.query_one("#live", Static)
        if self.form.live is not None:
            live.update(self.form.live(self.values))
        live.display = self.form.live is not None
        if not self.query_one("#said", Static).has_class("-refused"):
            self._say("")

    def _value(self, number: int, one: Pick | Several | Writing | Tick | Number) -> Any:
        name = f"#f{number}"
        match one:
            case Pick():
                value = self.query_one(name, Select).value
                return None if value is Select.NULL else value
            case Several():
                return self.query_one(name, Marks).marked
            case Writing():
                return clean(self.query_one(name, Words).text).strip()
            case Tick():
                return self.query_one(name, TickBox).value
            case Number():
                text = self.query_one(name, Input).value
                return int(text) if text.removeprefix("-").isdigit() else None

    def answer(self) -> Mapping[str, Any] | None:
        """The fields of the command, where nothing is missing; otherwise say what."""
        self.gather()
        longest = max((len(v) for v in self.values.values() if isinstance(v, str)), default=0)
        if longest > LONGEST_ANSWER:
            many = longest - LONGEST_ANSWER
            self._say(trn("{n} character too many.", "{n} characters too many.", many))
            return None
        made = self.form.command_fields(self.values)
        if isinstance(made, str):
            self._say(made)
            return None
        return made

    def _say(self, text: str) -> None:
        said = self.query_one("#said", Static)
        said.update(safe(text))
        said.display = bool(text)
        said.set_class(bool(text), "-missing")
        said.remove_class("-refused")

    @on(Button.Pressed, "#no")
    def action_cancel(self) -> None:
        """Give nothing; the screen keeps `values`."""
        self.gather()
        self.dismiss(None)

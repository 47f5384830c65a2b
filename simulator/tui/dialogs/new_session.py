"""What a new session needs to know: its name, how many people, the language, the seed."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Select, Static

from scenarios.model import Scenario
from scenarios.texts import LANGUAGES, language, number, tr
from simulator.tui.boards.line import cell
from simulator.tui.dialogs.question import Question
from simulator.tui.going import NewSession
from simulator.tui.safe import clean, safe

LARGEST_SEED = 2**31 - 1


class NewSessionQuestion(Question[NewSession]):
    """A short form; Enter in a field begins the session."""

    def __init__(self, scenario: Scenario, languages: tuple[str, ...], name: str, seed: int, where: str) -> None:
        super().__init__(tr("New session: {title}", title=scenario.title), yes=tr("Begin"))
        self.scenario = scenario
        self.languages = languages
        self.suggested = name
        self.seed = seed
        self.where = where
        """How the scenario is found on the shelf."""

    def compose_answer(self) -> ComposeResult:
        """The fields."""
        sizes = sorted(self.scenario.casting, key=lambda c: c.people)
        yield Static(tr("Name, for your list"))
        yield Input(self.suggested, max_length=80, id="name", compact=True)
        yield Static(tr("People at the table (other seats: stand-ins)"))
        if sizes:
            entries = [(cell(f"{c.people}  {c.advice or ''}", 60), str(c.people)) for c in sizes]
        else:
            entries = [(safe(f"{len(self.scenario.seats)}"), str(len(self.scenario.seats)))]
        yield Select(entries, value=self._nearest(entries), allow_blank=False, id="people", compact=True)
        yield Static(tr("Language"))
        codes = [(safe(LANGUAGES.get(code, code)), code) for code in self.languages]
        spoken = language() if language() in self.languages else self.languages[0]
        yield Select(codes, value=spoken, allow_blank=False, id="language", compact=True)
        yield Static(tr("Seed (the same seed draws the same chances)"))
        yield Input(str(self.seed), type="integer", max_length=10, id="seed", compact=True)
        yield Static(id="count")

    def _nearest(self, entries: list[tuple[Content, str]]) -> str:
        """The size nearest to one person a seat."""
        return min((name for _, name in entries), key=lambda name: abs(int(name) - len(self.scenario.seats)))

    def on_mount(self) -> None:
        """Start with the name."""
        self.query_one("#name", Input).focus()

    @on(Input.Submitted)
    def sent(self) -> None:
        """Enter begins."""
        self.action_accept()

    def answer(self) -> NewSession | None:
        """The form, where the seed is a number."""
        name = " ".join(clean(self.query_one("#name", Input).value).split()) or self.suggested
        try:
            seed = int(self.query_one("#seed", Input).value)
        except ValueError:
            seed = -1
        if not 0 <= seed <= LARGEST_SEED:
            label = self.query_one("#count", Static)
            label.add_class("-over")
            label.update(tr("The seed is a whole number from 0 to {most}.", most=number(LARGEST_SEED)))
            return None
        people = int(str(self.query_one("#people", Select).value))
        language = str(self.query_one("#language", Select).value)
        return NewSession(self.where, name, people, seed, language)

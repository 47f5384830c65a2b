"""How a widget says what its user wants: the app alone makes a command of it."""

from typing import Any

from textual.message import Message

from simulator.engine.commands import Intent


class Asked(Message):
    """The user wants something of the rules: a kind of command and its own fields.

    The app adds when (`at`) and who (`by`).
    """

    def __init__(self, do: type[Intent], **fields: Any) -> None:
        super().__init__()
        self.do = do
        """The kind of command."""
        self.fields: dict[str, object] = fields
        """Its fields without `at` and `by`."""

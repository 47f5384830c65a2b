"""What can go wrong when a document is printed."""

from scenarios.texts import tr


class Unprintable(Exception):
    """A document that cannot be made, with the reason in words."""


class MissingLibrary(Unprintable):
    """A library for a format that is not installed."""

    def __init__(self, library: str) -> None:
        super().__init__(
            tr(
                "{library} is not installed. It comes with the print extra: pip install 'good-offices[print]'",
                library=library,
            )
        )
        self.library = library

    def __reduce__(self) -> tuple[type["MissingLibrary"], tuple[str]]:
        return MissingLibrary, (self.library,)

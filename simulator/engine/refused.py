"""What the rules say no to."""


class Refused(Exception):
    """A command that the rules do not allow now.

    `code` is stable; `why` says why not; `instead` says what is possible now.
    """

    def __init__(self, code: str, why: str, instead: str) -> None:
        super().__init__(f"{why} {instead}".strip())
        self.code = code
        self.why = why
        self.instead = instead

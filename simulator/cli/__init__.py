"""The command line: one module a verb."""


def main() -> None:
    """Run the command that the user typed."""

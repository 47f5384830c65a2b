"""`python -m simulator.printing.own my-page.html.j2` writes the sample of a template, which a trainer then changes."""

import sys
from pathlib import Path

from scenarios.texts import speak, tr, wanted
from simulator.printing.own.sample import NAME, write_sample


def main() -> int:
    """Write the sample where the first argument says, or under its own name."""
    speak(wanted())
    target = Path(sys.argv[1] if len(sys.argv) > 1 else NAME)
    try:
        write_sample(target)
    except OSError as error:
        print(tr("{name} cannot be written: {why}.", name=target, why=error.strerror or error), file=sys.stderr)
        return 1
    print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main())

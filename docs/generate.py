"""The pages of the documentation that come from the program itself.

    .venv/bin/python -m docs.generate           write them anew
    .venv/bin/python -m docs.generate --check   say which are not current, with exit status 1

Each page has its module in `docs/pages`, where also stands what code cannot say.
"""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from docs.pages.commands import commands_page
from docs.pages.data import data_page
from docs.pages.events import events_page
from docs.pages.machines import machines
from docs.pages.measures import measures
from docs.pages.problems import examples_file, problems
from docs.pages.rights import rights_page
from docs.pages.scenario_format import format_page
from docs.pages.scenarios import scenarios_page
from scenarios.explained import EXAMPLES

HERE = Path(__file__).parent

PAGES: Mapping[str, Callable[[], str]] = {
    "commands.md": commands_page,
    "data.md": data_page,
    "events.md": events_page,
    "machines.md": machines,
    "measures.md": measures,
    "problems.md": problems,
    "rights.md": rights_page,
    "scenario-format.md": format_page,
    "scenarios.md": scenarios_page,
    f"../scenarios/explained/{EXAMPLES}": examples_file,
}
"""Every generated page, and what makes it."""


def stale() -> list[str]:
    """The pages that are not what the program would write now."""
    return [
        name for name, make in PAGES.items() if not (HERE / name).exists() or (HERE / name).read_text("utf-8") != make()
    ]


def main(arguments: list[str]) -> int:
    """Write the pages, or look whether they are current."""
    if arguments == ["--check"]:
        for name in (old := stale()):
            print(f"docs/{name} is not current: run python -m docs.generate")
        return 1 if old else 0
    for name, make in PAGES.items():
        (HERE / name).write_text(make(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""A browser for the tests of a worker, and what is opened in it.

Chromium is the system's; axe-core, which looks for what keeps people out, comes by `make browser`. Where either is
missing, the tests that need it are skipped.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from simulator.debrief.contents import Known
from simulator.debrief.documents import documents
from simulator.engine import Record
from simulator.printing import Document
from tests.browser.driving import Browser, program
from tests.debrief.conftest import agreed as agreed
from tests.debrief.conftest import well as well

ROOT = Path(__file__).parents[2]
AXE = Path(os.environ.get("GOODOFFICES_AXE", ROOT / "build/browser/node_modules/axe-core/axe.min.js"))


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser without a window."""
    found = program()
    if found is None:
        pytest.skip("there is no Chromium here")
    one = Browser(found, tmp_path_factory.mktemp("browser"))
    yield one
    one.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core."""
    if not AXE.exists():
        pytest.skip("there is no axe-core here: make browser")
    return AXE.read_text("utf-8")


def papers(record: Record) -> Mapping[str, Document]:
    """The documents of a session of The Well by their names; of the two sides, whose are made alike, those of one."""
    return {each.name: each.document for each in documents(Known.of(record)) if "lower-head" not in each.name}


def written(folder: Path, name: str, page: str) -> Path:
    """A page as a file."""
    path = folder / f"{name}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8", errors="replace")
    return path

"""The floors hold, and each contract that guards them bites."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("roles", "scenarios", "simulator", "scoring")
CONTRACTS: dict[str, str] = {
    contract["id"]: contract["name"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
}

# Contract, and the modules that break it and nothing else.
OFFENCES: list[tuple[str, Mapping[str, str]]] = [
    ("floors", {"roles/intruder.py": "import scenarios"}),
    ("floors", {"scenarios/intruder.py": "import simulator.engine"}),
    ("floors", {"simulator/engine/intruder.py": "import simulator.journal"}),
    ("floors", {"simulator/engine/intruder.py": "import scoring"}),
    ("floors", {"simulator/journal/intruder.py": "import scoring"}),
    ("floors", {"scoring/intruder.py": "import simulator.journal"}),
    ("floors", {"scoring/intruder.py": "import simulator.debrief"}),
    ("floors", {"simulator/debrief/intruder.py": "import simulator.rehearsal"}),
    ("floors", {"simulator/rehearsal/intruder.py": "import simulator.debrief"}),
    ("floors", {"simulator/debrief/intruder.py": "import simulator.tui"}),
    ("floors", {"simulator/kit/intruder.py": "import simulator.debrief"}),
    ("floors", {"simulator/printing/intruder.py": "import simulator.kit"}),
    ("floors", {"simulator/journal/intruder.py": "import simulator.printing"}),
    ("floors", {"simulator/tui/intruder.py": "import simulator.cli"}),
    ("rooms", {"simulator/somewhere.py": '"""A room that nobody placed."""'}),
    (
        "siblings",
        {
            "scenarios/one_hand.py": "import scenarios.other_hand",
            "scenarios/other_hand.py": "import scenarios.one_hand",
        },
    ),
    *(
        ("pure-engine", {"simulator/engine/intruder.py": f"import {library}"})
        for library in ("asyncio", "logging", "os", "pathlib", "secrets", "shutil")
    ),
    *(
        ("pure-engine", {"simulator/engine/intruder.py": f"import {library}"})
        for library in ("socket", "subprocess", "tempfile", "threading", "time")
    ),
    ("click", {"simulator/tui/intruder.py": "import click"}),
    ("rich", {"simulator/debrief/intruder.py": "from rich.table import Table"}),
    ("textual", {"simulator/cli/intruder.py": "from textual.app import App"}),
    ("browser", {"simulator/tui/intruder.py": "import aiohttp"}),
    ("jinja2", {"simulator/tui/intruder.py": "import jinja2"}),
    ("paper", {"simulator/kit/intruder.py": "import typst"}),
    ("paper", {"simulator/debrief/intruder.py": "from docxtpl import DocxTemplate"}),
    ("paper", {"simulator/cli/intruder.py": "import docx"}),
    ("paper", {"scenarios/intruder.py": "from lxml import etree"}),
    ("numbers", {"simulator/rehearsal/intruder.py": "import numpy as np"}),
    ("numbers", {"simulator/debrief/intruder.py": "import moocore"}),
    ("plots", {"scoring/intruder.py": "import plotext"}),
    ("drawings", {"simulator/printing/intruder.py": "import pygal"}),
    ("agreement-between-raters", {"scoring/intruder.py": "import krippendorff"}),
    ("store", {"simulator/cli/intruder.py": "import sqlite3"}),
    ("store", {"simulator/rehearsal/intruder.py": "from pysqlite3 import dbapi2"}),
    ("store", {"simulator/tui/intruder.py": "from argon2 import PasswordHasher"}),
    ("transitions", {"simulator/debrief/intruder.py": "from transitions.extensions import GraphMachine"}),
    ("case", {"roles/intruder.py": "import yaml"}),
    ("case", {"simulator/engine/intruder.py": "from pydantic import BaseModel"}),
    ("case", {"simulator/tui/intruder.py": "from babel.dates import format_date"}),
    ("msgspec", {"roles/intruder.py": "import msgspec"}),
    ("msgspec", {"simulator/tui/intruder.py": "import msgspec"}),
]


FIRST = {contract: at for at, (contract, _) in reversed(list(enumerate(OFFENCES)))}
"""The offence of each contract that is tried every time; the others are tried by hand."""


def lint(tree: Path) -> tuple[set[str], str]:
    """The contracts that a tree breaks, and what the linter printed."""
    linter = (
        "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True, no_logo=True))"
    )
    run = subprocess.run(
        [sys.executable, "-c", linter],
        cwd=tree,
        env={**os.environ, "COLUMNS": "200", "NO_COLOR": "1", "PYTHONPATH": str(tree)},
        capture_output=True,
        text=True,
        check=False,
    )
    judged = dict(re.findall(r"^(.+?) (KEPT|BROKEN)(?: \(.*\))?\s*$", run.stdout, re.MULTILINE))
    assert set(judged) == set(CONTRACTS.values()), run.stdout + run.stderr
    broken = {contract for contract, name in CONTRACTS.items() if judged[name] == "BROKEN"}
    assert (run.returncode == 0) == (not broken), run.stdout + run.stderr
    return broken, run.stdout


@pytest.fixture
def copied_tree(tmp_path: Path) -> Path:
    """The four packages, without their data, and the contracts."""
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__", "library"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_tree_keeps_every_contract() -> None:
    broken, printed = lint(ROOT)
    assert not broken, printed


@pytest.mark.parametrize(
    ("contract", "modules"),
    [
        pytest.param(*offence, marks=[] if at in FIRST.values() else pytest.mark.soak)
        for at, offence in enumerate(OFFENCES)
    ],
)
def test_an_offence_breaks_its_contract_and_no_other(
    contract: str, modules: Mapping[str, str], copied_tree: Path
) -> None:
    for path, text in modules.items():
        (copied_tree / path).write_text(text + "\n", encoding="utf-8")
    broken, printed = lint(copied_tree)
    # An import up the house closes a circle as well, wherever the upper room already uses the lower one.
    follows = {"siblings"} if contract == "floors" else set()
    assert contract in broken, printed
    assert broken - follows <= {contract}, printed


def test_every_contract_has_an_offence() -> None:
    assert {contract for contract, _ in OFFENCES} == set(CONTRACTS)


def loaded_by(statement: str) -> set[str]:
    """The top-level modules that a fresh interpreter holds after a statement."""
    run = subprocess.run(
        [sys.executable, "-c", f"{statement}; import sys; print(*sorted(sys.modules), sep='\\n')"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return {name.partition(".")[0] for name in run.stdout.split()}


def test_the_engine_loads_no_heavy_library() -> None:
    heavy = {"textual", "rich", "click", "jinja2", "numpy", "moocore", "sqlite3", "_sqlite3", "pysqlite3", "argon2"}
    assert loaded_by("import simulator.engine") & heavy == set()


def test_the_scenarios_load_no_numbers_and_no_screen() -> None:
    assert loaded_by("import scenarios") & {"numpy", "moocore", "textual", "rich", "transitions"} == set()


def test_the_print_kit_loads_no_typesetter_before_it_sets_anything() -> None:
    heavy = {"typst", "docx", "docxtpl", "lxml", "jinja2"}
    assert loaded_by("import simulator.printing") & heavy == set()
    assert loaded_by("import simulator.printing.pdf, simulator.kit") & heavy == set()


def test_the_simulator_package_imports_nothing() -> None:
    tree = ast.parse((ROOT / "simulator" / "__init__.py").read_text(encoding="utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]

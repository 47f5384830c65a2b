"""What people wrote for people: links lead somewhere, commands run, nothing is named that only one machine has."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^ *```$", re.M | re.S)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
NAMES = [str(path.relative_to(ROOT)) for path in PAGES]
GOODOFFICES = (sys.executable, "-c", "from simulator.cli import main; main()")


def _prose(page: Path) -> str:
    """A page without its blocks and spans of code."""
    return re.sub(r"`[^`\n]+`", lambda span: "x" * len(span[0]), FENCE.sub("", page.read_text("utf-8")))


def _anchors(page: Path) -> set[str]:
    """The anchors that a forge makes of a page's headings."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", page.read_text("utf-8")), re.M)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in LINK.findall(_prose(page)):
        if re.match(r"[a-z]+:", target):
            assert target.startswith("https://"), target
            continue
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there.exists(), f"{page.name}: {target}"
        assert not anchor or anchor in _anchors(there), f"{page.name}: {target}"


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_no_page_names_a_machine(page: Path) -> None:
    found = re.findall(r"(?<![\w.~])/(?:home|root|work|tmp|Users|mnt|opt)/\S*|[A-Z]:\\\\\S*", page.read_text("utf-8"))
    assert not found


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_paths_of_the_tree_that_a_page_names_are_there(page: Path) -> None:
    for name in re.findall(r"`((?:roles|scenarios|simulator|scoring|tests|docs)/[\w./-]+)`", page.read_text("utf-8")):
        elsewhere = name.startswith("tests/playthroughs") or "<" in name
        assert elsewhere or (ROOT / name).exists(), f"{page.name}: {name}"


def test_every_page_is_in_the_index() -> None:
    index = (ROOT / "docs" / "README.md").read_text("utf-8")
    for page in (ROOT / "docs").glob("*.md"):
        assert page.name == "README.md" or f"]({page.name})" in index, page.name


def test_decisions_are_numbered_without_gaps_and_a_screen_each() -> None:
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    for number, page in enumerate(pages, start=1):
        text = page.read_text("utf-8")
        assert page.name.startswith(f"{number:04}-")
        assert text.startswith(f"# {number}. ")
        assert len(text.splitlines()) <= 60, page.name


def test_pictures_load_nothing() -> None:
    for picture in (ROOT / "docs" / "pictures").glob("*.svg"):
        text = picture.read_text("utf-8")
        assert "@font-face" not in text, picture.name
        assert not re.findall(r"(?:href|src)\s*=\s*[\"'](?!#)|url\((?!['\"]?#)", text), picture.name


def _shell(page: Path) -> Iterator[str]:
    """The lines of a page's shell blocks, without their comments."""
    for _, language, block in FENCE.findall(page.read_text("utf-8")):
        if language == "sh":
            yield from (line.strip() for line in re.sub(r" +#.*", "", block).splitlines() if line.strip())


def test_make_targets_that_pages_name_are_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"):
        named = {m for line in _shell(page) for m in re.findall(r"^make (\w+)", line)}
        named |= set(re.findall(r"`make (\w+)`", page.read_text("utf-8")))
        assert named <= targets, page.name


@pytest.mark.parametrize(
    "page",
    [ROOT / "README.md", pytest.param(ROOT / "docs" / "guide-designer.md", marks=pytest.mark.soak)],
    ids=lambda page: page.stem,
)
def test_the_commands_of_a_page_run(page: Path, tmp_path: Path) -> None:
    """One after the other in an empty folder; the demo plays three hours, which takes half a minute."""
    shutil.copytree(ROOT / "tests" / "cases", tmp_path / "tests" / "cases")
    ours = {"GOODOFFICES_JOURNAL": str(tmp_path / "journal.db"), "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
    for line in _shell(page):
        words = shlex.split(line)
        if words[0] == "make":
            continue
        command = [*GOODOFFICES, *words[1:]] if words[0] == "goodoffices" else words
        done = subprocess.run(
            command, cwd=tmp_path, env={**os.environ, **ours}, capture_output=True, text=True, timeout=100
        )
        assert done.returncode == 0, f"{line}\n{done.stderr}"


def test_the_script_of_the_commands_page_is_carried_out(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    (script,) = (block for _, language, block in FENCE.findall(page) if language == "yaml")
    (tmp_path / "script.yaml").write_text(script, encoding="utf-8")
    arguments = ["enact", "sources-of-kalindra", "script.yaml", "--out", "record.jsonl"]
    done = subprocess.run(
        [*GOODOFFICES, *arguments],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr

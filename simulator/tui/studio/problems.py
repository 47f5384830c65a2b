"""Problems: what is wrong, at its line, with what to do about it."""

from collections import Counter
from pathlib import Path

from textual.content import Content

from scenarios.explained import REASONS, explained
from scenarios.problems import Problem, shown
from scenarios.texts import tr, trc
from simulator.tui.boards.line import cell, page, row, words
from simulator.tui.safe import safe
from simulator.tui.studio.known import Known

AROUND = 3
"""Lines that are shown before and after the one with the problem."""
WIDEST = 66
"""Columns of a line that are shown, as many as fit on a narrow screen."""


def named(known: Known) -> dict[str, Problem]:
    """The problems by what stays the same when lines move: file, code, path, and the how-manieth of these."""
    times: Counter[str] = Counter()
    found: dict[str, Problem] = {}
    for problem in known.problems:
        name = f"{problem.file}\0{problem.code}\0{problem.path}"
        times[name] += 1
        found[f"{name}\0{times[name]}"] = problem
    return found


def rows(known: Known, width: int) -> list[tuple[str, Content]]:
    """One row a problem."""
    return [(name, _row(known, problem)) for name, problem in named(known).items()]


def _row(known: Known, problem: Problem) -> Content:
    error = problem.severity == "error"
    # Translators: how bad a problem is; at most 7 characters.
    severity = trc("a problem", "error") if error else trc("a problem", "warning")
    place = f"{problem.line}" if Path(problem.file) == known.place else f"{Path(problem.file).name}:{problem.line}"
    return row(
        cell(severity, 7, "bold" if error else ""),
        cell(place, max(5, min(14, len(place)))),
        cell(problem.code, 10),
        words(problem.message),
    )


def detail(known: Known, picked: str | None) -> Content:
    """The problem under the cursor; or that there is none."""
    problem = named(known).get(picked or "")
    if problem is not None:
        return in_full(known, problem)
    if known.reading is None:
        return words(tr("Reading …"))
    if known.found is None:
        return words(tr("The text is in order so far; the value tables are being weighed."))
    accepted = [
        words(tr("Accepted: {code} ({reason})", code=one.code, reason=_reason(known, one).rstrip(".")))
        for one in known.found.accepted
    ]
    return page(words(tr("Nothing is wrong with this case."), "bold"), Content("\n").join(accepted))


def _reason(known: Known, problem: Problem) -> str:
    return known.case.accepts.get(problem.code, "") if known.case is not None else ""


def in_full(known: Known, problem: Problem) -> Content:
    """A problem with the lines around it, what to do, and what its code means."""
    suggestion = tr("did you mean `{name}`?", name=problem.suggestion) if problem.suggestion is not None else ""
    place = f"{Path(problem.file).name}:{problem.line}:{problem.column}"
    return page(
        words(f"{place}  {problem.code}", "bold"),
        words(problem.message),
        excerpt(known, problem),
        words(suggestion),
        words(problem.remedy, "bold"),
        safe(explained(problem.code)) if problem.code in REASONS else None,
    )


def excerpt(known: Known, problem: Problem) -> Content:
    """The lines around a problem with their numbers, and a caret under the place."""
    text = _text(known, problem).split("\n")
    first, last = max(1, problem.line - AROUND), min(len(text), problem.line + AROUND)
    wide = len(str(last))
    start = max(0, problem.column - WIDEST * 3 // 4) if problem.column > WIDEST - 6 else 0
    found: list[Content] = []
    for at in range(first, last + 1):
        here = at == problem.line
        line = shown(text[at - 1][start : start + WIDEST])
        found.append(Content.styled(f"{'>' if here else ' '} {at:>{wide}} │ {line}", "bold" if here else ""))
        if here:
            found.append(Content.styled(f"  {'':>{wide}} │ {' ' * (problem.column - 1 - start)}^", "bold"))
    return Content("\n").join(found)


def _text(known: Known, problem: Problem) -> str:
    """The text in which a problem stands; what is known of it where the text is not kept."""
    reading = known.reading
    if reading is None:
        return problem.excerpt
    if problem.file == reading.name:
        return reading.text
    kept = reading.pieces.get(problem.file) or reading.folder.files.get(Path(problem.file).name)
    return kept if kept is not None else "\n" * (problem.line - 1) + problem.excerpt


def place(known: Known, picked: str | None) -> tuple[Path, int, int] | None:
    """The file, line and column of the problem under the cursor."""
    problem = named(known).get(picked or "")
    return (Path(problem.file), problem.line, problem.column) if problem is not None else None

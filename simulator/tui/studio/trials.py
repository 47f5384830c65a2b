"""Rehearse: what became of the case when stand-ins played it, again and again."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from textual.content import Content

from scenarios.model import Scenario
from scenarios.texts import number, tr, trc, trn
from scoring.sentences import figure
from simulator.tui.boards.line import cell, page, paragraph, row, series, told, words
from simulator.tui.named import named

MOST = 100
"""Rehearsals at once."""


@dataclass(frozen=True, slots=True)
class Trial:
    """How one rehearsal ended."""

    seed: int
    kind: str | None
    """The kind of outcome; None where there was none."""
    why: str = ""
    """Why it could not be played."""
    values: Mapping[str, int] = field(default_factory=dict)
    """What the agreement is worth, raw, by deciding party."""
    events: int = 0
    refused: int = 0
    """How many acts the rules refused."""


class Trials:
    """Rehearsals that go on in a program of their own."""

    def __init__(self, bound: str, seeds: Sequence[int]) -> None:
        self.bound = bound
        self.seeds = tuple(seeds)
        self.stopped = False
        self.over = False
        self._process: subprocess.Popen[str] | None = None

    def run(self, told: Callable[[float], None], ended: Callable[[Trial], object]) -> None:
        """Play them one after the other; tell how much is done, and how each ended. Raises OSError."""
        try:
            self._run(told, ended)
        finally:
            self.over = True

    def _run(self, told: Callable[[float], None], ended: Callable[[Trial], object]) -> None:
        words = [sys.executable, "-P", "-m", "simulator.tui.studio.playing", *map(str, self.seeds)]
        process = subprocess.Popen(
            words,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            start_new_session=True,
            env={**os.environ, "PYDANTIC_DISABLE_PLUGINS": "__all__"},
        )
        self._process = process
        if self.stopped:
            process.kill()
        with process:
            assert process.stdin is not None
            assert process.stdout is not None
            with suppress(BrokenPipeError):  # its status tells what happened
                process.stdin.write(self.bound)
                process.stdin.close()
            done = 0
            for line in process.stdout:
                if not line.endswith("\n"):
                    break  # it was stopped in the middle of a word
                what, seed, value = json.loads(line)
                if what == "share":
                    told((done + value) / len(self.seeds))
                else:
                    done += 1
                    ended(Trial(seed, **value))
                    told(done / len(self.seeds))
        if process.returncode and not self.stopped:
            raise ChildProcessError(tr("the stand-ins ended with status {n}", n=process.returncode))

    def stop(self) -> None:
        """Stop at once; what has ended stays."""
        self.stopped = True
        if self._process is not None:
            self._process.kill()


def rows(case: Scenario, trials: Sequence[Trial]) -> list[tuple[str, Content]]:
    """One row a rehearsal."""
    return [(str(one.seed), _row(case, one)) for one in trials]


def outcome(one: Trial) -> str:
    """How a rehearsal ended, in a few words."""
    if one.why:
        return tr("cannot be played")
    # Translators: the outcome of a rehearsal that has none.
    return named(one.kind) if one.kind is not None else trc("a rehearsal", "no outcome")


def _row(case: Scenario, one: Trial) -> Content:
    worth = trc("a rehearsal", "no agreement to weigh")
    if one.values:
        worth = series(
            tr("{party} {points}", party=case.parties[name].short, points=figure(raw / 100, 1))
            for name, raw in one.values.items()
            if name in case.parties
        )
    return row(
        # Translators: the number that draws the chances of a rehearsal; at most 9 characters with a number such as 100.
        cell(tr("seed {n}", n=one.seed), 9),
        cell(outcome(one), 20, "bold"),
        words(worth if not one.why else one.why),
    )


def detail(case: Scenario, trials: Sequence[Trial], picked: str | None) -> Content:
    """How the rehearsals ended, how far the values spread, and the one under the cursor."""
    if not trials:
        return words(tr("Nobody has rehearsed this case here yet. Press R."))
    ends = Counter(outcome(one) for one in trials)
    kinds = [words(f"• {told(kind, number(many))}") for kind, many in ends.most_common()]
    return page(
        paragraph(trn("{n} rehearsal", "{n} rehearsals", len(trials)), Content("\n").join(kinds)),
        _spread(case, trials),
        _one(case, next((one for one in trials if str(one.seed) == picked), None)),
        words(tr("Stand-ins are no people: they show whether a case can be played, not how it will be."), "italic"),
    )


def _spread(case: Scenario, trials: Sequence[Trial]) -> Content | None:
    found = []
    for party in case.deciding():
        raws = sorted(one.values[party] for one in trials if party in one.values)
        if not raws:
            continue
        least = case.parties[party].reservation or 0
        found.append(
            words(
                "• "
                + tr(
                    "{party}: from {low} to {high}, in the middle {middle}; needs {least}",
                    party=case.parties[party].short,
                    low=figure(raws[0] / 100, 1),
                    high=figure(raws[-1] / 100, 1),
                    middle=figure(raws[len(raws) // 2] / 100, 1),
                    least=least,
                )
            )
        )
    return paragraph(tr("What the agreements are worth"), Content("\n").join(found)) if found else None


def _one(case: Scenario, one: Trial | None) -> Content | None:
    if one is None:
        return None
    worth = [
        words(f"• {told(case.parties[name].short, figure(raw / 100, 1))}")
        for name, raw in one.values.items()
        if name in case.parties
    ]
    events = trn("{n} event", "{n} events", one.events)
    refused = trn("{n} act was refused", "{n} acts were refused", one.refused) if one.refused else ""
    facts = words(one.why or series((outcome(one), events, refused)))
    return paragraph(tr("seed {n}", n=one.seed), Content("\n").join([facts, *worth]))

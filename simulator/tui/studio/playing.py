"""A rehearsal in a program of its own, so that the screen stays quick and it can be stopped at any moment.

The case is read from stdin, bound as one text; each line on stdout is a JSON list: how far a seed is, or its outcome.
"""

import json
import sys
from typing import Any

from scenarios.model import Scenario
from scenarios.reading import read_text
from simulator.engine import Refused
from simulator.rehearsal import rehearsal


def main() -> None:
    """Rehearse the case on stdin with each seed among the words."""
    case = read_text(sys.stdin.read()).scenario
    for word in sys.argv[1:]:
        seed = int(word)
        if case is not None:
            _tell("outcome", seed, _played(case, seed))


def _played(case: Scenario, seed: int) -> dict[str, Any]:
    from scoring.preferences import NoValue, complete, raw_value

    try:
        done = rehearsal(case, seed, lambda share: _tell("share", seed, share))
    except Refused as no:
        return {"kind": None, "why": str(no)}
    outcome = done.session.outcome
    values: dict[str, int] = {}
    if outcome is not None and done.session.settled:
        package = complete(case, outcome.terms)
        for party in case.deciding():
            try:
                values[party] = raw_value(case, party, package)
            except NoValue:
                continue
    return {
        "kind": None if outcome is None else str(outcome.kind),
        "why": "",
        "values": values,
        "events": len(done.record.events),
        "refused": sum(done.refusals.values()),
    }


def _tell(what: str, seed: int, value: object) -> None:
    print(json.dumps([what, seed, value]), flush=True)


if __name__ == "__main__":
    main()

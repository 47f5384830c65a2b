"""scenarios.md: the cases on the shelf."""

from docs.pages.told import ROOT, page, table, text
from scenarios.codes import CODES
from scenarios.model import Scenario
from scenarios.reading import read

MECHANISMS = (
    ("bodies", "several bodies", lambda case: len(case.bodies) > 1),
    ("sub-committees", "reports of sub-committees", lambda case: any(b.reports_to for b in case.bodies.values())),
    ("agenda", "agendas anew in every round", lambda case: any(p.new_agenda for p in case.phases.values())),
    ("walk-out", "a return that needs a step", lambda case: case.return_needs_step),
    ("incidents", "incidents and a hotline", lambda case: bool(case.incidents)),
    ("follow-up", "a follow-up list", lambda case: bool(case.follow_up)),
    ("reference-text", "an agreement in force", lambda case: case.reference is not None),
    ("factions", "factions", lambda case: any(p.factions for p in case.parties.values())),
    ("texts", "several texts", lambda case: bool(case.texts)),
    ("inputs", "inputs and a synthesis", lambda case: bool(case.inputs)),
)
"""Mechanisms that a case may use: the page, what it is called, and how one sees it."""


def scenarios_page() -> str:
    """Every shipped scenario: what it is, what it uses, and which warnings it keeps on purpose."""
    parts = [
        text("""
            What is on the shelf. `goodoffices list` shows the same; `goodoffices check` says of each which warnings its
            designer has weighed and kept. Those are here with their reasons: a warning is advice, and a lesson may need
            what the advice is against.
        """)
    ]
    for path in sorted((ROOT / "scenarios" / "library").glob("*/scenario.yaml")):
        case = read(path).scenario
        assert case is not None, path
        rules = ", ".join(dict.fromkeys(f"`{body.rule.kind.value}`" for body in case.bodies.values()))
        used = [f"[{said}](mechanisms/{page}.md)" for page, said, holds in MECHANISMS if holds(case)]
        facts = (
            ("level", case.level),
            ("minutes", str(case.minutes)),
            ("seats", _seats(case)),
            ("issues", ", ".join(issue.title for issue in case.issues.values())),
            ("decides by", rules),
            ("uses", ", ".join(used) or "one plenary, caucuses, a single text"),
            ("languages", ", ".join((case.language, *case.languages)) + _printed(case)),
        )
        parts.append(f"## {case.title}\n\n`{case.id}`. {case.summary.strip()}\n\n" + table(("", ""), facts))
        kept = [(f"[{code}](problems.md)", CODES[code], reason) for code, reason in case.accepts.items()]
        if kept:
            parts.append("Warnings that it keeps:\n\n" + table(("code", "means", "why the lesson wants it"), kept))
    return page("The shipped scenarios", *parts)


def _seats(case: Scenario) -> str:
    sizes = [size.people for size in case.casting]
    return f"{len(case.seats)}" + (f" (cast for {min(sizes)} to {max(sizes)} people)" if sizes else "")


def _printed(case: Scenario) -> str:
    return f" (papers also in {', '.join(case.papers)})" if case.papers else ""

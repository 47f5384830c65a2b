"""Issues: what is negotiated, with the options and what holds when an agreement leaves it out."""

from textual.content import Content

from scenarios.model import Issue, Option, Scenario
from scenarios.texts import listing, tr, trc, trn
from simulator.tui.boards.line import cell, page, paragraph, row, series, words
from simulator.tui.safe import lines
from simulator.tui.studio import naming

MOST = 24
"""Options of an issue that are told in full."""


def rows(case: Scenario, width: int) -> list[tuple[str, Content]]:
    """One row an issue."""
    return [
        (
            f"issues.{name}",
            row(
                cell(issue.title, 26, "bold"),
                # Translators: at most 11 characters with the number.
                cell(trn("{n} option", "{n} options", len(issue.options)), 11),
                words(naming.teaches(issue.kind)),
            ),
        )
        for name, issue in case.issues.items()
    ]


def detail(case: Scenario, picked: str | None) -> Content:
    """An issue in full."""
    issue = case.issues.get((picked or "").removeprefix("issues."))
    if issue is None:
        return Content("")
    told = list(issue.options.items())[:MOST]
    more = len(issue.options) - len(told)
    return page(
        words(issue.title, "bold"),
        words(issue.question),
        words(tr("What it teaches: {lesson}.", lesson=naming.teaches(issue.kind))),
        lines(issue.background),
        *(_option(case, issue, name, option) for name, option in told),
        words(trn("… and {n} more option", "… and {n} more options", more)) if more else None,
    )


def _option(case: Scenario, issue: Issue, name: str, option: Option) -> Content:
    # Translators: the option that holds when an agreement leaves the issue out.
    default = trc("an option", "holds by default") if name == issue.default else ""
    includes = tr("includes {whom}", whom=naming.included(option.includes)) if option.includes else ""
    known = ""
    if option.known_to is not None:
        known = tr("known to {parties}", parties=listing(naming.short(case, one) for one in option.known_to))
        if not option.known_to:
            known = tr("known to nobody at first")
    notes = [words(series((default, includes, known)), "italic")] if default or includes or known else []
    if option.harm:
        notes.append(words(tr("It would hurt: {whom}", whom=option.harm)))
    notes += [words(tr("A norm that it touches: {norm}", norm=norm)) for norm in option.norm_flags]
    return paragraph(f"• {option.label}", Content("\n").join([lines(option.text), *notes]))

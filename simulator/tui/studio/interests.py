"""Interests: which interest unlocks which option, what serves it, and what nobody can find out."""

from collections.abc import Iterable

from textual.content import Content

from scenarios.model import Interest, Scenario
from scenarios.texts import listing, tr, trc
from simulator.tui.boards.line import cell, page, paragraph, row, told, words
from simulator.tui.boards.names import interest_kept
from simulator.tui.safe import lines
from simulator.tui.studio import naming

SIGNS = {"open": "○", "guarded": "◐", "hidden": "●"}


def rows(case: Scenario, width: int) -> list[tuple[str, Content]]:
    """One row an interest, then one an option that is not on the board at first."""
    found: list[tuple[str, Content]] = []
    room = max(20, min(60, width // 2 - 8))
    for name, party in case.parties.items():
        for key, interest in party.interests.items():
            star = "★" if interest.key else " "
            found.append(
                (
                    f"parties.{name}.interests.{key}",
                    row(
                        cell(f"{star}{SIGNS.get(interest.kept, '?')}", 2),
                        cell(party.short, 10, "bold"),
                        *_told(case, interest, room),
                    ),
                )
            )
    for issue, option in off_board(case):
        found.append(
            (
                f"issues.{issue}.options.{option}",
                row(
                    cell("?!" if is_lost(case, issue, option) else "? ", 2),
                    # Translators: an option that is not on the board when play begins; at most 10 characters.
                    cell(trc("an option", "kept back"), 10),
                    cell(case.issues[issue].options[option].label, room),
                    words(_found_by(case, issue, option)),
                ),
            )
        )
    return found


def off_board(case: Scenario) -> list[tuple[str, str]]:
    """The options that are not on the board when play begins."""
    return [
        (issue, name)
        for issue, written in case.issues.items()
        for name, option in written.options.items()
        if option.known_to is not None
    ]


def keys_to(case: Scenario, issue: str, option: str) -> list[tuple[str, str]]:
    """The interests that lead to an option: party and interest."""
    wanted = f"{issue}.{option}"
    return [
        (name, key)
        for name, party in case.parties.items()
        for key, interest in party.interests.items()
        if wanted in interest.unlocks
    ]


def is_lost(case: Scenario, issue: str, option: str) -> bool:
    """Whether an option is kept back where nobody can find it."""
    return not case.issues[issue].options[option].known_to and not keys_to(case, issue, option)


def _told(case: Scenario, interest: Interest, room: int) -> list[Content]:
    leads_to = _leads_to(case, interest)
    return [cell(interest.text, room), words(leads_to)] if leads_to else [words(interest.text)]


def _leads_to(case: Scenario, interest: Interest) -> str:
    labels = []
    for named in interest.unlocks:
        issue, _, option = named.partition(".")
        known = case.issues[issue].options if issue in case.issues else {}
        labels.append(known[option].label if option in known else named)
    return "→ " + tr("; ").join(labels) if labels else ""


def _found_by(case: Scenario, issue: str, option: str) -> str:
    if is_lost(case, issue, option):
        return tr("nobody can find it")
    by = [naming.short(case, party) for party, _ in keys_to(case, issue, option)]
    knows = [naming.short(case, party) for party in case.issues[issue].options[option].known_to or ()]
    if by and knows:
        return tr(
            "known to {knowing}; an interest of {parties} leads to it", knowing=listing(knows), parties=listing(by)
        )
    if by:
        return tr("an interest of {parties} leads to it", parties=listing(by))
    return tr("known to {parties}", parties=listing(knows))


def detail(case: Scenario, picked: str | None) -> Content:
    """An interest, or an option that is kept back, in full."""
    parts = (picked or "").split(".")
    if len(parts) != 4:
        return Content("")
    if parts[0] == "issues" and parts[1] in case.issues and parts[3] in case.issues[parts[1]].options:
        return page(_kept_back(case, parts[1], parts[3]), _signs())
    party = case.parties.get(parts[1])
    interest = party.interests.get(parts[3]) if party is not None else None
    if party is None or interest is None:
        return Content("")
    return page(
        words(told(party.short, interest_kept(interest.kept)), "bold"),
        lines(interest.text),
        words(tr("The exercise is about discovering it.")) if interest.key else None,
        paragraph(tr("What a good listener notices"), lines(interest.hint)) if interest.hint else None,
        paragraph(tr("How it can be found out"), lines(interest.discovery))
        if interest.discovery
        else _unaided(interest),
        _options(case, tr("Whoever hears it knows these options"), interest.unlocks),
        _options(
            case,
            tr("What serves it"),
            [f"{issue}.{name}" for issue, names in interest.served_by.items() for name in names],
        ),
        _signs(),
    )


def _unaided(interest: Interest) -> Content | None:
    if interest.kept == "hidden" and interest.hint is None:
        return words(tr("It has no hint and no way to find it out: it depends on its owner's trust alone."))
    return None


def _options(case: Scenario, heading: str, named: Iterable[str]) -> Content | None:
    found = [words(f"• {naming.option(case, one)}") for one in named]
    return paragraph(heading, Content("\n").join(found)) if found else None


def _kept_back(case: Scenario, issue: str, option: str) -> Content:
    written = case.issues[issue].options[option]
    by = [
        words(f"• {told(naming.short(case, party), case.parties[party].interests[key].text)}")
        for party, key in keys_to(case, issue, option)
    ]
    return page(
        words(told(case.issues[issue].title, written.label), "bold"),
        lines(written.text),
        words(tr("It is not on the board when play begins: {found}.", found=_found_by(case, issue, option))),
        paragraph(tr("Interests that lead to it"), Content("\n").join(by)) if by else None,
    )


def _signs() -> Content:
    said = tr("★ the exercise is about it; ○ open, ◐ guarded, ● hidden; ? an option that is kept back.")
    return words(said, "italic")

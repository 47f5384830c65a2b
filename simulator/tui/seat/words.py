"""States, times and people in words: nothing is told by a colour or a sign alone."""

from collections.abc import Iterable, Mapping

from textual.content import Content

from simulator.engine.session import Caucus
from simulator.engine.view.shapes import InterestView, IssueView, PackageView, PartyView, RedLine, View
from simulator.engine.words import EVERYBODY, TRAINER, Source
from simulator.tui.boards.line import count
from simulator.tui.safe import lines, one_line, safe
from simulator.tui.seat import names


def hms(seconds: float) -> str:
    """Play seconds as `1:05:09`."""
    whole = max(0, int(seconds))
    return f"{whole // 3600}:{whole % 3600 // 60:02}:{whole % 60:02}"


def ms(seconds: float) -> str:
    """A length as `5:09`."""
    whole = max(0, int(seconds))
    return f"{whole // 60}:{whole % 60:02}"


def seat_name(view: View, seat: str) -> str:
    """The character in a seat, with the words for a stand-in where one plays it."""
    if seat == TRAINER:
        return "Exercise control"
    if seat == EVERYBODY:
        return "everybody"
    found = view.seats.get(seat)
    if found is None:
        return seat
    mark = {Source.STAND_IN: " (stand-in)", Source.EMPTY: " (empty seat)"}.get(found.source, "")
    return one_line(found.name) + mark


def seat_line(view: View, seat: str) -> str:
    """A seat with its party, for lists."""
    found = view.seats.get(seat)
    if found is None:
        return seat_name(view, seat)
    return f"{seat_name(view, seat)}, {party_short(view, found.party)}"


def party_name(view: View, party: str) -> str:
    """The full name of a party."""
    found = view.parties.get(party)
    return one_line(found.name) if found else party


def party_short(view: View, party: str) -> str:
    """The short name of a party."""
    found = view.parties.get(party)
    return one_line(found.short) if found else party


def issue_title(view: View, issue: str | None) -> str:
    """The title of an issue."""
    found = view.issues.get(issue) if issue else None
    return one_line(found.title) if found else issue or ""


def option_label(issue: IssueView | None, option: str | None) -> str:
    """The label of an option, where this seat knows it."""
    if option is None:
        return ""
    known = issue.options if issue else ()
    return next((one_line(o.label) or one_line(o.text) for o in known if o.id == option), "an option not known here")


def terms(view: View, chosen: Mapping[str, str]) -> str:
    """A package in one line."""
    return "; ".join(
        f"{issue_title(view, i)}: {option_label(view.issues.get(i), o)}" for i, o in chosen.items()
    )  # fmt: skip


def points(value: float | None) -> str:
    """Points of a package, without decimals that are none."""
    if value is None:
        return "not known: it has an option that is not on our sheet"
    return f"{value:.1f}".rstrip("0").rstrip(".") + " points"


def red_line(view: View, line: RedLine) -> str:
    """A red line as a sentence."""
    barred = " with ".join(f"“{option_label(view.issues.get(i), o)}” on {issue_title(view, i)}"
                           for i, o in line.barred.items())  # fmt: skip
    if not line.unless:
        return f"never {barred}"
    spared = " and ".join(f"“{option_label(view.issues.get(i), o)}” on {issue_title(view, i)}"
                          for i, o in line.unless.items())  # fmt: skip
    return f"never {barred}, unless with {spared}"


def reads(view: View, package: PackageView) -> str:
    """What a package means for the own party, in a few words; nothing for seats without a score sheet."""
    if view.worth is None:
        return ""
    if package.crossed:
        return f"{points(package.points)}, CROSSES {count(len(package.crossed), 'red line')}"
    if package.points is None:
        return points(None)
    side = "at or above" if package.acceptable else "BELOW"
    return f"{points(package.points)}, {side} our {view.worth.reservation:g}"


def party_line(party: PartyView) -> str:
    """A party on the consent board."""
    return f"{one_line(party.short)} {names.CONSENT_SHORT[party.consent]}"


def interest_owner(view: View, interest: InterestView) -> str:
    """Whose interest it is."""
    return "Ours" if interest.own else party_short(view, interest.party)


def caucus_line(view: View, caucus: Caucus) -> str:
    """A private meeting in one line."""
    state = names.CAUCUS_STATES.get(caucus.state, caucus.state)
    who = ", ".join(seat_name(view, s) for s in caucus.seats)
    length = ""
    if caucus.state == "open":
        length = f", {ms(view.clock.seconds - caucus.opened)} so far"
    elif caucus.state == "closed":
        length = f", took {ms(caucus.closed - caucus.opened)}"
    place = f", {one_line(caucus.place)}" if caucus.place else ""
    return f"No. {caucus.number}, {state}{length}{place}: {who}"


def head(text: str) -> Content:
    """A heading."""
    return Content.styled(one_line(text), "bold")


def fact(name: str, value: str) -> Content:
    """A name in bold and its value."""
    return Content.styled(f"{name}: ", "bold") + safe(value)


def quiet(text: str) -> Content:
    """Words of lesser weight."""
    return Content.styled(one_line(text), "dim")


def loud(text: str) -> Content:
    """Words that must be seen; they say it themselves, without the style."""
    return Content.styled(one_line(text), "bold reverse")


def prose(title: str, text: str) -> Content:
    """A heading with its paragraphs, or nothing where there are none."""
    return head(title) + Content("\n") + lines(text) if text.strip() else Content("")


def stack(parts: Iterable[Content | str], gap: str = "\n") -> Content:
    """Lines or paragraphs under each other; empty ones are left out."""
    kept = [safe(p) if isinstance(p, str) else p for p in parts]
    return Content(gap).join([p for p in kept if p.plain])

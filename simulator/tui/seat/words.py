"""States, times and people in words: nothing is told by a colour or a sign alone."""

from collections.abc import Iterable, Mapping
from functools import reduce

from textual.content import Content

from scenarios.texts import tr, trc, trn
from scoring.sentences import figure
from simulator.engine.session import Caucus, Package
from simulator.engine.view.shapes import InterestView, IssueView, PackageView, PartyView, RedLine, View
from simulator.engine.words import EVERYBODY, TRAINER, Source
from simulator.tui.boards import line
from simulator.tui.boards.line import series, told
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
        return tr("Exercise control")
    if seat == EVERYBODY:
        return tr("everybody")
    found = view.seats.get(seat)
    if found is None:
        return seat
    if found.source is Source.STAND_IN:
        return tr("{name} (stand-in)", name=one_line(found.name))
    if found.source is Source.EMPTY:
        return tr("{name} (empty seat)", name=one_line(found.name))
    return one_line(found.name)


def seat_line(view: View, seat: str) -> str:
    """A seat with its party, for lists."""
    found = view.seats.get(seat)
    if found is None:
        return seat_name(view, seat)
    return series((seat_name(view, seat), party_short(view, found.party)))


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
    known = next((o for o in issue.options if o.id == option), None) if issue else None
    return tr("an option not known here") if known is None else one_line(known.label) or one_line(known.text)


def terms(view: View, chosen: Mapping[str, str]) -> str:
    """A package in one line."""
    return tr("; ").join(told(issue_title(view, i), option_label(view.issues.get(i), o)) for i, o in chosen.items())


def package_line(view: View, package: Package, most: int | None = None) -> str:
    """A package with its number in one line, its terms cut after so many characters."""
    return tr("No. {number}: {terms}", number=package.number, terms=terms(view, package.terms)[:most])


def points(value: float | None) -> str:
    """Points of a package, without decimals that are none."""
    if value is None:
        return tr("not known: it has an option that is not on our sheet")
    return line.points(value)


def red_line(view: View, barred: RedLine) -> str:
    """A red line as a sentence."""
    # Translators: options that may not stand together in an agreement: “all” on Water with “none” on Land.
    never = reduce(lambda one, other: tr("{one} with {other}", one=one, other=other), _options(view, barred.barred))
    if not barred.unless:
        return tr("never {options}", options=never)
    spared = reduce(lambda one, other: tr("{one} and {other}", one=one, other=other), _options(view, barred.unless))
    return tr("never {options}, unless with {others}", options=never, others=spared)


def _options(view: View, chosen: Mapping[str, str]) -> list[str]:
    return [
        tr("“{option}” on {issue}", option=option_label(view.issues.get(i), o), issue=issue_title(view, i))
        for i, o in chosen.items()
    ]


def reads(view: View, package: PackageView) -> str:
    """What a package means for the own party, in a few words; nothing for seats without a score sheet."""
    if view.worth is None:
        return ""
    if package.crossed:
        many = len(package.crossed)
        worth = points(package.points)
        return trn("{points}, CROSSES {n} red line", "{points}, CROSSES {n} red lines", many, points=worth)
    if package.points is None:
        return points(None)
    values = {"points": points(package.points), "reservation": figure(view.worth.reservation, 4)}
    if package.acceptable:
        # Translators: the points of a package against our reservation value: 62 points, at or above our 43.
        return tr("{points}, at or above our {reservation}", **values)
    return tr("{points}, BELOW our {reservation}", **values)


def party_line(party: PartyView) -> str:
    """A party on the consent board."""
    return f"{one_line(party.short)} {names.consent_short()[party.consent]}"


def interest_owner(view: View, interest: InterestView) -> str:
    """Whose interest it is."""
    return trc("an interest", "Ours") if interest.own else party_short(view, interest.party)


def caucus_line(view: View, caucus: Caucus) -> str:
    """A private meeting in one line."""
    state = names.caucus_states().get(caucus.state, caucus.state)
    who = series(seat_name(view, s) for s in caucus.seats)
    length = ""
    if caucus.state == "open":
        length = tr("{time} so far", time=ms(view.clock.seconds - caucus.opened))
    elif caucus.state == "closed":
        length = tr("took {time}", time=ms(caucus.closed - caucus.opened))
    number = tr("No. {number}", number=caucus.number)
    return told(series((number, state, length, one_line(caucus.place or ""))), who)


def head(text: str) -> Content:
    """A heading."""
    return Content.styled(one_line(text), "bold")


def fact(name: str, value: str) -> Content:
    """A name in bold and its value."""
    # Translators: a name in bold before what it is about.
    return Content.styled(tr("{name}:", name=name) + " ", "bold") + safe(value)


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

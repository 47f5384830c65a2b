"""What the terms on the table are worth, how far they are from the frontier, and one package that would be better."""

from textual.content import Content

from scenarios.texts import number, tr, trn
from scoring.outcome.possible import EFFICIENCY
from scoring.preferences import HUNDREDTHS, points
from scoring.sentences import figure, parted
from scoring.zone import Counted, Hint, Offer, Terms, Within
from simulator.engine import View
from simulator.tui.boards.line import cell, clock, issue_title, option, page, paragraph, row, series, short, told, words

BAR = 20
"""Cells of a bar: a point of a hundred is a fifth of one."""


def called(terms: Terms) -> str:
    """What terms are called, in a few words."""
    if terms.source == "text":
        return tr("the text, version {n}", n=terms.number)
    if terms.source == "reports":
        return tr("the reports together")
    return tr("package {n}", n=terms.number)


def bar(value: float, needed: float | None) -> str:
    """A value from 0 to 100 as a plain bar; `|` stands where the reservation is."""
    full = max(0, min(BAR, round(value * BAR / 100)))
    cells = ["█"] * full + ["·"] * (BAR - full)
    if needed is not None:
        cells[max(0, min(BAR - 1, round(needed * BAR / 100)))] = "|"
    return "".join(cells)


def values(view: View, counted: Counted) -> Content:
    """For each party, what the terms on the table are worth against its reservation."""
    listed = list(counted.offers)
    if counted.best is not None and counted.best.terms not in [offer.terms for offer in listed]:
        listed.append(counted.best)
    if not listed:
        return words(tr("No package is on the table and no article settles an issue yet."))
    blocks = [_party(view, counted, party, listed) for party in counted.table.scenario.deciding()]
    unknown = [words(_no_value(view, offer)) for offer in listed if offer.weighed is None]
    return page(*blocks, Content("\n").join(unknown) if unknown else None)


def _party(view: View, counted: Counted, party: str, listed: list[Offer]) -> Content:
    needs = counted.table.instructions.reservations.get(party)
    head = told(short(view, party), _needs(counted, party, needs)) if needs is not None else short(view, party)
    lines = [_line(counted, party, offer) for offer in listed if offer.weighed is not None]
    if counted.better is not None:
        floor = None if needs is None else points(needs)
        value = points(counted.better.values[party])
        lines.append(_bar("≠ " + tr("the better one"), value, floor, ""))
    return Content("\n").join([words(head, "bold"), *lines])


def _needs(counted: Counted, party: str, needs: int) -> str:
    """What a party needs to be better off than without agreement, and how events and delay changed it."""
    first = counted.table.scenario.parties[party].reservation or 0
    if first * HUNDREDTHS == needs:
        return tr("needs {n}", n=figure(points(needs)))
    return tr("needs {n} now, {first} at the start", n=figure(points(needs)), first=first)


def _line(counted: Counted, party: str, offer: Offer) -> Content:
    assert offer.weighed is not None
    worth = offer.weighed.parties[party]
    best = counted.best is not None and offer.terms == counted.best.terms
    name = f"{'*' if best else ' '} {called(offer.terms)}"
    against = tr("RED LINE") if worth.crossed else ""
    return _bar(name, points(worth.value), None if worth.reservation is None else points(worth.reservation), against)


def _bar(name: str, value: float, needed: float | None, against: str) -> Content:
    over = "" if needed is None else _signed(value - needed)
    return row(cell(name, 24), cell(bar(value, needed), BAR), cell(f"{number(value, 1):>5}", 5), cell(over, 6),
               words(against, "bold"))  # fmt: skip


def _signed(value: float) -> str:
    sign = "+" if value > 0 else "\N{MINUS SIGN}" if value < 0 else ""
    return sign + figure(abs(value), 1)


def _no_value(view: View, offer: Offer) -> str:
    if offer.terms.own_words:
        issues = series(issue_title(view, issue) for issue in offer.terms.own_words)
        return tr("No points for {terms}: own words on {issues}.", terms=called(offer.terms), issues=issues)
    return tr("No points for {terms}: {why}.", terms=called(offer.terms), why=offer.no_value)


def distance(view: View, counted: Counted) -> Content | None:
    """How far each of the terms on the table is from the frontier."""
    said = [words("• " + _distance(offer)) for offer in counted.offers if offer.weighed is not None]
    best = [words(tr("* the best that was put forward so far: the most for whoever gains least"))]
    marked = counted.best is not None and any(offer.weighed is not None for offer in counted.offers)
    if not said:
        return None
    return paragraph(tr("Distance to the frontier"), Content("\n").join([*said, *(best if marked else [])]))


def _distance(offer: Offer) -> str:
    assert offer.weighed is not None
    place = offer.weighed.standing
    if place is None or (place.better is None and place.gap.exact):
        return tr("{terms}: efficient; nothing is better for anybody without being worse for others",
                  terms=called(offer.terms))  # fmt: skip
    low, high = points(place.gap.low), points(place.gap.high)
    gap = figure(high) if place.gap.exact else f"{figure(low)}–{figure(high)}"
    many = place.dominating
    count = number(many.low) if many.exact else f"{number(many.low)}–{number(many.high)}"
    return trn(
        "{terms}: every side could have {gap} points more at once; {count} package is better for some, worse for none",
        "{terms}: every side could have {gap} points more at once; {count} packages are better for some, worse for "
        "none",
        many.low,
        terms=called(offer.terms),
        gap=gap,
        count=count,
    )


def affected(view: View, counted: Counted) -> Content | None:
    """What the latest terms mean to parties that have points and no vote."""
    latest = next((o for o in counted.offers if o.weighed is not None and o.weighed.affected), None)
    if latest is None or latest.weighed is None:
        return None
    said = [
        words("• " + tr("{party}: {points} points", party=short(view, party), points=figure(points(worth.value))))
        for party, worth in latest.weighed.affected.items()
    ]
    return paragraph(tr("Without a vote: {terms}", terms=called(latest.terms)), Content("\n").join(said))


def caution() -> str:
    """How to read all of this."""
    return f"{EFFICIENCY.said.caution} {_now()}"


def _now() -> str:
    return tr("Counted under the instructions as they stand now, after events and delay.")


def in_short(view: View, counted: Counted | None) -> str:
    """The better package in one line."""
    if counted is None:
        return tr("counting…")
    if counted.better is None:
        if counted.why_not or not counted.table.scenario.deciding():
            return ""
        latest = counted.table.latest
        if latest is None or not counted.room[Within.CASE].acceptable.high:
            return tr("none that every side could sign")
        return tr("none: {terms} is efficient", terms=called(latest))
    hint = counted.better
    gains = series(f"{short(view, party)} {_signed(points(gain))}" for party, gain in hint.gains.items())
    return tr("{gains}, {where}", gains=gains, where=_where(hint))


def _where(hint: Hint) -> str:
    if hint.proposed is not None:
        return tr("put forward as no. {number}", number=hint.proposed)
    if hint.within is Within.BOARD:
        return tr("on the board since {time}", time=clock(hint.since or 0.0))
    if hint.within is Within.KNOWN and hint.since is not None:
        return tr("known since {time}", time=clock(hint.since))
    return trn("{n} option nobody knows yet", "{n} options nobody knows yet", len(hint.missing))


def in_full(view: View, counted: Counted) -> Content:
    """The better package term by term, what it brings, and since when it could have been put forward."""
    hint = counted.better
    if hint is None:
        latest = counted.table.latest
        if latest is None:
            return words(tr("No package of the case could be signed by every side."))
        return words(tr("Nothing that every side could sign is better for some and worse for none than {terms}.",
                        terms=called(latest)))  # fmt: skip
    over = hint.over
    before = dict(over.options) if over is not None else {}
    missing = set(hint.missing)
    terms = [
        row(
            cell("≠" if over is not None and before.get(issue, view.issues[issue].default) != chosen else " ", 1),
            words(told(issue_title(view, issue), option(view, issue, chosen))),
            words(tr("(not on the board)"), "italic") if (issue, chosen) in missing else "",
        )
        for issue, chosen in hint.package.items()
        if issue in view.issues
    ]
    gains = [
        words(
            tr(
                "• {party}: {points}, that is {change}",
                party=short(view, party),
                points=figure(points(value)),
                change=_signed(points(hint.gains[party])),
            )
        )
        for party, value in hint.values.items()
    ]
    return page(
        words(_what(hint), "bold"),
        Content("\n").join(terms),
        words(tr("≠ differs from {terms}", terms=called(over)), "dim") if over is not None else None,
        paragraph(tr("Points"), Content("\n").join(gains)),
        words(_since(hint)),
        None if hint.exact else words(tr("The best that was found; the tables are too large to know the best.")),
        words(tr("For your eyes: a hint to the table would be yours, not theirs. {caution}",
                 caution=EFFICIENCY.said.caution)),
    )  # fmt: skip


def _what(hint: Hint) -> str:
    if hint.over is None:
        return tr("A package that every side could sign")
    if hint.preferred:
        return tr("Better than {terms}: every side could sign it, and none gets less", terms=called(hint.over))
    return tr("Every side could sign it, unlike {terms}; some would get less", terms=called(hint.over))


def _since(hint: Hint) -> str:
    said = []
    if hint.proposed is not None:
        said.append(tr("it was put forward before, as package {n}", n=hint.proposed))
    else:
        said.append(tr("nobody has put it forward"))
    if hint.within is Within.BOARD:
        said.append(tr("all its options are on the board since {time}", time=clock(hint.since or 0.0)))
    elif hint.since is not None:
        said.append(tr("somebody knows each of its options since {time}", time=clock(hint.since)))
    else:
        said.append(tr("it needs options that nobody knows yet"))
    text = parted(said)
    return tr("{text}.", text=text[:1].upper() + text[1:])

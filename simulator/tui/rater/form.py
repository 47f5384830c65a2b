"""The rubric of one person: dimensions, levels with what each looks like, and what the rater saw."""

from textual.content import Content

from scenarios.texts import mark, tr, trn
from scoring.rubric import DIMENSIONS, INSUFFICIENT, LEVELS
from simulator.engine.session import Observation, Rating, RatingSheet
from simulator.engine.view.shapes import View
from simulator.engine.words import Dimension, Source
from simulator.tui.boards.line import cell, clock, page, paragraph, row, series, told, who, words
from simulator.tui.safe import one_line

NOTHING = mark("Nothing is noted of this person: press n.")


def ratable(view: View) -> list[str]:
    """Seats that people play, without the rater's own."""
    return [s for s, chair in view.seats.items() if chair.source is Source.HUMAN and s != view.seat]


def rating_of(sheet: RatingSheet, seat: str, dimension: Dimension) -> Rating | None:
    """The rating of a person on a dimension."""
    return next((r for r in sheet.ratings if (r.seat, r.dimension) == (seat, dimension)), None)


def rows(view: View, seat: str | None) -> list[tuple[str, Content]]:
    """The dimensions with the level that was given."""
    if view.sheet is None or seat is None:
        return []
    return [
        (f"dimension:{d.value}", row(cell(d.value, 4), cell(DIMENSIONS[d].name, 40), _level(view.sheet, seat, d)))
        for d in view.rubric
    ]


def _level(sheet: RatingSheet, seat: str, dimension: Dimension) -> Content:
    given = rating_of(sheet, seat, dimension)
    if given is None:
        return words(tr("not rated yet"), "dim")
    return words(level_name(given.level), "bold")


def level_name(level: int | None) -> str:
    """A level in words."""
    return tr(INSUFFICIENT) if level is None else told(str(level), tr(LEVELS[level]))


def evidence(sheet: RatingSheet, seat: str, dimension: Dimension) -> tuple[int, ...]:
    """The observations on which a level would rest: those on this dimension, otherwise all of this person."""
    about = [seen for seen in sheet.observations.values() if seen.seat == seat]
    close = [seen for seen in about if seen.dimension is dimension]
    of_all = [seen for seen in sheet.observations.values() if seen.seat is None and seen.dimension is dimension]
    found: list[Observation] = close or [seen for seen in about if seen.dimension is None] or of_all or about
    return tuple(seen.number for seen in found)


def detail(view: View, seat: str | None, dimension: Dimension | None) -> Content:
    """The anchors of a dimension, and beside them what the rater noted of the person."""
    if view.sheet is None or seat is None or dimension is None:
        return Content(tr("Mark a person with Left and Right."))
    given = rating_of(view.sheet, seat, dimension)
    chosen = given.level if given is not None else 0
    anchors = [
        words(f"{'>' if n == chosen else ' '} {n}  {told(tr(name), text)}", "bold" if n == chosen else "")
        for (n, name), text in zip(LEVELS.items(), DIMENSIONS[dimension].levels, strict=True)
    ]
    sign = ">" if given is not None and given.level is None else " "
    anchors.append(words(f"{sign} i  {tr(INSUFFICIENT)}"))
    rests = given.observations if given is not None else evidence(view.sheet, seat, dimension)
    seen = [_noted(o, o.number in rests) for o in view.sheet.observations.values() if o.seat in (None, seat)]
    heading = tr("What you noted; a level rests on what has a sign")
    return page(
        paragraph(f"{dimension.value} {DIMENSIONS[dimension].name}", Content("\n").join(anchors)),
        paragraph(heading, Content("\n").join(seen)) if seen else words(tr(NOTHING), "bold"),
    )


def _noted(seen: Observation, rests: bool) -> Content:
    about = f" {seen.dimension.value}" if seen.dimension is not None else ""
    return words(f"{'[x]' if rests else '[ ]'} {seen.number}. {clock(seen.seconds)}{about}  {one_line(seen.text)}")


def progress(view: View) -> str:
    """How far the sheet is, in a line: how much is rated, and who is not at all."""
    sheet = view.sheet
    if sheet is None:
        return ""
    if sheet.locked:
        return tr("Your ratings are locked.")
    people = ratable(view)
    done = trn("{n} rating of {all}", "{n} ratings of {all}", len(sheet.ratings), all=len(people) * len(view.rubric))
    rated = {rating.seat for rating in sheet.ratings}
    none = [who(view, seat) for seat in people if seat not in rated]
    shown = series(none[:3]) + (f" +{len(none) - 3}" if len(none) > 3 else "")
    nobody = tr("nobody rated yet")
    return f"{done}   {told(nobody, shown)}" if none else done


def summary(view: View) -> str:
    """What is closed by a lock, person by person."""
    sheet = view.sheet
    assert sheet is not None
    lines = [tr("Nothing can be changed after this. They lock by themselves when the debriefing begins.")]
    for seat in ratable(view):
        missing = [d.value for d in view.rubric if rating_of(sheet, seat, d) is None]
        given = len(view.rubric) - len(missing)
        if given:
            said = trn("{n} rating", "{n} ratings", given)
            left = told(tr("without"), series(missing)) if missing else ""
            lines.append(f"- {told(who(view, seat), series((said, left)))}")
    none = [who(view, s) for s in ratable(view) if not any(r.seat == s for r in sheet.ratings)]
    if none:
        lines.append("- " + told(tr("Not rated"), series(none)))
    return "\n".join(lines)

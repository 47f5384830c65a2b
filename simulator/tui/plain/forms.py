"""A form asked field by field: each prompt says what is expected, and nothing that was answered is lost."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from scenarios.texts import mark, tr, trn
from simulator.tui.boards.line import told
from simulator.tui.plain.lines import Back, Lines
from simulator.tui.plain.writing import write
from simulator.tui.safe import lines as prose
from simulator.tui.safe import one_line
from simulator.tui.seat.fields import Field, Form, Number, Pick, Several, Telling, Tick, Writing

LONGEST_ANSWER = 4_000
"""Characters that an answer may have."""

SEND = mark("y sends it, a number changes a field, b leaves it and keeps what you wrote:")


def fill(
    lines: Lines, form: Form, values: dict[str, Any], refusal: str = "", longest: int = LONGEST_ANSWER
) -> Mapping[str, Any] | None:
    """The fields of the command, or None where somebody left; `values` holds the answers after either.

    After a refusal nothing is asked again by itself: what was answered is read out and can be changed.
    """
    lines.say(form.title)
    for one in form.fields:
        if isinstance(one, Telling):
            lines.page(tr("! Take care. {text}", text=one.text) if one.warning else prose(one.text))
    asked = [one for one in form.fields if not isinstance(one, Telling)]
    for one in asked:  # what was picked before may be gone by now
        if isinstance(one, Pick) and values.get(one.name) not in [key for key, _ in one.options]:
            values.pop(one.name, None)
    at = len(asked) if refusal else 0
    while True:
        try:
            while at < len(asked):
                field(lines, asked[at], values, longest)
                at += 1
            if refusal:
                lines.say(refusal)
            refusal = ""
            _read_out(lines, form, asked, values)
            given = lines.ask(tr(SEND) if asked else tr("y sends it, b leaves it:")).lower()
        except Back:
            if 0 < at < len(asked):  # from a field to the one before it
                at -= 1
                continue
            return None
        if given.isdecimal() and 1 <= int(given) <= len(asked):
            _again(lines, asked[int(given) - 1], values, longest)
        elif given in (tr("y"), "y"):
            made = _made(form, asked, values, longest)
            if not isinstance(made, str):
                return made
            refusal = made
        elif given in (tr("n"), "n"):
            return None


def _again(lines: Lines, one: Field, values: dict[str, Any], longest: int) -> None:
    try:
        field(lines, one, values, longest)
    except Back:
        return


def _made(form: Form, asked: Sequence[Field], values: Mapping[str, Any], longest: int) -> Mapping[str, Any] | str:
    over = max((len(value) for value in values.values() if isinstance(value, str)), default=0) - longest
    if over > 0:
        return trn("{n} character too many.", "{n} characters too many.", over)
    for one in asked:  # the form's own words for this name a key of the screens
        if isinstance(one, Several) and len(values.get(one.name) or ()) < one.least:
            return trn("Choose at least {n}: {label}.", "Choose at least {n}: {label}.", one.least, label=one.label)
    return form.command_fields(values)


def _read_out(lines: Lines, form: Form, asked: Sequence[Field], values: Mapping[str, Any]) -> None:
    """What was answered, and what it comes to."""
    for number, one in enumerate(asked, 1):
        lines.say(f"{number} {told(one_line(_label(one)), answered(one, values))}")
    if form.live is not None and (content := form.live(values)).plain.strip():
        lines.say(content)


def _label(one: Field) -> str:
    return "" if isinstance(one, Telling) else one.label


def answered(one: Field, values: Mapping[str, Any]) -> str:
    """An answer in words, on one line."""
    if isinstance(one, Telling):
        return ""
    value = values.get(one.name)
    match one:
        case Pick():
            return (
                one_line(dict(one.options)[value])
                if value in dict(one.options)
                else one_line(one.none or tr("nothing"))
            )
        case Several():
            labels = dict(one.options)
            return tr("; ").join(one_line(labels[v]) for v in value or () if v in labels) or tr("nothing")
        case Writing():
            return one_line(str(value or "")) or tr("nothing")
        case Tick():
            return tr("yes") if value else tr("no")
        case Number():
            return tr("nothing") if value is None else str(value)


def field(lines: Lines, one: Field, values: dict[str, Any], longest: int = LONGEST_ANSWER) -> None:
    """Ask for a field; what is there stays where nothing is typed. Raises Back."""
    if isinstance(one, Telling):
        return
    values.setdefault(one.name, one.value)
    match one:
        case Pick():
            values[one.name] = pick(lines, one, values[one.name])
        case Several():
            values[one.name] = several(lines, one, tuple(values[one.name] or ()))
        case Writing():
            begun = str(values[one.name] or "")
            write(lines, one_line(one.label), begun, one.rows, longest, partial(values.__setitem__, one.name))
        case Tick():
            values[one.name] = lines.yes(one_line(one.label))
        case Number():
            values[one.name] = number(lines, one, values[one.name])


def pick(lines: Lines, one: Pick, value: Any) -> Any:
    """One of the options by its number."""
    labels = dict(one.options)
    lines.say(one_line(one.label))
    lines.page("\n".join(f"{n} {one_line(label)}" for n, (_, label) in enumerate(one.options, 1)))
    if one.none:
        lines.say(f"0 {one_line(one.none)}")
    now = one_line(labels[value]) if value in labels else one_line(one.none)
    expected = _numbers(0 if one.none else 1, len(one.options))
    prompt = tr("{numbers}; Enter for “{now}”:", numbers=expected, now=now) if now else tr("{what}:", what=expected)
    while True:
        given = lines.ask(prompt)
        if not given and now:
            return value if value in labels else None
        if given == "0" and one.none:
            return None
        if given.isdecimal() and 1 <= int(given) <= len(one.options):
            return one.options[int(given) - 1][0]
        lines.say(_not_one(expected))


def several(lines: Lines, one: Several, value: tuple[str, ...]) -> tuple[str, ...]:
    """Some of the options by their numbers, in the order in which they are typed."""
    names = [name for name, _ in one.options]
    lines.say(one_line(one.label))
    lines.page("\n".join(f"{n} {one_line(label)}" for n, (_, label) in enumerate(one.options, 1)))
    known = tuple(v for v in value if v in names)
    now = " ".join(str(names.index(v) + 1) for v in known)
    expected = _numbers(1, len(names))
    rule = tr("{numbers}, several with spaces, in your order; 0 for none", numbers=expected)
    prompt = tr("{numbers}; Enter for “{now}”:", numbers=rule, now=now) if now else tr("{what}:", what=rule)
    while True:
        given = lines.ask(prompt).replace(",", " ").split()
        if not given:
            if known or not one.least:
                return known
        elif given == ["0"]:
            return ()
        elif all(g.isdecimal() and 1 <= int(g) <= len(names) for g in given):
            return tuple(dict.fromkeys(names[int(g) - 1] for g in given))
        lines.say(_not_one(expected))


def number(lines: Lines, one: Number, value: int | None) -> int | None:
    """A whole number, or what is there."""
    expected = tr("{label}, a whole number from {low} to {high}", label=one_line(one.label), low=one.low, high=one.high)
    now = tr("nothing") if value is None else str(value)
    while True:
        given = lines.ask(tr("{numbers}; Enter for “{now}”:", numbers=expected, now=now))
        if not given:
            return value
        if given.removeprefix("-").isdecimal() and one.low <= int(given) <= one.high:
            return int(given)
        lines.say(tr("A whole number from {low} to {high}, please.", low=one.low, high=one.high))


def _numbers(low: int, high: int) -> str:
    return tr("A number from {low} to {high}", low=low, high=high)


def _not_one(expected: str) -> str:
    return tr("That is not understood. {expected}, please.", expected=expected)

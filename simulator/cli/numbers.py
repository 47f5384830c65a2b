"""Numbers as people read them."""

from scenarios.texts import language, tr
from scenarios.texts import number as grouped

MANY = 10**15
"""Numbers from here on are told by their size."""


def many(number: int) -> str:
    """A count; its size where it has too many digits to read."""
    if number < MANY:
        return grouped(number)
    digits = str(number)
    size = _decimal(f"{digits[0]}.{digits[1]}")
    return tr("about {size}·10^{power}", size=size, power=len(digits) - 1)


def short(value: float) -> str:
    """A number with the digits that it has, at most six."""
    return _decimal(f"{value:g}")


def percent(part: int, whole: int) -> str:
    """A share in percent with one decimal; nearly nothing and nearly all are not rounded to nothing and to all."""
    if not part or not whole:
        return tr("{n} %", n=0)
    tenths = (2000 * part + whole) // (2 * whole)
    if not tenths:
        return tr("{n} %", n=_decimal(f"{100 * part / whole:.2g}"))
    if tenths == 1000 and part < whole:
        return tr("more than {share}", share=tr("{n} %", n=_decimal("99.9")))
    return tr("{n} %", n=short(tenths / 10))


def signed(raw: int) -> str:
    """A difference of raw values, in points with its sign."""
    return _decimal(f"{raw / 100:+g}") if raw else "0"


def _decimal(text: str) -> str:
    return text.replace(".", ",") if language() == "fr" else text

"""Numbers as people read them."""

MANY = 10**15
"""Numbers from here on are told by their size."""


def many(number: int) -> str:
    """A count; its size where it has too many digits to read."""
    if number < MANY:
        return f"{number:,}"
    digits = str(number)
    return f"about {digits[0]}.{digits[1]}·10^{len(digits) - 1}"


def percent(part: int, whole: int) -> str:
    """A share in percent with one decimal; nearly nothing and nearly all are not rounded to nothing and to all."""
    if not part or not whole:
        return "0 %"
    tenths = (2000 * part + whole) // (2 * whole)
    if not tenths:
        return f"{100 * part / whole:.2g} %"
    return "more than 99.9 %" if tenths == 1000 and part < whole else f"{tenths / 10:g} %"


def signed(raw: int) -> str:
    """A difference of raw values, in points with its sign."""
    return f"{raw / 100:+g}" if raw else "0"

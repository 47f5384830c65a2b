"""How findings say numbers, lengths and shares, and how their clauses become a sentence."""

from collections.abc import Iterable

from scenarios.texts import language, number, tr, trn

HAIR = 1e-9
"""What adding shares up may leave over."""


def minutes(seconds: float) -> float:
    """Play seconds as minutes with one decimal."""
    return round(seconds / 60, 1)


def figure(value: float, digits: int = 2) -> str:
    """A number with at most so many decimals and no needless zeros, as the language writes it: `7`, `7.2`, `7,25`."""
    _, _, decimals = f"{round(value, digits) + 0.0:.{digits}f}".partition(".")
    return number(round(value, digits) + 0.0, len(decimals.rstrip("0")))


def lasting(seconds: float) -> str:
    """A length in play seconds for people: `1 minute`, `7.2 minutes`, `less than 0.1 minutes`."""
    length = minutes(seconds)
    if not length and seconds > 0:
        return tr("less than {n} minutes", n=number(0.1, 1))
    return trn("{n} minute", "{n} minutes", plural(length), n=figure(length))


def plural(value: float) -> int:
    """The whole number that has the plural of a value: between 1 and 2 that of 0, as 1.5 minutes, 1,5 minute.

    In Arabic a broken number has that of a hundred: 2.5 is no pair.
    """
    if language() == "ar" and value != int(value):
        return 100
    return 0 if value < 0 or 1 < value < 2 else int(value)


def percent(share: float) -> str:
    """A share from 0 to 1 for people; what is not none or all is never told as 0 or 100 %."""
    whole = round(100 * share)
    if whole == 0 and share > HAIR:
        return tr("less than {n} %", n=1)
    return tr("more than {n} %", n=99) if whole == 100 and share < 1 - HAIR else tr("{n} %", n=number(whole))


def sentence(*clauses: str) -> str:
    """Clauses as one sentence, parted by semicolons; what is empty is left out."""
    # Translators: clauses that could each stand alone, parted by semicolons, as one sentence.
    return tr("{clauses}.", clauses=parted(clauses))


def parted(clauses: Iterable[str]) -> str:
    """Clauses parted by semicolons; what is empty is left out."""
    return tr("; ").join(clause for clause in clauses if clause)


def quoted(words: str) -> str:
    """Somebody's words, or the title of something, as a quotation."""
    return tr("“{words}”", words=words)


def begun(clause: str) -> str:
    """A clause as the beginning of a sentence."""
    return clause[:1].upper() + clause[1:]

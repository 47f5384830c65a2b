"""A record without who people were: the same course of play, by people whom nobody can name."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from msgspec.structs import replace

from simulator.engine import Event, Record
from simulator.engine.events import (
    NoteWritten,
    ObservationNoted,
    ObservationWithdrawn,
    RaterAdmitted,
    RatingsLocked,
    SeatCast,
    SeatRated,
    SessionOpened,
    StopInvoked,
)
from simulator.engine.typed import retyped

TAKEN_OUT = "[…]"
"""What stands where words were taken out; it says the same in every language."""

SHORTEST = 3
"""Letters of a part of a name that is looked for by itself; a whole name has two, or it would be any letter."""

_PARTICLES = frozenset(
    {
        *("ben", "bin", "ibn", "abu", "abd", "aït", "ait", "dos", "das", "des", "del", "den", "der", "della", "las"),
        *("los", "mac", "san", "the", "van", "von", "und", "und", "mme", "mlle", "mrs", "prof", "doc", "col", "gen"),
        *("rater", "team", "group", "table", "seat", "groupe", "equipe", "person", "personne"),
    }
)
"""Parts of names that many words of a text are, folded."""

_GAP = re.compile(r"\s+")
_ADDRESS = re.compile(r"<?[^\s<>,;()\"]+@[^\s<>,;()\"]+\.[^\s<>,;()\"]+>?")
_AROUND = ".,;()<>'’\""


@dataclass(frozen=True, slots=True)
class Names:
    """What is looked for, and what stands in its place."""

    people: Mapping[str, str]
    """The names of people as they were typed, in the order in which they came, with the sign of each."""
    raters: Mapping[str, str]
    """The names of admitted raters, with theirs."""
    words: Mapping[str, str]
    """All that is looked for in what people typed, as it is shown, with what stands for it."""
    in_case: tuple[str, ...]
    """What of it the case says as well, so that people of the story may lose their names."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken out of a record."""

    people: int
    raters: int
    places: Mapping[str, int]
    """How often each name or word was found in what people typed."""
    notes: int
    stops: int
    """Private notes and reasons for the stop word that lost their text."""


def names_in(events: Iterable[Event], case: str, also: Sequence[str] = (), keep: Sequence[str] = ()) -> Names:
    """The names in a record; `also` are further words to take out, `keep` are words that stay.

    A name is looked for as a whole and by its parts: who was cast as Amina Diallo is called Amina. A part that is
    short, or that the text of the case says as well, is not looked for by itself.
    """
    people: dict[str, str] = {}
    raters: dict[str, str] = {}
    seats: set[str] = set()
    for event in events:
        if isinstance(event, SeatCast):
            seats.add(event.seat)
            for name in event.people:
                known = {fold(other): sign for other, sign in people.items()}
                people.setdefault(name, known.get(fold(name)) or f"P{len(set(people.values())) + 1}")
        elif isinstance(event, RaterAdmitted):
            raters.setdefault(event.rater, "")
    signs = (sign for number in count(1) if (sign := f"rater-{number}") not in seats)
    raters = {name: next(signs) for name in raters}
    story = frozenset(re.findall(r"[^\W_]+", fold(case)))
    kept = {fold(word) for word in keep}
    words: dict[str, str] = {}
    for name, sign in (*people.items(), *raters.items()):
        for form in _forms(name):
            if sum(letter.isalnum() for letter in form) > 1:
                words.setdefault(form, sign)
    whole = {fold(word) for word in words}
    for name, sign in (*people.items(), *raters.items()):
        for part in re.split(r"[\s-]+" if name in raters else r"\s+", _ADDRESS.sub(" ", name)):
            bare = fold(part).strip(_AROUND)
            if len(bare) >= SHORTEST and not bare.isdecimal() and bare not in _PARTICLES | whole | story:
                before = next((one for one in words if fold(one) == bare), part.strip(_AROUND))
                words[before] = sign if words.get(before, sign) == sign else TAKEN_OUT
    words |= dict.fromkeys((word for word in also if fold(word) not in {fold(one) for one in words}), TAKEN_OUT)
    words = {word: sign for word, sign in words.items() if fold(word) not in kept | {""} and word != sign}
    said = Finder(words).count(case)
    return Names(people, raters, words, tuple(word for word in words if said[word]))


def _forms(name: str) -> tuple[str, ...]:
    """A name as a whole: as it was typed, without its address, with its first name first; and the address."""
    bare = _GAP.sub(" ", _ADDRESS.sub(" ", name)).strip()
    last, comma, first = bare.partition(",")
    turned = (f"{first.strip()} {last.strip()}",) if comma and first.strip() else ()
    forms = (name, bare, *turned, *(found.strip("<>") for found in _ADDRESS.findall(name)))
    return tuple({fold(form): form for form in reversed(forms) if fold(form)}.values())[::-1]


def without(events: Iterable[Event], names: Names, title: str | None = None) -> tuple[list[Event], Taken]:
    """The events without the names, and what was taken out; `title` is what the session is called from now on."""
    finder = Finder(names.words)
    found: list[Event] = []
    notes = stops = 0
    for event in events:
        said: Event = event
        match event:
            case SessionOpened() if title is not None:
                said = replace(event, name=title)
            case SeatCast():
                found.append(replace(event, people=tuple(names.people[name] for name in event.people)))
                continue
            case NoteWritten() if event.text not in ("", TAKEN_OUT):
                said, notes = replace(event, text=TAKEN_OUT), notes + 1
            case StopInvoked() if event.reason not in ("", TAKEN_OUT):
                said, stops = replace(event, reason=TAKEN_OUT), stops + 1
            case RaterAdmitted() | ObservationNoted() | ObservationWithdrawn() | SeatRated() | RatingsLocked():
                said = replace(event, rater=names.raters.get(event.rater, event.rater))
        found.append(retyped(said, finder.without))
    taken = Taken(len(set(names.people.values())), len(names.raters), dict(finder.found), notes, stops)
    return found, taken


class Finder:
    """Finds words in texts: whole, in capitals or not, with their accents or without."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = {_GAP.sub(" ", fold(word)): word for word in words}
        self._signs = words
        longest = sorted(self._words, key=len, reverse=True)
        self._form = re.compile("|".join(map(_bounded, longest))) if longest else None
        self.found: Counter[str] = Counter()
        """How often `without` found each word."""

    def without(self, text: str) -> str:
        """The text with the sign of each word in its place."""
        said, at = [], 0
        for word, start, end in self._matches(text):
            self.found[word] += 1
            said += [text[at:start], self._signs[word]]
            at = end
        return "".join([*said, text[at:]]) if said else text

    def count(self, text: str) -> Counter[str]:
        """How often each word stands in a text."""
        found = self._form.findall(fold(text)) if self._form is not None else ()
        return Counter(self._words[_GAP.sub(" ", word)] for word in found)

    def _matches(self, text: str) -> list[tuple[str, int, int]]:
        if self._form is None or not text:
            return []
        bare, places = _folded(text)
        spans = ((self._words[_GAP.sub(" ", m.group())], m.start(), m.end()) for m in self._form.finditer(bare))
        return [(word, places(start), places(end)) for word, start, end in spans]


def fold(text: str) -> str:
    """A text as it is compared: without capitals, accents, and spaces around it."""
    if text.isascii():
        return text.lower().strip()
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in bare if not unicodedata.combining(sign)).strip()


def story(record: Record) -> str:
    """All that the case of a record says, in its author's language and in that of the session."""
    told = (record.scenario, record.told) if record.told is not None else (record.scenario,)
    return "\n".join(text for case in told for text in _texts(case.model_dump()))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, Iterable):
        for part in value:
            yield from _texts(part)


def _folded(text: str) -> tuple[str, Callable[[int], int]]:
    """The text as it is compared, and where each of its places lies in the text itself."""
    if text.isascii():
        return text.lower(), int
    parts: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for bare in unicodedata.normalize("NFKD", sign.casefold()):
            if not unicodedata.combining(bare):
                parts.append(bare)
                places.append(place)
    places.append(len(text))
    return "".join(parts), places.__getitem__


def _bounded(word: str) -> str:
    """The form that finds a word: between signs that are no letters, where its script puts such between words.

    In Arabic and Hebrew a particle may stand before the name without a space; Chinese and Thai have none at all.
    """
    form = r"\s+".join(re.escape(part) for part in word.split(" "))
    letters = [sign for sign in word if sign.isalpha()]
    one_case = bool(letters) and all(unicodedata.category(sign) == "Lo" for sign in letters)
    leftward = any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in letters)
    before = "" if one_case else r"(?<![^\W_])"
    after = "" if one_case and not leftward else r"(?![^\W_])"
    return f"{before}{form}{after}"

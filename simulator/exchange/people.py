"""Who played which seat when, and what they are called: by their names, or by numbers that hold within one session."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from scenarios.texts import tr
from scoring.process.course import Course
from simulator.engine.events import ObservationNoted, RaterAdmitted, RatingsLocked, SeatCast, SeatRated
from simulator.engine.session import Moment
from simulator.engine.words import Source

RATING = (RaterAdmitted, ObservationNoted, SeatRated, RatingsLocked)
"""Events that name a rater."""
SHORTEST = 3
"""Letters that a part of a name needs before it is looked for in what people typed."""

_SEVERAL = re.compile(r"[\s@]")
"""What a name of several words has, and an address."""
_MAIL = re.compile(r"[^\s<>,;()\"]+@[^\s<>,;()\"]+\.[^\s<>,;()\"]+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in which the same people, a stand-in or nobody played a seat."""

    seat: str
    source: Source
    people: tuple[str, ...]
    """Keys of the people."""
    cast: Moment
    until: Moment | None = None
    """When somebody else was cast; None where it lasted to the end of the record."""


@dataclass(frozen=True)
class People:
    """The people of a session: who they are, where they sat, and what they are called outside."""

    stretches: Mapping[str, tuple[Stretch, ...]]
    """By seat, in order."""
    typed: Mapping[str, str]
    """Their names as the trainer typed them, by their keys, in the order in which they came."""
    raters: tuple[str, ...]
    """Who rated without a seat, by the names that they were admitted with, in order."""
    named: bool
    """Whether they are called by their names."""

    @classmethod
    def of(cls, course: Course, named: bool) -> "People":
        """The people of a session."""
        stretches: dict[str, list[Stretch]] = {}
        typed: dict[str, str] = {}
        raters: dict[str, None] = {}
        for moment in course.moments:
            event = moment.event
            if isinstance(event, SeatCast):
                for name in event.people:
                    typed.setdefault(key(name), whole(name))
                there = stretches.setdefault(event.seat, [])
                new = Stretch(event.seat, event.source, tuple(map(key, event.people)), moment)
                if there and (there[-1].source, there[-1].people) == (new.source, new.people):
                    continue
                if there:
                    last = there[-1]
                    there[-1] = Stretch(last.seat, last.source, last.people, last.cast, moment)
                there.append(new)
            elif isinstance(event, RATING) and event.rater not in course.scenario.seats:
                raters.setdefault(event.rater)
        return cls({seat: tuple(of_seat) for seat, of_seat in stretches.items()}, typed, tuple(raters), named)

    def at(self, seat: str, number: int) -> Stretch | None:
        """Who played a seat when an event happened; None before it was cast."""
        of_seat = self.stretches.get(seat, ())
        place = bisect_right(of_seat, number, key=lambda stretch: stretch.cast.number)
        return of_seat[place - 1] if place else None

    def pseudonym(self, person: str) -> str:
        """`person-1`, `person-2`, … in the order in which people were first cast."""
        return f"person-{self._numbers[person]}"

    def called(self, person: str) -> str:
        """What a person is called outside."""
        return self.typed[person] if self.named else self.pseudonym(person)

    def playing(self, seat: str, number: int) -> tuple[str, ...]:
        """What those are called outside who played a seat when an event happened."""
        there = self.at(seat, number)
        return tuple(map(self.called, there.people)) if there else ()

    def rater(self, rater: str) -> str:
        """What a rater is called outside: a seat by its id, others by their names or as `rater-1`, `rater-2`, …"""
        return f"rater-{self.raters.index(rater) + 1}" if rater in self.raters and not self.named else whole(rater)

    def without_names(self, text: str) -> str:
        """What somebody typed, with the names of the people of this session replaced unless they are wanted.

        Names of several words and addresses are found in any case, single words as they are written. A nickname or a
        slip of the pen is not found.
        """
        text = whole(text)
        if self.named or self._pattern is None or not text:
            return text
        return self._pattern.sub(lambda found: self._instead(found.group()), text)

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {person: number for number, person in enumerate(self.typed, 1)}

    @cached_property
    def _known(self) -> Mapping[str, set[str]]:
        """Whose name something is, or a part of whose name."""
        found: dict[str, set[str]] = {}
        for person, name in self.typed.items():
            for form in forms(name):
                found.setdefault(form, set()).add(person)
        return found

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        longest = sorted(self._known, key=lambda form: (-len(form), form))
        return re.compile("|".join(map(_pattern, longest))) if longest else None

    def _instead(self, words: str) -> str:
        whose = self._known.get(words) or self._known.get(key(words), set())
        # Translators: stands in a text for a name that several people share.
        return self.pseudonym(*whose) if len(whose) == 1 else tr("[name]")


def whole(text: str) -> str:
    """Text as it was typed; half characters, which no file can hold, become question marks."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def key(name: str) -> str:
    """What makes two typed names the same person's: case and spaces do not."""
    return " ".join(name.split()).casefold()


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the fields that other programs have for it."""

    first: str
    last: str
    mail: str = ""


def parted(typed: str) -> Name:
    """A name that was typed in one line, in its fields.

    `Ng, Ada` and `Ada Ng` are the same; `Ada van der Berg` and `Ada NG TAN` have their last names whole; one word alone
    is a first name. An address may stand behind it: `Ada Ng <ada@example.org>`.
    """
    found = _MAIL.search(typed)
    mail = found.group() if found else ""
    bare = typed.replace(f"<{mail}>", " ").replace(mail, " ") if mail else typed
    last, comma, first = bare.partition(",")
    if comma and first.strip():
        return Name(" ".join(first.split()), " ".join(last.split()), mail)
    words = bare.replace(",", " ").split()
    loud = [len(word) > 1 and word.isupper() for word in words]
    if any(loud) and not all(loud):
        first_words = [word for word, is_loud in zip(words, loud, strict=True) if not is_loud]
        last_words = [word for word, is_loud in zip(words, loud, strict=True) if is_loud]
    else:
        # A small word as `van` or `de` begins the last name.
        at = next((n for n, word in enumerate(words) if n and word[:1].islower()), max(1, len(words) - 1))
        first_words, last_words = words[:at], words[at:]
    return Name(" ".join(first_words), " ".join(last_words), mail)


def forms(typed: str) -> set[str]:
    """What a name is looked for as: whole and its address as `key` has them, and single words as they are written.

    A word has three letters or more, and a capital where its script has any: `van` is left in peace.
    """
    name = parted(typed)
    bare = " ".join(part for part in (name.first, name.last) if part)
    whole = {key(each) for each in (typed, bare, name.mail)}
    words = bare.split()
    if len(words) == 1:
        single = {bare, bare.capitalize()}
    else:
        written = bare.title().split() if bare == bare.lower() else words
        single = {word for word in written if len(word) >= SHORTEST and not (_cased(word[0]) and word == word.lower())}
    return {form for form in whole if _SEVERAL.search(form)} | {word for word in single if word}


def _pattern(form: str) -> str:
    """A pattern for a name that is not part of a longer word, where its script has spaces between words."""
    words = r"\s+".join(map(re.escape, form.split()))
    before = r"(?<!\w)" if _cased(form[0]) else ""
    after = r"(?!\w)" if _cased(form[-1]) else ""
    bounded = f"{before}{words}{after}"
    return f"(?i:{bounded})" if _SEVERAL.search(form) else bounded


def _cased(letter: str) -> bool:
    return letter.isdigit() or letter.lower() != letter.upper()

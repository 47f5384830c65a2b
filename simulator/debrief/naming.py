"""Names instead of ids, words instead of states, and other people's text made fit for a line."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from scenarios.model import Clause, Scenario
from scenarios.texts import language, listing, mark, on_one_line, tr
from scoring.sentences import parted
from simulator.engine.events import Event, InjectImprovised, OptionProposed, PackageTabled, SeatCast
from simulator.engine.session import Record
from simulator.engine.words import (
    EVERYBODY,
    TRAINER,
    Answer,
    Cause,
    Consent,
    Move,
    OutcomeKind,
    Resolution,
    Source,
    Verdict,
)

LONGEST_QUOTE = 160
"""Characters of somebody's text that a sentence quotes."""

CONSENT: Mapping[Consent, str] = {
    Consent.UNASKED: mark("{party} has not been asked"),
    Consent.IN: mark("{party} takes part"),
    Consent.CONDITIONAL: mark("{party} takes part on conditions"),
    Consent.SUSPENDED: mark("{party} has walked out"),
    Consent.OUT: mark("{party} stays out"),
}
"""This and the tables below are in English; `tr` says them."""
ANSWERS: Mapping[Answer, str] = {
    Answer.ACCEPT: mark("{party} accepts package {n}"),
    Answer.REJECT: mark("{party} rejects package {n}"),
    Answer.CONDITIONAL: mark("{party} accepts package {n} on a condition"),
    Answer.COUNTER: mark("{party} answers package {n} with another package"),
    Answer.ABSTAIN: mark("{party} abstains on package {n}"),
}
ANSWERS_TO_IT: Mapping[Answer, str] = {
    # Translators: a package that was named before.
    Answer.ACCEPT: mark("{party} accepts it"),
    Answer.REJECT: mark("{party} rejects it"),
    Answer.CONDITIONAL: mark("{party} accepts it on a condition"),
    Answer.COUNTER: mark("{party} answers it with another package"),
    Answer.ABSTAIN: mark("{party} abstains"),
}
VERDICTS: Mapping[Verdict, str] = {
    Verdict.ADOPT: mark("{party} adopts the text"),
    Verdict.ADOPT_WITH_RESERVATION: mark("{party} adopts the text with a reservation"),
    Verdict.AD_REFERENDUM: mark("{party} adopts the text, subject to its capital"),
    Verdict.REFUSE: mark("{party} refuses the text"),
    Verdict.ABSTAIN: mark("{party} abstains on the text"),
}
RESOLUTIONS: Mapping[Resolution, str] = {
    # Translators: how a bracket was closed, after a colon.
    Resolution.WITHDRAWN: mark("it was withdrawn"),
    Resolution.CHOSE_TEXT: mark("the text stands"),
    Resolution.CHOSE_ALTERNATIVE: mark("the alternative was taken"),
    Resolution.MERGED: mark("both were merged"),
    Resolution.DEFERRED: mark("it was left to a later decision"),
    Resolution.AMBIGUITY: mark("it was left open on purpose"),
}
MOVES: Mapping[Move, str] = {
    Move.OPEN_QUESTION: mark("open question"),
    Move.CLOSED_QUESTION: mark("closed question"),
    Move.CHECK: mark("check of understanding"),
    Move.PARAPHRASE: mark("paraphrase"),
    Move.SUMMARY: mark("summary"),
    Move.REFRAME: mark("reframing"),
    Move.ACKNOWLEDGE: mark("acknowledgement"),
    Move.REALITY_TEST: mark("reality test"),
    Move.VERIFY: mark("verification"),
    Move.PROCEDURE: mark("word on procedure"),
    Move.PROMISE: mark("promise"),
    Move.THREAT: mark("threat"),
    Move.APOLOGY: mark("apology"),
}
OUTCOMES: Mapping[OutcomeKind, str] = {
    # Translators: after "The talks ended with".
    OutcomeKind.AGREEMENT: mark("an agreement"),
    OutcomeKind.PARTIAL_AGREEMENT: mark("a partial agreement"),
    OutcomeKind.NO_AGREEMENT: mark("no agreement"),
    OutcomeKind.COLLAPSED: mark("a collapse: a side that decides stayed out"),
    OutcomeKind.ABORTED: mark("an early end by exercise control"),
}
CAUSES: Mapping[Cause, str] = {
    # Translators: why something happened, at the end of a clause, as in "sent by hand".
    Cause.BY_HAND: mark("by hand"),
    Cause.TIME: mark("when its time had come"),
    Cause.CONDITION: mark("when its condition was met"),
    Cause.CONTINGENCY: mark("because the expected response did not come"),
    Cause.AUTOMATIC: mark("automatically"),
    Cause.DEADLINE: mark("at the deadline"),
    Cause.COLLAPSE: mark("because a side that decides stayed out"),
}

_OVERRIDES = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")
_MARKS = 4


def plain(text: str) -> str:
    """Somebody's text without what controls a screen or turns a line around; line feeds stay.

    Records that came from elsewhere may hold what the rules refuse, so this does not trust them.
    """
    kept: list[str] = []
    run = 0
    for char in _OVERRIDES.sub("", text.replace("\r\n", "\n").replace("\r", "\n")):
        code = ord(char)
        run = run + 1 if unicodedata.combining(char) else 0
        if run > _MARKS:
            continue
        if char == "\n" or char in "\v\f\u0085\u2028\u2029":
            kept.append("\n")
        elif char == "\t":
            kept.append(" ")
        elif code < 0x20 or code == 0x7F:
            kept.append(chr(0x2421 if code == 0x7F else 0x2400 + code))
        elif 0x80 <= code < 0xA0 or 0xD800 <= code < 0xE000 or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
            kept.append("\ufffd")
        else:
            kept.append(char)
    return "".join(kept)


def cut(text: str, longest: int = LONGEST_QUOTE) -> str:
    """Text on one line, with an ellipsis where it is longer."""
    line = on_one_line(plain(text[: 8 * longest]))
    return line if len(line) <= longest else line[: longest - 1].rstrip(" \u00a0\u202f.,;:") + "…"


def quoted(text: str) -> str:
    """Text as a quotation of at most `LONGEST_QUOTE` characters; what it quotes itself stands in other marks."""
    words = cut(text)
    if language() == "fr":
        words = words.replace("«\u202f", "“").replace("\u202f»", "”")
    return tr("“{words}”", words=words)


def listed(parts: Iterable[str]) -> str:
    """Parts of a sentence, the last one after an `and`; or a word that says that there are none."""
    return listing(parts) or tr("nothing")


def clock_text(seconds: float) -> str:
    """Play time as on the clock: `1:07` below an hour, `1:05:09` above it."""
    whole = int(abs(seconds))
    sign = "-" if seconds < 0 and whole else ""
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{sign}{hours}:{minutes:02}:{rest:02}" if hours else f"{sign}{minutes}:{rest:02}"


@dataclass(frozen=True, slots=True)
class Names:
    """What everything is called in one session; an id stays where no name is known."""

    scenario: Scenario
    sources: Mapping[str, Source] = field(default_factory=dict)
    """Who plays each seat, so that stand-ins are labelled."""
    own: Mapping[str, str] = field(default_factory=dict)
    """The words of options that are not in the scenario, by `issue.option`."""
    improvised: Mapping[str, str] = field(default_factory=dict)
    """The titles of events that are not in the scenario."""
    packages: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    """What each package settles, issue by issue, by its number."""
    _told: dict[tuple[str, int], tuple[Event, str]] = field(default_factory=dict, repr=False, compare=False)
    """Sentences that were told already, by language and event."""

    @classmethod
    def of(cls, record: Record) -> "Names":
        """The names of a session, as it was cast in the end."""
        sources: dict[str, Source] = {}
        own: dict[str, str] = {}
        improvised: dict[str, str] = {}
        packages: dict[int, Mapping[str, str]] = {}
        for event in record.events:
            match event:
                case PackageTabled():
                    packages[event.package] = event.terms
                case SeatCast():
                    sources[event.seat] = event.source
                case OptionProposed() if event.text:
                    own[f"{event.issue}.{event.option}"] = event.text
                case InjectImprovised():
                    improvised[event.inject] = event.title
        return cls(record.scenario, sources, own, improvised, packages)

    def once(self, event: Event, tell: Callable[[], str]) -> str:
        """The sentence of an event, put together the first time that it is asked for in a language."""
        place = (language(), id(event))
        found = self._told.get(place)
        if found is None:
            self._told[place] = found = (event, tell())  # with the event, so that no other one gets its id
        return found[1]

    def stands_in(self, seat: str) -> bool:
        """Whether a stand-in plays a seat."""
        return self.sources.get(seat) is Source.STAND_IN

    def seat(self, seat: str) -> str:
        """A character, with the party and the label of a stand-in."""
        if seat == TRAINER:
            return tr("Exercise control")
        found = self.scenario.seats.get(seat)
        if found is None:
            return seat
        if self.stands_in(seat):
            return tr("{name} ({party}, stand-in)", name=found.name, party=self.short(found.party))
        return tr("{name} ({party})", name=found.name, party=self.short(found.party))

    def seats(self, seats: Iterable[str]) -> str:
        """Several seats, or everybody."""
        every = tuple(seats)
        if EVERYBODY in every or (len(every) > 1 and set(every) >= set(self.scenario.seats)):
            return tr("everybody")
        return listed(self.seat(each) for each in every)

    def party(self, party: str) -> str:
        """A party's full name."""
        found = self.scenario.parties.get(party)
        return found.name if found else party

    def parties(self, parties: Iterable[str]) -> str:
        """Several parties."""
        return listed(self.party(each) for each in parties)

    def short(self, party: str) -> str:
        """A party's short name."""
        found = self.scenario.parties.get(party)
        return found.short if found else party

    def shock(self, shock: str) -> str:
        """A shock's title, as a quotation."""
        test = self.scenario.stress_test
        found = test.shocks.get(shock) if test is not None else None
        return quoted(found.title if found else shock)

    def issue(self, issue: str) -> str:
        """An issue's title."""
        found = self.scenario.issues.get(issue)
        return found.title if found else issue

    def item(self, item: str, called: str = "") -> str:
        """An item of an agenda: in the words that it has there, or the scenario's."""
        found = self.scenario.agenda_items.get(item)
        return cut(called) or (found.title if found else self.issue(item))

    def option(self, issue: str, option: str) -> str:
        """An option's label, or the words that somebody gave it."""
        found = self.scenario.issues.get(issue)
        if found is not None and option in found.options:
            return found.options[option].label
        words = self.own.get(f"{issue}.{option}")
        return tr("own words {words}", words=quoted(words)) if words else option

    def terms(self, terms: Mapping[str, str]) -> str:
        """What a package settles, issue by issue."""
        return parted(
            tr("{issue}: {option}", issue=self.issue(issue), option=self.option(issue, option))
            for issue, option in terms.items()
        )

    def alike(self, package: int, others: Iterable[int]) -> tuple[int, Mapping[str, str]] | None:
        """The package among others that settles the same issues and most of them alike, the latest of several, and
        what is otherwise than in it; none where more than half is otherwise."""
        terms = self.packages.get(package, {})
        found: tuple[int, Mapping[str, str]] | None = None
        for number in others:
            before = self.packages.get(number, {})
            changed = {issue: option for issue, option in terms.items() if before.get(issue) != option}
            fewer = found is None or len(changed) <= len(found[1])
            if before.keys() == terms.keys() and 2 * len(changed) <= len(terms) and len(terms) > 2 and fewer:
                found = number, changed
        return found

    def text(self, document: str) -> str:
        """The title of a text, the main one where none is named."""
        if not document:
            return self.scenario.text.title
        found = self.scenario.texts.get(document)
        return found.title if found else document

    def clause(self, clause: str, document: str = "") -> str:
        """A clause's heading, in the main text where no other is named."""
        found = self.written(clause, document)
        return found.heading if found else clause

    def written(self, clause: str, document: str = "") -> Clause | None:
        """What the scenario says about a clause of a text; None where it has none."""
        text = self.scenario.texts.get(document) if document else self.scenario.text
        return text.clauses.get(clause) if text is not None else None

    def phase(self, phase: str | None) -> str:
        """A phase's name."""
        if phase is None:
            return tr("Before the clock")
        found = self.scenario.phases.get(phase)
        return found.name if found else phase

    def body(self, body: str) -> str:
        """A forum's name."""
        found = self.scenario.bodies.get(body)
        return found.name if found else body

    def inject(self, inject: str) -> str:
        """The title of a prepared event, as on the trainer's list."""
        found = self.scenario.events.get(inject)
        return found.title if found else self.improvised.get(inject, inject)

    def pulse(self, pulse: str) -> str:
        """A self-report's name."""
        found = self.scenario.pulses.get(pulse)
        return found.name if found else pulse

    def interest(self, interest: str) -> str:
        """An interest's own words, from its `party.interest`."""
        party, _, name = interest.partition(".")
        found = self.scenario.parties.get(party)
        return found.interests[name].text if found and name in found.interests else interest

    def owner(self, interest: str) -> str:
        """The party that holds an interest."""
        return self.party(interest.partition(".")[0])

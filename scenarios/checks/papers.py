"""Rules about what people read."""

import re
from collections.abc import Iterator
from itertools import combinations

from roles.rights import Kind
from scenarios.checks.realnames import real_name
from scenarios.model import Scenario
from scenarios.problems import Finding
from scenarios.texts import tr

WORDS_A_MINUTE = 180
MOST_READING = 12
"""Minutes: what a preparation of fifteen leaves for reading, three being needed to talk it over."""
SECRET_LENGTH = 40
"""Characters from which on a repeated sentence cannot be chance."""


def reading_time(case: Scenario) -> Iterator[Finding]:
    """W9: public brief, party brief and seat brief can be read in 12 minutes, even if nothing was sent ahead."""
    public = _words(case.brief)
    for name, seat in case.seats.items():
        own, party = _words(seat.brief), _words(case.parties[seat.party].brief)
        minutes = -(-(public + party + own) // WORDS_A_MINUTE)
        if minutes > MOST_READING:
            message = tr(
                "`{name}` has {minutes} minutes to read: {public} words public, {party} of the party, {own} own",
                name=name, minutes=minutes, public=public, party=party, own=own
            )  # fmt: skip
            remedy = tr("Cut to {n} words in all; facts that nobody uses go first.", n=MOST_READING * WORDS_A_MINUTE)
            yield Finding("W9", "warning", f"seats.{name}.brief", message, remedy, at_key=True)


def names_apart(case: Scenario) -> Iterator[Finding]:
    """W13: names cannot be taken for each other: at least three letters differ."""
    people = [(f"seats.{id_}.name", seat.name) for id_, seat in case.seats.items()]
    parties = [(f"parties.{id_}.name", party.name) for id_, party in case.parties.items()]
    yield from _similar([*people, *parties], 2)
    # Two characters with one family name, or nearly; short last words are too often numbers or particles.
    last = [(path, name.split()[-1]) for path, name in people if len(name.split()) > 1 and len(name.split()[-1]) >= 4]
    alike = {finding.path for finding in _similar(people, 2)}
    yield from (finding for finding in _similar(last, 1) if finding.path not in alike)
    yield from _similar([(f"parties.{id_}.short", party.short) for id_, party in case.parties.items()], 1)


def names_fictional(case: Scenario) -> Iterator[Finding]:
    """E7: no side has the name of a real state or organisation; whoever mediates or helps may be real."""
    for name, party in case.parties.items():
        if not party.decides and party.kind is not Kind.SIDE:
            continue
        meant = real_name(party.name)
        if meant is not None:
            message = tr("a side has the name of a real party: {name}", name=meant)
            remedy = tr("Give it a name of your own: people play the case and not the news, and nobody is hurt.")
            yield Finding("E7", "error", f"parties.{name}.name", message, remedy)


def secrets_kept(case: Scenario) -> Iterator[Finding]:
    """W15: no sentence of a confidential paper stands in a public one as well."""
    public = {path: _flat(text) for path, text in _public(case)}
    for where, text in _confidential(case):
        for sentence in re.split(r"(?<=[.!?…])\s+", _flat(text)):
            if len(sentence) < SECRET_LENGTH:
                continue
            for path, open_text in public.items():
                if sentence in open_text:
                    message = tr(
                        "this public text repeats a sentence of the confidential `{where}`: “{sentence}…”",
                        where=where, sentence=sentence[:60]
                    )  # fmt: skip
                    remedy = tr("Remove the sentence here, or from the confidential paper.")
                    yield Finding("W15", "warning", path, message, remedy)


def _similar(names: list[tuple[str, str]], near: int) -> Iterator[Finding]:
    for (_, one), (path, other) in combinations(names, 2):
        if _distance(one.casefold(), other.casefold(), near) <= near:
            message = tr("the name `{other}` is easily taken for `{one}`", other=other, one=one)
            remedy = tr("Choose a name with another first letter and another length.")
            yield Finding("W13", "warning", path, message, remedy)


def _distance(one: str, other: str, near: int) -> int:
    """Levenshtein's edit distance, or more than `near` when that is certain."""
    if abs(len(one) - len(other)) > near or _apart(one, other) > 2 * near:
        return near + 1
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
        if min(row) > near:
            return near + 1
    return row[-1]


def _apart(one: str, other: str) -> int:
    """How many letters only one of the two has: an edit changes at most two of them."""
    return len(set(one) ^ set(other))


def _public(case: Scenario) -> Iterator[tuple[str, str]]:
    yield "brief", case.brief
    yield "summary", case.summary
    yield "rules", case.rules
    yield "mandate.text", case.mandate.text
    for name, party in case.parties.items():
        yield f"parties.{name}.summary", party.summary
        for issue, position in party.positions.items():
            yield f"parties.{name}.positions.{issue}", position
    for name, matter in case.issues.items():
        yield f"issues.{name}.background", matter.background


def _confidential(case: Scenario) -> Iterator[tuple[str, str]]:
    for name, party in case.parties.items():
        yield f"parties.{name}.brief", party.brief
        if party.batna is not None:
            yield f"parties.{name}.batna", party.batna
        if party.capital is not None:
            yield f"parties.{name}.capital.instructions", party.capital.instructions
        for id_, interest in party.interests.items():
            if interest.kept != "open":
                yield f"parties.{name}.interests.{id_}.text", interest.text
    for name, seat in case.seats.items():
        yield f"seats.{name}.brief", seat.brief


def _flat(text: str) -> str:
    return " ".join(text.split())


def _words(text: str) -> int:
    return len(text.split())

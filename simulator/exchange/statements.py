"""What people did, as statements of the Experience API (xAPI 1.0.3 and 2.0), one JSON object a line.

Only acts of people at seats make statements, never those of stand-ins or of the trainer. No statement holds what
somebody typed or whom a secret was told to.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, UUID, uuid5

from msgspec import json

from scenarios.texts import tr
from simulator.engine import events as e
from simulator.engine.session import Moment
from simulator.engine.words import Source
from simulator.exchange.attendance import attendances, percent
from simulator.exchange.people import Stretch
from simulator.exchange.tables.known import Known, minutes, seconds, wall_clock
from simulator.exchange.verbs import ADL, ATTENDED, BASE, DEEDS, Deed, Thing, Verb

NAME = "statements.jsonl"
OURS = uuid5(NAMESPACE_URL, BASE)
"""The name space of our identifiers."""

Statement = dict[str, Any]


def statements(known: Known, scored: bool) -> bytes:
    """The lines of a session; the same session with the same wishes makes the same bytes."""
    teller = _Teller(known)
    every = [*teller.acts(), *teller.attended(scored)]
    return b"".join(json.encode(statement) + b"\n" for statement in every)


def registration(known: Known) -> UUID:
    """What makes a session one attempt for a record store, in every file that is made of it under the same id."""
    first = known.course.moments[0].event.at if known.course.moments else None
    facts = (known.session, known.scenario.id, known.course.record.seed, wall_clock(first) if first else "")
    return uuid5(OURS, json.encode(facts).decode())


class _Teller:
    """Tells the statements of one session."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.registration = registration(known)
        self.language = known.scenario.language
        self._verbs: dict[str, dict[str, Any]] = {}
        self._session = {
            "objectType": "Activity",
            "id": f"{BASE}sessions/{self.registration}",
            "definition": {"type": f"{ADL}activities/simulation", "name": self._named(self._title())},
        }
        self._scenario = {
            "objectType": "Activity",
            "id": f"{BASE}scenarios/{quote(known.scenario.id)}",
            "definition": {"type": f"{BASE}activity-types/scenario", "name": self._named(known.scenario.title)},
        }

    def acts(self) -> Iterator[Statement]:
        """What people did, in order."""
        for moment in self.known.course.moments:
            deed = DEEDS.get(type(moment.event))
            if deed is None:
                continue
            event = moment.event
            seat = event.seat if isinstance(event, e.FloorYielded) else event.by
            there = self.known.people.at(seat, moment.number)
            if there is not None and there.source is Source.HUMAN:
                yield self._statement(moment, there, deed.verb, self._object(deed, event), _result(deed, event))

    def attended(self, scored: bool) -> Iterator[Statement]:
        """Who was there and for how long, once the session is closed: before, nobody knows."""
        end = next((m for m in reversed(self.known.course.moments) if isinstance(m.event, e.SessionEnded)), None)
        if end is None:
            return
        for seat in attendances(self.known):
            result: dict[str, Any] = {"duration": _duration(seat.seconds)}
            share = percent([seat]) if scored else None
            if share is not None:
                score = {"scaled": round(share / 100, 4), "raw": share, "min": 0, "max": 100}
                result = {"score": score, **result}
            yield self._statement(end, seat.stretch, ATTENDED, self._session, result, f"/{seat.stretch.cast.number}")

    def _statement(
        self,
        moment: Moment,
        there: Stretch,
        verb: Verb,
        thing: Mapping[str, Any],
        result: Mapping[str, Any],
        which: str = "",
    ) -> Statement:
        seat = self.known.scenario.seats.get(there.seat)
        extensions = {
            "event": moment.number,
            "kind": str(moment.event.__struct_config__.tag),
            "play-seconds": seconds(moment.seconds),
            "play-minute": minutes(moment.seconds),
            "phase": moment.phase or "",
            "seat": there.seat,
            "party": seat.party if seat else "",
        }
        return {
            "id": str(uuid5(self.registration, f"{moment.number}{which}")),
            "actor": self._actor(there),
            "verb": self._verb(verb),
            "object": thing,
            **({"result": result} if result else {}),
            "context": {
                "registration": str(self.registration),
                "contextActivities": {
                    **({} if thing is self._session else {"parent": [self._session]}),
                    "grouping": [self._scenario],
                },
                "platform": "Good Offices",
                "language": self.language,
                "extensions": {f"{BASE}extensions/{name}": value for name, value in extensions.items()},
            },
            "timestamp": wall_clock(moment.event.at),
        }

    def _actor(self, there: Stretch) -> dict[str, Any]:
        """One person, or the group of those who share a seat; a seat without names stands for whoever plays it."""
        people = [self._agent(self.known.people.called(p), self.known.people.pseudonym(p)) for p in there.people]
        if len(people) == 1:
            return people[0]
        seat = self._agent(there.seat, f"seat-{there.seat}")
        return {**seat, "objectType": "Group", "member": people} if people else seat

    def _agent(self, name: str, account: str) -> dict[str, Any]:
        # The registration is part of the account: `person-1` of another session is somebody else.
        return {
            "objectType": "Agent",
            "name": name,
            "account": {"homePage": f"{BASE}people", "name": f"{self.registration}/{account}"},
        }

    def _verb(self, verb: Verb) -> dict[str, Any]:
        return self._verbs.setdefault(verb.iri, {"id": verb.iri, "display": verb.said()})

    def _object(self, deed: Deed, event: e.Event) -> Mapping[str, Any]:
        which = getattr(event, deed.number) if deed.number else ""
        if deed.thing == "session" or (deed.thing == "body" and not which):
            return self._session
        # What has its id only within something else is named with it.
        within = {"option": "issue", "clause": "document"}.get(deed.thing, "")
        if within and getattr(event, within, ""):
            which = f"{getattr(event, within)}.{which}"
        name = self._name(deed.thing, which)
        return {
            "objectType": "Activity",
            "id": f"{BASE}sessions/{self.registration}/{deed.thing}/{quote(str(which) or 'main', safe='')}",
            "definition": {
                "type": f"{BASE}activity-types/{deed.thing}",
                **({"name": self._named(name)} if name else {}),
            },
        }

    def _name(self, thing: Thing, which: object) -> str:
        """What a thing is called where everybody may know it; no interest, which is a secret of the case."""
        case, known = self.known.scenario, str(which)
        match thing:
            case "body" if known in case.bodies:
                return case.bodies[known].name
            case "issue" if known in case.issues:
                return case.issues[known].title
            case "package":
                return tr("Package {n}", n=which)
            case "caucus":
                return tr("Private meeting {n}", n=which)
            case "consent" if known in case.parties:
                return case.parties[known].name
            case "text" if not known or known in case.texts:
                return (case.texts[known] if known else case.text).title
            case _:
                return ""

    def _title(self) -> str:
        for moment in self.known.course.moments:
            if isinstance(moment.event, e.SessionOpened):
                return self.known.people.without_names(moment.event.name)
        return self.known.scenario.title

    def _named(self, name: str) -> dict[str, str]:
        return {self.language: name}


def _result(deed: Deed, event: e.Event) -> dict[str, Any]:
    """What came of it, as far as it is a fact: the answer that was given, the length of a turn, a role left."""
    if isinstance(event, e.FloorYielded):
        return {"duration": _duration(event.seconds)}
    if isinstance(event, e.RoleLeft):
        return {"completion": True}
    return {"response": str(getattr(event, deed.response))} if deed.response else {}


def _duration(length: float) -> str:
    """Seconds as ISO 8601 has them."""
    return f"PT{max(0.0, length):.2f}S"

"""What no seat may see: every secret of a case looked for in every seat's view."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from simulator.engine import EVERYBODY, TRAINER, Session, room, view
from simulator.engine.decide.interests import knows_interest

SHORT = 24
"""Briefs of a test case that are shorter may stand inside a sentence of the program by chance."""


def assert_nothing_leaks(session: Session) -> None:
    """No seat's view holds a text, an id or a number that only others may know."""
    scenario = session.scenario
    others = {*scenario.bodies, *scenario.phases, *scenario.parties, *scenario.agenda_items, *scenario.texts}
    for seat, chair in scenario.seats.items():
        seen = view(session, seat)
        words = repr(seen)
        assert seen.control is None
        for other, chair_of in ((o, n) for o, n in scenario.seats.items() if o != seat):
            assert len(chair_of.brief) < SHORT or repr(chair_of.brief)[1:-1] not in words, (seat, other)
        for party_id, party in scenario.parties.items():
            if party_id == chair.party:
                continue
            assert len(party.brief) < SHORT or repr(party.brief)[1:-1] not in words, (seat, party_id)
            assert party.batna is None or repr(party.batna)[1:-1] not in words
            assert party.capital is None or repr(party.capital.instructions)[1:-1] not in words
            for name, interest in party.interests.items():
                path = f"{party_id}.{name}"
                team = any(knows_interest(session, mate, path) for mate in scenario.seats_of(chair.party))
                if not knows_interest(session, seat, path):
                    assert repr(interest.text)[1:-1] not in words, (seat, path)
                    assert team or f"'{path}'" not in words, (seat, path)
        assert seen.worth is None or seen.worth.party == chair.party
        assert (seen.worth is not None) == scenario.parties[chair.party].decides
        for issue_id, issue in scenario.issues.items():
            state = session.issues[issue_id]
            for option_id, option in issue.options.items():
                known = option_id in state.board or chair.party in state.known.get(option_id, frozenset())
                if not known:
                    assert repr(option.text)[1:-1] not in words, (seat, option_id)
                    assert option_id not in [o.id for o in seen.issues[issue_id].options]
                    assert option_id in others or f"'{option_id}'" not in words, (seat, option_id)
        for other, notes in session.notes.items():
            assert other == seat or seen.notes is not notes
        for inject_id, inject in scenario.events.items():
            reached = session.injects[inject_id].state == "sent" and seat in session.injects[inject_id].to
            mine = inject.versions.get(chair.party, inject.text)
            assert (reached and inject.text == mine) or repr(inject.text)[1:-1] not in words, (seat, inject_id)
            for party_id, text in inject.versions.items():
                assert party_id == chair.party or repr(text)[1:-1] not in words, (seat, inject_id)
        for shock_id, shock in scenario.stress_test.shocks.items() if scenario.stress_test else ():
            assert shock_id in session.stress or repr(shock.text)[1:-1] not in words, (seat, shock_id)
            assert shock.trainer is None or repr(shock.trainer)[1:-1] not in words, (seat, shock_id)
        for shock_seen in seen.stress.shocks if seen.stress else ():
            assert shock_seen.judged is None or shock_seen.judged.by == seat
        for rater, sheet in session.ratings.items():
            assert rater == seat or seen.sheet is None or seen.sheet.rater == seat
            for observation in sheet.observations.values():
                marked = f"number={observation.number}, text={observation.text!r}"
                assert rater == seat or marked not in words, (seat, rater)
        private = ("ObservationNoted", "SeatRated", "RatingsLocked", "RaterAdmitted")
        assert all(getattr(m.event, "rater", "") == seat for m in seen.log if type(m.event).__name__ in private)
        judging = ("ShockJudged", "AgreementJudged")
        assert all(m.event.by == seat for m in seen.log if type(m.event).__name__ in judging)
        assert all(m.event.by == seat for m in seen.log if type(m.event).__name__ in ("NoteWritten", "PulseAnswered"))
        assert_the_table_is_discreet(session, seat, words)
    assert_the_room_is_discreet(session)


def secrets_of_the_table(session: Session) -> dict[str, str]:
    """What not every seat knows, with where it stands in the case: nothing of it may stand on the wall."""
    scenario = session.scenario
    found = {f"brief of {seat}": chair.brief for seat, chair in scenario.seats.items()}
    for name, party in scenario.parties.items():
        found |= {f"brief of {name}": party.brief, f"batna of {name}": party.batna or ""}
        found[f"capital of {name}"] = party.capital.instructions if party.capital else ""
        for short, interest in party.interests.items():
            if not all(knows_interest(session, seat, f"{name}.{short}") for seat in scenario.seats):
                found[f"interest {name}.{short}"] = interest.text
        found |= {f"faction {name}.{key}": faction.line for key, faction in party.factions.items()}
    for issue_id, issue in scenario.issues.items():
        board = session.issues[issue_id].board
        texts = {o: option.text for o, option in issue.options.items() if o not in board}
        found |= {f"option {issue_id}.{o}": text for o, text in texts.items()}
    for inject_id, inject in scenario.events.items():
        state = session.injects[inject_id]
        if state.state != "sent" or inject.versions or not set(scenario.seats) <= set(state.to):
            found[f"event {inject_id}"] = inject.text
        found |= {f"event {inject_id} for {party}": text for party, text in inject.versions.items()}
        found[f"notes on {inject_id}"] = inject.trainer or ""
    for shock_id, shock in scenario.stress_test.shocks.items() if scenario.stress_test else ():
        found[f"notes on {shock_id}"] = shock.trainer or ""
        if shock_id not in session.stress:
            found[f"shock {shock_id}"] = shock.text
    for name, prepared in scenario.incidents.items():
        found[f"truth of {name}"] = prepared.truth or ""
    for name, phase in scenario.phases.items():
        found[f"notes on phase {name}"] = phase.trainer or ""
    for seat, notes in session.notes.items():
        found |= {f"note {n} of {seat}": text for n, (_, text) in enumerate(notes)}
    for rater, sheet in session.ratings.items():
        found |= {f"observation {n} of {rater}": seen.text for n, seen in sheet.observations.items()}
    for number, message in session.messages.items():
        found[f"message {number}"] = message.text
    told = _told_to_everybody(session)
    return {where: text for where, text in found.items() if len(text) >= SHORT and text not in told}


def _told_to_everybody(session: Session) -> set[str]:
    """Words that somebody also said to the whole room: whoever keeps the same words keeps no secret."""
    words = {text for _, text, _ in session.wall.announced} | {said.text for said in session.statements}
    for name, state in session.injects.items():
        if state.state == "sent" and set(session.scenario.seats) <= set(state.to):
            words.add(state.text)
            if improvised := session.improvised.get(name):
                words |= {improvised.sender, improvised.title, improvised.text}
    return words


def leaks_to_the_room(session: Session, shown: str) -> list[str]:
    """Which secrets of the table stand in a text that everybody reads."""
    words = " ".join(shown.split())
    return [where for where, text in secrets_of_the_table(session).items() if " ".join(text.split()) in words]


def assert_the_room_is_discreet(session: Session) -> None:
    """What the wall gets holds no secret, and what a text says that all seats can read, or nothing."""
    shown = room(session)
    assert not leaks_to_the_room(session, "\n".join(texts_in(shown))), shown
    for seat in session.scenario.seats:
        seen = view(session, seat)
        assert shown.paper is None or shown.paper.title in {seen.text.title, *(t.title for t in seen.texts.values())}
        assert shown.hall.name in session.scenario.bodies[shown.hall.id].name
        if len(shown.meetings):
            assert {c.number for c in seen.caucuses if c.state == "open"}, seat


def texts_in(value: object) -> list[str]:
    """All words in a value, however deep."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        return [text for pair in value.items() for part in pair for text in texts_in(part)]
    if isinstance(value, tuple | list | frozenset):
        return [text for part in value for text in texts_in(part)]
    if is_dataclass(value):
        return [text for each in fields(value) for text in texts_in(getattr(value, each.name))]
    if hasattr(value, "__struct_fields__"):
        return [text for name in value.__struct_fields__ for text in texts_in(getattr(value, name))]
    return []


def assert_the_table_is_discreet(session: Session, seat: str, words: str) -> None:
    """Nothing of incidents, articles, factions, promises, inputs, messages and bodies that only others may know."""
    scenario = session.scenario
    party = scenario.seats[seat].party

    def hidden(text: str | None) -> bool:
        return not text or repr(text)[1:-1] not in words

    for name, incident in scenario.incidents.items():
        assert hidden(incident.truth), (seat, name)
        states = [state for state in session.incidents.values() if state.prepared == name]
        told = {version for state in states for version in state.versions.values()}
        assert any(state.visited is not None for state in states) or hidden(incident.finding), (seat, name)
        assert states or hidden(incident.report), (seat, name)
        for other, version in incident.versions.items():
            assert other == party or version in told or hidden(version), (seat, name, other)
    for name, article in scenario.reference.articles.items() if scenario.reference else ():
        for other, reading in article.readings.items():
            assert other == party or hidden(reading), (seat, name, other)
    for other, written in scenario.parties.items():
        for faction in written.factions.values():
            assert other == party or hidden(faction.line), (seat, other)
    for name, item in scenario.agenda_items.items():
        assert hidden(item.trainer), (seat, name)
    filed = {state.card for state in session.inputs.values()}
    for name, card in scenario.inputs.items():
        assert card.by == party or name in filed or hidden(card.text), (seat, name)
    team = {scenario.seats[mate].party for mate in (m.by for m in session.messages.values()) if mate != TRAINER}
    for message in session.messages.values():
        knows = seat in (message.by, message.seat) or party in team
        assert knows or message.text == message.said or message.text not in words or len(message.text) < 12
    for paper in session.non_papers:
        knows = seat == paper.by or seat in paper.to or EVERYBODY in paper.to
        assert knows or f"number={paper.number}, by={paper.by!r}, title={paper.title!r}" not in words, (seat, paper)

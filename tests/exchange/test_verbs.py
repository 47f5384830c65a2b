"""Every event either says that somebody did something, or makes no statement."""

from typing import get_args
from urllib.parse import urlparse

import pytest

from scenarios.texts import LANGUAGES
from simulator.engine import Event
from simulator.exchange import verbs
from simulator.exchange.discretion import ANONYMOUS
from simulator.exchange.verbs import ATTENDED, DEEDS, NO_DEEDS, Thing


@pytest.mark.parametrize("kind", get_args(Event), ids=lambda kind: kind.__name__)
def test_every_event_is_a_deed_or_none(kind: type) -> None:
    assert (kind in DEEDS) != (kind in NO_DEEDS)


def test_deeds_name_fields_and_things_that_there_are() -> None:
    for kind, deed in DEEDS.items():
        assert {deed.number, deed.response} - {""} <= set(kind.__struct_fields__), kind
        assert deed.thing in get_args(Thing)
    assert set(get_args(Thing)) == {deed.thing for deed in DEEDS.values()}
    assert not set(ANONYMOUS) & set(DEEDS)


def test_verbs_have_identifiers_of_their_own_and_words_in_every_language() -> None:
    known = {verb.iri: verb for verb in (ATTENDED, *(deed.verb for deed in DEEDS.values()))}
    assert known.keys() == {v.iri for v in vars(verbs).values() if isinstance(v, verbs.Verb)}
    for verb in known.values():
        assert urlparse(verb.iri).scheme in ("http", "https")
        assert verb.said().keys() == LANGUAGES.keys()
        assert verb.said()["en"] == verb.said()["en"].lower()

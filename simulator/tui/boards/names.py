"""The names of states and answers in a word, as the trainer's boards have them."""

from collections.abc import Mapping

from scenarios.texts import trc


def issue_state(state: str) -> str:
    """The state of an issue."""
    names = {
        # Translators: the states of an issue, at most 22 characters.
        "unraised": trc("an issue", "unraised"),
        "raised": trc("an issue", "raised"),
        "on_agenda": trc("an issue", "on agenda"),
        "framed": trc("an issue", "framed"),
        "optioned": trc("an issue", "optioned"),
        "drafted": trc("an issue", "drafted"),
        "provisionally_agreed": trc("an issue", "provisionally agreed"),
        "parked": trc("an issue", "parked"),
        "agreed": trc("an issue", "agreed"),
    }
    return names.get(state, state)


def package_state(state: str) -> str:
    """The state of a package."""
    names = {
        # Translators: the states of a package, at most 10 characters.
        "tabled": trc("a package", "tabled"),
        "agreed": trc("a package", "agreed"),
        "rejected": trc("a package", "rejected"),
        "withdrawn": trc("a package", "withdrawn"),
        "superseded": trc("a package", "superseded"),
    }
    return names.get(state, state)


def answer(given: str) -> str:
    """A party's answer to a package."""
    names = {
        "accept": trc("answer to a package", "accept"),
        "reject": trc("answer to a package", "reject"),
        "conditional": trc("answer to a package", "conditional"),
        "counter": trc("answer to a package", "counter"),
        "abstain": trc("answer to a package", "abstain"),
    }
    return names.get(given, given)


def text_state(state: str) -> str:
    """The state of the text."""
    names = {
        "under_reading": trc("the text", "under reading"),
        "clean": trc("the text", "clean"),
        "in_adoption": trc("the text", "in adoption"),
        "ad_referendum": trc("the text", "ad referendum"),
        "adopted": trc("the text", "adopted"),
        "failed": trc("the text", "failed"),
    }
    return names.get(state, state)


def verdict(given: str) -> str:
    """A party's answer when the text is put to adoption."""
    names = {
        "adopt": trc("answer to the text", "adopt"),
        "adopt_with_reservation": trc("answer to the text", "adopt with reservation"),
        "ad_referendum": trc("answer to the text", "ad referendum"),
        "refuse": trc("answer to the text", "refuse"),
        "abstain": trc("answer to the text", "abstain"),
    }
    return names.get(given, given)


def clause_state(state: str) -> str:
    """The state of a clause."""
    names = {
        # Translators: the states of an article, at most 10 characters.
        "proposed": trc("an article", "proposed"),
        "bracketed": trc("an article", "bracketed"),
        "clean": trc("an article", "clean"),
        "parked": trc("an article", "parked"),
        "closed": trc("an article", "closed"),
    }
    return names.get(state, state)


def resolution(how: str) -> str:
    """How a bracket was closed."""
    names = {
        "withdrawn": trc("a bracket", "withdrawn"),
        "chose_text": trc("a bracket", "chose text"),
        "chose_alternative": trc("a bracket", "chose alternative"),
        "merged": trc("a bracket", "merged"),
        "deferred": trc("a bracket", "deferred"),
        "ambiguity": trc("a bracket", "ambiguity"),
    }
    return names.get(how, how)


def meeting_state(state: str) -> str:
    """The state of a private meeting."""
    names = {
        "requested": trc("a private meeting", "requested"),
        "granted": trc("a private meeting", "granted"),
        "open": trc("a private meeting", "open"),
        "declined": trc("a private meeting", "declined"),
        "closed": trc("a private meeting", "closed"),
    }
    return names.get(state, state)


def interest_state(state: str) -> str:
    """The state of an interest."""
    names = {
        # Translators: the states of an interest, at most 12 characters.
        "kept": trc("an interest", "kept"),
        "elicited": trc("an interest", "elicited"),
        "releasable": trc("an interest", "releasable"),
        "released": trc("an interest", "released"),
        "acknowledged": trc("an interest", "acknowledged"),
    }
    return names.get(state, state)


def interest_kept(kept: str) -> str:
    """How hidden an interest is."""
    names = {
        # Translators: how hidden an interest is, at most 7 characters.
        "open": trc("how hidden an interest is", "open"),
        "guarded": trc("how hidden an interest is", "guarded"),
        "hidden": trc("how hidden an interest is", "hidden"),
    }
    return names.get(kept, kept)


def event_state(state: str) -> str:
    """The state of a prepared event."""
    names = {
        # Translators: the states of a prepared event, at most 8 characters.
        "planned": trc("a prepared event", "planned"),
        "armed": trc("a prepared event", "armed"),
        "held": trc("a prepared event", "held"),
        "sent": trc("a prepared event", "sent"),
        "skipped": trc("a prepared event", "skipped"),
    }
    return names.get(state, state)


def shock_state(state: str) -> str:
    """The state of a shock."""
    names = {
        # Translators: the states of a shock, at most 10 characters.
        "ready": trc("a shock", "not thrown"),
        "thrown": trc("a shock", "thrown"),
        "answered": trc("a shock", "answered"),
    }
    return names.get(state, state)


def step(name: str) -> str:
    """A step of the debriefing."""
    names = {
        # Translators: the steps of the debriefing, at most 11 characters.
        "reactions": trc("step of the debriefing", "reactions"),
        "facts": trc("step of the debriefing", "facts"),
        "reveal": trc("step of the debriefing", "reveal"),
        "analysis": trc("step of the debriefing", "analysis"),
        "generalise": trc("step of the debriefing", "generalise"),
        "relate": trc("step of the debriefing", "relate"),
        "what_if": trc("step of the debriefing", "what if"),
        "what_next": trc("step of the debriefing", "what next"),
    }
    return names.get(name, name)


SURE = {1: "●○○", 2: "●●○", 3: "●●●"}
"""How sure one is of a belief, as a sign beside its word."""


def sure() -> Mapping[int, str]:
    """How sure one is of a belief."""
    return {
        # Translators: how sure mediators are of what they believe, in a word or two.
        1: trc("how sure", "a guess"),
        2: trc("how sure", "likely"),
        3: trc("how sure", "sure"),
    }

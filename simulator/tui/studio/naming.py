"""What the words of the format are called in the panes, and the small sentences that several of them need."""

from collections.abc import Iterable, Mapping

from scenarios.model import Scenario
from scenarios.texts import listing, mark, tr, trc

KINDS: Mapping[str, str] = {
    # Translators: kinds of parties.
    "side": mark("side"),
    "neighbour": mark("neighbour"),
    "mediation": mark("mediation"),
    "support": mark("support"),
    "observer": mark("observer"),
    "civil_society": mark("civil society"),
    "elder": mark("elder"),
    "secretariat": mark("secretariat"),
    "control": mark("exercise control"),
    "rater": mark("rater"),
}

TEACHES: Mapping[str, str] = {
    # Translators: what an issue teaches.
    "distributive": mark("a pie to cut"),
    "compatible": mark("a common wish that nobody sees"),
    "trade": mark("a trade with another issue"),
    "identity": mark("who one is"),
    "inclusion": mark("who has a seat"),
    "security": mark("safety"),
    "procedure": mark("how to go about it"),
}

INCLUDED: Mapping[str, str] = {
    # Translators: whom an option includes.
    "women": mark("women"),
    "youth": mark("young people"),
    "displaced": mark("displaced people"),
    "minorities": mark("minorities"),
    "civil-society": mark("civil society"),
}


def kind(word: str) -> str:
    """A kind of party."""
    return tr(KINDS.get(word, word))


def teaches(word: str) -> str:
    """A kind of issue."""
    return tr(TEACHES.get(word, word))


def included(words: Iterable[str]) -> str:
    """Whom an option includes."""
    return listing(tr(INCLUDED.get(word, word)) for word in words)


def phase_kind(word: str) -> str:
    """A kind of phase."""
    names = {
        "briefing": trc("a phase", "before play"),
        "play": trc("a phase", "in role"),
        "closing": trc("a phase", "after play"),
    }
    return names.get(word, word)


def short(case: Scenario, party: str) -> str:
    """A party's short name; its id where there is no such party."""
    return case.parties[party].short if party in case.parties else party


def option(case: Scenario, named: str) -> str:
    """An option (`issue.option`) with its issue, in words; the name itself where there is none."""
    issue, _, name = named.partition(".")
    if issue in case.issues and name in case.issues[issue].options:
        # Translators: an option of an issue.
        return tr(
            "“{option}” on {issue}", option=case.issues[issue].options[name].label, issue=case.issues[issue].title
        )
    return named


def terms(case: Scenario, package: Mapping[str, str]) -> str:
    """Options of issues that stand together."""
    return listing(option(case, f"{issue}.{name}") for issue, name in package.items())

"""Words that leave an obligation open, in English and French.

Accents, capitals and the kind of apostrophe make no difference. The lists hold what drafters of agreements are taught
to avoid; a word that is not on them may be vague all the same.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from unicodedata import combining, normalize

READ = ("en", "fr")
"""The languages of the lists. At one table both may be written, so that every text is held against both."""

VAGUE = (
    "as appropriate", "where appropriate", "when appropriate", "if appropriate", "appropriate measures",
    "appropriate steps", "appropriate means", "as necessary", "where necessary", "when necessary", "if necessary",
    "necessary measures", "necessary steps", "as needed", "where needed", "if needed", "as far as possible",
    "as much as possible", "to the extent possible", "to the greatest extent possible", "insofar as possible",
    "in so far as possible", "where possible", "if possible", "when possible", "whenever possible",
    "wherever possible", "where feasible", "if feasible", "to the extent feasible", "as far as practicable",
    "best efforts", "best endeavours", "best endeavors", "all reasonable efforts", "reasonable efforts",
    "every effort", "in principle", "in good time", "from time to time", "may consider",
    "will consider", "shall consider", "give consideration to", "sympathetic consideration", "adequate",
    "relevant actors", "relevant bodies", "relevant authorities", "relevant stakeholders", "competent authorities",
    "all concerned", "those concerned", "and so on", "etc", "inter alia", "among other things", "or similar",
    "as the case may be", "if circumstances permit", "when circumstances permit", "as circumstances permit",
    "conditions permitting", "when conditions allow", "when conditions permit",
    "subject to availability", "subject to available resources",
    "dans la mesure du possible", "dans toute la mesure du possible", "autant que possible", "si possible",
    "lorsque cela est possible", "quand c'est possible", "le cas echeant", "en tant que de besoin", "au besoin",
    "si necessaire", "si besoin", "selon les besoins", "s'il y a lieu", "selon qu'il convient", "comme il convient",
    "de maniere appropriee", "mesures appropriees", "moyens appropries", "mesures necessaires", "efforts possibles",
    "tous les efforts", "tout effort", "meilleurs efforts", "efforts raisonnables", "de son mieux", "de leur mieux",
    "en principe", "de temps a autre", "peut envisager", "peuvent envisager", "pourra envisager",
    "pourront envisager", "entre autres", "ou autre", "adequat", "adequats", "adequates",
    "acteurs concernes", "parties prenantes concernees", "autorites competentes", "organes competents",
    "si les circonstances le permettent", "lorsque les circonstances le permettront",
    "sous reserve des disponibilites", "sous reserve des moyens disponibles",
)  # fmt: skip
"""Phrases that let everybody read what they like."""

VAGUE_TIMES = (
    "as soon as possible", "as soon as practicable", "as early as possible", "at the earliest opportunity",
    "soon", "shortly", "promptly", "without undue delay", "in due course", "in due time", "in a timely manner",
    "timely", "at an appropriate time", "when appropriate", "when the time is right", "when the time comes",
    "within a reasonable time", "within a reasonable period", "in the near future", "later", "eventually",
    "when ready", "to be agreed", "to be determined", "to be defined", "tbd",
    "des que possible", "aussitot que possible", "le plus tot possible", "au plus vite", "au plus tot",
    "dans les meilleurs delais", "dans les plus brefs delais", "dans un delai raisonnable", "en temps utile",
    "en temps voulu", "en temps opportun", "au moment opportun", "le moment venu", "prochainement", "bientot",
    "sous peu", "rapidement", "plus tard", "a terme", "a convenir", "a definir", "a determiner",
)  # fmt: skip
"""Phrases in the place of a date."""

WEAK_VERBS = (
    "may", "might", "can", "could", "should", "would", "consider", "considers", "endeavour", "endeavours", "endeavor",
    "endeavors", "strive", "strives", "seek to", "seeks to", "aim to", "aims to", "try to", "tries to", "attempt to",
    "attempts to", "intend to", "intends to", "plan to", "plans to", "hope to", "hopes to", "wish to", "wishes to",
    "work towards", "works towards", "encourage", "encourages", "is encouraged to", "are encouraged to",
    "is invited to", "are invited to", "explore", "explores", "support efforts", "supports efforts",
    "peut", "peuvent", "pourra", "pourront", "pourrait", "pourraient", "devrait", "devraient", "envisage", "envisagent",
    "envisager", "s'efforce", "s'efforcent", "s'efforcer", "s'efforcera", "tente", "tentent", "tenter", "cherche a",
    "cherchent a", "chercher a", "vise a", "visent a", "viser a", "souhaite", "souhaitent",
    "espere", "esperent", "encourage", "encouragent", "encourager", "est encourage a", "est invite a",
    "sont invites a", "examine la possibilite", "examiner la possibilite", "etudie la possibilite", "oeuvre a",
    "oeuvrent a",
)  # fmt: skip
"""Verbs that bind nobody, where an action begins with them."""

_BINDING = (
    "shall", "will", "must", "undertakes to", "undertake to", "commits to", "commit to", "agrees to", "agree to",
    "doit", "doivent", "devra", "devront", "s'engage a", "s'engagent a", "est tenu de", "est tenue de",
)  # fmt: skip

_UNLESS = {
    "soon": (r"(?<!as )", r"(?! as(?!\w))"),  # as soon as the commission confirms
    "later": (r"(?<!no )(?<!not )", ""),  # no later than 30 June
    "plus tard": ("(?<!au )", ""),  # au plus tard le 30 juin
}
"""What stands before or after a phrase that does name a time."""

_NOBODY = (
    "the parties", "both parties", "all parties", "the two parties", "the sides", "both sides", "all sides",
    "everybody", "everyone", "all", "we", "they", "both", "stakeholders", "the stakeholders", "all stakeholders",
    "the international community", "the authorities", "the competent authorities", "somebody", "to be determined",
    "to be agreed", "tbd",
    "les parties", "toutes les parties", "les deux parties", "les deux camps", "tous", "tout le monde", "chacun",
    "nous", "ils", "les acteurs", "les parties prenantes", "la communaute internationale", "les autorites",
    "les autorites competentes", "a determiner", "a convenir", "a definir",
)  # fmt: skip
"""Actors that name no body."""

_SEVERAL = re.compile(
    r"[;/&]|(?<!\w)(?:or|ou)(?!\w)|, .*(?<!\w)(?:and|et)(?!\w)"
    r"|(?<!\w)and (?:the|a|an|all)(?!\w)|(?<!\w)et (?:l'|(?:le|la|les|un|une)(?!\w))"
)
"""A list, alternatives, or two with an article each: “Truth and Reconciliation Commission” is one."""


_KEPT = 1024
"""Texts whose phrases are remembered: those of a scenario and of one session's commitments come again and again."""


@lru_cache(_KEPT)
def plain(text: str) -> str:
    """A text without accents, capitals, curly apostrophes and double spaces."""
    marks = normalize("NFD", text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    return " ".join("".join(mark for mark in marks if not combining(mark)).casefold().split())


def can_read(language: str) -> bool:
    """Whether the lists know a language: in others nobody knows from them whether a text is vague."""
    return language[:2] in READ


def body(name: str) -> str:
    """The plain name of a body, without an article before it and a full stop behind."""
    return _ARTICLE.sub("", plain(name)).rstrip(".")


def vague_words(*texts: str) -> tuple[str, ...]:
    """The phrases of a text that leave its meaning open, in the order of the lists."""
    return _found(_VAGUE, texts)


def vague_times(*texts: str) -> tuple[str, ...]:
    """The phrases of a text that stand in the place of a date."""
    return _found(_TIMES, texts)


def weak_verb(action: str) -> str:
    """The verb that binds nobody with which an action begins, after `shall` and the like; empty where it binds."""
    found = _WEAK.match(plain(action))
    return found["verb"] if found else ""


def names_somebody(actor: str) -> bool:
    """Whether an actor is somebody in particular, and not “the parties” or nobody."""
    return bool(actor.strip()) and body(actor) not in _NOBODIES


def names_several(actor: str, parties: Iterable[Iterable[str]]) -> bool:
    """Whether an actor is more than one: a list, alternatives, or two of the parties; each party by its names."""
    words = plain(actor)
    if _SEVERAL.search(words):
        return True
    return sum(any(_phrase(plain(name)).search(words) for name in names) for names in parties) > 1


@lru_cache(_KEPT)
def _phrase(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")


def _compiled(phrases: Iterable[str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = {}
    for phrase in phrases:
        before, after = _UNLESS.get(phrase, ("", ""))
        found[phrase] = re.compile(rf"{before}(?<!\w){re.escape(phrase)}(?!\w){after}")
    return tuple(found.items())


def _found(phrases: tuple[tuple[str, re.Pattern[str]], ...], texts: tuple[str, ...]) -> tuple[str, ...]:
    hits = set().union(*(_in(phrases is _TIMES, text) for text in texts if text))
    # A phrase inside a longer one that was found says nothing new.
    return tuple(p for p, _ in phrases if p in hits and not any(p != other and p in other for other in hits))


@lru_cache(_KEPT)
def _in(times: bool, text: str) -> frozenset[str]:
    """The phrases of a list in one text; a text without the words of a phrase is not searched for its place."""
    words = plain(text)
    return frozenset(
        phrase for phrase, pattern in (_TIMES if times else _VAGUE) if phrase in words and pattern.search(words)
    )


def _any_of(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


_ARTICLE = re.compile(r"^(?:(?:the|le|la|les) |l')")
_NOBODIES = frozenset(map(body, _NOBODY))
_VAGUE = _compiled(VAGUE)
_TIMES = _compiled(VAGUE_TIMES)
_WEAK = re.compile(rf"(?:(?:{_any_of(_BINDING)}) )?(?P<verb>{_any_of(WEAK_VERBS)})(?!\w)")

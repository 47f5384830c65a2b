"""The archetypes that are shipped in `roles/library`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pydantic import Field

import roles
from roles.acts import Act
from roles.rights import Archetype, Kind, Right, Sight
from scenarios.form import formed
from scenarios.model import Id, Model, Words
from scenarios.problems import Finding, Problem, locate
from scenarios.texts import tr
from scenarios.yaml12 import Parsed, parse


class Card(Model):
    """An archetype as it is written; what is not named, it may not do."""

    id: Id = Field(description="The name of the file.")
    name: Words = Field(description="The name of the role.")
    kind: Kind = Field(description="The class of role.")
    purpose: Words = Field(description="One sentence for the person who is cast in it.")
    heads: bool = Field(False, description="Whether this seat decides for its party.")
    sight: Sight = Field(Sight.OWN, description="What it may read beyond its own papers.")
    may: tuple[Act, ...] = Field((), description="What it may do at any time.")
    on_invitation: tuple[Act, ...] = Field((), description="What it may do with the chair's leave.")
    own_body: tuple[Act, ...] = Field((), description="What it may do among its own only.")


@cache
def archetypes() -> Mapping[str, Archetype]:
    """Every archetype by its id. Raises ValueError with all that is wrong with the shipped files."""
    library = Path(roles.__file__).parent / "library"
    found: dict[str, Archetype] = {}
    wrong: list[Problem] = []
    for entry in sorted(library.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".yaml"):
            card, problems = read_card(entry.read_text("utf-8"), entry.name)
            wrong += problems
            if card is not None:
                found[card.id] = card
    if wrong:
        raise ValueError("\n".join(map(str, wrong)))
    return MappingProxyType(found)


def read_card(text: str, name: str) -> tuple[Archetype | None, tuple[Problem, ...]]:
    """One archetype and what is wrong with it; `name` is the file's name."""
    parsed = parse(text, name)
    if parsed.data is None:
        return None, tuple(parsed.problems)
    made = formed(Card, parsed.data, Card.model_json_schema, parsed.doubtful)
    findings = [*made.findings]
    if isinstance(made.value, Card):
        findings += _doubled(made.value)
        if f"{made.value.id}.yaml" != name:
            findings.append(
                Finding(
                    "REF-FILE",
                    "error",
                    "id",
                    tr("the id is not the name of the file {name}", name=name),
                    tr("Rename one."),
                )
            )
    problems = (*parsed.problems, *locate(findings, _Text(name, text, parsed)))
    if problems or not isinstance(made.value, Card):
        return None, problems
    return _archetype(made.value), ()


def _doubled(card: Card) -> list[Finding]:
    seen: dict[Act, str] = {}
    findings = []
    for key, acts in _rights(card).items():
        for number, act in enumerate(acts):
            if act in seen:
                message = tr("`{act}` is named under `{key}` as well", act=act, key=seen[act])
                findings.append(Finding("REF-TWICE", "error", f"{key}.{number}", message, tr("Keep one of the two.")))
            seen[act] = key
    return findings


def _rights(card: Card) -> dict[Right, tuple[Act, ...]]:
    return {Right.MAY: card.may, Right.ON_INVITATION: card.on_invitation, Right.OWN_BODY: card.own_body}


def _archetype(card: Card) -> Archetype:
    acts = {act: right for right, named in _rights(card).items() for act in named}
    return Archetype(
        id=card.id,
        name=card.name,
        kind=card.kind,
        purpose=card.purpose,
        acts=MappingProxyType(acts),
        sight=card.sight,
        heads=card.heads,
    )


class _Text:
    """What `locate` needs."""

    def __init__(self, name: str, text: str, parsed: Parsed) -> None:
        self.name = name
        self.text = text
        self.positions = parsed.positions
        self.pieces: Mapping[str, str] = {}

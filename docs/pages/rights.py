"""rights.md: which archetype may do what."""

from docs.pages.told import notes, page, table, text
from roles import acts, rights
from roles.acts import Act
from roles.rights import Right
from scenarios.archetypes import archetypes

MARKS = {Right.MAY: "●", Right.ON_INVITATION: "◐", Right.OWN_BODY: "○", Right.MAY_NOT: ""}


def rights_page() -> str:
    """What each archetype may do."""
    known = archetypes()
    meanings, sights = notes(acts), notes(rights)
    who = [
        (f"`{a.id}`", a.name, a.kind.value, "yes" if a.heads else "", a.sight.value, a.purpose) for a in known.values()
    ]
    sheet = [(f"`{act.value}`", *(MARKS[a.right(act)] for a in known.values())) for act in Act]
    listed = [(f"`{act.value}`", act.family.value, meanings[f"Act.{act.name}"]) for act in Act]
    head = text("""
        An archetype is a standard role with its rights (`roles/library/*.yaml`). A seat of a scenario names one. Rights
        say what a seat may ever do; the phase says which families of acts are open now, and the clock must run. While
        nobody plays the head of a deciding party, the first seat of that party that somebody plays decides for it.
    """)
    return page(
        "Rights",
        head,
        "## Archetypes\n\n" + table(("id", "name", "kind", "heads its party", "reads", "purpose"), who),
        "What a seat reads beyond its own papers and what is public:\n\n"
        + table(("word", "means"), [(f"`{s.value}`", sights[f"Sight.{s.name}"]) for s in rights.Sight]),
        "## Who may do what\n\n"
        + " · ".join(
            (
                "● may",
                "◐ on invitation: on the floor that the chair gave, or in a meeting one was asked into",
                "○ only inside a private meeting or a working group",
                "empty: may not",
            )
        )
        + "\n\n"
        + table(("act", *(f"{a.name}" for a in known.values())), sheet),
        "## Acts\n\n" + table(("act", "family", "what it is"), listed),
        "Families and phases: [The scenario format](scenario-format.md#words).",
    )

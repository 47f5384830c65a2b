from roles.acts import Act
from roles.rights import Right
from scenarios.archetypes import archetypes, read_card

CARD = """\
id: scribe
name: Scribe
kind: secretariat
purpose: Writes.
may: [note]
on_invitation: [speak]
"""


def test_every_shipped_archetype_is_read() -> None:
    roles = archetypes()
    assert {"lead-mediator", "head-of-side", "delegate", "expert-on-call", "observer", "trainer", "rater"} <= set(roles)
    assert all(role.id == name for name, role in roles.items())


def test_rights_are_what_the_card_says_and_nothing_else() -> None:
    delegate = archetypes()["delegate"]
    assert delegate.right(Act.NOTE) is Right.MAY
    assert delegate.right(Act.SPEAK) is Right.ON_INVITATION
    assert delegate.right(Act.DISCLOSE) is Right.OWN_BODY
    assert delegate.right(Act.ADOPT_TEXT) is Right.MAY_NOT
    assert not delegate.heads


def test_every_act_is_somebodys() -> None:
    assert {act for role in archetypes().values() for act in role.acts} == set(Act)


def test_a_card_is_checked_like_a_case() -> None:
    role, problems = read_card(CARD, "scribe.yaml")
    assert problems == ()
    assert role is not None
    assert role.right(Act.SPEAK) is Right.ON_INVITATION

    def faults(text: str, name: str = "scribe.yaml") -> list[str]:
        role, problems = read_card(text, name)
        assert role is None
        return [f"{problem.line}:{problem.column} {problem.code} {problem.suggestion}" for problem in problems]

    assert faults(CARD.replace("[speak]", "[speek]")) == ["6:17 FORM-CHOICE speak"]
    assert faults(CARD.replace("[speak]", "[note]")) == ["6:17 REF-TWICE None"]
    assert faults(CARD.replace("purpose", "purpos")) == ["1:1 FORM-MISSING None", "4:1 FORM-UNKNOWN-KEY purpose"]
    assert faults(CARD, "clerk.yaml") == ["1:5 REF-FILE None"]
    assert faults("- x\n") == ["1:1 YAML-TOP None"]

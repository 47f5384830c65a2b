"""Rules about seats, casting, bodies and how they decide."""

from collections.abc import Iterator

from roles.acts import Act
from roles.rights import Right
from scenarios.archetypes import archetypes
from scenarios.model import Body, RuleKind, Scenario
from scenarios.problems import Finding, listed


def seats_filled(case: Scenario) -> Iterator[Finding]:
    """E5: the seats that are not optional can be filled by the smallest group; W18: every casting adds up."""
    needed = [name for name, seat in case.seats.items() if not seat.optional]
    for number, cast in enumerate(case.casting):
        path = f"casting.{number}"
        if cast.people < len(needed):
            message = f"{len(needed)} seats are not optional, and there are {cast.people} people"
            remedy = "Mark seats as `optional: true`, or raise the number of people."
            yield Finding("E5", "error", f"{path}.people", message, remedy)
            continue
        filled = len(case.seats) - len(cast.empty) + len(cast.doubled)
        if filled != cast.people:
            message = f"{cast.people} people are cast, and {filled} places are left to them"
            remedy = "Name the seats that stay empty under `empty`, and those that two people share under `doubled`."
            yield Finding("W18", "warning", f"{path}.people", message, remedy)
        for place, name in enumerate(cast.doubled):
            if not case.seats[name].doubles:
                message = f"the seat `{name}` is not meant for two people"
                remedy = f"Add `doubles: true` to the seat `{name}`, or take it off this list."
                yield Finding("W18", "warning", f"{path}.doubled.{place}", message, remedy)


def heads_present(case: Scenario) -> Iterator[Finding]:
    """E15: every deciding party has a seat that decides for it and is always filled."""
    for name in case.deciding():
        heads = [seat for seat in case.seats_of(name) if archetypes()[case.seats[seat].archetype].heads]
        if not heads:
            message = f"`{name}` decides, and none of its seats may decide for it"
            remedy = "Give one of its seats an archetype that heads a party, such as `head-of-side`."
            yield Finding("E15", "error", f"parties.{name}", message, remedy)
        elif all(case.seats[seat].optional for seat in heads):
            message = f"`{name}` decides, and its head `{heads[0]}` is optional"
            remedy = "Remove `optional: true` from this seat."
            yield Finding("E15", "error", f"seats.{heads[0]}.optional", message, remedy)


def tasks_within_rights(case: Scenario) -> Iterator[Finding]:
    """E16: who is given a task has the right to do it, and a chair sits in the body."""
    tasks = [(f"text.pen_holder.{n}", seat, Act.DRAFT_TEXT) for n, seat in enumerate(case.text.pen_holder)]
    tasks += [(f"appeals.{seat}", seat, Act.APPEAL) for seat in case.appeals]
    for name, body in case.bodies.items():
        tasks += [(f"bodies.{name}.chair.{n}", seat, Act.GIVE_FLOOR) for n, seat in enumerate(body.chair)]
        for number, seat in enumerate(body.chair):
            if body.members != "all" and seat not in body.members:
                message = f"`{seat}` chairs `{name}` and does not sit in it"
                yield Finding("E16", "error", f"bodies.{name}.chair.{number}", message, "Add the seat to `members`.")
    if case.expert is not None and case.expert.seat is not None:
        tasks.append(("expert.seat", case.expert.seat, Act.ANSWER_EXPERT))
    for path, seat, act in tasks:
        archetype = archetypes()[case.seats[seat].archetype]
        if archetype.right(act) is not Right.MAY:
            able = [role.id for role in archetypes().values() if role.right(act) is Right.MAY]
            message = f"`{seat}` has the archetype `{archetype.id}`, which may not `{act}`"
            remedy = f"Name another seat, or give this one an archetype that may: {listed(able)}."
            yield Finding("E16", "error", path, message, remedy, at_key=path.startswith("appeals"))


def rules_computable(case: Scenario) -> Iterator[Finding]:
    """E9: it can be computed from the answers whether a body has agreed."""
    deciding = case.deciding()
    for name, body in case.bodies.items():
        path = f"bodies.{name}.rule"
        rule = body.rule
        if rule.kind in (RuleKind.SIDES_PLUS_GUARANTORS, RuleKind.SUFFICIENT_CONSENSUS) and not rule.essential:
            message = f"the rule `{rule.kind}` needs to know which parties are essential"
            yield Finding("E9", "error", f"{path}.kind", message, "Add `essential: [party]`.")
        if rule.kind is RuleKind.SUFFICIENT_CONSENSUS and rule.needed is None:
            message = "the rule `sufficient_consensus` needs to know how many parties must agree"
            yield Finding("E9", "error", f"{path}.kind", message, f"Add `needed:`, at most {len(deciding)}.")
        if rule.kind is RuleKind.SILENCE and not rule.minutes:
            message = "the rule `silence` needs to know how long the silence lasts"
            yield Finding("E9", "error", f"{path}.kind", message, "Add `minutes:`.")
        if rule.needed is not None and rule.needed > len(deciding):
            message = f"{rule.needed} parties must agree, and only {len(deciding)} decide"
            yield Finding("E9", "error", f"{path}.needed", message, f"Write a number up to {len(deciding)}.")
        if rule.kind is not RuleKind.CHAIR_DECLARES:
            yield from _sides_seated(case, name, body)


def _sides_seated(case: Scenario, name: str, body: Body) -> Iterator[Finding]:
    """Those whose agreement the rule asks for sit in the body: all of them in a plenary, one at least in a group."""
    path = f"bodies.{name}.rule.kind"
    deciding = case.deciding()
    if not deciding:
        message = f"the rule `{body.rule.kind}` asks the deciding parties, and there are none"
        yield Finding(
            "E9", "error", path, message, "Add `decides: true` to parties, or let the chair declare: `chair_declares`."
        )
        return
    if body.members == "all":
        return
    seated = {case.seats[seat].party for seat in body.members}
    absent = [party for party in deciding if party not in seated]
    if absent and (body.kind == "plenary" or len(absent) == len(deciding)):
        message = f"the rule `{body.rule.kind}` asks {listed(absent)}, who have no seat in `{name}`"
        yield Finding("E9", "error", path, message, "Add their seats to `members`, or choose another rule.")

"""Rules about seats, casting, and the tasks that seats have."""

from collections.abc import Iterator

from roles.acts import Act
from roles.rights import Kind, Right
from scenarios.archetypes import archetypes
from scenarios.model import Phase, Scenario
from scenarios.problems import Finding, listed
from scenarios.texts import tr


def seats_filled(case: Scenario) -> Iterator[Finding]:
    """E5: the seats that are not optional can be filled by the smallest group; W18: every casting adds up."""
    needed = [name for name, seat in case.seats.items() if not seat.optional]
    for number, cast in enumerate(case.casting):
        path = f"casting.{number}"
        if cast.people < len(needed):
            message = tr(
                "{needed} seats are not optional, and there are {people} people", needed=len(needed), people=cast.people
            )
            remedy = tr("Mark seats as `optional: true`, or raise the number of people.")
            yield Finding("E5", "error", f"{path}.people", message, remedy)
            continue
        filled = len(case.seats) - len(cast.empty) + len(cast.doubled)
        if filled != cast.people:
            message = tr(
                "{people} people are cast, and {places} places are left to them", people=cast.people, places=filled
            )
            remedy = tr(
                "Name the seats that stay empty under `empty`, and those that two people share under `doubled`."
            )
            yield Finding("W18", "warning", f"{path}.people", message, remedy)
        for place, name in enumerate(cast.doubled):
            if not case.seats[name].doubles:
                message = tr("the seat `{name}` is not meant for two people", name=name)
                remedy = tr("Add `doubles: true` to the seat `{name}`, or take it off this list.", name=name)
                yield Finding("W18", "warning", f"{path}.doubled.{place}", message, remedy)


def heads_present(case: Scenario) -> Iterator[Finding]:
    """E15: every deciding party has a seat that decides for it and is always filled."""
    for name in case.deciding():
        heads = [seat for seat in case.seats_of(name) if archetypes()[case.seats[seat].archetype].heads]
        if not heads:
            message = tr("`{name}` decides, and none of its seats may decide for it", name=name)
            remedy = tr("Give one of its seats an archetype that heads a party, such as `head-of-side`.")
            yield Finding("E15", "error", f"parties.{name}", message, remedy)
        elif all(case.seats[seat].optional for seat in heads):
            message = tr("`{name}` decides, and its head `{head}` is optional", name=name, head=heads[0])
            remedy = tr("Remove `optional: true` from this seat.")
            yield Finding("E15", "error", f"seats.{heads[0]}.optional", message, remedy)


def tasks_within_rights(case: Scenario) -> Iterator[Finding]:
    """E16: who is given a task has the right to do it, and a chair sits in the body."""
    tasks = [(f"text.pen_holder.{n}", seat, Act.DRAFT_TEXT) for n, seat in enumerate(case.text.pen_holder)]
    for name, document in case.texts.items():
        tasks += [(f"texts.{name}.pen_holder.{n}", seat, Act.DRAFT_TEXT) for n, seat in enumerate(document.pen_holder)]
    if case.synthesis is not None:
        tasks += [(f"synthesis.by.{n}", seat, Act.SYNTHESISE) for n, seat in enumerate(case.synthesis.by)]
    if case.hotline is not None:
        tasks += [(f"hotline.keepers.{n}", s, Act.HANDLE_INCIDENT) for n, s in enumerate(case.hotline.keepers)]
    tasks += [(f"appeals.{seat}", seat, Act.APPEAL) for seat in case.appeals]
    for name, body in case.bodies.items():
        for number, seat in enumerate(body.chair):
            if body.members != "all" and seat not in body.members:
                message = tr("`{seat}` chairs `{body}` and does not sit in it", seat=seat, body=name)
                remedy = tr("Add the seat to `members`.")
                yield Finding("E16", "error", f"bodies.{name}.chair.{number}", message, remedy)
    if case.expert is not None and case.expert.seat is not None:
        tasks.append(("expert.seat", case.expert.seat, Act.ANSWER_EXPERT))
    for path, seat, act in tasks:
        archetype = archetypes()[case.seats[seat].archetype]
        if archetype.right(act) is not Right.MAY:
            able = [role.id for role in archetypes().values() if role.right(act) is Right.MAY]
            message = tr(
                "`{seat}` has the archetype `{archetype}`, which may not `{act}`",
                seat=seat, archetype=archetype.id, act=act
            )  # fmt: skip
            remedy = tr("Name another seat, or give this one an archetype that may: {known}.", known=listed(able))
            yield Finding("E16", "error", path, message, remedy, at_key=path.startswith("appeals"))


def seats_busy(case: Scenario) -> Iterator[Finding]:
    """W8: every seat sits in a body that meets in play; raters need none, and a chair is E16's."""
    meeting = [case.bodies[name] for name in {name for phase in _played(case) for name in phase.in_}]
    if not meeting or any(body.members == "all" for body in meeting):
        return
    seated = {seat for body in meeting for seat in (*body.members, *body.chair, *body.observers)}
    for name, seat in case.seats.items():
        if name not in seated and archetypes()[seat.archetype].kind is not Kind.RATER:
            message = tr("`{name}` sits in no body that meets during play, and has nothing to do", name=name)
            remedy = tr("Add the seat to the `members` of a body that meets, or remove it.")
            yield Finding("W8", "warning", f"seats.{name}", message, remedy)


def _played(case: Scenario) -> Iterator[Phase]:
    return (phase for phase in case.phases.values() if phase.kind == "play")

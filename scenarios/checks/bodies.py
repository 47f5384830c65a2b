"""Rules about bodies: who presides, how they and their texts decide, where their reports go, and when they meet."""

from collections.abc import Iterator

from roles.acts import Act, Family
from roles.rights import Right
from scenarios.archetypes import archetypes
from scenarios.model import Body, DecisionRule, NegotiatingText, Phase, RuleKind, Scenario
from scenarios.problems import Finding, listed
from scenarios.texts import tr, trn


def bodies_presided(case: Scenario) -> Iterator[Finding]:
    """E25: every body has a chair, and one of its chairs is always filled."""
    for name, body in case.bodies.items():
        if not body.chair:
            message = tr("`{body}` has no chair, and nobody could open it or give the floor", body=name)
            yield Finding("E25", "error", f"bodies.{name}.chair", message, tr("Name a seat under `chair`."))
        elif all(case.seats[seat].optional for seat in body.chair):
            message = tr("every seat that chairs `{body}` is optional", body=name)
            remedy = tr(
                "Add a seat that is always filled, or remove `optional: true` from `{seat}`.", seat=body.chair[0]
            )
            yield Finding("E25", "error", f"bodies.{name}.chair.0", message, remedy)


def rules_computable(case: Scenario) -> Iterator[Finding]:
    """E9: it can be computed from the answers whether a body has agreed, and those who are asked can agree."""
    for name, body in case.bodies.items():
        yield from _rule_complete(case, f"bodies.{name}.rule", body.rule, name)
        if body.rule.kind is not RuleKind.CHAIR_DECLARES and not body.rule.parties:
            yield from _sides_seated(case, name, body)
    for path, document in _texts(case):
        if document.rule is not None:
            yield from _rule_complete(case, f"{path}.rule", document.rule, document.body or _main(case))


def _rule_complete(case: Scenario, path: str, rule: DecisionRule, body: str) -> Iterator[Finding]:
    deciding = rule.parties or case.deciding()
    if rule.kind in (RuleKind.SIDES_PLUS_GUARANTORS, RuleKind.SUFFICIENT_CONSENSUS) and not rule.essential:
        message = tr("the rule `{rule}` needs to know which parties are essential", rule=rule.kind)
        yield Finding("E9", "error", f"{path}.kind", message, tr("Add `essential: [party]`."))
    if rule.kind is RuleKind.K_OF_N_WITH_VETO_HOLDERS and not rule.veto:
        message = tr("the rule `k_of_n_with_veto_holders` needs to know who holds a veto")
        yield Finding("E9", "error", f"{path}.kind", message, tr("Add `veto: [party]`."))
    counted = (RuleKind.SUFFICIENT_CONSENSUS, RuleKind.K_OF_N_WITH_VETO_HOLDERS)
    if rule.kind in counted and rule.needed is None:
        message = tr("the rule `{rule}` needs to know how many parties must agree", rule=rule.kind)
        remedy = tr("Add `needed:`, at most {n}.", n=len(deciding))
        yield Finding("E9", "error", f"{path}.kind", message, remedy)
    if rule.kind is RuleKind.SILENCE and not rule.minutes:
        message = tr("the rule `silence` needs to know how long the silence lasts")
        yield Finding("E9", "error", f"{path}.kind", message, tr("Add `minutes:`."))
    if rule.kind is RuleKind.AD_REFERENDUM and not rule.minutes:
        message = tr("the rule `ad_referendum` needs to know how long the capitals have to answer")
        yield Finding("E9", "error", f"{path}.kind", message, tr("Add `minutes:`."))
    if rule.needed is not None and rule.needed > len(deciding):
        message = tr("{needed} parties must agree, and only {n} decide", needed=rule.needed, n=len(deciding))
        remedy = tr("Write a number up to {n}.", n=len(deciding))
        yield Finding("E9", "error", f"{path}.needed", message, remedy)
    if rule.kind is RuleKind.CONSENSUS and rule.objections and rule.objections >= len(deciding):
        message = trn(
            "consensus bears {n} objection here, and only {deciding} decide: nobody could prevent anything",
            "consensus bears {n} objections here, and only {deciding} decide: nobody could prevent anything",
            rule.objections,
            deciding=len(deciding),
        )
        yield Finding("E9", "error", f"{path}.objections", message, tr("Write a smaller number."))
    for key, named in (("parties", rule.parties), ("essential", rule.essential), ("veto", rule.veto)):
        yield from _can_answer(case, f"{path}.{key}", named, body)


def _can_answer(case: Scenario, path: str, parties: tuple[str, ...], body: str) -> Iterator[Finding]:
    """Parties whose agreement is asked for have somebody to give it, who sits where it is asked."""
    members = case.bodies[body].members
    for number, party in enumerate(parties):
        seats = case.seats_of(party)
        speaks = [s for s in seats if case.parties[party].decides or _answers(case, s)]
        if not speaks:
            message = tr("`{party}` is asked, and none of its seats can answer for it", party=party)
            remedy = tr("Give one of its seats an archetype that heads a party.")
            yield Finding("E9", "error", f"{path}.{number}", message, remedy)
        elif members != "all" and not set(seats) & set(members):
            message = tr("`{party}` is asked, and has no seat in `{body}`", party=party, body=body)
            yield Finding("E9", "error", f"{path}.{number}", message, tr("Add one of its seats to `members`."))


def _answers(case: Scenario, seat: str) -> bool:
    """Whether a seat can answer for a party that does not decide otherwise."""
    role = archetypes()[case.seats[seat].archetype]
    return role.heads and all(role.right(act) is Right.MAY for act in (Act.ANSWER_PACKAGE, Act.ADOPT_TEXT))


def _sides_seated(case: Scenario, name: str, body: Body) -> Iterator[Finding]:
    """Those whose agreement the rule asks for sit in the body: all of them in a plenary, one at least in a group."""
    path = f"bodies.{name}.rule.kind"
    deciding = case.deciding()
    if not deciding:
        message = tr("the rule `{rule}` asks the deciding parties, and there are none", rule=body.rule.kind)
        remedy = tr("Add `decides: true` to parties, or let the chair declare: `chair_declares`.")
        yield Finding("E9", "error", path, message, remedy)
        return
    if body.members == "all":
        return
    seated = {case.seats[seat].party for seat in body.members}
    absent = [party for party in deciding if party not in seated]
    if absent and (body.kind == "plenary" or len(absent) == len(deciding)):
        message = tr(
            "the rule `{rule}` asks {parties}, who have no seat in `{body}`",
            rule=body.rule.kind, parties=listed(absent), body=name
        )  # fmt: skip
        remedy = tr("Add their seats to `members`, or choose another rule.")
        yield Finding("E9", "error", path, message, remedy)


def reports_arrive(case: Scenario) -> Iterator[Finding]:
    """E26: a report goes from a body that sits to another one that sits at the same time or later."""
    sits = {name: [n for n, p in enumerate(case.phases.values()) if name in p.in_] for name in case.bodies}
    for name, body in case.bodies.items():
        for key, other in (("reports_to", body.reports_to), ("lifts_to", body.lifts_to)):
            if other is None:
                continue
            path = f"bodies.{name}.{key}"
            if other == name:
                message = tr("`{body}` cannot report to itself", body=name)
                yield Finding("E26", "error", path, message, tr("Name another body."))
            elif key == "lifts_to" and case.bodies[other].kind != "heads":
                message = tr("`{other}` is no body of heads", other=other)
                yield Finding("E26", "error", path, message, tr("Name a body with `kind: heads`."))
            elif not sits[other]:
                message = tr("`{other}` never sits, so that nothing from `{body}` arrives", other=other, body=name)
                yield Finding("E26", "error", path, message, tr("Add `{other}` to the `in` of a phase.", other=other))
            elif not sits[name]:
                message = tr("`{body}` never sits, and has nothing to report", body=name)
                yield Finding("E26", "error", path, message, tr("Add `{body}` to the `in` of a phase.", body=name))
            elif max(sits[other]) < min(sits[name]):
                message = tr("`{other}` has sat for the last time before `{body}` begins", other=other, body=name)
                remedy = tr("Add `{other}` to the `in` of a later phase.", other=other)
                yield Finding("E26", "error", path, message, remedy)
        if body.reports_to is not None and not _opened(case, Family.REPORTS):
            message = tr("`{body}` reports, and no phase allows reports", body=name)
            remedy = tr("Add `reports` to what a phase `allows`.")
            yield Finding("E26", "error", f"bodies.{name}.reports_to", message, remedy)


def silences_end(case: Scenario) -> Iterator[Finding]:
    """E27: what is put under silence, or to capitals, can end within a phase in which it may be put."""
    places = [(f"bodies.{name}.rule", body.rule, name) for name, body in case.bodies.items()]
    places += [
        (f"{path}.rule", document.rule, document.body or _main(case))
        for path, document in _texts(case)
        if document.rule is not None
    ]
    timed = (RuleKind.SILENCE, RuleKind.AD_REFERENDUM)
    for path, rule, body in places:
        if rule.kind not in timed or not rule.minutes:
            continue
        phases = [p for p in case.phases.values() if body in p.in_ and Family.ADOPTION in p.allows]
        longest = max((phase.minutes[2] for phase in phases), default=None)
        if longest is not None and rule.minutes > longest:
            message = trn(
                "{minutes} minutes of waiting, and the longest phase in which it can be put has {n} minute",
                "{minutes} minutes of waiting, and the longest phase in which it can be put has {n} minutes",
                longest,
                minutes=rule.minutes,
            )
            yield Finding("E27", "error", f"{path}.minutes", message, tr("Write up to {n} minutes.", n=longest))


def texts_begin(case: Scenario) -> Iterator[Finding]:
    """E28: a text that lies on the table from the beginning has words in all its articles."""
    for path, document in _texts(case):
        for name, clause in document.clauses.items() if document.on_table else ():
            if clause.wording is None:
                message = tr("this text lies on the table from the beginning, and `{clause}` has no words", clause=name)
                remedy = tr("Give the article a `wording`, or remove `on_table: true`.")
                yield Finding("E28", "error", f"{path}.clauses.{name}", message, remedy)


def shared_suffices(case: Scenario) -> Iterator[Finding]:
    """E29: no option takes more of what several bodies share than there is."""
    for issue, matter in case.issues.items():
        for option, written in matter.options.items():
            for name, amount in written.uses.items():
                shared = case.shared[name]
                if shared.kind == "amount" and shared.available is not None and amount > shared.available:
                    message = tr(
                        "`{option}` takes {amount} of `{shared}`, and there are {available}",
                        option=option, amount=amount, shared=name, available=shared.available
                    )  # fmt: skip
                    path = f"issues.{issue}.options.{option}.uses.{name}"
                    yield Finding("E29", "error", path, message, tr("Write less, or make more available."))


def mechanisms_open(case: Scenario) -> Iterator[Finding]:
    """W29: what the case prepares can be used in a phase that opens it."""
    prepared = (
        ("hotline", case.hotline is not None, Family.INCIDENTS),
        ("incidents", bool(case.incidents), Family.INCIDENTS),
        ("follow_up", bool(case.follow_up), Family.FOLLOW_UP),
        ("reference", case.reference is not None, Family.DISPUTES),
        ("inputs", bool(case.inputs), Family.INPUTS),
        ("synthesis", case.synthesis is not None, Family.INPUTS),
    )
    for key, written, family in prepared:
        if written and not _opened(case, family) and not (key == "reference" and _pointed_to(case)):
            message = tr("`{key}` is prepared, and no phase of play allows `{family}`", key=key, family=family.value)
            remedy = tr("Add `{family}` to what a phase `allows`.", family=family.value)
            yield Finding("W29", "warning", key, message, remedy, at_key=True)
    for name, document in case.texts.items():
        body = document.body or _main(case)
        phases = [p for p in case.phases.values() if body in p.in_]
        if not any(Family.TEXT in p.allows for p in phases) or not any(Family.ADOPTION in p.allows for p in phases):
            message = tr("no phase in which `{body}` sits allows `text` and `adoption`", body=body)
            remedy = tr("Add `text` and `adoption` to what a phase `allows` in which it sits.")
            yield Finding("W29", "warning", f"texts.{name}", message, remedy, at_key=True)
    heads = any(body.kind == "heads" for body in case.bodies.values())
    told = {to for body in case.bodies.values() for to in (body.reports_to, body.lifts_to)}
    for name, body_written in case.bodies.items():
        if name not in told and not any(name in phase.in_ for phase in case.phases.values()):
            message = tr("`{body}` never sits", body=name)
            remedy = tr("Add it to the `in` of a phase, or remove it.")
            yield Finding("W29", "warning", f"bodies.{name}", message, remedy, at_key=True)
        elif heads and body_written.reports_to and not body_written.lifts_to and body_written.kind != "heads":
            message = tr("what blocks `{body}` cannot be lifted, though there is a body of heads", body=name)
            yield Finding("W29", "warning", f"bodies.{name}", message, tr("Add `lifts_to:`."), at_key=True)


def _pointed_to(case: Scenario) -> bool:
    """Whether promises that can be followed up point to articles of the agreement in force."""
    return _opened(case, Family.FOLLOW_UP) and any(promise.article for promise in case.follow_up.values())


def incidents_known(case: Scenario) -> Iterator[Finding]:
    """W30: an incident can be reported, and those whom it concerns have something to say about it."""
    sent = {event.incident for event in case.events.values()}
    able = {p for p in case.parties if any(_may(case, s, Act.REPORT_INCIDENT) for s in case.seats_of(p))}
    for name, incident in case.incidents.items():
        if name not in sent and not able & set(incident.versions):
            message = tr("no event reports `{incident}`, and nobody who knows of it may report it", incident=name)
            remedy = tr("Add `incident: {incident}` to an event, or give a party a version of it.", incident=name)
            yield Finding("W30", "warning", f"incidents.{name}", message, remedy, at_key=True)
        mute = [p for p in incident.parties if p not in incident.versions]
        if mute:
            message = tr("{parties} should call back about it, and have no version of it", parties=listed(mute))
            remedy = tr("Write what they know under `versions`.")
            yield Finding("W30", "warning", f"incidents.{name}.parties", message, remedy, at_key=True)


def _may(case: Scenario, seat: str, act: Act) -> bool:
    return archetypes()[case.seats[seat].archetype].right(act) is not Right.MAY_NOT


def _opened(case: Scenario, family: Family) -> bool:
    return any(family in phase.allows for phase in _played(case))


def _played(case: Scenario) -> Iterator[Phase]:
    return (phase for phase in case.phases.values() if phase.kind == "play")


def _texts(case: Scenario) -> Iterator[tuple[str, NegotiatingText]]:
    yield "text", case.text
    for name, document in case.texts.items():
        yield f"texts.{name}", document


def _main(case: Scenario) -> str:
    plenaries = (name for name, body in case.bodies.items() if body.kind == "plenary")
    return next(plenaries, next(iter(case.bodies)))

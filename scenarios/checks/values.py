"""Rules about interests, options and what they are worth."""

from collections.abc import Iterator

from scenarios.model import CURVES, Linkage, Party, Scenario
from scenarios.problems import Finding, listed


def weights_sum(case: Scenario) -> Iterator[Finding]:
    """E1: the weights of a deciding party sum to 100."""
    for name in case.deciding():
        values = case.parties[name].values
        total = sum(value.weight for value in values.values())
        if values and total != 100:
            message = f"the weights of `{name}` sum to {total}, not to 100"
            remedy = f"Change the weights of its {len(values)} issues until they sum to 100."
            yield Finding("E1", "error", f"parties.{name}.values", message, remedy)


def all_valued(case: Scenario) -> Iterator[Finding]:
    """E2: a deciding party values every option of every issue and has a reservation."""
    for name in case.deciding():
        party = case.parties[name]
        if party.reservation is None:
            message = f"`{name}` decides and has no reservation"
            remedy = "Add `reservation:` with the points below which no agreement is better for it."
            yield Finding("E2", "error", f"parties.{name}.reservation", message, remedy)
        missing = [issue for issue in case.issues if issue not in party.values]
        if missing:
            message = f"`{name}` decides and does not value the issues {listed(missing)}"
            remedy = "Add each with a weight and points for its options: `issue: {weight: 20, option: 0}`."
            yield Finding("E2", "error", f"parties.{name}.values", message, remedy)
        for issue, value in party.values.items():
            gaps = [option for option in case.issues[issue].options if option not in value.options]
            if gaps and value.curve is None:
                message = f"`{name}` does not value the options {listed(gaps)} of `{issue}`"
                remedy = "Give each of them points from 0 (worst) to 100 (best), or an amount and a curve."
                yield Finding("E2", "error", f"parties.{name}.values.{issue}", message, remedy)


def hidden_interests(case: Scenario) -> Iterator[Finding]:
    """E10: a hidden interest that the exercise is about can be found out, and an option serves it."""
    for name, party in case.parties.items():
        for id_, interest in party.interests.items():
            if not interest.key or interest.kept != "hidden":
                continue
            path = f"parties.{name}.interests.{id_}"
            if not (interest.hint or interest.discovery or interest.unlocks):
                message = f"nothing leads to the hidden interest `{id_}`"
                remedy = "Add a `hint`, a way of `discovery`, or an option that it `unlocks`."
                yield Finding("E10", "error", path, message, remedy, at_key=True)
            if not any(interest.served_by.values()):
                message = f"no option serves the hidden interest `{id_}`"
                remedy = "Add `served_by: {issue: [option]}`."
                yield Finding("E10", "error", path, message, remedy, at_key=True)


def options_in_reach(case: Scenario) -> Iterator[Finding]:
    """E17: an option that is not on the board at first can come on it; W19: an unlocked one was not there before."""
    unlocked = {
        target: f"parties.{name}.interests.{id_}.unlocks.{number}"
        for name, party in case.parties.items()
        for id_, interest in party.interests.items()
        for number, target in enumerate(interest.unlocks)
    }
    for issue, matter in case.issues.items():
        for id_, option in matter.options.items():
            target = f"{issue}.{id_}"
            if option.known_to == () and target not in unlocked:
                message = f"nobody knows the option `{id_}`, and no interest unlocks it"
                remedy = f"Name who knows it under `known_to`, or add `{target}` to the `unlocks` of an interest."
                yield Finding("E17", "error", f"issues.{issue}.options.{id_}", message, remedy)
            if option.known_to is None and target in unlocked:
                message = f"`{target}` is on the board from the start, so unlocking it changes nothing"
                remedy = (
                    "Say who knows the option before, with `known_to` (`[]` for nobody), or remove it from `unlocks`."
                )
                yield Finding("W19", "warning", unlocked[target], message, remedy)


def worthless_inclusion(case: Scenario) -> Iterator[Finding]:
    """W11: an issue of inclusion is worth something to somebody who decides."""
    for issue, matter in case.issues.items():
        if matter.kind != "inclusion":
            continue
        values = [party.values[issue] for party in _deciding(case) if issue in party.values]
        if any(issue in link.options and link.points for party in _deciding(case) for link in party.linkages):
            continue
        if values and all(value.weight == 0 or len(set(value.options.values())) < 2 for value in values):
            message = f"`{issue}` is worth nothing to any deciding party, so the included pay for it alone"
            remedy = "Give it a weight and different points at one deciding party or more."
            yield Finding("W11", "warning", f"issues.{issue}", message, remedy)


def dominated_options(case: Scenario) -> Iterator[Finding]:
    """W12: no option is worse than another one for every deciding party.

    Left out are issues of kind `compatible`, because that all want the same is what they teach; a range, whose ends
    nobody needs to want; the default; and options that a linkage makes better or worse beside others.
    """
    linked = {pair for party in _deciding(case) for link in party.linkages for pair in link.options.items()}
    for issue, matter in case.issues.items():
        values = [party.values[issue].options for party in _deciding(case) if issue in party.values]
        if matter.kind == "compatible" or matter.range is not None or len(values) < 2:
            continue
        alone = [option for option in matter.options if (issue, option) not in linked]
        for option in alone:
            better = [
                other
                for other in alone
                if all(value.get(other, 0) > value.get(option, 0) for value in values) and option != matter.default
            ]
            if better:
                message = (
                    f"for every deciding party `{option}` is worse than {listed(better)}: nobody can ever choose it"
                )
                remedy = "Give one party a reason to want it, or remove it."
                yield Finding("W12", "warning", f"issues.{issue}.options.{option}", message, remedy)


def curves_apply(case: Scenario) -> Iterator[Finding]:
    """E20: a curve meets amounts only, or options with points of their own; W22: it tells them apart."""
    for name, party in case.parties.items():
        for issue, value in party.values.items():
            if value.curve is None:
                continue
            path = f"parties.{name}.values.{issue}.{value.curve}"
            options = case.issues[issue].options
            counted = {option.amount for option in options.values() if option.amount is not None}
            gaps = [option for option in options if option not in value.options or not counted]
            if gaps:
                message = f"a curve over amounts cannot value {listed(gaps)} of `{issue}`, which have no amount"
                remedy = "Add `amount:` to these options, or points of their own beside the curve."
                yield Finding("E20", "error", path, message, remedy, at_key=True)
                continue
            points = {value.options[id_] for id_, option in options.items() if option.amount is not None}
            if len(counted) > 1 and len(points) == 1:
                message = f"on this curve every amount of `{issue}` is worth {min(points)} points"
                remedy = f"Let it rise or fall between {min(counted)} and {max(counted)}."
                yield Finding("W22", "warning", path, message, remedy, at_key=True)


def linkages_apart(case: Scenario) -> Iterator[Finding]:
    """E24: a party says once what the same options are worth together; W21: a linkage changes something."""
    for name, party in case.parties.items():
        seen: set[frozenset[tuple[str, str]]] = set()
        for number, link in enumerate(party.linkages):
            path = f"parties.{name}.linkages.{number}"
            together = frozenset(link.options.items())
            if together in seen:
                message = f"`{name}` says twice what {_together(link)} are worth together"
                yield Finding("E24", "error", f"{path}.options", message, "Keep one of them, with the points of both.")
            elif link.points == 0:
                message = f"{_together(link)} gain `{name}` nothing together"
                remedy = "Write the points that they gain or lose together, or remove the linkage."
                yield Finding("W21", "warning", f"{path}.points", message, remedy)
            seen.add(together)


def _together(link: Linkage) -> str:
    return listed(f"{issue}.{option}" for issue, option in link.options.items())


def ids_free(case: Scenario) -> Iterator[Finding]:
    """E21: no option has an id that means something else: an option in own words, or a curve.

    A rule rather than a fault of names, so that records of older cases can still be read.
    """
    for issue, matter in case.issues.items():
        for option in matter.options:
            path = f"issues.{issue}.options.{option}"
            if option.startswith("own-"):
                message = f"`{option}` begins like an option in somebody's own words"
                yield Finding(
                    "E21", "error", path, message, "Give it an id that does not begin with `own-`.", at_key=True
                )
            if option in CURVES:
                message = f"`{option}` is the key of a curve and cannot be an id here"
                yield Finding("E21", "error", path, message, "Give it another id.", at_key=True)


def _deciding(case: Scenario) -> list[Party]:
    return [case.parties[name] for name in case.deciding()]

"""Rules about interests, options and what they are worth."""

from collections.abc import Iterator

from scenarios.model import CURVES, Linkage, Party, Scenario
from scenarios.problems import Finding, listed
from scenarios.texts import tr, trn

FEWEST_ISSUES = 3
MOST_ISSUES = 8
MOST_OPTIONS = 5
"""What people can trade and keep in mind in one sitting."""

EXAMPLE = "issue: {weight: 20, option: 0}"
SERVED = "served_by: {issue: [option]}"


def weights_sum(case: Scenario) -> Iterator[Finding]:
    """E1: the weights of a deciding party sum to 100."""
    for name in case.deciding():
        values = case.parties[name].values
        total = sum(value.weight for value in values.values())
        if values and total != 100:
            message = tr("the weights of `{name}` sum to {total}, not to 100", name=name, total=total)
            remedy = trn(
                "Change the weight of its {n} issue until it is 100.",
                "Change the weights of its {n} issues until they sum to 100.",
                len(values),
            )
            yield Finding("E1", "error", f"parties.{name}.values", message, remedy)


def all_valued(case: Scenario) -> Iterator[Finding]:
    """E2: a deciding party values every option of every issue and has a reservation."""
    for name in case.deciding():
        party = case.parties[name]
        if party.reservation is None:
            message = tr("`{name}` decides and has no reservation", name=name)
            remedy = tr("Add `reservation:` with the points below which no agreement is better for it.")
            yield Finding("E2", "error", f"parties.{name}.reservation", message, remedy)
        missing = [issue for issue in case.issues if issue not in party.values]
        if missing:
            message = tr("`{name}` decides and does not value the issues {issues}", name=name, issues=listed(missing))
            remedy = tr("Add each with a weight and points for its options: `{example}`.", example=EXAMPLE)
            yield Finding("E2", "error", f"parties.{name}.values", message, remedy)
        for issue, value in party.values.items():
            gaps = [option for option in case.issues[issue].options if option not in value.options]
            if gaps and value.curve is None:
                message = tr(
                    "`{name}` does not value the options {options} of `{issue}`",
                    name=name, options=listed(gaps), issue=issue
                )  # fmt: skip
                remedy = tr("Give each of them points from 0 (worst) to 100 (best), or an amount and a curve.")
                yield Finding("E2", "error", f"parties.{name}.values.{issue}", message, remedy)


def hidden_interests(case: Scenario) -> Iterator[Finding]:
    """E10: a hidden interest that the exercise is about can be found out, and an option serves it."""
    for name, party in case.parties.items():
        for id_, interest in party.interests.items():
            if not interest.key or interest.kept != "hidden":
                continue
            path = f"parties.{name}.interests.{id_}"
            if not (interest.hint or interest.discovery or interest.unlocks):
                message = tr("nothing leads to the hidden interest `{name}`", name=id_)
                remedy = tr("Add a `hint`, a way of `discovery`, or an option that it `unlocks`.")
                yield Finding("E10", "error", path, message, remedy, at_key=True)
            if not any(interest.served_by.values()):
                message = tr("no option serves the hidden interest `{name}`", name=id_)
                remedy = tr("Add `{example}`.", example=SERVED)
                yield Finding("E10", "error", path, message, remedy, at_key=True)


def interests_matter(case: Scenario) -> Iterator[Finding]:
    """W24: an option serves every interest, and something leads to every hidden one; key ones are E10's."""
    for name, party in case.parties.items():
        for id_, interest in party.interests.items():
            if interest.key and interest.kept == "hidden":
                continue
            path = f"parties.{name}.interests.{id_}"
            if interest.kept == "hidden" and not (interest.hint or interest.discovery or interest.unlocks):
                message = tr("nothing leads to the hidden interest `{name}`", name=id_)
                remedy = tr("Add a `hint`, a way of `discovery`, or an option that it `unlocks`.")
                yield Finding("W24", "warning", path, message, remedy, at_key=True)
            if not any(interest.served_by.values()):
                message = tr("no option serves the interest `{name}`, so learning of it changes nothing", name=id_)
                remedy = tr("Add `{example}`, or remove the interest.", example=SERVED)
                yield Finding("W24", "warning", path, message, remedy, at_key=True)


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
                message = tr("nobody knows the option `{option}`, and no interest unlocks it", option=id_)
                remedy = tr(
                    "Name who knows it under `known_to`, or add `{target}` to the `unlocks` of an interest.",
                    target=target,
                )
                yield Finding("E17", "error", f"issues.{issue}.options.{id_}", message, remedy)
            if option.known_to is None and target in unlocked:
                message = tr(
                    "`{target}` is on the board from the start, so unlocking it changes nothing", target=target
                )
                remedy = tr(
                    "Say who knows the option before, with `known_to` (`[]` for nobody), or remove it from `unlocks`."
                )
                yield Finding("W19", "warning", unlocked[target], message, remedy)


def defaults_known(case: Scenario) -> Iterator[Finding]:
    """W14: what holds for an issue that a partial deal leaves out is something that everybody knows."""
    for issue, matter in case.issues.items():
        if matter.options[matter.default].known_to is not None:
            message = tr(
                "`{option}` holds when an agreement leaves `{issue}` out, and not everybody knows it",
                option=matter.default, issue=issue
            )  # fmt: skip
            remedy = tr("Name an option that is on the board from the start, usually what holds today.")
            yield Finding("W14", "warning", f"issues.{issue}.default", message, remedy)


def size_teachable(case: Scenario) -> Iterator[Finding]:
    """W28: from 3 to 8 issues, two in an introductory case, and from 2 to 5 options an issue; amounts are no list."""
    least = 2 if case.level == "introductory" else FEWEST_ISSUES
    if not least <= len(case.issues) <= MOST_ISSUES:
        message = trn(
            "there is {n} issue, and {few} to {many} teach best",
            "there are {n} issues, and {few} to {many} teach best",
            len(case.issues), few=least, many=MOST_ISSUES
        )  # fmt: skip
        remedy = tr("With fewer there is nothing to trade; with more nobody keeps the whole in mind.")
        yield Finding("W28", "warning", "issues", message, remedy)
    for issue, matter in case.issues.items():
        if matter.range is None and len(matter.options) > MOST_OPTIONS:
            message = trn(
                "`{issue}` has {n} option, and at most {many} can be kept in mind",
                "`{issue}` has {n} options, and at most {many} can be kept in mind",
                len(matter.options), issue=issue, many=MOST_OPTIONS
            )  # fmt: skip
            remedy = tr("Keep those that teach something, or let amounts be a `range`.")
            yield Finding("W28", "warning", f"issues.{issue}.options", message, remedy)


def worthless_inclusion(case: Scenario) -> Iterator[Finding]:
    """W11: an issue of inclusion is worth something to somebody who decides."""
    for issue, matter in case.issues.items():
        if matter.kind != "inclusion":
            continue
        values = [party.values[issue] for party in _deciding(case) if issue in party.values]
        if any(issue in link.options and link.points for party in _deciding(case) for link in party.linkages):
            continue
        if values and all(value.weight == 0 or len(set(value.options.values())) < 2 for value in values):
            message = tr(
                "`{issue}` is worth nothing to any deciding party, so the included pay for it alone", issue=issue
            )
            remedy = tr("Give it a weight and different points at one deciding party or more.")
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
                message = tr(
                    "for every deciding party `{option}` is worse than {better}: nobody can ever choose it",
                    option=option, better=listed(better)
                )  # fmt: skip
                remedy = tr("Give one party a reason to want it, or remove it.")
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
                message = tr(
                    "a curve over amounts cannot value {options} of `{issue}`, which have no amount",
                    options=listed(gaps), issue=issue
                )  # fmt: skip
                remedy = tr("Add `amount:` to these options, or points of their own beside the curve.")
                yield Finding("E20", "error", path, message, remedy, at_key=True)
                continue
            points = {value.options[id_] for id_, option in options.items() if option.amount is not None}
            if len(counted) > 1 and len(points) == 1:
                message = tr(
                    "on this curve every amount of `{issue}` is worth {points} points", issue=issue, points=min(points)
                )
                remedy = tr("Let it rise or fall between {low} and {high}.", low=min(counted), high=max(counted))
                yield Finding("W22", "warning", path, message, remedy, at_key=True)


def linkages_apart(case: Scenario) -> Iterator[Finding]:
    """E24: a party says once what the same options are worth together; W21: a linkage changes something."""
    for name, party in case.parties.items():
        seen: set[frozenset[tuple[str, str]]] = set()
        for number, link in enumerate(party.linkages):
            path = f"parties.{name}.linkages.{number}"
            together = frozenset(link.options.items())
            if together in seen:
                message = tr(
                    "`{name}` says twice what {options} are worth together", name=name, options=_together(link)
                )
                remedy = tr("Keep one of them, with the points of both.")
                yield Finding("E24", "error", f"{path}.options", message, remedy)
            elif link.points == 0:
                message = tr("{options} gain `{name}` nothing together", options=_together(link), name=name)
                remedy = tr("Write the points that they gain or lose together, or remove the linkage.")
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
                message = tr("`{option}` begins like an option in somebody's own words", option=option)
                remedy = tr("Give it an id that does not begin with `own-`.")
                yield Finding("E21", "error", path, message, remedy, at_key=True)
            if option in CURVES:
                message = tr("`{option}` is the key of a curve and cannot be an id here", option=option)
                yield Finding("E21", "error", path, message, tr("Give it another id."), at_key=True)


def _deciding(case: Scenario) -> list[Party]:
    return [case.parties[name] for name in case.deciding()]

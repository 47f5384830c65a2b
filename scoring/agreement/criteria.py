"""The twelve criteria of agreement quality, Q1 to Q12, and what a record shows of each: 0 to 3.

0 absent, 1 mentioned, 2 workable, 3 complete and checkable. Where commitments or options are counted, one rule makes a
level of how many do what the criterion asks: all 3, more than half 2, some 1, none 0. For what every commitment has to
say, 3 also asks that no article that settles an issue is without a commitment. A criterion that nothing shows has no
level.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from scoring.agreement.articles import Agreement, Commitment
from scoring.agreement.wording import body, names_several, names_somebody, vague_times, vague_words, weak_verb
from scoring.process.course import counted

MOST = 3
"""The highest level of a criterion."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion, and what its highest level looks like."""

    name: str
    complete: str


CRITERIA: Mapping[str, Criterion] = {
    "Q1": Criterion("Clarity of obligation", "one reading only"),
    "Q2": Criterion("Who", "a named body with the capacity for it"),
    "Q3": Criterion("When", "a calendar"),
    "Q4": Criterion("Sequencing", "small steps of each side in turn"),
    "Q5": Criterion("Verification", "independent, mixed teams, a rhythm of reports"),
    "Q6": Criterion("Dispute mechanism", "a body, a deadline and an escalation; interpretation and violation apart"),
    "Q7": Criterion("Follow-up body", "composition, chair, frequency and minutes, with sub-committees"),
    "Q8": Criterion("Resources", "funded, or conditional on a named donor"),
    "Q9": Criterion("Inclusion", "quotas with a consequence"),
    "Q10": Criterion("Law and norms", "consistent, reservations explained"),
    "Q11": Criterion("Contingency", "a graduated response"),
    "Q12": Criterion("Communication and ratification", "joint lines in all languages, and who ratifies by when"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What a record shows of a criterion."""

    level: int | None
    """None where nothing shows it."""
    why: str
    """One sentence."""
    met: int | None = None
    """Commitments or options that do what it asks, where those were counted."""
    of: int | None = None
    evidence: tuple[int, ...] = ()


NOTHING = Shown(None, "No commitment was recorded.")


def shown(agreement: Agreement) -> dict[str, Shown]:
    """What the record shows of each criterion: commitments and options first, and what the options' texts give."""
    found: dict[str, Shown] = {}
    for criterion in CRITERIA:
        counting = COUNTED.get(criterion)
        seen = counting(agreement) if counting else Shown(None, "Only the text and people can show it.")
        found[criterion] = _with_texts(agreement, criterion, seen)
    return found


def gaps(commitment: Commitment, agreement: Agreement) -> tuple[str, ...]:
    """What a commitment leaves open, as short words: `who`, `when`, `clarity: “as appropriate”`, ..."""
    open_: list[str] = []
    if unclear := _unclear(commitment, agreement):
        open_.append(f"clarity: {', '.join(unclear)}")
    open_ += [word for word, met in _SAID.items() if not met(commitment)]
    if len(agreement.commitments) > 1 and (waits := _waits_in_vain(commitment, agreement)):
        open_.append(f"sequencing: {waits}")
    return tuple(open_)


def by_share(met: int, of: int) -> int:
    """All 3, more than half 2, some 1, none 0."""
    return MOST if met == of else 2 if 2 * met > of else 1 if met else 0


def who(commitment: Commitment) -> bool:
    """Whether somebody in particular acts."""
    return names_somebody(commitment.draft.actor)


def when(commitment: Commitment) -> bool:
    """Whether there is a number of days, or a deadline in words that are a time."""
    words = commitment.draft.deadline
    return commitment.draft.days is not None or bool(words.strip() and not vague_times(words))


def verified(commitment: Commitment) -> bool:
    """Whether somebody other than the actor verifies it, by a method that is told."""
    draft = commitment.draft
    return names_somebody(draft.verifier) and bool(draft.method.strip()) and body(draft.verifier) != body(draft.actor)


def _funded(commitment: Commitment) -> bool:
    words = commitment.draft.resources
    return bool(words.strip() and not vague_words(words) and not vague_times(words))


def _provided_for(commitment: Commitment) -> bool:
    return bool(commitment.draft.if_not.strip())


_SAID: Mapping[str, Callable[[Commitment], bool]] = {
    "who": who,
    "when": when,
    "verification": verified,
    "resources": _funded,
    "if not": _provided_for,
}


def _unclear(commitment: Commitment, agreement: Agreement) -> tuple[str, ...]:
    """What keeps a commitment from having one reading only."""
    draft = commitment.draft
    found: list[str] = []
    if not draft.actor.strip():
        found.append("no actor")
    elif names_several(
        draft.actor, ((party.name, party.short) for party in agreement.course.scenario.parties.values())
    ):
        found.append("more than one actor")
    if weak := weak_verb(draft.action):
        found.append(f"“{weak}” binds nobody")
    said = (draft.action, draft.place, draft.verifier, draft.method, draft.resources, draft.if_not)
    found += [f"“{word}”" for word in (*vague_words(*said, draft.deadline), *vague_times(draft.action, draft.deadline))]
    return tuple(found)


def _clarity(agreement: Agreement) -> Shown:
    """Q1: one actor a commitment, a verb that binds, no vague words; 3 also asks for articles without vague words."""
    blurred = {commitment: words for commitment in agreement.commitments if (words := _unclear(commitment, agreement))}
    loose = {article: words for article in agreement.articles.values() if (words := vague_words(article.text))}
    said = [f"{commitment.called}: {', '.join(words)}" for commitment, words in blurred.items()]
    said += [f"article “{a.heading}”: {', '.join(f'“{word}”' for word in words)}" for a, words in loose.items()]
    return _counted(agreement, "One reading only", lambda each: each not in blurred, said, cap=bool(loose))


def _who(agreement: Agreement) -> Shown:
    """Q2: an actor who is somebody in particular."""
    return _counted(agreement, "Who acts is told", who)


def _when(agreement: Agreement) -> Shown:
    """Q3: a number of days, or a deadline in words that are a time."""
    return _counted(agreement, "By when is told", when)


def _sequencing(agreement: Agreement) -> Shown:
    """Q4: the commitments that wait for another or are waited for, none of them in vain; else the level is 1 at most.

    A commitment waits in vain in a circle, for one that was taken out, or for one that is due later than itself.
    """
    if not agreement.commitments:
        return NOTHING
    if len(agreement.commitments) == 1:
        return Shown(None, "One commitment alone needs no order.")
    waited_for = {number for commitment in agreement.commitments for number in commitment.draft.after}
    vain = {each: why for each in agreement.commitments if (why := _waits_in_vain(each, agreement))}

    def placed(commitment: Commitment) -> bool:
        return commitment not in vain and (commitment.ordered or commitment.number in waited_for)

    seen = _counted(
        agreement,
        "A place in an order",
        placed,
        [f"{each.called}: {why}" for each, why in vain.items()],
        False,
    )
    return replace(seen, level=min(seen.level or 0, 1)) if vain else seen


def _waits_in_vain(commitment: Commitment, agreement: Agreement) -> str:
    """Why a commitment waits in vain; empty where it does not."""
    standing = {each.number: each for each in agreement.commitments if each.number is not None}
    for number in commitment.draft.after:
        before = standing.get(number)
        if before is None:
            return f"waits for commitment {number}, which does not stand"
        if commitment.number in _all_before(before, standing):
            return f"waits for commitment {number}, which waits for it"
        due, earlier = commitment.draft.days, before.draft.days
        if due is not None and earlier is not None and earlier > due:
            return f"is due on day {due}, and waits for commitment {number}, due on day {earlier}"
    return ""


def _all_before(commitment: Commitment, standing: Mapping[int, Commitment]) -> Collection[int]:
    """The numbers of a commitment and of all that have to come before it."""
    found: set[int] = set()
    ahead = [commitment]
    while ahead:
        each = ahead.pop()
        if each.number is not None and each.number not in found:
            found.add(each.number)
            ahead += [standing[number] for number in each.draft.after if number in standing]
    return found


def _verification(agreement: Agreement) -> Shown:
    """Q5: a verifier who is not the actor, and a method."""
    return _counted(agreement, "Who verifies it and how is told", verified)


def _resources(agreement: Agreement) -> Shown:
    """Q8: who pays, from which budget."""
    return _counted(agreement, "What it is paid from is told", _funded)


def _contingency(agreement: Agreement) -> Shown:
    """Q11: what happens when it is not done."""
    return _counted(agreement, "What follows if not is told", _provided_for)


def _inclusion(agreement: Agreement) -> Shown:
    """Q9: of the issues with an option that gives others a seat or a benefit, those on which such a one was agreed."""
    issues = agreement.course.scenario.issues
    possible = [name for name, issue in issues.items() if any(option.includes for option in issue.options.values())]
    if not possible:
        return Shown(None, "No option of this scenario says whom it includes.")
    agreed = agreement.options
    included = {name: agreed[name].includes for name in possible if name in agreed and agreed[name].includes}
    whom = sorted({group for groups in included.values() for group in groups})
    said = f": {', '.join(group.replace('-', ' ') for group in whom)}" if whom else ""
    return Shown(
        by_share(len(included), len(possible)),
        f"Others are included on {len(included)} of {counted(len(possible), 'issue')} where they could be{said}.",
        len(included),
        len(possible),
        agreement.terms.evidence,
    )


def _norms(agreement: Agreement) -> Shown:
    """Q10: 2 (or what the options' texts give) less one for each norm that an agreed option touches; people judge."""
    issues = agreement.course.scenario.issues
    flagged = any(option.norm_flags for issue in issues.values() for option in issue.options.values())
    given = _texts_give(agreement, "Q10")
    if not flagged and given is None:
        return Shown(None, "No option of this scenario says which norms it touches.")
    touched = [flag for option in agreement.options.values() for flag in option.norm_flags]
    level = max(0, (2 if given is None else given) - len(touched))
    why = f"Touched: {'; '.join(touched)}. A person has to judge." if touched else "No agreed option touches a norm."
    return Shown(level, why, evidence=agreement.terms.evidence)


COUNTED: Mapping[str, Callable[[Agreement], Shown]] = {
    "Q1": _clarity,
    "Q2": _who,
    "Q3": _when,
    "Q4": _sequencing,
    "Q5": _verification,
    "Q8": _resources,
    "Q9": _inclusion,
    "Q10": _norms,
    "Q11": _contingency,
}
"""What the record itself shows; Q6, Q7 and Q12 stand in the texts of options, or are judged by people."""


def _counted(
    agreement: Agreement,
    asked: str,
    met: Callable[[Commitment], bool],
    said: Collection[str] = (),
    every_article: bool = True,
    cap: bool = False,
) -> Shown:
    """The level of a criterion that every commitment has to meet."""
    held = agreement.commitments
    if not held:
        return NOTHING
    number = sum(map(met, held))
    level = by_share(number, len(held))
    bare = agreement.bare if every_article else ()
    if level == MOST and (cap or bare):
        level = 2
    more = list(said)
    if bare:
        more.append(f"{counted(len(bare), 'article')} without one")
    return Shown(
        level,
        f"{asked}: {number} of {counted(len(held), 'commitment')}{''.join(f'; {each}' for each in more)}.",
        number,
        len(held),
        tuple(sorted({event for commitment in held for event in commitment.evidence})),
    )


def _texts_give(agreement: Agreement, criterion: str) -> int | None:
    """The most that the text of an agreed option gives on a criterion."""
    return max((o.quality[criterion] for o in agreement.options.values() if criterion in o.quality), default=None)


def _with_texts(agreement: Agreement, criterion: str, seen: Shown) -> Shown:
    """The higher of what was counted and what the texts of the agreed options give; flags on norms are never lifted."""
    given = _texts_give(agreement, criterion)
    if given is None or criterion == "Q10":
        return seen
    labels = [o.label for o in agreement.options.values() if o.quality.get(criterion) == given]
    why = f"The text of “{labels[0]}” gives {given}."
    if seen.level is None:
        return Shown(given, why, evidence=agreement.terms.evidence)
    level = max(seen.level, given)
    return replace(
        seen, level=level, why=f"{seen.why} {why}", evidence=tuple(sorted({*seen.evidence, *agreement.terms.evidence}))
    )

"""The twelve criteria of agreement quality, Q1 to Q12, and what a record shows of each: 0 to 3.

0 absent, 1 mentioned, 2 workable, 3 complete and checkable. Where commitments or options are counted, one rule makes a
level of how many do what the criterion asks: all 3, more than half 2, some 1, none 0. For what every commitment has to
say, 3 also asks that no article that settles an issue is without a commitment. A criterion that nothing shows has no
level.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from scenarios.texts import mark, tr, trn
from scoring.agreement.articles import Agreement, Commitment
from scoring.agreement.wording import (
    body,
    can_read,
    names_several,
    names_somebody,
    vague_times,
    vague_words,
    weak_verb,
)
from scoring.sentences import parted, quoted, sentence
from scoring.terms import word

MOST = 3
"""The highest level of a criterion."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion, and what its highest level looks like."""

    title: str
    """In English; `name` says it."""
    best: str
    """In English; `complete` says it."""

    @property
    def name(self) -> str:
        """What it is called in the language that is spoken."""
        return tr(self.title)

    @property
    def complete(self) -> str:
        """What its highest level looks like, in the language that is spoken."""
        return tr(self.best)


CRITERIA: Mapping[str, Criterion] = {
    "Q1": Criterion(mark("Clarity of obligation"), mark("one reading only")),
    "Q2": Criterion(mark("Who"), mark("a named body with the capacity for it")),
    "Q3": Criterion(mark("When"), mark("a calendar")),
    "Q4": Criterion(mark("Sequencing"), mark("small steps of each side in turn")),
    "Q5": Criterion(mark("Verification"), mark("independent, mixed teams, a rhythm of reports")),
    "Q6": Criterion(
        mark("Dispute mechanism"), mark("a body, a deadline and an escalation; interpretation and violation apart")
    ),
    "Q7": Criterion(mark("Follow-up body"), mark("composition, chair, frequency and minutes, with sub-committees")),
    "Q8": Criterion(mark("Resources"), mark("funded, or conditional on a named donor")),
    "Q9": Criterion(mark("Inclusion"), mark("quotas with a consequence")),
    "Q10": Criterion(mark("Law and norms"), mark("consistent, reservations explained")),
    "Q11": Criterion(mark("Contingency"), mark("a graduated response")),
    "Q12": Criterion(
        mark("Communication and ratification"), mark("joint lines in all languages, and who ratifies by when")
    ),
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


def nothing() -> Shown:
    """What is shown of a criterion where commitments would be counted and there is none."""
    return Shown(None, tr("No commitment was recorded."))


def shown(agreement: Agreement) -> dict[str, Shown]:
    """What the record shows of each criterion: commitments and options first, and what the options' texts give."""
    found: dict[str, Shown] = {}
    for criterion in CRITERIA:
        counting = COUNTED.get(criterion)
        seen = counting(agreement) if counting else Shown(None, tr("Only the text and people can show it."))
        found[criterion] = _with_texts(agreement, criterion, seen)
    return found


def gaps(commitment: Commitment, agreement: Agreement) -> tuple[str, ...]:
    """What a commitment leaves open, as short words: `who`, `when`, `clarity: “as appropriate”`, ..."""
    open_: list[str] = []
    if unclear := _unclear(commitment, agreement):
        open_.append(tr("clarity: {words}", words=tr(", ").join(unclear)))
    open_ += [tr(word) for word, met in _SAID.items() if not met(commitment)]
    if len(agreement.commitments) > 1 and (waits := _waits_in_vain(commitment, agreement)):
        open_.append(tr("sequencing: {why}", why=waits))
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
    # Translators: what a commitment leaves open, in a list of short words: who acts.
    mark("who"): who,
    # Translators: what a commitment leaves open: by when.
    mark("when"): when,
    mark("verification"): verified,
    mark("resources"): _funded,
    # Translators: what a commitment leaves open: what follows if it is not done.
    mark("if not"): _provided_for,
}
"""What every commitment has to say, in English."""


def _unclear(commitment: Commitment, agreement: Agreement) -> tuple[str, ...]:
    """What keeps a commitment from having one reading only."""
    draft = commitment.draft
    found: list[str] = []
    if not draft.actor.strip():
        found.append(tr("no actor"))
    elif names_several(
        draft.actor, ((party.name, party.short) for party in agreement.course.scenario.parties.values())
    ):
        found.append(tr("more than one actor"))
    if weak := weak_verb(draft.action):
        found.append(tr("“{verb}” binds nobody", verb=weak))
    said = (draft.action, draft.place, draft.verifier, draft.method, draft.resources, draft.if_not)
    found += map(quoted, (*vague_words(*said, draft.deadline), *vague_times(draft.action, draft.deadline)))
    return tuple(found)


def _clarity(agreement: Agreement) -> Shown:
    """Q1: one actor a commitment, a verb that binds, no vague words; 3 also asks for articles without vague words."""
    if not can_read(agreement.course.talks.language):
        return Shown(None, tr("The program knows vague words in English and French only: people judge this."))
    blurred = {commitment: words for commitment in agreement.commitments if (words := _unclear(commitment, agreement))}
    loose = {article: words for article in agreement.articles.values() if (words := vague_words(article.text))}
    said = [
        # Translators: {what} is "commitment 3", {words} what blurs it.
        tr("{what}: {words}", what=commitment.called, words=tr(", ").join(words))
        for commitment, words in blurred.items()
    ]
    said += [
        tr("article “{heading}”: {words}", heading=article.heading, words=tr(", ").join(map(quoted, words)))
        for article, words in loose.items()
    ]
    # Translators: followed by a number: "One reading only: 2 of 5 commitments".
    asked = tr("One reading only")
    return _counted(agreement, asked, lambda each: each not in blurred, said, cap=bool(loose))


def _who(agreement: Agreement) -> Shown:
    """Q2: an actor who is somebody in particular."""
    return _counted(agreement, tr("Who acts is told"), who)


def _when(agreement: Agreement) -> Shown:
    """Q3: a number of days, or a deadline in words that are a time."""
    return _counted(agreement, tr("By when is told"), when)


def _sequencing(agreement: Agreement) -> Shown:
    """Q4: the commitments that wait for another or are waited for, none of them in vain; else the level is 1 at most.

    A commitment waits in vain in a circle, for one that was taken out, or for one that is due later than itself.
    """
    if not agreement.commitments:
        return nothing()
    if len(agreement.commitments) == 1:
        return Shown(None, tr("One commitment alone needs no order."))
    waited_for = {number for commitment in agreement.commitments for number in commitment.draft.after}
    vain = {each: why for each in agreement.commitments if (why := _waits_in_vain(each, agreement))}

    def placed(commitment: Commitment) -> bool:
        return commitment not in vain and (commitment.ordered or commitment.number in waited_for)

    seen = _counted(
        agreement,
        tr("A place in an order"),
        placed,
        # Translators: {what} is "commitment 3", {why} "waits for commitment 5, which does not stand".
        [tr("{what}: {why}", what=each.called, why=why) for each, why in vain.items()],
        False,
    )
    return replace(seen, level=min(seen.level or 0, 1)) if vain else seen


def _waits_in_vain(commitment: Commitment, agreement: Agreement) -> str:
    """Why a commitment waits in vain; empty where it does not."""
    standing = {each.number: each for each in agreement.commitments if each.number is not None}
    for number in commitment.draft.after:
        before = standing.get(number)
        if before is None:
            return tr("waits for commitment {n}, which does not stand", n=number)
        if commitment.number in _all_before(before, standing):
            return tr("waits for commitment {n}, which waits for it", n=number)
        due, earlier = commitment.draft.days, before.draft.days
        if due is not None and earlier is not None and earlier > due:
            return tr(
                "is due on day {due}, and waits for commitment {n}, due on day {earlier}",
                due=due,
                n=number,
                earlier=earlier,
            )
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
    return _counted(agreement, tr("Who verifies it and how is told"), verified)


def _resources(agreement: Agreement) -> Shown:
    """Q8: who pays, from which budget."""
    return _counted(agreement, tr("What it is paid from is told"), _funded)


def _contingency(agreement: Agreement) -> Shown:
    """Q11: what happens when it is not done."""
    return _counted(agreement, tr("What follows if not is told"), _provided_for)


def _inclusion(agreement: Agreement) -> Shown:
    """Q9: of the issues with an option that gives others a seat or a benefit, those on which such a one was agreed."""
    issues = agreement.course.scenario.issues
    possible = [name for name, issue in issues.items() if any(option.includes for option in issue.options.values())]
    if not possible:
        return Shown(None, tr("No option of this scenario says whom it includes."))
    agreed = agreement.options
    included = {name: agreed[name].includes for name in possible if name in agreed and agreed[name].includes}
    whom = sorted({group for groups in included.values() for group in groups})
    why = trn(
        "Others are included on {included} of {n} issue where they could be",
        "Others are included on {included} of {n} issues where they could be",
        len(possible),
        included=len(included),
    )
    if whom:
        # Translators: {why} is "Others are included on 2 of 5 issues where they could be".
        why = tr("{why}: {groups}", why=why, groups=tr(", ").join(word(group.replace("-", "_")) for group in whom))
    return Shown(
        by_share(len(included), len(possible)),
        sentence(why),
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
        return Shown(None, tr("No option of this scenario says which norms it touches."))
    touched = [flag for option in agreement.options.values() for flag in option.norm_flags]
    level = max(0, (2 if given is None else given) - len(touched))
    why = tr("No agreed option touches a norm.")
    if touched:
        why = tr("Touched: {norms}. A person has to judge.", norms=parted(touched))
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
        return nothing()
    number = sum(map(met, held))
    level = by_share(number, len(held))
    bare = agreement.bare if every_article else ()
    if level == MOST and (cap or bare):
        level = 2
    more = list(said)
    if bare:
        # Translators: articles without a commitment.
        more.append(trn("{n} article without one", "{n} articles without one", len(bare)))
    many = trn("{what}: {met} of {n} commitment", "{what}: {met} of {n} commitments", len(held), what=asked, met=number)
    return Shown(
        level,
        sentence(many, *more),
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
    why = tr("The text of “{option}” gives {level}.", option=labels[0], level=given)
    if seen.level is None:
        return Shown(given, why, evidence=agreement.terms.evidence)
    level = max(seen.level, given)
    return replace(
        seen, level=level, why=f"{seen.why} {why}", evidence=tuple(sorted({*seen.evidence, *agreement.terms.evidence}))
    )

"""Wishes for packages: build and table one, answer, withdraw."""

from collections.abc import Mapping
from typing import Any

from textual.content import Content

from roles.acts import Act
from scenarios.texts import mark, tr
from simulator.engine import commands as c
from simulator.engine.view.shapes import OptionView, PackageView, View
from simulator.engine.words import Answer
from simulator.tui.boards.line import series
from simulator.tui.boards.worth import linked
from simulator.tui.safe import one_line, safe
from simulator.tui.seat import words
from simulator.tui.seat.fields import Field, Form, Maker, NotNow, Pick, Telling, Tick, Values, Writing
from simulator.tui.seat.wishes.wish import Wish, picked

TERM = "term:"
"""What the names of a builder's fields begin with; the issue follows."""


def _party(view: View) -> str:
    return view.party.id if view.party else ""


def worth(view: View, terms: Mapping[str, str]) -> Content:
    """What terms are worth to the own party; nothing for seats without a score sheet."""
    if view.worth is None:
        return Content("")
    if not terms:
        return words.quiet(tr("No issue is settled yet."))
    got = view.worth.points(terms, view.defaults())
    parts = [words.fact(tr("For us"), words.points(got))]
    if got is not None:
        gap = got - view.worth.reservation
        parts.append(safe(_against(gap, words.points(view.worth.reservation))))
        together = view.worth.together(terms, view.defaults())
        parts += [safe(one_line(tr("Together: {options}", options=linked(view, link)))) for link in together]
    crossed = view.worth.crossed(terms)
    parts += [words.loud(tr("CROSSES a red line: {line}", line=words.red_line(view, line))) for line in crossed]
    if not crossed:
        parts.append(safe(tr("No red line is crossed.")))
    left = [words.issue_title(view, i) for i in view.issues if i not in terms]
    if left:
        parts.append(words.quiet(tr("Left open, its default counts: {issues}", issues=series(left))))
    return words.stack(parts)


def _against(gap: float, reservation: str) -> str:
    if not gap:
        return tr("exactly at our reservation of {reservation}", reservation=reservation)
    if gap > 0:
        return tr("{points} above our reservation of {reservation}", points=words.points(gap), reservation=reservation)
    return tr("{points} BELOW our reservation of {reservation}", points=words.points(-gap), reservation=reservation)


def terms_of(values: Values) -> dict[str, str]:
    """The terms that a builder's fields hold."""
    return {k.removeprefix(TERM): v for k, v in values.items() if k.startswith(TERM) and v is not None}


def _offered(option: OptionView) -> str:
    label = one_line(option.label)
    return label if option.on_board else tr("{option} (shown to everybody when you table it)", option=label)


def _builder(view: View, title: str, start: Mapping[str, str], counter: int | None) -> Form:
    fields: list[Field] = []
    for i, issue in view.issues.items():
        options = tuple((o.id, _offered(o)) for o in issue.options if not o.own_words)
        chosen = start.get(i) if any(start.get(i) == o for o, _ in options) else None
        fields.append(Pick(TERM + i, one_line(issue.title), options, chosen, none=tr("left open")))
    fields.append(Writing("text", tr("Conditions, if…, then…"), rows=2, needed=False))
    others = tuple(
        (
            p.package.number,
            tr("No. {number} of {party}", number=p.package.number, party=words.party_short(view, p.package.party)),
        )
        for p in view.packages
        if p.package.state in ("tabled", "rejected") and p.package.party != _party(view)
    )
    if others:
        at = counter if any(counter == n for n, _ in others) else None
        fields.append(Pick("counter_to", tr("Answers package"), others, at, none=tr("none")))
    if view.party is not None and view.party.decides:
        fields.append(Tick("floated", tr("Only floated: nobody's offer yet, what do you think of it?")))
    else:
        fields.append(
            Telling(tr("Your package is floated: nobody's offer, the sides are asked what they think of it."))
        )

    def finish(values: Values) -> Mapping[str, Any] | str:
        terms = terms_of(values)
        if not terms:
            return tr("Choose an option for one issue at least.")
        rest = {k: v for k, v in values.items() if not k.startswith(TERM) and v is not None}
        return {"terms": terms, **rest}

    live = (lambda values: worth(view, terms_of(values))) if view.worth is not None else None
    return Form(title, tuple(fields), finish=finish, live=live, send=tr("Table it"))


def _at(view: View, pick: str | None) -> PackageView | None:
    number = picked(pick, "package") or picked(pick, "ours")
    return next((p for p in view.packages if str(p.package.number) == number), None)


def _table(view: View, pick: str | None) -> Form:
    own = [p for p in view.packages if p.package.party == _party(view) and p.package.state in ("tabled", "rejected")]
    start = own[-1].package.terms if own else {}
    return _builder(view, tr("A package: an option for each issue that it settles"), start, None)


def _counter(view: View, pick: str | None) -> Form:
    at = _at(view, pick)
    fits = [p for p in view.packages if p.package.party != _party(view) and p.package.state in ("tabled", "rejected")]
    if not fits:
        raise NotNow(tr("There is no package of others to answer."))
    found = at if at in fits and at is not None else fits[-1]
    title = tr("A package in answer to no. {number}", number=found.package.number)
    return _builder(view, title, found.package.terms, found.package.number)


_NO = (Answer.REJECT, Answer.ABSTAIN)


def _answer(answer: Answer, title: str, send: str, label: str, needed: bool) -> Maker:
    """What is given here is marked: it is said when the form is made."""

    def form(view: View, pick: str | None) -> Form:
        fits = [
            p
            for p in view.packages
            if p.package.state in ("tabled", "rejected") and (p.package.party != _party(view) or p.package.floated)
        ]
        if not fits:
            raise NotNow(tr("There is no package of others to answer."))
        at = _at(view, pick)
        found = at if at in fits and at is not None else fits[-1]
        told = Telling(words.package_line(view, found.package))
        reading = words.reads(view, found)
        warn = bool(found.crossed) or found.acceptable is False
        meaning = Telling(tr("For us: {worth}", worth=reading), warning=warn and answer not in _NO)
        read = (meaning,) if reading else ()
        return Form(
            tr(title, number=found.package.number),
            (told, *read, Writing("text", tr(label), rows=2, needed=needed)),
            {"package": found.package.number, "answer": answer},
            send=tr(send),
        )

    return form


def _withdraw(view: View, pick: str | None) -> Form:
    own = [p for p in view.packages if p.package.party == _party(view)
           and p.package.state in ("tabled", "rejected", "agreed")]  # fmt: skip
    if not own:
        raise NotNow(tr("No package of your party is on the table."))
    at = _at(view, pick)
    found = at if at in own and at is not None else own[-1]
    told = Telling(words.package_line(view, found.package))
    return Form(tr("Withdraw your package"), (told,), {"package": found.package.number}, send=tr("Withdraw"))


_accept = _answer(
    Answer.ACCEPT, mark("Accept package no. {number}"), mark("Accept"), mark("A word to it"), False)  # fmt: skip
_reject = _answer(Answer.REJECT, mark("Reject package no. {number}"), mark("Reject"), mark("Why"), False)
_abstain = _answer(Answer.ABSTAIN, mark("Abstain on package no. {number}"), mark("Abstain"), mark("Why"), False)
_conditional = _answer(
    Answer.CONDITIONAL, mark("Accept on a condition: package no. {number}"), mark("Accept on a condition:"),
    mark("The condition: yes, if …"), True)  # fmt: skip

TABLE = Wish(
    "table_package", "t", mark("Table"), mark("Packages"),
    mark("Build an offer: an option per issue, with its worth as you go."), Act.TABLE_PACKAGE, c.TablePackage,
    _table)  # fmt: skip
COUNTER = Wish(
    "counter_package", "o", mark("Counter"), mark("Packages"), mark("Answer a package by one of your own."),
    Act.TABLE_PACKAGE, c.TablePackage, _counter, rows=("package",))  # fmt: skip
ACCEPT = Wish(
    "accept_package", "y", mark("Accept"), mark("Packages"), mark("Accept a package for your party."),
    Act.ANSWER_PACKAGE, c.AnswerPackage, _accept, rows=("package",))  # fmt: skip
REJECT = Wish(
    "reject_package", "d", mark("Reject"), mark("Packages"), mark("Reject a package for your party."),
    Act.ANSWER_PACKAGE, c.AnswerPackage, _reject, rows=("package",))  # fmt: skip
CONDITIONAL = Wish(
    "conditional_package", "c", mark("Yes, if"), mark("Packages"), mark("Accept on a condition that you write."),
    Act.ANSWER_PACKAGE, c.AnswerPackage, _conditional, rows=("package",))  # fmt: skip
ABSTAIN = Wish(
    "abstain_package", "i", mark("Abstain"), mark("Packages"), mark("Say neither yes nor no for your party."),
    Act.ANSWER_PACKAGE, c.AnswerPackage, _abstain, footer=False)  # fmt: skip
WITHDRAW = Wish(
    "withdraw_package", "w", mark("Withdraw"), mark("Packages"), mark("Take your package off the table."),
    Act.TABLE_PACKAGE, c.WithdrawPackage, _withdraw, rows=("ours",))  # fmt: skip

PACKAGES = (TABLE, ACCEPT, REJECT, CONDITIONAL, COUNTER, ABSTAIN, WITHDRAW)

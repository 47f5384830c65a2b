"""Wishes for packages: build and table one, answer, withdraw."""

from collections.abc import Mapping
from typing import Any

from textual.content import Content

from roles.acts import Act
from simulator.engine import commands as c
from simulator.engine.view.shapes import PackageView, View
from simulator.engine.words import Answer
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
        return words.quiet("No issue is settled yet.")
    got = view.worth.points(terms, view.defaults())
    parts = [words.fact("For us", words.points(got))]
    if got is not None:
        gap = got - view.worth.reservation
        side = "above" if gap > 0 else "at" if gap == 0 else "BELOW"
        distance = f"{words.points(abs(gap))} {side}" if gap else "exactly at"
        parts.append(safe(f"{distance} our reservation of {words.points(view.worth.reservation)}"))
        together = view.worth.together(terms, view.defaults())
        parts += [safe(one_line(f"Together: {linked(view, link)}")) for link in together]
    crossed = view.worth.crossed(terms)
    parts += [words.loud("CROSSES a red line: " + words.red_line(view, line)) for line in crossed]
    if not crossed:
        parts.append(safe("No red line is crossed."))
    left = [words.issue_title(view, i) for i in view.issues if i not in terms]
    if left:
        parts.append(words.quiet("Left open, its default counts: " + ", ".join(left)))
    return words.stack(parts)


def terms_of(values: Values) -> dict[str, str]:
    """The terms that a builder's fields hold."""
    return {k.removeprefix(TERM): v for k, v in values.items() if k.startswith(TERM) and v is not None}


def _builder(view: View, title: str, start: Mapping[str, str], counter: int | None) -> Form:
    fields: list[Field] = []
    for i, issue in view.issues.items():
        options = tuple(
            (o.id, one_line(o.label) + ("" if o.on_board else " (shown to everybody when you table it)"))
            for o in issue.options
            if not o.own_words
        )
        chosen = start.get(i) if any(start.get(i) == o for o, _ in options) else None
        fields.append(Pick(TERM + i, one_line(issue.title), options, chosen, none="left open"))
    fields.append(Writing("text", "Conditions, if…, then…", rows=2, needed=False))
    others = tuple(
        (p.package.number, f"No. {p.package.number} of {words.party_short(view, p.package.party)}")
        for p in view.packages
        if p.package.state in ("tabled", "rejected") and p.package.party != _party(view)
    )
    if others:
        at = counter if any(counter == n for n, _ in others) else None
        fields.append(Pick("counter_to", "Answers package", others, at, none="none"))
    if view.party is not None and view.party.decides:
        fields.append(Tick("floated", "Only floated: nobody's offer yet, what do you think of it?"))
    else:
        fields.append(Telling("Your package is floated: nobody's offer, the sides are asked what they think of it."))

    def finish(values: Values) -> Mapping[str, Any] | str:
        terms = terms_of(values)
        if not terms:
            return "Choose an option for one issue at least."
        rest = {k: v for k, v in values.items() if not k.startswith(TERM) and v is not None}
        return {"terms": terms, **rest}

    live = (lambda values: worth(view, terms_of(values))) if view.worth is not None else None
    return Form(title, tuple(fields), finish=finish, live=live, send="Table it")


def _at(view: View, pick: str | None) -> PackageView | None:
    number = picked(pick, "package") or picked(pick, "ours")
    return next((p for p in view.packages if str(p.package.number) == number), None)


def _table(view: View, pick: str | None) -> Form:
    own = [p for p in view.packages if p.package.party == _party(view) and p.package.state in ("tabled", "rejected")]
    start = own[-1].package.terms if own else {}
    return _builder(view, "A package: an option for each issue that it settles", start, None)


def _counter(view: View, pick: str | None) -> Form:
    at = _at(view, pick)
    fits = [p for p in view.packages if p.package.party != _party(view) and p.package.state in ("tabled", "rejected")]
    if not fits:
        raise NotNow("There is no package of others to answer.")
    found = at if at in fits and at is not None else fits[-1]
    title = f"A package in answer to no. {found.package.number}"
    return _builder(view, title, found.package.terms, found.package.number)


def _answer(answer: Answer, title: str, label: str, needed: bool) -> Maker:
    def form(view: View, pick: str | None) -> Form:
        fits = [
            p
            for p in view.packages
            if p.package.state in ("tabled", "rejected") and (p.package.party != _party(view) or p.package.floated)
        ]
        if not fits:
            raise NotNow("There is no package of others to answer.")
        at = _at(view, pick)
        found = at if at in fits and at is not None else fits[-1]
        told = Telling(f"No. {found.package.number}: {words.terms(view, found.package.terms)}")
        reading = words.reads(view, found)
        warn = bool(found.crossed) or found.acceptable is False
        read = (Telling(f"For us: {reading}", warning=warn and answer is not Answer.REJECT),) if reading else ()
        return Form(
            f"{title} package no. {found.package.number}",
            (told, *read, Writing("text", label, rows=2, needed=needed)),
            {"package": found.package.number, "answer": answer},
            send=title,
        )

    return form


def _withdraw(view: View, pick: str | None) -> Form:
    own = [p for p in view.packages if p.package.party == _party(view)
           and p.package.state in ("tabled", "rejected", "agreed")]  # fmt: skip
    if not own:
        raise NotNow("No package of your party is on the table.")
    at = _at(view, pick)
    found = at if at in own and at is not None else own[-1]
    told = Telling(f"No. {found.package.number}: {words.terms(view, found.package.terms)}")
    return Form("Withdraw your package", (told,), {"package": found.package.number}, send="Withdraw")


_accept = _answer(Answer.ACCEPT, "Accept", "A word to it", False)
_reject = _answer(Answer.REJECT, "Reject", "Why", False)
_conditional = _answer(Answer.CONDITIONAL, "Accept on a condition:", "The condition: yes, if …", True)

TABLE = Wish(
    "table_package", "t", "Table", "Packages", "Build an offer: an option per issue, with its worth as you go.",
    Act.TABLE_PACKAGE, c.TablePackage, _table,
)  # fmt: skip
COUNTER = Wish(
    "counter_package", "o", "Counter", "Packages", "Answer a package by one of your own.", Act.TABLE_PACKAGE,
    c.TablePackage, _counter, rows=("package",))  # fmt: skip
ACCEPT = Wish(
    "accept_package", "y", "Accept", "Packages", "Accept a package for your party.", Act.ANSWER_PACKAGE,
    c.AnswerPackage, _accept, rows=("package",))  # fmt: skip
REJECT = Wish(
    "reject_package", "d", "Reject", "Packages", "Reject a package for your party.", Act.ANSWER_PACKAGE,
    c.AnswerPackage, _reject, rows=("package",))  # fmt: skip
CONDITIONAL = Wish(
    "conditional_package", "c", "Yes, if", "Packages", "Accept on a condition that you write.", Act.ANSWER_PACKAGE,
    c.AnswerPackage, _conditional, rows=("package",))  # fmt: skip
WITHDRAW = Wish(
    "withdraw_package", "w", "Withdraw", "Packages", "Take your package off the table.", Act.TABLE_PACKAGE,
    c.WithdrawPackage, _withdraw, rows=("ours",))  # fmt: skip

PACKAGES = (TABLE, ACCEPT, REJECT, CONDITIONAL, COUNTER, WITHDRAW)

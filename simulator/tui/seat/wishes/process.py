"""Wishes on the process: consent and agenda, framing, options, positions."""

from collections.abc import Mapping
from typing import Any

from roles.acts import Act
from scenarios.texts import mark, tr
from simulator.engine import commands as c
from simulator.engine.view.shapes import View
from simulator.engine.words import Consent
from simulator.tui.boards import line
from simulator.tui.safe import one_line
from simulator.tui.seat import names
from simulator.tui.seat.fields import Form, NotNow, Pick, Several, Telling, Values, Writing
from simulator.tui.seat.wishes.agenda import AGENDA
from simulator.tui.seat.wishes.leaving import LEAVING
from simulator.tui.seat.wishes.wish import Wish, picked


def _issues(view: View) -> tuple[tuple[str, str], ...]:
    return tuple((i, one_line(issue.title)) for i, issue in view.issues.items())


def _at(pick: str | None) -> str | None:
    """The issue of the picked row, which may be one of its options."""
    option = picked(pick, "option")
    return option.split("/", 1)[0] if option else picked(pick, "issue")


def _consent(view: View, pick: str | None) -> Form:
    now = view.party.consent if view.party else Consent.UNASKED
    answers = (
        (Consent.IN, tr("We take part")),
        (Consent.CONDITIONAL, tr("We take part on conditions")),
        (Consent.OUT, tr("We stay out")),
    )

    def finish(values: Values) -> Mapping[str, Any] | str:
        conditions = str(values.get("conditions", "")).strip()
        if values["consent"] is Consent.CONDITIONAL and not conditions:
            return tr("Write the conditions.")
        kept = conditions if values["consent"] is Consent.CONDITIONAL else ""
        return {"consent": values["consent"], "conditions": kept}

    value = now if now in (Consent.IN, Consent.CONDITIONAL, Consent.OUT) else None
    conditions = view.party.conditions if view.party else ""
    return Form(
        tr("Consent to the talks"),
        (
            Telling(tr("Your party now: {consent}. Everybody sees the answer.", consent=names.consent()[now])),
            Pick("consent", tr("Your party"), answers, value),
            Writing("conditions", tr("Conditions, if there are any"), rows=3, value=conditions, needed=False),
        ),
        finish=finish,
    )


def _frame(view: View, pick: str | None) -> Form:
    at = _at(pick)
    open_ones = tuple(
        (i, f"{one_line(v.title)} ({names.issue_states().get(v.state, v.state)})") for i, v in view.issues.items()
    )

    def finish(values: Values) -> Mapping[str, Any] | str:
        wording = str(values.get("wording", "")).strip()
        if wording and len(values["issues"]) > 1:
            return tr("Own words fit one issue only: mark one, or leave the words out.")
        return {"issues": tuple(values["issues"]), "wording": wording}

    return Form(
        tr("Frame issues as questions"),
        (
            Several("issues", tr("Issues"), open_ones, (at,) if at else ()),
            Telling(tr("Without words of yours, the neutral question of the scenario stands.")),
            Writing("wording", tr("The question in your own words, for one issue"), rows=2, needed=False),
        ),
        finish=finish,
        send=tr("Frame"),
    )


def _contest(view: View, pick: str | None) -> Form:
    framed = tuple((i, line.told(one_line(v.title), one_line(v.question))) for i, v in view.issues.items()
                   if v.state == "framed")  # fmt: skip
    if not framed:
        raise NotNow(tr("No issue is framed and open to an objection."))
    at = _at(pick)
    first = at if any(at == i for i, _ in framed) else framed[0][0]
    return Form(
        tr("Object to the framing"),
        (
            Pick("issue", tr("Issue"), framed, first),
            Writing("reason", tr("What is wrong with the question for you"), rows=3),
        ),
    )


def _propose_option(view: View, pick: str | None) -> Form:
    at = _at(pick)
    hidden = tuple(
        (f"{i}/{o.id}", tr("{option} (not on the board yet)", option=line.told(one_line(v.title), one_line(o.label))))
        for i, v in view.issues.items() for o in v.options if not o.on_board
    )  # fmt: skip
    known = hidden + tuple(
        (f"{i}/{o.id}", tr("{option} (on the board)", option=line.told(one_line(v.title), one_line(o.label))))
        for i, v in view.issues.items() for o in v.options if o.on_board and not o.own_words and o.by is None
    )  # fmt: skip
    row = picked(pick, "option")

    def finish(values: Values) -> Mapping[str, Any] | str:
        text = str(values.get("text", "")).strip()
        chosen = values.get("option")
        if chosen:
            issue, option = str(chosen).split("/", 1)
            return {"issue": issue, "option": option}
        if not values.get("issue"):
            return tr("Pick an option, or an issue for words of your own.")
        return {"issue": values["issue"], "text": text} if text else tr("Pick an option, or write one.")

    return Form(
        tr("Propose an option, without commitment"),
        (
            Pick(
                "option",
                tr("One that you know"),
                known,
                row if any(row == k for k, _ in known) else None,
                none=tr("in own words, on the issue below"),
            ),
            Pick("issue", tr("Issue, for own words"), _issues(view), at, none="-"),
            Writing("text", tr("Own words"), rows=3, needed=False),
            Telling(tr("Everybody sees it. An option in own words cannot be part of a package.")),
        ),
        finish=finish,
        send=tr("Propose"),
    )


def _position(view: View, pick: str | None) -> Form:
    at = _at(pick)
    options = tuple((f"{i}/{o.id}", line.told(one_line(v.title), one_line(o.label)))
                    for i, v in view.issues.items() for o in v.options if o.on_board and not o.own_words)  # fmt: skip

    def finish(values: Values) -> Mapping[str, Any] | str:
        option = values.get("option")
        if option and not str(option).startswith(f"{values['issue']}/"):
            return tr("That option belongs to another issue.")
        said = {"issue": values["issue"], "text": values["text"]}
        return {**said, "option": str(option).split("/", 1)[1]} if option else said

    return Form(
        tr("State your party's position"),
        (
            Pick("issue", tr("Issue"), _issues(view), at),
            Writing("text", tr("What your party says it wants; everybody sees it"), rows=4),
            Pick("option", tr("The option nearest to it"), options, none=tr("none of them")),
        ),
        finish=finish,
        send=tr("State it"),
    )


CONSENT = Wish(
    "give_consent", "c", mark("Consent"), mark("Process"),
    mark("Say whether your party takes part, and on what conditions."), Act.GIVE_CONSENT, c.GiveConsent, _consent,
    rows=("process",))  # fmt: skip
FRAME = Wish(
    "frame_issues", "f", mark("Frame"), mark("Issues"), mark("Put issues as neutral questions."), Act.FRAME_ISSUE,
    c.FrameIssues, _frame, rows=("issue",))  # fmt: skip
CONTEST = Wish(
    "contest_framing", "x", mark("Contest"), mark("Issues"), mark("Object to the framing of an issue, with a reason."),
    Act.FRAME_ISSUE, c.ContestFraming, _contest, rows=("issue",))  # fmt: skip
OPTION = Wish(
    "propose_option", "o", mark("Option"), mark("Issues"),
    mark("Put an option on the board, yours or one that you know."), Act.PROPOSE_OPTION, c.ProposeOption,
    _propose_option, rows=("issue",))  # fmt: skip
POSITION = Wish(
    "state_position", "t", mark("Position"), mark("Issues"),
    mark("State your party's position on an issue, in public."), Act.STATE_POSITION, c.StatePosition, _position,
    rows=("issue",))  # fmt: skip

PROCESS = (CONSENT, *LEAVING, *AGENDA, FRAME, CONTEST, OPTION, POSITION)

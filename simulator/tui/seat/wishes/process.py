"""Wishes on the process: agenda, consent, framing, options, positions."""

from collections.abc import Mapping
from typing import Any

from roles.acts import Act
from simulator.engine import commands as c
from simulator.engine.view.shapes import View
from simulator.engine.words import Consent
from simulator.tui.safe import one_line
from simulator.tui.seat import names, words
from simulator.tui.seat.fields import Form, NotNow, Pick, Several, Telling, Values, Writing
from simulator.tui.seat.wishes.wish import Wish, picked


def _issues(view: View) -> tuple[tuple[str, str], ...]:
    return tuple((i, one_line(issue.title)) for i, issue in view.issues.items())


def _at(pick: str | None) -> str | None:
    """The issue of the picked row, which may be one of its options."""
    option = picked(pick, "option")
    return option.split("/", 1)[0] if option else picked(pick, "issue")


def _propose_agenda(view: View, pick: str | None) -> Form:
    if view.agenda.adopted is not None:
        raise NotNow("The agenda has been adopted.")
    told = Telling("The order in which you mark them is the order of the agenda.")
    return Form("Propose an agenda", (told, Several("issues", "Issues", _issues(view))), send="Propose")


def _agenda_in_words(view: View) -> str:
    return "; ".join(f"{n}. {words.issue_title(view, i)}" for n, i in enumerate(view.agenda.proposed, 1))


def _adopt_agenda(view: View, pick: str | None) -> Form:
    if view.agenda.adopted is not None:
        raise NotNow("The agenda has been adopted.")
    if not view.agenda.proposed:
        raise NotNow("Nobody has proposed an agenda.")
    if view.party is not None and view.party.id in view.agenda.endorsed:
        raise NotNow("Your party has agreed to this agenda.")
    return Form("Agree to the agenda", (Telling(_agenda_in_words(view)),), send="Agree")


def _impose_agenda(view: View, pick: str | None) -> Form:
    if view.agenda.adopted is not None or not view.agenda.proposed:
        raise NotNow("No proposed agenda waits for agreement.")
    return Form(
        "Go on with the agenda without everybody",
        (
            Telling(_agenda_in_words(view)),
            Telling("The record will show that the agenda was imposed.", warning=True),
            Writing("reason", "Why", rows=2),
        ),
        send="Impose",
    )


def _consent(view: View, pick: str | None) -> Form:
    now = view.party.consent if view.party else Consent.UNASKED
    answers = (
        (Consent.IN, "We take part"),
        (Consent.CONDITIONAL, "We take part on conditions"),
        (Consent.OUT, "We stay out"),
    )

    def finish(values: Values) -> Mapping[str, Any] | str:
        conditions = str(values.get("conditions", "")).strip()
        if values["consent"] is Consent.CONDITIONAL and not conditions:
            return "Write the conditions."
        kept = conditions if values["consent"] is Consent.CONDITIONAL else ""
        return {"consent": values["consent"], "conditions": kept}

    value = now if now in (Consent.IN, Consent.CONDITIONAL, Consent.OUT) else None
    conditions = view.party.conditions if view.party else ""
    return Form(
        "Consent to the talks",
        (
            Telling(f"Your party now: {names.CONSENT[now]}. Everybody sees the answer."),
            Pick("consent", "Your party", answers, value),
            Writing("conditions", "Conditions, if there are any", rows=3, value=conditions, needed=False),
        ),
        finish=finish,
    )


def _walk_out(view: View, pick: str | None) -> Form:
    if view.party is None or view.party.consent in (Consent.SUSPENDED, Consent.OUT):
        raise NotNow("Your party is not at the table.")
    return Form(
        "Walk out of the talks",
        (
            Telling(
                "Everybody sees your party leave. You can return, but if a deciding party stays out too long the talks "
                "collapse.",
                warning=True,
            ),
            Writing("reason", "What you say as you leave", rows=3, needed=False),
        ),
        send="Walk out",
    )


def _return(view: View, pick: str | None) -> Form:
    if view.party is None or view.party.consent not in (Consent.SUSPENDED, Consent.OUT):
        raise NotNow("Your party has not walked out.")
    return Form(
        "Return to the talks",
        (Writing("step", "Which step by the others, or of your own, made it possible", rows=3, needed=False),),
        send="Return",
    )


def _frame(view: View, pick: str | None) -> Form:
    at = _at(pick)
    open_ones = tuple(
        (i, f"{one_line(v.title)} ({names.ISSUE_STATES.get(v.state, v.state)})") for i, v in view.issues.items()
    )

    def finish(values: Values) -> Mapping[str, Any] | str:
        wording = str(values.get("wording", "")).strip()
        if wording and len(values["issues"]) > 1:
            return "Own words fit one issue only: mark one, or leave the words out."
        return {"issues": tuple(values["issues"]), "wording": wording}

    return Form(
        "Frame issues as questions",
        (
            Several("issues", "Issues", open_ones, (at,) if at else ()),
            Telling("Without words of yours, the neutral question of the scenario stands."),
            Writing("wording", "The question in your own words, for one issue", rows=2, needed=False),
        ),
        finish=finish,
        send="Frame",
    )


def _contest(view: View, pick: str | None) -> Form:
    framed = tuple((i, f"{one_line(v.title)}: {one_line(v.question)}") for i, v in view.issues.items()
                   if v.state == "framed")  # fmt: skip
    if not framed:
        raise NotNow("No issue is framed and open to an objection.")
    at = _at(pick)
    first = at if any(at == i for i, _ in framed) else framed[0][0]
    return Form(
        "Object to the framing",
        (Pick("issue", "Issue", framed, first), Writing("reason", "What is wrong with the question for you", rows=3)),
    )


def _propose_option(view: View, pick: str | None) -> Form:
    at = _at(pick)
    own = {"": "in own words, on the issue below"}
    hidden = tuple(
        (f"{i}/{o.id}", f"{one_line(v.title)}: {one_line(o.label)} (not on the board yet)")
        for i, v in view.issues.items() for o in v.options if not o.on_board
    )  # fmt: skip
    known = hidden + tuple(
        (f"{i}/{o.id}", f"{one_line(v.title)}: {one_line(o.label)} (on the board)")
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
            return "Pick an option, or an issue for words of your own."
        return {"issue": values["issue"], "text": text} if text else "Pick an option, or write one."

    return Form(
        "Propose an option, without commitment",
        (
            Pick("option", "One that you know", known, row if any(row == k for k, _ in known) else None, none=own[""]),
            Pick("issue", "Issue, for own words", _issues(view), at, none="-"),
            Writing("text", "Own words", rows=3, needed=False),
            Telling("Everybody sees it. An option in own words cannot be part of a package."),
        ),
        finish=finish,
        send="Propose",
    )


def _position(view: View, pick: str | None) -> Form:
    at = _at(pick)
    options = tuple((f"{i}/{o.id}", f"{one_line(v.title)}: {one_line(o.label)}")
                    for i, v in view.issues.items() for o in v.options if o.on_board and not o.own_words)  # fmt: skip

    def finish(values: Values) -> Mapping[str, Any] | str:
        option = values.get("option")
        if option and not str(option).startswith(f"{values['issue']}/"):
            return "That option belongs to another issue."
        said = {"issue": values["issue"], "text": values["text"]}
        return {**said, "option": str(option).split("/", 1)[1]} if option else said

    return Form(
        "State your party's position",
        (
            Pick("issue", "Issue", _issues(view), at),
            Writing("text", "What your party says it wants; everybody sees it", rows=4),
            Pick("option", "The option nearest to it", options, none="none of them"),
        ),
        finish=finish,
        send="State it",
    )


CONSENT = Wish(
    "give_consent", "c", "Consent", "Process", "Say whether your party takes part, and on what conditions.",
    Act.GIVE_CONSENT, c.GiveConsent, _consent, rows=("process",))  # fmt: skip
WALK_OUT = Wish(
    "walk_out", "w", "Walk out", "Process", "Leave the talks for your party; it asks before it does.", Act.WALK_OUT,
    c.WalkOut, _walk_out, rows=("process",))  # fmt: skip
RETURN = Wish(
    "return_to_talks",
    "r",
    "Return",
    "Process",
    "Come back after a walk-out.",
    Act.WALK_OUT,
    c.ReturnToTalks,
    _return,
    rows=("process",),
)
PROPOSE_AGENDA = Wish(
    "propose_agenda", "g", "Agenda", "Process", "Propose the issues to talk about, in order.", Act.PROPOSE_AGENDA,
    c.ProposeAgenda, _propose_agenda, rows=("process",))  # fmt: skip
ADOPT_AGENDA = Wish(
    "adopt_agenda", "d", "Agree agenda", "Process", "Agree to the proposed agenda for your party.", Act.ADOPT_AGENDA,
    c.AdoptAgenda, _adopt_agenda, rows=("process",))  # fmt: skip
IMPOSE_AGENDA = Wish(
    "impose_agenda", "i", "Impose agenda", "Process", "Go on with the agenda without everybody's agreement.",
    Act.DECLARE_OUTCOME, c.ImposeAgenda, _impose_agenda, rows=("process",))  # fmt: skip
FRAME = Wish(
    "frame_issues",
    "f",
    "Frame",
    "Issues",
    "Put issues as neutral questions.",
    Act.FRAME_ISSUE,
    c.FrameIssues,
    _frame,
    rows=("issue",),
)
CONTEST = Wish(
    "contest_framing", "x", "Contest", "Issues", "Object to the framing of an issue, with a reason.", Act.FRAME_ISSUE,
    c.ContestFraming, _contest, rows=("issue",))  # fmt: skip
OPTION = Wish(
    "propose_option", "o", "Option", "Issues", "Put an option on the board, yours or one that you know.",
    Act.PROPOSE_OPTION, c.ProposeOption, _propose_option, rows=("issue",))  # fmt: skip
POSITION = Wish(
    "state_position", "t", "Position", "Issues", "State your party's position on an issue, in public.",
    Act.STATE_POSITION, c.StatePosition, _position, rows=("issue",))  # fmt: skip

PROCESS = (
    CONSENT, WALK_OUT, RETURN, PROPOSE_AGENDA, ADOPT_AGENDA, IMPOSE_AGENDA, FRAME, CONTEST, OPTION, POSITION,
)  # fmt: skip

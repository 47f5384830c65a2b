"""Wishes for the single negotiating text: versions, comments, brackets, adoption."""

from collections.abc import Mapping
from typing import Any

from roles.acts import Act
from simulator.engine import commands as c
from simulator.engine.session import Bracket
from simulator.engine.view.shapes import ClauseView, View
from simulator.engine.words import Resolution, Verdict
from simulator.tui.safe import one_line
from simulator.tui.seat import names, words
from simulator.tui.seat.fields import Field, Form, NotNow, Pick, Telling, Values, Writing
from simulator.tui.seat.wishes.packages import worth
from simulator.tui.seat.wishes.wish import Wish, picked

LEFT = "Clauses that you leave as they are stand as before."
FIRST = (
    "The first version opens every article, with the words that the case has for it. What is on a package goes in with "
    "it; the rest is filled in version 2."
)
_SETTLED = ("in_adoption", "adopted", "ad_referendum")


def _clause_at(pick: str | None) -> str | None:
    bracket = picked(pick, "bracket")
    return bracket.split("/", 1)[0] if bracket else picked(pick, "clause")


def _options(view: View, clause: ClauseView) -> tuple[tuple[str, str], ...]:
    issue = view.issues.get(clause.issue) if clause.issue else None
    return tuple((o.id, one_line(o.label or o.text)) for o in issue.options) if issue else ()


def demand_pen(view: View) -> None:
    """Raise NotNow where this seat does not hold the pen."""
    if view.seat not in view.text.pen_holder:
        names = ", ".join(words.seat_name(view, s) for s in view.text.pen_holder)
        raise NotNow(f"The pen is held by {names}.")


def _open_text(view: View) -> None:
    if view.text.version == 0:
        raise NotNow("There is no text yet.")
    if view.text.state in _SETTLED:
        raise NotNow(f"The text is {names.TEXT_STATES[view.text.state]}.")


def clauses_to_pick(view: View, pick: str | None) -> tuple[tuple[tuple[str, str], ...], str]:
    """The clauses of a text that is open to change, and the one to begin with; raises NotNow."""
    _open_text(view)
    options = tuple(
        (cl.id, f"{one_line(cl.heading)} ({names.CLAUSE_STATES.get(cl.clause.state, cl.clause.state)})")
        for cl in view.text.clauses
    )
    if not options:
        raise NotNow("The text has no clause.")
    at = _clause_at(pick)
    return options, at if any(at == i for i, _ in options) and at else options[0][0]


def _version(view: View, pick: str | None) -> Form:
    demand_pen(view)
    if view.text.state in _SETTLED:
        raise NotNow(f"The text is {names.TEXT_STATES[view.text.state]}.")
    packages = tuple((p.package.number, f"No. {p.package.number}: {words.terms(view, p.package.terms)[:80]}")
                     for p in view.packages if p.package.state in ("tabled", "agreed"))  # fmt: skip
    fields: list[Field] = [Telling(LEFT if view.text.clauses else FIRST)]
    if packages:
        fields.append(Pick("package", "From package", packages, none="none: clause by clause"))
    before: dict[str, tuple[str | None, str]] = {}
    for clause in view.text.clauses:
        options = _options(view, clause)
        option = clause.clause.option
        before[clause.id] = (option if any(option == o for o, _ in options) else None, clause.clause.wording)
        heading = one_line(clause.heading)
        if options:
            fields.append(Pick(f"option:{clause.id}", heading, options, before[clause.id][0], none="no option"))
        fields.append(
            Writing(f"wording:{clause.id}", f"{heading}: own words", rows=2, value=clause.clause.wording, needed=False)
        )

    def finish(values: Values) -> Mapping[str, Any] | str:
        drafts: dict[str, c.ClauseDraft] = {}
        for name, old in before.items():
            option, wording = values.get(f"option:{name}"), str(values.get(f"wording:{name}", "")).strip()
            if (option, wording) != (old[0], old[1].strip()) and (option or wording):
                drafts[name] = c.ClauseDraft(option=option, wording=wording)
        made: dict[str, Any] = {"clauses": drafts}
        if values.get("package") is not None:
            made["package"] = values["package"]
        if not drafts and "package" not in made and view.text.version > 0:
            return "This version changes nothing yet."
        return made

    return Form(f"Version {view.text.version + 1} of the text", tuple(fields), finish=finish, send="Issue it")


def _comment(view: View, pick: str | None) -> Form:
    options, at = clauses_to_pick(view, pick)
    return Form(
        "Comment on a clause",
        (Pick("clause", "Clause", options, at), Writing("text", "What is wrong with it for you?", rows=3)),
    )


def _bracket(view: View, pick: str | None) -> Form:
    options, at = clauses_to_pick(view, pick)
    alternatives = tuple((f"{cl.id}/{o}", f"{one_line(cl.heading)}: {label}")
                         for cl in view.text.clauses for o, label in _options(view, cl))  # fmt: skip

    def finish(values: Values) -> Mapping[str, Any] | str:
        made: dict[str, Any] = {"clause": values["clause"], "wording": str(values.get("wording", ""))}
        if values.get("option"):
            clause, option = str(values["option"]).split("/", 1)
            if clause != values["clause"]:
                return "That option belongs to another clause."
            made["option"] = option
        return made

    return Form(
        "Put a clause in brackets",
        (
            Telling("A bracket says: not agreed. It carries your alternative, and only your party lifts it."),
            Pick("clause", "Clause", options, at),
            Pick("option", "Alternative: an option", alternatives, none="none"),
            Writing("wording", "Alternative: own words", rows=3, needed=False),
        ),
        finish=finish,
        send="Bracket",
    )


def _own_brackets(view: View) -> tuple[tuple[ClauseView, Bracket], ...]:
    mine = view.party.id if view.party else ""
    return tuple((cl, b) for cl in view.text.clauses for b in cl.clause.open_brackets if b.party == mine)


def _lift(view: View, pick: str | None) -> Form:
    _open_text(view)
    own = _own_brackets(view)
    if not own:
        raise NotNow("Your party has no open bracket.")
    options = tuple(
        (f"{cl.id}/{b.number}", f"{one_line(cl.heading)}: {one_line(b.wording) or 'an option'}") for cl, b in own
    )
    at, row = _clause_at(pick), picked(pick, "bracket")
    first = next((o for o, _ in options if o == row), None)
    first = first or next((f"{cl.id}/{b.number}" for cl, b in own if cl.id == at), options[0][0])

    def finish(values: Values) -> Mapping[str, Any] | str:
        clause, number = str(values["bracket"]).rsplit("/", 1)
        resolution, wording = values["resolution"], str(values.get("wording", "")).strip()
        if resolution in (Resolution.MERGED, Resolution.AMBIGUITY) and not wording:
            return "Write the wording that both sides can live with."
        return {"clause": clause, "bracket": int(number), "resolution": resolution, "wording": wording}

    return Form(
        "Lift your bracket, and say how it was settled",
        (
            Pick("bracket", "Bracket", options, first),
            Pick("resolution", "How", tuple((r, text) for r, text in names.RESOLUTIONS.items())),
            Writing("wording", "The new wording, where there is one", rows=3, needed=False),
        ),
        finish=finish,
        send="Lift",
    )


def _park(view: View, pick: str | None) -> Form:
    demand_pen(view)
    _, at = clauses_to_pick(view, pick)
    clause = next(cl for cl in view.text.clauses if cl.id == at)
    parked = clause.clause.state != "parked"
    heading = one_line(clause.heading)
    told = f"“{heading}” is set aside: what it is about stays open." if parked else f"“{heading}” is taken up again."
    return Form("Park a clause" if parked else "Take a clause up again", (Telling(told),),
                {"clause": at, "parked": parked}, send="Park" if parked else "Take up")  # fmt: skip


def _close_reading(view: View, pick: str | None) -> Form:
    demand_pen(view)
    _open_text(view)
    if not any(cl.clause.state == "proposed" and cl.text.strip() for cl in view.text.clauses):
        raise NotNow("No clause waits for the end of the reading.")
    told = Telling("What nobody has bracketed is clean from now on.")
    return Form("Close the reading", (told,), send="Close it")


def _put(view: View, pick: str | None) -> Form:
    _open_text(view)
    contested = [one_line(cl.heading) for cl in view.text.clauses if cl.clause.state == "bracketed"]
    if contested:
        raise NotNow(f"Still in brackets: {', '.join(contested)}.")
    told = Telling(f"Every party that decides is asked to adopt version {view.text.version} as it stands.")
    return Form("Put the text to adoption", (told,), send="Put it")


def _adoption(view: View, pick: str | None) -> Form:
    if view.text.state != "in_adoption":
        raise NotNow("No text is put to adoption.")
    if view.party is not None and view.party.id in view.text.verdicts:
        raise NotNow("Your party has answered.")

    def finish(values: Values) -> Mapping[str, Any] | str:
        text = str(values.get("text", "")).strip()
        if values["verdict"] is Verdict.ADOPT_WITH_RESERVATION and not text:
            return "Write the reservation."
        return {"verdict": values["verdict"], "text": text}

    terms = {cl.issue: cl.clause.option for cl in view.text.clauses if cl.issue and cl.clause.option}
    return Form(
        f"Adopt version {view.text.version}?",
        (
            Pick("verdict", "Your party", tuple((v, text) for v, text in names.VERDICTS.items())),
            Writing("text", "Reservation, or reason", rows=3, needed=False),
        ),
        finish=finish,
        live=(lambda values: worth(view, terms)) if view.worth is not None else None,
        send="Answer",
    )


VERSION = Wish(
    "issue_version", "v", "Version", "Text", "Issue a version, clause by clause or from a package.", Act.DRAFT_TEXT,
    c.IssueVersion, _version, rows=("text",))  # fmt: skip
COMMENT = Wish(
    "comment_clause", "c", "Comment", "Text", "Say what is wrong with a clause for you.", Act.COMMENT_TEXT,
    c.CommentClause, _comment, rows=("clause",))  # fmt: skip
BRACKET = Wish(
    "bracket_clause", "e", "Bracket", "Text", "Contest a clause, with your alternative.", Act.BRACKET,
    c.BracketClause, _bracket, rows=("clause",))  # fmt: skip
LIFT = Wish(
    "lift_bracket",
    "r",
    "Lift",
    "Text",
    "Close your party's bracket, and say how.",
    Act.BRACKET,
    c.LiftBracket,
    _lift,
    rows=("bracket",),
)
PARK = Wish(
    "park_clause",
    "x",
    "Park",
    "Text",
    "Set a clause aside, or take it up again.",
    Act.DRAFT_TEXT,
    c.ParkClause,
    _park,
    rows=("clause",),
)
CLOSE_READING = Wish(
    "close_reading", "d", "End reading", "Text", "What nobody bracketed is clean.", Act.DRAFT_TEXT, c.CloseReading,
    _close_reading, rows=("text",))  # fmt: skip
PUT = Wish(
    "put_to_adoption", "t", "Put to adoption", "Text", "Ask the parties to adopt the text as it stands.",
    Act.DECLARE_OUTCOME, c.PutToAdoption, _put, rows=("text",))  # fmt: skip
ADOPT = Wish(
    "answer_adoption", "y", "Answer adoption", "Text", "Adopt, adopt with a reservation, or refuse.", Act.ADOPT_TEXT,
    c.AnswerAdoption, _adoption, rows=("text",))  # fmt: skip

DRAFTING = (ADOPT, VERSION, COMMENT, BRACKET, LIFT, PARK, CLOSE_READING, PUT)

"""Wishes for the single negotiating text: versions, comments, brackets, adoption."""

from collections.abc import Mapping
from typing import Any

from roles.acts import Act
from scenarios.texts import mark, tr
from simulator.engine import commands as c
from simulator.engine.session import Bracket
from simulator.engine.view.shapes import ClauseView, View
from simulator.engine.words import Resolution, Verdict
from simulator.tui.boards import line
from simulator.tui.safe import one_line
from simulator.tui.seat import names, words
from simulator.tui.seat.fields import Field, Form, NotNow, Pick, Telling, Values, Writing
from simulator.tui.seat.wishes.packages import worth
from simulator.tui.seat.wishes.wish import Wish, picked

LEFT = mark("Clauses that you leave as they are stand as before.")
FIRST = mark(
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
        holders = line.series(words.seat_name(view, s) for s in view.text.pen_holder)
        raise NotNow(tr("The pen is held by {people}.", people=holders))


def _open_text(view: View) -> None:
    if view.text.version == 0:
        raise NotNow(tr("There is no text yet."))
    if view.text.state in _SETTLED:
        raise NotNow(tr("The text is {state}.", state=names.text_states()[view.text.state]))


def clauses_to_pick(view: View, pick: str | None) -> tuple[tuple[tuple[str, str], ...], str]:
    """The clauses of a text that is open to change, and the one to begin with; raises NotNow."""
    _open_text(view)
    options = tuple(
        (cl.id, f"{one_line(cl.heading)} ({names.clause_states().get(cl.clause.state, cl.clause.state)})")
        for cl in view.text.clauses
    )
    if not options:
        raise NotNow(tr("The text has no clause."))
    at = _clause_at(pick)
    return options, at if any(at == i for i, _ in options) and at else options[0][0]


def _version(view: View, pick: str | None) -> Form:
    demand_pen(view)
    if view.text.state in _SETTLED:
        raise NotNow(tr("The text is {state}.", state=names.text_states()[view.text.state]))
    packages = tuple((p.package.number, words.package_line(view, p.package, 80))
                     for p in view.packages if p.package.state in ("tabled", "agreed"))  # fmt: skip
    fields: list[Field] = [Telling(tr(LEFT) if view.text.clauses else tr(FIRST))]
    if packages:
        fields.append(Pick("package", tr("From package"), packages, none=tr("none: clause by clause")))
    before: dict[str, tuple[str | None, str]] = {}
    for clause in view.text.clauses:
        options = _options(view, clause)
        option = clause.clause.option
        before[clause.id] = (option if any(option == o for o, _ in options) else None, clause.clause.wording)
        heading = one_line(clause.heading)
        if options:
            fields.append(Pick(f"option:{clause.id}", heading, options, before[clause.id][0], none=tr("no option")))
        fields.append(
            Writing(
                f"wording:{clause.id}",
                tr("{heading}: own words", heading=heading),
                rows=2,
                value=clause.clause.wording,
                needed=False,
            )
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
            return tr("This version changes nothing yet.")
        return made

    return Form(
        tr("Version {version} of the text", version=view.text.version + 1),
        tuple(fields),
        finish=finish,
        send=tr("Issue it"),
    )


def _comment(view: View, pick: str | None) -> Form:
    options, at = clauses_to_pick(view, pick)
    return Form(
        tr("Comment on a clause"),
        (Pick("clause", tr("Clause"), options, at), Writing("text", tr("What is wrong with it for you?"), rows=3)),
    )


def _bracket(view: View, pick: str | None) -> Form:
    options, at = clauses_to_pick(view, pick)
    alternatives = tuple((f"{cl.id}/{o}", line.told(one_line(cl.heading), label))
                         for cl in view.text.clauses for o, label in _options(view, cl))  # fmt: skip

    def finish(values: Values) -> Mapping[str, Any] | str:
        made: dict[str, Any] = {"clause": values["clause"], "wording": str(values.get("wording", ""))}
        if values.get("option"):
            clause, option = str(values["option"]).split("/", 1)
            if clause != values["clause"]:
                return tr("That option belongs to another clause.")
            made["option"] = option
        return made

    return Form(
        tr("Put a clause in brackets"),
        (
            Telling(tr("A bracket says: not agreed. It carries your alternative, and only your party lifts it.")),
            Pick("clause", tr("Clause"), options, at),
            Pick("option", tr("Alternative: an option"), alternatives, none=tr("none")),
            Writing("wording", tr("Alternative: own words"), rows=3, needed=False),
        ),
        finish=finish,
        send=tr("Bracket"),
    )


def _own_brackets(view: View) -> tuple[tuple[ClauseView, Bracket], ...]:
    mine = view.party.id if view.party else ""
    return tuple((cl, b) for cl in view.text.clauses for b in cl.clause.open_brackets if b.party == mine)


def _lift(view: View, pick: str | None) -> Form:
    _open_text(view)
    own = _own_brackets(view)
    if not own:
        raise NotNow(tr("Your party has no open bracket."))
    options = tuple(
        (f"{cl.id}/{b.number}", line.told(one_line(cl.heading), one_line(b.wording) or tr("an option")))
        for cl, b in own
    )
    at, row = _clause_at(pick), picked(pick, "bracket")
    first = next((o for o, _ in options if o == row), None)
    first = first or next((f"{cl.id}/{b.number}" for cl, b in own if cl.id == at), options[0][0])

    def finish(values: Values) -> Mapping[str, Any] | str:
        clause, number = str(values["bracket"]).rsplit("/", 1)
        resolution, wording = values["resolution"], str(values.get("wording", "")).strip()
        if resolution in (Resolution.MERGED, Resolution.AMBIGUITY) and not wording:
            return tr("Write the wording that both sides can live with.")
        return {"clause": clause, "bracket": int(number), "resolution": resolution, "wording": wording}

    return Form(
        tr("Lift your bracket, and say how it was settled"),
        (
            Pick("bracket", tr("Bracket"), options, first),
            Pick("resolution", tr("How"), tuple((r, text) for r, text in names.resolutions().items())),
            Writing("wording", tr("The new wording, where there is one"), rows=3, needed=False),
        ),
        finish=finish,
        send=tr("Lift"),
    )


def _park(view: View, pick: str | None) -> Form:
    demand_pen(view)
    _, at = clauses_to_pick(view, pick)
    clause = next(cl for cl in view.text.clauses if cl.id == at)
    parked = clause.clause.state != "parked"
    heading = one_line(clause.heading)
    said = tr("“{heading}” is taken up again.", heading=heading)
    if parked:
        said = tr("“{heading}” is set aside: what it is about stays open.", heading=heading)
    return Form(tr("Park a clause") if parked else tr("Take a clause up again"), (Telling(said),),
                {"clause": at, "parked": parked}, send=tr("Park") if parked else tr("Take up"))  # fmt: skip


def _close_reading(view: View, pick: str | None) -> Form:
    demand_pen(view)
    _open_text(view)
    if not any(cl.clause.state == "proposed" and cl.text.strip() for cl in view.text.clauses):
        raise NotNow(tr("No clause waits for the end of the reading."))
    told = Telling(tr("What nobody has bracketed is clean from now on."))
    return Form(tr("Close the reading"), (told,), send=tr("Close it"))


def _put(view: View, pick: str | None) -> Form:
    _open_text(view)
    contested = [one_line(cl.heading) for cl in view.text.clauses if cl.clause.state == "bracketed"]
    if contested:
        raise NotNow(tr("Still in brackets: {contested}.", contested=", ".join(contested)))
    told = Telling(
        tr("Every party that decides is asked to adopt version {version} as it stands.", version=view.text.version)
    )
    return Form(tr("Put the text to adoption"), (told,), send=tr("Put it"))


def _adoption(view: View, pick: str | None) -> Form:
    if view.text.state != "in_adoption":
        raise NotNow(tr("No text is put to adoption."))
    if view.party is not None and view.party.id in view.text.verdicts:
        raise NotNow(tr("Your party has answered."))

    def finish(values: Values) -> Mapping[str, Any] | str:
        text = str(values.get("text", "")).strip()
        if values["verdict"] is Verdict.ADOPT_WITH_RESERVATION and not text:
            return tr("Write the reservation.")
        return {"verdict": values["verdict"], "text": text}

    terms = {cl.issue: cl.clause.option for cl in view.text.clauses if cl.issue and cl.clause.option}
    return Form(
        tr("Adopt version {version}?", version=view.text.version),
        (
            Pick("verdict", tr("Your party"), tuple((v, text) for v, text in names.verdicts().items())),
            Writing("text", tr("Reservation, or reason"), rows=3, needed=False),
        ),
        finish=finish,
        live=(lambda values: worth(view, terms)) if view.worth is not None else None,
        send=tr("Answer"),
    )


VERSION = Wish(
    "issue_version", "v", mark("Version"), mark("Text"), mark("Issue a version, clause by clause or from a package."),
    Act.DRAFT_TEXT, c.IssueVersion, _version, rows=("text",))  # fmt: skip
COMMENT = Wish(
    "comment_clause", "c", mark("Comment"), mark("Text"), mark("Say what is wrong with a clause for you."),
    Act.COMMENT_TEXT, c.CommentClause, _comment, rows=("clause",))  # fmt: skip
BRACKET = Wish(
    "bracket_clause", "e", mark("Bracket"), mark("Text"), mark("Contest a clause, with your alternative."), Act.BRACKET,
    c.BracketClause, _bracket, rows=("clause",))  # fmt: skip
LIFT = Wish(
    "lift_bracket", "r", mark("Lift"), mark("Text"), mark("Close your party's bracket, and say how."), Act.BRACKET,
    c.LiftBracket, _lift, rows=("bracket",))  # fmt: skip
PARK = Wish(
    "park_clause", "x", mark("Park"), mark("Text"), mark("Set a clause aside, or take it up again."), Act.DRAFT_TEXT,
    c.ParkClause, _park, rows=("clause",))  # fmt: skip
CLOSE_READING = Wish(
    "close_reading", "d", mark("End reading"), mark("Text"), mark("What nobody bracketed is clean."), Act.DRAFT_TEXT,
    c.CloseReading, _close_reading, rows=("text",))  # fmt: skip
PUT = Wish(
    "put_to_adoption", "t", mark("Put to adoption"), mark("Text"),
    mark("Ask the parties to adopt the text as it stands."), Act.DECLARE_OUTCOME, c.PutToAdoption, _put,
    rows=("text",))  # fmt: skip
ADOPT = Wish(
    "answer_adoption", "y", mark("Answer adoption"), mark("Text"), mark("Adopt, adopt with a reservation, or refuse."),
    Act.ADOPT_TEXT, c.AnswerAdoption, _adoption, rows=("text",))  # fmt: skip

DRAFTING = (ADOPT, VERSION, COMMENT, BRACKET, LIFT, PARK, CLOSE_READING, PUT)

"""Wishes for texts under negotiation: versions, comments, adoption, and what is said after it."""

from collections.abc import Mapping
from typing import Any

from roles.acts import Act
from scenarios.model import RuleKind
from scenarios.texts import mark, tr, trn
from simulator.engine import commands as c
from simulator.engine.view.shapes import TextView, View
from simulator.engine.words import Verdict
from simulator.tui.boards.texts import Place, grey
from simulator.tui.safe import one_line
from simulator.tui.seat import names, words
from simulator.tui.seat.fields import Field, Form, NotNow, Pick, Telling, Values, Writing
from simulator.tui.seat.wishes.packages import worth
from simulator.tui.seat.wishes.texts import SETTLED, clauses_to_pick, demand_open, demand_pen, of_a_text, options_of
from simulator.tui.seat.wishes.wish import Wish

LEFT = mark("Clauses that you leave as they are stand as before.")
FIRST = mark(
    "The first version opens every article, with the words that the case has for it. What is on a package goes in with "
    "it; the rest is filled in version 2."
)


def _version(view: View, here: Place) -> Form:
    text = here.text
    demand_pen(view, text)
    if text.state in SETTLED:
        raise NotNow(tr("The text is {state}.", state=names.text_states()[text.state]))
    packages = tuple((p.package.number, words.package_line(view, p.package, 80))
                     for p in view.packages if p.package.state in ("tabled", "agreed"))  # fmt: skip
    fields: list[Field] = [Telling(tr(LEFT) if text.clauses else tr(FIRST))]
    if packages and not text.id:
        fields.append(Pick("package", tr("From package"), packages, none=tr("none: clause by clause")))
    before: dict[str, tuple[str | None, str]] = {}
    for clause in text.clauses:
        options = options_of(view, clause)
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
        if not drafts and "package" not in made and text.version > 0:
            return tr("This version changes nothing yet.")
        return made

    return Form(
        tr("Version {version} of the text", version=text.version + 1),
        tuple(fields),
        finish=finish,
        send=tr("Issue it"),
    )


def _comment(view: View, here: Place) -> Form:
    options, at = clauses_to_pick(view, here)
    return Form(
        tr("Comment on a clause"),
        (Pick("clause", tr("Clause"), options, at), Writing("text", tr("What is wrong with it for you?"), rows=3)),
    )


def _park(view: View, here: Place) -> Form:
    demand_pen(view, here.text)
    _, at = clauses_to_pick(view, here)
    clause = next(cl for cl in here.text.clauses if cl.id == at)
    parked = clause.clause.state != "parked"
    heading = one_line(clause.heading)
    said = tr("“{heading}” is taken up again.", heading=heading)
    if parked:
        said = tr("“{heading}” is set aside: what it is about stays open.", heading=heading)
    return Form(tr("Park a clause") if parked else tr("Take a clause up again"), (Telling(said),),
                {"clause": at, "parked": parked}, send=tr("Park") if parked else tr("Take up"))  # fmt: skip


def _close_reading(view: View, here: Place) -> Form:
    demand_pen(view, here.text)
    demand_open(here.text)
    if not any(cl.clause.state == "proposed" and cl.text.strip() for cl in here.text.clauses):
        raise NotNow(tr("No clause waits for the end of the reading."))
    told = Telling(tr("What nobody has bracketed is clean from now on."))
    return Form(tr("Close the reading"), (told,), send=tr("Close it"))


def _put(view: View, here: Place) -> Form:
    text = here.text
    demand_open(text)
    contested = [one_line(cl.heading) for cl in text.clauses if cl.clause.state == "bracketed"]
    if contested:
        raise NotNow(tr("Still in brackets: {contested}.", contested=", ".join(contested)))
    waiting = [one_line(cl.heading) for cl in text.clauses if grey(cl) and cl.clause.state != "parked"]
    if waiting and text.rule.kind is not RuleKind.AD_REFERENDUM:
        raise NotNow(tr("Capitals have not answered on: {clauses}.", clauses=", ".join(waiting)))
    return Form(tr("Put the text to adoption"), (Telling(_asked(text)),), send=tr("Put it"))


def _asked(text: TextView) -> str:
    """What putting a text to adoption asks of whom."""
    match text.rule.kind:
        case RuleKind.SILENCE:
            return trn(
                "Version {version} is adopted as it stands when nobody objects within {n} minute.",
                "Version {version} is adopted as it stands when nobody objects within {n} minutes.",
                text.rule.minutes or 1,
                version=text.version,
            )
        case RuleKind.CHAIR_DECLARES:
            return tr("Version {version} is adopted as it stands: you declare it.", version=text.version)
        case _:
            return tr(
                "Every party that decides is asked to adopt version {version} as it stands.", version=text.version
            )


def _adoption(view: View, here: Place) -> Form:
    text = here.text
    if text.state != "in_adoption":
        raise NotNow(tr("No text is put to adoption."))
    if view.party is not None and view.party.id in text.verdicts:
        raise NotNow(tr("Your party has answered."))
    if view.party is not None and view.party.id not in text.entitled:
        raise NotNow(tr("Your party does not decide on this."))

    def finish(values: Values) -> Mapping[str, Any] | str:
        words = str(values.get("text", "")).strip()
        if values["verdict"] is Verdict.ADOPT_WITH_RESERVATION and not words:
            return tr("Write the reservation.")
        return {"verdict": values["verdict"], "text": words}

    terms = {cl.issue: cl.clause.option for cl in text.clauses if cl.issue and cl.clause.option}
    return Form(
        tr("Adopt version {version}?", version=text.version),
        (
            Pick("verdict", tr("Your party"), tuple((v, said) for v, said in names.verdicts().items())),
            Writing("text", tr("Reservation, or reason"), rows=3, needed=False),
        ),
        finish=finish,
        live=(lambda values: worth(view, terms)) if view.worth is not None and not text.id else None,
        send=tr("Answer"),
    )


def _explain(view: View, here: Place) -> Form:
    text = here.text
    if text.state not in ("adopted", "failed"):
        raise NotNow(tr("Explain it when the text is adopted or refused."))
    if view.party is not None and any(party == view.party.id for party, _ in text.explanations):
        raise NotNow(tr("Your party has explained its position."))
    told = Telling(tr("It stands in the record beside the text, in the name of your party."))
    return Form(tr("Explain your position"), (told, Writing("text", tr("Your position"), rows=4)), send=tr("Explain"))


VERSION = Wish(
    "issue_version", "v", mark("Version"), mark("Text"), mark("Issue a version, clause by clause or from a package."),
    Act.DRAFT_TEXT, c.IssueVersion, of_a_text(_version), rows=("text",))  # fmt: skip
COMMENT = Wish(
    "comment_clause", "c", mark("Comment"), mark("Text"), mark("Say what is wrong with a clause for you."),
    Act.COMMENT_TEXT, c.CommentClause, of_a_text(_comment), rows=("clause",))  # fmt: skip
PARK = Wish(
    "park_clause", "x", mark("Park"), mark("Text"), mark("Set a clause aside, or take it up again."), Act.DRAFT_TEXT,
    c.ParkClause, of_a_text(_park), rows=("clause",))  # fmt: skip
CLOSE_READING = Wish(
    "close_reading", "d", mark("End reading"), mark("Text"), mark("What nobody bracketed is clean."), Act.DRAFT_TEXT,
    c.CloseReading, of_a_text(_close_reading), rows=("text",))  # fmt: skip
PUT = Wish(
    "put_to_adoption", "t", mark("Put to adoption"), mark("Text"),
    mark("Ask the parties to adopt the text as it stands."), Act.DECLARE_OUTCOME, c.PutToAdoption, of_a_text(_put),
    rows=("text",))  # fmt: skip
ADOPT = Wish(
    "answer_adoption", "y", mark("Answer adoption"), mark("Text"), mark("Adopt, adopt with a reservation, or refuse."),
    Act.ADOPT_TEXT, c.AnswerAdoption, of_a_text(_adoption, anywhere=True), rows=("text",))  # fmt: skip

EXPLAIN = Wish(
    "explain_position", "m", mark("Explain"), mark("Text"),
    mark("Explain your party's position after a text was adopted or refused."), Act.ADOPT_TEXT, c.ExplainPosition,
    of_a_text(_explain, anywhere=True), rows=("text",))  # fmt: skip

DRAFTING = (ADOPT, VERSION, COMMENT, PARK, CLOSE_READING, PUT, EXPLAIN)

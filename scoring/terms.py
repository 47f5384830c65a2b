"""The words of scorecards beside their sentences: heads of columns, what cells say in a word, and units.

Tables and findings hold them as codes, which are the same in all languages and those of the files for other programs.
"""

from collections.abc import Mapping

from scenarios.texts import mark, number, tr, trn
from scoring.sentences import figure, percent, plural


def heading(column: str) -> str:
    """The head of a column in the language that is spoken, without a capital."""
    return _said(column, _COLUMNS)


def word(code: str) -> str:
    """What a cell, a unit, a panel or a kind of moment says, in the language that is spoken.

    What is no word of the scorecards, as an id or somebody's text, stays as it is but for its underscores.
    """
    return _said(code, _WORDS)


def known(code: str) -> bool:
    """Whether a code is a word of the scorecards."""
    return code in _WORDS


def measured(value: float, unit: str) -> str:
    """A value for people: shares in percent, the rest with its unit."""
    if unit == "share":
        return percent(value)
    if unit == "index":
        return number(value, 2)
    digits = 1 if unit in _TENTHS else 2
    told = figure(value, digits) if abs(value) < _LARGE else f"{value:,.15g}"
    many = plural(round(value, digits))
    match unit:
        case "answers":
            return trn("{n} answer", "{n} answers", many, n=told)
        case "walk-outs":
            return trn("{n} walk-out", "{n} walk-outs", many, n=told)
        case "raters":
            return trn("{n} rater", "{n} raters", many, n=told)
        case "parties":
            return trn("{n} party", "{n} parties", many, n=told)
        case "double calls":
            return trn("{n} double call", "{n} double calls", many, n=told)
        case "commitments":
            return trn("{n} commitment", "{n} commitments", many, n=told)
        case "seats":
            return trn("{n} seat", "{n} seats", many, n=told)
        case "alerts":
            return trn("{n} alert", "{n} alerts", many, n=told)
        case "options":
            return trn("{n} option", "{n} options", many, n=told)
        case "issues":
            return trn("{n} issue", "{n} issues", many, n=told)
        case "levels":
            return trn("{n} level", "{n} levels", many, n=told)
        case "measures":
            return trn("{n} measure", "{n} measures", many, n=told)
        case "milestones":
            return trn("{n} milestone", "{n} milestones", many, n=told)
        case "ratings":
            return trn("{n} rating", "{n} ratings", many, n=told)
        case "acts":
            return trn("{n} act", "{n} acts", many, n=told)
        case "contradictions":
            return trn("{n} contradiction", "{n} contradictions", many, n=told)
        case "points":
            return trn("{n} point", "{n} points", many, n=told)
        case "reports":
            return trn("{n} report", "{n} reports", many, n=told)
        case "disputes":
            return trn("{n} dispute", "{n} disputes", many, n=told)
        case "factions":
            return trn("{n} faction", "{n} factions", many, n=told)
        case "inputs":
            return trn("{n} input", "{n} inputs", many, n=told)
        case "steps":
            return trn("{n} step", "{n} steps", many, n=told)
        case "minutes":
            return trn("{n} minute", "{n} minutes", many, n=told)
        case "incidents":
            return trn("{n} incident", "{n} incidents", many, n=told)
        case "texts":
            return trn("{n} text", "{n} texts", many, n=told)
        case "brackets":
            return trn("{n} bracket", "{n} brackets", many, n=told)
        case "divergences":
            return trn("{n} divergence", "{n} divergences", many, n=told)
        case "packages":
            return trn("{n} package", "{n} packages", many, n=told)
        case "breaches":
            return trn("{n} breach", "{n} breaches", many, n=told)
        case "per half-hour":
            return tr("{n} per half-hour", n=told)
    return told if unit == "count" else f"{told} {word(unit)}"


_TENTHS = ("minutes", "per half-hour")
"""Units of which a finding's sentence tells no more than a tenth either."""
_LARGE = 1e15
"""From here on a value is told with its power of ten."""


def _said(code: str, words: Mapping[str, str]) -> str:
    return tr(words[code]) if code in words else code.replace("_", " ")


def _by_code(*words: str) -> Mapping[str, str]:
    return {code: word for word in words for code in (word, word.replace(" ", "_"), word.replace(" ", "-"))}


_COLUMNS = _by_code(
    mark("about"), mark("above 0.9"), mark("above reservation"), mark("acknowledged by"), mark("action"),
    mark("actor"), mark("all together"), mark("alpha"), mark("alpha from"), mark("alpha to"), mark("answer"),
    mark("answered by"), mark("answers"), mark("asked by mediators"), mark("asked by party"), mark("available"),
    mark("away"), mark("before judgement"), mark("beyond plan"), mark("brackets put"), mark("by"), mark("by package"),
    mark("by people"), mark("by record"), mark("by sides"), mark("by when"), mark("change"), mark("change others"),
    mark("change own"), mark("changes"), mark("checks"), mark("clause"), mark("clauses"), mark("clean contested"),
    mark("closed"), mark("closed by"), mark("commitment"), mark("competent"), mark("conditional answers"),
    mark("conditions met"), mark("conditions set"), mark("consent at the end"), mark("counter offers"),
    mark("criterion"), mark("curve"), mark("cut to"), mark("decides"), mark("developing"), mark("difference"),
    mark("dimension"), mark("ended with"), mark("exact"), mark("exemplary"), mark("facilitative"), mark("first from"),
    mark("first judged minute"), mark("first mean"), mark("first minute"), mark("first pulse"), mark("first value"),
    mark("flags"), mark("floor minutes"), mark("formulative"), mark("found"), mark("from package"),
    mark("from the list"), mark("gain"), mark("gender"), mark("given"), mark("group"), mark("half given at"),
    mark("here"), mark("higher"), mark("higher by"), mark("how"), mark("how to read"), mark("how verified"),
    mark("in caucus"), mark("in private meeting"), mark("includes"), mark("index"), mark("inject"), mark("input"),
    mark("inputs"), mark("insufficient evidence"), mark("interest"), mark("interests told"), mark("issue"),
    mark("issues"), mark("item"), mark("judges notes"), mark("kept"), mark("kind"), mark("known to some"),
    mark("last mean"), mark("last pulse"), mark("last value"), mark("least"), mark("left open"), mark("level"),
    mark("level name"), mark("lifted"), mark("lifted minute"), mark("lower"), mark("lower by"), mark("manipulative"),
    mark("marked"), mark("may sign"), mark("mean"), mark("meeting"), mark("meetings"), mark("met"), mark("milestone"),
    mark("minute"), mark("minutes"), mark("minutes after"), mark("minutes allowed"), mark("minutes away"),
    mark("minutes late"), mark("minutes open"), mark("minutes to first word"), mark("minutes to response"),
    mark("most"), mark("most to gain"), mark("move before"), mark("move by"), mark("no was right"), mark("not held"),
    mark("not yet"), mark("notes"), mark("number"), mark("observations"), mark("of"), mark("offers"),
    mark("one issue"), mark("open"), mark("option"), mark("other"), mark("other minute"), mark("other option"),
    mark("others mean"), mark("own mean"), mark("own words"), mark("package"), mark("packages"),
    mark("pairs of dimensions"), mark("part"), mark("party"), mark("per 10 minutes"), mark("permitted"),
    mark("phase"), mark("places in order"), mark("planned minute"), mark("planned minutes"), mark("points"),
    mark("pressure"), mark("proposed by"), mark("proposed in"), mark("pulse"), mark("rater"), mark("raters"),
    mark("ratings"), mark("reached"), mark("red lines crossed"), mark("reflected"), mark("reservation"),
    mark("reservation at start"), mark("response"), mark("returned"), mark("scope"), mark("seat"), mark("seats"),
    mark("seats that spoke"), mark("seen by higher"), mark("seen by lower"), mark("sent"), mark("several issues"),
    mark("share"), mark("shock"), mark("silence"), mark("solution"), mark("speaking"), mark("state"), mark("step"),
    mark("tags"), mark("there"), mark("to package"), mark("told by"), mark("told to"), mark("turns"), mark("units"),
    mark("value"), mark("version"), mark("visits"), mark("walk outs"), mark("weight"), mark("weighted kappa"),
    mark("what"), mark("who"), mark("who acts"), mark("why"), mark("within one"), mark("without agreement"),
    mark("without variation"), mark("words a clause"), mark("worth as much"), mark("worth less"), mark("worth more"),
    # Of inputs and messages.
    mark("as delivered"), mark("as sent"), mark("asks"), mark("fidelity"), mark("in part"), mark("in the end"),
    mark("message"), mark("not taken up"), mark("not traced"), mark("taken up"), mark("went into"),
    mark("without a trace"),
    # Of incidents and promises.
    mark("act"), mark("carried"), mark("due"), mark("entry"), mark("incident"), mark("late"), mark("progress"),
    mark("to acknowledgement"), mark("to call back"), mark("to visit"), mark("versions"),
    # Of committees.
    mark("agreed"), mark("article"), mark("became"), mark("blocked"), mark("body"), mark("dispute"), mark("faction"),
    mark("in brackets"), mark("over"), mark("report"), mark("reports"), mark("shared"), mark("wordings"),
    # Of agendas, and of who left what.
    mark("agenda"), mark("proposals"), mark("objections"), mark("minutes until"), mark("items"),
    mark("items taken up"), mark("bodies left"), mark("minutes out of bodies"),
    # Of texts beside the main one.
    mark("text"), mark("narrowed"), mark("supported"), mark("put to adoption"), mark("refused"),
    mark("capitals late"), mark("adopted minute"),
)  # fmt: skip
"""The columns of all tables, in English by their codes."""

_WORDS = _by_code(
    # What a cell says beside numbers and names.
    mark("yes"), mark("no"), mark("agreed"), mark("default"), mark("own words"), mark("option"), mark("package"),
    mark("version"), mark("comment"), mark("bracket"), mark("interest"),
    mark("used"), mark("cut off"), mark("again"), mark("not used"), mark("reflected"), mark("not reflected"),
    mark("cannot be seen"), mark("tabled before"), mark("stands"), mark("dropped"),
    mark("input"), mark("taken up"), mark("in part"), mark("not taken up"), mark("not traced"),
    mark("nash efficiency"), mark("kalai smorodinsky fairness"),
    # What became of an event, and why it was sent.
    mark("met"), mark("missed"), mark("none expected"), mark("taken out"), mark("talks ended"), mark("by hand"),
    mark("time"), mark("condition"), mark("contingency"), mark("automatic"), mark("deadline"), mark("collapse"),
    mark("permission"), mark("none"), mark("nothing recorded"), mark("sides"), mark("mediators"), mark("others"),
    mark("not recorded"), mark("open"), mark("guarded"), mark("hidden"),
    # How a bracket was closed.
    mark("chose text"), mark("chose alternative"), mark("merged"), mark("withdrawn"), mark("deferred"),
    mark("ambiguity"),
    # Whether a party takes part.
    mark("unasked"), mark("in"), mark("conditional"), mark("suspended"), mark("out"),
    # Classes of steps from one own offer to the next, and of curves of concessions.
    mark("concession"), mark("selfish"), mark("fortunate"), mark("unfortunate"), mark("nice"), mark("silent"),
    mark("early"), mark("steady"),
    # What pressed a party.
    mark("threat"), mark("promise"), mark("incentive"), mark("walk out"), mark("imposed agenda"),
    mark("silence deadline"), mark("appeal"), mark("new instructions"),
    # How well a text answers a shock, and kinds of shocks.
    mark("no answer"), mark("minimal"), mark("intermediate"), mark("full"), mark("missed deadline"), mark("incident"),
    mark("unpaid"),
    # Of characters, and whom an option includes.
    mark("woman"), mark("man"), mark("unstated"), mark("women"), mark("youth"), mark("displaced"), mark("minorities"),
    mark("civil society"), mark("civil-society"),
    # Packages, points and parts of an index.
    mark("all"), mark("within red lines"), mark("acceptable"), mark("efficient"), mark("efficient acceptable"),
    mark("gain"), mark("possible"), mark("left"), mark("quality"), mark("smallest share"),
    mark("interests acknowledged"),
    # How alpha is read, and the levels of a rating.
    mark("sound"), mark("tentative"), mark("coach"), mark("not yet"), mark("developing"), mark("competent"),
    mark("exemplary"), mark("insufficient evidence"),
    # Why a moment is worth talking about.
    mark("breach"), mark("first interest"), mark("adoption"), mark("package decided"), mark("swing"),
    mark("consent drop"), mark("consent rise"), mark("pulse"), mark("brackets"), mark("acknowledged"), mark("shock"),
    mark("inject missed"), mark("return"), mark("first version"),
    # Kinds of roles.
    mark("side"), mark("neighbour"), mark("mediation"), mark("support"), mark("observer"), mark("elder"),
    mark("secretariat"), mark("control"), mark("rater"),
    # The panels of a scorecard.
    mark("process"), mark("outcome"), mark("relationship"),
    # What values are counted in.
    mark("answers"), mark("walk-outs"), mark("raters"), mark("parties"), mark("double calls"), mark("commitments"),
    mark("seats"), mark("alerts"), mark("share"), mark("options"), mark("issues"), mark("levels"), mark("measures"),
    mark("milestones"), mark("per half-hour"), mark("ratings"), mark("index"), mark("acts"), mark("contradictions"),
    mark("points"), mark("steps"), mark("minutes"), mark("breaches"), mark("incidents"), mark("divergences"),
    mark("packages"), mark("inputs"), mark("1 to 7"),
    # What became of reports, of contradictions between them and of disputes; and of factions.
    mark("adopted at once"), mark("adopted"), mark("returned"), mark("lifted"), mark("replaced"), mark("waits"),
    mark("put right"), mark("left open"), mark("settled"), mark("interpretation"), mark("violation"),
    mark("would leave"), mark("stays"), mark("reports"), mark("disputes"), mark("factions"),
    # What became of an agenda.
    mark("imposed"), mark("not adopted"),
    # How far an incident and a promise are, and what was done against others.
    mark("reported"), mark("called back"), mark("verified"), mark("unverified"), mark("handled"), mark("closed"),
    mark("scheduled"), mark("in progress"), mark("done"), mark("blocked"), mark("violated"), mark("press"),
    mark("everybody"),
    # How far a text is.
    mark("under reading"), mark("clean"), mark("in adoption"), mark("failed"), mark("ad referendum"), mark("texts"),
    # How the talks ended.
    mark("agreement"), mark("partial agreement"), mark("no agreement"), mark("collapsed"), mark("aborted"),
)  # fmt: skip
"""What cells, units, panels and kinds of moments say, in English by their codes."""

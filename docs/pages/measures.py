"""measures.md: every measure, and how to read it."""

import importlib
import inspect
import pkgutil
from functools import cache
from types import FunctionType

import scoring
from docs.pages.told import literal, page, said, table, text
from scoring.agreement.criteria import COUNTED, CRITERIA
from scoring.findings import Finding, Panel
from scoring.rubric import DIMENSIONS, LEVELS

HOW_TO_READ = {
    "M1": "The mediators' share in plenary comes first; 20 to 35 % is usual. It needs the speaking clock: give the "
    "floor on the screen, not only by hand.",
    "M2": "1 is even. Below 0.85 ask why: a side may have chosen silence, or was not given the floor.",
    "M3": "0 is even; above 0.5 it is worth a question. Look also at who was met first, and who asked.",
    "M4": "Every version reaches all screens at once. Look at who sat in a private meeting or was away when it came, "
    "and who found the first word to say about it, and when.",
    "M5": "Open questions open, checks close. The rate is a lower bound: nobody tags everything. Compare the phases.",
    "M6": "The share of interests kept back that somebody outside the party was told, and when. Half of them by minute "
    "70 is a good course. The table says who was told and which tagged move came before.",
    "M6.acknowledged": "Being told is not being understood: the share of the told interests that another deciding "
    "party said it had understood. Mediators who said so are listed, and do not count.",
    "M7": "The real skill: what was heard led to something new on the table within twenty minutes, as an option, in "
    "a package or in a version. What had been there before is told apart.",
    "M8": "What the group invented or brought out beyond the printed list, and whether that was before the first "
    "verdict. An issue without any is a question for the debriefing.",
    "M9": "Offers over several issues leave room to trade; single ones invite haggling. A conditional yes is a map.",
    "M9.trades": "How many of the trades that the value tables hold ever lay in an offer. A low share beside a poor "
    "agreement is worth a chart; beside an efficient one it means that few were needed.",
    "M10": "Each step from one complete offer of a party to its next one: a concession gives, a selfish step takes, a "
    "fortunate one is better for everybody, an unfortunate one worse.",
    "M10.curve": "How much a party gave from first to last offer, and whether early, steadily or at the deadline.",
    "M10.lag": "How fast a concession got one in return. None at all may be why the next one never came.",
    "M11": "Follow the brackets from version to version, then read the words: fewer brackets and weaker words are an "
    "alarm.",
    "M11.brackets": "Who put each bracket, how long it stood, and how it was closed. Merged is work; withdrawn may "
    "be fatigue.",
    "M11.texts": "What became of minutes, modalities and communiqués: versions, brackets, refusals, capitals that were "
    "late. Before you speak of the agreement, ask who cared for these.",
    "M12": "Minutes beside the plan of the scenario, and the loops back. A loop may have saved the talks.",
    "M13": "What was told in private and carried further, with the owner's leave and without it. A breach may be "
    "right, as with a threat to life: ask what was weighed.",
    "M13.permission": "How often a meeting with mediators in which something was told ended with leave to carry "
    "some of it. The closing question is “what may I take to the others?”.",
    "M14": "Who set conditions, who walked out, for how long, and whether it came back.",
    "M15": "The time that civil society had on the floor, beside its meetings with the mediators and what became of "
    "what it put in. Presence is not influence.",
    "M15.contact": "When the mediators first met civil society or heard it in private, against the start of work on "
    "the text. Whoever is heard after that comments on a text; whoever is heard before changes it.",
    "M15.uptake": "What civil society put in, one by one, and whether what stood in the end reflects it. The comments "
    "deserve a look of their own: a clause may change for other reasons.",
    "M15.inputs": "What became of the inputs, by kind of party, as those who hold the pen said it. Beside it, the "
    "inputs that nobody traced although the terms take them up: somebody was heard and never told.",
    "M15.trace": "Input by input from what it asks for to the clause. Taken up and not reflected is a promise to look "
    "at; reflected and not traced is thanks that nobody said.",
    "M15.women": "Seats of characters who are women, how many of them spoke, and their share of the time.",
    "M15.terms": "On how many issues the terms give women, youth, the displaced, minorities or civil society a place, "
    "of those issues where an option does.",
    "M16": "Who put the agreed terms forward first. More from the mediators than from the sides is worth a question: "
    "whose agreement will it be at home?",
    "M17": "Different options on one issue, put forward by the team within ten minutes to different ears.",
    "M17.calls": "A second mediator who asked a side into a meeting right after a first one.",
    "M17.briefings": "How often the team met by itself for every half-hour of the talks.",
    "M17.messages": "1 is word for word. Read the two wordings of the least one aloud: what was lost, and whom did it "
    "help?",
    "M18": "How many events that asked for a response got it, and after how long. The trainer's mark goes before what "
    "the record saw; the table tells which events were answered, missed, or followed by another.",
    "M19": "Minutes from the report to the acknowledgement, to the last call back and to the visit, against the times "
    "of the hotline. Put the versions beside each other before you ask who was right.",
    "M19.before": "Walk-outs, statements to the press, threats and disputes over violations by those whom an open "
    "incident concerned, before anybody had gone to see. Ask what they knew at that minute.",
    "M20": "Not observed until a scenario plays indicators and alerts.",
    "M21": "Facilitative helps others to talk, formulative proposes, manipulative moves them by gain, loss or "
    "decree. Ask which the moment needed, phase by phase.",
    "M22": "Minutes beside the plan, and how much of each phase had a speaker, a private meeting, or neither. Speech "
    "and meetings may go on at once, so the shares need not add up.",
    "M23": "Threats, promises, walk-outs, deadlines, appeals and new instructions in order of time: look at what the "
    "others did in the minutes after each.",
    "M24": "Options that the author flagged for a norm, and whether they stood in the end. The flag opens the "
    "discussion; it decides nothing.",
    "M24.harm": "Options that would hurt people who had no vote, and whether they stood in the end.",
    "M26": "What bodies handed over, how much of it was agreed, and what the body that got it made of it. Ask about a "
    "report that went back: was the reason in the report or in the room?",
    "M26.contradictions": "Money, officers or days of which several reports dispose. Put right before adoption is what "
    "a plenary is for; adopted all the same is the next dispute.",
    "M27": "Disputes by kind, the wordings that were tried, and how they ended. Read the words that settled one aloud, "
    "and let both sides say what they mean.",
    "M28": "How many promises on the follow-up list were done, which were carried from round to round, and how far an "
    "observer found them kept. A promise that is carried twice often lacks an owner or a date.",
    "M29": "What each body agreed to talk about, round by round, what was said against it and how far it got. Ask who "
    "paid for the words that were chosen, and what the minutes of a quarrel over a name bought.",
    "outcome.factions": "Who inside a party would walk away from what its leaders signed, and over which option. Ask "
    "the leaders whether they knew.",
    "outcome.terms": "What was agreed, on how many issues; or what lay on the table when the talks failed.",
    "outcome.value": "What the terms are worth to each side beside its reservation as it stood at the end, after "
    "events and delay: would a rational principal sign?",
    "outcome.surplus": "How much of the most that a side could gain it did gain. Look at the smallest share first.",
    "outcome.place": "How many of all packages are worth less to each side, and how many would have been better for "
    "everybody. A high share for one side and a low one for another is where to begin.",
    "outcome.efficiency": "0 with no better package named: nothing could be improved without a loss for somebody. "
    "Otherwise one package is named that would have been better for some and worse for nobody: show it.",
    "outcome.joint": "What trading could have added for all together.",
    "outcome.balance": "The smallest share beside the largest: 1 is even. Only for terms that every side could sign.",
    "outcome.points": "Where four theories would have settled, to compare and to disagree with.",
    "outcome.room": "How many packages everybody could have signed at the end. A narrow room explains slow talks.",
    "outcome.no_deal": "Refusing a bad package is a correct decision: this says for whom it was.",
    "outcome.affected": "What the terms mean to those who had points and no vote.",
    "outcome.quality": "Twelve criteria from 0 (absent) to 3 (complete and checkable), with what the record shows and "
    "what people judged. Begin with the lowest one that matters to somebody, and let those who will carry the "
    "agreement out say what they would have to ask.",
    "outcome.commitments": "Every commitment with what it leaves open, and the articles without one. Read one aloud "
    "and ask who would telephone whom, and when.",
    "outcome.stress": "What the room felt when the text had to answer. The level is what people judged, or else how "
    "many of who, by when and how verified the best commitment of the article says. The scale is that of the Peace "
    "Accords Matrix (0 none, 1 minimal, 2 intermediate, 3 full), which follows what is implemented.",
    "outcome.durability": "For a conversation: which of the three parts would break first? It foretells nothing.",
    "relationship.pulses": "Means of the self-reports, for everybody and for groups of four or more.",
    "relationship.slope": "Statements asked more than once: which rose and which fell.",
    "relationship.closing": "What people said after play, before the debriefing.",
    "rubric.levels": "How often each level was given on each dimension. No mean is taken, over dimensions or people. "
    "Many “insufficient evidence” on a dimension: nobody sat where it could be seen.",
    "rubric.seats": "Seat by seat, with the observations. Give each person their own, and begin with what was seen.",
    "raters.agreement": "Exact: the same level. Within one: next to each other. Alpha and kappa leave out what chance "
    "would give: from 0.8 sound, from 0.667 enough for tentative conclusions, below it coach the raters and publish no "
    "ratings. Below 20 shared units neither is told.",
    "raters.divergences": "Two levels or more apart: let the two read each other's observations before they discuss "
    "levels.",
    "raters.halo": "Above 0.9 between all dimensions a rater has probably rated one impression. It takes five seats.",
    "raters.leniency": "Half a level from the others on the same units is worth a word before the next session.",
    "raters.insufficient": "Better than a guess. Above a third, change where the raters sit and what they look for.",
}
"""How to look at each finding."""


def measures() -> str:
    """Every finding of the scorecard."""
    parts = [
        text("""
            There is no grade and no number over all panels. Every finding names the events that it rests on and says
            how it misleads. *Not observed* is not zero: a session without caucuses has no caucus balance. The band
            *worth a look* colours a card; it judges nobody. What a record cannot show (tone, listening, judgement)
            people see: note it on the console while they play.

            Points are those of the value tables, which no player could see. Publish them after play.
        """)
    ]
    for panel in Panel:
        parts.append(f"## {panel.value.capitalize()}")
        parts += [_measure(*pair) for pair in _measures() if pair[0].panel is panel and not _rates(pair[0])]
        if panel is Panel.OUTCOME:
            parts.append(
                "### The twelve criteria of agreement quality\n\n0 absent, 1 mentioned, 2 workable, 3 complete and "
                "checkable.\n\n"
                + table(
                    ("criterion", "", "3 looks like", "counted from the record"),
                    [(f"`{q}`", one.name, one.complete, literal(_counted(q))) for q, one in CRITERIA.items()],
                )
            )
    parts.append(
        text("""
            ## Ratings

            What raters say of people, and how far they can be relied on. It belongs to the process and stands in no
            panel: it is for the trainer, and for each person what is said of them. No document for a group shows it.
        """)
    )
    parts += [_measure(*pair) for pair in _measures() if _rates(pair[0])]
    parts.append(
        "### The rubric\n\nA level rests on at least one observation. “Insufficient evidence” is a valid answer.\n\n"
        + table(
            ("dimension", *(f"{level} {name}" for level, name in LEVELS.items())),
            [(f"**{d.value}** {anchors.name}", *anchors.levels) for d, anchors in DIMENSIONS.items()],
        )
    )
    from scoring.moments import MOST, QUESTIONS

    parts.append(
        f"## Moments\n\nAt most {MOST} turning points, at most two of a kind, each with a question for the debriefing: "
        "those in which most changed. A weight from 0 to 1 compares them: 1 is a change that turns talks by itself, "
        "such as half of what a side could gain or lose in points, two of the three steps of consent, two of the six "
        "steps of a self-report, brackets in half of the articles, or a side that walks out. These sizes are a "
        "convention.\n\n" + table(("kind", "question"), [(f"`{kind.value}`", ask) for kind, ask in QUESTIONS.items()])
    )
    parts.append(
        "## Fundamentals\n\nThe eight fundamentals of the *UN Guidance for Effective Mediation* (A/66/811, annex I, "
        "2012) are an index of topics, never a score."
    )
    return page("Measures", *parts)


def _measure(finding: Finding, function: FunctionType) -> str:
    rows = [
        ("how to read it", HOW_TO_READ[finding.id]),
        ("value", f"in {finding.unit}" if finding.unit in ("points", "minutes") else finding.unit),
        ("caution", finding.caution),
        ("fundamentals", ", ".join(f.value.replace("_", " ") for f in finding.fundamentals) or "none"),
        ("computed", literal(inspect.getdoc(function) or "").replace("\n\n", "<br>")),
        ("in the code", f"`{function.__module__}.{function.__name__}`"),
    ]
    return f"### {finding.id}: {finding.title}\n\n" + table(("", ""), rows)


def _counted(criterion: str) -> str:
    """How a criterion of agreement quality is counted."""
    function = COUNTED.get(criterion)
    if function is None:
        return "Nothing: it stands in the texts of options, or people judge it."
    rule = said(function).partition(": ")[2]
    return rule[:1].upper() + rule[1:]


def _rates(finding: Finding) -> bool:
    """Whether a finding is about ratings of people."""
    return finding.id.startswith(("rubric.", "raters."))


@cache
def _measures() -> tuple[tuple[Finding, FunctionType], ...]:
    """Every finding with the function that fills it in, process before outcome before relationship."""
    found: list[tuple[Finding, FunctionType]] = []
    for info in pkgutil.walk_packages(scoring.__path__, "scoring."):
        module = importlib.import_module(info.name)
        functions = [f for f in vars(module).values() if isinstance(f, FunctionType) and f.__module__ == info.name]
        for name, finding in vars(module).items():
            if isinstance(finding, Finding):
                function = next(f for f in functions if name in f.__code__.co_names)
                found.append((finding, function))
    order = list(HOW_TO_READ)
    return tuple(sorted(found, key=lambda pair: order.index(pair[0].id) if pair[0].id in order else len(order)))

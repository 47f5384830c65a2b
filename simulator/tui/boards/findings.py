"""Debriefing: findings with their evidence, what was hidden, the moments and the questions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from textual.content import Content

from scenarios.model import Scenario
from scenarios.texts import tr, trc, trn
from scoring.findings import Band, Finding, Panel, Table
from scoring.moments import TurningPoint
from scoring.scorecard import Scorecard
from scoring.sentences import figure
from scoring.terms import heading, word
from simulator.engine import Session
from simulator.engine.session import Token
from simulator.tui.boards import hotline, names
from simulator.tui.boards.line import cell, clock, page, paragraph, row, series, told, words
from simulator.tui.safe import lines

STEPS = ("reactions", "facts", "reveal", "analysis", "generalise", "relate", "what_if", "what_next")
EVIDENCE = 12
"""Lines of evidence that are shown; the documents have all of them."""

WIDEST = 76
"""Columns of a table that is shown as one: the width of a small terminal."""
WIDEST_CELL = 28
NOTHING = "–"

Rows = list[tuple[str, Content]]


@dataclass(frozen=True, slots=True)
class Told:
    """What happened at an event, and when, in play seconds."""

    number: int
    seconds: float
    words: str

    @property
    def line(self) -> str:
        """All of it."""
        return f"{self.number}. {clock(self.seconds)}  {self.words}"


Story = Mapping[int, Told]
"""The events of a session by their numbers."""


def rows(card: Scorecard, panel: Panel) -> Rows:
    """One row a finding; what the log could not see stands last and says so."""
    return _rows(card.panel(panel))


def ratings(card: Scorecard) -> Rows:
    """One row a finding about ratings: where raters differ, how far they agree, what was rated."""
    order = {name: at for at, name in enumerate(("raters.divergences", "raters.agreement"))}
    return _rows(sorted(card.ratings, key=lambda f: order.get(f.id, len(order))))


def _rows(found: Iterable[Finding]) -> Rows:
    return [(f.id, _row(f)) for f in sorted(found, key=lambda f: not f.observed)]


def _row(finding: Finding) -> Content:
    # Translators: worth a look, at most 4 characters.
    look = trc("a finding", "look") if finding.band is Band.WORTH_A_LOOK else ""
    said = finding.reading if finding.observed else trc("a finding", "not observed")
    return row(cell(look, 4, "bold"), cell(finding.title, 30, "bold"), words(said))


def detail(card: Scorecard, name: str | None, story: Story, called: Mapping[str, str]) -> Content:
    """A finding in full; `called` are the names of the parties and seats in its table."""
    finding = next((f for f in (*card.findings, *card.ratings) if f.id == name), None)
    if finding is None:
        return words(tr("There is nothing in this panel yet."))
    rated = finding in card.ratings
    shown = [words(story[n].line if n in story else tr("event {n}", n=n)) for n in finding.evidence[:EVIDENCE]]
    if len(finding.evidence) > EVIDENCE:
        more = len(finding.evidence) - EVIDENCE
        shown.append(words(trn("and {n} more, in the documents", "and {n} more, in the documents", more)))
    return page(
        words(finding.title, "bold"),
        words(tr("For the training team, before you enter the room; not for the wall."), "italic") if rated else None,
        lines(finding.reading) if finding.reading else words(tr("This was not observed; that is not zero.")),
        paragraph(tr("With caution"), lines(finding.caution)) if finding.caution else None,
        _table(finding.table, called) if finding.table else None,
        paragraph(tr("Evidence"), Content("\n").join(shown)) if shown else None,
    )


def _table(table: Table, called: Mapping[str, str]) -> Content:
    """The table where it fits beside a list, and else row by row, each line with the name of its column."""
    kept = [at for at, column in enumerate(table.columns) if column != "scope"]
    columns = [heading(table.columns[at]) for at in kept]
    texts = [[called.get(str(line.cells[at])) or _said(line.cells[at]) for at in kept] for line in table.rows]
    widths = [max([len(head), *(len(line[at]) for line in texts)]) for at, head in enumerate(columns)]
    if max(widths, default=0) > WIDEST_CELL or sum(widths) + len(widths) - 1 > WIDEST:
        return Content("\n\n").join([_in_lines(columns, line) for line in texts])
    head = row(*(cell(c, w, "bold") for c, w in zip(columns, widths, strict=True)))
    body = [row(*(cell(c, w) for c, w in zip(line, widths, strict=False))) for line in texts]
    return Content("\n").join([head, *body])


def _in_lines(columns: Sequence[str], line: Sequence[str]) -> Content:
    """A row of a wide table under its first cell; what is empty is left out."""
    said = [words(told(column, text)) for column, text in zip(columns[1:], line[1:], strict=True) if text != NOTHING]
    return Content("\n").join([words(line[0], "bold"), *said])


def _said(value: str | int | float | None) -> str:
    if value is None:
        return NOTHING
    return figure(value) if isinstance(value, float) else word(str(value))


def hidden(session: Session) -> Rows:
    """Every interest with what became of it, then the incidents of which more is to be told."""
    scenario = session.scenario
    interests = [
        (
            f"{name}.{key}",
            row(
                cell(names.interest_state(session.interests[f"{name}.{key}"].state), 12),
                cell(party.short, 12, "bold"),
                cell(names.interest_kept(interest.kept), 7),
                words(interest.text),
            ),
        )
        for name, party in scenario.parties.items()
        for key, interest in party.interests.items()
    ]
    return interests + hotline.hidden(session)


def reveal(session: Session, name: str | None) -> Content:
    """An interest in full: who held it, who heard it, what it would have opened; or an incident."""
    incident = hotline.reveal(session, name or "")
    if incident is not None:
        return incident
    party, _, key = (name or "").partition(".")
    scenario = session.scenario
    if party not in scenario.parties or key not in scenario.parties[party].interests:
        return words(tr("This scenario names no interests."))
    interest, token = scenario.parties[party].interests[key], session.interests[f"{party}.{key}"]
    opened = series(_option(scenario, name) for name in interest.unlocks)
    understood = series(scenario.parties[p].short for p in token.acknowledged)
    return page(
        words(scenario.parties[party].name, "bold"),
        lines(interest.text),
        words(_hearers(scenario, token)),
        words(
            tr("Understood by {parties}.", parties=understood)
            if understood
            else tr("Nobody said to have understood it.")
        ),
        words(tr("It was carried although it was told in confidence.")) if token.breached else None,
        words(tr("Told, it opens {options}.", options=opened)) if opened else None,
        paragraph(tr("How it could be found out"), lines(interest.discovery)) if interest.discovery else None,
    )


def _hearers(scenario: Scenario, token: Token) -> str:
    hearers = series(_seat(scenario, seat) for seat in token.told)
    first = None if token.first_told is None else clock(token.first_told)
    if token.public and first is not None:
        return tr("Told to everybody, first at {time}.", time=first)
    if token.public:
        return tr("Told to everybody.")
    if hearers and first is not None:
        return tr("Told to {people}, first at {time}.", people=hearers, time=first)
    if hearers:
        return tr("Told to {people}.", people=hearers)
    return tr("Told to nobody.") if first is None else tr("Told to nobody, first at {time}.", time=first)


def _option(scenario: Scenario, name: str) -> str:
    issue, _, option = name.partition(".")
    known = scenario.issues.get(issue)
    if known is None or option not in known.options:
        return name
    return told(known.title, known.options[option].label)


def _seat(scenario: Scenario, seat: str) -> str:
    return scenario.seats[seat].name if seat in scenario.seats else seat


def moments(card: Scorecard, story: Story) -> Rows:
    """The moments worth talking about, in order, each with the time of the event that made it."""
    return [
        (
            str(at),
            row(cell(clock(event.seconds), 8), cell(word(m.kind), 16, "bold"), words(event.words)),
        )
        for at, m in enumerate(card.moments)
        for event in [_event(m, story)]
    ]


def _event(moment: TurningPoint, story: Story) -> Told:
    return story.get(moment.number) or Told(moment.number, moment.minute * 60, moment.why)


def moment(card: Scorecard, name: str | None, story: Story) -> Content:
    """A moment with the question to ask."""
    if name is None or int(name) >= len(card.moments):
        return words(tr("Nothing turned in this session, as far as the log can see."))
    found = card.moments[int(name)]
    event = _event(found, story)
    return page(
        words(tr("{time}, event {number}", time=clock(event.seconds), number=event.number), "bold"),
        words(event.words) if event.words != found.why else None,
        lines(found.why),
        paragraph(trc("a question to ask", "Ask"), lines(found.ask)),
    )


def questions(scenario: Scenario) -> Rows:
    """The question bank, in the order of the script."""
    bank = sorted(enumerate(scenario.debrief.questions), key=lambda pair: STEPS.index(pair[1].step))
    return [(str(at), row(cell(names.step(q.step), 11, "bold"), words(q.ask))) for at, q in bank]


def question(scenario: Scenario, name: str | None) -> Content:
    """A question, and what else the trainer has for the debriefing."""
    bank = scenario.debrief
    asked = bank.questions[int(name)] if name is not None and int(name) < len(bank.questions) else None
    objective = scenario.objectives.get(asked.objective or "") if asked else None
    return page(
        None if asked is None else words(asked.ask, "bold"),
        words(tr("Ask first: {people}", people=asked.to)) if asked and asked.to else None,
        words(tr("For: {objective}", objective=objective)) if objective else None,
        paragraph(tr("The question for dinner"), lines(bank.hook)),
        paragraph(tr("In the real world"), lines(bank.real_world)) if bank.real_world else None,
        paragraph(tr("To read on"), Content("\n").join([words(f"• {r}") for r in bank.reading]))
        if bank.reading
        else None,
    )

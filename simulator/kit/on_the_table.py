"""What lies on the table when play begins: bodies and how they decide, the agreement in force, promises, texts."""

from scenarios.model import Scenario
from scenarios.texts import number, tr
from simulator.engine.names import progress_name
from simulator.kit.case import Case
from simulator.kit.rules import rule_in_words
from simulator.printing import Block, Bullets, Document, Heading, Paragraph, Run, Table, Words, prose


def on_the_table(case: Case) -> Document | None:
    """What everybody may read of the bodies and papers of a case; None where it has nothing but one plenary."""
    blocks = (*_bodies(case), *_items(case), *_reference(case), *_promises(case), *_texts(case))
    if not blocks:
        return None
    return case.document(tr("On the table"), blocks)


def _bodies(case: Case) -> tuple[Block, ...]:
    scenario, view = case.scenario, case.public
    if len(scenario.bodies) < 2:
        return ()
    rows: list[tuple[Words, ...]] = []
    for body in view.bodies.values():
        to = scenario.bodies[body.reports_to].name if body.reports_to else ""
        members = tr("everybody") if scenario.bodies[body.id].members == "all" else _names(case, body.members)
        rows.append(
            (
                (Run(body.name, bold=True),),
                _names(case, body.chair),
                members,
                rule_in_words(body.rule, lambda party: view.parties[party].short),
                to,
            )
        )
    # Translators: heads of the columns of a table of bodies.
    header = (tr("Body"), tr("Chair"), tr("Members"), tr("How it decides"), tr("Reports to"))
    return (Heading(tr("Who sits where")), Table(header, tuple(rows), (2.2, 1.8, 3, 2.4, 1.4)))


def _names(case: Case, seats: tuple[str, ...]) -> str:
    return tr(", ").join(case.public.seats[seat].name for seat in seats)


def _items(case: Case) -> tuple[Block, ...]:
    items = case.scenario.agenda_items
    if not items:
        return ()
    note = tr("Besides the questions, these can be on an agenda. Their wording is open.")
    return (
        Heading(tr("For the agenda")),
        Paragraph(note, "small"),
        Bullets(tuple(item.title for item in items.values())),
    )


def _reference(case: Case) -> tuple[Block, ...]:
    reference = case.scenario.reference
    if reference is None:
        return ()
    blocks: list[Block] = [Heading(reference.title)]
    if reference.date:
        blocks.append(Paragraph(reference.date, "small"))
    blocks += prose(reference.preamble or "", 2)
    for article in reference.articles.values():
        blocks += [Heading(article.heading, 2), *prose(article.text, 3)]
    return tuple(blocks)


def _promises(case: Case) -> tuple[Block, ...]:
    entries = case.public.hotline.follow_up
    if not entries:
        return ()
    scenario = case.scenario
    rows: list[tuple[Words, ...]] = [
        (
            number(entry.number),
            _party(scenario, entry.actor),
            entry.text,
            entry.due,
            _article(scenario, entry.article),
            progress_name(entry.state),
        )
        for entry in entries
    ]
    # Translators: heads of the columns of the follow-up list.
    header = (tr("No."), tr("Who"), tr("has promised"), tr("by when"), tr("article"), tr("how far"))
    return (Heading(tr("Follow-up list")), Table(header, tuple(rows), (0.6, 1.6, 4, 1.6, 1.4, 1.4)))


def _party(scenario: Scenario, party: str) -> str:
    return scenario.parties[party].short if party else tr("all together")


def _article(scenario: Scenario, article: str | None) -> str:
    articles = scenario.reference.articles if scenario.reference is not None else {}
    return articles[article].heading if article in articles else ""


def _texts(case: Case) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for name, text in case.public.texts.items():
        if not text.version:
            continue
        rule = rule_in_words(text.rule, lambda party: case.public.parties[party].short)
        blocks += [
            Heading(text.title),
            Paragraph(tr("To be adopted in {body}: {rule}.", body=_body(case, text.body), rule=rule), "small"),
            *prose(case.scenario.texts[name].preamble, 2),
        ]
        for clause in text.clauses:
            blocks += [Heading(clause.heading, 2), *prose(clause.text, 3)]
    return tuple(blocks)


def _body(case: Case, body: str) -> str:
    return case.scenario.bodies[body].name

"""The form for what was agreed: an answer to each question, commitments, signatures."""

from roles.rights import Kind
from scenarios.texts import on_one_line, tr
from simulator.kit.case import Case
from simulator.kit.wording import options, span
from simulator.printing import Block, Boxes, Document, Fields, Heading, PageBreak, Paragraph, Run, Table, Words, prose


def agreement_form(case: Case) -> Document:
    """An outcome form with the options that are on the board when play begins, and room for others."""
    view = case.public
    blocks: list[Block] = [
        *prose(view.text.preamble, 2),
        Heading(tr("What was agreed")),
        Paragraph(tr("Tick one answer for each question, or write down your own."), "small"),
    ]
    for issue in view.issues.values():
        blocks += [Heading(issue.title, 2), Paragraph((Run(issue.question, italic=True),), keep=True)]
        listed = options(issue, kept=False)
        if listed:
            items: tuple[Words, ...] = tuple(
                (Run(f"{each.label}. ", bold=True), Run(on_one_line(each.text))) for each in listed
            )
            blocks.append(Boxes((*items, tr("Left open"))))
        else:
            blocks += [Paragraph(span(issue)), Boxes((tr("Left open"),))]
        blocks.append(Fields((tr("In other words"),)))
    blocks += [
        PageBreak(),
        Heading(tr("Commitments")),
        Paragraph(tr("One named body, one act, one day, and somebody who can see whether it was done."), "small"),
        Table(
            # Translators: heads of the columns of the list of commitments.
            (tr("Who"), tr("does what"), tr("by when"), tr("where"), tr("who verifies, and how")),
            (("", "", "", "", ""),) * 9,
            (1.8, 3.2, 1.4, 1.4, 2.6),
            tall=True,
        ),
        Heading(tr("Signatures")),
        Table((tr("For"), tr("Name"), tr("Signature"), tr("Time")), tuple(_signing(case)), (3, 3, 3, 1.2), tall=True),
    ]
    return case.document(view.text.title, tuple(blocks), subtitle=tr("Form for the agreement"))


def _signing(case: Case) -> list[tuple[Words, ...]]:
    parties = case.public.parties.values()
    rows: list[tuple[Words, ...]] = [(party.name, "", "", "") for party in parties if party.decides]
    rows += [
        (tr("Witness: {name}", name=party.name), "", "", "")
        for party in parties
        if party.kind is Kind.MEDIATION and not party.decides
    ]
    return rows

"""The score sheet of a deciding party: what answers are worth to it, and room to add packages up by hand."""

from scenarios.texts import number, tr
from simulator.engine import View
from simulator.kit.case import Case, only_for
from simulator.kit.wording import MOST_LISTED, curve, option, points, red_line, together
from simulator.printing import Block, Bullets, Document, Heading, PageBreak, Paragraph, Run, Table, Words, prose


def score_sheet(case: Case, party: str) -> Document:
    """The sheet of a deciding party, from what the view of its first seat shows."""
    view = case.seen_by(case.scenario.seats_of(party)[0])
    worth = view.worth
    assert worth is not None  # only deciding parties have a sheet
    assert view.party is not None
    limit = points(worth.reservation)
    blocks: list[Block] = [
        Paragraph(
            tr(
                "Points say what an answer is worth to your party, from 0 to 100 in all. The points of the answers in "
                "a package are added up. They are yours alone: nobody else's points are on this paper."
            )
        ),
        Paragraph((Run(tr("Below {points} points, no agreement is better.", points=limit), bold=True),)),
    ]
    if worth.red_lines:
        blocks += [Heading(tr("Red lines")), Bullets(tuple(red_line(view, line) for line in worth.red_lines))]
    blocks.append(Heading(tr("What each answer is worth")))
    blocks.append(
        Paragraph(
            tr("An answer that is not on this sheet may come up. The trainer tells you then what it is worth."), "small"
        )
    )
    blocks += _answers(view)
    if worth.linkages:
        blocks += [Heading(tr("Worth more, or less, together"), 2)]
        blocks.append(Bullets(tuple(together(view, link) for link in worth.linkages)))
    blocks += [PageBreak(), Heading(tr("Packages, added up by hand")), _packages(view)]
    blocks += [Heading(tr("If there is no agreement")), *prose(worth.batna, 2)]
    return case.document(
        tr("Score sheet"), tuple(blocks), subtitle=view.party.name, confidential=only_for(view.party.name)
    )


def _answers(view: View) -> tuple[Block, ...]:
    worth = view.worth
    assert worth is not None
    rows: list[tuple[Words, ...]] = []
    titles: list[int] = []
    for name, values in worth.issues.items():
        issue = view.issues[name]
        titles.append(len(rows))
        rows.append((issue.title, "", tr("weight {n}", n=number(values.weight)), ""))
        if values.curve is not None and len(values.points) > MOST_LISTED:
            rows.append((curve(values), tr("points × {weight} ÷ 100", weight=values.weight), "", ""))
            continue
        for each, value in sorted(values.points.items(), key=lambda pair: -pair[1]):
            rows.append((option(issue, each), number(value), points(values.weight * value / 100), ""))
    # Translators: heads of the columns of the score sheet; "in a package" are the points that count in a sum.
    header = (tr("Possible answer"), tr("Points of 100"), tr("In a package"), tr("Notes"))
    return (Table(header, tuple(rows), (5.2, 1.5, 1.6, 1.7), numbers=(1, 2), emphasis=tuple(titles)),)


def _packages(view: View) -> Table:
    worth = view.worth
    assert worth is not None
    blank = ("", "", "")
    rows: list[tuple[Words, ...]] = [(view.issues[name].title, *blank) for name in worth.issues]
    if worth.linkages:
        rows.append((tr("Together"), *blank))
    rows.append((tr("Sum"), *blank))
    rows.append((tr("Above or below {points}", points=points(worth.reservation)), *blank))
    header = (tr("Issue"), tr("Package A"), tr("Package B"), tr("Package C"))
    last = len(rows)
    return Table(header, tuple(rows), (3.4, 2.2, 2.2, 2.2), tall=True, emphasis=(last - 2, last - 1))

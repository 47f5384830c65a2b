"""What stands on the table and hangs on people: signs, badges, and cards to join the session with."""

from scenarios.texts import tr
from simulator.kit.case import Case
from simulator.printing import Badges, Block, Document, PageBreak, Paragraph, Sign, Slip


def _people(case: Case) -> tuple[Sign, ...]:
    view = case.public
    return tuple(Sign(seat.name, seat.title, view.parties[seat.party].name) for seat in view.seats.values())


def signs(case: Case) -> Document:
    """A sign for every seat, to be folded in the middle."""
    blocks: list[Block] = []
    for sign in _people(case):
        blocks += [PageBreak(), sign] if blocks else [sign]
    return case.document(tr("Table signs"), tuple(blocks), landscape=True, bare=True)


def badges(case: Case) -> Document:
    """A badge for every seat, ten a page."""
    return case.document(tr("Name badges"), (Badges(_people(case)),), bare=True)


def join_cards(case: Case) -> Document:
    """A card for every seat: how its person gets to it at a terminal."""
    view, occasion = case.public, case.occasion
    blocks: list[Block] = [
        Paragraph(
            tr("Cut the cards out and give each to the person who plays the seat. Write down the PIN only if you must.")
        )
    ]
    for name, seat in view.seats.items():
        facts = [(tr("Seat"), name), (tr("Party"), view.parties[seat.party].name)]
        if people := occasion.people.get(name):
            facts.append((tr("Person"), tr(", ").join(people)))
        fields = [tr("PIN")]
        if occasion.session is not None:
            if occasion.name:
                facts.append((tr("Session"), occasion.name))
            # Translators: what to type at a terminal stands behind it.
            facts.append((tr("Type"), f"goodoffices join {occasion.session} --seat {name}"))
        else:
            fields = [tr("Session"), *fields]
        blocks.append(Slip(tr("{name}, {title}", name=seat.name, title=seat.title), tuple(facts), (), tuple(fields)))
    return case.document(tr("Join cards"), tuple(blocks), subtitle=occasion.name or "")

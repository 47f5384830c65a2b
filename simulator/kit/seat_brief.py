"""The confidential brief of a seat: what its person reads before play, and nobody else."""

from scenarios.texts import on_one_line, tr, trn
from simulator.engine import View
from simulator.kit.case import Case, only_for
from simulator.kit.wording import KEPT, option, options, points, red_line, subject
from simulator.printing import Block, Bullets, Document, Heading, Note, Paragraph, Run, Words, prose


def seat_brief(case: Case, seat: str) -> Document:
    """The brief of a seat, from what its view shows."""
    view = case.seen_by(seat)
    me, party, briefs = view.me, view.party, view.briefs
    assert me is not None  # a seat's view has all three
    assert party is not None
    assert briefs is not None
    blocks: tuple[Block, ...] = (
        _role(case, view),
        *_first_moves(view),
        Heading(tr("What only you know")),
        *prose(briefs.seat, 2),
        Heading(tr("Your party: {name}", name=party.name)),
        *prose(briefs.party, 2),
        *_interests(view),
        *_positions(case, view),
        *_ideas(view),
        *_readings(view),
        *_inside(view),
        *_inputs(view),
        *_promises(view),
        *_limits(view),
        *_means(view),
    )
    return case.document(
        tr("Confidential brief"),
        blocks,
        subtitle=tr("{name}, {title}", name=me.name, title=me.title),
        confidential=only_for(me.name),
    )


def _role(case: Case, view: View) -> Block:
    me, party = view.me, view.party
    assert me is not None
    assert party is not None
    archetype = case.archetype(view.seat)
    lines: list[Words] = [
        (Run(tr("Party: "), bold=True), Run(party.name)),
        (Run(tr("Role: "), bold=True), Run(f"{tr(archetype.name)}. {tr(archetype.purpose)}")),
    ]
    with_me = [view.seats[name] for name in party.seats if name != view.seat]
    if with_me:
        names = tr("; ").join(tr("{name}, {title}", name=each.name, title=each.title) for each in with_me)
        lines.append((Run(tr("With you: "), bold=True), Run(names)))
    if people := case.occasion.people.get(view.seat):
        lines.append((Run(tr("Played by: "), bold=True), Run(tr(", ").join(people))))
    lines.append(tr("Read it alone, keep it face down, and tell of it what you choose to tell. Do not show it."))
    return Note(tr("Your role"), tuple(Paragraph(line) for line in lines))


def _first_moves(view: View) -> tuple[Block, ...]:
    moves = view.briefs.first_moves if view.briefs else ()
    return (Heading(tr("What to do first")), Bullets(moves, numbered=True)) if moves else ()


def _interests(view: View) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for interest in view.interests:
        if not interest.own:
            continue
        kept = tr(KEPT.get(interest.kept, interest.kept))
        said = prose(interest.text, 3)
        served = [
            tr(
                "{issue}: {options}",
                issue=view.issues[issue].title,
                options=tr(" or ").join(option(view.issues[issue], o) for o in found),
            )
            for issue, found in interest.served_by.items()
        ]
        if served:
            said = (*said, Paragraph(tr("Served by: {options}.", options=tr("; ").join(served)), "small"))
        blocks.append(Note(kept[:1].upper() + kept[1:], said))
    if not blocks:
        return ()
    return (Heading(tr("Your interests")), Paragraph(tr("Why your party wants what it wants.")), *blocks)


def _positions(case: Case, view: View) -> tuple[Block, ...]:
    """What the own party says in public: its own words, which it may read."""
    assert view.party is not None
    positions = case.scenario.parties[view.party.id].positions
    if not positions:
        return ()
    items: tuple[Words, ...] = tuple(
        (Run(tr("{title}: ", title=view.issues[issue].title), bold=True), Run(on_one_line(text)))
        for issue, text in positions.items()
        if issue in view.issues
    )
    return (Heading(tr("What your party says in public")), Bullets(items))


def _ideas(view: View) -> tuple[Block, ...]:
    """Options that the seat knows and that are not on the board."""
    items: list[Words] = []
    for issue in view.issues.values():
        for each in options(issue, kept=True):
            text = on_one_line(each.text)
            items.append((Run(tr("{title}: {label}. ", title=issue.title, label=each.label), bold=True), Run(text)))
    if not items:
        return ()
    note = tr("Not everybody knows of them. They come on the board when somebody who knows them proposes them.")
    return (Heading(tr("Ideas that are not on the board")), Paragraph(note), Bullets(tuple(items)))


def _readings(view: View) -> tuple[Block, ...]:
    """How the own party reads the agreement in force."""
    reference = view.committee.reference
    mine = view.party.id if view.party else ""
    read = [article for article in reference.articles.values() if mine in article.readings] if reference else []
    if not read:
        return ()
    notes = (Note(article.heading, prose(article.readings[mine], 3)) for article in read)
    return (Heading(tr("How your party reads the agreement")), *notes)


def _inside(view: View) -> tuple[Block, ...]:
    """Institutions and factions of the own party."""
    mine = view.party.id if view.party else ""
    factions = view.committee.factions.get(mine, {})
    if not factions:
        return ()
    spoken = view.committee.spokes.get(view.seat)
    notes = []
    for name, faction in factions.items():
        title = tr("{faction} (you speak for it)", faction=faction.name) if name == spoken else faction.name
        notes.append(Note(title, prose(faction.line, 3)))
    return (Heading(tr("Inside your party")), *notes)


def _inputs(view: View) -> tuple[Block, ...]:
    """What the own party can hand in."""
    if not view.inputs.cards:
        return ()
    cards = (Note(card.title, prose(card.text, 3)) for card in view.inputs.cards.values())
    return (Heading(tr("What your party can hand in")), *cards)


def _promises(view: View) -> tuple[Block, ...]:
    """How far promises really are, for those who judge compliance."""
    if not view.hotline.truths:
        return ()
    promised = {entry.number: entry.text for entry in view.hotline.follow_up}
    items: tuple[Words, ...] = tuple(
        (Run(tr("{promise}: ", promise=promised[number]), bold=True), Run(truth))
        for number, truth in view.hotline.truths.items()
    )
    return (Heading(tr("How far the promises really are")), Bullets(items))


def _limits(view: View) -> tuple[Block, ...]:
    worth = view.worth
    if worth is None:
        return ()
    crossed = tuple(red_line(view, line) for line in worth.red_lines)
    blocks: list[Block] = [
        Heading(tr("If there is no agreement")),
        *prose(worth.batna, 2),
        Paragraph(
            tr(
                "An agreement worth less than {points} points is worse for your party than none. Your score sheet is "
                "on a paper of its own.",
                points=points(worth.reservation),
            )
        ),
    ]
    if crossed:
        blocks += [Heading(tr("Red lines"), 2), Bullets(crossed)]
    return tuple(blocks)


def _means(view: View) -> tuple[Block, ...]:
    """What the seat can call on, and the cards that it answers from."""
    blocks: list[Block] = []
    items: list[Words] = []
    if view.briefs is not None and view.briefs.capital:
        items.append(tr("Your capital answers when your head of delegation asks: {name}.", name=view.briefs.capital))
    if view.expert_left and not view.expert_cards:
        asked = trn("The expert answers {n} question.", "The expert answers {n} questions.", view.expert_left)
        items.append(asked)
    if view.appeals_left:
        items.append(trn("You may appeal {n} time.", "You may appeal {n} times.", view.appeals_left))
    if items:
        blocks += [Heading(tr("Whom you can call on")), Bullets(tuple(items))]
    if view.expert_cards:
        blocks.append(Heading(tr("Your cards as an expert")))
        for name, card in view.expert_cards.items():
            blocks.append(Note(subject(name), prose(card, 3)))
    return tuple(blocks)

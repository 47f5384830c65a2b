"""The top of the wall: the clocks in blocks, the phase, and what everybody has to know at once."""

from rich.cells import cell_len
from textual.content import Content

from scenarios.texts import mark, tr, trn
from simulator.engine import Room
from simulator.tui.boards import names
from simulator.tui.boards.line import STATES, clock, series, told
from simulator.tui.safe import one_line
from simulator.tui.wall.figures import blocks, width_of
from simulator.tui.wall.pages import Space, large, person

PAUSED = mark("BREAK: the clock stands")
STOP = mark("STOP")
STOPPED = mark("Play has stopped for everybody. Nobody has to say why.")


def figures(room: Room, space: Space) -> list[Content]:
    """Time left in the phase, and play time: both in blocks, each with its name under it."""
    over = room.remaining < 0
    left = clock(abs(room.remaining)) if room.phase is not None else clock(60.0 * room.total)
    played = clock(room.seconds)
    wide, narrow, high = _scale(left, played, space)
    ink = "█" if space.blocks else "#"
    first, second = blocks(left, wide, high, ink), blocks(played, narrow, high, ink)
    one = tr("OVER TIME") if over else tr("left in this phase") if room.phase is not None else tr("time planned")
    two = tr("of {total}, {state}", total=clock(60.0 * room.total), state=tr(STATES.get(room.state, room.state)))
    gap = max(2, space.columns - len(first[0]) - len(second[0]))
    rows = [
        Content("").join([Content.styled(a, "bold"), Content(" " * gap), Content(b)])
        for a, b in zip(first, second, strict=True)
    ]
    label = Content.styled(f" {one} ", "bold reverse") if over else Content.styled(one, "bold")
    room_left = max(1, space.columns - cell_len(label.plain) - cell_len(two))
    return [*rows, Content("").join([label, Content(" " * room_left), Content(two)])]


def _scale(left: str, played: str, space: Space) -> tuple[int, int, int]:
    """How wide and high a pixel is: as large as both clocks fit side by side."""
    high = 2 if space.lines >= 44 else 1
    apart = max(3, space.columns // 10)
    for wide, narrow in ((6, 3), (5, 3), (4, 2), (3, 2), (2, 2), (2, 1)):
        needed = width_of(left, wide) + apart + width_of(played, narrow)
        if wide <= 3 * high and needed <= space.columns:
            return wide, narrow, high
    return 1, 1, 1


def phase(room: Room, beside: Room | None, space: Space) -> list[Content]:
    """The phase in one language or two, and what comes next."""
    if room.phase is None:
        return []
    both = [room.phase.name]
    if beside is not None and beside.phase is not None and beside.phase.name != room.phase.name:
        both.append(beside.phase.name)
    rows = [row for name in both for row in large(name, space)] if space.big else large(" / ".join(both), space)
    if room.next is not None:
        following = room.next.name
        if beside is not None and beside.next is not None and beside.next.name != following:
            following = f"{following} / {beside.next.name}"
        minutes = trn("{n} minute", "{n} minutes", room.next.minutes)
        rows.append(Content(one_line(tr("Next: {phase}, {minutes}", phase=following, minutes=minutes))))
    return rows


def speaking(room: Room) -> Content | None:
    """Who speaks and who is next, on one line that is there on every page."""
    hall = room.hall
    if hall.speaker is None:
        return None
    spoken = clock(hall.spoken) if hall.limit is None else f"{clock(hall.spoken)}/{clock(hall.limit)}"
    said = told(tr("Speaking"), series((person(hall.speaker), spoken)))
    following = tr("next")
    waits = f"   {told(following, person(hall.queue[0]))}" if hall.queue else ""
    over = hall.limit is not None and hall.spoken > hall.limit
    return Content.styled(one_line(said), "bold reverse" if over else "bold") + Content(one_line(waits) and waits)


def banners(room: Room, space: Space) -> list[Content]:
    """What everybody has to know at once: the stop word, a break, an announcement, an adoption that runs."""
    rows: list[Content] = []
    if room.state == "stopped":
        rows += large(tr(STOP), space, "bold reverse")
        rows.append(Content.styled(tr(STOPPED), "bold reverse"))
    elif room.state == "paused":
        rows += large(tr(PAUSED), space, "bold reverse")
    rows += announced(room, space)
    paper = room.paper
    if paper is not None and paper.state == "in_adoption":
        said = names.text_state(paper.state)
        if paper.remaining is not None:
            said = tr("{state}: silence ends in {time}", state=said, time=clock(max(0.0, paper.remaining)))
        elif paper.waits_for:
            said = told(said, tr("waiting for {parties}", parties=series(paper.waits_for)))
        rows.append(Content.styled(one_line(said), "bold reverse"))
    return rows


def announced(room: Room, space: Space) -> list[Content]:
    """What was announced and stands."""
    return large(room.announcement, space, "bold reverse") if room.announcement else []

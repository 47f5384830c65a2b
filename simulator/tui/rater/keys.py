"""The keys of a rater: one for each move, and none that opens a dialog while people talk."""

from scenarios.texts import mark
from simulator.debrief.naming import MOVES
from simulator.engine.words import Move
from simulator.tui.deeds import Deed
from simulator.tui.screen import LANGUAGE

TAGS: tuple[tuple[str, Move], ...] = (
    ("o", Move.OPEN_QUESTION),
    ("c", Move.CLOSED_QUESTION),
    ("k", Move.CHECK),
    ("p", Move.PARAPHRASE),
    ("s", Move.SUMMARY),
    ("r", Move.REFRAME),
    ("e", Move.ACKNOWLEDGE),
    ("t", Move.REALITY_TEST),
    ("v", Move.VERIFY),
    ("d", Move.PROCEDURE),
    ("m", Move.PROMISE),
    ("h", Move.THREAT),
    ("g", Move.APOLOGY),
)
"""The key of each move; they stand on the screen."""

AREA = mark("Rating")
TAG_DEEDS = tuple(Deed(f"tag_{m.value}", key, MOVES[m], mark("Tags"), footer=False) for key, m in TAGS)
WATCH = Deed("watch", "w", mark("Watch"), AREA, mark("Follow the talks, and tag what people do."))
RUBRIC = Deed("rubric", "f", mark("Rubric"), AREA, mark("The form with the anchors, for the person that is marked."))
UNDO = Deed("undo", "u", mark("Undo"), AREA, mark("Take back the tag or the note under the cursor, or the last one."))
NOTE = Deed("note", "n", mark("Note"), AREA, mark("Write down what you saw, at the moment under the cursor."))
NEXT = Deed("person", "right", mark("Next person"), AREA, mark("Mark the next person; Left marks the one before."))
BEFORE = Deed("person_before", "left", mark("Person before"), AREA, footer=False)
FOLLOW = Deed("follow", "full_stop", mark("Speaker"), AREA, mark("Mark whoever has the floor, from now on."))
LOCK = Deed("lock", "x", mark("Lock ratings"), AREA, mark("Close your ratings for good."))
CLOSE = Deed("close", "ctrl+l", mark("Lock the seat"), AREA, mark("Hand this terminal over."), footer=False)
NO_EVIDENCE = Deed("insufficient", "i", mark("No evidence"), AREA, mark("You did not see enough to give a level."))
GIVE = mark("Give this level on the dimension under the cursor.")
LEVELS = tuple(Deed(f"level_{n}", str(n), mark("Level"), AREA, GIVE, None, False) for n in (1, 2, 3, 4))
SHOCK = Deed("judge_shock", "j", mark("Judge shock"), AREA, mark("Judge how well the text answered a shock."),
             None, False)  # fmt: skip
AGREEMENT = Deed("judge_agreement", "q", mark("Judge agreement"), AREA, mark("Judge the agreement on a criterion."),
                 None, False)  # fmt: skip
LEAVE = Deed("leave_role", "e", mark("Leave role"), AREA, mark("After play: be yourself again."))
PULSE = Deed("pulse", "p", mark("Self-report"), AREA, mark("Answer the self-report that waits."))

ALL = (*TAG_DEEDS, UNDO, NOTE, NEXT, BEFORE, FOLLOW, RUBRIC, WATCH, *LEVELS, NO_EVIDENCE, LOCK, SHOCK, AGREEMENT, LEAVE,
       PULSE, CLOSE, LANGUAGE)  # fmt: skip

HELP = mark("""## Rating
You watch people, not the screen: every tag is one key, and u takes back a slip.

- The tag goes to whoever has the floor, or to the person you marked with Left and Right; a full stop follows the \
floor again.
- n writes a note on the moment under the cursor; it is yours, and levels rest on it.
- f opens the rubric of the person that is marked: 1 to 4 give a level on the dimension under the cursor, i says that \
you did not see enough. A level rests on your notes about that person.
- x closes your ratings for good; they close by themselves when the debriefing begins.

Nobody at the table sees what you write, and no other rater does.""")

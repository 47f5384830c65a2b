"""Stand-ins that play from what a seat may see, and rehearsals of whole sessions with them.

stand_in(view) -> command          what a stand-in does at its seat now
StandIns().next_command(session, at)   what the next stand-in of a live session does now
rehearse(scenario, seed) -> record     a whole session, the same for the same seed
play_on(record, events) -> record      the first events of a session, played on to the end of the talks
"""

from simulator.rehearsal.branching import play_on
from simulator.rehearsal.control import trainer
from simulator.rehearsal.course import Rehearsal, rehearsal, rehearse
from simulator.rehearsal.stand_ins import StandIns, next_command, stand_in

__all__ = ["Rehearsal", "StandIns", "next_command", "play_on", "rehearsal", "rehearse", "stand_in", "trainer"]

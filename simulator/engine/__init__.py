"""The rules of the exercise: pure, without clock, file, print or randomness of its own.

decide(command, session) -> events      the only one that may refuse
evolve(session, event) -> session       total
replay(record) -> session               the fold
view(session, seat) -> view             all that a seat may know
room(session) -> room                   all that everybody in the room may know
"""

from simulator.engine.commands import Command
from simulator.engine.decide import decide
from simulator.engine.events import Event
from simulator.engine.evolve import evolve
from simulator.engine.refused import Refused
from simulator.engine.replay import begin, moments, replay
from simulator.engine.session import Moment, Record, Session
from simulator.engine.view import View, view
from simulator.engine.view.room import Room, room
from simulator.engine.words import EVERYBODY, TRAINER

__all__ = [
    "EVERYBODY",
    "TRAINER",
    "Command",
    "Event",
    "Moment",
    "Record",
    "Refused",
    "Room",
    "Session",
    "View",
    "begin",
    "decide",
    "evolve",
    "moments",
    "replay",
    "room",
    "view",
]

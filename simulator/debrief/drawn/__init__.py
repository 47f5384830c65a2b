"""The drawings of the debriefing: each a picture that needs no colour, with all that it shows told in words."""

from simulator.debrief.drawn.balance import balance
from simulator.debrief.drawn.brackets import brackets
from simulator.debrief.drawn.frontier import frontier
from simulator.debrief.drawn.interests import interests
from simulator.debrief.drawn.plan import plan
from simulator.debrief.drawn.pulses import pulses
from simulator.debrief.drawn.values import values

__all__ = ["balance", "brackets", "frontier", "interests", "plan", "pulses", "values"]

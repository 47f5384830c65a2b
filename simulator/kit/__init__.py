"""The print kit of a case: what a trainer hands out, and what a trainer keeps.

Papers for a seat are written from `simulator.engine.view` alone, so that what a seat may know has one owner.
"""

from simulator.kit.contents import PAPERS, Paper, Printed, kit
from simulator.kit.occasion import Occasion

__all__ = ["PAPERS", "Occasion", "Paper", "Printed", "kit"]

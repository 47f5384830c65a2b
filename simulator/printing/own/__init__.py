"""Pages of the trainer's own: a Jinja template, filled in with a document by a process that can do nothing else."""

from simulator.printing.own.filling import Limits, own_page
from simulator.printing.own.reading import ENDINGS, ending
from simulator.printing.own.sample import write_sample

__all__ = ["ENDINGS", "Limits", "ending", "own_page", "write_sample"]

"""The sample of a template, for trainers to begin with."""

from importlib.resources import files
from pathlib import Path

NAME = "sample.html.j2"


def write_sample(target: Path) -> None:
    """Write the sample to a file that is not there yet. Raises OSError."""
    with target.open("xb") as file:
        file.write(files("simulator.printing.own").joinpath(NAME).read_bytes())

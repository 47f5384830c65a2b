"""The catalogues in the form that opens fastest: made when the program is installed, built, or after they changed."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by hand
    BuildHookInterface = object  # type: ignore[assignment, misc]

HERE = Path(__file__).resolve().parent


def compile_catalogues() -> None:
    """Write `goodoffices.mo` beside each `goodoffices.po`."""
    for source in HERE.glob("scenarios/locale/*/LC_MESSAGES/*.po"):
        with source.open("rb") as file, source.with_suffix(".mo").open("wb") as target:
            write_mo(target, read_po(file))


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg, misc]
    """What hatchling calls before it builds."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the catalogues."""
        compile_catalogues()


if __name__ == "__main__":
    compile_catalogues()

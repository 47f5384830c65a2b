"""Drawings as pictures of dots, for files that cannot hold lines."""

from functools import lru_cache
from tempfile import TemporaryDirectory

from simulator.printing.errors import MissingLibrary, Unprintable

WIDTH = 460
"""Points across a picture."""
DENSITY = 200
"""Dots an inch."""

_PAGE = b"""#set page(width: %dpt, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%%)
"""


@lru_cache(maxsize=64)
def picture_of(svg: str) -> bytes:
    """A drawing as PNG. The same drawing gives the same bytes.

    Raises MissingLibrary where typst is not installed, Unprintable where the drawing cannot be read.
    """
    try:
        import typst
    except ImportError as missing:
        raise MissingLibrary("typst") from missing
    from simulator.printing.pdf import fonts

    with TemporaryDirectory(prefix="goodoffices-") as root:
        compiler = typst.Compiler(
            font_paths=fonts(), ignore_system_fonts=True, root=root, package_path=root, package_cache_path=root
        )
        try:
            made = compiler.compile(input=_PAGE % WIDTH, format="png", ppi=DENSITY, sys_inputs={"svg": svg})
        except typst.TypstError as error:
            raise Unprintable(str(error)) from error
    return made if isinstance(made, bytes) else b"".join(made or [])

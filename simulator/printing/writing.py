"""Papers on the disk: which formats there are, what makes each, and how a file gets there whole."""

import os
from collections.abc import Callable, Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path
from uuid import uuid4

from simulator.printing.document import Document, Paper

FORMATS = ("pdf", "docx", "html", "md")

Maker = Callable[[Document], bytes]


def usual() -> str:
    """The format to print in where nobody chose one: PDF where it can be made, else HTML."""
    return "pdf" if find_spec("typst") is not None else "html"


def makers(size: Paper, template: Path | None = None) -> Mapping[str, Maker]:
    """What makes each format; the libraries are loaded with the first document."""

    def pdf(document: Document) -> bytes:
        from simulator.printing.pdf import pdf as make

        return make(document, size)

    def docx(document: Document) -> bytes:
        from simulator.printing.docx import docx as make

        return make(document, size, template)

    def html(document: Document) -> bytes:
        from simulator.printing.html import html as make

        return make(document, size).encode("utf-8", "replace")

    def md(document: Document) -> bytes:
        from simulator.printing.markdown import markdown as make

        return make(document).encode("utf-8", "replace")

    return {"pdf": pdf, "docx": docx, "html": html, "md": md}


def written(name: str, made: Iterable[tuple[str, bytes]], out: Path) -> list[Path]:
    """Write the files of a document, each whole or not at all, readable for their owner only.

    `name` may have folders in it; `made` has the ending and the content of each file. Raises OSError.
    """
    paths = []
    for suffix, content in made:
        path = out / f"{name}.{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.{uuid4().hex}.part")
        try:
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        paths.append(path)
    return paths

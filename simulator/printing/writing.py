"""Papers on the disk: which formats there are, what makes each, and how a file gets there whole."""

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from uuid import uuid4

from scenarios.texts import spoken_in
from simulator.printing.document import Document, Paper

FORMATS = ("pdf", "docx", "html", "md")
SLOW = frozenset({"pdf", "docx"})
"""What takes long enough to be made in another process; so does what is made on a template."""

Maker = Callable[[Document], bytes]


def usual() -> str:
    """The format to print in where nobody chose one: PDF where it can be made, else HTML."""
    return "pdf" if find_spec("typst") is not None else "html"


def format_of(template: Path) -> str:
    """The format that a template is for: a page of the trainer's own says it in its name, others are letterheads.

    Raises Unprintable where a page does not say it.
    """
    if not template.name.endswith(".j2"):
        return "docx"
    from simulator.printing.own import ending

    return ending(template)


def makers(size: Paper, template: Path | None = None) -> Mapping[str, Maker]:
    """What makes each format; the libraries are loaded with the first document.

    A template is a letterhead for Word files, or a page of the trainer's own for the format that its name says. Raises
    Unprintable where it does not say one.
    """
    made_on = None if template is None else format_of(template)

    def pdf(document: Document) -> bytes:
        from simulator.printing.pdf import pdf as make

        return make(document, size)

    def docx(document: Document) -> bytes:
        from simulator.printing.docx import docx as make

        return make(document, size, template if made_on == "docx" else None)

    def html(document: Document) -> bytes:
        from simulator.printing.html import html as make

        return make(document, size).encode("utf-8", "replace")

    def md(document: Document) -> bytes:
        from simulator.printing.markdown import markdown as make

        return make(document).encode("utf-8", "replace")

    def own(document: Document) -> bytes:
        from simulator.printing.own import own_page as make

        assert template is not None
        return make(document, template, size).encode("utf-8", "replace")

    usually: dict[str, Maker] = {"pdf": pdf, "docx": docx, "html": html, "md": md}
    return usually if made_on in (None, "docx") else usually | {str(made_on): own}


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


def printed(
    documents: Iterable[tuple[str, Document]],
    formats: Sequence[str],
    out: Path,
    size: Paper = "a4",
    template: Path | None = None,
    workers: int = 1,
) -> Generator[Path, None, None]:
    """Write documents by their names in some formats, and say of each file when it is there.

    With several workers, what takes long is set by processes beside this one; the files are the same. Whoever stops
    asking for more keeps what is written by then. Raises OSError, and Unprintable where a format cannot be made.
    """
    slow = SLOW if template is None else SLOW | {format_of(template)}
    if workers < 2 or not slow.intersection(formats):
        make = makers(size, template)
        for name, document in documents:
            for suffix in formats:
                with spoken_in(document.language):
                    made = make[suffix](document)
                yield from written(name, [(suffix, made)], out)
        return
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    waiting: deque[Future[list[Path]]] = deque()
    try:
        for name, document in documents:
            waiting.append(pool.submit(_one, name, document, tuple(formats), out, size, template))
            while waiting and (len(waiting) > 4 * workers or waiting[0].done()):
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _one(
    name: str, document: Document, formats: tuple[str, ...], out: Path, size: Paper, template: Path | None
) -> list[Path]:
    """Write one document; this runs in a process of its own."""
    with spoken_in(document.language):
        make = makers(size, template)
        return [path for suffix in formats for path in written(name, [(suffix, make[suffix](document))], out)]

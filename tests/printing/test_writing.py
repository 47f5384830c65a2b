"""Papers on the disk: whole or not at all, for their owner only, and the same by one process or by several."""

import errno
import os
import stat
from pathlib import Path

import pytest

from simulator.printing import Document
from simulator.printing.errors import Unprintable
from simulator.printing.writing import printed, written
from tests.printing.conftest import document_of


def files(folder: Path) -> dict[str, bytes]:
    """What lies in a folder, by names."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_file_is_for_its_owner_only(tmp_path: Path) -> None:
    (path,) = written("seats/upper", [("md", b"words")], tmp_path)
    assert path == tmp_path / "seats" / "upper.md"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written("paper", [("md", b"before")], tmp_path)

    def full(file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        written("paper", [("md", b"after")], tmp_path)
    assert files(tmp_path) == {"paper.md": b"before"}


def test_several_processes_make_the_same_files(tmp_path: Path, english: Document, arabic: Document) -> None:
    papers = [("one", english), ("two/three", arabic)]
    alone = list(printed(papers, ("html", "pdf", "md"), tmp_path / "alone"))
    beside = list(printed(papers, ("html", "pdf", "md"), tmp_path / "beside", workers=2))
    assert files(tmp_path / "alone") == files(tmp_path / "beside")
    assert [path.name for path in alone] == [path.name for path in beside]


def test_what_cannot_be_made_is_told_from_another_process_too(tmp_path: Path, english: Document) -> None:
    template = tmp_path / "letter.docx"
    template.write_bytes(b"no document of Word")
    for workers in (1, 2):
        with pytest.raises(Unprintable, match=r"letter\.docx is not a Word document"):
            list(printed([("one", english)], ("docx",), tmp_path / "out", template=template, workers=workers))
    assert files(tmp_path / "out") == {}


def test_whoever_stops_asking_keeps_what_is_written(tmp_path: Path) -> None:
    papers = ((str(number), document_of("Words")) for number in range(20))
    made = printed(papers, ("md",), tmp_path)
    next(made)
    made.close()
    assert list(files(tmp_path)) == ["0.md"]

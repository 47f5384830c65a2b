"""Files get to the disk whole, all or none, and for their owner only."""

from pathlib import Path

import pytest

from simulator.exchange import File, written

FILES = (File("a.csv", b"new"), File("b.csv", b"new too"))


def test_files_are_readable_for_their_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "data"
    assert written(FILES, folder) == [folder / "a.csv", folder / "b.csv"]
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    assert (folder / "b.csv").read_bytes() == b"new too"


def test_older_files_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"old and longer")
    written(FILES, tmp_path)
    assert (tmp_path / "a.csv").read_bytes() == b"new"


def test_where_one_cannot_be_written_nothing_is_changed(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")
    (tmp_path / "b.csv").mkdir()
    with pytest.raises(IsADirectoryError):
        written(FILES, tmp_path)
    assert (tmp_path / "a.csv").read_bytes() == b"old"
    assert {path.name for path in tmp_path.iterdir()} == {"a.csv", "b.csv"}


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OSError, match="file"):
        written(FILES, tmp_path / "file" / "data")

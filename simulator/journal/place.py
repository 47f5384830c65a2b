"""Where the journal lies: one real file on a disk of this machine, for its owner alone; or a server, by its URL."""

import glob
import os
import re
import stat
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import platformdirs

from scenarios.texts import tr, trn
from simulator.journal.errors import JournalError

VARIABLE = "GOODOFFICES_JOURNAL"

_SECRET = re.compile("passw", re.IGNORECASE)

NETWORKED = frozenset(
    {
        *("9p", "afs", "ceph", "cifs", "davfs", "gfs2", "lustre", "ncpfs", "nfs", "nfs4", "smb2", "smb3", "smbfs"),
        *("fuse.davfs2", "fuse.gcsfuse", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.sshfs", "vboxsf"),
    }
)
"""File systems whose locks or shared memory do not hold what SQLite needs."""


SCHEMES = ("postgresql://", "postgres://")
"""How the URL of a server begins."""


def is_url(place: object) -> bool:
    """Whether a place is a server, and not a file."""
    return isinstance(place, str) and place.startswith(SCHEMES)


def shown(place: str) -> str:
    """The URL of a server without its passwords, to be shown and written down."""
    try:
        parts = urlsplit(place)
    except ValueError:
        return f"{place.partition(':')[0]}://"
    user, at, hosts = parts.netloc.rpartition("@")
    asked = [(name, said) for name, said in parse_qsl(parts.query) if not _SECRET.search(name)]
    query = "&".join(f"{name}={said}" for name, said in asked)
    return f"{parts.scheme}://{user.partition(':')[0]}{at}{hosts}{parts.path}{'?' if query else ''}{query}"


def holds_password(place: str) -> bool:
    """Whether the URL of a server holds a password."""
    try:
        parts = urlsplit(place)
    except ValueError:
        return True
    return ":" in parts.netloc.rpartition("@")[0] or any(_SECRET.search(name) for name, _ in parse_qsl(parts.query))


def default_place() -> str | Path:
    """The journal of this user: `$GOODOFFICES_JOURNAL`, which may be a server, else a file among the user's data."""
    named = os.environ.get(VARIABLE, "").strip()
    return named if is_url(named) else default_path()


def default_path() -> Path:
    """The file of this user: `$GOODOFFICES_JOURNAL`, else `good-offices/journal.db` among the user's data."""
    named = os.environ.get(VARIABLE, "").strip()
    if named:
        return Path(named).expanduser()
    return Path(platformdirs.user_data_dir("good-offices", appauthor=False)) / "journal.db"


def settle(path: str | os.PathLike[str]) -> Path:
    """The real path of a journal that is or shall be there; its folder is made if need be.

    Raises JournalError for what cannot be a journal: a folder, a pipe, a hard link, an empty file, a network disk.
    """
    try:
        place = Path(path).expanduser().resolve()
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = _look(place)
    except (OSError, RuntimeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise JournalError(
            tr("{path}: no journal can be kept here: {reason}. Name another place.", path=path, reason=reason)
        ) from error
    kind = file_system(place.parent)
    if kind in NETWORKED:
        raise JournalError(
            tr(
                "{path}: this is a network disk ({kind}), where terminals cannot share a journal safely. "
                "Put it on a disk of this machine (`{variable}`).",
                path=place,
                kind=kind,
                variable=VARIABLE,
            )
        )
    if found is None:
        return place
    if not stat.S_ISREG(found.st_mode):
        raise JournalError(
            tr("{path}: this is not a file. Name the journal itself, for instance journal.db.", path=place)
        )
    if found.st_nlink != 1:
        raise JournalError(
            trn(
                "{path}: this file has {n} name (hard links), and writing through two of them would "
                "damage it. Remove the other names, or copy it with `goodoffices export`.",
                "{path}: this file has {n} names (hard links), and writing through two of them would "
                "damage it. Remove the other names, or copy it with `goodoffices export`.",
                found.st_nlink,
                path=place,
            )
        )
    if found.st_size == 0:
        raise JournalError(
            tr(
                "{path}: this file is empty, so it is not a journal: a copy may have failed. "
                "Restore it, or remove it to begin a new one.",
                path=place,
            )
        )
    return place


def reserve(place: Path, suffix: str) -> Path:
    """An empty file beside `place`, readable by its owner alone, that nobody else has."""
    beside = place.with_name(f".{place.name}.{suffix}.new")
    os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600))
    return beside


def publish(beside: Path, place: Path) -> None:
    """Give the finished file its name unless somebody else was faster; the name never shows a half-made file."""
    try:
        os.link(beside, place)
    except FileExistsError:
        pass
    except OSError:  # a disk without hard links
        if not place.exists():
            beside.rename(place)
    beside.unlink(missing_ok=True)
    folder = os.open(place.parent, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def file_system(folder: Path, mounts: Path = Path("/proc/self/mountinfo")) -> str:
    """The kind of the file system that holds a folder; empty where the machine does not tell."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    best, kind = "", ""
    for line in lines:
        before, _, after = line.partition(" - ")
        fields, rest = before.split(" "), after.split(" ")
        if len(fields) < 5 or not rest:
            continue
        point = fields[4].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
        if folder.is_relative_to(point) and len(point) >= len(best):
            best, kind = point, rest[0]
    return kind


def _look(place: Path) -> os.stat_result | None:
    """What lies there, after finishing a creation that was cut off between its two names."""
    try:
        found = place.stat()
    except FileNotFoundError:
        return None
    if found.st_nlink > 1:
        for twin in glob.glob(f".{glob.escape(place.name)}.*.new", root_dir=place.parent, include_hidden=True):
            beside = place.parent / twin
            try:
                if beside.samefile(place):
                    beside.unlink(missing_ok=True)
            except FileNotFoundError:
                continue
        found = place.stat()
    return found

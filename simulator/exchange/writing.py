"""How files get into a folder: each whole, all of them or none, readable for their owner only."""

import errno
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from simulator.exchange.files import File


def written(files: Sequence[File], folder: Path) -> list[Path]:
    """Write files into a folder, which is made if there is none. Raises OSError, and then nothing was changed.

    All are on the disk under other names before the first one takes the place of an older one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    parts: list[tuple[Path, Path]] = []
    try:
        for file in files:
            path = folder / file.name
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
            part = path.with_name(f".{path.name}.{uuid4().hex}.part")
            parts.append((part, path))
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
            with os.fdopen(handle, "wb") as stream:
                stream.write(file.content)
                stream.flush()
                os.fsync(stream.fileno())
        for part, path in parts:
            part.replace(path)
    except BaseException:
        for part, _ in parts:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        raise
    return [path for _, path in parts]

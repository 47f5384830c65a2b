"""What keeps a terminal's secrets when something goes wrong, with screens or without."""

import os
import resource
import sys
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path

from textual import constants

HOOKS = ("TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_PRESS", "TEXTUAL_SCREENSHOT", "TEXTUAL_SCREENSHOT_LOCATION",
         "TEXTUAL_SCREENSHOT_FILENAME", "TEXTUAL_DEBUG", "TEXTUAL_DEVTOOLS_HOST", "TEXTUAL_DEVTOOLS_PORT")  # fmt: skip
"""Variables by which Textual logs keys or writes the screen to a file."""


def close_hooks() -> None:
    """Take the variables away that would write what is on the screen, and the core dump."""
    for name in HOOKS:
        os.environ.pop(name, None)
    # Textual has read some of them already, when it was imported.
    for name, closed in (("LOG_FILE", None), ("SCREENSHOT_DELAY", -1), ("PRESS", ""), ("DEBUG", False)):
        setattr(constants, name, closed)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def report_crash(error: BaseException | None) -> Path:
    """Write where a crash happened, without any value or message, to a file that only its owner reads."""
    rows = [f"{datetime.now(UTC).isoformat(timespec='seconds')} Python {sys.version.split()[0]}"]
    while error is not None:
        rows.append(type(error).__name__)
        rows += [f"  {f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)]
        error = error.__cause__ or error.__context__
    # Made by mkstemp, so it is 0600 and never somebody else's file.
    handle, name = tempfile.mkstemp(prefix="goodoffices-crash-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write("\n".join(rows) + "\n")
    return Path(name)

"""Word files with the same bytes for the same document."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)


def packed(archive: bytes) -> bytes:
    """A zip archive in which every file has the same time."""
    made = BytesIO()
    with ZipFile(BytesIO(archive)) as source, ZipFile(made, "w") as target:
        for name in source.namelist():
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(name))
    return made.getvalue()

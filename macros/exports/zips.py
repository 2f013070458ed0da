"""Puts files into one zip: the same bytes on every day and every machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of what a zip can say
PACKED = (".png", ".pptx", ".xlsx", ".docx")  # packing them again gains nothing


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Give a zip.

    Args:
        files: what is in it, by name, in order.
    """
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as new:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.create_system = 0  # otherwise it would tell the kind of machine that made it
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(PACKED) else zipfile.ZIP_DEFLATED
            new.writestr(entry, content)
    return written.getvalue()


def unzipped(package: bytes) -> dict[str, bytes]:
    """Give what is in a zip, by name, in order."""
    with zipfile.ZipFile(io.BytesIO(package)) as old:
        return {name: old.read(name) for name in old.namelist()}


def without_times(package: bytes) -> bytes:
    """Give a zip, such as an office program's file, without the times and the machine at which it was written."""
    return zipped(unzipped(package))

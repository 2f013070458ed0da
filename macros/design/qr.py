"""The address of this site as a code that a telephone's camera reads."""

from __future__ import annotations

import io

SHOWN = 192  # CSS pixels; saved, it is larger
SCALE = 8  # pixels of a module: large enough for print, and one of the sizes that editors do not blur
# Of a code, 15 % may be dirty or hidden, and it is read all the same.
CORRECTION = "m"


def qr_png(address: str) -> bytes:
    """Draw an address as a QR code (ISO/IEC 18004).

    Args:
        address: what the code opens.

    Returns:
        A PNG, black on white, with the quiet zone of four modules round it that the standard asks for.
    """
    # Imported here: a site whose address is not known is built without it.
    import segno  # noqa: PLC0415

    file = io.BytesIO()
    segno.make_qr(address, error=CORRECTION, boost_error=False).save(file, kind="png", scale=SCALE)
    return file.getvalue()

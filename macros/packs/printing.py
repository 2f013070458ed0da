"""Makes PDFs that can be read aloud and by touch (PDF/UA-1): WeasyPrint sets a page of HTML, the same bytes each time.

WeasyPrint needs libraries of the system that not every machine has, so it is asked for only when a PDF is to be made.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import logging
import re
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any
from xml.etree import ElementTree

VARIANT = "pdf/ua-1"
NAMED = re.compile(r"cannot load library '([^']+)'")
NOT_INSTALLED = "{} is not installed. To have it: make paper"
NO_LIBRARY = (
    "WeasyPrint does not find {} of the system. On Debian or Ubuntu: "
    "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation"
)


class NoPrinterError(Exception):
    """PDFs cannot be made on this machine; it says why, and what to install."""


class UnfitError(Exception):
    """A page would make a PDF that breaks its own rules; it says which."""


def _weasyprint() -> Any:
    said = io.StringIO()
    try:
        # It prints a page of advice; here a line says as much.
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            import weasyprint  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise NoPrinterError(NOT_INSTALLED.format("WeasyPrint" if error.name == "weasyprint" else error.name)) from None
    except OSError as error:
        found = NAMED.search(str(error))
        raise NoPrinterError(NO_LIBRARY.format(f"the library “{found[1]}”" if found else "a library")) from None
    return weasyprint


def ask_for_printer() -> str:
    """Give what makes the PDFs and its version, or say why there is nothing.

    Raises:
        NoPrinterError: WeasyPrint is not here, or does not find what it needs.
    """
    _weasyprint()
    return f"weasyprint {version('weasyprint')}"


def read_html(text: str) -> ElementTree.Element:
    """Read a whole page, its elements without a namespace but those of drawings.

    Raises:
        NoPrinterError: WeasyPrint is not here, with which the reader comes.
    """
    _weasyprint()
    import tinyhtml5  # noqa: PLC0415

    tree: ElementTree.Element = tinyhtml5.parse(text, namespace_html_elements=False)
    return tree


def print_page(html: str, style: str) -> bytes:
    """Make a PDF.

    Args:
        html: a whole page, which needs no other file.
        style: its style sheet.

    Raises:
        NoPrinterError: WeasyPrint is not here, or does not find what it needs.
        UnfitError: the page lacks what the PDF must have, or its style has what WeasyPrint does not know.
    """
    weasyprint = _weasyprint()
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    fetcher = weasyprint.URLFetcher(allowed_protocols=("data", "file"))
    with _said() as said:
        page = weasyprint.HTML(string=html, url_fetcher=fetcher)
        fonts = FontConfiguration()
        sheet = weasyprint.CSS(string=style, url_fetcher=fetcher, font_config=fonts)
        identity = hashlib.sha256((html + style).encode()).hexdigest()[:32].encode()
        made: bytes = page.write_pdf(
            stylesheets=[sheet], font_config=fonts, pdf_variant=VARIANT, pdf_identifier=identity
        )
    if said:
        raise UnfitError(said[0])
    return made


@contextlib.contextmanager
def _said() -> Iterator[list[str]]:
    """Hear what WeasyPrint would write in the window, all of which is a fault here."""
    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("weasyprint")
    before, logger.propagate = logger.propagate, False
    others, logger.handlers = logger.handlers, [handler]
    try:
        yield said
    finally:
        logger.propagate, logger.handlers = before, others

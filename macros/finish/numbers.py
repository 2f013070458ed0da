"""Keeps a number to call in one piece, on one line and in its own order."""

from __future__ import annotations

import re
from pathlib import Path

# British national numbers, in the groups in which people write them (Ofcom's National Telephone Numbering Plan), and
# with the prefix of Relay UK.
NUMBER = re.compile(r"(?<![\w.-])(?:18001 \d{3}|(?:18001 )?0\d{2,4}(?: \d{2,6}){1,4})(?![\w-])")
WORDS = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>|(?P<words>[^<]+)", re.DOTALL)
NO_BREAK = "\N{NO-BREAK SPACE}"


def keep_every_number_whole(site: Path) -> None:
    """Do so on every page.

    Args:
        site: the built site.
    """
    for file in site.rglob("*.html"):
        file.write_text(keep_numbers_whole(file.read_text(encoding="utf-8")), encoding="utf-8")


def keep_numbers_whole(html: str) -> str:
    """Put no-break spaces into the numbers that a page shows.

    Where a browser turns a page right to left, as it does when it translates it into Arabic or Urdu, “0800 1111” would
    be shown as “1111 0800”: a plain space parts numbers, and a no-break space joins them (Unicode Standard Annex 9,
    rule W4).

    Args:
        html: the page.
    """

    def joined(found: re.Match[str]) -> str:
        if found["words"] is None:
            return found[0]
        return NUMBER.sub(lambda number: number[0].replace(" ", NO_BREAK), found[0])

    return WORDS.sub(joined, html)

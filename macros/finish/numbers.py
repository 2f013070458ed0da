"""Keeps a number to call in one piece, on one line and in its own order."""

from __future__ import annotations

import re

# British national numbers, in the groups in which people write them (Ofcom's National Telephone Numbering Plan), and
# with the prefix of Relay UK. What stands before one is asked after its first figure: so it is found at once on a page.
NUMBER = re.compile(
    r"""(?:1(?<![\w.-]1)8001[ ](?:\d{3}|0\d{2,4}(?:[ ]\d{2,6}){1,4}) | 0(?<![\w.-]0)\d{2,4}(?:[ ]\d{2,6}){1,4})
    (?![\w-])""",
    re.VERBOSE,
)
# What begins and ends that which is not shown.
AROUND = (("<", ">"), ("<script", "</script"), ("<style", "</style"))
NO_BREAK = "\N{NO-BREAK SPACE}"


def keep_numbers_whole(html: str) -> str:
    """Put no-break spaces into the numbers that a page shows.

    Where a browser turns a page right to left, as it does when it translates it into Arabic or Urdu, “0800 1111” would
    be shown as “1111 0800”: a plain space parts numbers, and a no-break space joins them (Unicode Standard Annex 9,
    rule W4).

    Args:
        html: the page.
    """

    def joined(found: re.Match[str]) -> str:
        return found[0].replace(" ", NO_BREAK) if _is_shown(html, found.start()) else found[0]

    return NUMBER.sub(joined, html)


def _is_shown(html: str, at: int) -> bool:
    """Whether a place of a page is in its words, and not in a tag, a script or a style."""
    return all(html.rfind(begin, 0, at) <= html.rfind(end, 0, at) for begin, end in AROUND)

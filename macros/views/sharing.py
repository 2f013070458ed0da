"""What the site says of itself elsewhere: in a tab, in a list of results, in a chat, on a home screen."""

from __future__ import annotations

import json

from macros.models.school import School
from macros.views import addresses

SUBJECT = "Online safety"
LONGEST_TITLE = 70  # characters: what a list of results or a card in a chat shows of a title
ICONS = (192, 512)


def site_name(school: School) -> str:
    """Name the site after the school."""
    return f"{SUBJECT} at {school.name}"


def titles_of_site(school: School) -> tuple[str, ...]:
    """Give the names of the site that may follow a page’s title, the longest first."""
    return (site_name(school), f"{SUBJECT} at {school.short_name}", school.short_name)


def full_title(title: str, school: School) -> str:
    """Give a page's title with the site's name, made shorter where it would be cut off.

    Args:
        title: the page's own title.
        school: whose site it is.
    """
    titles = [f"{title} – {name}" for name in titles_of_site(school)]
    return next((found for found in titles if len(found) <= LONGEST_TITLE), title)


def web_manifest(school: School, paper: str) -> str:
    """Make the web app manifest (W3C), by which a device keeps the site with an icon; addresses are relative.

    Args:
        school: whose site it is.
        paper: the colour of its pages.
    """
    manifest = {
        "name": site_name(school),
        "short_name": SUBJECT,
        "lang": "en-GB",
        "dir": "ltr",
        "start_url": addresses.HOME,
        "display": "minimal-ui",
        "background_color": paper,
        "theme_color": paper,
        "icons": [
            {"src": f"assets/images/icons/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"}
            for size in ICONS
        ],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"

"""What the school office copies onto the school's own website: a link, and pages of this site in frames."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from macros.models.school import School
from macros.views import addresses

# What stands where the address of this site is to be, while school.yml does not have it.
UNKNOWN = "https://ADDRESS-OF-THIS-SITE/"
# Without the head, the menu and the foot: macros/theme/partials/chosen.html marks a page by it.
EMBED = "?embed"
HEIGHT = 800  # CSS pixels: a page in it is read without a second scroll on most screens
FRAMES = ("policy", "help", "children", "quiz")
KINDS = ("link", *FRAMES)


@dataclass(frozen=True)
class ToCopy:
    """Something to copy.

    Attributes:
        label: what it shows.
        code: the HTML.
    """

    label: str
    code: str


def to_copy(kind: str, school: School, quiz: tuple[str, str]) -> ToCopy:
    """Give what is to be copied.

    Args:
        kind: one of `KINDS`.
        school: the facts about the school.
        quiz: the address of the lesson whose quiz is shown, and its title.
    """
    root = school.site_root or UNKNOWN
    if kind == "link":
        lines = (
            f'<p><a href="{escape(root)}">Online safety at {escape(school.name)}</a></p>',
            "<p>Lessons for children, guides for families, our policy, and where to get help.</p>",
        )
        return ToCopy("A link", "\n".join(lines))
    address, title = {
        "policy": (addresses.POLICY + EMBED, "Our policy on mobile technology and social media"),
        "help": (addresses.HELP + EMBED, "Get help with something online"),
        "children": (addresses.HELP_FOR_CHILDREN + EMBED, "Get help, for children"),
        "quiz": (quiz[0] + EMBED + addresses.QUIZ, f"Quiz: {quiz[1]}"),
    }[kind]
    code = (
        f'<iframe src="{escape(root + address)}" title="{escape(title)}" width="100%" height="{HEIGHT}" '
        'loading="lazy" allow="fullscreen"></iframe>'
    )
    return ToCopy(title, code)

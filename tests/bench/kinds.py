"""One page of each kind, with the budgets of its kind."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.lessons import of_age


@dataclass(frozen=True)
class Budgets:
    """What a kind of page may weigh and take.

    Attributes:
        code: kB of HTML, style and scripts.
        requests: for the code.
        whole: kB with letters and pictures.
        first_paint: seconds, on Lighthouse's telephone.
        cheap_phone: Lighthouse's performance on a cheap telephone, at least.
    """

    code: float
    requests: int | None
    whole: float | None
    first_paint: float
    cheap_phone: float


LEARNERS = Budgets(20, 8, 60, 0.85, 97)
HELP = Budgets(20, 8, 60, 0.95, 97)
ADULTS = Budgets(22, None, None, 0.95, 93)


@dataclass(frozen=True)
class Kind:
    """A page that stands for its kind.

    Attributes:
        name: of the kind.
        path: of the page, from the site's root.
        budgets: those of its kind.
        walked: whether Lighthouse measures it too; one page of each layout is enough.
        compared: whether it measures the peers' pages with the same words beside it.
    """

    name: str
    path: str
    budgets: Budgets
    walked: bool = False
    compared: bool = False


WITH_QUIZ = of_age("years-5-6") + "/index.html"
WITHOUT_QUIZ = "learners/years-5-6.html"

KINDS = (
    Kind("front door", "index.html", HELP, walked=True),
    Kind("learners' index", "learners/index.html", LEARNERS),
    Kind("phase page", "learners/years-3-4.html", LEARNERS, walked=True),
    Kind("learner's page, early years", of_age("early-years") + "/index.html", LEARNERS, walked=True, compared=True),
    Kind("learner's page, years 1 and 2", of_age("years-1-2") + "/index.html", LEARNERS),
    Kind("learner's page, years 3 and 4", of_age("years-3-4") + "/index.html", LEARNERS),
    Kind("learner's page, years 5 and 6", WITH_QUIZ, LEARNERS, walked=True, compared=True),
    Kind("worksheet", of_age("years-3-4") + "/worksheet.html", LEARNERS, walked=True),
    Kind("help page", "help/index.html", HELP, walked=True, compared=True),
    Kind("help for children", "help/children.html", LEARNERS, walked=True),
    Kind("parents' front page", "parents/index.html", ADULTS, walked=True),
    Kind(
        "parents' guide with checklist", "parents/passwords-privacy-location.html", ADULTS, walked=True, compared=True
    ),
    Kind("teachers' start page", "teachers/index.html", ADULTS, walked=True),
    Kind("teacher's plan", of_age("years-3-4") + "/teach.html", ADULTS, walked=True),
    Kind("staff", "staff/index.html", ADULTS),
    Kind("policy", "policy/index.html", ADULTS, walked=True),
    Kind("about: a form with every field", "about/writing-quizzes.html", ADULTS),
)


def budgets_of(html: str) -> Budgets:
    """Give the budgets of any page.

    Args:
        html: what is in it: pages with the adults' header have the budgets of adults' pages.
    """
    return ADULTS if 'class="masthead"' in html else LEARNERS


def there(site: Path, kind: Kind) -> bool:
    """Say whether a site has the page."""
    return (site / kind.path).is_file()

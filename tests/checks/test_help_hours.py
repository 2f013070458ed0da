"""A sentence of the night names only help that answers at night, and no grown-up is sent to Childline."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.cache import RoundCache
from macros.checks.help_hours import check_help_hours
from macros.content.loader import read_library
from macros.models.help_route import HelpRoute
from macros.problems import ContentError, Problem
from macros.views.families import help_at_night_of

Change = Callable[[str, str, str], int]
PAGE = "docs/parents/worries/unkind.md"
ROUTES = "docs/_data/help-routes.yml"


def route(identity: str, name: str, when: str, **more: object) -> HelpRoute:
    ways = {"looked_up": "2026-11-28", "ways": [{"how": "Write."}]}
    given = {"id": identity, "order": 1, "name": name, "readers": ["parents"], "who": "For all.", "when": when, **more}
    return HelpRoute.model_validate({**given, "looked_up": "2026-11-28", "rung": "none", "without_speech": ways})


HELP = (
    route("emergency", "Danger now", "day-and-night", phone="999"),
    route("police", "Police", "day-and-night", phone="101"),
    route("childline", "Childline", "day-and-night", phone="0800 1111"),
    route("nhs-111", "NHS 111", "day-and-night", phone="111"),
    route("nspcc", "NSPCC Helpline", "day", phone="0808 800 5000", email="help@nspcc.org.uk", write_any_time=True,
          also=["NSPCC"]),
    route("fraud", "Report Fraud", "day", phone="0300 123 2040"),
    route("school", "The school", "day", phone="01632 960001"),
    route("council", "The council", "day", phone="01632 960002"),
    route("stop-it-now", "Stop It Now", "not-known", phone="0808 1000 900"),
    HelpRoute.model_validate({
        "id": "ceop", "order": 1, "name": "CEOP Safety Centre", "also": ["CEOP"], "readers": ["parents"],
        "who": "For all.", "when": "not-known", "web": "https://www.ceop.police.uk", "write_any_time": True,
        "looked_up": "2026-11-28",
        "without_speech": {"looked_up": "2026-11-28", "ways": [{"how": "Write."}]},
    }),
)  # fmt: skip


def found(text: str, path: str = PAGE) -> list[Problem]:
    return list(check_help_hours({path: text}, HELP, RoundCache()))


REFUSED = (
    # each word of the night, and each way to name a route
    'Ring the NSPCC tonight, on {{ phone("nspcc") }}.',
    'School closed? NSPCC Helpline, {{ phone("nspcc") }}.',
    "Until then: the NSPCC Helpline.",
    "It can't wait: ring 0808 800 5000.",
    "It cannot wait: ring [them](tel:08088005000).",
    "Can it wait? **No:** ring the [helpline](../../help/index.md#nspcc).",
    "It's late. Ring Stop It Now tonight.",
    'Ring the council right now, on {{ phone("council") }}.',
    "Ring the school now.",
    "If it happens at night, tell the DSL.",
    'In danger now? Ring {{ phone("fraud") }}.',
    "Tell CEOP tonight.",
    'The office is closed, so ask for {{ contact("dsl") }}',
    # a day's number beside a night's: each counts for itself
    'Tonight ring {{ phone("police") }} or {{ phone("nspcc") }}.',
    'Email the NSPCC tonight, or ring {{ phone("nspcc") }}.',
    'Report it to the NSPCC tonight on {{ phone("nspcc") }}.',
    # what stands over a sentence belongs to it
    "If it's closed:\n\n- ring the NSPCC Helpline",
    "**Tonight.** Sit close. Ring the NSPCC.",
    "## At night\n\nRing the NSPCC.",
    '!!! note "When the school is closed"\n    Ring the NSPCC.',
    "| Tonight | Ring the NSPCC |",
)
NEAR = (
    # help that answers at night
    'Ring {{ phone("police") }} tonight, or [999](tel:999).',
    'Talk of suicide tonight? Ring NHS 111 on {{ phone("nhs-111") }}.',
    # what can be written to, and is
    'Email the NSPCC tonight, or ring {{ phone("nspcc") }} in the day.',
    "Tonight, report it online to [CEOP](../../help/index.md#ceop).",
    'Ring {{ phone("police") }} right now, and fill in the form of the CEOP Safety Centre.',
    # what is for the day, and says so
    "The school is closed: tell it when it opens.",
    'Not tonight: in the day, ring {{ phone("nspcc") }}.',
    'In the day, ring the school or the NSPCC. At night, ring {{ phone("police") }}.',
    # the night is elsewhere, or nowhere
    'Ring the NSPCC on {{ phone("nspcc") }}.',
    "Sit close tonight. Ring the NSPCC tomorrow.",
    'Ask, "What would help you most tonight?" Then tell the school.',
    "A crime, but nobody is in danger now: the NSPCC.",
    "Report Fraud is now called something else.",
    "Tell the school. If it's closed, ring 101.",
    "Tell the school, or if it's closed, ring 101.",
    "**In danger now?** [Call 999](tel:999), then tell the DSL.",
    '!!! minute "Do this now"\n    Tell the [school](../../help/index.md#school) in the day.\n',
    '!!! minute "Do this now"\n    Keep the messages. Tell the school.\n',
    "## At night\n\nRing 101.\n\n## In the day\n\nRing the NSPCC.",
    "If it's closed:\n\n- ring 101\n\nRing the NSPCC.",
    "`Ring the NSPCC tonight.`",
    # a number that is none of ours, and a word that only looks like a name
    "Tonight 12 people rang 0808 800 5001.",
    "Read about NSPCCs and the old school tonight.",
)


@pytest.mark.parametrize("text", REFUSED)
def test_help_that_does_not_answer_at_night_is_refused(text: str) -> None:
    assert found(text), text


@pytest.mark.parametrize("text", NEAR)
def test_what_is_true_at_night_is_let_be(text: str) -> None:
    assert [problem.sentence for problem in found(text)] == []


def test_the_place_the_route_and_what_to_do_are_told() -> None:
    (only,) = found('---\ntitle: A\n---\n\nFirst.\n\n1. Sit close. Until then: ring {{ phone("nspcc") }}.\n')
    assert str(only) == (
        f"{PAGE}:7:32: This says “Until then”, and “NSPCC Helpline” answers only in the day. Name help that answers "
        "day and night (emergency, police, nhs-111), or say “in the day” beside it, or say “email” or “online” "
        "without its number."
    )
    (other,) = found("Ring Stop It Now tonight.")
    assert other.sentence == (
        "This says “tonight”, and “Stop It Now” answers at hours that are not known. Name help that answers day and "
        "night (emergency, police, nhs-111), or say “in the day” beside it."
    )


def test_every_route_of_a_sentence_is_told_once() -> None:
    assert len(found('Tonight ring the NSPCC, {{ phone("nspcc") }}, or {{ phone("fraud") }}.')) == 2


TO_CHILDLINE = (
    "Ring Childline.",
    "If your child is upset, ring Childline on 0800 1111.",
    "You can call [Childline](../../help/index.md#childline) at any time.",
    "Stay calm and talk to Childline.",
    'Tell the school when it opens. Until then: Childline, {{ phone("childline") }}.',
    '!!! minute "Do this now"\n    1. Worried? Childline, {{ phone("childline") }}.',
)
NOT_TO_CHILDLINE = (
    'Your child can ring Childline, day or night: {{ phone("childline") }}.',
    "Tonight your child can also ring Childline.",
    "Ask your child to ring Childline.",
    "Help them ring Childline.",
    "They can stop, and ring Childline.",
    'For your child: Childline, {{ phone("childline") }}.',
    '- **Childline,** for children, day and night: {{ phone("childline") }}',
    'Say, "You can ring Childline on 0800 1111."',
    "Childline is for under-19s.",
)


@pytest.mark.parametrize("text", TO_CHILDLINE)
def test_no_grown_up_is_sent_to_childline(text: str) -> None:
    (only,) = found(text)
    assert only.sentence == (
        "This sends a grown-up to Childline, which is for children. Write “Your child can ring Childline”, and name "
        "other help for the grown-up."
    )


@pytest.mark.parametrize("text", NOT_TO_CHILDLINE)
def test_a_child_can_ring_childline(text: str) -> None:
    assert found(text) == []


def test_on_a_childs_page_the_reader_is_the_child() -> None:
    text = '---\ntitle: A\nfor: Learners\n---\n\nYou can call Childline: {{ phone("childline") }}.\n'
    assert found(text, "docs/help/children.md") == []
    assert found(text.replace("Learners", "Parents and carers"), "docs/help/children.md")
    assert found(f"{text}\nRing the NSPCC tonight.\n", "docs/help/children.md"), "The night is on every page."


def test_of_a_lesson_what_is_for_home_is_checked_and_nothing_else() -> None:
    text = '# A\n\nRing Childline.\n\n!!! home\n    Ring the NSPCC tonight.\n\n!!! teacher "Say"\n    Ring Childline.\n'
    (only,) = found(text, "lessons/years-3-4/a/lesson.md")
    assert (only.line, only.column) == (6, 14)


def test_the_approved_text_is_never_judged() -> None:
    assert found("Ring the NSPCC tonight.", "docs/policy/index.md") == []


# In the project itself


def told(project: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        read_library(project)
    return [str(problem) for problem in caught.value.problems]


def test_a_page_that_breaks_the_rule_stops_the_build(project: Path, change: Change) -> None:
    line = change(PAGE, "## What not to do", 'Ring the NSPCC tonight, on {{ phone("nspcc") }}.\n\n## What not to do')
    (only,) = told(project)
    assert only.startswith(f"{PAGE}:{line}:10: This says “tonight”, and “NSPCC Helpline” answers only in the day.")


def test_a_route_that_promises_the_night_in_its_own_words_is_told(project: Path, change: Change) -> None:
    line = change(ROUTES, "who: For adults who are worried about any child.", "who: Ring at night too.")
    (only,) = told(project)
    assert only.startswith(f"{ROUTES}:{line}:10: This says “at night”, and “NSPCC Helpline” answers only in the day.")


def test_the_list_of_the_night_names_only_what_answers_then(project: Path, change: Change) -> None:
    line = change(ROUTES, "case: You want advice, routes: [nspcc]", "case: You want advice, routes: [stop-it-now]")
    (only,) = told(project)
    assert only == (
        f"{ROUTES}:{line}:38: “stop-it-now” does not answer at night and cannot be written to at any time. "
        "Name another."
    )


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("nspc", "There is no help route “nspc”. Did you mean “nspcc”?"),
        ("nspcc-whistleblowing", "“nspcc-whistleblowing” is not for parents, who read this list. Name another."),
    ],
)
def test_the_list_of_the_night_names_what_families_have(project: Path, change: Change, named: str, said: str) -> None:
    change(ROUTES, "case: You want advice, routes: [nspcc]", f"case: You want advice, routes: [{named}]")
    assert [line.split(": ", 1)[1] for line in told(project)] == [said]


def test_a_school_gives_the_councils_number_for_the_night(project: Path, change: Change) -> None:
    change("school.yml", "id: council-out-of-hours", "id: council-at-some-time")
    assert any(
        said.startswith("school.yml:")
        and said.endswith(
            "Families need the number of the council's children's service at night and at weekends. Add a route with "
            "the id “council-out-of-hours” here. The council's website has it."
        )
        for said in told(project)
    )


def without_council(project: Path) -> None:
    """Let the school know no number of its council's."""
    school = project / "school.yml"
    text = re.sub(r"(children_phone|out_of_hours_phone):.*", r"\1:", school.read_text(encoding="utf-8"))
    school.write_text(re.sub(r"(?m)^  - id: council.*\n(?:    .*\n)+", "", text), encoding="utf-8")


def test_a_school_that_does_not_know_its_councils_numbers_sends_nobody_to_look_for_them_at_night(project: Path) -> None:
    without_council(project)
    library = read_library(project)
    night = help_at_night_of(library.at_night, library.help_routes)
    shown = {step.case: [route.id for route in step.routes] for step in night}
    assert shown["A child isn't safe at home, or with someone"] == ["police", "nspcc"]


def test_without_a_national_route_instead_the_councils_is_missed(project: Path, change: Change) -> None:
    without_council(project)
    change(ROUTES, ", instead: [police, nspcc]", "")
    (only,) = told(project)
    assert "There is no help route “council-out-of-hours”." in only


def test_a_route_of_the_councils_whose_number_is_empty_above_is_told(project: Path, change: Change) -> None:
    change("school.yml", "out_of_hours_phone: 01632 960191", "out_of_hours_phone:")
    (only,) = told(project)
    assert only.endswith(
        "Pages give families the number of the council's children's service at night and at weekends, and it is empty "
        "under “council”. Write it as “out_of_hours_phone”, or take the route “council-out-of-hours” out."
    )


def test_the_councils_number_for_the_night_answers_at_night(project: Path, change: Change) -> None:
    text = (project / "school.yml").read_text(encoding="utf-8")
    before, after = text.split("id: council-out-of-hours")
    (project / "school.yml").write_text(
        f"{before}id: council-out-of-hours{after.replace('day-and-night', 'day', 1)}", encoding="utf-8"
    )
    assert any(
        said.endswith("This is the number for the night. Say “when: day-and-night”, or give the one that is.")
        for said in told(project)
    )


def test_a_number_of_the_council_that_stands_twice_is_the_same_twice(project: Path, change: Change) -> None:
    change("school.yml", "children_phone: 01632 960111", "children_phone: 01632 960112")
    (only,) = told(project)
    assert only.endswith("“council” says 01632 960112, and the route “council” says 01632 960111. Make them agree.")

"""The macros that an author may use."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from markupsafe import escape

from macros.content.library import Library
from macros.content.names import CONTACTS
from macros.models.fact import Fact
from macros.models.help_route import Rung
from macros.models.school import Colours, School
from macros.site.author_macros import define_env, macros
from tests.lessons import first_with, of_age


@pytest.fixture
def call(library: Library) -> Callable[..., str]:
    made = {macro.__name__: macro for macro in macros(library, lambda: "parents/index.html")}
    return lambda name, *arguments, **named: str(made[name](*arguments, **named))


def test_every_macro_is_given_to_the_host(library: Library) -> None:
    given: list[str] = []
    env: Any = SimpleNamespace(
        conf={"library": library},
        page=SimpleNamespace(url="index.html"),
        macro=lambda macro: given.append(macro.__name__),
    )
    define_env(env)
    assert given == [macro.__name__ for macro in macros(library, lambda: "index.html")]


def test_every_macro_has_its_row_in_the_folder_of_its_component(library: Library, root: Path) -> None:
    rows = "".join(file.read_text(encoding="utf-8") for file in root.glob("macros/components/*/macros.yml"))
    names = re.findall(r"^  - \{name: (\w+)", rows, re.MULTILINE)
    assert sorted(names) == sorted(macro.__name__ for macro in macros(library, lambda: ""))


def test_every_macro_says_what_it_shows(library: Library) -> None:
    for macro in macros(library, lambda: ""):
        assert macro.__doc__, macro.__name__


TWICE = [
    ("quiz", of_age("years-3-4").split("/")[2]),
    ("quiz", first_with("type: story", "years-3-4").split("/")[2]),
    ("knowledge_check", "years-3-4"),
    ("quiz_example", "sort"),
    ("checklist", "ages-7-9"),
    ("promise", "early-years"),
]


@pytest.mark.parametrize(("name", "identity"), TWICE, ids=str)
def test_what_stands_twice_on_a_page_has_ids_of_its_own(library: Library, name: str, identity: str) -> None:
    here = ["parents/index.html"]
    made = {macro.__name__: macro for macro in macros(library, lambda: here[-1])}[name]
    first, *others = (str(made(identity)) for _ in range(3))
    seen: set[str] = set()
    for html in (first, *others):
        ids = re.findall(r' id="([^"]+)"', html)
        assert ids
        assert len(set(ids)) == len(ids)
        assert not seen.intersection(ids)
        seen.update(ids)
        # What names an id names one of its own; a group of radio buttons is one of its own, too.
        names = re.findall(r' (?:for|aria-labelledby|aria-describedby)="([^"]+)"| href="#(?!main)(.+?)"', html)
        assert {one or other for one, other in names} <= set(ids)
        groups = {f"{one}-" for one in re.findall(r'<input [^>]* name="([^"]+)"', html)}
        assert all(any(each.startswith(group) for each in ids) for group in groups)
    lists = [re.findall('data-(?:list|version)="[^"]+"', html) for html in (first, *others)]
    assert lists[0] == lists[1] == lists[2]  # what a browser keeps of a list is one
    here.append("help/index.html")
    assert re.findall(r' id="([^"]+)"', str(made(identity))) == re.findall(r' id="([^"]+)"', first)


def test_examples_of_two_types_keep_the_addresses_of_their_questions(call: Callable[..., str]) -> None:
    assert 'id="example-sort-title"' in call("quiz_example", "sort")
    assert 'id="example-match-title"' in call("quiz_example", "match")


def test_a_quiz_on_paper_holds_no_answer(call: Callable[..., str], library: Library) -> None:
    for identity, entry in library.lessons.items():
        html = call("quiz_paper", identity)
        assert "data-key" not in html
        for question in entry.quiz.questions:
            for thing in getattr(question, "choices", ()) or getattr(question, "items", ()):
                assert thing.feedback[:40] not in html
            assert question.hint not in html


def test_a_link_is_relative_to_the_page_that_is_made(call: Callable[..., str]) -> None:
    assert 'href="../policy/index.html#safe-passwords"' in call("clause", "safe-passwords")


def test_a_clause_has_the_very_words_of_the_policy(call: Callable[..., str]) -> None:
    assert "to use safe passwords." in call("clause", "safe-passwords")


def test_help_for_learners_shows_nothing_that_is_for_adults(call: Callable[..., str]) -> None:
    html = call("help_routes", "learners")
    assert "0800 1111" in html
    assert "999" in html
    for adult in ("NSPCC", "CEOP", "Report Fraud", "Wold"):
        assert adult not in html


def test_help_for_staff_alone_is_on_no_other_page(call: Callable[..., str], library: Library) -> None:
    alone = [route for route in library.help_routes if route.readers == ("staff",)]
    assert alone
    staff, families, learners = (
        re.sub(r"</?span[^>]*>", "", call("help_routes", reader)) for reader in ("staff", "parents", "learners")
    )
    for route in alone:
        assert escape(route.name) in staff
        assert escape(route.name) not in families + learners


def test_the_number_of_a_route_is_a_link_that_calls_it(call: Callable[..., str]) -> None:
    assert call("phone", "childline") == '<a href="tel:08001111">0800 1111</a>'


def test_the_day_of_the_routes_is_the_earliest(library: Library) -> None:
    old = library.help_routes[0].model_copy(update={"looked_up": date(2025, 3, 1)})
    changed = replace(library, help_routes=(*library.help_routes[1:], old))
    made = {macro.__name__: macro for macro in macros(changed, lambda: "index.html")}
    assert made["routes_looked_up"]() == (
        "We looked these numbers up on 1 March 2025. No one has rung them yet to check."
    )


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([None, None], "No one has rung them yet to check."),
        ([date(2026, 12, 3), None], "1 of 2 have been rung to check."),
        ([date(2026, 12, 3), date(2026, 12, 1)], "All of them were rung on 1 December 2026 or later."),
    ],
)
def test_what_is_said_of_numbers_is_what_was_done(library: Library, days: list[date | None], said: str) -> None:
    numbered = [route for route in library.help_routes if route.phone][:2]
    rung = [
        route.model_copy(update={"rung": Rung(on=day, by="Ms Ash") if day else Rung()})
        for route, day in zip(numbered, days, strict=True)
    ]
    made = {macro.__name__: macro for macro in macros(replace(library, help_routes=tuple(rung)), lambda: "index.html")}
    assert str(made["routes_looked_up"]()).endswith(f"2026. {said}")


def test_help_at_night_leads_with_danger_and_dials_nobody_who_sleeps(call: Callable[..., str]) -> None:
    html = call("help_at_night")
    assert html.index("tel:999") < html.index("tel:101") < html.index("tel:111")
    assert "mailto:help@nspcc.org.uk" in html
    assert "tel:08088005000" not in html


def test_a_grown_up_is_told_that_childline_is_for_a_child(call: Callable[..., str]) -> None:
    whole, by_worry, night = call("help_routes", "parents"), call("help_by_worry"), call("help_at_night")
    assert whole.count("For a child to ring.") == 1
    assert whole.index('id="childline"') < whole.index("For a child to ring.") < whole.index('id="police"')
    assert by_worry.count("For your child to ring.") == by_worry.count("tel:08001111") > 10
    assert "Your child wants to talk to someone:" in night
    assert "to ring." not in call("help_routes", "learners")


def test_help_without_phoning_says_when_each_way_was_looked_up(call: Callable[..., str], library: Library) -> None:
    html = call("help_without_phoning", "parents")
    shown = [route for route in library.help_routes if "parents" in route.readers]
    assert html.count("Looked up on ") == len(shown) > 10
    for words in ("999 BSL", "18000", "18001 101", "https://111.nhs.uk", "SignVideo"):
        assert words in html
    assert "Professionals Online Safety Helpline" not in html


def test_a_route_leads_to_help_without_phoning_on_adults_pages_alone(call: Callable[..., str]) -> None:
    assert 'href="../help/without-phoning.html"' in call("help_routes", "parents")
    assert "without-phoning" not in call("help_routes", "learners")


def test_help_by_worry_leads_to_the_pages_of_the_worries(call: Callable[..., str]) -> None:
    html = call("help_by_worry")
    assert 'href="worries/unkind.html"' in html
    assert html.count("<details") == html.count("<summary") == 20


def test_a_fact_that_is_not_known_leads_to_the_schools_website(call: Callable[..., str], library: Library) -> None:
    assert library.school.office.phone is None
    assert call("fact", "office.phone") == (
        f'on <a href="{library.school.website}" rel="noreferrer">the school’s website</a>'
    )


def with_school(library: Library, **facts: object) -> Callable[..., str]:
    """Give the macros of a school that has other facts."""
    school = School.model_validate({"name": "A", "short_name": "A", "website": "https://a.sch.uk", **facts})
    changed = replace(library, school=school)
    made = {macro.__name__: macro for macro in macros(changed, lambda: "parents/index.html")}
    return lambda name, *arguments: str(made[name](*arguments))


NAMED = {"named_in_policy": "Mr B"}
# On these ways to help a sentence ends: “If a child isn’t safe at home, ring …”.
ENDINGS = ("council-in-short", "council-at-night", "police-or-council")
SITE = '<a href="https://a.sch.uk" rel="noreferrer">{}</a>'
KEPT = '<span translate="no">{}</span>'  # a browser that translates the page leaves it as it is
HEAD = {"name": "Ms C", "phone": "01632 960001", "email": "head@a.sch.uk"}


@pytest.mark.parametrize(
    ("who", "facts", "said"),
    [
        (
            "dsl",
            {},
            "Ask the school who its designated safeguarding lead (DSL) is today: the policy of March 2022 named Mr B.",
        ),
        (
            "dsl",
            {"safeguarding": {**NAMED, "lead": "Ms C"}},
            f"The designated safeguarding lead (DSL) is {KEPT.format('Ms C')}.",
        ),
        (
            "dsl",
            {"safeguarding": {**NAMED, "lead": "Ms C", "deputies": ["Mr D", "Ms E", "Mr F"]}},
            f"The designated safeguarding lead (DSL) is {KEPT.format('Ms C')}. The deputies are "
            f"{KEPT.format('Mr D')}, {KEPT.format('Ms E')} and {KEPT.format('Mr F')}.",
        ),
        (
            "dsl",
            {"safeguarding": {**NAMED, "lead": "Ms C", "deputies": ["Mr D"]}},
            f"The designated safeguarding lead (DSL) is {KEPT.format('Ms C')}. The deputy is {KEPT.format('Mr D')}.",
        ),
        ("office", {}, f"The school’s phone number is on {SITE.format('its website')}."),
        (
            "office",
            {"office": {"phone": "01632 960001"}},
            'You can ring the school office on <a href="tel:01632960001">01632 960001</a>.',
        ),
        (
            "office",
            {"office": {"email": "a_b@a.sch.uk"}},
            'You can email the school office at <a href="mailto:a_b@a.sch.uk" translate="no">a&#95;b@a.sch.uk</a>.',
        ),
        (
            "headteacher",
            {},
            f"For the name of the headteacher, and how to get in touch, see {SITE.format('the school’s website')}.",
        ),
        (
            "headteacher",
            {"headteacher": {"name": "Ms C"}},
            f"The headteacher is {KEPT.format('Ms C')}. To get in touch, see {SITE.format('the school’s website')}.",
        ),
        (
            "headteacher",
            {"headteacher": HEAD},
            f"The headteacher is {KEPT.format('Ms C')}. You can reach the headteacher on "
            '<a href="tel:01632960001">01632 960001</a> or by email at '
            '<a href="mailto:head@a.sch.uk" translate="no">head@a.sch.uk</a>.',
        ),
        (
            "chair",
            {},
            "For the name of the chair of governors, and how to get in touch, see "
            f"{SITE.format('the school’s website')}.",
        ),
        (
            "chair",
            {"chair_of_governors": {"email": "chair@a.sch.uk"}},
            "You can reach the chair of governors by email at "
            '<a href="mailto:chair@a.sch.uk" translate="no">chair@a.sch.uk</a>.',
        ),
        ("lado", {}, "Ask the council how to reach its local authority designated officer (LADO)."),
        (
            "lado",
            {"council": {"children_phone": "01632 960002"}},
            "Ask the council’s children’s service how to reach the local authority designated officer (LADO): "
            '<a href="tel:01632960002">01632 960002</a>.',
        ),
        (
            "lado",
            {"lado": {"name": "Ms C", "phone": "01632 960003"}},
            f"The local authority designated officer (LADO) is {KEPT.format('Ms C')}. You can reach the LADO on "
            '<a href="tel:01632960003">01632 960003</a>.',
        ),
        (
            "council",
            {},
            "In the day, ring the NSPCC Helpline on {nspcc}, or look for the council’s children’s service on the "
            "council’s website. At any other time, ring the police on {police}.",
        ),
        (
            "council",
            {"council": {"children_phone": "01632 960002"}},
            'Ring the council’s children’s service on <a href="tel:01632960002">01632 960002</a> in working hours. At '
            "any other time, ring the police on {police}.",
        ),
        (
            "council",
            {"council": {"out_of_hours_phone": "01632 960003"}},
            "In the day, ring the NSPCC Helpline on {nspcc}. Outside working hours, ring the council’s children’s "
            'service on <a href="tel:01632960003">01632 960003</a>.',
        ),
        (
            "council-in-short",
            {"council": {"children_phone": "01632 960002", "out_of_hours_phone": "01632 960003"}},
            'ring the council: <a href="tel:01632960002">01632 960002</a> by day, '
            '<a href="tel:01632960003">01632 960003</a> out of hours.',
        ),
        ("council-in-short", {}, "ring the NSPCC by day: {nspcc}. Out of hours, ring the police: {police}."),
        ("council-at-night", {}, "ring the police on {police}."),
        (
            "council-at-night",
            {"council": {"out_of_hours_phone": "01632 960003"}},
            'ring the council on <a href="tel:01632960003">01632 960003</a> out of hours.',
        ),
        ("police-or-council", {}, "ring the police, {police}."),
        (
            "police-or-council",
            {"council": {"out_of_hours_phone": "01632 960003"}},
            'ring the police, {police}, or the council, <a href="tel:01632960003">01632 960003</a>.',
        ),
        (
            "dsl",
            {"safeguarding": {"lead_is_headteacher": "yes", "deputies": ["Mr D"]}, "headteacher": {"name": "Ms C"}},
            f"The headteacher, {KEPT.format('Ms C')}, is the designated safeguarding lead (DSL). "
            f"The deputy is {KEPT.format('Mr D')}.",
        ),
        (
            "dsl",
            {"safeguarding": {"lead_is_headteacher": "yes"}},
            "The headteacher is the designated safeguarding lead (DSL).",
        ),
        (
            "office",
            {"sites": [{"name": "B", "phone": "01632 960001"}, {"name": "C", "email": "c@a.sch.uk"}]},
            f'You can ring the office of {KEPT.format("B")} on <a href="tel:01632960001">01632 960001</a>. You can '
            f'email the office of {KEPT.format("C")} at <a href="mailto:c@a.sch.uk" translate="no">c@a.sch.uk</a>.',
        ),
        (
            "council",
            {"council": {"children_phone": "01632 960002", "out_of_hours_phone": "01632 960003"}},
            'Ring the council’s children’s service on <a href="tel:01632960002">01632 960002</a> in working hours, '
            'or <a href="tel:01632960003">01632 960003</a> at any other time.',
        ),
        ("this-site", {}, "The school can tell you where to find these pages."),
        (
            "this-site",
            {"site_address": "https://a.sch.uk/safe"},
            'You’ll find these pages at <a href="https://a.sch.uk/safe" translate="no">https://a.sch.uk/safe</a>.',
        ),
    ],
)
def test_a_contact_is_a_whole_sentence_known_or_not(
    library: Library, who: str, facts: dict[str, object], said: str
) -> None:
    numbers = {
        route: f'<a href="tel:{library.help_numbers[route].replace(" ", "")}">{library.help_numbers[route]}</a>'
        for route in ("police", "nspcc")
    }
    assert with_school(library, **{"safeguarding": NAMED, **facts})("contact", who) == said.format(**numbers)


@pytest.mark.parametrize(
    ("what", "facts", "said"),
    [
        ("channels", {}, ""),
        ("channels", {"channels": "none"}, "The school has no account of its own on social media."),
        (
            "channels",
            {"channels": [{"name": "B", "address": "https://b.example"}]},
            f'The school’s own account is <a href="https://b.example" rel="noreferrer">{KEPT.format("B")}</a>.',
        ),
        ("online-safety-lead", {}, ""),
        (
            "online-safety-lead",
            {"online_safety_lead": {"name": "Ms C", "phone": "01632 960001"}},
            f"The online-safety lead is {KEPT.format('Ms C')}. You can reach the online-safety lead on "
            '<a href="tel:01632960001">01632 960001</a>.',
        ),
        (
            "safeguarding-governor",
            {"safeguarding_governor": {"name": "Ms C"}},
            f"The safeguarding governor is {KEPT.format('Ms C')}.",
        ),
    ],
)
def test_what_is_said_only_once_it_is_known(library: Library, what: str, facts: dict[str, object], said: str) -> None:
    assert with_school(library, **facts)("known", what) == said


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "two"),
        ({"safeguarding": {"lead": "Ms C"}, "headteacher": {"name": "Ms D"}}, "two"),
        ({"safeguarding": {"lead_is_headteacher": "yes"}}, "one"),
        ({"safeguarding": {"lead": "Ms C (Head)"}, "headteacher": {"name": "ms  C"}}, "one"),
    ],
)
def test_words_follow_whether_the_headteacher_is_the_lead(
    library: Library, facts: dict[str, object], said: str
) -> None:
    assert with_school(library, **facts)("if_school", "headteacher-is-dsl", "one", "two") == said


def test_words_follow_whether_the_school_has_an_account(library: Library) -> None:
    assert with_school(library)("if_school", "no-channels", "none", "some") == "some"
    assert with_school(library, channels="none")("if_school", "no-channels", "none", "some") == "none"


def test_every_contact_that_the_check_knows_is_a_sentence(call: Callable[..., str]) -> None:
    for who in CONTACTS:
        first = "r" if who in ENDINGS else "[A-Z]"
        assert re.fullmatch(rf"{first}.*\.", call("contact", who)), who


def test_the_rule_on_phones_is_a_whole_sentence_known_or_not(library: Library) -> None:
    unknown = with_school(library, safeguarding=NAMED)("phone_rule")
    assert unknown == (f"For the school’s own rule on phones, ask the school or look on {SITE.format('its website')}.")
    known = with_school(library, safeguarding=NAMED, phone_rules="Phones *stay* at the gate.")("phone_rule")
    assert known == "This is the school’s own rule on phones: “Phones &#42;stay&#42; at the gate.”"


def test_what_the_school_teaches_is_said_only_once_it_says_so(library: Library) -> None:
    said = ("if_taught", "Your child learns", "These lessons teach")
    assert with_school(library, safeguarding=NAMED)(*said) == "These lessons teach"
    assert with_school(library, safeguarding=NAMED, teaches_this_scheme_since="2027-01-05")(*said) == (
        "Your child learns"
    )


def test_a_fact_that_changes_is_followed_by_its_day(library: Library) -> None:
    fact = Fact(id="a", text="It is *so*.", checked=date(2027, 3, 1), source="A page.")
    changed = replace(library, facts={"a": fact})
    made = {macro.__name__: macro for macro in macros(changed, lambda: "index.html")}
    assert str(made["current"]("a")) == "It is &#42;so&#42;. (Last checked on 1 March 2027.)"
    assert str(made["current_text"]("a")) == "It is &#42;so&#42;."
    assert str(made["current_date"]("a")) == "1 March 2027"


def test_a_fact_is_shown_as_words_and_never_as_a_tag(library: Library) -> None:
    office = library.school.office.model_copy(update={"email": '<b onclick="x">a@b</b>'})
    school = library.school.model_copy(update={"office": office})
    hostile = Library(**{**vars(library), "school": school})
    fact = next(macro for macro in macros(hostile, lambda: "index.html") if macro.__name__ == "fact")
    assert "<b" not in str(fact("office.email"))


def test_a_decoration_has_no_words_and_a_picture_has_its_own(call: Callable[..., str]) -> None:
    assert 'aria-hidden="true"' in call("decoration", "symbols/key")
    assert 'aria-label="Kit is calm."' in call("picture", "cast/kit-calm", alt="Kit is calm.")
    assert 'aria-label="A key."' in call("picture", "symbols/key")


def test_the_colours_are_those_of_the_school(library: Library) -> None:
    own = library.school.model_copy(update={"colours": Colours(accent="#5b2a86")})
    changed = replace(library, school=own)
    colours = next(macro for macro in macros(changed, lambda: "index.html") if macro.__name__ == "colours")
    assert "Light #5b2a86" in str(colours())


def test_a_gallery_shows_every_picture_of_a_folder_with_its_name(call: Callable[..., str], library: Library) -> None:
    html = call("gallery", "cast")
    assert html.count("<svg ") == sum(name.startswith("cast/") for name in library.pictures)
    assert '<code class="gallery__name">kit-proud</code><span class="gallery__words">Years 3 and 4</span>' in html
    assert '<span class="gallery__words">Online bullying</span>' in call("gallery", "strands")


def test_the_symbols_of_a_group_are_shown_with_what_they_stand_for(call: Callable[..., str], library: Library) -> None:
    shown = {group: call("symbols", group) for group in {symbol.group for symbol in library.symbols.values()}}
    assert '>key</code><span class="gallery__words">a password</span>' in shown["screens"]
    assert "a password" not in shown["things"]
    assert sum(html.count("<svg ") for html in shown.values()) == len(library.symbols)


def test_an_example_leads_to_no_page_and_to_every_script(call: Callable[..., str]) -> None:
    assert 'href="#lesson-cards-plain"' in call("examples", "lesson-cards")
    assert "lessons/years-3-4" not in call("examples", "lesson-cards")
    scripts = "../assets/javascripts/full-screen.js ../assets/javascripts/board.js"
    assert f'data-board="{scripts}"' in call("examples", "quiz")


def test_cards_are_in_teaching_order_and_lead_to_the_lessons(call: Callable[..., str]) -> None:
    assert f'href="../{of_age("years-3-4")}/index.html"' in call("lesson_cards", "years-3-4")


@pytest.fixture
def recalling(own_library: Library) -> Callable[..., str]:
    """The macros, with a lesson that asks two questions of another again."""
    entry = own_library.lessons["settings-scams-and-permissions"]
    quiz = entry.quiz.model_copy(update={"recall": ("three-word-locks/three-steps", "keep-it-locked/who-may-know")})
    changed = replace(own_library, lessons={**own_library.lessons, entry.id: replace(entry, quiz=quiz)})
    made = {macro.__name__: macro for macro in macros(changed, lambda: "index.html")}
    return lambda name: str(made[name](entry.id))


@pytest.mark.parametrize("name", ["quiz", "quiz_paper", "quiz_answers"])
def test_what_is_asked_again_comes_first_and_says_from_where(
    recalling: Callable[..., str], own_library: Library, name: str
) -> None:
    html = recalling(name).split('class="answers__unsure"')[-1]  # below the key, on the answer sheet
    signs = [
        "From before: Three-word locks",
        "Put the three steps in order.",
        "From before: Keep it locked",
        "Who else is allowed to know it?",
        own_library.lessons["settings-scams-and-permissions"].quiz.questions[0].text[:40],
    ]
    places = [html.index(sign) for sign in signs]
    first, second, third, fourth, own = places
    assert max(first, second) < min(third, fourth) < max(third, fourth) < own
    assert html.count("From before") == 2


def test_what_is_asked_again_has_an_id_that_nothing_else_has(
    recalling: Callable[..., str], own_library: Library
) -> None:
    html = recalling("quiz")
    assert 'id="settings-scams-and-permissions-three-word-locks-three-steps-title"' in html
    count = len(own_library.lessons["settings-scams-and-permissions"].quiz.questions) + 2
    assert f">1 of {count}<" in html
    assert f">{count} of {count}<" in html


def test_a_lessons_quiz_leads_to_the_promise_of_its_phase_and_has_no_score(
    call: Callable[..., str], library: Library
) -> None:
    for identity, entry in library.lessons.items():
        html = call("quiz", identity)
        assert f'href="../learners/{entry.phase}-promise.html"' in html
        assert "Childline: 0800 1111" in html
        assert "data-score" not in html


def test_a_quiz_ends_with_the_next_lesson_and_all_lessons(call: Callable[..., str], library: Library) -> None:
    one, following, *_, final = library.of_phase("early-years")
    html = call("quiz", one.id)
    link = f'<a class="quiz__link" href="../lessons/early-years/{following.id}/index.html">Next lesson: '
    assert link + following.lesson.title in html
    last = call("quiz", final.id)
    assert "Next lesson" not in last
    for shown in (html, last, call("knowledge_check", "early-years")):
        assert '<a class="quiz__link" href="../learners/early-years.html">All lessons</a>' in shown
    assert "All lessons" not in call("quiz", next(iter(library.adults)))


def test_the_board_of_the_youngest_alone_has_cards(call: Callable[..., str]) -> None:
    assert "javascripts/board-cards.js" in call("quiz", of_age("early-years").split("/")[2])
    assert "board-cards" not in call("knowledge_check", "early-years"), "It is counted before and after the year"
    assert "board-cards" not in call("quiz", of_age("years-1-2").split("/")[2])


def test_on_paper_the_youngest_number_steps_as_before(call: Callable[..., str], library: Library) -> None:
    lesson = first_with("type: put-in-order", "early-years").split("/")[2]
    orders = [one for one in library.lessons[lesson].quiz.questions if one.type == "put-in-order"]
    assert call("quiz", lesson).count(">First<") == len(orders)
    paper = call("quiz_paper", lesson)
    assert ">First<" not in paper
    assert paper.count("paper__box--number") == sum(len(one.steps) for one in orders)


def test_a_quiz_for_adults_may_show_a_score_and_leads_to_help_for_adults(
    call: Callable[..., str], library: Library
) -> None:
    for identity, quiz in library.adults.items():
        html = call("quiz", identity)
        assert ("data-score" in html) is quiz.score
        assert 'href="../help/index.html"' in html
        for childs in ("Childline", "promise", "Class board", "Next person"):
            assert childs not in html


def test_the_plain_words_lead_to_their_clauses_and_say_that_the_policy_wins(
    call: Callable[..., str], library: Library
) -> None:
    html = call("plain_words", "parents")
    for identity in library.policy.clauses:
        assert f'id="plain-{identity}"' in html
        assert f'href="../policy/index.html#{identity}"' in html
    assert "The approved text always wins" in html
    assert "<h3" in html
    assert "<h3" not in call("plain_words", "learners")


def test_the_youngest_find_a_picture_for_every_line(call: Callable[..., str], library: Library) -> None:
    html = call("plain_words", "young")
    shown = [use.young for use in library.clause_uses.values() if use.young]
    assert html.count("<svg") == len(shown)
    assert all(str(escape(words)) in html for words in shown)


def test_the_map_of_a_section_has_a_row_for_each_of_its_clauses(call: Callable[..., str], library: Library) -> None:
    topics = {topic for entry in library.lessons.values() for topic in entry.lesson.topics}
    taught = {identity for identity, use in library.clause_uses.items() if topics & set(use.about)}
    for section in library.policy.sections:
        html = call("policy_map", section.id)
        assert html.count('<th scope="row">') == len(section.clauses)
        if taught & {clause.id for clause in section.clauses}:
            assert '<th scope="col">Lessons and quiz questions</th>' in html
    assert "Lessons and quiz questions" not in call("policy_map", "links-with-other-policies")


def test_the_policy_is_counted(call: Callable[..., str], library: Library) -> None:
    assert call("policy_count", "points") == str(len(library.policy.clauses))
    assert call("policy_count", "ages") == "4 of 4"


def test_a_date_of_the_policy_is_the_one_in_its_table(call: Callable[..., str], library: Library) -> None:
    assert library.policy.approved is not None and library.policy.review is not None
    assert call("policy_date", "approved") == library.policy.approved.words
    assert call("policy_date", "review") == library.policy.review.words


def test_a_date_that_the_policy_does_not_have_is_no_phrase_for_another_place(library: Library) -> None:
    policy = library.policy.model_copy(update={"approval": ()})
    made = {macro.__name__: macro for macro in macros(replace(library, policy=policy), lambda: "a.html")}
    assert made["policy_date"]("review") == "not known"
    assert "the policy named" in str(made["contact"]("dsl"))


def test_a_linked_policy_leads_to_its_address_or_says_whom_to_ask(library: Library) -> None:
    def shown(**addresses: str | None) -> str:
        school = library.school.model_copy(update={"linked_policies": addresses})
        made = {macro.__name__: macro for macro in macros(replace(library, school=school), lambda: "a.html")}
        return str(made["linked_policies"]())

    assert shown().count(". Ask the school office for a copy.") == len(library.linked_policies)
    html = shown(behaviour="https://a.sch.uk/b.pdf")
    assert html.count("Ask the school office for a copy.") == len(library.linked_policies) - 1
    assert '<a href="https://a.sch.uk/b.pdf" rel="noreferrer">Behaviour and discipline policy</a>' in html


def test_the_dates_of_the_policy_are_given_without_a_word_on_today(call: Callable[..., str], library: Library) -> None:
    html = call("review_date")
    assert library.policy.approved
    assert library.policy.review
    assert f"<strong>{library.policy.approved.words}</strong>" in html
    assert f'data-due="{library.policy.review.last}"' in html
    assert "Check the date." in html
    assert "passed" not in html


def test_a_scene_is_a_file_of_its_own_with_its_words_and_its_measures(own_library: Library) -> None:
    here = "lessons/early-years/my-special-facts/index.html"
    scene = next(macro for macro in macros(own_library, lambda: here) if macro.__name__ == "scene")
    shown = str(scene("my-special-facts/three-facts"))
    (drawn,) = (one for one in own_library.lessons["my-special-facts"].scenes if one.id == "three-facts")
    assert 'src="scene-three-facts.svg"' in shown
    assert f'alt="{escape(drawn.alt)}"' in shown
    assert 'width="480" height="320" loading="lazy"' in shown


def test_the_sheet_shows_every_scene_once(call: Callable[..., str], library: Library) -> None:
    count = sum(len(entry.scenes) for entry in library.lessons.values())
    assert call("scene_sheet").count("<img ") == count == library.counts["scene"]


def test_what_is_taught_is_counted_from_the_files(call: Callable[..., str], root: Path) -> None:
    lessons = list(root.glob("lessons/*/*/lesson.md"))
    quizzes = [yaml.safe_load(file.read_text("utf-8")) for file in root.glob("quizzes/*/*.yml")]
    adults = [yaml.safe_load(file.read_text("utf-8")) for file in root.glob("quizzes/adults/*.yml")]
    asked = sum(len(quiz["questions"]) for quiz in quizzes) - sum(len(quiz["questions"]) for quiz in adults)
    assert call("taught_count", "lessons") == str(len(lessons))
    assert call("taught_count", "questions") == str(asked)
    assert call("taught_count", "strands") == "8"  # of Education for a Connected World
    assert call("taught_count", "ages") == str(len({file.parts[-3] for file in lessons}))
    strands = re.findall(r": (\d+) lesson", call("taught_strands"))
    assert sum(map(int, strands)) == len(lessons)


def test_each_statement_is_counted_once_as_taught_in_part_or_not_yet(call: Callable[..., str], root: Path) -> None:
    stated = yaml.safe_load((root / "docs/_data/frameworks.yml").read_text("utf-8"))["statements"]
    rows = re.findall(r'<th scope="row">(.*?)</th>' + r"<td>(\d+)</td>" * 4, call("taught_statements"))
    assert [name for name, *_ in rows] == list(dict.fromkeys(statement["curriculum"] for statement in stated))
    assert sum(int(row[1]) for row in rows) == len(stated)
    assert all(int(stated) == int(whole) + int(part) + int(not_yet) for _, stated, whole, part, not_yet in rows)


def test_a_question_to_the_school_has_its_answer_or_a_marked_blank(library: Library) -> None:
    blank = with_school(library, safeguarding=NAMED)("school_answers", "filtering-roles")
    asked = [question for question in library.school_questions if "filtering-roles" in question.lists]
    assert blank.count("Not on this website yet") == len(asked)
    answer = {"says": "Mrs <Elm>.", "written_in": "Child protection policy", "checked": date(2027, 1, 5)}
    known = with_school(library, safeguarding=NAMED, answers={asked[0].id: answer})("school_answers", "filtering-roles")
    assert known.count("Not on this website yet") == len(asked) - 1
    assert "Mrs &lt;Elm&gt;. " in known
    assert "Child protection policy. Checked on 5 January 2027." in known


def test_a_fact_for_those_who_answer_for_it_says_where_it_was_read_and_when(
    call: Callable[..., str], library: Library
) -> None:
    shown = call("sourced", "kcsie")
    assert str(escape(library.facts["kcsie"].source)) in shown
    assert "Last checked on 22 November 2026." in shown


def test_a_clause_in_short_has_the_readers_words_first_and_the_exact_ones_within(
    call: Callable[..., str], library: Library
) -> None:
    shown = call("in_short", "parents/learners-personal-use")
    plain, exact = shown.split("<details", 1)
    assert "Children aren&#39;t allowed" in plain or "Children aren't allowed" in plain
    assert library.policy.clauses["learners-personal-use"].text in exact
    assert library.policy.clauses["learners-personal-use"].text not in plain


def test_help_by_worry_calls_every_office_and_the_chair_where_that_number_is_known(library: Library) -> None:
    sites = [{"name": "B", "phone": "01632 960001"}, {"name": "C", "phone": "01632 960002"}]
    html = with_school(library, sites=sites, chair_of_governors={"phone": "01632 960003"})("help_by_worry")
    staff = html.partition("A worry about a member of staff</summary>")[2].partition("</details>")[0]
    calls = [number for number in re.findall(r'href="tel:(\d+)"', staff) if number.startswith("0163296000")]
    assert calls == ["01632960001", "01632960002", "01632960003"]
    assert "B: Call 01632 960001" in html

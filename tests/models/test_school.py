"""The facts about a school, and what is said where one is not known."""

from __future__ import annotations

import pytest

from macros.models.school import School
from macros.problems import ContentError
from macros.source import parse_yaml
from tests.models.telling import made, told

NO_WEBSITE = (
    "which is not the name of a website such as “www.example.org”. Copy it again from the browser's address line."
)
SCHOOL = "name: A School\nshort_name: A\nwebsite: https://a.sch.uk\nsafeguarding:\n  named_in_policy: B\n"


def test_a_fact_is_given_by_its_way() -> None:
    school = made(School, SCHOOL + "office: {phone: 01234 567890}\n")
    assert school.fact("office.phone") == "01234 567890"
    assert school.fact("safeguarding.named_in_policy") == "B"


@pytest.mark.parametrize(
    "loc", ["office.phone", "phone_rules", "safeguarding.lead", "safeguarding.deputies", "site_address"]
)
def test_a_fact_that_the_school_has_not_given_is_none(loc: str) -> None:
    assert made(School, SCHOOL + "office:\n  phone:\nphone_rules:\n").fact(loc) is None


@pytest.mark.parametrize("loc", ["offices", "office.fax", "name.first", "", "office.", "model_fields", "__class__"])
def test_a_fact_that_there_is_not_is_refused(loc: str) -> None:
    with pytest.raises(KeyError):
        made(School, SCHOOL).fact(loc)


def test_an_unknown_name_is_told() -> None:
    assert told(School, SCHOOL + "ofice: {}\n") == [
        "6:1: “ofice” is not a name that is known here. Did you mean “office”?"
    ]


def test_an_office_without_anything_under_it_is_told() -> None:
    assert told(School, SCHOOL + "office:\n") == [
        "6:8: “office” is empty. Write something after the colon, or take the line out if it is not needed."
    ]


def test_the_words_of_a_list_of_facts_are_words() -> None:
    school = made(School, SCHOOL + "  deputies: [Ms C, Mr D]\n")
    assert school.fact("safeguarding.deputies") == "Ms C, Mr D"


@pytest.mark.parametrize("loc", ["office", "safeguarding"])
def test_a_group_of_facts_is_not_a_fact(loc: str) -> None:
    with pytest.raises(KeyError):
        made(School, SCHOOL + "office: {phone: 01234 567890}\n").fact(loc)


def test_colours_are_given_by_their_names_in_small_letters() -> None:
    school = made(School, SCHOOL + 'colours:\n  accent: "#7A1F3D"\n  years_5_6: "#fff0b8"\n')
    assert school.colours is not None
    assert school.colours.given() == {"accent": "#7a1f3d", "years_5_6": "#fff0b8"}


@pytest.mark.parametrize("text", ["", "colours:\n", "colours: {}\n", "crest:\ncrest_alt:\n"])
def test_a_school_needs_no_colours_and_no_crest(text: str) -> None:
    school = made(School, SCHOOL + text)
    assert school.colours is None or not school.colours.given()
    assert school.crest_file is None


@pytest.mark.parametrize(
    "colour", ["red", '"#fff"', '"#7a1f3g"', "7a1f3d", '"#7a1f3d00"', '"rgb(1, 2, 3)"', '" #7a1f3d"']
)
def test_a_colour_that_is_not_six_digits_is_told(colour: str) -> None:
    assert told(School, SCHOOL + f"colours:\n  early_years: {colour}\n") == [
        "7:16: “early_years” must be “#” and six digits or letters from a to f, in quotes, "
        'as in early_years: "#1f5f74".'
    ]


def test_a_colour_that_yaml_would_take_for_a_note_is_told_and_not_lost() -> None:
    with pytest.raises(ContentError, match="7:11: A # after a space hides the rest"):
        parse_yaml(SCHOOL + "colours:\n  accent: #7a1f3d\n", "school.yml")


def test_a_colour_that_is_empty_is_told() -> None:
    (said,) = told(School, SCHOOL + "colours:\n  accent:\n")
    place, sentence = said.split(": ", 1)
    assert place.startswith("7:")
    assert sentence == ('“accent” has no colour. Put one in quotes, as in accent: "#1f5f74", or take the line out.')


def test_a_colour_that_there_is_not_is_told() -> None:
    assert told(School, SCHOOL + 'colours:\n  acent: "#7a1f3d"\n') == [
        "7:3: “acent” is not a name that is known here. Did you mean “accent”?"
    ]


def test_a_crest_is_named_from_the_sites_root_too() -> None:
    school = made(School, SCHOOL + "crest: docs/assets/images/our/crest_1.png\ncrest_alt: An oak\n")
    assert school.crest_file == "assets/images/our/crest_1.png"


@pytest.mark.parametrize(
    "crest",
    [
        "crest.svg",
        "docs/assets/images/crest.jpg",
        "docs/assets/images/../../../secret.svg",
        "docs/assets/stylesheets/crest.svg",
        "https://a.sch.uk/crest.svg",
        "docs/assets/images/our crest.svg",
    ],
)
def test_a_crest_that_is_no_picture_of_the_site_is_told(crest: str) -> None:
    assert told(School, SCHOOL + f"crest: {crest}\ncrest_alt: An oak\n") == [
        "6:8: “crest” must be an SVG or PNG file in docs/assets/images, as in “docs/assets/images/crest.svg”."
    ]


def test_a_crest_without_words_and_words_without_a_crest_are_told() -> None:
    assert told(School, SCHOOL + "crest: docs/assets/images/a.svg\n") == [
        "6:8: The crest has no words. Say what it shows in “crest_alt”, as in “An oak tree”."
    ]
    assert told(School, SCHOOL + "crest_alt: An oak\n") == [
        "6:12: These words belong to a crest, and there is none. Name its file in “crest”."
    ]


def test_the_addresses_of_linked_policies_may_be_empty() -> None:
    school = made(School, SCHOOL + "linked_policies:\n  behaviour:\n  aup: https://a.sch.uk/aup.pdf\n")
    assert school.linked_policies == {"behaviour": None, "aup": "https://a.sch.uk/aup.pdf"}
    assert made(School, SCHOOL).linked_policies == {}


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("www.a.sch.uk", "“behaviour” must be a whole address that begins with “https://”."),
        ("javascript:alert(1)", "“behaviour” must be a whole address that begins with “https://”."),
        ("https://", "“behaviour” must be a whole address that begins with “https://”."),
        ("https://policies", "“behaviour” leads to “policies”, " + NO_WEBSITE),
        ("https://…", "“behaviour” leads to “…”, " + NO_WEBSITE),
        ("https://me@a.sch.uk", "“behaviour” leads to “me@a.sch.uk”, " + NO_WEBSITE),
        ("https://www.nsрcc.org.uk/a", "“behaviour” leads to “www.nsрcc.org.uk”, " + NO_WEBSITE),  # a Cyrillic letter
        ("[]", "“behaviour” must be words, and here it is a list or a set of names."),
    ],
)
def test_an_address_that_is_none_is_told(address: str, said: str) -> None:
    assert told(School, SCHOOL + f"linked_policies:\n  behaviour: {address}\n") == [f"7:14: {said}"]


def test_linked_policies_without_anything_under_them_are_told() -> None:
    assert told(School, SCHOOL + "linked_policies:\n") == [
        "6:17: “linked_policies” is empty. Write something after the colon, or take the line out if it is not needed."
    ]


@pytest.mark.parametrize("address", ["https://a.sch.uk/safe", "https://a.sch.uk/safe/"])
def test_the_sites_address_ends_with_one_slash(address: str) -> None:
    assert made(School, SCHOOL + f"site_address: {address}\n").site_root == "https://a.sch.uk/safe/"


def test_without_an_address_the_site_has_no_root() -> None:
    assert made(School, SCHOOL).site_root is None


def test_half_terms_that_do_not_follow_each_other_are_told() -> None:
    assert told(School, SCHOOL + "half_terms: [2026-09-03, 2026-09-03, 2026-11-02]\n") == [
        "6:26: 2026-09-03 is not after 2026-09-03. Write the first day of each half term, in order."
    ]
    assert told(School, SCHOOL + "half_terms: [2026-09-03, 2026-11-02, 2072-01-04]\n") == [
        "6:38: From 2026-11-02 to 2072-01-04 is no half term: it is 16499 days. Mend the slip."
    ]
    assert told(School, SCHOOL + "half_terms: [3 September]\n")[0].startswith("6:14: ")
    assert len(made(School, SCHOOL + "half_terms: [2026-09-03, 2026-11-02]\n").half_terms) == 2


def test_the_schools_own_website_and_those_it_names_may_show_pages_in_a_frame() -> None:
    text = SCHOOL.replace("https://a.sch.uk", "https://WWW.a.sch.uk/home")
    school = made(School, text + "frame_ancestors: [https://b.example, https://www.a.sch.uk]\n")
    assert school.frame_origins == ("https://www.a.sch.uk", "https://b.example")


@pytest.mark.parametrize("host", ["a.sch.uk;script-src", "localhost", "a..uk", "-a.uk", "a.uk:999999"])
def test_a_website_whose_name_is_none_is_told(host: str) -> None:
    (said,) = told(School, SCHOOL.replace("https://a.sch.uk", f'"https://{host}/home"'))
    assert said == f"3:10: “website” leads to “{host}”, {NO_WEBSITE}"


@pytest.mark.parametrize("address", ["https://a.sch.uk/safe?a=b", "https://a.sch.uk/#safe"])
def test_the_sites_address_has_no_question_and_no_place(address: str) -> None:
    assert told(School, SCHOOL + f"site_address: {address}\n") == [
        "6:15: The address of a site has no “?” and no “#”. Leave out what begins there."
    ]


@pytest.mark.parametrize("name", ["TBC", "Unknown", "n/a", "None", "'?'", "'-'", "To be confirmed."])
@pytest.mark.parametrize(
    ("line", "field"),
    [("safeguarding: {lead: ~}", "lead"), ("safeguarding: {deputies: [~]}", "deputies"), ("lado: {name: ~}", "name")],
)
def test_a_word_for_nobody_is_no_name(name: str, line: str, field: str) -> None:
    text = SCHOOL.replace("safeguarding:\n  named_in_policy: B\n", "") + line.replace("~", name) + "\n"
    (said,) = told(School, text)
    words = name.strip("'")
    assert said.split(": ", 1)[1] == (
        f"“{words}” is nobody's name. Leave “{field}” empty until it is known: pages then say who to ask."
    )


@pytest.mark.parametrize("name", ["Mr None", "Ms O", "Nan Unknown", "Łukasz Żak", "陈老师", "Mrs Ash (Mon–Wed)"])
def test_a_name_is_a_name(name: str) -> None:
    assert made(School, SCHOOL + f"headteacher: {{name: {name}}}\n").headteacher.name == name


@pytest.mark.parametrize(
    "origin", ["http://a.example", "https://a.example/", "https://A.example", "https://*", "https://a", "none"]
)
def test_what_is_no_website_by_its_name_alone_is_told(origin: str) -> None:
    (said,) = told(School, SCHOOL + f"frame_ancestors: ['{origin}']\n")
    assert said.startswith("6:")
    assert "without anything after it, as in “https://www.example.sch.uk”" in said


HEAD = "headteacher: {name: Mrs Patel}\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "  lead: Mr Oak\n  lead_is_headteacher: yes\n" + HEAD,
            "7:24: The headteacher is Mrs Patel, and the lead is Mr Oak. Mend a name, or say “no” here.",
        ),
        (
            "  lead: Mrs Patel\n  lead_is_headteacher: no\n" + HEAD,
            "7:24: Mrs Patel is the headteacher and the lead. Say “yes” here, or mend a name.",
        ),
        (
            "  lead_is_headteacher: yes\n  deputies: [Mrs Patel]\n" + HEAD,
            "7:14: Mrs Patel is the lead. Name the deputies alone here.",
        ),
        (
            "  deputies: [Ms C, Mr D, ms c (Year 2)]\n",
            "6:26: ms c (Year 2) stands here twice. Keep one.",
        ),
        (
            HEAD + "chair_of_governors:\n  name: mrs patel (Chair)\n",
            "8:9: mrs patel (Chair) is the headteacher too. A concern about the headteacher goes to the chair of "
            "governors: name somebody else, or leave it empty.",
        ),
        (
            "  lead: Mr Oak\nlado:\n  name: Mr Oak\n",
            "8:9: Mr Oak is the lead too. Name somebody else, or leave it empty.",
        ),
        ("  lead_is_headteacher: perhaps\n", "6:24: “lead_is_headteacher” must be “yes” or “no”."),
        (
            "channels:\n  - address: https://a.example\n",
            "7:5: “name” is missing here. Add a line “name: …”.",
        ),
        (
            "channels:\n  - {name: A, address: https://a.example}\n  - {name: B, address: https://a.example}\n",
            "8:24: This address stands here twice. Keep one.",
        ),
        (
            "sites:\n" + "  - {name: Oak, phone: 01632 960001}\n" * 2,
            "8:12: Two sites are called “Oak”. Give each its own name, or take one out.",
        ),
        (
            "channels:\n  - name: Facebook\n    address: facebook.example\n",
            "8:14: “address” must be a whole address that begins with “https://”.",
        ),
        (
            "sites:\n  - {name: A, phone: 01632 960001}\n",
            "7:3: One office stands under “office”. Write it there, or add the other school or site here.",
        ),
        (
            "sites: [{name: A, phone: 01632 960001}, {name: B}]\n",
            "6:41: There is no way to reach the office of B. Add “phone” or “email”.",
        ),
        (
            "office: {phone: 01632 960009}\nsites: [{name: A, phone: 01632 960001}, {name: B, phone: 01632 960002}]\n",
            "6:9: Each of the “sites” has an office of its own. Write this one there, and leave “office” empty.",
        ),
    ],
)  # fmt: skip
def test_a_person_or_an_office_in_the_wrong_part_is_told(text: str, said: str) -> None:
    assert told(School, SCHOOL + text) == [said]


def test_what_is_empty_is_not_known_and_none_is_none() -> None:
    empty = "lead_is_headteacher:\n  named_in_policy:"
    school = made(School, SCHOOL.replace("named_in_policy: B", empty) + "channels:\nsites: []\n")
    assert (school.headteacher_is_lead, school.lead, school.channels, school.offices) == (False, None, None, ())
    assert made(School, SCHOOL + "channels: none\n").channels == ()
    assert made(School, SCHOOL + "channels: []\n").channels is None
    head = made(School, SCHOOL + "  lead_is_headteacher: yes\n" + HEAD)
    assert (head.headteacher_is_lead, head.lead) == (True, "Mrs Patel")

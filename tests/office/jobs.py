"""The jobs of an office through the year, each done in the forms, and its mistakes, each refused in a sentence.

What a job did is judged by the file on the disk, read by a reader of YAML that had no part in writing it, and by the
check.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml
from playwright.sync_api import expect

from tests.office.form import Office

SCHOOL = ("The school", "Facts about the school")
APPS = ("Apps and games", "All apps and games")
HELP = ("Help and facts", "Help for every family")
PAGE = ("Parents' pages", "Three minutes tonight")
NEWSLETTER = ("Newsletter and sheets", "A newsletter paragraph for each half term")
LESSON = ("Lessons: Years 3 and 4", "Three-word locks")


def values(office: Office, path: str) -> Any:
    return yaml.load(office.read(path), yaml.BaseLoader)


def fill_in_the_office_phone(office: Office) -> None:
    before = office.read("school.yml")
    office.open(*SCHOOL)
    office.fill("Office phone", "01632 960123")
    office.saved()
    after = office.read("school.yml")
    assert values(office, "school.yml")["office"]["phone"] == "01632 960123"
    assert after == before.replace("  phone:\n", "  phone: 01632 960123\n", 1), "Another line has changed."


def change_the_lead(office: Office) -> None:
    office.open(*SCHOOL)
    office.fill("Designated safeguarding lead (DSL)", "Mrs Ash (Deputy Head Teacher)")
    office.saved()
    assert values(office, "school.yml")["safeguarding"]["lead"] == "Mrs Ash (Deputy Head Teacher)"


def add_a_deputy(office: Office) -> None:
    office.open(*SCHOOL)
    deputies = office.field("Deputy safeguarding leads")
    deputies.get_by_role("button", name="Add").click()
    deputies.get_by_role("textbox").last.fill("Mr Birch")
    office.saved()
    assert values(office, "school.yml")["safeguarding"]["deputies"][-1] == "Mr Birch"


def say_where_the_site_is(office: Office) -> None:
    office.open(*SCHOOL)
    office.fill("Where this site is published", "https://www.elmfield.example/online-safety/")
    office.saved()
    assert values(office, "school.yml")["site_address"] == "https://www.elmfield.example/online-safety/"


def say_where_a_linked_policy_is(office: Office) -> None:
    office.open(*SCHOOL)
    office.fill("Anti-bullying policy", "https://www.elmfield.example/anti-bullying.pdf")
    office.saved()
    found = values(office, "school.yml")["linked_policies"]["anti-bullying"]
    assert found == "https://www.elmfield.example/anti-bullying.pdf"


JOBS: tuple[Callable[[Office], None], ...] = (
    fill_in_the_office_phone,
    change_the_lead,
    add_a_deputy,
    say_where_the_site_is,
    say_where_a_linked_policy_is,
)


def a_phone_number_with_letters(office: Office) -> None:
    office.open(*SCHOOL)
    office.fill("Office phone", "01632 ABC")
    office.save()
    expect(office.field("Office phone")).to_contain_text("This must be digits and spaces only.")


def an_address_without_https(office: Office) -> None:
    office.open(*SCHOOL)
    office.fill("The school's website", "www.elmfield.example")
    office.save()
    expect(office.field("The school's website")).to_contain_text("must be a whole address that begins with “https://”")


def a_lesson_whose_minutes_do_not_add_up(office: Office) -> None:
    office.open(*LESSON)
    box = office.field("The words").get_by_role("textbox")
    box.fill(box.input_value().replace("\nminutes: 30\n", "\nminutes: 35\n", 1))
    office.save()
    told = office.page.locator("#told")
    expect(told).to_contain_text("Not saved. lessons/years-3-4/three-word-locks/lesson.md:")
    expect(told).to_contain_text("The steps add up to 30 minutes and “minutes” says 35. Make them agree.")
    expect(office.page.get_by_role("alertdialog")).to_contain_text("The steps add up to 30 minutes")


MISTAKES: tuple[Callable[[Office], None], ...] = (
    a_phone_number_with_letters,
    an_address_without_https,
    a_lesson_whose_minutes_do_not_add_up,
)

"""The jobs of an office through the year, each done in the forms, and its mistakes, each refused in a sentence.

What a job did is judged by the file on the disk, read by a reader of YAML that had no part in writing it, and by the
check.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml
from playwright.sync_api import FilePayload, expect

from tests.office.form import Office

SCHOOL = ("The school", "Facts about the school")
POLICY = ("The policy", "The policy in plain words")
CLAUSES = "docs/_data/clauses.yml"
APPS = ("Apps and games", "All apps and games")
HELP = ("Help and facts", "Help for every family")
PAGE = ("Parents: pages", "Three minutes tonight")
NEWSLETTER = ("Newsletter, sheets", "A newsletter paragraph for each half term")
LESSON = ("Years 3 and 4: lessons", "Three-word locks")


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


def change_the_plain_words_of_a_clause_for_parents(office: Office) -> None:
    before = office.read(CLAUSES)
    office.open(*POLICY)
    clause = office.entry("Clauses", "safe-passwords: To use safe passwords.")
    office.fill("Parents", "To use passwords that are safe.", clause)
    office.saved()
    (found,) = (entry for entry in values(office, CLAUSES)["clauses"] if entry["id"] == "safe-passwords")
    assert found["plain"]["parents"] == "To use passwords that are safe."
    old, new = "      parents: To use safe passwords.\n", "      parents: To use passwords that are safe.\n"
    assert office.read(CLAUSES) == before.replace(old, new, 1), "Another line has changed."


def add_an_app(office: Office) -> None:
    before = office.read("docs/_data/apps.yml")
    office.open(*APPS)
    app = office.add("Apps")
    office.fill("Short name, for links", "pond-pals", app)
    office.fill("Name", "Pond Pals", app)
    office.field("Other words for it", app).get_by_role("textbox").first.fill("pondpals")
    office.choose("Kind", "Game", app)
    office.fill("Least age, in words", "13", app)
    office.fill("Age to sort by", "13", app)
    office.choose("In the plans for under-16s", "Not known", app)
    office.fill("What it is", "A game about a pond.", app)
    risks = office.field("What can go badly", app)
    risks.get_by_role("textbox").first.fill("messages from people you don't know")
    risks.get_by_role("button", name="Add").click()
    risks.get_by_role("textbox").last.fill("one game after another")
    office.fill("The control to set first", "Turn messages off.", app)
    office.choose("How sure this is", "Weak", app)
    office.fill("Looked up on", "2026-11-28", app)
    office.saved()
    assert values(office, "docs/_data/apps.yml")["apps"][-1] == {
        "id": "pond-pals",
        "name": "Pond Pals",
        "also": ["pondpals"],
        "kind": "game",
        "age": "13",
        "from_age": "13",
        "under_16": "not known",
        "what": "A game about a pond.",
        "risks": ["messages from people you don't know", "one game after another"],
        "control": "Turn messages off.",
        "sure": "weak",
        "checked": "2026-11-28",
    }
    assert office.read("docs/_data/apps.yml").startswith(before.rstrip("\n")), "Another entry has changed."


def retire_an_app(office: Office) -> None:
    office.open(*APPS)
    office.card("Apps", "Threads").get_by_role("button", name="Remove", exact=True).click()
    office.saved()
    assert "threads" not in {app["id"] for app in values(office, "docs/_data/apps.yml")["apps"]}
    assert office.read("docs/_data/apps.yml").startswith("# The services on the page"), "The notes have gone."


def change_the_number_of_a_help_route(office: Office) -> None:
    before = {route["id"]: route for route in values(office, "docs/_data/help-routes.yml")["routes"]}
    office.open(*HELP)
    route = office.entry("Help routes", before["nspcc"]["name"])
    office.fill("Phone", "0808 800 5001", route)
    office.fill("Looked up on", "2026-11-29", route)
    office.saved()
    after = {route["id"]: route for route in values(office, "docs/_data/help-routes.yml")["routes"]}
    assert after.pop("nspcc") == before.pop("nspcc") | {"phone": "0808 800 5001", "looked_up": "2026-11-29"}
    assert after == before


def correct_a_sentence_on_a_page(office: Office) -> None:
    path = "docs/parents/three-minutes.md"
    before = office.read(path)
    office.open(*PAGE)
    rewrite(office, "If you can't find it, that's OK.", "If you can't find it, that's fine.")
    office.saved()
    assert office.read(path) == before.replace("that's OK.", "that's fine.", 1)


def write_a_newsletter(office: Office) -> None:
    path = "docs/parents/print/newsletter.md"
    before = office.read(path)
    office.open(*NEWSLETTER)
    new = "They also look at how people can seem different on a screen. Ask them how."
    rewrite(office, "They also look at how people can seem different on a screen.", new)
    office.saved()
    assert office.read(path) == before.replace("different on a screen.", "different on a screen. Ask them how.", 1)


def correct_a_sentence_of_a_lesson(office: Office) -> None:
    path = "lessons/years-3-4/three-word-locks/lesson.md"
    before = office.read(path)
    office.open(*LESSON)
    rewrite(office, "Pupils can make them.", "The pupils can make them.")
    office.saved()
    assert office.read(path) == before.replace("Pupils can make them.", "The pupils can make them.", 1)


def rewrite(office: Office, old: str, new: str) -> None:
    """Change a sentence among the words of a page."""
    box = office.field("The words").get_by_role("textbox")
    words = box.input_value()
    assert old in words, f"The page has no “{old}”: the job must be mended."
    box.fill(words.replace(old, new, 1))


JOBS: tuple[Callable[[Office], None], ...] = (
    fill_in_the_office_phone,
    change_the_lead,
    add_a_deputy,
    say_where_the_site_is,
    say_where_a_linked_policy_is,
    change_the_plain_words_of_a_clause_for_parents,
    add_an_app,
    retire_an_app,
    change_the_number_of_a_help_route,
    correct_a_sentence_on_a_page,
    write_a_newsletter,
    correct_a_sentence_of_a_lesson,
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
    told(office, "lessons/years-3-4/three-word-locks/lesson.md:6:10: The steps add up to 30 minutes")


def a_short_name_with_spaces(office: Office) -> None:
    before = office.read("docs/_data/apps.yml")
    office.open(*APPS)
    app = office.entry("Apps", "TikTok")
    office.fill("Short name, for links", "tik tok", app)
    office.save()
    expect(office.field("Short name, for links", app)).to_contain_text("This must be small letters, digits and hyphens")
    assert office.read("docs/_data/apps.yml") == before


def words_for_a_picture_that_are_too_many(office: Office) -> None:
    before = office.read(CLAUSES)
    office.open(*POLICY)
    clause = office.entry("Clauses", "right-for-age: To use social media sites that suit their age and what they…")
    office.fill("Words of the picture version", "I choose only what suits my age.", clause)
    office.save()
    told(office, "“young” has 7 words; it may have at most 6.")
    assert office.read(CLAUSES) == before


def half_terms_out_of_order(office: Office) -> None:
    before = office.read("school.yml")
    office.open(*SCHOOL)
    for day in ("2026-11-02", "2026-09-02"):
        office.field("First day of each half term").get_by_role("button", name="Add").first.click()
        office.field("First day of each half term").locator("input[type=date]").last.fill(day)
    office.save()
    told(office, "2026-09-02 is not after 2026-11-02. Write the first day of each half term, in order.")
    assert office.read("school.yml") == before


def a_crest_that_is_too_large(office: Office) -> None:
    office.open(*SCHOOL)
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/><desc>' + "oak " * 20_000
    content = f"{svg}</desc></svg>".encode()
    picture = FilePayload(name="oak.svg", mimeType="image/svg+xml", buffer=content)
    crest = office.field("Crest or logo")
    crest.locator("input[type=file]").first.set_input_files(picture)
    office.fill("What the crest shows", "An oak tree.")
    office.save()
    told(office, "The crest is 78 kB, and many pages show it: at most 40 kB.")
    assert not (office.project / "docs/assets/images/school/oak.svg").exists()


def told(office: Office, sentence: str) -> None:
    """See that a save was refused, in Sveltia's own window and below the form."""
    expect(office.page.locator("#told")).to_contain_text("Not saved.")
    expect(office.page.locator("#told")).to_contain_text(sentence)
    expect(office.page.get_by_role("alertdialog")).to_contain_text(sentence)


MISTAKES: tuple[Callable[[Office], None], ...] = (
    a_phone_number_with_letters,
    an_address_without_https,
    a_lesson_whose_minutes_do_not_add_up,
    a_short_name_with_spaces,
    words_for_a_picture_that_are_too_many,
    half_terms_out_of_order,
    a_crest_that_is_too_large,
)

"""Copies of the project with one thing broken in each: the check must refuse just those that a build refuses.

`python -m tests.broken_copies` (make broken-copies) builds all of them, with MkDocs as the only judge of links and
menu. It takes about ten minutes. A part of them is built by the ordinary tests. `python -m tests.broken_copies table`
builds none, and prints each kind with what the check says of it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from macros.cache import RoundCache
from macros.problems import ContentError
from macros.site.site_check import read_site
from tests.copying import copy_project, thin_out

ROOT = Path(__file__).parents[1]
PAGE = "docs/parents/three-minutes.md"
LESSON = "lessons/years-3-4/three-word-locks/lesson.md"
QUIZ = "quizzes/years-3-4/three-word-locks.yml"
MENU = "mkdocs.yml"
SYMBOLS = "docs/_data/symbols.yml"
FOLDER = "lessons/years-3-4/three-word-locks"
FRONT = "---\ntitle: A new page\ndescription: A page.\nfor: Everyone\n---\n\n# A new page\n"

CHANGED = ("docs", "lessons", "quizzes", "mkdocs.yml")

Edit = Callable[[Path], None]


@dataclass(frozen=True)
class Copy:
    """A copy of the project with something changed.

    Attributes:
        edit: changes it.
        path: the file at which the check must point; "" where nothing is to be refused.
        at: the words in it at which the check must point; "" for its beginning.
        sentence: how what the check says begins.
        stricter: whether the check refuses what MkDocs by itself would let pass.
    """

    edit: Edit
    path: str = ""
    at: str = ""
    sentence: str = ""
    stricter: bool = False

    def place(self, root: Path) -> str:
        """Give the place at which the check must point, in the changed copy."""
        if not self.at:
            return f"{self.path}:1:1: "
        text = (root / self.path).read_text(encoding="utf-8")
        before = text[: text.rindex(self.at)]
        return f"{self.path}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}: "


def add(path: str, text: str) -> Edit:
    """Write words under a file's own."""

    def edit(root: Path) -> None:
        file = root / path
        file.write_text(f"{file.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")

    return edit


def write(path: str, text: str) -> Edit:
    """Write a file."""

    def edit(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    return edit


def change(path: str, old: str, new: str) -> Edit:
    """Change the first of some words of a file."""

    def edit(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text, f"{path} has no “{old}”: the table must be mended"
        (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def rename(path: str, other: str) -> Edit:
    """Give a file another name."""

    def edit(root: Path) -> None:
        (root / path).rename(root / other)

    return edit


def copied(path: str, other: str) -> Edit:
    """Write a file over another."""

    def edit(root: Path) -> None:
        (root / other).write_bytes((root / path).read_bytes())

    return edit


def take_out(path: str) -> Edit:
    """Delete a file."""
    return lambda root: (root / path).unlink()


def both(*edits: Edit) -> Edit:
    """Do several changes."""

    def edit(root: Path) -> None:
        for one in edits:
            one(root)

    return edit


def link(target: str, where: str = PAGE, words: str = "See [this]({}).") -> Edit:
    """Add a link."""
    return add(where, words.format(target))


def linked(target: str, sentence: str, *, at: str = "", where: str = PAGE, stricter: bool = False) -> Copy:
    """Give a copy in which a page has one more link, which leads nowhere."""
    return Copy(link(target, where), where, at or target, sentence, stricter)


def typed(text: str, at: str, sentence: str, *, where: str = PAGE) -> Copy:
    """Give a copy in which somebody typed what MkDocs lets pass, and no reader sees as it was meant."""
    return Copy(add(where, text), where, at, sentence, stricter=True)


def in_quiz(value: str, sentence: str) -> Copy:
    """Give a copy in which a choice of a quiz is other words, which MkDocs lets pass."""
    return Copy(change(QUIZ, "text: p@ssw0rd!", f"text: {value}"), QUIZ, value, sentence, stricter=True)


PICTURE = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'></svg>"
NO = "There is no page or file “"
NO_PICTURE = "There is no picture “"

BROKEN = {
    # Links on a page
    "a link to a page that is not there": linked("unkindd.md", f"{NO}unkindd.md” from here. Did you mean “"),
    "a link to a page by the name of its HTML": linked(
        "apps-and-games.html", f"{NO}apps-and-games.html” from here. Did you mean “apps-and-games.md”?"
    ),
    "a link to a folder": linked("worries/", f"{NO}worries/” from here."),
    "a link to a folder with a first page": linked(
        "../help", f"{NO}../help” from here. Did you mean “../help/index.md”?"
    ),
    "a link with capitals": linked(
        "Apps-and-Games.md", f"{NO}Apps-and-Games.md” from here. Did you mean “apps-and-games.md”? Capitals count."
    ),
    "a link counted from another folder": linked(
        "parents/index.md", f"{NO}parents/index.md” from here. Did you mean “index"
    ),
    "a link out of the site": linked("../../README.md", f"{NO}../../README.md” from here."),
    "a link to a data file": linked("../_data/apps.yml", f"{NO}../_data/apps.yml” from here."),
    "a link to a lesson's file": linked(
        "../lessons/years-3-4/three-word-locks/lesson.md",
        f"{NO}../lessons/years-3-4/three-word-locks/lesson.md” from here.",
    ),
    "a link that begins with a slash": linked(
        "/help/index.md",
        "“/help/index.md” begins at the top of the host, and the site may not stand there. Count from "
        "here. Did you mean “../help/index.md”?",
    ),
    "a link that begins with a backslash": linked(
        "\\help\\index.md", "“\\help\\index.md” begins at the top of the host"
    ),
    "a link without an address": Copy(link(""), PAGE, ")", "A link names its page itself", stricter=True),
    "a link without an end": Copy(
        add(PAGE, "See [this](index.md"),
        PAGE,
        "index.md",
        "The address of this link has no end on its line.",
        stricter=True,
    ),
    "a link whose address a macro makes": Copy(
        add(PAGE, 'See [this]({{ fact("website") }}).'),
        PAGE,
        '{{ fact("website") }}',
        "A link names its page itself",
        stricter=True,
    ),
    "a link in a list": Copy(add(PAGE, "- [this](nowhere.md)"), PAGE, "nowhere.md", f"{NO}nowhere.md” from here."),
    "a link in a table": Copy(
        add(PAGE, "| A | B |\n| --- | --- |\n| [this](nowhere.md) | C |"),
        PAGE,
        "nowhere.md",
        f"{NO}nowhere.md” from here.",
    ),
    "a link in a box": Copy(
        add(PAGE, '!!! note "Note"\n    See [this](nowhere.md).'), PAGE, "nowhere.md", f"{NO}nowhere.md” from here."
    ),
    "a link with a title": Copy(
        add(PAGE, 'See [this](nowhere.md "Title").'), PAGE, "nowhere.md", f"{NO}nowhere.md” from here."
    ),
    "a link in letters for addresses": linked("no%20where.md", f"{NO}no where.md” from here."),
    # Places in a page
    "a place that the page has not": linked(
        "#what-you-need", "This page has no place “what-you-need”.", at="#what-you-need"
    ),
    "a place that another page has not": linked(
        "index.md#by-wory", "The page “index.md” has no place “by-wory”. Did you mean “by-worry”?"
    ),
    "a clause that is not there": linked(
        "../policy/index.md#safe-pasword",
        "The page “../policy/index.md” has no place “safe-pasword”. Did you mean “safe-passwords”?",
    ),
    "a help route that is not there": linked(
        "../help/index.md#chidline", "The page “../help/index.md” has no place “chidline”."
    ),
    "an app that is not there": linked(
        "apps-and-games.md#app-zzz", "The page “apps-and-games.md” has no place “app-zzz”."
    ),
    "a place that a plan has not": linked(
        f"../{FOLDER}/teach.md#five-minute",
        f"The page “../{FOLDER}/teach.md” has no place “five-minute”. Did you mean “five-minutes”?",
    ),
    "a question that a quiz has not": linked(
        "../lessons/years-3-4/three-word-locks/index.md#three-word-locks-none-title",
        "The page “../lessons/years-3-4/three-word-locks/index.md” has no place “three-word-locks-none-title”.",
    ),
    "plain words that are not there": linked(
        "../policy/plain/index.md#plain-nothing", "The page “../policy/plain/index.md” has no place “plain-nothing”."
    ),
    "a clause whose id was changed": Copy(
        both(
            change(
                "docs/policy/index.md",
                "## Notes from this website { #notes-from-this-website }",
                "## Notes from this website { #notes }",
            ),
            link("../policy/index.md#notes-from-this-website"),
        ),
        PAGE,
        "../policy/index.md#notes-from-this-website",
        "The page “../policy/index.md” has no place “notes-from-this-website”.",
    ),
    # Pages that the site makes
    "a page of a lesson that is not made": linked(
        f"../{FOLDER}/teech.md", f"{NO}../{FOLDER}/teech.md” from here. Did you mean “../{FOLDER}/teach.md”?"
    ),
    "a lesson that is not there": linked(
        "../lessons/years-3-4/three-word-looks/index.md",
        f"{NO}../lessons/years-3-4/three-word-looks/index.md” from here. Did you mean “../{FOLDER}/index.md”?",
    ),
    "large print that a page has not": linked("index-large.md", f"{NO}index-large.md” from here."),
    # Pictures and plain files
    "a picture that is not there": Copy(
        add(PAGE, "![A key](key.svg)"), PAGE, "key.svg", f"{NO_PICTURE}key.svg” from here. There is “"
    ),
    "a picture with capitals": Copy(
        both(write("docs/parents/our-key.svg", PICTURE), add(PAGE, "![A key](Our-Key.svg)")),
        PAGE,
        "Our-Key.svg",
        f"{NO_PICTURE}Our-Key.svg” from here. Did you mean “our-key.svg”? Capitals count.",
    ),
    "a picture from the top of the host": Copy(
        add(PAGE, "![A key](/assets/images/symbols/key.svg)"),
        PAGE,
        "/assets/images/symbols/key.svg",
        "“/assets/images/symbols/key.svg” begins at the top of the host",
    ),
    "a picture on another host": Copy(
        add(PAGE, "![A key](https://example.org/key.svg)"),
        PAGE,
        "https://example.org/key.svg",
        "No page asks another host for a picture.",
        stricter=True,
    ),
    "a picture in a link": Copy(
        add(PAGE, "[![A key](key.svg)](index.md)"), PAGE, "key.svg", f"{NO_PICTURE}key.svg” from here."
    ),
    "a file that is not there": linked(
        "../assets/fonts/OFLL.txt", f"{NO}../assets/fonts/OFLL.txt” from here. Did you mean “../assets/fonts/OFL.txt”?"
    ),
    "a file with capitals": linked(
        "../assets/fonts/ofl.txt",
        f"{NO}../assets/fonts/ofl.txt” from here. Did you mean “../assets/fonts/OFL.txt”? Capitals count.",
    ),
    # Addresses that no page may have
    "an address that runs a script": linked(
        "javascript:go()", "“javascript:go()” cannot be opened from a page.", stricter=True
    ),
    "an address that holds a page": linked(
        "data:text/html,x", "“data:text/html,x” cannot be opened from a page.", stricter=True
    ),
    "an address that anybody can listen to": linked(
        "http://example.org", "“http://example.org” cannot be opened from a page.", stricter=True
    ),
    "an address on the author's own disk": linked(
        "file:///C:/plan.docx", "“file:///C:/plan.docx” cannot be opened from a page.", stricter=True
    ),
    "an address without its beginning": linked(
        "//example.org/a", "“//example.org/a” cannot be opened from a page.", stricter=True
    ),
    "an address with half a bracket": linked("https://[2001:db8", "“https://[2001:db8” is no address."),
    # Lessons, whose pages are not Markdown when MkDocs sees them
    "a lesson's link to a page that is not there": linked(
        "../../../help/idnex.md",
        f"{NO}../../../help/idnex.md” from here. Did you mean “../../../help/index.md”?",
        where=LESSON,
        stricter=True,
    ),
    "a lesson's link for the teacher": Copy(
        add(LESSON, '!!! teacher "Say"\n    See [this](nowhere.md).'),
        LESSON,
        "nowhere.md",
        f"{NO}nowhere.md” from here.",
        stricter=True,
    ),
    "a lesson's link on the worksheet": Copy(
        add(LESSON, '!!! worksheet "Draw"\n    See [this](nowhere.md).'),
        LESSON,
        "nowhere.md",
        f"{NO}nowhere.md” from here.",
        stricter=True,
    ),
    "a lesson's link to a place on another of its pages": linked(
        "#five-minutes", "This page has no place “five-minutes”.", where=LESSON, stricter=True
    ),
    "a lesson's link in its front matter": Copy(
        change(LESSON, "  - The learner's page", "  - The [learner's](idnex.md) page"),
        LESSON,
        "The [learner's](idnex.md)",
        f"{NO}idnex.md” from here. Did you mean “index.md”?",
        stricter=True,
    ),
    "a lesson's picture that is not there": Copy(
        add(LESSON, "![A key](key.png)"), LESSON, "key.png", "There is no picture “key.png” beside this page."
    ),
    "a lesson's picture from the source of the pages": Copy(
        add(LESSON, "![A key](../../../docs/assets/images/symbols/key.svg)"),
        LESSON,
        "../../../docs/assets/images/symbols/key.svg",
        f"{NO_PICTURE}../../../docs/assets/images/symbols/key.svg” from here. Did you mean “../../../assets/",
        stricter=True,
    ),
    "a lesson's link that begins with a slash": linked(
        "/help/index.md", "“/help/index.md” begins at the top of the host", where=LESSON, stricter=True
    ),
    "a lesson's page that is too long for a phone": Copy(
        change(LESSON, "\n!!! teacher", f"\n---\n\nThis page is long. {'Kit has a cat. ' * 90}\n\n!!! teacher"),
        LESSON,
        "This page is long.",
        "This page is about ",
    ),
    "a lesson's page begun before its first step": Copy(
        change(LESSON, "\n---\n\n## ", "\n---\n\n---\n\n## "),
        LESSON,
        "---\n\n## ",
        "Words stand before the first step.",
    ),
    "a table with a cell too many": typed(
        "| A | B |\n| --- | --- |\n| one | two | three |", " three |", "This row has 3 cells and the table 2 columns"
    ),
    "a table right under words": typed(
        "Words\n| Alpha | B |\n| --- | --- |\n| one | two |", "| Alpha", "This table stands right under other words"
    ),
    "a second heading of the first level": typed("# Another", "# Another", "A page has one heading of the first level"),
    "an id that is there already": typed(
        "## A { #twice }\n\n## Beta { #twice }", "## Beta", "The id “twice” stands further up already"
    ),
    "a link without words": typed("See [](index.md).", "[](index.md)", "This link has no words"),
    "a box without words": typed('!!! minute "Do it"\n\nA', '!!! minute "Do it"', "“!!! minute” has no words."),
    # The menu
    "a page that is not in the menu": Copy(
        write("docs/parents/new.md", FRONT),
        "docs/parents/new.md",
        "",
        "This page is not in the menu. Add a line “- parents/new.md” under “nav” in mkdocs.yml.",
    ),
    "a page of the menu that is not there": Copy(
        change(MENU, "\nnav:\n", "\nnav:\n  - parents/new.md\n"),
        MENU,
        "parents/new.md",
        "There is no page “parents/new.md” under docs/.",
    ),
    "a page of the menu with a slip": Copy(
        change(MENU, "parents/three-minutes.md", "parents/three-minuets.md"),
        MENU,
        "parents/three-minuets.md",
        "There is no page “parents/three-minuets.md” under docs/. Did you mean “parents/three-minutes.md”?",
    ),
    "a page of the menu from the top of the host": Copy(
        change(MENU, "parents/three-minutes.md", "/parents/three-minutes.md"),
        MENU,
        "/parents/three-minutes.md",
        "“/parents/three-minutes.md” begins with a slash.",
    ),
    "a title of the menu without a page": Copy(
        change(MENU, "\nnav:\n", "\nnav:\n  - New:\n"), MENU, "New:", "“New” leads nowhere."
    ),
    "a line of the menu with two names": Copy(
        change(MENU, "\nnav:\n", "\nnav:\n  - Home page: index.md\n    Another: help/index.md\n"),
        MENU,
        "Home page:",
        "Each line of the menu is ",
    ),
    "a folder in the menu": Copy(
        change(MENU, "\nnav:\n", "\nnav:\n  - parents\n"), MENU, "parents\n", "There is no page “parents” under docs/."
    ),
    "a file in the menu that is no page": Copy(
        change(MENU, "\nnav:\n", "\nnav:\n  - assets/fonts/OFL.txt\n"),
        MENU,
        "assets/fonts/OFL.txt",
        "“assets/fonts/OFL.txt” is no page.",
        stricter=True,
    ),
    "no menu": Copy(change(MENU, "\nnav:\n", "\nnavv:\n"), MENU, "", "The menu is missing."),
    "no part for the plans": Copy(
        change(MENU, "  - Teachers and staff:\n", "  - Teachers:\n"),
        MENU,
        "nav:",
        "The menu has no part “Teachers and staff”",
    ),
    "the map is not in the menu": Copy(
        change(MENU, "      - policy/map.md\n", ""), MENU, "nav:", "The menu has no line “- policy/map.md”"
    ),
    "a setting that is none": Copy(
        change(MENU, "use_directory_urls", "use_directory_url"),
        MENU,
        "use_directory_url:",
        "“use_directory_url” is not a setting. Did you mean “use_directory_urls”?",
    ),
    "a tab in the settings": Copy(
        change(MENU, "\nnav:\n", "\nnav:\n\t- index.md\n"), MENU, "\t- index.md", "A tab stands here."
    ),
    "two colons in the menu": Copy(
        change(MENU, "\nnav:\n", "\nnav:\n  - New: page: index.md\n"),
        MENU,
        ": index.md\n  - Home",
        "There is a second colon in this line.",
    ),
    # Pages
    "a page where a lesson makes one": Copy(
        write("docs/lessons/years-3-4/three-word-locks/index.md", FRONT),
        "docs/lessons/years-3-4/three-word-locks/index.md",
        "",
        "The site makes this page by itself. Move or rename this file.",
    ),
    "a page where large print is made": Copy(
        write("docs/parents/three-minutes-large.md", FRONT),
        "docs/parents/three-minutes-large.md",
        "",
        "The site makes this page by itself.",
    ),
    "a page and a README": Copy(
        write("docs/parents/README.md", FRONT),
        "docs/parents/README.md",
        "",
        "This file and “index.md” beside it are one page to the site.",
    ),
    "a page that is gone and stands in the menu": Copy(
        take_out("docs/parents/set-up/consoles.md"),
        MENU,
        "parents/set-up/consoles.md",
        "There is no page “parents/set-up/consoles.md” under docs/.",
    ),
    "a page that has another name": Copy(
        rename("docs/parents/set-up/consoles.md", "docs/parents/set-up/console.md"),
        "docs/parents/set-up/console.md",
        "",
        "This page is not in the menu.",
    ),
    "a place to which the plans lead is gone": Copy(
        change("docs/teachers/index.md", "{ #if-a-child-tells-you }", "{ #if-a-child-tells }"),
        "docs/teachers/index.md",
        "",
        "The site’s own layouts lead to “if-a-child-tells-you” on this page.",
    ),
    "a page in HTML": Copy(
        write("docs/parents/new.html", "<html></html>"),
        "docs/parents/new.html",
        "",
        "Only pages and the pictures that they show belong here.",
        stricter=True,
    ),
    "a page without front matter": Copy(
        write("docs/parents/new.md", "# New\n"),
        "docs/parents/new.md",
        "",
        "The page must begin with a line “---” and its front matter.",
    ),
    "a layout that is not there": Copy(
        change(PAGE, "for: ", "template: halp.html\nfor: "),
        PAGE,
        "halp.html",
        "There is no layout “halp.html”. Did you mean “help.html”?",
    ),
    "a layout that needs a lesson": Copy(
        change(PAGE, "for: ", "template: worksheet.html\nfor: "),
        PAGE,
        "worksheet.html",
        "There is no layout “worksheet.html”.",
    ),
    "a title that is a number": Copy(
        change(PAGE, "title: Three minutes tonight", "title: 2026"),
        PAGE,
        "2026\n",
        "“title” would be read as something other than words.",
    ),
    "a title that is a list": Copy(
        change(PAGE, "title: Three minutes tonight", "title: [a, b]"), PAGE, "[a, b]", "“title” must be words"
    ),
    "a name that is not known": Copy(
        change(PAGE, "for: ", "layout: help.html\nfor: "),
        PAGE,
        "layout:",
        "“layout” is not a name that is known here.",
        stricter=True,
    ),
    "a phase that is not there": Copy(
        change(PAGE, "for: ", "phase: year-3-4\nfor: "),
        PAGE,
        "year-3-4",
        "There is no phase “year-3-4”. Did you mean “years-3-4”?",
    ),
    "a date that is none": Copy(
        change(PAGE, "for: ", "checked: 2026-13-45\nfor: "), PAGE, "checked: 2026-11-22", "“checked” is here twice"
    ),
    # Programs and macros
    "an order to the template engine": Copy(
        add(PAGE, "{% if %}"), PAGE, "{% if %}", "“{% if %}” is a program, and a page holds none."
    ),
    "a percent sign after a bracket": Copy(
        add(PAGE, "100 {% of children"), PAGE, "{% of", "“{%” is a program, and a page holds none."
    ),
    "a name that means nothing": Copy(
        add(PAGE, "{{ nothing }}"), PAGE, "{{ nothing }}", "“{{ nothing }}” shows a setting of the program."
    ),
    "a setting of the program": Copy(
        add(PAGE, "{{ config }}"), PAGE, "{{ config }}", "“{{ config }}” shows a setting of the program.", stricter=True
    ),
    "a note of the template engine": Copy(
        add(PAGE, "[## note"), PAGE, "[## note", "Words from “[##” to “##]” vanish from the page."
    ),
    "a call that is not closed": Copy(
        add(PAGE, '{{ quiz("ten-minutes-tonight") }'), PAGE, "{{ quiz", "“{{” and “}}” do not pair up on this line."
    ),
    "a macro that is not there": Copy(
        add(PAGE, '{{ quizz("a") }}'), PAGE, "{{ quizz", "There is no macro “quizz”. Did you mean “quiz”?"
    ),
    "an id that is not there": Copy(
        add(PAGE, '{{ quiz("three-word-look") }}'), PAGE, "{{ quiz", "There is no quiz “three-word-look”."
    ),
    "too little for a macro": Copy(add(PAGE, "{{ quiz() }}"), PAGE, "{{ quiz()", "“quiz” needs one id in quotes"),
    "the story of a quiz for adults": Copy(
        add(PAGE, '{{ social_story("ten-minutes-tonight") }}'),
        PAGE,
        "{{ social_story",
        "There is no lesson “ten-minutes-tonight”.",
    ),
    "questions that an age has not": Copy(
        add(PAGE, '{{ knowledge_check("years-3-4") }}'),
        PAGE,
        "{{ knowledge_check",
        "There is no phase with questions for before and after “years-3-4”.",
    ),
    "braces without an end": Copy(add(PAGE, "{% raw %}{{ x }}"), PAGE, "{% raw %}", "“{% raw %}” has no end."),
    "a program in a lesson": Copy(
        add(LESSON, "{% for %}"), LESSON, "{% for %}", "“{% for %}” is a program, and a page holds none."
    ),
    "a program in a lesson's front matter": Copy(
        change(LESSON, "have_ready:\n", 'have_ready:\n  - "{% if %}"\n'),
        LESSON,
        "{% if %}",
        "“{% if %}” is a program, and a page holds none.",
    ),
    "a program in a title": Copy(
        change(PAGE, "title: Three minutes tonight", 'title: "{{ config }}"'),
        PAGE,
        "{{ config }}",
        "“{{ config }}” shows a setting of the program.",
        stricter=True,
    ),
    # HTML that was typed
    "a script on a page": typed("<script>go()</script>", "<script>", "Pages do not use “<script>”."),
    "a script in a lesson": typed("<script>go()</script>", "<script>", "Pages do not use “<script>”.", where=LESSON),
    "a script in a quiz": in_quiz("<script>go()</script>", "“<script>” is written as HTML is:"),
    "an address that runs a script in a quiz": in_quiz("'[A](javascript:go())'", "“javascript:” begins a program."),
    "what happens at a click": typed(
        '<div onclick="go()">A</div>', 'onclick="go()"', "“onclick” is not used in “<div>” on pages."
    ),
    "a style of an element": typed('<p style="color: red">A</p>', "style=", "“style” is not used in “<p>” on pages."),
    "words in angle brackets": typed("My name is <your name>.", "<your", "“<your name>” would not be seen:"),
    "an element that is not closed": typed("<div>\n\nWords", "<div>", "“<div>” is not closed,"),
    "a note that nobody sees": typed("<!-- Ask Sam -->", "<!--", "A note in “<!-- … -->” is not shown,"),
    "a frame": typed('<iframe src="https://example.org"></iframe>', "<iframe", "Pages do not use “<iframe>”."),
    # Signs that would take words away
    "words in curly brackets": typed("Do it {now} or later.", "{now}", "A curly bracket can take words away with it:"),
    "a password with stars": typed("It is K*tf*x2026.", "*tf*x2026", "Stars here do not stand round whole words,"),
    "a password with stars in a quiz": in_quiz("K*tf*x2026", "Stars here do not stand round whole words,"),
    "a tag of a chat": typed(
        "#kindness is a good tag.", "#kindness", "A “#” at the beginning of a line makes a heading"
    ),
    "a list right under words": typed("Take these:\n- a pen", "- a pen", "This list stands right under other words,"),
    "two spaces before the sign of a list": typed("  - a pen", "- a pen", "A list within a list is indented by four"),
    "a sign of a word processor": typed("• a pen", "• a pen", "This sign makes no list."),
    "a sharp sign in a value": Copy(
        change(PAGE, "title: Three minutes tonight", "title: Three minutes # tonight"),
        PAGE,
        "# tonight",
        "A # after a space hides the rest of this line.",
        stricter=True,
    ),
    "a sharp sign in a quiz": Copy(
        change(QUIZ, "text: p@ssw0rd!", "text: p@ss #word"), QUIZ, "#word", "A # after a space hides the rest", True
    ),
    "curly quotes that hold a value": Copy(
        change(PAGE, "title: Three minutes tonight", "title: “Three minutes: tonight”"),
        PAGE,
        ": tonight",
        "Curly quotes do not hold a value together.",
        stricter=True,
    ),
    # Phone numbers and addresses
    "a phone number of nobody": typed("Ring 01234 567890.", "01234 567890", "“01234 567890” is in no help route"),
    "a phone number of nobody in a quiz": in_quiz("Ring 01234 567890", "“01234 567890” is in no help route"),
    "an email address of nobody": typed("Write to a@b.example.", "a@b.example", "“a@b.example” is in no help route"),
    # Symbols
    "a symbol without a row": Copy(
        write("docs/assets/images/symbols/lock.svg", PICTURE.replace("'></svg>", "'><path d='M0 0h1'/></svg>")),
        "docs/assets/images/symbols/lock.svg",
        "",
        "“lock” is not in the register.",
        stricter=True,
    ),
    "a row without a symbol": Copy(
        take_out("docs/assets/images/symbols/cactus.svg"),
        SYMBOLS,
        "cactus\n    means",
        "There is no drawing “cactus.svg” in docs/assets/images/symbols.",
        stricter=True,
    ),
    "a symbol of two meanings": Copy(
        change(
            SYMBOLS,
            "symbols:\n",
            "symbols:\n  - {id: cactus, means: a plant that pricks, alt: A cactus., group: things}\n",
        ),
        SYMBOLS,
        "cactus\n    means",
        "“cactus” is in the register twice.",
        stricter=True,
    ),
    "two symbols of one meaning": Copy(
        change(SYMBOLS, "means: keeping something private", "means: a password"),
        SYMBOLS,
        "a password\n    alt: A padlock.",
        "“key” stands for “a password” as well.",
        stricter=True,
    ),
    "two symbols that are one drawing": Copy(
        copied("docs/assets/images/symbols/apple.svg", "docs/assets/images/symbols/cactus.svg"),
        SYMBOLS,
        "cactus\n    means",
        "“cactus” is drawn as “apple” is,",
        stricter=True,
    ),
    "other words for a symbol than its own": typed(
        '{{ picture("symbols/key", alt="Locked.") }}', "{{ picture", "The register says of “key”: “A key.”"
    ),
    "a symbol of two new words": Copy(
        change(LESSON, '!!! word "profile" name-tag', '!!! word "profile" key'),
        LESSON,
        '!!! word "profile" key',
        "“key” is the symbol of the new word “password” at this age,",
        stricter=True,
    ),
    # What stands above a page
    "a page without a description": Copy(
        change("docs/parents/three-minutes.md", "description: ", "about: "),
        PAGE,
        "about: ",
        "“about” is not a name that is known here.",
        stricter=True,
    ),
    "a page for nobody": Copy(
        change(PAGE, "for: Parents and carers", "for: Mums"),
        PAGE,
        "Mums",
        "“Mums” is not known as “for”.",
        stricter=True,
    ),
}

RIGHT = {
    "nothing": Copy(lambda root: None),
    "curly quotes round a value": Copy(change(PAGE, "title: Three minutes tonight", "title: “Three minutes” tonight")),
    "words like a link in a quiz": Copy(change(QUIZ, "at_home: Ask", "at_home: Say ![A](x.svg), [b](y.md) and")),
    "signs that are only signs": Copy(
        add(PAGE, "I <3 you, 3 < 4, 5 * 4, C# and #1, a_b, `<your name>`, [https://www.gov.uk](https://www.gov.uk).")
    ),
    "a link to a page and to its place": Copy(link("index.md#by-worry")),
    "a link to the page itself": Copy(both(add(PAGE, "## New { #new }"), link("#new"))),
    "a link to a clause": Copy(link("../policy/index.md#safe-passwords")),
    "a link to a help route": Copy(link("../help/index.md#childline")),
    "a link to an app": Copy(link("apps-and-games.md#app-whatsapp")),
    "a link to plain words": Copy(link("../policy/plain/index.md#plain-safe-passwords")),
    "a link to large print": Copy(link("three-minutes-large.md")),
    "a link to pages that are made": Copy(
        both(
            link("../lessons/years-3-4/three-word-locks/answers.md"),
            link("../lessons/years-3-4/three-word-locks/teach.md#five-minutes"),
            link("../lessons/years-3-4/three-word-locks/index.md#quiz"),
            link("../learners/years-3-4-words.md"),
            link("../teachers/map.md"),
        )
    ),
    "a link to a file, a telephone and an address": Copy(
        both(link("../assets/fonts/OFL.txt"), link("tel:999"), link("https://www.gov.uk"), link("../policy/review.ics"))
    ),
    "a picture with a space in its name": Copy(
        both(write("docs/parents/our key.svg", PICTURE), add(PAGE, "![A key](our%20key.svg)"))
    ),
    "a lesson's page that is divided": Copy(
        change(
            LESSON,
            "\n!!! teacher",
            f"\n---\n\n{'Kit has a cat. ' * 25}\n\n---\n\n{'Kit is glad. ' * 25}\n\n!!! teacher",
        )
    ),
    "a lesson's links and picture": Copy(
        both(
            write("lessons/years-3-4/three-word-locks/key.svg", PICTURE),
            add(LESSON, "See [this](worksheet.md), [that](index.md#quiz) and ![A key](key.svg)"),
            add(LESSON, '!!! teacher "Say"\n    [Here](#five-minutes) or [there](../../../help/index.md#childline).'),
        )
    ),
    "a new page in the menu": Copy(
        both(
            write("docs/parents/new.md", FRONT),
            change(MENU, "      - parents/index.md\n", "      - parents/index.md\n      - New: parents/new.md\n"),
        )
    ),
    "braces, code and an id": Copy(
        add(PAGE, "## New { #new }\n\n{% raw %}{{ config }}{% endraw %} and `<script>`, `K*tf*x`.")
    ),
}


@contextmanager
def changed(root: Path, copy: Copy) -> Iterator[None]:
    """Change a copy, and put everything back."""
    before = {path: path.read_bytes() for name in CHANGED for path in _files(root / name)}
    copy.edit(root)
    try:
        yield
    finally:
        for name in CHANGED:
            for path in _files(root / name):
                if path not in before:
                    path.unlink()
        for path, content in before.items():
            if not path.exists() or path.read_bytes() != content:
                path.write_bytes(content)


def _files(place: Path) -> list[Path]:
    return [place] if place.is_file() else [path for path in place.rglob("*") if path.is_file()]


def thin_copy(to: Path) -> Path:
    """Copy the project, with one lesson for each age."""
    copy_project(ROOT, to)
    thin_out(to)
    return to


def without_our_check(project: Path) -> Path:
    """Let MkDocs alone judge links and menu: the copy's own parts read the content, and do not check the site."""
    parts = project / "macros/site/site_parts.py"
    text = parts.read_text(encoding="utf-8")
    assert "else read_site(root, made)" in text
    parts.write_text(text.replace("else read_site(root, made)", "else read_library(root, made)"), encoding="utf-8")
    return project


def built_by_mkdocs(project: Path) -> bool:
    """Whether MkDocs builds a copy in which our own check of the site is left out."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder]
        return subprocess.run(command, cwd=project, capture_output=True, check=False).returncode == 0


def said_by_the_check(project: Path, copy: Copy, cache: RoundCache | None = None) -> list[str]:
    """Give all that the check says of a changed copy, what it says at the place of the change first."""
    try:
        read_site(project, cache)
    except ContentError as error:
        place = copy.place(project) + copy.sentence if copy.path else ""
        return sorted(map(str, error.problems), key=lambda line: not line.startswith(place))
    return []


def print_table() -> None:
    """Print each kind of copy with what the check says of it, as a table in Markdown."""
    print("| Kind of slip | What the check says |\n| --- | --- |")
    cache = RoundCache()
    with tempfile.TemporaryDirectory() as folder:
        project = thin_copy(Path(folder))
        for name, copy in (*BROKEN.items(), *RIGHT.items()):
            cache.start_round()
            with changed(project, copy):
                said = said_by_the_check(project, copy, cache) or ["(all is well)"]
            more = f" (and {len(said) - 1} more)" if len(said) > 1 else ""
            shown = said[0] if len(said[0]) < 200 else said[0][:200] + "…"
            print(f"| {name} | {shown.replace('|', chr(92) + '|')}{more} |", flush=True)


def _said(passed: bool) -> str:
    return "passes " if passed else "refuses"


def main() -> int:
    """Build every copy; tell each of which the build and the check do not say the same."""
    if sys.argv[1:] == ["table"]:
        print_table()
        return 0
    different = 0
    with tempfile.TemporaryDirectory() as folder:
        project = without_our_check(thin_copy(Path(folder)))
        for name, copy in (*BROKEN.items(), *RIGHT.items()):
            with changed(project, copy):
                checked = not said_by_the_check(project, copy)
                built = built_by_mkdocs(project)
            same = built == checked or (copy.stricter and built and not checked)
            different += not same
            words = [" " * 6 if same else "DIFFER", "check", _said(checked), "build", _said(built), name]
            print(*words, flush=True)
    print(f"{len(BROKEN) + len(RIGHT)} copies, {different} of which the two judge differently.")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())

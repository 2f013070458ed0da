"""Each mistake that an author can make is told as `file:line:column: sentence`, and never as a traceback."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.cache import RoundCache
from macros.content.loader import read_library
from macros.problems import ContentError
from tests.photos import PLACE, SVG, photo

QUIZ = "quizzes/years-3-4/three-word-locks.yml"
LESSON = "lessons/years-3-4/three-word-locks/lesson.md"
POLICY = "docs/policy/index.md"
PARENTS = "docs/parents/index.md"
ABOUT = "docs/about/index.md"
SCHOOL = "school.yml"
NEWSLETTER = "docs/parents/print/newsletter.md"
SCENES = "lessons/years-3-4/three-word-locks/scenes.yml"
LIST = "docs/_data/checklists/ten-minutes-tonight.yml"

Capture = pytest.CaptureFixture[str]
Change = Callable[[str, str, str], int]


def told(project: Path, capsys: Capture) -> list[str]:
    """Check the project; give each problem that is told."""
    assert main(["--root", str(project), "check"]) == 1
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    *lines, last = err.rstrip("\n").split("\n")
    count = len(lines)
    assert last == f"{count} problem{'s' if count != 1 else ''} to mend."
    return lines


def write(project: Path, path: str, content: str | bytes) -> None:
    file = project / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


def test_the_copy_as_it_is_has_no_mistake(project: Path, capsys: Capture) -> None:
    assert main(["--root", str(project), "check"]) == 0
    out, err = capsys.readouterr()
    assert re.match(r"All is well: 84 policy clauses, \d+ lessons, \d+ quizzes, \d+ questions, ", out)
    assert err == ""


# Mistakes made by changing a few words: file, what is there, what is put there, and what is told.
# “{line}” stands for the line of the change, “{two above}”, “{above}” and “{below}” for lines near it, and “{brace}”
# for the column of the braces of the macro that is changed; “{at …}” for the first line that holds some words.
CHANGED = {
    "a misspelt name": (
        QUIZ,
        "    hint: Could",
        "    hnit: Could",
        [
            "QUIZ:{line}:5: “hnit” is not a name that is known here. Did you mean “hint”?",
            "QUIZ:{at id: }:5: “hint” is missing here. Add a line “hint: …”.",
        ],
    ),
    "two choices alike": (
        QUIZ,
        "text: p@ssw0rd!",
        "text: Kitfox2026",
        ["QUIZ:{line}:15: “Kitfox2026” says the same as number 1 above. Make them differ, or keep one."],
    ),
    "a full stop is the only difference": (
        QUIZ,
        "text: p@ssw0rd!",
        "text: kitfox2026.",
        ["QUIZ:{line}:15: “kitfox2026.” says the same as number 1 above. Make them differ, or keep one."],
    ),
    "no choice is correct": (
        QUIZ,
        "        correct: yes\n",
        "",
        ["QUIZ:{at - text: }:7: No choice is correct. Add “correct: yes” to the best one."],
    ),
    "two choices are correct": (
        QUIZ,
        "      - text: p@ssw0rd!\n",
        "      - text: p@ssw0rd!\n        correct: yes\n",
        ["QUIZ:{below}:18: A second choice is correct here. Keep one, or make the question “type: choose-many”."],
    ),
    "a tab in YAML": (
        QUIZ,
        "    hint: Could",
        "\thint: Could",
        ["QUIZ:{line}:1: A tab stands here. Use spaces: YAML does not allow tabs."],
    ),
    "a repeated name": (
        QUIZ,
        "    hint: Could",
        "    text: Again\n    hint: Could",
        ["QUIZ:{line}:5: “text” is here twice; the first is on line {above}. Keep one of them."],
    ),
    "an unknown topic": (
        QUIZ,
        "topics: [safe-passwords]",
        "topics: [safe-pasword]",
        ["QUIZ:{line}:14: There is no topic “safe-pasword”. Did you mean “safe-passwords”?"],
    ),
    "an unknown picture in a quiz": (
        QUIZ,
        "picture: thumb-up",
        "picture: thum-up",
        ["QUIZ:{line}:47: There is no symbol “thum-up”. Did you mean “thumb-up”?"],
    ),
    "a word of ten thousand letters": (
        QUIZ,
        "text: p@ssw0rd!",
        f"text: {'a' * 1900}",
        ["QUIZ:{line}:15: The word “aaaaaaaaaaaaaaaaaaaa…” has 1900 letters. Is it a slip?"],
    ),
    "a text far too long": (
        QUIZ,
        "text: p@ssw0rd!",
        f"text: {'a' * 10_000}",
        ["QUIZ:{line}:15: “text” is too long: at most 2000 characters."],
    ),
    "a hidden character": (
        QUIZ,
        "lamp river cactus",
        "lamp \u202eriver cactus",
        ["QUIZ:{line}:20: A hidden character (U+202E) stands here. Delete it and type the words again."],
    ),
    "an alias": (
        QUIZ,
        "text: lamp river cactus",
        "text: *lamp",
        ["QUIZ:{line}:15: A value begins with “*” or “&”. Put the whole value in quotes."],
    ),
    "a tag": (
        QUIZ,
        "text: lamp river cactus",
        "text: !lamp river",
        ["QUIZ:{line}:15: Tags (“!name”) are not used here. Put the value in quotes."],
    ),
    "a second colon": (
        QUIZ,
        "text: lamp river cactus",
        "text: Lamp: river",
        ["QUIZ:{line}:19: There is a second colon in this line. Put the words after the first colon in quotes."],
    ),
    "the choice that is added by itself": (
        QUIZ,
        "text: p@ssw0rd!",
        "text: I'm not sure",
        ["QUIZ:{line}:15: “I'm not sure” is added to every question by itself. Take it out here."],
    ),
    "steps that do not add up": (
        LESSON,
        "## My plan (2 minutes)",
        "## My plan (3 minutes)",
        ["LESSON:{at minutes: }:10: The steps add up to 31 minutes and “minutes” says 30. Make them agree."],
    ),
    "a step without minutes": (
        LESSON,
        "## My plan (2 minutes)",
        "## My plan",
        [
            "LESSON:{line}:4: This heading does not say how long the step takes. Write it at the end, in round "
            "brackets: “(5 minutes)”."
        ],
    ),
    "a half term of another name": (
        NEWSLETTER,
        "## Autumn, first half",
        "## Autumn first half",
        [
            f"{NEWSLETTER}:{{line}}:1: “Autumn first half” is no half term of docs/_data/phases.yml, so the "
            "newsletter's feed would leave this paragraph out. Did you mean “Autumn, first half”?"
        ],
    ),
    "half terms without their last": (
        SCHOOL,
        "half_terms: []",
        "half_terms: [2026-09-02, 2026-11-02, 2027-01-04]",
        [
            "school.yml:{line}:13: There are 3 days here, and 6 half terms in docs/_data/phases.yml. Write the first "
            "day of each."
        ],
    ),
    "a slip in a picture, and not in the lesson that shows it": (
        SCENES,
        "size: 1.42",
        "size: 0",
        [f"{SCENES}:{{line}}:71: “size” must be at least 0.3."],
    ),
    "an unknown strand": (
        LESSON,
        "strand: privacy-and-security",
        "strand: privacy-and-securty",
        ["LESSON:{line}:9: There is no strand “privacy-and-securty”. Did you mean “privacy-and-security”?"],
    ),
    "an unknown statement": (
        LESSON,
        "{id: OSA-4,",
        "{id: OSA-44,",
        ["LESSON:{line}:10: There is no curriculum statement “OSA-44”. Did you mean “OSA-4”?"],
    ),
    "a claim without its step": (
        LESSON,
        '{id: OSA-4, step: "Build a three-word lock", ',
        "{id: OSA-4, ",
        ["LESSON:{line}:5: “step” is missing here. Add a line “step: …”."],
    ),
    "a claim of a step that is not there": (
        LESSON,
        '{id: OSA-4, step: "Build a three-word lock"',
        '{id: OSA-4, step: "Build a three-word look"',
        [
            "LESSON:{line}:23: This lesson has no step “Build a three-word look”. "
            "Did you mean “Build a three-word lock”?"
        ],
    ),
    "an unknown symbol": (
        LESSON,
        "symbol: key",
        "symbol: kay",
        ["LESSON:{line}:9: There is no symbol “kay”. Did you mean “key”?"],
    ),
    "front matter without an end": (
        LESSON,
        "\n---\n\n## Think",
        "\n\n## Think",
        ["LESSON:1:1: The front matter has no end. Close it with a line “---”."],
    ),
    "no front matter": (
        LESSON,
        "---\ntitle",
        "title",
        ["LESSON:1:1: The page must begin with a line “---” and its front matter."],
    ),
    "a Markdown picture without words": (
        PARENTS,
        "## The policy in short",
        "![](../assets/images/symbols/key.svg)\n\n## The policy in short",
        [
            "PARENTS:{line}:1: This picture has no alternative text. Say in a few words what it shows: ![a fox with "
            "a key](key.svg)."
        ],
    ),
    "a picture macro with empty words": (
        LESSON,
        'alt="A key."',
        'alt=" "',
        ["LESSON:{line}:1: This picture has no alternative text. Say what it shows in “alt”, or use “decoration”."],
    ),
    "a picture macro without words": (
        LESSON,
        '"symbols/key", alt="A key."',
        '"cast/kit-calm"',
        ['LESSON:{line}:1: A picture needs its words: {{ picture("cast/kit-calm", alt="Kit the fox") }}.'],
    ),
    "a picture that is not there": (
        LESSON,
        '"symbols/key"',
        '"symbols/kye"',
        ["LESSON:{line}:1: There is no picture “symbols/kye”. Did you mean “symbols/key”?"],
    ),
    "a misspelt macro": (
        ABOUT,
        "fact(",
        "fcat(",
        ["ABOUT:{line}:{brace}: There is no macro “fcat”. Did you mean “fact”?"],
    ),
    "a macro with a wrong id": (
        LESSON,
        'quiz("three-word-locks")',
        'quiz("three-word-lock")',
        [
            'LESSON:{line}:1: A lesson shows its own quiz: write {{ quiz("three-word-locks") }}.',
            "LESSON:{line}:1: There is no quiz “three-word-lock”. Did you mean “three-word-locks”?",
        ],
    ),
    "examples of a part that is not there": (
        "docs/about/look/adults.md",
        'examples("checklist")',
        'examples("checklits")',
        ["docs/about/look/adults.md:{line}:1: There is no component “checklits”. Did you mean “checklist”?"],
    ),
    "a macro without an id": (
        ABOUT,
        'fact("name")',
        "fact()",
        ['ABOUT:{line}:{brace}: “fact” needs one id in quotes: {{ fact("…") }}.'],
    ),
    "a macro that is indented": (
        "docs/parents/passwords-privacy-location.md",
        "{{ checklist",
        "    {{ checklist",
        [
            "docs/parents/passwords-privacy-location.md:{line}:5: “checklist” must stand alone on its line, at the "
            "left margin."
        ],
    ),
    "an unknown fact": (
        ABOUT,
        'fact("name")',
        'fact("nmae")',
        ["ABOUT:{line}:{brace}: There is no fact “nmae” in school.yml. Did you mean “name”?"],
    ),
    "a policy clause without an id": (
        POLICY,
        "      { #safe-passwords }\n",
        "",
        ["POLICY:{above}:1: Clause 6.4(d) has no id. Put “  { #a-short-name }” on a line under it."],
    ),
    "a policy id used twice": (
        POLICY,
        "{ #purpose }",
        "{ #written-by }",
        ["POLICY:{line}:6: The id “written-by” is used before, on line {two above}. Give each its own."],
    ),
    "an unknown name in school.yml": (
        SCHOOL,
        "short_name:",
        "shortname:",
        [
            "school.yml:{line}:1: “shortname” is not a name that is known here. Did you mean “short_name”?",
            "school.yml:{at name: }:1: “short_name” is missing here. Add a line “short_name: …”.",
        ],
    ),
    "a phone number with letters": (
        SCHOOL,
        "    phone: 01632 960111",
        "    phone: 01632 HELP",
        ["school.yml:{line}:12: “phone” must be digits and spaces only. Leave other words and signs out."],
    ),
    "an office number with letters": (
        SCHOOL,
        "  phone:",
        "  phone: call us",
        ["school.yml:{line}:10: “phone” must be digits and spaces only. Leave other words and signs out."],
    ),
    "a date that is none": (
        SCHOOL,
        "    looked_up: 2026-11-22",
        "    looked_up: 22/11/2026",
        ["school.yml:{line}:16: “looked_up” must have the year first, then the month and the day: 2026-11-22."],
    ),
    "an address without https": (
        SCHOOL,
        "https://www.elmfield",
        "www.elmfield",
        ["school.yml:{line}:10: “website” must be a whole address that begins with “https://”."],
    ),
    "a colour on which words cannot be read": (
        SCHOOL,
        "colours:\n",
        'colours:\n  accent: "#f0c000"\n',
        [
            "school.yml:{below}:11: Words on “accent” (#f0c000) have a contrast of 1.71 to 1, and 4.5 to 1 is needed. "
            'The nearest colour of the same hue that passes is "#907300".'
        ],
    ),
    "a colour without quotes": (
        SCHOOL,
        "colours:\n",
        "colours:\n  years_1_2: #cfe6c2\n",
        [
            "school.yml:{below}:14: A # after a space hides the rest of this line. Put the whole value in quotes; or, "
            "if it is a note, put it on a line of its own."
        ],
    ),
    "a crest that is not there": (
        SCHOOL,
        "crest:\ncrest_alt:\n",
        "crest: docs/assets/images/crest.png\ncrest_alt: An oak\n",
        ["school.yml:{line}:8: There is no picture “docs/assets/images/crest.png”. Put it there, or mend its name."],
    ),
    "a help route that does not say when it answers": (
        SCHOOL,
        "    when: not-known\n",
        "",
        [
            "school.yml:{at id: wold-therapeutic-support}:5: “when” is missing here. Say when this help "
            "answers, and never guess: add “when: day-and-night”, “when: day” or “when: not-known”."
        ],
    ),
    "a help route used twice": (
        SCHOOL,
        "id: wold-therapeutic-support",
        "id: childline",
        ["school.yml:{line}:9: Two help routes have the id “childline”. Give each its own."],
    ),
    "two list items alike": (
        LIST,
        "text: Agree who can know it.",
        "text: Use a different one for each important account",
        ["LIST:{line}:11: This item says the same as one above. Keep one of them."],
    ),
}


@pytest.mark.parametrize("mistake", list(CHANGED))
def test_a_changed_word_is_told_in_its_place_and_nothing_else_is_told(
    project: Path, change: Change, capsys: Capture, mistake: str
) -> None:
    path, old, new, lines = CHANGED[mistake]
    text = (project / path).read_text(encoding="utf-8")
    line = change(path, old, new)
    before = text[: text.index(old) + len(old)]
    brace = before[before.rfind("\n") + 1 :].rfind("{{") + 1
    expected = [
        re.sub(r"\{at ([^}]*)\}", lambda match: str(text[: text.index(match[1])].count("\n") + 1), said)
        .replace("{line}", str(line))
        .replace("{above}", str(line - 1))
        .replace("{two above}", str(line - 2))
        .replace("{below}", str(line + 1))
        .replace("{brace}", str(brace))
        for said in lines
    ]
    for name, whole in (
        ("QUIZ", QUIZ),
        ("LESSON", LESSON),
        ("POLICY", POLICY),
        ("PARENTS", PARENTS),
        ("ABOUT", ABOUT),
        ("LIST", LIST),
    ):
        expected = [f"{whole}{said.removeprefix(name)}" if said.startswith(f"{name}:") else said for said in expected]
    assert told(project, capsys) == sorted(expected, key=by_place)


def by_place(said: str) -> tuple[str, int, int, str]:
    path, line, column, sentence = said.split(":", 3)
    return path, int(line), int(column), sentence


# Files that are not what they should be: the quiz's bytes, and what is told.
BOMB = "\n".join(["a0: &a0 [x, x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9))])
FILES = {
    "an empty file": (b"", "1:1: This file is empty. Fill it in or delete it."),
    "a file of spaces": (b"  \n\n", "1:1: This file is empty. Fill it in or delete it."),
    "a picture named .yml": (
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        "1:1: This is not plain text in UTF-8. Save the file as “UTF-8” text.",
    ),
    "noughts": (b"\x00" * 64, "1:1: A hidden character (U+0000) stands here. Delete it and type the words again."),
    "a byte-order mark": (
        b"\xef\xbb\xbftitle: A",
        "1:1: The file begins with a byte-order mark. Save it as “UTF-8”, not “UTF-8 with BOM”.",
    ),
    "UTF-16": (
        "title: A".encode("utf-16"),
        "1:1: This is not plain text in UTF-8. Save the file as “UTF-8” text.",
    ),
    "Windows letters": (
        "title: caf\u00e9".encode("cp1252"),
        "1:11: This is not plain text in UTF-8. Save the file as “UTF-8” text.",
    ),
    "five megabytes": (
        b"title: A\n" * 560_000,
        "1:1: The file is 4921 kB; at most 256 kB is read. Is it the right file? If so, split it.",
    ),
    "a list": (b"- a\n- b\n", "1:1: This must be lines of “name: value”, and it is something else."),
    "only words": (b"hello there\n", "1:1: This must be lines of “name: value”, and it is something else."),
    "a lone colon": (b":\n", None),
    "two parts": (
        b"title: A\n---\ntitle: B\n",
        "3:1: A second part begins here (“---”). Keep one part to a file.",
    ),
}


@pytest.mark.parametrize("kind", list(FILES))
def test_a_file_that_is_no_quiz_is_told(project: Path, capsys: Capture, kind: str) -> None:
    content, said = FILES[kind]
    write(project, QUIZ, content)
    lines = told(project, capsys)
    if said is None:
        assert all(line.startswith(f"{QUIZ}:") for line in lines)
    else:
        assert lines == [f"{QUIZ}:{said}"]


@pytest.mark.parametrize("depth", [500, 60_000])
def test_lists_nested_too_deeply_are_told(project: Path, depth: int) -> None:
    """In a process of its own: a reader that follows such a file all the way down crashes, and takes pytest with it."""
    quizzes = sorted(file.relative_to(project).as_posix() for file in (project / "quizzes").glob("*/*.yml"))
    for quiz, opening in zip(quizzes, ("[", "{a: ", "- "), strict=False):
        write(project, quiz, opening * depth)
    run = subprocess.run(
        [sys.executable, "-m", "macros", "--root", str(project), "check"],
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert run.stderr.splitlines() == [
        *(f"{quiz}:1:1: The lists in this file are nested too deeply." for quiz in quizzes[:3]),
        "3 problems to mend.",
    ]


def test_a_file_that_would_unfold_to_millions_of_values_is_refused_at_once(project: Path, capsys: Capture) -> None:
    write(project, QUIZ, BOMB)
    lines = told(project, capsys)
    assert {line.split(": ", 1)[1] for line in lines} == {
        "Aliases (“*name”) are not used here. Write the value out.",
        "A value begins with “&”. Put the whole value in quotes.",
    }
    assert len(lines) < 100


@pytest.mark.parametrize(
    "path", [QUIZ, LESSON, POLICY, SCHOOL, LIST, PARENTS, "docs/_data/phases.yml", "docs/_data/help-routes.yml"]
)
def test_rubbish_in_any_file_is_told_and_never_a_traceback(project: Path, path: str) -> None:
    rubbish = [b"\xff\xfe\x00", b"\x00", b"{{ ", b"![](a.svg)"]
    if path != PARENTS:  # almost any words may be a page
        rubbish += [b"", b"- a\n- b\n", b"---\n- a\n---\n", b"a: [\n", b"hello"]
    for content in rubbish:
        write(project, path, content)
        with pytest.raises(ContentError) as caught:
            read_library(project)
        assert path in {problem.path for problem in caught.value.problems}, content


def test_a_quiz_that_is_missing_is_told_at_its_lesson(project: Path, capsys: Capture) -> None:
    (project / QUIZ).unlink()
    assert f"{LESSON}:1:1: The lesson has no quiz. Write {QUIZ}." in told(project, capsys)


def test_a_quiz_of_no_lesson_names_the_nearest(project: Path, capsys: Capture) -> None:
    shutil.copy(project / QUIZ, project / "quizzes/years-3-4/three-word-lock.yml")
    assert told(project, capsys) == [
        "quizzes/years-3-4/three-word-lock.yml:1:1: This quiz belongs to no lesson. Did you mean “three-word-locks”?"
    ]


def test_a_lesson_id_in_two_phases_is_told(project: Path, capsys: Capture) -> None:
    shutil.copytree(
        project / "lessons/years-3-4/three-word-locks",
        project / "lessons/years-5-6/three-word-locks",
        ignore=shutil.ignore_patterns("scenes.yml"),  # whose people live in one phase
    )
    copy = project / "lessons/years-5-6/three-word-locks/lesson.md"  # whose new word has a symbol that is taken there
    copy.write_text(
        copy.read_text(encoding="utf-8").replace('"settings" settings', '"settings"').replace("year: 3", "year: 5"),
        encoding="utf-8",
    )
    shutil.copy(project / QUIZ, project / "quizzes/years-5-6/three-word-locks.yml")
    assert told(project, capsys) == [
        "lessons/years-5-6/three-word-locks/lesson.md:2:1: The lesson “three-word-locks” is also at "
        f"{LESSON}. Rename one folder."
    ]


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        (
            "quizzes/year-3-4/a.yml",
            "A file of this kind must be quizzes/<phase>/<id>.yml, and the phase one of the four. "
            "Did you mean “years-3-4”?",
        ),
        (
            "quizzes/a.yml",
            "A file of this kind must be quizzes/<phase>/<id>.yml, and the phase one of the four. "
            "There is “adults”, “early-years”, “years-1-2”, “years-3-4”, “years-5-6”.",
        ),
        (
            "lessons/year-3-4/a/lesson.md",
            "A file of this kind must be lessons/<phase>/<id>/lesson.md, and the phase one of the four. "
            "Did you mean “years-3-4”?",
        ),
        (
            "quizzes/years-3-4/a.yaml",
            "Only quizzes belong here, and their names end in “.yml”. Rename or move this file.",
        ),
        (
            "lessons/years-3-4/a/leson.md",
            "This folder has no “lesson.md”. Write one, or move this file to its lesson.",
        ),
    ],
)
def test_a_file_in_the_wrong_place_is_told(project: Path, capsys: Capture, path: str, sentence: str) -> None:
    write(project, path, "title: A\n")
    assert told(project, capsys) == [f"{path}:1:1: {sentence}"]


@pytest.mark.parametrize("name", ["My Lesson", "three_word_locks", "Three-Word-Locks", "löcks"])
def test_a_folder_whose_name_is_no_id_is_told(project: Path, capsys: Capture, name: str) -> None:
    (project / "lessons/years-3-4/three-word-locks").rename(project / f"lessons/years-3-4/{name}")
    (project / QUIZ).rename(project / f"quizzes/years-3-4/{name}.yml")
    lesson = project / f"lessons/years-3-4/{name}/lesson.md"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("three-word-locks", name), encoding="utf-8")
    assert any(line.startswith(f"lessons/years-3-4/{name}/lesson.md:1:1: ") for line in told(project, capsys))


@pytest.mark.parametrize(
    "path", [QUIZ, LESSON, PARENTS, "lessons/years-3-4/three-word-locks/picture.svg", "docs/assets/images/photo.png"]
)
def test_a_link_out_of_the_tree_is_told_and_not_followed(
    project: Path, tmp_path_factory: pytest.TempPathFactory, capsys: Capture, path: str
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.txt"
    outside.write_text("title: secret\n", encoding="utf-8")
    (project / path).unlink(missing_ok=True)
    (project / path).symlink_to(outside)
    lines = told(project, capsys)
    assert lines == [f"{path}:1:1: This is a link to a place outside the project. Put the file itself here."]


def test_a_link_to_a_folder_out_of_the_tree_is_told(
    project: Path, tmp_path_factory: pytest.TempPathFactory, capsys: Capture
) -> None:
    (project / "docs/more").symlink_to(tmp_path_factory.mktemp("outside"))
    assert told(project, capsys) == [
        "docs/more:1:1: This is a link to a place outside the project. Put the file itself here."
    ]


def test_what_must_not_be_published_is_told_with_everything_else(
    project: Path, change: Change, capsys: Capture
) -> None:
    """The words of each are in tests/checks/test_published_files.py."""
    folder = LESSON.removesuffix("lesson.md")
    write(project, "docs/class-list.csv", "A child’s name")
    write(project, "docs/parents/~$index.docx", b"\x05A Name")
    write(project, f"{folder}notes.docx", b"PK")
    write(project, f"{folder}lesson.md.bak", "Listen for")
    write(project, f"{folder}card.jpg", photo(PLACE))
    write(project, "quizzes/years-3-4/names.xlsx", b"PK")
    write(project, "lessons/scenes.yml", "scenes: []")
    write(project, f"{folder}old-scenes.yml", "scenes: []")
    write(project, "docs/assets/images/symbols/key.svg", SVG.replace("<path", '<path onclick="alert(1)"'))
    card = change(LESSON, "{{ quiz(", "![A card](card.jpg)\n\n{{ quiz(")
    note = change(PARENTS, "## The policy in short", "<!-- Ask A’s mother -->\n\n## The policy in short")
    change(LESSON, "symbol: key", "symbol: kay")
    assert card
    assert [line.split(": ")[0] for line in told(project, capsys) if "symbol “kay”" not in line] == [
        "docs/assets/images/symbols/key.svg:1:59",
        "docs/class-list.csv:1:1",
        f"{PARENTS}:{note}:1",
        "docs/parents/~$index.docx:1:1",
        "lessons/scenes.yml:1:1",
        f"{folder}card.jpg:1:1",
        f"{folder}lesson.md.bak:1:1",
        f"{folder}notes.docx:1:1",
        f"{folder}old-scenes.yml:1:1",
        "quizzes/years-3-4/names.xlsx:1:1",
    ]


def test_a_link_that_leads_nowhere_is_told(project: Path, capsys: Capture) -> None:
    (project / QUIZ).unlink()
    (project / QUIZ).symlink_to("nowhere.yml")
    nowhere = "This link leads nowhere. Put the file itself here, or delete the link."
    assert told(project, capsys) == [f"{QUIZ}:1:1: {nowhere}"]
    (project / QUIZ).unlink()
    (project / PARENTS).unlink()
    (project / PARENTS).symlink_to("nowhere.md")
    (project / "docs/more").symlink_to("nowhere")
    assert f"{PARENTS}:1:1: {nowhere}" in told(project, capsys)
    assert f"docs/more:1:1: {nowhere}" in told(project, capsys)


@pytest.mark.parametrize(
    ("block", "why"),
    [
        ("teacher", 'Add “!!! teacher "Say"” with what the teacher says.'),
        ("home", "Add “!!! home” with a few lines for the grown-up at home."),
        ("worksheet", 'Add “!!! worksheet "…"” with something to do on paper.'),
    ],
)
def test_a_lesson_without_a_part_for_a_reader_is_told(project: Path, capsys: Capture, block: str, why: str) -> None:
    text = (project / LESSON).read_text(encoding="utf-8")
    first = text.split("\n").index("---", 1) + 2
    write(project, LESSON, re.sub(rf"^!!! {block}.*\n(?:    .*\n|\n)+", "", text, flags=re.MULTILINE))
    assert f"{LESSON}:{first}:1: The lesson has no “{block}” part. {why}" in told(project, capsys)


def test_a_lesson_without_its_quiz_is_told(project: Path, change: Change, capsys: Capture) -> None:
    change(LESSON, '{{ quiz("three-word-locks") }}', "No quiz today.")
    first = (project / LESSON).read_text(encoding="utf-8").split("\n").index("---", 1) + 2
    assert told(project, capsys) == [
        f'{LESSON}:{first}:1: The lesson has no “quiz” part. Add a line {{{{ quiz("…") }}}} where the quiz belongs.'
    ]


@pytest.mark.parametrize("word", ["No", "yes", "on", "12:30", "007", "NULL"])
def test_a_word_that_yaml_would_change_is_kept_as_it_was_typed(project: Path, change: Change, word: str) -> None:
    change(QUIZ, "text: p@ssw0rd!", f"text: {word}")
    question = read_library(project).lessons["three-word-locks"].quiz.questions[0]
    assert question.choices[2].text == word  # type: ignore[union-attr]


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_a_choice_that_is_nothing_is_told(project: Path, change: Change, capsys: Capture, nothing: str) -> None:
    line = change(QUIZ, "text: p@ssw0rd!", f"text: {nothing}".rstrip())
    said = told(project, capsys)
    assert len(said) == 1
    assert said[0].startswith(f"{QUIZ}:{line}:")
    assert said[0].endswith(
        "“text” is empty. Write something after the colon, or take the line out if it is not needed."
    )


def test_mistakes_in_many_files_are_all_told_in_one_run_in_order(
    project: Path, change: Change, capsys: Capture
) -> None:
    change(SCHOOL, "    looked_up: 2026-11-22", "    looked_up: today")
    change(LESSON, "symbol: key", "symbol: kay")
    change(QUIZ, "topics: [safe-passwords]", "topics: [safe-pasword]")
    change(PARENTS, "## The policy in short", "![](../assets/images/symbols/key.svg)")
    change("lessons/early-years/my-special-facts/lesson.md", "minutes: 15", "minutes: 14")
    lines = told(project, capsys)
    assert [line.split(":")[0] for line in lines] == [
        PARENTS,
        "lessons/early-years/my-special-facts/lesson.md",
        LESSON,
        QUIZ,
        SCHOOL,
    ]
    with pytest.raises(ContentError) as caught:
        read_library(project, RoundCache())  # all files afresh, and not those alone that were changed
    assert lines == list(map(str, caught.value.problems))


def test_what_a_lesson_asks_in_class_is_judged_anew_though_its_quiz_alone_was_saved(
    project: Path, change: Change, capsys: Capture
) -> None:
    line = change(LESSON, "in_class: [", "in_class: [")
    change(QUIZ, "id: someone-guessed", "id: somebody-guessed")
    said = [words.partition(" ") for words in told(project, capsys) if words.startswith(f"{LESSON}:{line}:")]
    sentence = "The quiz of this lesson has no question “someone-guessed”. Did you mean “somebody-guessed”?"
    assert said == [(f"{LESSON}:{line}:33:", " ", sentence)]


def test_a_folder_that_holds_no_project_is_told(tmp_path: Path, capsys: Capture) -> None:
    lines = told(tmp_path, capsys)
    assert "school.yml:1:1: This file is missing. Put it back, or take away what names it." in lines

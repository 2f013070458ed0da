"""Only pages and the pictures that they show may lie where the site is made from."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.cache import RoundCache
from macros.checks.published_files import check_published_files
from macros.models.school import Safeguarding, School
from tests.photos import GIF, HEIC, PLACE, SVG, VERSION, jpeg, photo, png, webp

LESSON = "lessons/years-1-2/a"
SHOWS = "![A key](key.svg) ![A fox](fox.jpg) ![A dot](dot.PNG) ![A line](line.webp) ![A star](star.gif)"
SCHOOL = School(
    name="A",
    short_name="A",
    website="https://a.sch.uk",
    crest="docs/assets/images/crest.svg",
    crest_alt="An oak",
    safeguarding=Safeguarding(named_in_policy="B"),
)
FILES: dict[str, str | bytes] = {
    "docs/index.md": "# A\n\n[Licences](assets/licences.txt)\n",
    "docs/assets/licences.txt": "MIT",
    "docs/assets/stylesheets/light.css": "",
    "docs/assets/javascripts/quiz.js": "",
    "docs/assets/fonts/letters.woff2": b"wOF2",
    "docs/assets/images/symbols/key.svg": SVG,
    "docs/assets/images/crest.svg": SVG,
    "docs/assets/images/share.png": png(),
    "docs/_data/apps.yml": "apps: []",
    "docs/_data/notes.txt": "Not published",
    "docs/robots.txt": "",
    "quizzes/years-1-2/a.yml": "title: A",
    f"{LESSON}/lesson.md": SHOWS,
    f"{LESSON}/scenes.yml": "scenes: []",
    f"{LESSON}/key.svg": SVG,
    f"{LESSON}/fox.jpg": photo(VERSION),
    f"{LESSON}/dot.PNG": png(),
    f"{LESSON}/line.webp": webp((b"VP8 ", bytes(12))),
    f"{LESSON}/star.gif": GIF,
}
SHOW = "![What it shows]"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A project in which everything is in its place."""
    for path, content in FILES.items():
        write(tmp_path, path, content)
    return tmp_path


def write(root: Path, path: str, content: str | bytes) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())


def texts(root: Path) -> Iterator[tuple[str, str]]:
    for folder, name in (("docs", "*.md"), ("lessons", "*lesson.md")):
        for file in sorted((root / folder).rglob(name)):
            if file.is_file():
                yield file.relative_to(root).as_posix(), file.read_text(encoding="utf-8")


def told(root: Path, school: School | None = SCHOOL) -> list[str]:
    problems = check_published_files(root, dict(texts(root)), school, RoundCache())
    return sorted({str(problem) for problem in problems})


def test_a_project_in_which_everything_is_in_its_place_is_left_alone(tree: Path) -> None:
    assert told(tree) == []


# What does not belong here

DOCUMENT = (
    "This is a document, and only {} belong here. Keep it outside “{}”; what everybody may read, write into a page."
)
COPY = "This is a copy that a program kept, with old words in it. Delete it, or keep it outside “{1}”."
LOCK = (
    "Word or Excel writes this file while a document is open, with your name in it. Close the document; if the file is "
    "still here, delete it."
)
OTHER = "Only {} belong here. Keep this file outside “{}”."
UNSHOWABLE = "Many browsers do not show “{2}”. Save the picture again as JPEG or PNG, and show that."
STRAY = {
    "class-list.csv": DOCUMENT,
    "notes.docx": DOCUMENT,
    "Letter.PDF": DOCUMENT,
    "slides.pptx": DOCUMENT,
    "names.xlsx": DOCUMENT,
    "lesson.md.bak": COPY,
    "index.md.orig": COPY,
    "lesson.md~": COPY,
    "#lesson.md#": COPY,
    "lesson.md.tmp": COPY,
    "~$lesson.docx": LOCK,
    "~$lesson.md": LOCK,
    "~$photo.png": LOCK,
    "photo.heic": UNSHOWABLE,
    "IMG_0001.HEIC": UNSHOWABLE,
    "photo.tiff": UNSHOWABLE,
    "photo.bmp": UNSHOWABLE,
    "notes.txt": OTHER,
    "film.mp4": OTHER,
    "page.html": OTHER,
    "data.yml": OTHER,
    "loose.css": OTHER,
    "loose.js": OTHER,
    "INDEX.MD": OTHER,
    "notes.markdown": OTHER,
    "names": OTHER,
    "old-scenes.yml": OTHER,
    "all.zip": OTHER,
}
PAGES = "pages and the pictures that they show"


@pytest.mark.parametrize("name", list(STRAY))
@pytest.mark.parametrize(
    ("place", "belongs", "folder"),
    [
        ("docs", PAGES, "docs"),
        ("docs/parents/more", PAGES, "docs"),
        (LESSON, "“lesson.md”, the pictures that it shows and “scenes.yml”", "lessons"),
        (f"{LESSON}/pictures", "“lesson.md”, the pictures that it shows and “scenes.yml”", "lessons"),
        ("lessons", "“lesson.md”, the pictures that it shows and “scenes.yml”", "lessons"),
    ],
)
def test_a_file_that_is_no_page_and_no_picture_is_told(
    tree: Path, place: str, belongs: str, folder: str, name: str
) -> None:
    write(tree, f"{place}/{name}", "A child’s name")
    sentence = STRAY[name].format(belongs, folder, Path(name).suffix.lower())
    assert told(tree) == [f"{place}/{name}:1:1: {sentence}"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.yaml", "Only quizzes belong here, and their names end in “.yml”. Rename or move this file."),
        ("names.csv", "Only quizzes belong here, and their names end in “.yml”. Rename or move this file."),
        ("photo.png", "Only quizzes belong here, and their names end in “.yml”. Rename or move this file."),
        ("a.yml.bak", COPY.format("", "quizzes")),
        ("~$a.yml", LOCK),
    ],
)
def test_a_file_among_the_quizzes_that_is_none_is_told(tree: Path, name: str, said: str) -> None:
    write(tree, f"quizzes/years-1-2/{name}", "A")
    assert told(tree) == [f"quizzes/years-1-2/{name}:1:1: {said}"]


@pytest.mark.parametrize("place", ["docs/assets", "docs/assets/stylesheets/more", "docs/assets/javascripts"])
def test_a_style_sheet_outside_its_folder_is_told(tree: Path, place: str) -> None:
    write(tree, f"{place}/a.css", "")
    assert told(tree) == [f"{place}/a.css:1:1: {OTHER.format(PAGES, 'docs')}"]


def test_a_text_among_the_assets_that_no_page_names_is_told(tree: Path) -> None:
    write(tree, "docs/assets/class-4.txt", "Names")
    assert told(tree) == [
        "docs/assets/class-4.txt:1:1: No page names this file. Link to it from a page, or keep it outside “docs”."
    ]


@pytest.mark.parametrize("place", ["docs", "docs/parents", LESSON, "quizzes/years-1-2", "docs/_data"])
@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        "._lesson.md",
        "Thumbs.db",
        "thumbs.db",
        "desktop.ini",
        "Desktop.ini",
        "Icon\r",
        ".~lock.a.odt#",
        ".a.swp",
        ".#a",
    ],
)
def test_what_a_program_keeps_for_itself_stops_nobody(tree: Path, place: str, name: str) -> None:
    write(tree, f"{place}/{name}", b"\0\0\0\x01Bud1")
    assert told(tree) == []


def test_a_hidden_folder_is_passed_over(tree: Path) -> None:
    write(tree, "docs/.draft/names.csv", "A")
    assert told(tree) == []


# Which pictures are shown


def test_a_picture_that_no_page_shows_is_told(tree: Path) -> None:
    write(tree, f"{LESSON}/holiday.jpg", jpeg())
    write(tree, "docs/parents/holiday.png", png())
    write(tree, "docs/assets/images/photos/holiday.gif", GIF)
    write(tree, "docs/parents/holiday.svg", SVG)
    said = "No page shows this picture. Show it, ![What it shows]({}), or keep it outside “{}”."
    assert told(tree) == [
        f"docs/assets/images/photos/holiday.gif:1:1: {said.format('holiday.gif', 'docs')}",
        f"docs/parents/holiday.png:1:1: {said.format('holiday.png', 'docs')}",
        f"docs/parents/holiday.svg:1:1: {said.format('holiday.svg', 'docs')}",
        f"{LESSON}/holiday.jpg:1:1: {said.format('holiday.jpg', 'lessons')}",
    ]


@pytest.mark.parametrize(
    ("page", "shows"),
    [
        ("docs/parents/index.md", f"{SHOW}(../assets/images/photos/a.png)"),
        ("docs/index.md", "[Licences](assets/licences.txt)\n\n[A](assets/images/photos/a.png)"),
        (f"{LESSON}/lesson.md", f"{SHOWS}\n\n{SHOW}(../../../assets/images/photos/a.png)"),
    ],
)
def test_a_picture_may_be_shown_from_anywhere(tree: Path, page: str, shows: str) -> None:
    write(tree, "docs/assets/images/photos/a.png", png())
    assert len(told(tree)) == 1
    write(tree, page, shows)
    assert told(tree) == []


def test_a_picture_that_is_named_only_in_code_is_not_shown(tree: Path) -> None:
    write(tree, "docs/parents/index.md", f"`{SHOW}(a.png)`\n\n```\n{SHOW}(a.png)\n```\n")
    write(tree, "docs/parents/a.png", png())
    assert len(told(tree)) == 1


def test_a_picture_that_is_named_in_other_capitals_is_told_so(tree: Path) -> None:
    (tree / LESSON / "fox.jpg").rename(tree / LESSON / "Fox.JPG")
    assert told(tree) == [f"{LESSON}/Fox.JPG:1:1: A page names “Fox.JPG” in other capitals. Write both alike."]


def test_a_page_that_cannot_be_read_does_not_make_its_pictures_unshown(tree: Path) -> None:
    write(tree, "docs/parents/a.png", png())
    read = dict(texts(tree))
    write(tree, "docs/parents/index.md", f"{SHOW}(a.png)")
    assert check_published_files(tree, read, SCHOOL, RoundCache()) == []
    write(tree, f"{LESSON}/pictures/more.png", png())
    assert read.pop(f"{LESSON}/lesson.md")
    assert check_published_files(tree, read, SCHOOL, RoundCache()) == []


def test_the_crest_is_shown_by_every_page_and_no_longer_when_it_is_no_crest(tree: Path) -> None:
    write(tree, "docs/assets/images/crest.png", png())
    assert told(tree, SCHOOL.model_copy(update={"crest": "docs/assets/images/crest.png"})) == []
    assert told(tree, None) == []
    assert len(told(tree)) == 1


# What is in a picture


@pytest.mark.parametrize(
    ("name", "content", "inside"),
    [
        ("dot.PNG", photo(), "By its name this is PNG; inside it is JPEG. Save it as PNG."),
        ("fox.jpg", HEIC, "By its name this is JPEG; inside it is HEIC. Save it as JPEG."),
        (
            "fox.jpg",
            b"PK\x03\x04",
            "By its name this is JPEG; inside it is no picture that is known here. Save it as JPEG.",
        ),
        ("star.gif", b"", "By its name this is GIF; inside it is no picture that is known here. Save it as GIF."),
        (
            "line.webp",
            b"RIFF",
            "By its name this is WebP; inside it is no picture that is known here. Save it as WebP.",
        ),
        ("key.svg", png(), "By its name this is SVG; inside it is PNG. Save it as SVG."),
        ("key.svg", b"", "By its name this is SVG; inside it is no picture that is known here. Save it as SVG."),
    ],
)
def test_a_picture_of_another_kind_than_its_name_says_is_told(
    tree: Path, name: str, content: bytes, inside: str
) -> None:
    write(tree, f"{LESSON}/{name}", content)
    assert told(tree) == [f"{LESSON}/{name}:1:1: {inside}"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("fox.jpg", photo(PLACE)),
        ("fox.jpg", photo(PLACE, ">")),
        ("dot.PNG", png(b"\0\0\0\x10iTXtexif:GPSLatitude\0\0\0\0")),
        ("line.webp", webp((b"EXIF", photo(PLACE)[6:-70]))),
    ],
)
def test_a_photo_that_says_where_it_was_taken_is_told(tree: Path, name: str, content: bytes) -> None:
    write(tree, f"{LESSON}/{name}", content)
    assert told(tree) == [
        f"{LESSON}/{name}:1:1: The picture says where it was taken. Save it again without its place: in Windows, "
        "“Properties”, “Details”, “Remove Properties and Personal Information”."
    ]


def test_a_photo_whose_cameras_notes_break_off_is_told(tree: Path) -> None:
    write(tree, f"{LESSON}/fox.jpg", photo(PLACE)[:44])
    assert told(tree) == [
        f"{LESSON}/fox.jpg:1:1: The picture holds what its camera wrote, and that cannot be read: it may say where it "
        "was taken. Open it in a drawing program and save it again."
    ]


def test_a_picture_of_the_largest_size_is_taken_and_one_byte_more_is_not(tree: Path) -> None:
    write(tree, f"{LESSON}/dot.PNG", png() + bytes(500_000 - len(png())))
    assert told(tree) == []
    write(tree, f"{LESSON}/dot.PNG", png() + bytes(500_001 - len(png())))
    assert told(tree) == [
        f"{LESSON}/dot.PNG:1:1: The picture is 500 kB; at most 500 kB is published. Save it smaller: 1200 dots wide "
        "fills a page."
    ]


def test_all_that_is_wrong_with_a_picture_is_told_at_once(tree: Path) -> None:
    write(tree, f"{LESSON}/dot.PNG", photo(PLACE) + bytes(8_600_000))
    write(tree, f"{LESSON}/holiday.jpg", photo(PLACE))
    said = [line.split(": ", 1)[1].split(" ")[:4] for line in told(tree)]
    assert said == [
        ["By", "its", "name", "this"],
        ["The", "picture", "is", "8600"],
        ["The", "picture", "says", "where"],
        ["No", "page", "shows", "this"],
        ["The", "picture", "says", "where"],
    ]


@pytest.mark.parametrize(
    ("place", "inlined"), [("docs/assets/images/symbols/key.svg", True), (f"{LESSON}/key.svg", False)]
)
def test_a_drawing_is_read_as_what_it_becomes(tree: Path, place: str, inlined: bool) -> None:
    write(tree, place, SVG.replace("<path", '<path id="a"').replace("></svg>", ">\n<script/></svg>"))
    lines = told(tree)
    assert lines[-1].startswith(f"{place}:2:1: “<script>” in a picture could run on the page.")
    assert len(lines) == 1 + inlined


def test_the_crest_is_a_picture_of_its_own_and_holds_no_script(tree: Path) -> None:
    write(tree, "docs/assets/images/crest.svg", SVG.replace("<path", '<path id="a"'))
    assert told(tree) == []
    write(tree, "docs/assets/images/crest.svg", SVG.replace("<path", '<path onclick="a"'))
    assert len(told(tree)) == 1


@pytest.mark.parametrize("path", [f"{LESSON}/fox.jpg", "docs/assets/stylesheets/light.css", "quizzes/years-1-2/a.yml"])
def test_a_pipe_in_the_place_of_a_file_is_told_and_not_waited_for(tree: Path, path: str) -> None:
    (tree / path).unlink()
    os.mkfifo(tree / path)
    assert told(tree) == [f"{path}:1:1: A file is needed here, and this is something else."]


def test_a_folder_and_a_picture_that_nobody_may_read_are_told(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    said = "This cannot be read (Permission denied). Give yourself the right to read it."
    read = dict(texts(tree))
    with monkeypatch.context() as patched:
        patched.setattr("macros.checks.published_files.Path.open", refuse)
        problems = {str(problem) for problem in check_published_files(tree, read, SCHOOL, RoundCache())}
    assert f"{LESSON}/fox.jpg:1:1: {said}" in problems
    monkeypatch.setattr("macros.checks.published_files.os.scandir", refuse)
    assert [str(problem) for problem in check_published_files(tree, read, SCHOOL, RoundCache())] == [
        f"{folder}:1:1: {said}" for folder in ("docs", "lessons", "quizzes")
    ]


def test_a_note_in_a_page_is_told_in_its_place(tree: Path) -> None:
    write(tree, "docs/parents/index.md", "# A\n\nWords <!-- about a child -->\n")
    assert [line.split(": ")[0] for line in told(tree)] == ["docs/parents/index.md:3:7"]


# Links

OUTSIDE = "This is a link to a place outside the project. Put the file itself here."


@pytest.mark.parametrize("name", ["docs/secret.md", "docs/more/secret.png", f"{LESSON}/fox.jpg", "quizzes/a/b.yml"])
def test_a_link_that_leaves_its_folder_is_told(tree: Path, tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    secret = tmp_path_factory.mktemp("outside") / "secret"
    secret.write_text("# A", encoding="utf-8")
    link = tree / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(secret)
    assert told(tree) == [f"{name}:1:1: {OUTSIDE}"]
    write(tree, "school.yml", "name: A")
    link.unlink()
    link.symlink_to(tree / "school.yml")
    folder = name.partition("/")[0]
    assert told(tree) == [f"{name}:1:1: This is a link to a place outside “{folder}”. Put the file itself here."]


def test_a_link_inside_a_folder_that_is_linked_is_followed_too(
    tree: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    write(tree, "stuff/index.md", "# A")
    (tree / "stuff/secret.txt").symlink_to(outside)
    (tree / "docs/stuff").symlink_to(tree / "stuff")
    assert told(tree) == ["docs/stuff:1:1: This is a link to a place outside “docs”. Put the file itself here."]
    (tree / "docs/stuff").unlink()
    (tree / "stuff").rename(tree / "docs/stuff")
    (tree / "docs/again").symlink_to(tree / "docs/stuff")
    assert told(tree) == [f"docs/again/secret.txt:1:1: {OUTSIDE}", f"docs/stuff/secret.txt:1:1: {OUTSIDE}"]


def test_a_link_within_its_folder_is_taken(tree: Path) -> None:
    (tree / "docs/again.md").symlink_to("index.md")
    (tree / "docs/assets/images/more").symlink_to("symbols")
    assert told(tree) == []


@pytest.mark.parametrize("place", ["docs/a.md", "docs/a.png", "docs/more", f"{LESSON}/fox.jpg", "quizzes/a.yml"])
def test_a_link_that_leads_nowhere_is_told(tree: Path, place: str) -> None:
    (tree / place).unlink(missing_ok=True)
    (tree / place).symlink_to("nowhere")
    assert told(tree) == [f"{place}:1:1: This link leads nowhere. Put the file itself here, or delete the link."]


def test_links_that_lead_round_in_a_circle_are_told(tree: Path) -> None:
    (tree / "docs/self").symlink_to("self")
    (tree / "docs/parents").mkdir()
    (tree / "docs/parents/up").symlink_to("..")
    (tree / "docs/.hidden").mkdir()
    (tree / "docs/.hidden/up").symlink_to("../..")
    (tree / "docs/one").mkdir()
    (tree / "docs/two").mkdir()
    (tree / "docs/one/to-two").symlink_to("../two")
    (tree / "docs/two/to-one").symlink_to("../one")
    up = "This link leads to a folder that it lies in. Delete it."
    assert told(tree) == [
        "docs/.hidden/up:1:1: This is a link to a place outside “docs”. Put the file itself here.",
        f"docs/one/to-two/to-one:1:1: {up}",
        f"docs/parents/up:1:1: {up}",
        "docs/self:1:1: This link leads back to itself. Put the file itself here, or delete the link.",
        f"docs/two/to-one/to-two:1:1: {up}",
    ]


def test_an_editors_lock_leads_nowhere_and_stops_nobody(tree: Path) -> None:
    (tree / "docs/.#index.md").symlink_to("teacher@computer.1234:5678")
    (tree / LESSON / ".#lesson.md").symlink_to("teacher@computer.1234:5678")
    assert told(tree) == []

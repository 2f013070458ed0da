"""The command line of `python -m macros`: check, build, serve, new, packs, and what the parser names besides."""

from __future__ import annotations

import argparse
import io
import logging
import os
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from macros.finish.building import BuildError, PlaceError, build_site, cause
from macros.problems import ContentError

if TYPE_CHECKING:
    from macros.content.library import Library

# What a page is made of, other than Python: after a change of that, “serve” is begun again.
WATCHED = ("docs", "lessons", "quizzes", "macros/components", "macros/theme", "school.yml", "mkdocs.yml")
# Where a web host that is given a zip may keep it: its administrator writes the true place.
PLACE_UNKNOWN = "/srv/online-safety"


def main(arguments: list[str] | None = None) -> int:
    """Run a command; give 0 when all is well and 1 when something is to be mended."""
    options = parser().parse_args(arguments)
    try:
        match options.command:
            case "check" if options.stale is not None:
                return report_stale(options.root, options.stale)
            case "check":
                check(options.root)
            case "build":
                build_or_explain(options.root, options.site or options.root / "site", publish=options.publish)
            case "publish":
                publish(options.root, options.place)
            case "zip":
                write_zips(options.root, options.out or options.root / "zips")
            case "stage":
                return stage(options.root, options.folder, publish=options.publish)
            case "serve":
                return serve(options.root, options.port)
            case "edit":
                return edit(options.root, options.port)
            case "new":
                return begin(options.root, options.what, options.place, options.type)
            case "schema":
                write(options.root)
            case "links":
                return visit(options.root)
            case "review":
                compare(options.root, options.old)
            case "packs":
                return pack(options.root, options.out or options.root / "packs", options.lessons)
            case "read-alone":
                return print_to_read(options.root, options.pages)
            case "voice":
                return print_voice(options.root, options.pages)
            case "school":
                take_school_over(options.root, options.answers, options.on, show=options.show)
            case "diff":
                return tell_differences(options.root, options.old, options.new)
            case "migrate":
                bring_forward(options.root, options.old)
            case "looked-up":
                return mark_looked_up(options.root, options.facts, options.on)
    except ContentError as error:
        print(error, file=sys.stderr)
        print(f"{error.count} to mend.", file=sys.stderr)
        return 1
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever reads the report has read enough (`… | head`); Python would say so once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def parser() -> argparse.ArgumentParser:
    """Describe the commands."""
    parser = argparse.ArgumentParser(prog="python -m macros", description="The online-safety site's own commands.")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder (default: here)")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check all content and name every problem")
    stale = "only list what will not have been checked for 180 days by then: --stale 2027-06-01"
    check.add_argument("--stale", metavar="DAY", nargs="?", const="", default=None, help=stale)
    build = commands.add_parser("build", help="build the site; the last good one stays if anything is wrong")
    build.add_argument("--site", type=Path, default=None, help="where to put it (default: site/)")
    ready = "refuse to build while a fact is empty without which the site is not to be published"
    build.add_argument("--publish", action="store_true", help=ready)
    publishing = commands.add_parser("publish", help="build the site for the public, and change over to it in one step")
    where = (
        "a folder, whose “current/site” a web server serves; or one on another machine, by rsync: name@machine:folder"
    )
    publishing.add_argument("place", metavar="PLACE", help=where)
    zips = commands.add_parser("zip", help="write the site as a zip for a USB stick, and as one for a web host")
    zips.add_argument("--out", type=Path, default=None, help="where to put them (default: zips/)")
    staging = commands.add_parser("stage", help="write all pages, files and the menu for another generator")
    staging.add_argument("folder", type=Path, metavar="DIR", help="where to put them: an empty folder, or a new one")
    staging.add_argument("--publish", action="store_true", help=ready)
    serving = commands.add_parser("serve", help="show the site on this machine, and each change as soon as it is saved")
    serving.add_argument("--port", type=port_number, default=8000, help="the number after the address (default: 8000)")
    editing = commands.add_parser("edit", help="show forms in the browser in which the office changes facts and pages")
    editing.add_argument("--port", type=port_number, default=8001, help="the number after the address (default: 8001)")
    new = commands.add_parser("new", help="begin a lesson (with its quiz) or a quiz, from a template")
    kinds = new.add_subparsers(dest="what", required=True)
    lesson = kinds.add_parser("lesson", help="begin a lesson and its quiz")
    lesson.add_argument("place", help="the phase and the id: years-3-4/kind-words")
    lesson.set_defaults(type=[])
    quiz = kinds.add_parser("quiz", help="begin a quiz")
    quiz.add_argument("place", help="the phase and the id of its lesson: years-3-4/kind-words")
    quiz.add_argument(
        "--type", nargs="+", action="extend", default=[], help="the types of its questions (default: choose-one)"
    )
    commands.add_parser("schema", help="write the schemas by which an editor helps with data files and lessons")
    commands.add_parser("links", help="open every address outside the site, where there is a network")
    review = commands.add_parser("review", help="compare another version of the policy, and name what cites a change")
    review.add_argument("old", type=Path, metavar="OLD.md", help="a copy of docs/policy/index.md as it was, or will be")
    packs = commands.add_parser("packs", help="write each lesson as slides, and all of it to take away as a zip")
    packs.add_argument("--out", type=Path, default=None, help="where to put them (default: packs/)")
    packs.add_argument("lessons", metavar="LESSON", nargs="*", help="the ids of lessons (default: all)")
    alone = commands.add_parser("read-alone", help="print the learners' sentences that a person is to read one by one")
    some = "words of the pages' names or files, such as: quizzes/years-3-4 help (default: all)"
    alone.add_argument("pages", metavar="PAGES", nargs="*", help=some)
    voice = commands.add_parser("voice", help="list where the words are stiff, and measure each lesson's sentences")
    voice.add_argument("pages", metavar="PAGES", nargs="*", help=some)
    _add_yearly(commands)
    return parser


def _add_yearly(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the commands with which an office takes the site over, and keeps it through the years."""
    school = commands.add_parser("school", help="make the site another school's, from its answers and its own policy")
    answers = "the file of answers; where there is none of that name, they are asked for and kept there"
    school.add_argument("answers", type=Path, metavar="ANSWERS.yml", help=answers)
    school.add_argument("--show", action="store_true", help="only show the ids that are proposed, and write nothing")
    today = "the day on which the council's numbers were looked up (default: today)"
    school.add_argument("--on", type=_day, default=None, metavar="DATE", help=today)

    diff = commands.add_parser("diff", help="tell, for whom to sign it, what two copies of the project say otherwise")
    copy = "a folder, or a revision of git, such as HEAD~3"
    diff.add_argument("old", metavar="OLD", help=copy)
    diff.add_argument("new", metavar="NEW", help=copy)
    migrate = commands.add_parser("migrate", help="bring what is the school's own from last year's copy into this one")
    last_year = "the folder of last year's copy; without it, this copy's own files are put in this year's way"
    migrate.add_argument("old", type=Path, nargs="?", default=None, metavar="OLD", help=last_year)
    marking = commands.add_parser("looked-up", help="write down that facts of “check --stale” were looked up again")
    marking.add_argument("facts", metavar="FACT", nargs="+", help="what the list has in quotes, or the file of a page")
    marking.add_argument("--on", type=_day, default=None, metavar="DATE", help="the day of that (default: today)")


def _day(text: str) -> str:
    """Read a day.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day: write it as 2026-11-29") from None


def check(root: Path) -> None:
    """Check all content, and say what was checked, and which day of a check has not come.

    Raises:
        ContentError: with every problem that was found.
    """
    # Imported here: the models take a third of a second, and a build that goes well needs none of it.
    from macros.site.last_build import go_on, keep  # noqa: PLC0415
    from macros.site.site_check import read_site  # noqa: PLC0415

    made = go_on(root)
    try:
        library = read_site(root, made)
    except ContentError:
        say_what_is_to_come(root)
        raise
    keep(root, made)
    well = "All else is well: " if say_what_is_to_come(root) else "All is well: "
    print(well + ", ".join(counted(count, what) for what, count in library.counts.items()) + ".")


def say_what_is_to_come(root: Path) -> bool:
    """Name each day of a check that has not come, and say whether there is one.

    It is told, and fails nothing: whether content is right, and what is built of it, is the same on every day.

    Args:
        root: the project's folder.
    """
    from macros.commands.stale_facts import find_future  # noqa: PLC0415

    found = find_future(root, date.today())
    for problem in found:
        print(problem)
    return bool(found)


def report_stale(root: Path, day: str) -> int:
    """List what will have gone too long without a check. It is a report: a long list is no failure.

    Args:
        root: the project's folder.
        day: the day, as it was typed: 2027-06-01.

    Returns:
        What the program ends with: 1 where the day is none, and 0 whatever is on the list.

    Raises:
        ContentError: a file cannot be read, or a date in it is none.
    """
    from macros.commands.stale_facts import NoDayError, find_stale, read_day  # noqa: PLC0415

    try:
        wanted = read_day(day)
    except NoDayError as error:
        print(error, file=sys.stderr)
        return 1
    found = find_stale(root, wanted)
    for fact in found:
        print(fact)
    print(f"{counted(len(found), 'fact')} to check again by {wanted}. This is a report, and nothing has failed.")
    return 0


def visit(root: Path) -> int:
    """Open every address outside the site; give 1 if one does not answer, or if there is no network.

    Raises:
        ContentError: the list of addresses cannot be read.
    """
    from macros.commands.check_links import NoNetworkError, listed_links, of_school, unlisted, visit_all  # noqa: PLC0415

    links = listed_links(root)
    for place in unlisted(root, links):
        print(place)
    try:
        visits = visit_all(list(dict.fromkeys([*(link.address for link in links.links), *of_school(root)])))
    except NoNetworkError as error:
        print(error, file=sys.stderr)
        return 1
    for visited in visits:
        if visited.said:
            print(f"{visited.address}: {visited.said}")
    silent = sum(not visited.found for visited in visits)
    print(f"{len(visits) - silent} of {counted(len(visits), 'address')} answered.")
    return 1 if silent else 0


def counted(count: int, what: str) -> str:
    """Say how many there are: "1 quiz", "4 quizzes".

    Args:
        count: how many.
        what: the word for one; its plural has a regular ending.
    """
    ending = "zes" if what.endswith("z") else "es" if what.endswith("s") else "s"
    return f"{count} {what if count == 1 else what + ending}"


def build_or_explain(root: Path, site: Path, *, publish: bool = False) -> None:
    """Build the site; if that fails because of the content, tell each problem in its own sentence.

    Args:
        root: the project's folder.
        site: where the site is to be.
        publish: whether it is to be published: a fact that is empty and needed for that is then to be mended too.

    Raises:
        ContentError: the content is to be mended.
        BuildError: MkDocs found something else, or the site cannot be put there.
    """
    if publish:
        refuse_what_is_not_ready(root)
    try:
        pages = build_site(root, site, packs=True, public=publish)
    except PlaceError:
        raise
    except BuildError:
        from macros.site.site_check import read_site  # noqa: PLC0415

        read_site(root)
        raise
    print(f"Built {pages} pages in {site}.")
    say_what_is_carried(site)
    say_what_is_missing(root)
    say_what_is_to_come(root)
    say_what_nobody_has_checked(root, left_out=publish)


def stage(root: Path, folder: Path, *, publish: bool = False) -> int:
    """Write the site for another generator; give 1 if a page cannot be made.

    Args:
        root: the project's folder.
        folder: where to write it.
        publish: whether it is to be published: a fact that is empty and needed for that is then to be mended too.

    Raises:
        ContentError: the content is to be mended.
        PlaceError: the folder is not one that may be replaced, or a file cannot be written.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # the theme tells of another version of MkDocs; the version here is pinned
    from macros.commands.stage import refuse_place, write_stage  # noqa: PLC0415
    from macros.problems import MistakeError  # noqa: PLC0415
    from macros.site.site_check import read_site  # noqa: PLC0415
    from macros.site.staging import staged  # noqa: PLC0415

    refuse_place(root, folder)
    if publish:
        refuse_what_is_not_ready(root)
    read_site(root)
    try:
        tree = staged(root, public=publish)
    except MistakeError as error:
        print(error, file=sys.stderr)
        return 1
    write_stage(folder, tree)
    pages = sum(path.endswith(".md") for path in tree)
    print(f"Written: {counted(pages, 'page')} in {folder}. With MkDocs: mkdocs build -f {folder / 'mkdocs.yml'}")
    return 0


def publish(root: Path, place: str) -> None:
    """Build the site for the public, put it into its place, and change over to it in one step.

    Args:
        root: the project's folder.
        place: a folder, or one of another machine: “name@machine:folder”.

    Raises:
        ContentError: the content is not ready.
        BuildError: the build failed; what was published before is as it was.
        PlaceError: the release cannot be put there; likewise.
    """
    from macros.publishing.release import make_release  # noqa: PLC0415
    from macros.publishing.releases import CURRENT, open_place, put  # noqa: PLC0415
    from macros.publishing.remote import put_there, remote  # noqa: PLC0415

    there = remote(place)
    here = Path(place).absolute()
    school = refuse_what_is_not_ready(root).school
    served_from = f"{there.path if there else here.as_posix()}/{CURRENT}"
    try:
        with tempfile.TemporaryDirectory() if there else open_place(root, here) as folder:
            release = make_release(root, Path(folder), school.site_root or "/", school.frame_origins, served_from)
            changed = (
                put_there(release.folder, release.name, there) if there else put(release.folder, release.name, here)
            )
    except OSError as error:
        why = f"A file could not be read or written: {cause(error)}."
        raise PlaceError(f"{why}\nWhat was published before is as it was.") from error
    packed = "gzip and Brotli" if release.brotli else "gzip (with the package “brotli”, by Brotli too)"
    if changed:
        print(f"Published: {counted(release.pages, 'page')} in {place}, as release {release.name}.")
        print(f"{counted(release.files, 'file')}, {release.size / 1e6:.1f} MB; texts are there packed by {packed} too.")
    else:
        print(f"Nothing has changed: {place} serves release {release.name} already.")
    print(f"A web server serves {served_from}/site; {served_from}/hosts says what it is to send with it.")
    say_what_is_to_come(root)
    say_what_nobody_has_checked(root, left_out=True)


def write_zips(root: Path, out: Path) -> None:
    """Write the site as two zips, one for a USB stick and one for a web host.

    Args:
        root: the project's folder.
        out: where to put them.

    Raises:
        ContentError: the content is not ready.
        BuildError: the build failed.
        PlaceError: a zip cannot be written.
    """
    from macros.publishing.release import make_release  # noqa: PLC0415
    from macros.publishing.zips import host_zip, usb_zip  # noqa: PLC0415

    school = refuse_what_is_not_ready(root).school
    try:
        with tempfile.TemporaryDirectory() as folder:
            release = make_release(
                root, Path(folder), school.site_root or "/", school.frame_origins, PLACE_UNKNOWN, packed=False
            )
            zips = {
                "online-safety-usb.zip": usb_zip(release.folder),
                "online-safety-host.zip": host_zip(release.folder),
            }
            out.mkdir(parents=True, exist_ok=True)
            for name, content in zips.items():
                fresh = out / f".{name}-new"
                fresh.write_bytes(content)
                fresh.replace(out / name)
                print(f"Written: {out / name}, {len(content) / 1e6:.1f} MB.")
    except OSError as error:
        raise PlaceError(f"A file could not be read or written: {cause(error)}.") from error
    say_what_is_to_come(root)
    say_what_nobody_has_checked(root, left_out=True)


def refuse_what_is_not_ready(root: Path) -> Library:
    """Tell, in one run, what is empty and what is to be mended.

    Args:
        root: the project's folder.

    Returns:
        All content, which is ready.

    Raises:
        ContentError: with all of it.
    """
    from macros.commands.publish import not_ready  # noqa: PLC0415
    from macros.content.loader import read_library  # noqa: PLC0415

    problems = not_ready(root)
    library = None
    try:
        library = read_library(root)
    except ContentError as error:
        problems.extend(error.problems)
    if problems or library is None:
        raise ContentError(problems)
    return library


def say_what_is_carried(site: Path) -> None:
    """Say which packs and PDFs the built site offers, and which it left out, in a line each."""
    from macros.content.carried import FOLDER, packs_wanted, papers_wanted  # noqa: PLC0415

    offered = sorted((site / FOLDER).glob("*.zip"))
    left = sorted(packs_wanted(site) - {pack.stem for pack in offered})
    size = sum(pack.stat().st_size for pack in offered) / 1e6
    if not offered:
        print("No page offers a pack to carry away: none is written of today's content. To have them: make packs build")
    elif left:
        print(f"{counted(len(offered), 'pack')}, {size:.1f} MB. Left out, as not of today's content: {_named(left)}.")
    else:
        print(f"{counted(len(offered), 'pack')} to carry away, {size:.1f} MB.")
    papers = sorted((site / FOLDER).glob("*.pdf"))
    left = sorted(papers_wanted(site) - {paper.name for paper in papers})
    if not papers:
        print("No page offers a PDF: none is written of today's content. To have them: make paper build")
    else:
        size = sum(paper.stat().st_size for paper in papers) / 1e6
        without = f" Left out, as not of today's content: {_named(left)}." if left else ""
        print(f"{counted(len(papers), 'PDF')}, {size:.1f} MB.{without}")


def _named(names: list[str]) -> str:
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def say_what_is_missing(root: Path) -> None:
    """Say which facts the built site does without. Nothing on it is false: its pages say where else to look."""
    from macros.commands.publish import also_empty, not_ready  # noqa: PLC0415

    for problem in not_ready(root):
        print(problem)
    others = also_empty(root)
    if others:
        print(f"Empty in school.yml too, and pages say so or say nothing: {', '.join(others)}.")


def say_what_nobody_has_checked(root: Path, *, left_out: bool) -> None:
    """Say which translations wait for somebody who speaks the language.

    Args:
        root: the project's folder.
        left_out: whether the built site is without them.
    """
    from macros.commands.publish import unchecked_translations  # noqa: PLC0415

    waiting = unchecked_translations(root)
    if waiting:
        where = "Left out" if left_out else "Marked as not yet checked, and left out when you publish"
        print(f"{where}: help in {', '.join(waiting)}. When a speaker has read it, fill in “checked_by” in its file.")


def serve(root: Path, port: int) -> int:
    """Show the site until the program is ended; give 1 if it cannot be shown.

    Args:
        root: the project's folder.
        port: the number after the address.
    """

    def shown() -> None:
        from macros.site.dev_server import DevServer, PreviewServer, show  # noqa: PLC0415
        from macros.site.preview import Preview  # noqa: PLC0415
        from macros.site.watching import Watcher  # noqa: PLC0415

        with (
            tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
            PreviewServer(DevServer(Preview(root, Path(folder))), port) as server,
            Watcher(root, WATCHED) as watcher,
        ):
            show(server, watcher.changed)

    return _until_ended(root, "The preview has", shown)


def edit(root: Path, port: int) -> int:
    """Show the forms of the office until the program is ended; give 1 if they cannot be shown.

    Args:
        root: the project's folder.
        port: the number after the address.
    """

    def shown() -> None:
        from macros.commands.edit import show_forms  # noqa: PLC0415

        show_forms(root, port, WATCHED)

    return _until_ended(root, "The forms have", shown)


def _until_ended(root: Path, what: str, shown: Callable[[], None]) -> int:
    """Show something in a browser until the program is ended, and tell why where it cannot be shown."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # the theme tells of another version of MkDocs; the version here is pinned
    from macros.editor.packages import NotInstalledError  # noqa: PLC0415
    from macros.site.dev_server import PortError  # noqa: PLC0415

    if not _is_project(root):
        return 1
    _begin_to_show()
    try:
        shown()
    except KeyboardInterrupt:
        return 0
    except (NotInstalledError, PortError) as error:
        print(error, file=sys.stderr)
    except OSError as error:
        why = f"{error.strerror}: {error.filename}" if error.filename else str(error)
        print(f"{what} ended. {why}", file=sys.stderr)
    return 1


def _is_project(root: Path) -> bool:
    """Say whether there is a project in a folder, and tell where there is none."""
    if (root / "mkdocs.yml").is_file():
        return True
    said = f"There is no project in {root}: it has no mkdocs.yml. Go to its folder, or name it: --root FOLDER"
    print(said, file=sys.stderr)
    return False


def _begin_to_show() -> None:
    """Have warnings written as sentences, and the program ended by a signal as by Ctrl+C."""
    handler = logging.StreamHandler()
    handler.addFilter(lambda _: sys.exception() is None)  # an error that is being handled is told in a sentence after
    logging.basicConfig(level=logging.WARNING, format="%(message)s", handlers=[handler])
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def port_number(text: str) -> int:
    """Read the number of a port.

    Raises:
        argparse.ArgumentTypeError: there is no such port.
    """
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"there is no port {text}: take a number from 1 to 65535, such as 8000")
    return int(text)


def begin(root: Path, what: str, place: str, kinds: list[str]) -> int:
    """Begin a lesson or a quiz, and say what was written and what comes next.

    Args:
        root: the project's folder.
        what: "lesson" or "quiz".
        place: where: "<phase>/<id>".
        kinds: the types of a quiz's questions, in order; a lesson's quiz has those of its age.

    Returns:
        What the program ends with: 1 where nothing was written.
    """
    from macros.commands.scaffold import NotBegunError, new_lesson, new_quiz  # noqa: PLC0415

    try:
        written = new_lesson(root, place) if what == "lesson" else [new_quiz(root, place, kinds)]
    except NotBegunError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Written: {' and '.join(written)}.")
    if what == "lesson":
        print("When it is taught: add its id to a half term in docs/_data/phases.yml.")
    if what == "quiz" and not (root / "lessons" / place.strip("/") / "lesson.md").exists():
        print(f"It has no lesson yet: python -m macros new lesson {place}")
    print("Its words are samples: change them, then check with “make check”.")
    return 0


def write(root: Path) -> None:
    """Write the schemas of data files and front matter for editors."""
    from macros.commands.json_schema import write_schemas  # noqa: PLC0415

    *schemas, settings = write_schemas(root)
    print(f"Written: {counted(len(schemas), 'schema')}, and {settings}.")


def pack(root: Path, out: Path, wanted: list[str]) -> int:
    """Write slides and zips; give 1 where what they are made with is not installed, or a lesson is not there.

    Args:
        root: the project's folder.
        out: where to write them.
        wanted: the ids of lessons; none for all.

    Raises:
        ContentError: the content is to be mended first, or does not fit on slides.
    """
    try:
        from macros.commands.packs import NoLessonError, write_packs  # noqa: PLC0415
    except ModuleNotFoundError as error:
        print(
            f"Slides are made with “{error.name}”, which is not installed. To install what they need: "
            f"{sys.executable} -m pip install -e .[packs]",
            file=sys.stderr,
        )
        return 1
    from macros.content.loader import read_library  # noqa: PLC0415

    library = read_library(root).as_taught()
    try:
        written, kept = write_packs(library, out, wanted)
    except NoLessonError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Written: {counted(written, 'lesson')} in {out}. {counted(kept, 'lesson')} had not changed.")
    return print_papers(library, out, wanted)


def print_papers(library: Library, out: Path, wanted: list[str]) -> int:
    """Write PDFs, or say in a line why there are none; give 1 where a page cannot be made.

    Args:
        library: all content.
        out: where to write them.
        wanted: the ids of lessons; none for all.

    Raises:
        ContentError: the content is to be mended first.
    """
    from macros.commands.papers import NoPapersError, write_papers  # noqa: PLC0415
    from macros.problems import MistakeError  # noqa: PLC0415

    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # the theme tells of another version of MkDocs; the version here is pinned
    try:
        with tempfile.TemporaryDirectory() as folder:
            written, kept = write_papers(library, out, _pages(library.root, Path(folder)), wanted)
    except NoPapersError as error:
        print(error)
        return 0
    except MistakeError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Written: {counted(written, 'PDF')} in {out}. {counted(kept, 'PDF')} had not changed.")
    return 0


def _pages(root: Path, folder: Path) -> Callable[[str], str]:
    """Make pages of the site when they are asked for."""
    from macros.site.preview import Preview  # noqa: PLC0415

    preview = Preview(root, folder)

    def page(address: str) -> str:
        if preview.reading is None:
            preview.read()
        return (preview.answer(address) or b"").decode()

    return page


def print_to_read(root: Path, wanted: list[str]) -> int:
    """Print the sentences to be read as a literal child would; give 1 where no page is called as was asked.

    Args:
        root: the project's folder.
        wanted: words of the names or files of the pages to look at; without any, all.

    Raises:
        ContentError: the content is to be mended first.
    """
    from macros.commands.read_alone import read_alone  # noqa: PLC0415
    from macros.content.loader import read_library  # noqa: PLC0415

    return print_lines(read_alone(root, read_library(root).learner_words, wanted))


def print_voice(root: Path, wanted: list[str]) -> int:
    """Print where the words are stiff, and a table of the lessons; give 1 where no page is called as was asked.

    Args:
        root: the project's folder.
        wanted: words of the names or files of the pages to look at; without any, all.

    Raises:
        ContentError: the content is to be mended first.
    """
    from macros.commands.voice import report  # noqa: PLC0415
    from macros.content.loader import read_library  # noqa: PLC0415

    library = read_library(root)
    lessons = {entry.id: (entry.phase, entry.lesson) for entry in library.lessons.values()}
    return print_lines(report(root, library.voice_patterns, library.learner_words, lessons, wanted))


def print_lines(lines: Iterator[str]) -> int:
    """Print a report of the words of pages; give 1 where no page is called as was asked."""
    from macros.checks.learner_words import NoPageError  # noqa: PLC0415

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # it is kept in a file, and Windows would write its own code page
    try:
        for line in lines:
            print(line)
    except NoPageError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def compare(root: Path, old: Path) -> None:
    """Tell how another version of the policy differs from the present one. It is a report: a change is no failure.

    Args:
        root: the project's folder.
        old: the other version: a copy of docs/policy/index.md, from anywhere.

    Raises:
        ContentError: one of the two cannot be read.
    """
    from macros.commands.policy_diff import review  # noqa: PLC0415

    for line in review(root, old):
        print(line)


def take_school_over(root: Path, answers: Path, on: str | None, *, show: bool) -> None:
    """Make the site another school's, and say what was made and what is left to do.

    Args:
        root: the project's folder.
        answers: the file of answers; where it is not there, they are asked for.
        on: the day on which the council's numbers were looked up; None for today.
        show: whether nothing is to be written.

    Raises:
        ContentError: an answer or the policy is to be mended; nothing was written then.
    """
    from macros.commands.school import ask, take_over, write_outcome  # noqa: PLC0415

    if not answers.exists() and sys.stdin.isatty():
        answers.write_text(ask(input), encoding="utf-8")
    outcome = take_over(root, answers.resolve(), looked_up=on or date.today().isoformat())
    for one in outcome.proposals if show else outcome.to_confirm:
        figure = f"{one.figure:.2f}" if one.figure else "new"
        print(f"{one.reference}: {one.id}, {figure}: {one.text[:70]}")
    print(
        f"{counted(len(outcome.proposals), 'point')}, {outcome.known} like a known clause, "
        f"{len(outcome.to_confirm)} to look at. {counted(len(outcome.gaps), 'gap')}, shown in the policy's own words. "
        f"{counted(outcome.linked, 'linked one')}. {counted(len(outcome.taken), 'place')} taken out of pages."
    )
    if show:
        print("Nothing was written. To choose another id, write it under “ids” in the answers: “ids: {'3.1': new}”.")
        return
    write_outcome(root, outcome)
    print(f"Written: {counted(len(outcome.files), 'file')}. What was taken out, with its words, is in takeover.md.")
    print("Now: python -m macros check")


def tell_differences(root: Path, old: str, new: str) -> int:
    """Tell, as Markdown, what two copies of the project say otherwise; give 1 where one of them is none.

    Args:
        root: the project's folder.
        old: the earlier copy: a folder, or a revision of git.
        new: the later one.

    Raises:
        ContentError: a file of one of them cannot be read.
    """
    from macros.commands.site_diff import NoCopyError, report  # noqa: PLC0415

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # it is kept in a file, and Windows would write its own code page
    try:
        for line in report(root, old, new):
            print(line)
    except NoCopyError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def bring_forward(root: Path, old: Path | None) -> None:
    """Bring what is the school's own from last year's copy into this one, and say what is left to read.

    Args:
        root: the folder of the new copy.
        old: the folder of last year's; without it, only files of this copy that are written in last year's way are
            rewritten.

    Raises:
        ContentError: it cannot be brought; nothing was written then.
    """
    from macros.commands.migrate import Brought, bring, in_this_years_way, migrate  # noqa: PLC0415

    brought = migrate(root, old) if old else Brought(in_this_years_way(root))
    bring(root, brought)
    print(f"{'Brought' if old else 'Rewritten'}: {counted(len(brought.files), 'file')}.")
    for path in brought.files:
        print(f"  {path}")
    if brought.differ:
        print(f"In both copies, and not the same: {counted(len(brought.differ), 'file')}. The new ones stay.")
        print(f"To see how they differ: python -m macros diff {old} .")
    print("Now: python -m macros check")


def mark_looked_up(root: Path, facts: list[str], on: str | None) -> int:
    """Write down that facts were looked up again; give 1 where one could not be marked.

    Args:
        root: the project's folder.
        facts: each by what the list of “check --stale” has in quotes, its id, or the file of a page.
        on: the day on which they were looked up; None for today.

    Raises:
        ContentError: a file cannot be read.
    """
    from macros.commands.stale_facts import NotMarkedError, mark  # noqa: PLC0415

    ended = 0
    for fact in facts:
        try:
            for place in mark(root, fact, date.fromisoformat(on) if on else date.today()):
                print(f"{place}: “{fact}” is marked.")
        except NotMarkedError as error:
            print(error, file=sys.stderr)
            ended = 1
    return ended


if __name__ == "__main__":
    sys.exit(main())

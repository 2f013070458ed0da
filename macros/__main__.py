"""The command line: `python -m macros check`, `build`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from macros.finish.building import BuildError, build_site
from macros.problems import ContentError


def main(arguments: list[str] | None = None) -> int:
    """Run a command; give 0 when all is well and 1 when something is to be mended."""
    parser = argparse.ArgumentParser(prog="python -m macros", description="The online-safety site's own commands.")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder (default: here)")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="check all content and name every problem")
    build = commands.add_parser("build", help="build the site; the last good one stays if anything is wrong")
    build.add_argument("--site", type=Path, default=None, help="where to put it (default: site/)")
    options = parser.parse_args(arguments)
    try:
        if options.command == "check":
            check(options.root)
        else:
            build_or_explain(options.root, options.site or options.root / "site")
    except ContentError as error:
        print(error, file=sys.stderr)
        print(f"{counted(len(error.problems), 'problem')} to mend.", file=sys.stderr)
        return 1
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def check(root: Path) -> None:
    """Check all content, and say what was checked.

    Raises:
        ContentError: with every problem that was found.
    """
    # Imported here: the models take a third of a second, and a build that goes well needs none of it.
    from macros.library import read_library  # noqa: PLC0415

    library = read_library(root)
    print("All is well: " + ", ".join(counted(count, what) for what, count in library.counts.items()) + ".")


def counted(count: int, what: str) -> str:
    """Say how many there are: "1 quiz", "4 quizzes"."""
    return f"{count} {what if count == 1 else what + ('zes' if what.endswith('z') else 's')}"


def build_or_explain(root: Path, site: Path) -> None:
    """Build the site; if that fails because of the content, tell each problem in its own sentence.

    Raises:
        ContentError: the content is to be mended.
        BuildError: MkDocs found something else.
    """
    try:
        pages = build_site(root, site)
    except BuildError:
        from macros.library import read_library  # noqa: PLC0415

        read_library(root)
        raise
    print(f"Built {pages} pages in {site}.")


if __name__ == "__main__":
    sys.exit(main())

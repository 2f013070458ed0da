"""Takes thinned copies over for a school with each form of policy, builds each, and reads every page beside its policy.

python -m tests.takeover                all nine forms
python -m tests.takeover prose letters  these
"""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from macros.__main__ import main
from macros.content.loader import read_library
from tests.copying import copy_project, thin_out
from tests.takeover.contradictions import Truth, contradictions, lines_of_site
from tests.takeover.forms import FORMS, ROOT, Form

TO_MEND = re.compile(r"\S+:\d+:\d+: ")


def ready(folder: Path) -> Path:
    """Make a thinned copy of the project, with the school whose policy it has."""
    copy_project(ROOT, folder, ROOT / "school.yml")
    thin_out(folder)
    return folder


def built(form: Form, project: Path, answers: Path) -> list[str]:
    """Take a copy over, build it and read it; tell of it in a line, and give what is wrong.

    Args:
        form: the school.
        project: the copy.
        answers: a folder that is not there yet.
    """
    begun = time.monotonic()
    told = io.StringIO()
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
        took = form.take_over(project, answers)
        taken = time.monotonic()
        made = main(["--root", str(project), "build"]) if took == 0 else 1
    done = time.monotonic()
    said = told.getvalue()
    messages = len([line for line in said.split("\n") if TO_MEND.match(line) and "Not ready to publish" not in line])
    if took or made:
        return [f"{form.name}: not built", said]
    wrong = contradictions(lines_of_site(project / "site"), Truth.of(read_library(project), ROOT))
    pages = len(list((project / "site").rglob("*.html")))
    print(
        f"{form.name:20} taken over in {taken - begun:4.1f} s, built in {done - taken:4.1f} s: {pages} pages, "
        f"{len(wrong)} contradictions, {messages} messages",
        flush=True,
    )
    return [f"{form.name}: {one}" for one in wrong]


def run(names: Sequence[str]) -> int:
    """Do that for some forms, or all; give 1 where something is wrong.

    Args:
        names: the names of the forms.
    """
    with tempfile.TemporaryDirectory() as folder:
        first = ready(Path(folder) / "first")
        wrong = []
        for form in FORMS:
            if not names or form.name in names:
                project = Path(shutil.copytree(first, Path(folder) / form.name / "project"))
                wrong += built(form, project, project.parent / "answers")
    print("\n".join(wrong) or "No page contradicts its policy.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))

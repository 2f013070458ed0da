"""Does the jobs of an office in the forms of “make edit”, and its mistakes, and says what works.

python -m tests.office                all
python -m tests.office phone app      those whose names have one of these words
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from tests.copying import copy_content, thin_out
from tests.office.form import Office, forms
from tests.office.jobs import JOBS, MISTAKES
from tests.tools.browser import FLAGS, MISSING, find_browser

ROOT = Path(__file__).parents[2]
PATIENCE = 20_000  # ms


def done(office: Office, words: Sequence[str]) -> int:
    """Do each job that is wanted, and say how it went; give how many failed."""
    failed = 0
    for job in (*JOBS, *MISTAKES):
        name = job.__name__.replace("_", " ")
        if words and not any(word in name for word in words):
            continue
        begun = time.monotonic()
        try:
            job(office)
            outcome = "works"
        except Exception as error:  # whatever goes wrong is the job's outcome
            failed += 1
            outcome = f"FAILS  {' '.join(str(error).split())[:400] or type(error).__name__}"
        print(f"  {name:45} {time.monotonic() - begun:5.1f} s  {outcome}", flush=True)
    return failed


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the forms of a thinned copy; give 1 when a job failed."""
    parser = argparse.ArgumentParser(prog="tests.office", description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("words", nargs="*", help="words of the names of jobs; without any, all")
    words = parser.parse_args(arguments).words
    program = find_browser()
    if program is None:
        raise SystemExit(MISSING)
    expect.set_options(timeout=PATIENCE)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        project = copy_content(ROOT, Path(folder) / "project")
        thin_out(project)
        with forms(project) as address:
            page = playwright.chromium.launch(executable_path=program, args=list(FLAGS)).new_page(locale="en-GB")
            page.set_default_timeout(PATIENCE)
            failed = done(Office(page, address, project), words)
    print(f"{failed} failed." if failed else "All jobs are done, and all mistakes are refused.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

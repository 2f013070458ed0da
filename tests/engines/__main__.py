"""Does the main tasks of the site in other engines, and says what works.

python -m tests.engines                    in all
python -m tests.engines firefox webkit     in some
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence

from tests.browser.serving import served
from tests.engines.drivers import ENGINES, Engine, started
from tests.engines.tasks import TASKS, kept
from tests.tools.built import built_site, list_again

# A script that stands before all others of a page, and keeps what goes wrong in them.
WATCH = (
    "window.pageErrors = [];"
    'addEventListener("error", (event) => { pageErrors.push(event.message || `no ${event.target.src}`); }, true);'
)


def done(engine: Engine, root: str, tasks: Sequence[Callable[[Engine, str], None]]) -> list[str]:
    """Do every task, and say how each went; give the names of those that failed."""
    failed = []
    for task in tasks:
        words = task.__name__.replace("_", " ")
        begun = time.monotonic()
        try:
            task(engine, root)
            outcome = "works"
        except Exception as error:  # whatever a driver or a page does wrong is the task's outcome
            failed.append(words)
            outcome = f"FAILS  {' '.join(str(error).split()) or type(error).__name__}"
        print(f"  {words:45} {time.monotonic() - begun:5.1f} s  {outcome}", flush=True)
    return failed


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the site, open it in each engine; give 1 when a task failed."""
    parser = argparse.ArgumentParser(prog="tests.engines", description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("engines", nargs="*", choices=[*ENGINES, []], help="which; without any, all")
    chosen = parser.parse_args(arguments).engines or list(ENGINES)
    failed: list[str] = []
    with built_site() as (site, _):
        watch = site / "watch-errors.js"
        watch.write_text(WATCH, encoding="utf-8")
        for file in site.rglob("*.html"):
            text = file.read_text(encoding="utf-8")
            way = os.path.relpath(watch, file.parent)
            file.write_text(text.replace("<head>", f'<head><script src="{way}"></script>', 1), encoding="utf-8")
        list_again(site)
        tasks = (*TASKS, kept(site))
        with served(site) as root:
            for name in chosen:
                with started(name) as engine:
                    print(engine.name, flush=True)
                    failed += [f"{engine.name}: {task}" for task in done(engine, root, tasks)]
    print(f"{len(failed)} of {len(tasks) * len(chosen)} tasks fail" if failed else "All tasks work")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

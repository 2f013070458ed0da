"""Checks the types of the site's scripts, which their comments say (JSDoc), by TypeScript.

python -m tests.types
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from tests.tools.node import FOLDER as NODE
from tests.tools.node import npm_installed, run_node

ROOT = Path(__file__).parents[2]
TSC = NODE / "node_modules/typescript/bin/tsc"
CONFIG = Path(__file__).parent / "tsconfig.json"
# A worker knows other things than a page does: it has no document, and no script of the site stands beside it.
WORKER_CONFIG = Path(__file__).parent / "tsconfig.worker.json"
NOT_INSTALLED = "TypeScript could not be installed from npm's registry. Is this machine online?"
PLACE = re.compile(r"^(.+)\((\d+),(\d+)\): error (TS\d+): (.*)$")


def faults(config: Path) -> list[str]:
    """Say what is wrong with the types of scripts, each with its place.

    Args:
        config: which scripts, and how strictly, as a tsconfig.json.

    Returns:
        What TypeScript says, a line for each line; nothing if all is well.

    Raises:
        RuntimeError: TypeScript itself failed; the text is what it said.
    """
    run = run_node(str(TSC), "--project", str(config), "--pretty", "false", folder=ROOT)
    said = [PLACE.sub(r"\1:\2:\3: \5 (TypeScript: \4)", line) for line in run.stdout.splitlines() if line.strip()]
    if run.returncode != 0 and not said:
        raise RuntimeError(run.stderr)
    return said


def main() -> int:
    """Check all of the site's scripts; give 1 when one has a fault."""
    if not npm_installed(NODE, "TypeScript"):
        print(NOT_INSTALLED, file=sys.stderr)
        return 1
    said = faults(CONFIG) + faults(WORKER_CONFIG)
    for line in said:
        print(line)
    count = sum("(TypeScript: " in line for line in said)
    print(f"{count} to mend" if said else "The types of every script are right")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())

"""Asks about known faults of all that the locks name, lists what the site is made with, and judges the workflows.

python -m tests.supply PYTHON           PYTHON is that of the environment of requirements-audit.lock
python -m tests.supply PYTHON --list    writes the lists alone, in sbom/; needs no network
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.supply.asking import is_well, of_node, of_python

ROOT = Path(__file__).parents[2]
WORKFLOWS = {"github-pages.yml": "vendor.github-workflows", "gitlab-ci.yml": "vendor.gitlab-ci"}


def write_lists(python: Path, out: Path) -> None:
    """Write a software bill of materials (CycloneDX 1.6) for each lock, alike on each day.

    Args:
        python: the Python of the environment that has cyclonedx-bom.
        out: the folder for them.
    """
    out.mkdir(exist_ok=True)
    for lock in sorted(ROOT.glob("requirements*.lock")):
        file = out / f"{lock.stem}.cdx.json"
        subprocess.run(
            [python, "-m", "cyclonedx_py", "requirements", lock, "--output-reproducible", "--output-format", "JSON",
             "--spec-version", "1.6", "--output-file", file],
            check=True,
        )  # fmt: skip
        print(f"Written: {file.relative_to(ROOT)}.")


def workflows_fit(python: Path) -> bool:
    """Say whether each workflow fits the schema of its host (those of schemastore.org, which are in the package)."""
    return all(
        subprocess.run(
            [python, "-m", "check_jsonschema", "--builtin-schema", schema, ROOT / "macros/hosts" / name], check=False
        ).returncode
        == 0
        for name, schema in WORKFLOWS.items()
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what is asked; give 1 when something has a known fault, or nothing is known of it."""
    parser = argparse.ArgumentParser(prog="tests.supply", description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("python", type=Path, help="that of the environment of requirements-audit.lock")
    parser.add_argument("--list", action="store_true", help="write the lists alone")
    options = parser.parse_args(arguments)
    write_lists(options.python, ROOT / "sbom")
    if options.list:
        return 0
    answers = [of_python(lock, options.python) for lock in sorted(ROOT.glob("requirements*.lock"))]
    locks = [*ROOT.glob("tests/*/package-lock.json"), *ROOT.glob("macros/*/node/package-lock.json")]
    answers += [of_node(lock.parent) for lock in sorted(locks)]
    print(*answers, sep="\n")
    return 0 if workflows_fit(options.python) and is_well(answers) else 1


if __name__ == "__main__":
    sys.exit(main())

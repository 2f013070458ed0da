"""Breaks a sample of the code, one place at a time, and reports what no test noticed.

python -m tests.mutants                     80 mutants of all areas, and the places known from before
python -m tests.mutants 20 macros/source    20 mutants of a part
python -m tests.mutants 0                   the known places alone
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.mutants.areas import AREAS, KNOWN, fitting_tests
from tests.mutants.operators import Mutant, mutants_of
from tests.mutants.running import copied, noticed

ROOT = Path(__file__).parents[2]


def sample(root: Path, parts: Sequence[str], count: int, seed: str) -> list[Mutant]:
    """Take mutants by chance, from each area as many as from the next: the large ones would else take all."""
    found: dict[str, list[Mutant]] = {}
    for file in sorted((root / "macros").rglob("*.py")):
        path = file.relative_to(root).as_posix()
        area = next((place for place in AREAS if path.startswith(place)), None)
        if area and (not parts or path.startswith(tuple(parts))):
            found.setdefault(area, []).extend(mutants_of(file.read_text(encoding="utf-8"), path))
    chance = random.Random(seed)
    for mutants in found.values():
        chance.shuffle(mutants)
    taken: list[Mutant] = []
    while len(taken) < count and any(found.values()):
        for mutants in found.values():
            if mutants and len(taken) < count:
                taken.append(mutants.pop())
    return taken


def shares(taken: Sequence[Mutant], survivors: Sequence[Mutant]) -> list[str]:
    """Say how many mutants survived, of all and in each area."""

    def counted(mutants: Sequence[Mutant]) -> Counter[str]:
        return Counter(next(place for place in AREAS if mutant.path.startswith(place)) for mutant in mutants)

    def share(left: int, of: int) -> str:
        return f"{left} of {of} mutants survived ({100 * left / of:.0f} %)"

    of, left = counted(taken), counted(survivors)
    lines = [f"  {place}: {share(left[place], of[place])}" for place in AREAS if of[place]]
    return [f"{share(len(survivors), len(taken))}; by area:", *lines]


def main(arguments: Sequence[str] | None = None) -> int:
    """Break, ask, and report; give 1 when a place known from before is not noticed any more."""
    parser = argparse.ArgumentParser(prog="tests.mutants", description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("count", type=int, nargs="?", default=80, help="how many mutants to take by chance")
    parser.add_argument("parts", nargs="*", help="only files whose paths begin so")
    parser.add_argument("--seed", default="1", help="another sample")
    parser.add_argument("--root", type=Path, default=ROOT, help="another copy of the project")
    said = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        project = copied(said.root.resolve(), Path(folder) / "project")
        forgotten = 0
        for known in KNOWN if not said.parts else ():
            text = (project / known.path).read_text(encoding="utf-8")
            seen = noticed(project, known.path, text.replace(known.was, known.now, 1), known.tests)
            forgotten += not seen
            print(f"{'noticed ' if seen else 'SURVIVED'} {known.path}: “{known.was}” → “{known.now}”", flush=True)
        survivors: list[Mutant] = []
        taken = sample(project, said.parts, said.count, said.seed)
        for mutant in taken:
            begun = time.monotonic()
            tried = (tests for tests in fitting_tests(mutant.path, project) if tests)
            seen = any(noticed(project, mutant.path, mutant.text, tests) for tests in tried)
            print(f"{'noticed ' if seen else 'SURVIVED'} {time.monotonic() - begun:4.0f} s  {mutant}", flush=True)
            if not seen:
                survivors.append(mutant)
    if taken:
        print("\n".join(["", *shares(taken, survivors), *(f"  {mutant}" for mutant in survivors)]))
    return 1 if forgotten else 0


if __name__ == "__main__":
    sys.exit(main())

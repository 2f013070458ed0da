"""Breaks copies of the content by chance, and reports each kind of fault with its smallest case.

python -m tests.fuzz                    10,000 copies
python -m tests.fuzz 500 --seed monday  500, by other chances
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Sequence

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.cases import slips
from tests.fuzz.slips import Slip, broken
from tests.fuzz.worker import Worker


def kind_of(said: str) -> str:
    """Give the kind of a fault: two with the same are told once."""
    kind, _, rest = said.partition(": ")
    if kind == "TRACEBACK":
        return said.split(": ")[1]
    return f"{kind} {re.sub('[“”].*|[0-9]+', '', rest)[:60]}" if kind == "NO PLACE" else kind


def shrunk(worker: Worker, taken: Sequence[Slip], kind: str) -> list[Slip]:
    """Leave out each slip without which the same kind of fault is found."""
    left = list(taken)
    for slip in taken:
        without = [other for other in left if other is not slip]
        if without and kind_of(worker.judge(without)) == kind:
            left = without
    return left


def shown(worker: Worker, taken: Sequence[Slip]) -> str:
    """Show the lines that some slips have changed."""
    said = []
    for path, text in broken(worker.texts, taken).items():
        before, after = worker.texts[path].split("\n"), text.split("\n")
        first = next(n for n, (a, b) in enumerate(zip([*before, None], [*after, None], strict=False)) if a != b)
        said.append(f"    {path}:{first + 1}")
        said += [f"      - {line:.160}" for line in before[first : first + 2]]
        said += [f"      + {line:.160}" for line in after[first : first + 3]]
    return "\n".join(said)


def main(arguments: Sequence[str] | None = None) -> int:
    """Break and report; give 1 when there was a fault."""
    parser = argparse.ArgumentParser(prog="tests.fuzz", description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("count", type=int, nargs="?", default=10_000, help="how many copies to break")
    parser.add_argument("--seed", default="", help="which chances; without it they are new ones")
    said = parser.parse_args(arguments)
    chosen = said.seed or str(random.SystemRandom().randrange(10**6))
    found: dict[str, tuple[str, list[Slip]]] = {}
    counted: Counter[str] = Counter()
    print(f"Seed {chosen}", flush=True)
    begun = time.monotonic()
    with Worker() as worker:

        @seed(chosen)
        @settings(
            max_examples=said.count,
            database=None,
            deadline=None,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        )
        @given(taken=slips(worker.texts))
        def broken_copy(taken: list[Slip]) -> None:
            fault = worker.judge(taken)
            counted["all"] += 1
            if counted["all"] % 500 == 0:
                print(f"{counted['all']} copies, {time.monotonic() - begun:.0f} s, {len(found)} kinds", flush=True)
            if fault:
                kind = kind_of(fault)
                counted[kind] += 1
                if kind not in found:
                    print(f"{fault:.300}\n{shown(worker, taken)}", flush=True)
                if kind not in found or len(taken) < len(found[kind][1]):
                    found[kind] = (fault, taken)

        broken_copy()
        for kind, (_, taken) in found.items():
            left = shrunk(worker, taken, kind)
            print(f"\n{counted[kind]} × {worker.judge(left)}\n{shown(worker, left)}")
    seconds = time.monotonic() - begun
    print(f"\n{counted['all']} copies (seed {chosen}) in {seconds:.0f} s: {len(found)} kinds of fault.")
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024  # ru_maxrss is in KiB on Linux
    print(f"The longest took {worker.longest:.1f} s; the process that judges had at most {memory} MB.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

"""`make hosts`: MkDocs and ProperDocs make the same bytes, and both make the same pages without a hook of ours."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.copying import fingerprint
from tests.generators.comparing import differences

ROOT = Path(__file__).parents[2]
HOSTS = ("mkdocs", "properdocs")
# The day is in the map of a site; and a plain build has that map though the site's address is not known.
ALSO_MADE = {"sitemap.xml", "sitemap.xml.gz"}


def built(host: str, project: Path, site: Path) -> Path:
    """Build a site.

    Args:
        host: which of them.
        project: the folder of the settings.
        site: where to put it.

    Raises:
        SystemExit: it could not be built; what the host said is printed.
    """
    environment = {**os.environ, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", host, "build", "--strict", "-f", "mkdocs.yml", "--site-dir", str(site)]
    run = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(f"{host} could not build {project}:\n{run.stderr or run.stdout}")
    return site


def main() -> int:
    """Build by each host, with our hooks and without; give 1 if anything differs."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        stage = folder / "stage"
        subprocess.run([sys.executable, "-m", "macros", "stage", str(stage)], cwd=ROOT, check=True)
        ours, other = (built(host, ROOT, folder / host) for host in HOSTS)
        mine, theirs = fingerprint(ours), fingerprint(other)
        unequal = [path for path in mine.keys() | theirs.keys() if mine.get(path) != theirs.get(path)]
        found = [f"{path}: {' and '.join(HOSTS)} differ." for path in unequal]
        print(f"{' and '.join(HOSTS)}, with our hooks: {len(mine)} files, {len(found)} differ in a byte.")
        for host in HOSTS:
            plain = built(host, stage, folder / f"{host}-staged")
            without = fingerprint(plain)
            pages = sum(path.endswith(".html") for path in without)
            others = {path for path in mine.keys() | without.keys() if not path.endswith(".html")} - ALSO_MADE
            files = [path for path in sorted(others) if mine.get(path) != without.get(path)]
            differing = differences(ours, plain)
            print(
                f"{host}, without them: {pages} pages, {len(differing)} differ; {len(others)} files, {len(files)} do."
            )
            found += [f"{host}, without our hooks: {said}" for said in [*differing, *files]]
    print("\n".join(sorted(found)))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

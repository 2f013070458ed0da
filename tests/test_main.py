"""The commands: what they say, and 0 when all is well."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.__main__ import counted, main
from tests.copying import fingerprint


def test_check_says_what_it_checked(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(root), "check"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("All is well: ")
    for what in ("policy clauses", "lessons", "quizzes", "questions", "help routes", "pictures"):
        assert what in said


def test_check_tells_a_day_that_has_not_come_beside_all_else_that_is_wrong(
    project: Path, change: Callable[[str, str, str], int], capsys: pytest.CaptureFixture[str]
) -> None:
    line = change("docs/_data/facts.yml", "checked: 2026", "checked: 2062")
    change("docs/staff/index.md", "](", "](nowhere-")
    assert main(["--root", str(project), "check"]) == 1
    said = capsys.readouterr()
    assert f"docs/_data/facts.yml:{line}:" in said.out
    assert "that day has not come" in said.out
    assert "There is no page or file “nowhere-" in said.err


def test_check_runs_from_the_command_line(root: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "macros", "check"], cwd=root, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("All is well: ")


def test_a_port_in_use_is_told(root: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "macros", "serve", "--port", str(port)]
        run = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert run.stderr.startswith(f"Port {port} cannot be used: ")
    assert run.stderr.endswith(f"--port {port + 1}\n")


def test_an_unknown_command_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["chekc"])
    assert caught.value.code == 2
    assert "check" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("count", "what", "said"),
    [(1, "quiz", "1 quiz"), (4, "quiz", "4 quizzes"), (2, "address", "2 addresses"), (0, "problem", "0 problems")],
)
def test_one_thing_and_many_are_told_in_plain_words(count: int, what: str, said: str) -> None:
    assert counted(count, what) == said


def test_stage_writes_all_pages_and_tells_what_a_build_would_tell(
    project: Path,
    change: Callable[[str, str, str], int],
    tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = tmp_path_factory.mktemp("stage")
    assert main(["--root", str(project), "stage", str(folder)]) == 0
    pages = list((folder / "docs").rglob("*.md"))
    assert capsys.readouterr().out.startswith(f"Written: {len(pages)} pages in {folder}. ")
    before = fingerprint(folder)
    assert main(["--root", str(project), "stage", "--publish", str(folder)]) == 1
    assert "Not ready to publish: “safeguarding.lead” is empty." in capsys.readouterr().err
    line = change("school.yml", "short_name:", "shortname:")
    change("docs/staff/index.md", "](", "](nowhere-")
    assert main(["--root", str(project), "stage", str(folder)]) == 1
    said = capsys.readouterr().err
    assert f"school.yml:{line}:1: “shortname” is not a name that is known here." in said
    assert "There is no page or file “nowhere-" in said
    assert main(["--root", str(project), "stage", str(project / "docs")]) == 1
    assert "holds files that “stage” has not put there" in capsys.readouterr().err
    assert fingerprint(folder) == before

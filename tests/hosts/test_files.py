"""Each host finds its file where it looks for it, and the workflows can be trusted with a school's site."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.__main__ import parser
from macros.hosts.files import WORKFLOWS, write_host_files
from macros.hosts.headers import Served

SERVED = Served("/", "default-src 'none'", ("index.html",))


def workflow(root: Path, name: str) -> dict[str, Any]:
    # As GitHub reads it, “on” is a word (YAML 1.2) and not a yes.
    text = (root / "macros/hosts" / name).read_text(encoding="utf-8").replace("\non:\n", '\n"on":\n')
    read = yaml.safe_load(text)
    assert isinstance(read, dict)
    return read


def test_each_host_finds_its_file(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    write_host_files(tmp_path, SERVED, "/srv/current")
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()) == [
        "hosts/READ-ME.txt",
        "hosts/github-pages.yml",
        "hosts/gitlab-ci.yml",
        "hosts/nginx.conf",
        "site/.htaccess",
        "site/_headers",
    ]
    about = (tmp_path / "hosts/READ-ME.txt").read_text(encoding="utf-8")
    for name in ("nginx.conf", *WORKFLOWS, "site/.htaccess", "site/_headers"):
        assert name in about


def commands(root: Path, name: str) -> list[str]:
    read = workflow(root, name)
    if name == "gitlab-ci.yml":
        return list(read["pages"]["script"])
    steps = [step for job in read["jobs"].values() for step in job["steps"]]
    return [line.strip() for step in steps for line in step.get("run", "").splitlines()]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_installs_by_hash_and_publishes_only_what_is_ready(root: Path, name: str) -> None:
    said = commands(root, name)
    installs = [command for command in said if "pip install" in command]
    assert len(installs) == 2
    assert all("--require-hashes" in command or "--no-deps" in command for command in installs)
    (build,) = (command for command in said if "-m macros" in command)
    options = parser().parse_args(build.split()[3:])
    assert (options.command, options.publish) == ("build", True)


def test_the_one_of_github_pins_all_it_calls_and_may_do_no_more_than_it_needs(root: Path) -> None:
    read = workflow(root, "github-pages.yml")
    assert read["permissions"] == {"contents": "read"}
    assert read["jobs"]["build"].get("permissions") is None
    assert read["jobs"]["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert read["jobs"]["publish"]["needs"] == "build"
    assert not read["concurrency"]["cancel-in-progress"]
    used = [step["uses"] for job in read["jobs"].values() for step in job["steps"] if "uses" in step]
    assert len(used) == 4
    for action in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action), action
    for job in read["jobs"].values():
        assert job["timeout-minutes"] <= 30
        # What somebody else may write (a branch's name, a title) is never put into a shell.
        assert not [step for step in job["steps"] if "${{" in step.get("run", "")]


def test_the_folder_that_is_built_is_the_one_that_is_uploaded(root: Path) -> None:
    (upload,) = (
        step for step in workflow(root, "github-pages.yml")["jobs"]["build"]["steps"]
        if "upload-pages-artifact" in step.get("uses", "")
    )  # fmt: skip
    assert upload["with"]["path"] == "site"
    gitlab = workflow(root, "gitlab-ci.yml")["pages"]
    assert gitlab["artifacts"]["paths"] == ["public"]
    assert any(command.endswith("--site public") for command in gitlab["script"])

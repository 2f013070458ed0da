"""Publishes to “another machine” that is this one, by the real ssh and rsync, and an sshd of its own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.publishing.remote import Remote, put_there
from tests.publishing.test_releases import make, page
from tests.servers.install import PATH
from tests.servers.running import free_port

SSHD = """\
ListenAddress 127.0.0.1
Port {port}
HostKey {folder}/host
AuthorizedKeysFile {folder}/own.pub
PidFile {folder}/sshd.pid
StrictModes no
UsePAM no
PasswordAuthentication no
"""
SSH = """\
Host school
  HostName 127.0.0.1
  Port {port}
  IdentityFile {folder}/own
  IdentitiesOnly yes
  StrictHostKeyChecking no
  UserKnownHostsFile /dev/null
  LogLevel ERROR
"""


@contextmanager
def machine(folder: Path) -> Iterator[None]:
    """Run an sshd, and let “ssh school” reach it."""
    port = free_port()
    for key in ("host", "own"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / key], check=True)
    for name, text in (("sshd.conf", SSHD), ("ssh.conf", SSH)):
        (folder / name).write_text(text.format(port=port, folder=folder), encoding="utf-8")
    programs = folder / "programs"
    programs.mkdir()
    (programs / "ssh").write_text(
        f'#!/bin/sh\nexec {shutil.which("ssh")} -F {folder}/ssh.conf "$@"\n', encoding="utf-8"
    )
    (programs / "ssh").chmod(0o755)
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    run = subprocess.Popen([shutil.which("sshd", path=PATH) or "sshd", "-D", "-f", folder / "sshd.conf"])
    before = os.environ["PATH"]
    os.environ["PATH"] = f"{programs}{os.pathsep}{before}"
    try:
        for _ in range(100):
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield
    finally:
        os.environ["PATH"] = before
        run.terminate()
        run.wait(timeout=20)


def faults(folder: Path) -> Iterator[str]:
    """Publish three releases there, and name what is not as it should be."""
    place = folder / "there"
    with machine(folder):
        for number, words in enumerate(("a1", "b2", "c3")):
            release = folder / f"made-{number}"
            name = make(release, words)
            if not put_there(release, name, Remote("school", place.as_posix())) or page(place) != words:
                yield f"“{words}” is not served there"
            if put_there(release, name, Remote("school", place.as_posix())):
                yield f"“{words}” is sent twice"
    if not (place / "previous/site/index.html").read_text(encoding="utf-8").endswith("b2"):
        yield "the one before is not kept"
    same = (place / "current/site/same.html", place / "previous/site/same.html")
    if len({file.stat().st_mtime_ns for file in same}) != 1:
        yield "a file that has not changed has another date"
    sheets = sorted(file.name for file in (place / "current/site/assets").iterdir())
    if sheets != ["joined.000000b2.css", "joined.000000c3.css"]:
        yield f"the style sheets are {sheets}"
    left = [file.name for file in place.iterdir() if file.name.startswith(".")]
    if left or len(list((place / "releases").iterdir())) != 2:
        yield f"left behind: {left}"

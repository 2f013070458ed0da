"""The server answers this machine alone, saves only for its own page, and never outside the files with a form."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.editor.desk import Desk
from macros.editor.server import POLICY, EditServer
from macros.problems import Problem
from macros.site.dev_server import DevServer

PHONE = "{name: Elm, short_name: Elm, website: 'https://elm.example', office: {phone: '%s'}}"


class Nothing:
    """A site of one page."""

    def read(self) -> None:
        """Read nothing."""

    def answer(self, path: str) -> bytes | None:
        return b"<html><head><meta charset=utf-8></head><body>The site</body></html>" if path == "index.html" else None

    def as_last_made(self, path: str) -> bytes | None:
        return None

    def go_on(self) -> bool:
        return False


@pytest.fixture
def server(project: Path) -> Iterator[EditServer]:
    told = [Problem("docs/index.md", 1, 2, "Mend this.")]
    with EditServer(Desk(project, lambda root, cache: told), DevServer(Nothing()), 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def ask(server: EditServer, way: str, path: str, body: str = "", **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=30)
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(way, path, body.encode() if way == "PUT" else None, names)
    return connection.getresponse()


def put(server: EditServer, path: str, body: str, **headers: str) -> http.client.HTTPResponse:
    own = {"Origin": f"http://127.0.0.1:{server.server_port}"} | headers
    return ask(server, "PUT", f"/admin/files/{path}", body, **own)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("folder.js", "text/javascript; charset=utf-8"),
        ("desk.css", "text/css; charset=utf-8"),
        ("config.yml", "text/yaml; charset=utf-8"),
        ("sveltia-cms.js", "text/javascript; charset=utf-8"),
    ],
)
def test_each_file_of_the_editor_has_its_kind_and_a_policy_of_its_own(server: EditServer, path: str, kind: str) -> None:
    answer = ask(server, "GET", f"/admin/{path}")
    assert (answer.status, answer.headers["Content-Type"]) == (200, kind)
    assert answer.headers["Content-Security-Policy"] == POLICY
    assert "http" not in POLICY
    assert "unsafe-eval" not in POLICY


def test_the_site_is_shown_beside_it(server: EditServer) -> None:
    assert b"The site" in ask(server, "GET", "/").read()
    assert ask(server, "GET", "/admin").headers["Location"] == "/admin/"


def test_the_files_are_listed_and_what_the_check_says(server: EditServer) -> None:
    assert "school.yml" in json.loads(ask(server, "GET", "/admin/files/").read())
    assert json.loads(ask(server, "GET", "/admin/told").read()) == ["docs/index.md:1:2: Mend this."]


def test_a_file_is_saved_and_has_another_sign(server: EditServer) -> None:
    sign = ask(server, "GET", "/admin/files/school.yml").headers["ETag"]
    answer = put(server, "school.yml", PHONE % "01632 960123", If_Match=sign)
    assert answer.status == 200
    assert answer.headers["ETag"] not in ("", sign)
    assert "  phone: 01632 960123\n" in (server.desk.root / "school.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("way", ["another site", "no site", "another name"])
def test_only_the_editors_own_page_saves(server: EditServer, way: str) -> None:
    before = (server.desk.root / "school.yml").read_bytes()
    headers = {
        "another site": {"Origin": "https://evil.example"},
        "no site": {"Origin": ""},
        "another name": {"Host": "evil.example", "Origin": "http://evil.example"},
    }[way]
    assert put(server, "school.yml", PHONE % "01632 960123", **headers).status == 403
    assert (server.desk.root / "school.yml").read_bytes() == before


def test_another_name_of_this_machine_reads_nothing(server: EditServer) -> None:
    assert ask(server, "GET", "/admin/files/school.yml", Host="evil.example").status == 421


@pytest.mark.parametrize("path", ["mkdocs.yml", "../../etc/passwd", "%2e%2e/school.yml", "docs/policy/index.md"])
def test_a_file_without_a_form_is_not_here(server: EditServer, path: str) -> None:
    assert ask(server, "GET", f"/admin/files/{path}").status == 404
    answer = put(server, path, "x")
    assert (answer.status, b"no form here" in answer.read()) == (422, True)


def test_what_is_refused_is_answered_in_a_sentence(server: EditServer) -> None:
    sign = ask(server, "GET", "/admin/files/school.yml").headers["ETag"]
    answer = put(server, "school.yml", PHONE % "01632 ABC", If_Match=sign)
    assert answer.status == 422
    assert "“phone” must be digits and spaces only" in answer.read().decode()


@pytest.mark.parametrize("body", ["{", "\t- x", "just words", "[1, 2]", ""])
def test_what_is_no_form_is_refused_and_not_a_crash(server: EditServer, body: str) -> None:
    before = (server.desk.root / "school.yml").read_bytes()
    sign = ask(server, "GET", "/admin/files/school.yml").headers["ETag"]
    answer = put(server, "school.yml", body, If_Match=sign)
    assert (answer.status, answer.read().decode()[:9]) == (422, "Not saved")
    assert (server.desk.root / "school.yml").read_bytes() == before


def test_what_is_far_too_large_is_not_read(server: EditServer) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=30)
    connection.putrequest("PUT", "/admin/files/school.yml")
    connection.putheader("Origin", f"http://127.0.0.1:{server.server_port}")
    connection.putheader("Content-Length", str(10**9))
    connection.endheaders()
    assert connection.getresponse().status == 413

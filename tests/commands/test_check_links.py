"""Addresses outside the site are found, listed, and opened: here, only on this machine."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.commands import check_links
from macros.commands.check_links import NoNetworkError, Visit, addresses, listed_links, unlisted, visit, visit_all
from macros.problems import ContentError

LIST = "links:\n  - {address: https://www.one.org.uk, title: One}\n"
ANSWERS = {"/there": 200, "/only-get": 405, "/gone": 404, "/broken": 500, "/people": 403, "/limited": 429}


class Handler(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        self.send_response(ANSWERS.get(self.path, 404))
        self.end_headers()

    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/only-get" else ANSWERS.get(self.path, 404))
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing; the tests say what is wrong."""


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a small server on this machine, which no proxy stands before."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An address of this machine at which nothing listens, and nothing else can begin to."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}/"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project with two pages and a list of one address."""
    (tmp_path / "docs/_data").mkdir(parents=True)
    (tmp_path / "school.yml").write_text("website: https://www.one.org.uk\n", encoding="utf-8")
    (tmp_path / "docs/_data/links.yml").write_text(LIST, encoding="utf-8")
    (tmp_path / "docs/a.md").write_text("See [two](https://two.org.uk/page), and <https://one.org.uk>.\n", "utf-8")
    return tmp_path


def test_each_address_is_found_with_its_place(small: Path) -> None:
    assert list(addresses(small)) == [
        ("https://www.one.org.uk", "school.yml", 1, 10),
        ("https://two.org.uk/page", "docs/a.md", 1, 11),
        ("https://one.org.uk", "docs/a.md", 1, 42),
    ]


@pytest.mark.parametrize("address", ["https://www.example.sch.uk/x", "http://127.0.0.1:8000/", "https://example.org"])
def test_an_address_of_an_example_or_of_this_machine_is_passed_over(small: Path, address: str) -> None:
    (small / "docs/a.md").write_text(f"See {address}.\n", encoding="utf-8")
    assert [path for _, path, *_ in addresses(small)] == ["school.yml"]


def test_an_address_that_is_not_listed_is_told(small: Path) -> None:
    assert [str(problem) for problem in unlisted(small, listed_links(small))] == [
        "docs/a.md:1:11: The address “https://two.org.uk/page” is not in docs/_data/links.yml. Add it.",
        "docs/a.md:1:42: The address “https://one.org.uk” is not in docs/_data/links.yml. Add it.",
    ]


def test_what_a_school_fills_in_about_itself_is_opened_and_need_not_be_listed(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (small / "school.yml").write_text("website: https://other.org.uk\nagain: https://other.org.uk\n", encoding="utf-8")
    assert "school.yml" not in {problem.path for problem in unlisted(small, listed_links(small))}
    opened: list[str] = []

    def open_all(each: list[str]) -> list[Visit]:
        opened.extend(each)
        return [Visit(address, found=True) for address in each]

    monkeypatch.setattr(check_links, "visit_all", open_all)
    assert main(["--root", str(small), "links"]) == 0
    assert opened == ["https://www.one.org.uk", "https://other.org.uk"]


def test_an_address_that_is_none_is_told_as_not_listed(small: Path) -> None:
    page = small / "docs/a.md"
    page.write_text("See https://[2001:db8 now.\n", encoding="utf-8")
    (problem,) = [found for found in unlisted(small, listed_links(small)) if found.path == "docs/a.md"]
    assert "“https://[2001:db8” is not in" in problem.sentence


def test_an_address_of_the_list_that_no_page_names_is_found(small: Path) -> None:
    (small / "school.yml").write_text("website:\n", encoding="utf-8")
    assert check_links.unused(small, listed_links(small)) == ["https://www.one.org.uk"]


def test_a_list_that_is_not_right_is_told(small: Path) -> None:
    (small / "docs/_data/links.yml").write_text(LIST.replace("title", "titel"), encoding="utf-8")
    with pytest.raises(ContentError, match="Did you mean “title”"):
        listed_links(small)


@pytest.mark.parametrize("path", ["/there", "/only-get"])
def test_an_address_that_answers_is_found(host: str, path: str) -> None:
    assert visit(host + path) == Visit(host + path, found=True)


@pytest.mark.parametrize(("path", "status"), [("/gone", 404), ("/broken", 500)])
def test_an_address_at_which_nothing_is_is_told(host: str, path: str, status: int) -> None:
    visited = visit(host + path)
    assert not visited.found
    assert visited.said == f"It is not there ({status}). Find its new address, or take it out."


@pytest.mark.parametrize("path", ["/people", "/limited"])
def test_a_host_that_lets_no_program_look_is_left_to_a_person(host: str, path: str) -> None:
    visited = visit(host + path)
    assert visited.found
    assert visited.said.endswith("Open it yourself.")


def test_a_host_that_cannot_be_reached_is_told(nowhere: str) -> None:
    assert visit(nowhere) == Visit(nowhere, found=False, said="It cannot be reached.", reached=False)


def test_a_host_that_is_slow_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object, **__: object) -> None:
        raise TimeoutError

    monkeypatch.setattr(check_links, "urlopen", slow)
    assert visit("https://www.one.org.uk").said == "It did not answer within 10 seconds."


def test_one_that_answers_is_enough_to_know_that_there_is_a_network(host: str, nowhere: str) -> None:
    assert [visited.found for visited in visit_all([host + "/there", nowhere])] == [True, False]


def test_where_there_is_no_network_it_is_said(nowhere: str) -> None:
    with pytest.raises(NoNetworkError, match="There is no network here"):
        visit_all([nowhere, nowhere])


@pytest.mark.parametrize(
    ("found", "code", "last"), [(True, 0, "1 of 1 address answered."), (False, 1, "0 of 1 address answered.")]
)
def test_the_command_names_what_does_not_answer(
    small: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    found: bool,
    code: int,
    last: str,
) -> None:
    monkeypatch.setattr(
        check_links, "visit", lambda address: Visit(address, found, "" if found else "It is not there.")
    )
    assert main(["--root", str(small), "links"]) == code
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == last
    assert ("https://www.one.org.uk: It is not there." in lines) is not found


def test_the_command_without_a_network_says_so(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_links, "visit", lambda address: Visit(address, found=False, reached=False))
    assert main(["--root", str(small), "links"]) == 1
    assert capsys.readouterr().err.startswith("There is no network here")

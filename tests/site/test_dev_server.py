"""A mistake is laid over the last good page, each save is read once, and only this machine is answered."""

from __future__ import annotations

import errno
import http.client
import os
import re
import socket
import threading
import time
from collections.abc import Iterator

import pytest

from macros.problems import MistakeError
from macros.site.dev_server import RELOAD, STYLE, Answer, DevServer, PortError, PreviewServer, as_shown, kind_of

SLIP = "words.txt:1:1: <slip> is to be mended."
TEMPLATE = "page.html:3:1: This template cannot be read."
PAGE = b"<html><head><meta charset=utf-8></head><body><p>%s</p></body></html>"


class Words:
    """A site of a few pages that show some words; a slip among them cannot be read."""

    def __init__(self, words: str = "first") -> None:
        self.words = words
        self.shown: dict[str, bytes] = {}
        self.last: dict[str, bytes] = {}
        self.broken: dict[str, str] = {}
        self.readings = 0
        self.rest = 0

    def read(self) -> None:
        self.readings += 1
        if "slip" in self.words:
            raise MistakeError(SLIP)
        self.rest = 2
        self.shown = {"index.html": PAGE % self.words.upper().encode(), "sound.bin": b"\x00"}
        if "lost" in self.words:
            self.shown["404.html"] = PAGE % b"This page is not at this school."

    def answer(self, path: str) -> bytes | None:
        if path in self.broken:
            raise MistakeError(self.broken[path])
        return self.shown.get(path)

    def as_last_made(self, path: str) -> bytes | None:
        return self.last.get(path)

    def go_on(self) -> bool:
        self.rest -= 1
        if "later.html" in self.broken:
            raise MistakeError(self.broken["later.html"])
        return self.rest > 0


@pytest.fixture
def words() -> Words:
    return Words()


@pytest.fixture
def showing(words: Words) -> DevServer:
    return DevServer(words)


def save(showing: DevServer, words: str) -> None:
    assert isinstance(showing.site, Words)
    showing.site.words = words
    showing.read()


# What is shown while something is to be mended


def test_until_the_first_good_page_a_mistake_is_a_page_of_its_own(showing: DevServer) -> None:
    save(showing, "slip")
    answer = showing.answer("index.html")
    assert (answer.status, answer.mistakes) == (500, "")
    assert b"words.txt:1:1: &lt;slip&gt; is to be mended." in answer.content
    save(showing, "mended")
    assert showing.answer("index.html") == Answer(200, PAGE % b"MENDED")


def test_a_mistake_is_laid_over_the_last_good_page_and_goes_when_it_is_mended(
    showing: DevServer, capsys: pytest.CaptureFixture[str]
) -> None:
    save(showing, "good")
    save(showing, "slip")
    assert showing.answer("index.html") == Answer(200, PAGE % b"GOOD", SLIP)
    assert showing.answer("sound.bin") == Answer(200, b"\x00", SLIP)
    assert capsys.readouterr().err == f"{SLIP}\n"
    save(showing, "slip again")
    assert showing.answer("index.html") == Answer(200, PAGE % b"GOOD", SLIP)
    save(showing, "mended")
    assert showing.answer("index.html") == Answer(200, PAGE % b"MENDED")


def test_a_page_that_cannot_be_made_is_shown_as_it_was_and_others_are_as_ever(
    showing: DevServer, words: Words, capsys: pytest.CaptureFixture[str]
) -> None:
    save(showing, "good")
    words.broken["page.html"] = TEMPLATE
    answer = showing.answer("page.html")
    assert answer.status == 500  # it was never made
    assert TEMPLATE.encode() in answer.content
    words.last["page.html"] = PAGE % b"as it was"
    assert showing.answer("page.html") == Answer(200, PAGE % b"as it was", TEMPLATE)
    assert showing.answer("index.html") == Answer(200, PAGE % b"GOOD")
    assert capsys.readouterr().err == f"{TEMPLATE}\n"  # once


def test_every_mistake_is_told_once(showing: DevServer, words: Words) -> None:
    save(showing, "good")
    save(showing, "slip")
    words.broken["page.html"] = f"{SLIP}\n{TEMPLATE}"
    words.last["page.html"] = PAGE % b"as it was"
    assert showing.answer("page.html").mistakes.split("\n") == [SLIP, TEMPLATE]


def test_an_address_that_is_not_there_gets_the_page_that_the_site_has_for_it(showing: DevServer, words: Words) -> None:
    save(showing, "good")
    assert showing.answer("other.html").status == 404
    save(showing, "good and lost")
    assert showing.answer("other.html") == Answer(404, PAGE % b"This page is not at this school.")
    save(showing, "slip")
    assert showing.answer("other.html") == Answer(404, PAGE % b"This page is not at this school.", SLIP)
    words.broken["404.html"] = TEMPLATE
    assert showing.answer("other.html").status == 500


def test_the_mistakes_stand_over_the_page_each_as_it_was_said() -> None:
    page = as_shown((PAGE % b"A").decode(), 7, f"{SLIP}\n{TEMPLATE}")
    assert "<p>A</p>" in page
    assert [
        line.replace("&lt;", "<").replace("&gt;", ">") for line in re.findall(r"<p>(\S+:\d+:\d+: .*?)</p>", page)
    ] == [
        SLIP,
        TEMPLATE,
    ]
    assert f'<link rel="stylesheet" href="{STYLE}">' in page
    assert page.endswith(f'<script src="{RELOAD}?7"></script></body></html>')


def test_a_page_is_finished_and_knows_which_reading_it_shows() -> None:
    page = as_shown((PAGE % b"A").decode(), 7)
    assert page.endswith(f'<p>A</p><script src="{RELOAD}?7"></script></body></html>')
    assert 'http-equiv="Content-Security-Policy"' in page
    assert STYLE not in page


# Saves


def test_the_content_is_read_once_for_each_save(showing: DevServer, words: Words) -> None:
    changed = threading.Event()
    changed.set()
    showing.go_on(changed)
    assert (words.readings, changed.is_set()) == (1, False)
    for _ in range(4):
        showing.go_on(changed)
    assert words.readings == 1
    changed.set()
    showing.go_on(changed)
    assert words.readings == 2


def test_other_pages_are_made_in_the_quiet(showing: DevServer, words: Words) -> None:
    save(showing, "good")
    changed = threading.Event()
    showing.go_on(changed)
    assert words.rest == 1
    showing.go_on(changed)
    assert words.rest == 0


def test_a_page_that_cannot_be_made_in_the_quiet_is_told_and_lived_through(
    showing: DevServer, words: Words, capsys: pytest.CaptureFixture[str]
) -> None:
    save(showing, "good")
    words.broken["later.html"] = TEMPLATE
    for _ in range(3):
        showing.go_on(threading.Event())
    assert capsys.readouterr().err == f"{TEMPLATE}\n"
    assert showing.answer("index.html") == Answer(200, PAGE % b"GOOD")


def test_a_browser_that_waits_hears_of_a_save(showing: DevServer) -> None:
    known = str(showing.number)
    heard: list[str] = []
    waiting = threading.Thread(target=lambda: heard.append(showing.next_number(known)))
    waiting.start()
    save(showing, "second")
    waiting.join(10)
    assert heard == [str(showing.number)] != [known]


# Over the wire


@pytest.fixture
def server(showing: DevServer) -> Iterator[PreviewServer]:
    save(showing, "good")
    with PreviewServer(showing, 0) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def ask(
    server: PreviewServer, path: str = "/", method: str = "GET", **headers: str
) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    try:
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


def test_a_page_is_answered_and_never_kept_by_the_browser(server: PreviewServer) -> None:
    answer, page = ask(server)
    assert answer.status == 200
    assert b"<p>GOOD</p>" in page
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_style_and_the_script_of_the_preview_are_there(server: PreviewServer) -> None:
    for path, kind, words in ((STYLE, "text/css", b".mistakes"), (RELOAD, "text/javascript", b"location.reload")):
        answer, content = ask(server, path)
        assert answer.headers["Content-Type"] == f"{kind}; charset=utf-8"
        assert words in content


@pytest.mark.parametrize("path", ["/", "/index.html", "/not-there.html", RELOAD, "/sound.bin"])
def test_head_is_answered_like_get_without_the_content(server: PreviewServer, path: str) -> None:
    got, content = ask(server, path)
    headed, nothing = ask(server, path, "HEAD")
    assert (headed.status, nothing) == (got.status, b"")
    kept = ("Content-Type", "Content-Length", "Cache-Control")
    assert [headed.headers[name] for name in kept] == [got.headers[name] for name in kept]
    assert headed.headers["Content-Length"] == str(len(content))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LocalHost", "[::1]"])
def test_a_name_of_this_machine_is_answered(server: PreviewServer, host: str) -> None:
    assert ask(server, Host=f"{host}:{server.server_port}")[0].status == 200


@pytest.mark.parametrize(
    "host",
    [
        "drafts.example:PORT",
        "drafts.example",
        "127.0.0.1",
        "127.0.0.1:1",
        "localhost",
        "localhost.drafts.example:PORT",
        "127.0.0.1.nip.example:PORT",
        "192.168.1.5:PORT",
        "0.0.0.0:PORT",
        "",
    ],
)
@pytest.mark.parametrize("path", ["/", RELOAD, "/.number?0"])
def test_another_name_is_not(server: PreviewServer, host: str, path: str) -> None:
    answer, said = ask(server, path, Host=host.replace("PORT", str(server.server_port)))
    assert answer.status == 421
    assert said == f"This is a preview for this machine alone: http://127.0.0.1:{server.server_port}/\n".encode()


@pytest.mark.parametrize(
    "request_",
    [
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nHost: drafts.example\r\n\r\n",
        "GET http://drafts.example/ HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n",
    ],
    ids=["no name", "two names", "another name in the address"],
)
def test_a_name_that_is_not_sure_is_not_answered(server: PreviewServer, request_: str) -> None:
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=10) as connection:
        connection.sendall(request_.replace("PORT", str(server.server_port)).encode())
        assert connection.recv(1000).startswith(b"HTTP/1.1 421 ")


def test_only_this_machine_is_listened_to(server: PreviewServer) -> None:
    assert server.server_address[0] == "127.0.0.1"
    # Linux has all of 127.0.0.0/8: a server that listens everywhere answers here, and at the machine's other addresses.
    with socket.socket() as other:
        other.settimeout(2)
        assert other.connect_ex(("127.0.0.2", server.server_port)) != 0


def test_a_port_in_use_is_told(server: PreviewServer, showing: DevServer) -> None:
    port = server.server_port
    with pytest.raises(PortError) as caught:
        PreviewServer(showing, port)
    in_use = os.strerror(errno.EADDRINUSE)
    assert (
        str(caught.value) == f"Port {port} cannot be used: {in_use}. Is the site shown already? Or: --port {port + 1}"
    )


def test_a_hundred_saves_leave_nothing_behind(server: PreviewServer, showing: DevServer) -> None:
    threads = threading.active_count()
    for number in range(100):
        save(showing, f"{'slip' if number % 3 == 1 else 'word'} {number}")
        assert ask(server)[0].status == 200
    end = time.monotonic() + 10
    while threading.active_count() > threads and time.monotonic() < end:
        time.sleep(0.01)
    assert threading.active_count() <= threads  # one of an earlier test may have ended meanwhile
    assert len(showing.told) <= 1


def test_types_do_not_depend_on_the_machine() -> None:
    assert kind_of("a/b.js") == "text/javascript"
    assert kind_of("site.webmanifest") == "application/manifest+json"
    assert kind_of("a.html") == "text/html"
    assert kind_of("a.unheard-of") == "application/octet-stream"

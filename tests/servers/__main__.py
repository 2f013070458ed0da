"""Publishes a small site, serves it by nginx and by Apache, and judges every answer; publishes over ssh, too.

python -m tests.servers
"""

from __future__ import annotations

import gzip
import http.client
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import brotli

from macros.__main__ import main as macros
from tests.copying import copy_project, thin_out
from tests.servers import elsewhere
from tests.servers.running import BROTLI, apache, nginx

ROOT = Path(__file__).parents[2]
SCHOOL = ROOT / "tests/fixtures/other_school/school.yml"
BASE = "/pages/"  # in the address of that school
# Written by hand from the standards: what must come with every answer, and with a page of this site.
ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
}
FRAMES = "frame-ancestors 'self' https://www.beech-lane.example https://families.beech-lane.example"
TYPES = {
    "index.html": "text/html; charset=utf-8",
    "policy/review.ics": "text/calendar; charset=utf-8",
    "site.webmanifest": "application/manifest+json",
    "policy/map.csv": "text/csv; charset=utf-8",
    "parents/newsletter.xml": "application/xml; charset=utf-8",
    "assets/javascripts/quiz.js": "text/javascript; charset=utf-8",
    "assets/licences.txt": "text/plain; charset=utf-8",
}
A_YEAR = "public, max-age=31536000, immutable"
A_DAY = "public, max-age=86400"
AGAIN = "no-cache"
JOINED = ("assets/stylesheets/joined.", "assets/javascripts/joined.")  # a change of them is another name
UNPACK = {"gzip": gzip.decompress, "br": brotli.decompress, None: lambda content: content}


def ask(port: int, path: str, accepts: str = "") -> tuple[int, dict[str, str], bytes]:
    """Ask for one file, and give the status, the headers in small letters and the content as it came."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path, headers={"Accept-Encoding": accepts} if accepts else {})
    answer = connection.getresponse()
    headers: dict[str, str] = {}
    for name, value in answer.getheaders():
        # A second line of one name counts as one with a comma (RFC 9110): of these, there must be one.
        headers[name.lower()] = f"{headers[name.lower()]}, {value}" if name.lower() in headers else value
    content = answer.read()
    connection.close()
    return answer.status, headers, content


def faults(port: int, site: Path, ways: tuple[str, ...]) -> Iterator[str]:
    """Name what is wrong with the answers of one server.

    Args:
        port: where it answers.
        site: the files that it serves.
        ways: the packed forms that it sends.
    """
    files = sorted(file for file in site.rglob("*") if file.is_file() and not file.name.startswith((".", "_")))
    for file in files:
        path = file.relative_to(site).as_posix()
        if path.endswith((".gz", ".br")):
            continue
        for accepts in ("", "gzip", "gzip, deflate, br"):
            status, headers, content = ask(port, BASE + path, accepts)
            if status != 200:
                yield f"{path}: {status}"
                continue
            way = headers.get("content-encoding")
            best = next((form for form in ways if form in accepts and _packed(file, form).exists()), None)
            if way != best and not (best is None and accepts and len(content) < file.stat().st_size):
                yield f"{path}: asked with “{accepts}”, and comes as {way} and not as {best}"
            elif UNPACK[way](content) != file.read_bytes():
                yield f"{path}: comes with other content ({way})"
            if any(_packed(file, form).exists() for form in ways) and "vary" not in headers:
                yield f"{path}: no Vary, so a cache may give it packed to those who cannot unpack it"
            yield from (f"{path} ({accepts}): {one}" for one in of_headers(path, headers))
    status, headers, content = ask(port, f"{BASE}nothing-here.html")
    if status != 404 or content != (site / "404.html").read_bytes():
        yield f"what is not there: {status}, {len(content)} bytes"
    if "immutable" in ask(port, f"{BASE}assets/stylesheets/joined.00000000.css")[1].get("cache-control", ""):
        yield "a style sheet that is not there is kept for ever"
    yield from (f"404: {one}" for one in of_headers("404.html", {**headers, "cache-control": AGAIN}))
    if ask(port, BASE)[2] != (site / "index.html").read_bytes():
        yield "the folder does not show its index.html"
    for folder in ("help", BASE[:-1]):
        address = f"{BASE}{folder}" if not folder.startswith("/") else folder
        status, headers, _ = ask(port, address)
        if status != 301 or not headers.get("location", "").endswith(f"{address}/"):
            yield f"{address} leads nowhere: {status}"
    if ask(port, f"{BASE}assets/")[0] == 200:
        yield "a folder shows a list of its files"


def _packed(file: Path, form: str) -> Path:
    return file.with_name(f"{file.name}.{'gz' if form == 'gzip' else form}")


def of_headers(path: str, headers: dict[str, str]) -> Iterator[str]:
    """Name what is wrong with the headers of one file."""
    for name, value in ALWAYS.items():
        if headers.get(name) != value:
            yield f"{name} is {headers.get(name)}"
    policy = headers.get("content-security-policy", "")
    if not policy.startswith("default-src 'none'; ") or FRAMES not in policy or "unsafe" in policy:
        yield f"the policy is “{policy}”"
    if "camera=()" not in headers.get("permissions-policy", ""):
        yield "a page may ask for the camera"
    expected = next(
        (kind for name, kind in TYPES.items() if path == name or (name[0] == "i" and path.endswith(".html"))), None
    )
    if expected and headers.get("content-type") != expected:
        yield f"its type is {headers.get('content-type')} and not {expected}"
    if not headers.get("content-type") or headers["content-type"] == "application/octet-stream":
        yield "it has no type"
    joined = path.startswith(JOINED)
    kept = A_YEAR if joined or ".min.css" in path else A_DAY if path.endswith((".svg", ".png", ".woff2")) else AGAIN
    if headers.get("cache-control") != kept:
        yield f"it is kept by “{headers.get('cache-control')}” and not by “{kept}”"
    for unwanted in ("content-language",):
        if unwanted in headers:
            yield f"{unwanted}: {headers[unwanted]}"


def main() -> int:
    """Publish, serve, ask and report; give 1 when a server does not say what it should."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        project = copy_project(ROOT, Path(folder) / "project")
        thin_out(project)
        shutil.copy(SCHOOL, project / "school.yml")
        place = Path(folder) / "published"
        if macros(["--root", str(project), "publish", str(place)]):
            return 1
        current = place / "current"
        found = 0
        for name in ("nginx", "nginx with Brotli", "Apache"):
            own = Path(folder) / name.lower().replace(" ", "-")
            own.mkdir()
            if name == "nginx with Brotli" and not BROTLI.exists():
                print(f"{name}: not tried, as the module is not here.")
                continue
            ways = ("gzip",) if name == "nginx" else ("br", "gzip")
            server = apache(current, own, BASE) if name == "Apache" else nginx(current, own, brotli="br" in ways)
            with server as port:
                wrong = list(faults(port, current / "site", ways))
            print(f"{name}: {len(wrong)} faults.", *wrong[:30], sep="\n  ")
            found += len(wrong)
        own = Path(folder) / "ssh"
        own.mkdir()
        wrong = list(elsewhere.faults(own))
        print(f"rsync over ssh: {len(wrong)} faults.", *wrong, sep="\n  ")
        found += len(wrong)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

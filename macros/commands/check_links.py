"""Finds the addresses outside the site that its pages name, and opens each to see that it still answers."""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from pydantic import ValidationError

from macros.models.base import explain
from macros.models.link import Links
from macros.problems import ContentError, Problem
from macros.source import read_text, read_yaml

LISTED = "docs/_data/links.yml"
SCHOOL = "school.yml"
WHERE = (("docs", (".md", ".yml")), ("lessons", (".md",)), ("quizzes", (".yml",)), ("macros/theme", (".html",)))
ADDRESS = re.compile(r"https?://[^\s<>\"'`)\]}]+")
# Examples in the guides for authors, which lead nowhere by design, and the reader's own machine.
NOT_OUTSIDE = re.compile(r"(?:^|\.)example\.(?:org|com|sch\.uk)$|^127\.0\.0\.1$|^localhost$")

SECONDS = 10
AT_ONCE = 4
AGENT = "Mozilla/5.0 (compatible; online-safety-site link check)"
# The host answers, and lets no program look; a person can still open the page.
FOR_PEOPLE = frozenset({401, 403, 405, 429, 999})


class NoNetworkError(Exception):
    """Nothing outside this machine can be reached."""


@dataclass(frozen=True)
class Visit:
    """What came of opening an address.

    Attributes:
        address: the address.
        found: whether something is there.
        said: what a person should know, or "" where all is well.
        reached: whether any host answered.
    """

    address: str
    found: bool
    said: str = ""
    reached: bool = True


def listed_links(root: Path) -> Links:
    """Read the list of addresses.

    Raises:
        ContentError: the list cannot be read, or is not as it must be.
    """
    document = read_yaml(root, LISTED)
    try:
        return Links.model_validate(document.data)
    except ValidationError as error:
        found = [document.problem(sentence, loc, key=key) for loc, sentence, key in explain(error, Links)]
        raise ContentError(found) from None


def addresses(root: Path) -> Iterator[tuple[str, str, int, int]]:
    """Find every address outside the site, with its file, line and column.

    Args:
        root: the project's folder.

    Yields:
        The address, without a mark that ends its sentence; the file from the root; line and column, from 1.

    Raises:
        ContentError: a file cannot be read.
    """
    files = [root / SCHOOL]
    for folder, endings in WHERE:
        files += sorted(file for file in (root / folder).rglob("*") if file.suffix in endings)
    for file in files:
        path = file.relative_to(root).as_posix()
        if path == LISTED:
            continue
        for number, line in enumerate(read_text(root, path).split("\n"), start=1):
            for match in ADDRESS.finditer(line):
                address = match[0].rstrip(".,;:!?*_")
                if not NOT_OUTSIDE.search(_host(address)):
                    yield address, path, number, match.start() + 1


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:  # half a bracket, as in https://[2001:db8; it is in no list, and that is told
        return ""


def of_school(root: Path) -> list[str]:
    """Give the addresses that a school fills in about itself: that is where they are listed.

    Raises:
        ContentError: a file cannot be read.
    """
    return list(dict.fromkeys(address for address, path, _, _ in addresses(root) if path == SCHOOL))


def unlisted(root: Path, links: Links) -> list[Problem]:
    """Find each address that a page names, and neither the list nor school.yml does.

    Args:
        root: the project's folder.
        links: the list of addresses.

    Raises:
        ContentError: a file cannot be read.
    """
    known = {*of_school(root), *(link.address for link in links.links)}
    return [
        Problem(path, line, column, f"The address “{address}” is not in {LISTED}. Add it.")
        for address, path, line, column in addresses(root)
        if address not in known
    ]


def unused(root: Path, links: Links) -> list[str]:
    """Give the addresses of the list that no page names.

    Args:
        root: the project's folder.
        links: the list of addresses.

    Raises:
        ContentError: a file cannot be read.
    """
    used = {address for address, *_ in addresses(root)}
    return [link.address for link in links.links if link.address not in used]


def visit_all(wanted: Sequence[str]) -> list[Visit]:
    """Open every address, four at a time.

    Raises:
        NoNetworkError: no address could be reached at all.
    """
    with ThreadPoolExecutor(AT_ONCE) as workers:
        visits = list(workers.map(visit, wanted))
    if visits and not any(visited.reached for visited in visits):
        raise NoNetworkError("There is no network here, or it lets nothing through. Nothing was checked.")
    return visits


def visit(address: str) -> Visit:
    """Open one address: only its head, or the page itself where the host gives no head."""
    missed = Visit(address, found=False)
    for method in ("HEAD", "GET"):
        try:
            with urlopen(Request(address, headers={"User-Agent": AGENT}, method=method), timeout=SECONDS):
                return Visit(address, found=True)
        except HTTPError as error:
            missed = _refused(address, error.code)
            error.close()
        except URLError as error:
            missed = _no_answer(address, error.reason)
        except (HTTPException, OSError, ValueError) as error:
            missed = _no_answer(address, error)
    return missed


def _refused(address: str, status: int) -> Visit:
    if status in FOR_PEOPLE:
        return Visit(address, found=True, said=f"It answers, but lets no program look ({status}). Open it yourself.")
    return Visit(address, found=False, said=f"It is not there ({status}). Find its new address, or take it out.")


def _no_answer(address: str, reason: object) -> Visit:
    if isinstance(reason, ssl.SSLError):
        return Visit(address, found=False, said="Its certificate is not in order. Open it yourself.")
    if isinstance(reason, TimeoutError):
        return Visit(address, found=False, said=f"It did not answer within {SECONDS} seconds.", reached=False)
    said = "Its name is not known." if isinstance(reason, socket.gaierror) else "It cannot be reached."
    return Visit(address, found=False, said=said, reached=False)

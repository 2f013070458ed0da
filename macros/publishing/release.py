"""Makes a release: the built site, packed, with what its host is to send, and the list of its files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from macros.finish.building import BuildError, build_site
from macros.hosts.files import SITE, write_host_files
from macros.hosts.headers import served
from macros.publishing.compression import compress
from macros.publishing.manifest import read_manifest, write_manifest


@dataclass(frozen=True)
class Release:
    """A release, made and not yet served.

    Attributes:
        folder: where it is.
        name: its name, which is that of its content.
        pages: how many pages it has.
        files: how many files it has, packed forms with them.
        size: of all its files, in bytes.
        brotli: whether its texts are packed by Brotli too.
    """

    folder: Path
    name: str
    pages: int
    files: int
    size: int
    brotli: bool


def make_release(
    root: Path, folder: Path, address: str, ancestors: Sequence[str], place: str, *, packed: bool = True
) -> Release:
    """Build the site for the public, and make a release of it.

    Args:
        root: the project's folder, whose content is known to be ready.
        folder: where to make it; it is empty.
        address: where the site will be published, with a last slash.
        ancestors: the origins that may show its pages in a frame, besides its own.
        place: the folder of the release on the server, with a name that stays when it is changed over.
        packed: whether the packed form of each text is written beside it.

    Raises:
        BuildError: the build failed, or a host cannot be told of the site; the text says why, and what to do.
        OSError: a file cannot be read or written.
    """
    release = folder / "release"
    release.mkdir()
    site = release / SITE
    pages = build_site(root, site, packs=True, public=True)
    try:
        facts = served(site, urlsplit(address).path, ancestors)
        brotli = packed and compress(site)
        write_host_files(release, facts, place)
    except ValueError as error:
        raise BuildError(str(error)) from error
    name = write_manifest(release)
    sizes = [int(one["size"]) for one in read_manifest(release).values()]
    return Release(release, name, pages, len(sizes), sum(sizes), brotli)

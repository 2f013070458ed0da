"""Writes what each host is told beside the site: where it reads it, or in the folder “hosts”."""

from __future__ import annotations

from pathlib import Path

from macros.hosts.apache import apache
from macros.hosts.headers import Served
from macros.hosts.headers_file import headers_file
from macros.hosts.nginx import nginx

WORKFLOWS = ("github-pages.yml", "gitlab-ci.yml")
SITE = "site"
HOSTS = "hosts"
ABOUT = """\
What a web host is to send with the site.

Apache                       reads site/.htaccess by itself, where “AllowOverride FileInfo” is on
Netlify, Cloudflare Pages    read site/_headers by themselves
nginx                        nginx.conf: its first lines say where it is included
GitHub Pages                 github-pages.yml: its first lines say where it is put
GitLab Pages                 gitlab-ci.yml: likewise

Another host: send with every file the five lines under “/*” of site/_headers. Let a browser keep what is named after
its content, such as joined.1a2b3c4d.css, for a year, and ask again for all else.
"""


def write_host_files(release: Path, served: Served, place: str) -> None:
    """Write them into a release.

    Args:
        release: its folder; the site is in “site”.
        served: the facts of the site.
        place: the folder of the release on the server, with a name that stays when it is changed over.

    Raises:
        OSError: a file cannot be written.
        ValueError: as for `headers_file`.
    """
    hosts = release / HOSTS
    hosts.mkdir(exist_ok=True)
    texts = {
        release / SITE / ".htaccess": apache(served),
        release / SITE / "_headers": headers_file(served),
        hosts / "nginx.conf": nginx(served, place),
        hosts / "READ-ME.txt": ABOUT,
        **{hosts / name: (Path(__file__).parent / name).read_text(encoding="utf-8") for name in WORKFLOWS},
    }
    for file, text in texts.items():
        file.write_text(text, encoding="utf-8", newline="\n")

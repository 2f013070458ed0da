"""Says it to Apache 2.4, as the file .htaccess in the folder of the site.

It needs no more than “AllowOverride FileInfo”, which web space for a website of its own nearly always has. A module
that a host lacks takes away only what that module does.
"""

from __future__ import annotations

import re

from macros.hosts.headers import ASK_AGAIN, FOR_A_DAY, FOR_EVER, HASHED, SEEN, TYPES, Served

# The smallest first choice: what a browser can read, and what is there.
WAYS = (("br", "br"), ("gz", "gzip"))
PACKED = r"(\.(br|gz))?$"


def apache(served: Served) -> str:
    """Write the file."""
    lines = [
        "# Made anew by each “publish”: what is changed here is lost. For Apache 2.4.",
        f"ErrorDocument 404 {served.base}404.html",
        "AddDefaultCharset utf-8",
        *(f'AddType "{kind}" .{ending}' for ending, kind in TYPES),
        "<IfModule mod_headers.c>",
        *(f'    Header always set {name} "{value}"' for name, value in served.always),
        f'    Header set Cache-Control "{ASK_AGAIN}" "expr=%{{REQUEST_STATUS}} < 400"',
        *_matching(f"{SEEN}{PACKED}", f'Header set Cache-Control "{FOR_A_DAY}" "expr=%{{REQUEST_STATUS}} < 400"'),
        *_matching(f"{HASHED}{PACKED}", f'Header set Cache-Control "{FOR_EVER}" "expr=%{{REQUEST_STATUS}} < 400"'),
        "</IfModule>",
        "# The files that are there packed already, for a browser that can read them.",
        "<IfModule mod_rewrite.c>",
        "<IfModule mod_headers.c>",
        "    RewriteEngine On",
    ]
    for ending, name in WAYS:
        lines += [
            rf"    RewriteCond %{{HTTP:Accept-Encoding}} \b{name}\b",
            r"    RewriteCond %{REQUEST_FILENAME} !\.(br|gz)$",
            f"    RewriteCond %{{REQUEST_FILENAME}}.{ending} -f",
            f"    RewriteRule ^(.+)$ $1.{ending} [END,E=no-gzip:1,E=no-brotli:1]",
        ]
    for ending, name in WAYS:
        lines += [
            f"    RemoveType .{ending}",
            f"    RemoveEncoding .{ending}",
            f"    RemoveLanguage .{ending}",
            *_matching(rf"\.{ending}$", f"Header set Content-Encoding {name}"),
        ]
    lines += _matching(
        rf"\.({'|'.join(ending for ending, kind in TYPES if _is_text(kind))}){PACKED}",
        "Header merge Vary Accept-Encoding",
    )
    for ending, kind in TYPES:
        if _is_text(kind):
            lines += _matching(rf"\.{ending}\.(br|gz)$", f'ForceType "{kind}"')
    lines += ["</IfModule>", "</IfModule>"]
    return "\n".join(lines) + "\n"


def _is_text(kind: str) -> bool:
    return bool(re.search(r"^text/|json|xml(;|$)", kind))


def _matching(pattern: str, line: str) -> list[str]:
    return [f'    <FilesMatch "{pattern}">', f"        {line}", "    </FilesMatch>"]

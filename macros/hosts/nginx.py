"""Says it to nginx, as a file that is included in the block of a server."""

from __future__ import annotations

from macros.hosts.headers import ASK_AGAIN, FOR_A_DAY, FOR_EVER, HASHED, SEEN, TYPES, Served

FIRST = """\
# Online safety, for nginx 1.20 or newer. Put this line into the “server” block of the site's address:
#     include {place}/hosts/nginx.conf;
# Each “publish” writes this file anew. After it: nginx -t && nginx -s reload
# With the module ngx_brotli (on Debian: libnginx-mod-http-brotli-static), take the “#” from “brotli_static”.
# Do not use “open_file_cache” here: it would go on serving the site before.
"""


def nginx(served: Served, place: str) -> str:
    """Write the file.

    Args:
        served: the facts of the site.
        place: the folder of the release on the server, with a name that stays when it is changed over.
    """
    base = served.base
    pattern = base.replace(".", r"\.")
    lines = [
        'set $online_safety_kept "' + ASK_AGAIN + '";',
        f'if ($uri ~ "^{pattern}.*{SEEN}$") {{ set $online_safety_kept "{FOR_A_DAY}"; }}',
        # Its “{8}” would end the pattern where it is not in quotes.
        f'if ($uri ~ "^{pattern}.*{HASHED}$") {{ set $online_safety_kept "{FOR_EVER}"; }}',
        *([f"location = {base[:-1]} {{ return 301 {base}; }}"] if base != "/" else []),
        f"location {base} {{",
        f'    alias "{place}/site/";',
        "    index index.html;",
        f"    error_page 404 {base}404.html;",
        "    gzip_static on;",
        "    # brotli_static on;",
        "    gzip_vary on;",
        *(f'    add_header {name} "{value}" always;' for name, value in served.always),
        "    # Not on what is not there: a file that comes later must be seen.",
        "    add_header Cache-Control $online_safety_kept;",
        "    charset off;",
        "    default_type application/octet-stream;",
        "    types {",
        *(f'        "{kind}" {ending};' for ending, kind in TYPES),
        "    }",
        "}",
    ]
    return FIRST.format(place=place) + "\n".join(lines) + "\n"

"""Says it to Netlify and Cloudflare Pages, as the file _headers in the folder of the site.

Both compress by themselves, know the types of most files, and ask again for each file that no line names. Both join
the values where two lines name a file, so none does.
"""

from __future__ import annotations

from macros.hosts.headers import FOR_EVER, TYPES, Served, is_hashed

# Cloudflare Pages reads no more rules, and no longer lines.
MOST_RULES = 100
LONGEST = 2_000
NOT_KNOWN = ("ics", "jsonld", "webmanifest")


def headers_file(served: Served) -> str:
    """Write the file.

    Raises:
        ValueError: it has more rules, or a longer line, than these hosts read.
    """
    rules = [("/*", list(served.always))]
    rules += [(f"/{path}", [("Cache-Control", FOR_EVER)]) for path in served.files if is_hashed(path)]
    kinds = dict(TYPES)
    for path in served.files:
        ending = path.rpartition(".")[2]
        if ending in NOT_KNOWN:
            rules.append((f"/{path}", [("Content-Type", kinds[ending])]))
    lines = [line for path, values in rules for line in (path, *(f"  {name}: {value}" for name, value in values))]
    if len(rules) > MOST_RULES or max(map(len, lines)) > LONGEST:
        raise ValueError(
            f"The file _headers has {len(rules)} rules, and a line of {max(map(len, lines))} letters; Cloudflare Pages "
            f"reads {MOST_RULES} rules of {LONGEST} letters. Join rules in macros/hosts/headers_file.py."
        )
    return "\n".join(lines) + "\n"

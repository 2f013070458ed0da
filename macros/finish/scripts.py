"""Makes the scripts of a built site lighter: without comments and indents, and those of a page in one file.

A slow telephone pays for each file that it asks for, and what several scripts repeat is compressed in one file alone.
The joined file is named after what is in it, so a browser may keep it for ever.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from macros.finish.pages import Pages

FOLDER = "assets/javascripts"
# A comment that begins a line and ends one: within a line a mark of a comment may stand in a string or a pattern.
COMMENT = re.compile(r"^[ \t]*(?:/\*(?!!)(?:(?!\*/).)*\*/|//[^\n]*)[ \t]*\n", re.DOTALL | re.MULTILINE)
# A type that is said within a line, for those who mend the script, and the brackets that one name needs for it.
TYPE = re.compile(r"/\*\* @(?:type|param) [^\n]*?\*/ (?:\(([\w.]+)\))?")
INDENT = re.compile(r"^\s+", re.MULTILINE)
STRICT = '"use strict";\n'
# Scripts that stand together, as our layouts write them; one that says more than where it lies is left alone.
SCRIPT = re.compile(rf'<script src="([^"]*{FOLDER}/)([\w-]+)\.js" defer></script>')
RUN = re.compile(rf"{SCRIPT.pattern}(?:\s*{SCRIPT.pattern})+")


def lighten_scripts(site: Path, pages: Pages) -> None:
    """Take comments and indents out of each script of a site, and give a page one for those that stand together.

    A script that is brought later, by an address in the page, stays as it is.

    Args:
        site: the built site.
        pages: its pages, which are changed.
    """
    code = {file.stem: lighter(file.read_text(encoding="utf-8")) for file in sorted((site / FOLDER).glob("*.js"))}
    for name, text in code.items():
        (site / FOLDER / f"{name}.js").write_text(text, encoding="utf-8")

    def one(found: re.Match[str]) -> str:
        scripts = SCRIPT.findall(found[0])
        names = [name for _, name in scripts]
        if not code.keys() >= set(names):
            return found[0]
        joined = STRICT + "".join(code[name].replace(STRICT, "", 1) for name in names)
        file = f"joined.{hashlib.sha256(joined.encode()).hexdigest()[:8]}.js"
        (site / FOLDER / file).write_text(joined, encoding="utf-8")
        return f'<script src="{scripts[0][0]}{file}" defer></script>'

    for path, html in pages.items():
        pages[path] = RUN.sub(one, html)


def lighter(code: str) -> str:
    """Give a script without the comments that stand on lines of their own, the types within lines, and indents.

    Args:
        code: the script.
    """
    code = TYPE.sub(lambda found: found[1] or "", COMMENT.sub("", code))
    return code if _has_long_text(code) else INDENT.sub("", code)


def _has_long_text(code: str) -> bool:
    """Is there a text that goes on over lines? Its spaces are its own."""
    return any(line.count("`") % 2 or line.endswith("\\") for line in code.split("\n"))

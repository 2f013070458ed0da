"""What nobody asks for is not published; what a page, a style sheet or a manifest names is."""

from __future__ import annotations

from pathlib import Path

from macros.finish.leftovers import delete_unused
from macros.finish.pages import read_pages

FILES = {
    "index.html": '<img src="assets/images/shown.png"><img src="my%20photo%20%281%29.jpg"><img src="caf%C3%A9.png">'
    '<script src="assets/javascripts/own.js?1" defer></script>'
    '<img src="A.PNG"><link rel="icon" href="assets/images/favicon.png">',
    "assets/main.css": 'a { background: url("images/dots.svg") }',
    "site.webmanifest": '{"icons": [{"src": "assets/images/icon-192.png"}]}',
    "assets/images/shown.png": "",
    "assets/images/favicon.png": "",
    "assets/images/dots.svg": "",
    "assets/images/icon-192.png": "",
    "assets/images/unseen.svg": "",
    "my photo (1).jpg": "",
    "café.png": "",
    "A.PNG": "",
    "B.PNG": "",
    "lessons/a/holiday.jpg": "",
    "assets/javascripts/own.js": 'new URL("later.js", here); //# sourceMappingURL=own.js.map',
    "assets/javascripts/own.js.map": "",
    "assets/javascripts/later.js": "",
    "assets/javascripts/bundle.js": 'bring("worker.js"); // bundle.js',
    "assets/javascripts/workers/worker.js": "",
    "assets/javascripts/lunr/min/lunr.de.min.js": "",
    "assets/javascripts/lunr/wordcut.js": "",
    "exports/quiz.xlsx": "",
}


def test_only_what_is_asked_for_stays(tmp_path: Path) -> None:
    for path, words in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(words, encoding="utf-8")
    gone = [
        "B.PNG",
        "assets/images/unseen.svg",
        "assets/javascripts/bundle.js",
        "assets/javascripts/lunr/min/lunr.de.min.js",
        "assets/javascripts/lunr/wordcut.js",
        "assets/javascripts/own.js.map",
        "assets/javascripts/workers/worker.js",
        "lessons/a/holiday.jpg",
    ]
    assert delete_unused(tmp_path, read_pages(tmp_path)) == gone
    left = {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*") if file.is_file()}
    assert left == FILES.keys() - set(gone)
    assert not (tmp_path / "assets/javascripts/lunr").exists()
    assert not (tmp_path / "assets/javascripts/workers").exists()

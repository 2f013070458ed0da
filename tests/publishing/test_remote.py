"""To another machine goes what has changed, by rsync over ssh; its own shell changes over.

The shell is a real one, of this machine; ssh and rsync are stand-ins. `make servers` asks the real ones.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from macros.finish.building import PlaceError
from macros.publishing.remote import Remote, put_there, remote
from tests.publishing.test_releases import make, page

SSH = """#!/bin/sh
[ "$1" = web@school ] || { echo "no such machine" >&2; exit 255; }
shift
exec "$@"
"""
# Copies what is to be sent; as of rsync, the two last words are from where and to where.
RSYNC = """#!/bin/sh
for word; do from=$to; to=$word; done
[ -z "$BROKEN" ] || { echo "connection lost" >&2; exit 12; }
mkdir -p "${to#web@school:}"
cp -R "$from." "${to#web@school:}"
"""


@pytest.fixture(autouse=True)
def stand_ins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    for name, script in (("ssh", SSH), ("rsync", RSYNC), ("sync", "#!/bin/sh\n")):
        (programs / name).write_text(script, encoding="utf-8")
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")


def publish(place: Path, words: str, host: str = "web@school") -> bool:
    number = len(list(place.parent.glob("made-*")))
    release = place.parent / f"made-{number}"
    name = make(release, words)
    return put_there(release, name, Remote(host, place.as_posix()))


@pytest.mark.parametrize(
    ("place", "read"),
    [
        ("web@www.example.sch.uk:sites/online", Remote("web@www.example.sch.uk", "sites/online")),
        ("school:/var/www/a", Remote("school", "/var/www/a")),
        ("web@school:~/www", Remote("web@school", "~/www")),
        ("folder", None),
        ("/var/www", None),
        ("./odd:name", None),
        (r"C:\www", None),
        ("C:/www", None),
    ],
)
def test_a_machine_is_known_by_its_colon(place: str, read: Remote | None) -> None:
    assert remote(place) == read


@pytest.mark.parametrize("place", ["web@school:a b", "web@school:$(id)", "web@school:a;b", "web@school:"])
def test_a_place_with_signs_for_a_shell_is_refused(place: str) -> None:
    with pytest.raises(PlaceError, match="letters, digits"):
        remote(place)


def test_releases_follow_each_other_there_as_here(tmp_path: Path) -> None:
    place = tmp_path / "there/place"
    place.parent.mkdir()
    for words in ("a1", "b2", "c3"):
        assert publish(place, words)
        assert page(place) == words
    assert (place / "previous/site/index.html").read_text(encoding="utf-8").endswith("b2")
    assert len(list((place / "releases").iterdir())) == 2
    sheets = {path.name for path in (place / "current/site/assets").iterdir()}
    assert sheets == {"joined.000000c3.css", "joined.000000b2.css"}
    assert {path.name for path in (place / "current/site").glob("photo*")} == {"photo-c3.png"}
    assert {path.name for path in place.iterdir()} == {"current", "previous", "releases", "kept-by-publish.txt"}


def test_the_same_content_is_not_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path / "place", "a1")
    monkeypatch.setenv("BROKEN", "yes")
    assert not publish(tmp_path / "place", "a1")


def test_a_line_that_breaks_leaves_what_is_served_and_the_next_time_goes_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "place"
    publish(place, "a1")
    monkeypatch.setenv("BROKEN", "yes")
    with pytest.raises(PlaceError, match=r"“rsync” failed: connection lost\nWhat was published before is as it was\."):
        publish(place, "b2")
    assert page(place) == "a1"
    monkeypatch.delenv("BROKEN")
    assert publish(place, "b2")
    assert page(place) == "b2"


def test_a_folder_that_holds_something_else_is_refused_there_too(tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "www/index.html").write_text("home", encoding="utf-8")
    with pytest.raises(PlaceError, match="holds files that “publish” has not put there"):
        publish(tmp_path / "www", "a1")
    assert [path.name for path in (tmp_path / "www").iterdir()] == ["index.html"]


def test_a_second_publish_at_once_is_refused_there_too(tmp_path: Path) -> None:
    publish(tmp_path / "place", "a1")
    (tmp_path / "place/.lock-dir").mkdir()
    with pytest.raises(PlaceError, match="is under way"):
        publish(tmp_path / "place", "b2")
    assert (tmp_path / "place/.lock-dir").exists()
    os.utime(tmp_path / "place/.lock-dir", (1.7e9, 1.7e9))  # it was left by a run that was ended
    assert publish(tmp_path / "place", "b2")


def test_a_machine_that_does_not_answer_is_told_in_its_own_words(tmp_path: Path) -> None:
    with pytest.raises(PlaceError, match="“ssh” failed: no such machine"):
        publish(tmp_path / "place", "a1", "web@nowhere")


@pytest.mark.parametrize("program", ["ssh", "rsync"])
def test_a_program_that_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None if name == program else name)
    with pytest.raises(PlaceError, match=f"needs “{program}”, which is not installed"):
        publish(tmp_path / "place", "a1")

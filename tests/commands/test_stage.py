"""The pages for another generator are written whole, and over nothing that somebody keeps."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.commands.stage import refuse_place, write_stage
from macros.finish.building import MARKER as BUILT
from macros.finish.building import PlaceError

TREE = {"mkdocs.yml": b"{}\n", "docs/help/index.md": b"<p>Help</p>\n"}


def files(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_all_is_written_and_the_next_time_anew(tmp_path: Path) -> None:
    root, folder = tmp_path / "project", tmp_path / "out/stage"
    root.mkdir()
    for tree in ({**TREE, "docs/old.md": b"old"}, TREE):
        refuse_place(root, folder)
        write_stage(folder, tree)
        assert files(folder) == {**tree, "made-by-stage.txt": files(folder)["made-by-stage.txt"]}
    assert [place.name for place in folder.parent.iterdir()] == ["stage"]


@pytest.mark.parametrize("name", ["photo.jpg", BUILT])
def test_a_folder_with_other_things_in_it_is_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / name).write_bytes(b"mine")
    with pytest.raises(PlaceError) as caught:
        refuse_place(tmp_path / "project", folder)
    assert str(caught.value) == (
        f"{folder} holds files that “stage” has not put there, and it would delete them. "
        "Choose an empty folder or a new one."
    )


@pytest.mark.parametrize("place", [".", "..", "docs", "macros/theme"])
def test_the_project_itself_is_refused(tmp_path: Path, place: str) -> None:
    root = tmp_path / "above/project"
    (root / "docs").mkdir(parents=True)
    with pytest.raises(PlaceError):
        refuse_place(root, root / place)


def test_what_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    folder = tmp_path / "stage"
    write_stage(folder, TREE)
    before = files(folder)
    with pytest.raises(PlaceError, match=r"^A file could not be written: "):
        write_stage(folder, {"docs": b"a file", "docs/a.md": b"in it"})
    assert files(folder) == before
    assert [place.name for place in tmp_path.iterdir()] == ["stage"]

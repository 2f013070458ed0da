"""A machine without WeasyPrint, or without its libraries, is told in a line what to install."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from macros.packs.printing import NoPrinterError, ask_for_printer, print_page, read_html


def test_without_weasyprint_it_says_how_to_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    for asked in (ask_for_printer, lambda: read_html(""), lambda: print_page("", "")):
        with pytest.raises(NoPrinterError, match=r"^WeasyPrint is not installed\. To have it: make paper$"):
            asked()


def test_without_a_library_of_the_system_it_names_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    # As WeasyPrint itself: it prints its advice, and then cffi cannot load the library.
    (tmp_path / "weasyprint.py").write_text(
        "print('WeasyPrint could not import some external libraries.')\n"
        "raise OSError(\"cannot load library 'libpango-1.0-0': libpango-1.0-0: cannot open shared object file\")\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    with pytest.raises(NoPrinterError) as found:
        ask_for_printer()
    assert str(found.value) == (
        "WeasyPrint does not find the library “libpango-1.0-0” of the system. On Debian or Ubuntu: "
        "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation"
    )
    assert capfd.readouterr() == ("", "")

"""Prints a page with WebKit into a PDF. It runs in the system's own Python, which alone has WebKitGTK's parts.

/usr/bin/python3 webkit_print.py ADDRESS FILE
"""

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

PAUSE = 500  # ms for what scripts still do after the load
# WebKitGTK takes A4 for narrower than it is, and prints all larger than its style says, by a sixth and more. On a sheet
# that is larger by as much, and stands for A4, letters of 10 points have 10 points: measured beside Chromium's.
A4_MM = (210, 297)
LARGER = 1.17
MARGIN_MM = 12


def main(address: str, file: str) -> int:
    """Print, and give 1 when the page did not load or print."""
    outcome = [1]
    view = WebKit2.WebView()
    window = Gtk.OffscreenWindow()
    window.set_default_size(1280, 800)
    window.add(view)
    window.show_all()

    def ended(*_: object) -> None:
        outcome[0] = 0
        Gtk.main_quit()

    def print_it() -> bool:
        settings = Gtk.PrintSettings()
        settings.set_printer("Print to File")
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, "file://" + file)
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
        paper = Gtk.PageSetup()
        width, height = (LARGER * side for side in A4_MM)
        paper.set_paper_size(Gtk.PaperSize.new_custom("larger", "larger", width, height, Gtk.Unit.MM))
        for side in ("top", "bottom", "left", "right"):
            getattr(paper, f"set_{side}_margin")(LARGER * MARGIN_MM, Gtk.Unit.MM)
        operation = WebKit2.PrintOperation.new(view)
        operation.set_print_settings(settings)
        operation.set_page_setup(paper)
        operation.connect("finished", ended)
        operation.connect("failed", lambda *_: Gtk.main_quit())
        operation.print_()
        return False

    def changed(_: object, event: WebKit2.LoadEvent) -> None:
        if event == WebKit2.LoadEvent.FINISHED:
            GLib.timeout_add(PAUSE, print_it)

    view.connect("load-changed", changed)
    GLib.timeout_add_seconds(30, Gtk.main_quit)
    view.load_uri(address)
    Gtk.main()
    return outcome[0]


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

"""Drives each engine by the way that it offers itself: Firefox, WebKit, and a Chromium of 2021."""

from __future__ import annotations

import base64
import io
import os
import shutil
import subprocess
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import brotli

FOLDER = Path(__file__).parent
LAMBDA = FOLDER / "node_modules" / "chrome-aws-lambda" / "bin"
SYSTEM_PYTHON = "/usr/bin/python3"
PATIENCE = 10.0  # seconds that something may take to come
A4_CM = {"width": 21.0, "height": 29.7}
MARGIN_CM = 1.2


class NotThereError(AssertionError):
    """What a task looks for did not come."""


class Engine(Protocol):
    """A browser with one page open."""

    name: str

    def open(self, address: str) -> None:
        """Open a page, and wait until it is loaded."""

    def run(self, script: str) -> Any:
        """Run the body of a function in the page, and give what it returns."""

    def click(self, selector: str) -> None:
        """Press the first element of a CSS selector, as a finger would."""

    def press(self, key: str) -> None:
        """Press a key, by the name that `KeyboardEvent.key` has for it."""

    def resize(self, width: int, height: int) -> None:
        """Give the page a width and height in CSS pixels, or the nearest that the engine's window can have."""

    def pdf(self) -> bytes:
        """Print the page on A4."""


def wait(engine: Engine, condition: str, what: str) -> Any:
    """Wait until an expression is true in the page.

    Args:
        engine: the browser.
        condition: the expression, in JavaScript.
        what: what it stands for, in words.

    Returns:
        What the expression gave.

    Raises:
        NotThereError: it did not become true.
    """
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if found := engine.run(f"return {condition}"):
            return found
        time.sleep(0.05)
    raise NotThereError(f"{what} did not come")


class Firefox:
    """Firefox, by Marionette."""

    def __init__(self) -> None:
        from marionette_driver.marionette import Marionette

        self._driver = Marionette(bin=_program("firefox-esr", "firefox"), headless=True, gecko_log=os.devnull)
        self._driver.start_session()
        self.name = f"Firefox {self._driver.session_capabilities['browserVersion']}"

    def open(self, address: str) -> None:
        self._driver.navigate("about:blank")  # else only a fragment that changes would load nothing
        self._driver.navigate(address)

    def run(self, script: str) -> Any:
        return self._driver.execute_script(script, sandbox=None)

    def click(self, selector: str) -> None:
        self._driver.find_element("css selector", selector).click()

    def press(self, key: str) -> None:
        from marionette_driver.keys import Keys

        sent = _named(Keys, key)
        self._driver.actions.sequence("key", "keys").key_down(sent).key_up(sent).perform()

    def resize(self, width: int, height: int) -> None:
        # The window's own rectangle holds its frame too.
        frame = self._driver.execute_script("return [outerWidth - innerWidth, outerHeight - innerHeight]")
        self._driver.set_window_rect(width=width + frame[0], height=height + frame[1])

    def pdf(self) -> bytes:
        margin = dict.fromkeys(("top", "bottom", "left", "right"), MARGIN_CM)
        asked = {"page": A4_CM, "margin": margin, "background": False}
        return base64.b64decode(self._driver._send_message("WebDriver:Print", asked, key="value"))

    def close(self) -> None:
        self._driver.quit()


class WebKit:
    """WebKitGTK's small browser, by WebDriver, on a screen that nobody sees."""

    def __init__(self) -> None:
        from selenium import webdriver
        from selenium.webdriver.webkitgtk.options import Options
        from selenium.webdriver.webkitgtk.service import Service

        # Its number is written into a pipe: no other screen can have it.
        reading, writing = os.pipe()
        self._screen = subprocess.Popen(
            [_program("Xvfb"), "-displayfd", str(writing), "-screen", "0", "2000x1400x24", "-nolisten", "tcp"],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as number:
            os.environ["DISPLAY"] = f":{number.readline().strip()}"
        options = Options()
        options.binary_location = str(next(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser")))
        options.add_argument("--automation")
        self._driver = webdriver.WebKitGTK(options=options, service=Service(_program("WebKitWebDriver")))
        self.name = f"WebKit {self._driver.capabilities['browserVersion']}"

    def open(self, address: str) -> None:
        self._driver.get("about:blank")
        self._driver.get(address)

    def run(self, script: str) -> Any:
        return self._driver.execute_script(script)

    def click(self, selector: str) -> None:
        self._driver.find_element("css selector", selector).click()

    def press(self, key: str) -> None:
        from selenium.webdriver import ActionChains
        from selenium.webdriver.common.keys import Keys

        ActionChains(self._driver).send_keys(_named(Keys, key)).perform()

    def resize(self, width: int, height: int) -> None:
        self._driver.set_window_size(width, height)
        inner = self.run("return [innerWidth, innerHeight]")
        self._driver.set_window_size(2 * width - inner[0], 2 * height - inner[1])

    def pdf(self) -> bytes:
        # Its driver cannot print: a second process opens the page again.
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "print.pdf"
            script = [SYSTEM_PYTHON, str(FOLDER / "webkit_print.py"), self.run("return location.href"), str(file)]
            subprocess.run(script, stderr=subprocess.DEVNULL, timeout=60, check=True)
            return file.read_bytes()

    def close(self) -> None:
        self._driver.quit()
        self._screen.terminate()
        self._screen.wait()


class OldChromium:
    """Chromium 92 of 2021, by Playwright."""

    def __init__(self) -> None:
        from playwright.sync_api import sync_playwright

        self._folder = tempfile.TemporaryDirectory()
        place = Path(self._folder.name)
        program = place / "chromium"
        program.write_bytes(brotli.decompress((LAMBDA / "chromium.br").read_bytes()))
        program.chmod(0o755)
        for packed in ("aws", "swiftshader"):
            content = brotli.decompress((LAMBDA / f"{packed}.tar.br").read_bytes())
            with tarfile.open(fileobj=io.BytesIO(content)) as files:
                files.extractall(place / packed, filter="data")
        self._playwright = sync_playwright().start()
        self._browser = self._playwright.chromium.launch(
            executable_path=program,
            args=["--no-sandbox", "--disable-gpu", "--no-zygote", "--single-process"],
            env={"LD_LIBRARY_PATH": f"{place}/aws/lib:{place}/swiftshader"},
        )
        self._page = self._browser.new_page()
        self.name = f"Chromium {self._browser.version}"

    def open(self, address: str) -> None:
        self._page.goto("about:blank")
        self._page.goto(address)

    def run(self, script: str) -> Any:
        return self._page.evaluate(f"() => {{ {script} }}")

    def click(self, selector: str) -> None:
        # Playwright's own click asks the page what only newer browsers know.
        x, y = self.run(
            f"const one = document.querySelector({selector!r}); one.scrollIntoView({{block: 'center'}});"
            "const {left, top, width, height} = one.getBoundingClientRect();"
            "return [left + width / 2, top + height / 2];"
        )
        self._page.mouse.click(x, y)

    def press(self, key: str) -> None:
        self._page.keyboard.press(key)

    def resize(self, width: int, height: int) -> None:
        self._page.set_viewport_size({"width": width, "height": height})

    def pdf(self) -> bytes:
        margin = dict.fromkeys(("top", "right", "bottom", "left"), f"{MARGIN_CM}cm")
        return self._page.pdf(format="A4", prefer_css_page_size=True, margin=margin)  # type: ignore[arg-type]

    def close(self) -> None:
        self._browser.close()
        self._playwright.stop()
        self._folder.cleanup()


ENGINES: dict[str, Callable[[], Any]] = {"firefox": Firefox, "webkit": WebKit, "chromium": OldChromium}


@contextmanager
def started(name: str) -> Iterator[Engine]:
    """Start an engine, and end it.

    Args:
        name: one of `ENGINES`.

    Yields:
        The browser, with an empty page.
    """
    engine = ENGINES[name]()
    try:
        yield engine
    finally:
        engine.close()


def _program(*names: str) -> str:
    for name in names:
        if found := shutil.which(name):
            return found
    raise SystemExit(f"{names[0]} is not installed. Run “make engines” as root on Debian, which installs it.")


def _named(keys: Any, key: str) -> str:
    """Give what a driver sends for a key."""
    special = {
        "ArrowRight": "ARROW_RIGHT",
        "ArrowLeft": "ARROW_LEFT",
        "Escape": "ESCAPE",
        "Enter": "ENTER",
        "Tab": "TAB",
    }
    return str(getattr(keys, special[key])) if key in special else key

"""Drives each engine by the way that it offers itself: Firefox, WebKit, and a Chromium of 2020."""

from __future__ import annotations

import base64
import io
import json
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
from urllib.request import urlopen

import brotli

from tests.tools.browser import FLAGS

FOLDER = Path(__file__).parent
LAMBDA = FOLDER / "node_modules" / "chrome-aws-lambda" / "bin"
SYSTEM_PYTHON = "/usr/bin/python3"
PATIENCE = 10.0  # seconds that something may take to come
A4_CM = {"width": 21.0, "height": 29.7}
MARGIN_CM = 1.2
CM_TO_AN_INCH = 2.54
KEY_CODES = {"ArrowRight": 39, "ArrowLeft": 37, "Escape": 27, "Enter": 13, "Tab": 9}


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

        # It deletes a log that is there already: for root that would be /dev/null itself.
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        log = str(Path(self._folder.name) / "firefox.log")
        self._driver = Marionette(bin=_program("firefox-esr", "firefox"), headless=True, gecko_log=log)
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
        self._folder.cleanup()


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
        # Its driver leaves what is below the screen where it is.
        self.run(f"document.querySelector({selector!r}).scrollIntoView({{block: 'center'}})")
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
    """Chromium 80 of 2020, the oldest that is supported, by its own protocol: what drives newer ones asks for more."""

    def __init__(self) -> None:
        from websocket import create_connection

        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        place = Path(self._folder.name)
        program = place / "chromium"
        program.write_bytes(brotli.decompress((LAMBDA / "chromium.br").read_bytes()))
        program.chmod(0o755)
        for packed in ("aws", "swiftshader"):
            content = brotli.decompress((LAMBDA / f"{packed}.tar.br").read_bytes())
            with tarfile.open(fileobj=io.BytesIO(content)) as files:
                files.extractall(place / packed, filter="data")
        profile = place / "profile"
        profile.mkdir()
        alone = ("--headless", "--single-process", "--no-zygote", "--remote-debugging-port=0")
        self._process = subprocess.Popen(
            [program, *alone, *FLAGS, f"--user-data-dir={profile}", "about:blank"],
            env={**os.environ, "LD_LIBRARY_PATH": f"{place}/aws/lib:{place}/swiftshader"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        with urlopen(f"http://127.0.0.1:{_port(profile / 'DevToolsActivePort')}/json/list") as answer:
            (page,) = (each for each in json.load(answer) if each["type"] == "page")
        self._socket = create_connection(page["webSocketDebuggerUrl"], suppress_origin=True, timeout=60)
        self._number = 0
        self.name = f"Chromium {self.run('return navigator.userAgent').split('Chrome/')[1].split()[0]}"

    def open(self, address: str) -> None:
        for each in ("about:blank", address):
            self._ask("Page.navigate", url=each)
            wait(self, f"location.href.split('#')[0] === {each.split('#')[0]!r}", each)
            wait(self, "document.readyState === 'complete'", each)

    def run(self, script: str) -> Any:
        said = self._ask("Runtime.evaluate", expression=f"(() => {{ {script} }})()", returnByValue=True)
        if "exceptionDetails" in said:
            raise NotThereError(said["exceptionDetails"].get("exception", {}).get("description", script))
        return said["result"].get("value")

    def click(self, selector: str) -> None:
        x, y = self.run(
            f"const one = document.querySelector({selector!r}); one.scrollIntoView({{block: 'center'}});"
            "const {left, top, width, height} = one.getBoundingClientRect();"
            "return [left + width / 2, top + height / 2];"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self._ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", buttons=1, clickCount=1)

    def press(self, key: str) -> None:
        text = {"text": key} if len(key) == 1 else {}
        code = KEY_CODES.get(key) or ord(key.upper())
        self._ask("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code, **text)
        self._ask("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    def resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self._ask("Emulation.setDeviceMetricsOverride", **size)

    def pdf(self) -> bytes:
        margin = {f"margin{side}": MARGIN_CM / CM_TO_AN_INCH for side in ("Top", "Right", "Bottom", "Left")}
        paper = {f"paper{side.title()}": length / CM_TO_AN_INCH for side, length in A4_CM.items()}
        return base64.b64decode(self._ask("Page.printToPDF", preferCSSPageSize=True, **paper, **margin)["data"])

    def close(self) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.wait()
        self._folder.cleanup()

    def _ask(self, method: str, **parameters: Any) -> Any:
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": parameters}))
        while (said := json.loads(self._socket.recv())).get("id") != self._number:
            pass
        if "error" in said:
            raise NotThereError(f"{method}: {said['error']['message']}")
        return said["result"]


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


def _port(file: Path) -> int:
    """Wait until a Chromium has written the number of the port at which it is spoken to."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if file.exists() and (lines := file.read_text(encoding="utf-8").split()):
            return int(lines[0])
        time.sleep(0.05)
    raise NotThereError("the old Chromium did not start")


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

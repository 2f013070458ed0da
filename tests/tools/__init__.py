"""Finds and installs what the tests need beside Python's packages: a browser, and two tools of npm."""

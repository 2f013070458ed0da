"""Finds and installs what the tests need beside Python's packages: a browser, and npm's tools."""

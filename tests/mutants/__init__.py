"""Breaks the code in one place at a time, and asks whether a test notices: `python -m tests.mutants`."""

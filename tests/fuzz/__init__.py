"""Breaks copies of the real content by chance: `python -m tests.fuzz`, and 300 of them in the ordinary tests."""

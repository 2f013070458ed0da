"""Puts a built site where it is served, without a gap, or into a zip to carry there."""

"""Judges scripts and style sheets by the oldest browsers in which every function of the site works."""

"""Builds the site by every generator that we know, and names what differs."""

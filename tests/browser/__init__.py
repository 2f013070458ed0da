"""The built site in a real browser, served from a sub-path or opened from a disk."""

"""Scenes: a background, the cast, things and light, composed into one picture each."""

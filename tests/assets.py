"""The scripts and style sheets of the site: those of components lie in their folders."""

from __future__ import annotations

from pathlib import Path


def scripts(root: Path) -> list[Path]:
    """Give every script of our own."""
    return sorted(
        [*root.glob("docs/assets/javascripts/*.js"), *root.glob("macros/components/*/*.js")], key=lambda file: file.name
    )


def style_sheets(root: Path) -> list[Path]:
    """Give every style sheet of our own."""
    return sorted(
        [*root.glob("docs/assets/stylesheets/*.css"), *root.glob("macros/components/*/*.css")],
        key=lambda file: file.name,
    )

"""The site while it is being written. It calls MkDocs; the hooks are what MkDocs calls."""

from __future__ import annotations

import traceback
from pathlib import Path

from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from macros.hooks import FEED
from macros.kept import Kept
from macros.problems import MistakeError

AT_THE_END = frozenset({"search/search_index.json", FEED})  # made from all pages


class Preview:
    """The site while it is being written: each page is made when it is asked for, in the steps of MkDocs's own build.

    Nothing of a page outlives the reading for which it was made, so no page can be out of date.
    """

    def __init__(self, root: Path, folder: Path) -> None:
        self.root = root.resolve()
        self.settings = str(root / "mkdocs.yml")
        self.folder = folder
        self.kept = Kept()

    def read(self) -> None:
        """Read all content, and find out which files the site has.

        Raises:
            MistakeError: something is to be mended.
        """
        self.kept.next_round()
        try:
            self._read()
        except MkDocsException as error:
            raise MistakeError(str(error)) from error
        except Exception as error:
            raise MistakeError(self._where_it_is(error)) from error

    def _where_it_is(self, error: Exception) -> str:
        """Say where in the project's own files a program or a template went wrong."""
        own = [
            (Path(file).relative_to(self.root), line)
            for file, line, _, _ in traceback.extract_tb(error.__traceback__)
            if Path(file).is_relative_to(self.root / "macros")
        ]
        file, line = own[-1] if own else ("macros", 1)
        said = f"{type(error).__name__}: {error}"
        return f"{file}:{line}:1: The program went wrong here, not your words: {said}"

    def _read(self) -> None:
        config = load_config(self.settings, site_dir=str(self.folder))
        config["kept"] = self.kept
        config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        files = get_files(config)
        env = config.theme.get_env()
        # To name them, MkDocs looks through the theme's ten thousand pictures: longer than all else takes here.
        own = sorted(Path(config.theme.dirs[0]).rglob("*"))
        for file in self.kept.get((*config.theme.dirs, *own), _of_theme, config):
            if files.get_file_from_path(file.src_uri) is None:
                files.append(file)
        files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
        for page in nav.pages:
            page.read_source(config)  # every menu shows their titles
        self.env = config.plugins.on_env(env, config=config, files=files)
        self.config, self.files, self.nav = config, files, nav
        self.by_address = {file.dest_uri: file for file in files if _is_public(file)}
        self.pages = files.documentation_pages()
        self.made: set[str] = set()
        self.rest = list(reversed(self.pages))
        self.finished = False

    def answer(self, path: str) -> bytes | None:
        """Give a file of the site, as the content was last read.

        Args:
            path: the file, from the site's root.

        Raises:
            MistakeError: the page cannot be made.
        """
        file = self.by_address.get(path)
        if file and not file.is_documentation_page():
            content: bytes = file.content_bytes
            return content
        if file:
            self._make(file)
        elif path in self.config.theme.static_templates:
            _build_theme_template(path, self.env, self.files, self.config, self.nav)
        elif path not in AT_THE_END:
            return None
        made = self.folder / path
        return made.read_bytes() if made.is_file() else None

    def go_on(self) -> bool:
        """Make one more page; after the last one, tell of links to no place, and write what search reads.

        Returns:
            Whether there may be more to do.
        """
        try:
            if self.rest:
                self._make(self.rest.pop())
                return True
        except MistakeError:  # MkDocs has told it; the same mistake may be in every page
            self.rest, self.finished = [], True
        if not self.finished:
            self.finished = True
            level = self.config.validation.links.anchors
            for file in self.pages:
                _page_of(file).validate_anchor_links(files=self.files, log_level=level)
            self.config.plugins.on_post_build(config=self.config)
        return False

    def _make(self, file: File) -> None:
        if file.dest_uri in self.made:
            return
        try:
            _populate_page(_page_of(file), self.config, self.files)
            _build_page(_page_of(file), self.config, self.pages, self.nav, self.env)
        except Exception as error:
            raise MistakeError(f"{file.src_uri}: {error}") from error
        self.made.add(file.dest_uri)


def _of_theme(config: MkDocsConfig) -> Files:
    files = Files([])
    files.add_files_from_theme(config.theme.get_env(), config)
    return files


def _page_of(file: File) -> Page:
    assert file.page is not None  # the navigation gives each one
    return file.page


def _is_public(file: File) -> bool:
    return bool(file.inclusion.is_included())  # type: ignore[no-untyped-call]

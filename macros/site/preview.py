"""The site while it is being written. It calls MkDocs; the hooks are what MkDocs calls."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, Environment, Template, TemplateNotFound
from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from macros.design.rendering import COMPONENTS, components
from macros.finish.numbers import keep_numbers_whole
from macros.finish.pages import read_pages
from macros.finish.search import INDEX, found_in, index_of
from macros.finish.tables import name_tables
from macros.problems import MistakeError, Problem
from macros.site.faults import explain, own_path
from macros.site.last_build import go_on
from macros.views.addresses import NEWSLETTER_FEED

SETTINGS = "mkdocs.yml"
AT_THE_END = frozenset({INDEX, NEWSLETTER_FEED})  # made from all pages
SETTING = re.compile(r"Config value '(?P<name>\w+)'")


@dataclass
class Reading:
    """A reading of the content that went well: all from which its pages are made, whatever is saved meanwhile.

    Attributes:
        config: the settings, with the library and the plug-ins of this reading.
        env: the templates.
        files: every file of the site, and the words of its pages.
        nav: the navigation.
        sources: the file that an author wrote, from the project's root, for each page.
        by_address: the files by their addresses.
        made: the pages that have been made.
        rest: the pages that nobody has asked for yet, the last one first.
        finished: whether what is made from all pages has been made.
    """

    config: MkDocsConfig
    env: Environment
    files: Files
    nav: Navigation
    sources: dict[str, str]
    by_address: dict[str, File]
    made: set[str] = field(default_factory=set)
    rest: list[File] = field(default_factory=list)
    finished: bool = False


class Preview:
    """The site while it is being written: each page is made when it is asked for, in the steps of MkDocs's own build.

    A page is made from one reading alone: the last that went well. A page that cannot be made is shown as it was made
    the last time.
    """

    def __init__(self, root: Path, folder: Path, *, public: bool = False) -> None:
        """Prepare it.

        Args:
            root: the project's folder.
            folder: where the pages are put that have been made.
            public: whether it is without what nobody has checked yet, as what is published.
        """
        self.root = root.resolve()
        self.public = public
        self.folder = folder
        self.cache = go_on(self.root)
        self.reading: Reading | None = None

    def read(self) -> None:
        """Read all content, and find out which files the site has.

        Raises:
            MistakeError: something is to be mended. The last reading that went well stays.
        """
        self.cache.start_round()
        try:
            self.reading = self._read()
        except MkDocsException as error:
            raise MistakeError(str(error) or str(explain(error, self.root, SETTINGS))) from error
        except Exception as error:
            if isinstance(error, MistakeError):
                raise
            raise MistakeError(str(explain(error, self.root, SETTINGS))) from error
        self.cache.went_well()

    def _read(self) -> Reading:
        config = self._settings()
        config["kept"], config["public"] = self.cache, self.public
        config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        files = get_files(config)
        env = config.theme.get_env()
        # To name them, MkDocs looks through the theme's ten thousand pictures: longer than all else takes here.
        own = sorted(Path(config.theme.dirs[0]).rglob("*"))
        for file in self.cache.get((*config.theme.dirs, *own), _of_theme, config):
            if files.get_file_from_path(file.src_uri) is None:
                files.append(file)
        files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        sources = {file.src_uri: self._source(file) for file in files.documentation_pages()}
        for file in files.documentation_pages():
            file.content_string = file.content_string  # so that it is read once, and stays as it was read
        nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
        for page in nav.pages:
            page.read_source(config)  # every menu shows their titles
        env = config.plugins.on_env(env, config=config, files=files)
        self._keep_templates(env, Path(config.theme.dirs[0]))
        by_address = {file.dest_uri: file for file in files if _is_public(file)}
        rest = list(reversed(files.documentation_pages()))
        return Reading(config, env, files, nav, sources, by_address, rest=rest)

    def _settings(self) -> MkDocsConfig:
        with _warnings_of_mkdocs() as warnings:
            try:
                config = load_config(str(self.root / SETTINGS), site_dir=str(self.folder))
            except MkDocsException as error:
                problems = [self._of_setting(said) for said in warnings] or [explain(error, self.root, SETTINGS)]
                raise MistakeError("\n".join(str(problem) for problem in problems)) from error
        # Else it writes what went wrong into the page, and goes on.
        config.plugins["macros"].config["on_error_fail"] = True
        return config

    def _of_setting(self, said: str) -> Problem:
        name = SETTING.search(said)
        text = (self.root / SETTINGS).read_text(encoding="utf-8")
        before = text.partition(f"\n{name['name']}:")[0] if name else ""
        return Problem(SETTINGS, before.count("\n") + 2 if before != text and before else 1, 1, said)

    def _source(self, file: File) -> str:
        """Name the file that an author wrote for a page."""
        written = own_path(file.abs_src_path, self.root) if file.abs_src_path else None
        lesson = (Path(file.src_uri).parent / "lesson.md").as_posix()
        return written or (lesson if (self.root / lesson).is_file() else file.src_uri)

    def _keep_templates(self, env: Environment, folder: Path) -> None:
        """Compile every template of ours, so that a mistake in one is told at once, and that they stay as they are.

        Raises:
            MistakeError: with every template that cannot be read.
        """
        compiled = {}
        problems = []
        parts = components({}, {})
        ours = (*folder.rglob("*.html"), *folder.rglob("*.xml"))
        for file in sorted((*ours, *COMPONENTS.rglob("*.html"))):
            try:
                text = file.read_text(encoding="utf-8")
                code = self.cache.get((file, text), _compile, env if file in ours else parts, text, file)
            except Exception as error:
                problems.append(str(explain(error, self.root, own_path(str(file), self.root) or file.name)))
            else:
                compiled[file.relative_to(folder).as_posix() if file in ours else ""] = code
        if problems:
            raise MistakeError("\n".join(problems))
        assert env.loader is not None
        env.loader = ChoiceLoader([_Compiled(compiled), env.loader])

    def answer(self, path: str) -> bytes | None:
        """Give a file of the site, as the content was last read well.

        Args:
            path: the file, from the site's root.

        Raises:
            MistakeError: the page cannot be made.
        """
        reading = self.reading
        if reading is None:
            return None
        file = reading.by_address.get(path)
        if file and file.is_documentation_page():
            self._make(reading, file)
        elif file:
            return self._content(file)
        elif path in reading.config.theme.static_templates:
            try:
                _build_theme_template(path, reading.env, reading.files, reading.config, reading.nav)
            except Exception as error:
                raise MistakeError(str(explain(error, self.root, path))) from error
        elif path not in AT_THE_END:
            return None
        return self.as_last_made(path)

    def as_last_made(self, path: str) -> bytes | None:
        """Give a page as it was made the last time, from this reading or one before; None if it never was.

        Args:
            path: a page that there is, from the site's root.
        """
        made = self.folder / path
        if not made.is_file():
            return None
        if made.suffix == ".html":
            return name_tables(keep_numbers_whole(made.read_text(encoding="utf-8"))).encode()
        return made.read_bytes()

    def go_on(self) -> bool:
        """Make one more page; after the last one, tell of links to no place, and write what search reads.

        Returns:
            Whether there may be more to do.

        Raises:
            MistakeError: a page cannot be made. There may be more to do.
        """
        reading = self.reading
        if reading is None or reading.finished:
            return False
        if reading.rest:
            self._make(reading, reading.rest.pop())
            return True
        reading.finished = True
        level = reading.config.validation.links.anchors
        for file in reading.files.documentation_pages():
            _page_of(file).validate_anchor_links(files=reading.files, log_level=level)
        try:
            reading.config["parts"].write_feed(reading.config.site_dir)
        except Exception as error:
            raise MistakeError(str(explain(error, self.root, SETTINGS))) from error
        index = self.folder / INDEX
        index.parent.mkdir(parents=True, exist_ok=True)
        index.write_text(index_of(found_in(read_pages(self.folder))), encoding="utf-8")
        return False

    def _make(self, reading: Reading, file: File) -> None:
        if file.dest_uri in reading.made:
            return
        page = _page_of(file)
        try:
            _populate_page(page, reading.config, reading.files)
            _build_page(page, reading.config, reading.files.documentation_pages(), reading.nav, reading.env)
        except (Exception, SystemExit) as error:  # SystemExit: so mkdocs-macros ends at a macro that failed
            first_line = 1 + file.content_string.count("\n") - (page.markdown or "").count("\n")
            problem = explain(error, self.root, reading.sources[file.src_uri], first_line)
            raise MistakeError(str(problem)) from error
        reading.made.add(file.dest_uri)

    def _content(self, file: File) -> bytes | None:
        """Give a file that is shown as it is; None if it has gone since."""
        try:
            content: bytes = file.content_bytes
        except FileNotFoundError:
            return None
        except OSError as error:
            raise MistakeError(str(explain(error, self.root, file.src_uri))) from error
        return content


@contextmanager
def _warnings_of_mkdocs() -> Iterator[list[str]]:
    """Hear what MkDocs would say in the window of its settings, so that it can be said with its place."""
    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    before, logger.propagate = logger.propagate, False
    try:
        yield said
    finally:
        logger.propagate = before
        logger.removeHandler(handler)


class _Compiled(BaseLoader):
    """Gives templates that are compiled already."""

    def __init__(self, compiled: Mapping[str, CodeType]) -> None:
        self.compiled = compiled

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> Template:
        if name not in self.compiled:
            raise TemplateNotFound(name)
        return environment.template_class.from_code(environment, self.compiled[name], globals or {}, None)


def _compile(env: Environment, text: str, file: Path) -> CodeType:
    return env.compile(text, name=file.name, filename=str(file))


def _of_theme(config: MkDocsConfig) -> Files:
    files = Files([])
    files.add_files_from_theme(config.theme.get_env(), config)
    return files


def _page_of(file: File) -> Page:
    assert file.page is not None  # the navigation gives each one
    return file.page


def _is_public(file: File) -> bool:
    return bool(file.inclusion.is_included())  # type: ignore[no-untyped-call]

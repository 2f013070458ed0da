"""What MkDocs calls, by these names. All that it is given is in `site_parts`, which knows no host."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment
from markdown.extensions.toc import nest_toc_tokens
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from macros.cache import RoundCache
from macros.content.carried import carried
from macros.content.loader import read_library
from macros.design.rendering import long_date
from macros.problems import ContentError
from macros.site.page_templates import Body
from macros.site.site_check import ID, read_site
from macros.site.site_parts import SiteParts
from macros.source import is_left_out
from macros.views import addresses


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check all content before anything else runs; name the site after the school, and add the plans to its menu.

    Args:
        config: MkDocs's settings; “kept” in them is what a preview keeps from round to round, and “public” that
            nothing is to be shown that nobody has checked yet.

    Raises:
        PluginError: the content is to be mended; it ends the build.
    """
    root = Path(config.config_file_path).parent
    try:
        # A preview shows a page though a link on it leads nowhere yet; a build does not.
        cache = config.get("kept") or RoundCache()  # what is made to be checked is made once
        library = read_library(root, cache) if config.get("kept") else read_site(root, cache)
        if os.environ.get("FOR_THE_PUBLIC") or config.get("public"):  # as `make build PUBLISH=1` says
            library = library.for_the_public()
        library = library.as_taught()
        # Only `make build` takes them in: a preview shows what is changing, of which the packs are old by then.
        packs = carried(library) if os.environ.get("TAKE_IN_PACKS") else {}
        parts = SiteParts(library, cache, packs)
        config.nav = parts.menu(config.nav) if config.nav is not None else None
    except ContentError as error:
        count = len(error.problems)
        raise PluginError(f"{error}\n{count} problem{'s' if count != 1 else ''} to mend in the content.") from None
    config["library"], config["parts"], config.site_name = library, parts, parts.name
    if library.school.site_root:
        config.site_url = library.school.site_root
    else:
        config.theme.static_templates.discard(addresses.SITEMAP)  # it holds whole addresses and nothing else
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take out what is not published or not taught, and add what the site makes by itself.

    Args:
        files: all that docs/ holds.
        config: MkDocs's settings, which carry the parts of the site.

    Raises:
        PluginError: a file stands where the site makes one by itself.
    """
    parts: SiteParts = config["parts"]
    for file in list(files):
        sitemap = file.src_uri == addresses.SITEMAP and addresses.SITEMAP not in config.theme.static_templates
        if sitemap or is_left_out(PurePosixPath(file.src_uri).name) or file.inclusion is InclusionLevel.EXCLUDED:
            files.remove(file)
        elif file.src_uri in parts.replaced:
            file.content_string = parts.replaced[file.src_uri]
        elif file.is_documentation_page():
            text = parts.page(file.src_uri, file.content_string)
            if text is None:
                files.remove(file)
            elif text != file.content_string:
                file.content_string = text
    for made in parts.files({file.src_uri: file.content_string for file in files.documentation_pages()}):
        if files.get_file_from_path(made.path) is not None:
            sentence = "The site makes this page by itself. Move or rename this file."
            raise PluginError(f"docs/{made.path}:1:1: {sentence}")
        inclusion = InclusionLevel.INCLUDED if made.listed else InclusionLevel.NOT_IN_NAV
        source: dict[str, Any] = {"abs_src_path": str(made.file)} if made.file else {"content": made.content}
        files.append(File.generated(config, made.path, inclusion=inclusion, **source))
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give the body of a page, and tell MkDocs what it cannot see of one that is made without Markdown.

    Args:
        html: what Markdown made of the page.
        page: the page.
        config: MkDocs's settings, which carry the parts of the site.
        files: every file of the site.
    """
    body: Body = config["parts"].body(page.file.src_uri, page.url, html)
    if body.headings is not None:
        page.toc = get_toc(
            nest_toc_tokens([{"level": at.level, "id": at.id, "name": at.words} for at in body.headings])
        )
        page.present_anchor_ids = {*ID.findall(body.html)}
    return body.html


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give layouts what each of them may show.

    Args:
        env: the layouts.
        config: MkDocs's settings, which carry the parts of the site.
        files: every file of the site.
    """
    env.globals.update(config["parts"].for_layouts())
    return env


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Give the layout of a page what is the page's own.

    Args:
        context: what the layout is given.
        page: the page.
        config: MkDocs's settings, which carry the parts of the site.
        nav: the menu.
    """
    if isinstance(page.meta.get("checked"), date):
        page.meta["checked_words"] = long_date(page.meta["checked"])
    own = config["parts"].for_page(page.file.src_uri, page.meta.get("phase"), page.content or "")
    context.update(own, headings=page.toc)
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write the newsletter's feed, where there is one."""
    if config["parts"].feed:
        (Path(config.site_dir) / addresses.NEWSLETTER_FEED).write_bytes(config["parts"].feed)

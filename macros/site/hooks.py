"""What MkDocs calls, by these names: it checks the content first, adds the lessons' pages, and numbers the policy."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from macros.content.carried import carried, offered_on
from macros.content.library import Library
from macros.content.loader import read_library
from macros.design.branding import TOKENS, branding
from macros.design.rendering import assets, dial, draw, long_date
from macros.problems import ContentError
from macros.site.page_templates import PageTemplates
from macros.site.site_check import ID, read_site
from macros.source import is_left_out
from macros.views import addresses
from macros.views.feed import halves_come, newsletter_feed
from macros.views.large_print import large_print_of, large_print_path
from macros.views.names import keep_names
from macros.views.numbers import keep_numbers_whole
from macros.views.page import PageView
from macros.views.policy import side_by_side
from macros.views.sharing import full_title, site_name, web_manifest
from macros.views.tables import name_tables

# What a component needs besides its words: a module is a style sheet and a script, a style is a style sheet alone.
PARTS = re.compile(r'data-(module|style)="([\w-]+)"')
# Modules that display.js brings when the reader is near, by addresses in the page: most of it is read without them.
LATER = frozenset({"quiz", "story"})
FOR_FAMILIES = ("parents/", "help/")  # many of whom read through a browser's translation
PLANS = "Teachers and staff"  # the part of the navigation that the plans are added to


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check all content before anything else runs; name the site after the school.

    Args:
        config: MkDocs's settings; “kept” in them is what a preview keeps from round to round.

    Returns:
        The same, with the library in it.

    Raises:
        PluginError: the content is to be mended; it ends the build.
    """
    try:
        root = Path(config.config_file_path).parent
        # A preview shows a page though a link on it leads nowhere yet; a build does not.
        library = read_library(root, config["kept"]) if config.get("kept") else read_site(root)
    except ContentError as error:
        count = len(error.problems)
        raise PluginError(f"{error}\n{count} problem{'s' if count != 1 else ''} to mend in the content.") from None
    if os.environ.get("FOR_THE_PUBLIC"):  # as `make build PUBLISH=1` says
        library = library.for_the_public()
    config["library"] = library
    config["dress"] = branding(library.root, library.school)
    config.site_name = site_name(library.school)
    if library.school.site_root:
        config.site_url = library.school.site_root
    else:
        config.theme.static_templates.discard(addresses.SITEMAP)  # it holds whole addresses and nothing else
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every page that the site makes by itself, the pictures of lessons, and the plans to the navigation.

    What a program keeps for itself, such as Windows its “Thumbs.db”, is left out; and so is what is not published: a
    link to it would only be mentioned.

    Args:
        files: all that docs/ holds.
        config: MkDocs's settings, which carry the library.

    Raises:
        PluginError: a file stands where the site makes one by itself, or the menu has no part for the plans.
    """
    # Imported here: a check that finds something to mend needs none of it.
    from macros.site.generated_pages import generated  # noqa: PLC0415

    library: Library = config["library"]
    for file in list(files):
        sitemap = file.src_uri == addresses.SITEMAP and addresses.SITEMAP not in config.theme.static_templates
        left_out = is_left_out(PurePosixPath(file.src_uri).name) or file.inclusion is InclusionLevel.EXCLUDED
        if sitemap or left_out:
            files.remove(file)
    # Only `make build` says so: a preview shows what is changing, of which the packs are old by then.
    packs = carried(library) if os.environ.get("TAKE_IN_PACKS") else {}
    config["views"] = {}
    for page in generated(library, config.get("kept"), packs):
        if page.view:
            config["views"][page.path] = page.view
        inclusion = InclusionLevel.INCLUDED if page.listed else InclusionLevel.NOT_IN_NAV
        _add(files, File.generated(config, page.path, content=page.content, inclusion=inclusion))
    config["papers"] = offered_on(packs, (phase.id for phase in library.phases))
    for pack in packs.values():
        _add(files, File.generated(config, pack.path, abs_src_path=str(pack.file)))
    for file in list(files.documentation_pages()):
        large = large_print_of(file.content_string)
        if large:
            path = large_print_path(file.src_uri)
            _add(files, File.generated(config, path, content=large, inclusion=InclusionLevel.NOT_IN_NAV))
    for entry in library.lessons.values():
        for picture in entry.pictures:
            _add(files, File.generated(config, picture, abs_src_path=str(library.root / picture)))
    for place, own in assets().items():
        _add(files, File.generated(config, place, abs_src_path=str(own)))
    tokens = files.get_file_from_path(TOKENS)
    if tokens is not None:
        tokens.content_string = config["dress"].tokens
    manifest = web_manifest(library.school, config["dress"].paper)
    _add(files, File.generated(config, addresses.MANIFEST, content=manifest))
    if config.nav is not None:
        _add_plans(config.nav, library)
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Show what has a view, number the policy's clauses, make the newsletter's feed, and keep the names of help.

    Args:
        html: what Markdown made of the page.
        page: the page.
        config: MkDocs's settings, which carry the library.
        files: every file of the site.
    """
    view = config.get("views", {}).get(page.file.src_uri)
    if view:
        return _from_view(view, page, config)
    if page.file.src_uri == addresses.source(addresses.POLICY):
        return side_by_side(html, config["library"].policy, config["library"].clause_uses)
    if page.file.src_uri == addresses.source(addresses.NEWSLETTER):
        library: Library = config["library"]
        feed = addresses.NEWSLETTER_FEED
        config["feed"] = newsletter_feed(html, config.site_name, library.school, page.url, feed, _halves(library))
    if page.file.src_uri.startswith(FOR_FAMILIES):
        return keep_names(html, filter(None, (route.proper_name for route in config["library"].help_routes)))
    return html


def _from_view(view: PageView, page: Page, config: MkDocsConfig) -> str:
    """Make a page of its view, and tell MkDocs what else it knows of a page: its headings, and where links can lead."""
    if not config.get("templates"):
        config["templates"] = PageTemplates(config["library"])
    templates: PageTemplates = config["templates"]
    body = templates.body(view, page.url)
    page.toc = get_toc(
        nest_toc_tokens(
            [{"level": heading.level, "id": heading.id, "name": heading.words} for heading in body.headings]
        )
    )
    page.present_anchor_ids = {*ID.findall(body.html)}
    return body.html


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Give templates the school, the phases, pictures, its PDFs, and the components that the page uses.

    Args:
        context: what the templates of the theme are given.
        page: the page.
        config: MkDocs's settings, which carry the library.
        nav: the menu.
    """
    library: Library = config["library"]
    identity = page.meta.get("phase")
    if isinstance(page.meta.get("checked"), date):
        page.meta["checked_words"] = long_date(page.meta["checked"])
    parts = sorted(set(PARTS.findall(page.content or "")))
    parts = [(kind, name) for kind, name in parts if kind == "style" or name not in LATER]
    context["styles"] = [name for _, name in parts]
    context["modules"] = [name for kind, name in parts if kind == "module"]
    is_parents = page.file.src_uri == addresses.source(addresses.PARENTS)
    has_feed = is_parents and library.school.site_address and _halves(library)
    context["papers"] = config.get("papers", {}).get(addresses.made_from(page.file.src_uri), [])
    context["feed"] = addresses.NEWSLETTER_FEED if has_feed else None
    context.update(_for_every_template(config))
    context["phases"] = library.phases
    context["phase"] = library.phase(identity) if identity else None
    return context


def _halves(library: Library) -> dict[str, date]:
    """Give the half terms that have come: of all that is built, this alone depends on the day."""
    return halves_come(library.school, [half.title for half in library.phases[0].year], date.today())


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Keep every number to call in one piece, and name every table.

    Args:
        output: the whole page, as HTML.
        page: the page.
        config: MkDocs's settings, which carry the library.
    """
    return name_tables(keep_numbers_whole(output))


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Do the same for the page for an address that is not there.

    Args:
        output: the whole page, as HTML.
        template_name: its layout.
        config: MkDocs's settings, which carry the library.
    """
    return keep_numbers_whole(output)


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Give the page for an address that is not there what other pages have.

    Args:
        context: what its layout is given.
        template_name: that layout.
        config: MkDocs's settings, which carry the library.
    """
    context.update(_for_every_template(config))
    return context


def _for_every_template(config: MkDocsConfig) -> dict[str, Any]:
    library: Library = config["library"]
    return {
        "school": library.school,
        "dress": config.get("dress"),
        "addresses": addresses,
        "help_numbers": library.help_numbers,
        "dial": dial,
        "large_print_path": large_print_path,
        "full_title": lambda title: full_title(title, library.school),
        "picture": lambda name, alt="": draw(library.pictures[name], alt),
    }


def on_post_build(config: MkDocsConfig) -> None:
    """Write the newsletter's feed, where there is one."""
    if config.get("feed"):
        (Path(config.site_dir) / addresses.NEWSLETTER_FEED).write_bytes(config["feed"])


def _add(files: Files, file: File) -> None:
    if files.get_file_from_path(file.src_uri) is not None:
        raise PluginError(f"docs/{file.src_uri}:1:1: The site makes this page by itself. Move or rename this file.")
    files.append(file)


def _add_plans(nav: list[Any], library: Library) -> None:
    for item in nav:
        if isinstance(item, dict) and isinstance(item.get(PLANS), list):
            item[PLANS].extend(_year(phase.id, library) for phase in library.phases)
            item[PLANS].append({"Curriculum map": addresses.source(addresses.CURRICULUM_MAP)})
            return
    raise PluginError(f"mkdocs.yml:1:1: The navigation has no part “{PLANS}”; the lesson plans belong there.")


def _year(phase: str, library: Library) -> dict[str, Any]:
    plans = [
        {entry.lesson.title: addresses.source(addresses.lesson(phase, entry.id, "teach"))}
        for entry in library.of_phase(phase)
    ]
    return {library.phase(phase).title: [addresses.source(addresses.year(phase)), *plans]}

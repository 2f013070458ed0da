"""What MkDocs calls, by these names. All that it is given is in `site_parts`, which knows no host."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from macros.problems import ContentError
from macros.site.site_parts import read_parts


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Check all content before anything else runs; “kept” and “public” are settings that a preview makes."""
    try:
        parts = read_parts(config.config_file_path, config.get("kept"), public=config.get("public", False))
        config.update(parts.settings(config.nav, config.site_url))
    except ContentError as error:
        raise PluginError(f"{error}\n{error.count} to mend in the content.") from None
    config.theme.static_templates.difference_update(parts.without)


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Take out what is not published or not taught; add what the site makes by itself."""
    parts = config["parts"]
    for file in [one for one in files if one.inclusion is InclusionLevel.EXCLUDED or parts.passes_over(one.src_uri)]:
        files.remove(file)
    for page in files.documentation_pages():
        page.content_string = parts.page(page.src_uri, page.content_string)
    for made in parts.files({page.src_uri: page.content_string for page in files.documentation_pages()}):
        if files.get_file_from_path(made.path) is not None:
            raise PluginError(f"docs/{made.path}:1:1: The site makes this page by itself. Move or rename this file.")
        inclusion = InclusionLevel.INCLUDED if made.listed else InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, made.path, inclusion=inclusion, **made.source))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give the body of a page, and tell MkDocs what it cannot see of what was made without Markdown."""
    body = config["parts"].body(page.file.src_uri, page.url, html)
    page.toc = page.toc if body.headings is None else get_toc(body.tokens)
    page.present_anchor_ids = body.ids
    return str(body.html)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Give layouts what each of them may show, and what they were compiled to."""
    config["parts"].prepare(env)


def on_page_context(context: dict[str, object], page: Page, config: MkDocsConfig, nav: object) -> None:
    """Give the layout of a page what is the page's own."""
    context.update(config["parts"].for_page(page.file.src_uri, page.meta, page.content or ""), headings=page.toc)


def on_post_build(config: MkDocsConfig) -> None:
    """Write what is made from all pages, and keep for the next build what this one has made."""
    config["parts"].end(config.site_dir)

"""Who hears a page can tell its tables apart, and hears of each cell what it is about."""

from __future__ import annotations

from collections import Counter
from xml.etree.ElementTree import Element

from tests.site.page import Page, text

# Every example of a component stands there, and the same one several times.
EXAMPLES = "about/look/"


def name_of(table: Element, page: Page) -> str:
    """Give the name of a table, by the rules for one (HTML Accessibility API Mappings 4.1.10)."""
    for place in table.get("aria-labelledby", "").split():
        (named,) = (element for element in page.tree.iter() if element.get("id") == place)
        return text(named)
    return table.get("aria-label") or " ".join(text(caption) for caption in table.iter("caption"))


def test_each_table_has_a_name_that_no_other_of_its_page_has(pages: dict[str, Page]) -> None:
    count = 0
    for path, page in pages.items():
        names = Counter(name_of(table, page) for table in page.all("table"))
        assert "" not in names, path
        if not path.startswith(EXAMPLES):
            assert not [name for name, times in names.items() if times > 1], path
        count += sum(names.values())
    assert count > 500


def test_each_head_cell_says_of_what_it_is_the_head(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        for table in page.all("table"):
            for row in table.iter("tr"):
                heads = [cell for cell in row if cell.tag == "th"]
                scopes = {cell.get("scope") for cell in heads}
                # A row of heads alone is the head of columns; a head among other cells is that of its row.
                in_head = any(row in list(part) for part in table.iter("thead"))
                assert scopes <= ({"col"} if in_head else {"row"}), f"{path}: {text(row)}"

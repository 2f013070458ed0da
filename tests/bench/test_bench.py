"""What the bench says can be trusted: its sums are right, and what is over a budget is told."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import html5lib
import pytest

from tests.bench.answering import FORM, with_many_questions
from tests.bench.build import repeat
from tests.bench.govuk import content
from tests.bench.kinds import KINDS, WITH_QUIZ
from tests.bench.lighthouse import FULL, Phone, tell
from tests.bench.plain_pages import plain
from tests.bench.quiz import BLOCK, machinery, peers_page
from tests.bench.report import Report, growth, percentile, verdict
from tests.bench.serving import compressed, hosted
from tests.bench.weight import Weight
from tests.bench.zensical import whole_pages
from tests.site.page import read_page, text

CHECKED = '<form data-part="question" aria-labelledby="q-{0}-title"><legend id="q-{0}-title">A {0}</legend>' \
    '<input id="q-{0}-1" name="q-{0}"><label for="q-{0}-1">Yes</label>' \
    '<button data-part="check" aria-label="Check it">Check</button></form>\n'  # fmt: skip
STORY = '<form data-part="question"><p>A story has nothing to check.</p></form>\n'


@pytest.mark.parametrize(
    ("value", "sense", "said"),
    [(1.15, "at most", "within"), (1.16, "at most", "OVER"), (97, "at least", "within"), (96, "at least", "OVER")],
)
def test_a_budget_is_met_or_not(value: float, sense: str, said: str) -> None:
    budget = 1.15 if sense == "at most" else 97
    assert verdict(value, budget, sense).endswith(said)  # type: ignore[arg-type]


def test_what_is_over_its_budget_is_told_again_at_the_end(tmp_path: Path) -> None:
    report = Report()
    report.heading("Pages: brotli")
    report.figure("front door", 21, "kB", 20)
    report.figure("  requests for it", 9, "", 8)
    report.figure("help", 19, "kB", 20)
    report.absent("peer", "It is not here.")
    report.close(tmp_path / "results" / "report.txt")
    *_, title, over, also, _, absent, why = (
        (tmp_path / "results" / "report.txt").read_text(encoding="utf-8").splitlines()
    )
    assert title == "Over budget: 2"
    assert over == "  Pages: front door 21 kB (at most 20: OVER)"
    assert also == "  Pages: front door, requests for it 9 (at most 8: OVER)"
    assert (absent, why) == ("Not measured: 1", "  peer: It is not here.")


def test_a_percentile_is_a_value_that_was_measured() -> None:
    assert percentile([16, 24, 400], 0.5) == 24
    assert percentile([16, 24, 400], 0.98) == 400
    assert percentile([5], 0.98) == 5


def test_growth_in_proportion_is_one() -> None:
    assert growth(2, 100, 6, 300) == pytest.approx(1)
    assert growth(2, 100, 18, 300) == pytest.approx(2)


def test_questions_are_repeated_with_ids_of_their_own() -> None:
    html = with_many_questions(f"<main>{CHECKED.format('a')}{STORY}{CHECKED.format('b')}</main>", 5)
    assert len(FORM.findall(html)) == 5
    assert "story" not in html
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids)) == 10
    assert set(re.findall(r'(?:for|labelledby)="([^"]+)"', html)) <= set(ids)
    assert html.count('aria-label="Check it"') == 5


def test_a_repeated_lesson_names_its_own_quiz(tmp_path: Path) -> None:
    for file, words in (
        ("lessons/years-3-4/locks/lesson.md", 'Locks\n\n{{ quiz("locks") }}\n'),
        ("quizzes/years-3-4/locks.yml", "title: Locks\n"),
    ):
        (tmp_path / file).parent.mkdir(parents=True)
        (tmp_path / file).write_text(words, encoding="utf-8")
    repeat(tmp_path, tmp_path / "lessons/years-3-4/locks/lesson.md", 2)
    assert '{{ quiz("locks-2") }}' in (tmp_path / "lessons/years-3-4/locks-2/lesson.md").read_text(encoding="utf-8")
    assert (tmp_path / "quizzes/years-3-4/locks-2.yml").exists()


@pytest.mark.parametrize("path", [WITH_QUIZ, "learners/early-years-check.html", "about/look/quiz.html"])
def test_a_quiz_is_written_in_the_peers_markup_with_every_word(site: Path, path: str) -> None:
    page = read_page(site, path)
    forms = [form for form in page.all("form") if form.attrib.get("data-part") == "question"]
    told = [part for form in forms for part in form.iter() if part.tag in ("legend", "label", "option", "details")]
    words = {letters(text(each)) for part in told for each in ([*part.iter("li"), *part.iter("p")] or [part])}
    written = peers_page(read_page(site, path))
    blocks = BLOCK.findall(written)
    assert len(blocks) == sum(form.count('data-part="item"') or 1 for form in FORM.findall(page.html)) > 0
    for block in blocks:
        assert "- [x] " in block
        assert "- [ ] " in block
    assert {each for each in words if each not in letters(written)} <= {"Choose"}


def letters(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.replace("\\", "")))


def test_the_machinery_of_a_page_is_what_it_has_more_than_another(tmp_path: Path) -> None:
    (tmp_path / "quiz.js").write_text("run();" * 50)
    (tmp_path / "with.html").write_text('<style>a{}</style><script src="quiz.js" defer></script>')
    (tmp_path / "without.html").write_text("<style>a{}</style>")
    assert 20 < machinery(tmp_path, "with.html", tmp_path, "without.html") < 60
    assert machinery(tmp_path, "with.html", tmp_path, "with.html") == 0


def test_a_peers_page_is_whole_if_it_has_every_word_of_the_other(tmp_path: Path) -> None:
    for site, said in (("one", "Never <b>say</b> a name&#46;"), ("two", "<script>say</script>Never a name")):
        (tmp_path / site).mkdir()
        for page in ("a.html", "b.html"):
            (tmp_path / site / page).write_text(f"<nav>say</nav><article class=x>{said}</article>", encoding="utf-8")
    assert whole_pages(tmp_path / "one", tmp_path / "two") == 2
    assert whole_pages(tmp_path / "two", tmp_path / "one") == 0
    (tmp_path / "one/b.html").unlink()
    assert whole_pages(tmp_path / "one", tmp_path / "two") == 1


@pytest.mark.parametrize("path", ["help/index.html", "parents/passwords-privacy-location.html", WITH_QUIZ])
def test_a_page_in_govuks_classes_has_every_word_of_ours(site: Path, path: str) -> None:
    made = content(read_page(site, path))
    tree = html5lib.parse(made["content"], namespaceHTMLElements=False)
    signs = re.compile(r"!\[[^\]]*\]\([^)]*\)|^ *1\. |\]\([^)]*\)|\{#[^}]*\}", re.MULTILINE)
    ours = letters(signs.sub(" ", plain(read_page(site, path))))
    theirs = letters(f"{made['title']} {text(tree)}")
    assert set(ours.split()) - set(theirs.split()) <= {"title", "note"}
    named = {each.tag for each in tree.iter() if "govuk" in each.attrib.get("class", "")}
    assert {"h1", "h2", "p", "a", "ul", "details", "summary"} <= named
    assert ".md" not in made["content"]


def test_what_a_peer_loads_for_search_is_told_apart() -> None:
    assert Weight(420_000, 5, 430_000, 6, search=400_000).beside("A") == "A 20.0 kB + 400 of search in 5"
    assert Weight(20_000, 3, 30_000, 4).beside("B") == "B 20.0 kB in 3"


def walked(seconds: float, error: str | None = None) -> dict[str, Any]:
    """Give what Lighthouse says of a page."""
    scores = dict.fromkeys(("performance", *FULL), 100)
    times = dict.fromkeys(("paint", "largest", "busy"), seconds * 1000)
    return {"scores": scores, "failed": dict.fromkeys(FULL, ()), "error": error, **times}


def test_a_page_is_told_beside_those_of_the_peers_on_both_telephones() -> None:
    report = Report()
    peers: dict[str, dict[Phone, dict[str, Any]]] = {
        "Material": {"usual": walked(1.25), "cheap": walked(9) | {"scores": {"performance": 80}}},
        "GOV.UK": {"usual": walked(0, "It did not answer."), "cheap": walked(1.5)},
    }
    tell(report, KINDS[0], walked(0.75), walked(3), peers)
    (paint,) = [line for line in report.lines if "first contentful" in line]
    assert "0.75 s" in paint
    assert paint.endswith("Material 1.25 s, GOV.UK failed")
    (cheap,) = [line for line in report.lines if "cheap telephone" in line]
    assert cheap.endswith("Material 80, GOV.UK 100")


def test_what_the_build_has_compressed_is_sent_as_it_is(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("Hello " * 100)
    assert 0 < len(compressed(page, "gzip")) < 100
    (tmp_path / "index.html.br").write_bytes(b"ready")
    assert compressed(page, "br") == b"ready"


def test_the_host_counts_what_it_sends_and_stays_in_its_folder(tmp_path: Path) -> None:
    import urllib.error
    import urllib.request

    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("Hello " * 100)
    (tmp_path / "secret.html").write_text("no")
    with hosted(site) as host:
        asked = urllib.request.Request(host.address, headers={"Accept-Encoding": "gzip, br"})
        with urllib.request.urlopen(asked, timeout=10) as answer:
            assert answer.headers["Content-Encoding"] == "br"
            size = len(answer.read())
        assert [(each.path, each.size, each.is_code) for each in host.sent] == [("index.html", size, True)]
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(host.address + "%2e%2e/secret.html", timeout=10)

"""The page: the article with marked facts beside lists of them, linked both ways; nothing in it acts or loads."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from newsview.export.formats import rendered
from newsview.export.html_markup import Mark, marked
from newsview.model.facts import Decision
from newsview.reading.build_article import build_article
from tests.export.article import CHANGED, REVIEW, TEXT, analysis, denial, with_finding

VOID = {"meta", "br", "link", "img"}


class Page(HTMLParser):
    """The page's elements, checked to be well nested."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            assert not (tag == "a" and "a" in self._open), "a link inside a link"
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self._open and "title" not in self._open:
            self.words += data

    def ids(self) -> list[str]:
        return [str(attributes["id"]) for _, attributes in self.elements if "id" in attributes]

    def links(self) -> list[str]:
        return [str(attributes["href"]) for tag, attributes in self.elements if tag == "a"]


def page(**review: Decision) -> Page:
    return Page(rendered(analysis(review or None), "html").decode())


def test_every_link_has_exactly_one_target() -> None:
    found = Page(rendered(analysis(REVIEW), "html").decode())
    ids = found.ids()
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in found.links()} <= set(ids)


def test_a_fact_and_its_words_lead_to_each_other() -> None:
    found = page()
    for key, places in {"entity-1": 2, "entity-2": 1, "quote-1": 1, "quote-2": 2, "number-1": 1, "number-2": 1}.items():
        assert key in found.ids()
        assert f"#{key}" in found.links(), "from the article to the list"
        assert f"#{key}-1" in found.links(), "from the list to the article"
        assert {f"{key}-{number}" for number in range(1, places + 1)} <= set(found.ids())


def test_the_article_is_all_there() -> None:
    words = " ".join(page().words.split())
    for paragraph in TEXT.strip().split("\n\n"):
        assert " ".join(paragraph.split()) in words


def test_nothing_runs_and_nothing_is_loaded() -> None:
    html = rendered(analysis(REVIEW), "html").decode()
    found = Page(html)
    assert {tag for tag, _ in found.elements}.isdisjoint({"script", "img", "link", "iframe", "form", "object", "base"})
    assert all(
        not name.startswith("on") and name not in ("src", "style") for _, each in found.elements for name in each
    )
    assert all(link.startswith("#") for link in found.links())
    assert "url(" not in html and "@import" not in html
    (policy,) = [str(each["content"]) for tag, each in found.elements if each.get("http-equiv")]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_the_style_sheet_is_the_one_that_the_policy_allows() -> None:
    import base64
    import hashlib

    html = rendered(analysis(), "html").decode()
    (style,) = re.findall("<style>(.*?)</style>", html, re.S)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in unescape(html)


def test_decisions_are_words_and_signs_not_colours_alone() -> None:
    html = rendered(analysis(REVIEW), "html").decode()
    assert '<span class="mark" title="accepted">✓</span>' in html
    assert "≠ false (council &lt;minutes&gt;) · -1 &amp; *more*" in html
    assert '<span class="mark" title="rejected">✗</span>' in html
    assert '<span class="mark" title="not reviewed">·</span>' in html


def test_a_denial_has_its_verb() -> None:
    html = rendered(denial(), "html").decode()
    assert re.search(
        r"<b>Jane Holt denied:</b> <small>indirect</small><br><a [^>]*>the city had lost \$4 million</a>", html
    )


def test_overview_counts_what_speakers_say_and_leads_into_the_article() -> None:
    html = rendered(analysis(), "html").decode()
    found = Page(html)
    overview = html[html.index("<details") : html.index("</details>")]
    words = " ".join(unescape(re.sub(r"<[^>]*>", " ", overview)).split())
    assert "speaker said denied refused Jane Doe , mayor 2 · ·" in words
    assert "new buses about $4.2 million (Jane Doe)" in words
    assert set(re.findall(r'href="#([^"]*)"', overview)) <= set(found.ids())
    assert "#quote-1-1" in re.findall(r'href="([^"]*)"', overview)


def test_overview_counts_denial_and_leaves_rejected_quote_out() -> None:
    made = denial()
    denied = replace(made, quotes=[replace(made.quotes[0], stance="denies")])
    html = rendered(denied, "html").decode()
    assert '<td title="Jane Holt denied"><a href="#quote-1-1">1</a></td>' in html
    rejected = rendered(replace(denied, review={"q-lost": Decision(status="rejected")}), "html").decode()
    assert "Speakers" not in rejected[rejected.index("<details") : rejected.index("</details>")]


def test_page_shows_decision_before_the_fact_changed() -> None:
    html = rendered(analysis(CHANGED), "html").decode()
    assert "was true for $3.9 &lt;million&gt; · ask again" in html
    assert "0 accepted · 0 rejected · 1 changed since reviewed" in html
    assert "changed since" not in rendered(analysis(REVIEW), "html").decode()


def test_keyboard_stops_once_at_a_fact() -> None:
    stops = [each["href"] for tag, each in page().elements if tag == "a" and each.get("tabindex") != "-1"]
    assert stops.count("#quote-1") == 1


def test_hostile_text_is_escaped() -> None:
    text = "<script>alert(\"1\")</script> & 'x' </article><style>*{}</style>"
    article = build_article(text, path='"><img src=x onerror=alert(1)>', title="</title><script>")
    hostile = replace(
        analysis({"q": Decision(note="</li><script>alert(1)</script>")}),
        article=article,
        entities=(),
        quotes=(),
        numbers=(),
    )
    found = Page(rendered(hostile, "html").decode())
    assert {tag for tag, _ in found.elements}.isdisjoint({"script", "img"})
    assert text in found.words


spans = st.tuples(st.integers(0, 30), st.integers(1, 12))


@given(st.lists(spans, max_size=12))
def test_overlapping_marks_are_nested(stretches: list[tuple[int, int]]) -> None:
    text = "abcdefghij\nklmnopq<t\nuvwxyz&01234567890"
    paragraphs = [(0, 10), (11, 20), (21, len(text))]
    marks = [
        Mark(start, min(start + length, len(text)), f"m{index}", f"f{index}", "quote")
        for index, (start, length) in enumerate(stretches)
        if text[start] != "\n"
    ]
    html = "".join(f"<p>{each}</p>" for each in marked(text, paragraphs, marks))
    found = Page(html)
    assert found.words == text.replace("\n", "")
    assert sorted(found.ids()) == sorted(mark.name for mark in marks)


def test_findings_come_first_and_are_linked_to_their_places() -> None:
    html = rendered(with_finding({"f-1": Decision(status="accepted", note="<i>call</i>")}), "html").decode()
    found = Page(html)
    assert {"finding-1", "finding-1-1", "finding-1-2"} <= set(found.ids()) and "finding-2" not in found.ids()
    assert {link.removeprefix("#") for link in found.links()} <= set(found.ids())
    assert html.index("To look at") < html.index("<h2>Entities") and "<b>4.2" not in html and "<i>" not in html
    assert "<b>4.2</b> & *5* do not fit" in found.words and "it is right · <i>call</i>" in found.words


def test_dismissed_finding_is_left_out_unless_all_is_wanted() -> None:
    dismissed = with_finding({"f-1": Decision(status="rejected")})
    assert "To look at" not in rendered(dismissed, "html").decode()
    assert "To look at" in rendered(dismissed, "html", aside=True).decode()


def test_finding_of_another_text_is_left_out() -> None:
    whole = with_finding()
    other = build_article("Another text that is long enough to hold the places of the other one." * 20)
    assert (
        "To look at" not in rendered(replace(whole, article=other, entities=(), quotes=(), numbers=()), "html").decode()
    )

"""What stands beside an article, or inside it, without a name that says so: teasers, comments, notes; declared texts."""

from __future__ import annotations

import json

import pytest

from newsview.model.article import Article
from newsview.reading.read import read_bytes
from tests.formats.pages import HEADLINE, STORY, heading, page, text

OTHERS = [
    ("Tarn school counts its lost pupils", "The school at Tarn lost 40 pupils in a year, its head said at a meeting on Monday."),
    ("Baker of Halden buys second oven", "An oven of 1911 was not enough any more, said the baker, who wants to employ two people."),
    ("Storm takes roof of market hall", "The storm of Friday night took half of the roof, and the market moves to the car park."),
    ("Choir looks for a hall with heating", "Its 30 singers froze all winter, so they ask the council for the old customs house."),
]  # fmt: skip
OWN = '<link rel="canonical" href="https://news.example.org/2019/ferry">'


def read(content: str) -> Article:
    return read_bytes(content.encode(), path="page.html")


def paragraphs(article: Article) -> list[str]:
    return [article.text[each.start : each.end] for each in article.paragraphs]


def items(form: str, site: str = "") -> str:
    return "".join(
        form.format(title=title, words=words, link=f"{site}/story-{number}")
        for number, (title, words) in enumerate(OTHERS)
    )


@pytest.mark.parametrize(
    "body",
    [
        f"<div class=left>{heading()}<div class=text>{text()}</div></div><div class=right>"
        + items("<div class=box><a href={link}><img src=x><h3>{title}</h3></a><p>{words}</p></div>")
        + "</div>",
        f"<div class=left>{heading()}{text(STORY[:2])}</div>"
        + items("<div class=row><div class=art><h2><a href={link}>{title}</a></h2><p>{words}</p></div></div>"),
        f"<div>{heading()}{text()}</div><div>"
        + items("<div class=it><div class=t><a href={link}>{title}</a></div><p>{words}</p></div>")
        + "</div>",
        f"<article>{heading()}<section>{text(STORY[:4])}</section>"
        f"<article><h3><a href=/a>{OTHERS[0][0]}</a></h3><p>{OTHERS[0][1]}</p></article><section>{text(STORY[4:])}</section></article>",
    ],
    ids=["cards", "many cards beside a short article", "titles that are no headings", "article in the article"],
)
def test_teasers_without_a_telling_name_stay_out(body: str) -> None:
    found = paragraphs(read(page(body, head=OWN)))
    assert found in ([HEADLINE, *STORY], [HEADLINE, *STORY[:2]])


@pytest.mark.parametrize(
    "body",
    [
        text(STORY[:2]) + items("<div class=box><h3><a href={link}>{title}</a></h3><p>{words}</p></div>"),
        f"<div>{text(STORY[:2])}</div><div>"
        + items("<div class=box><h3><a href={link}>{title}</a></h3><p>{words}</p></div>", "https://other.example.net")
        + "</div>",
        f"<div>{text(STORY[:2])}</div><div>"
        + items("<div class=post><h3><a href=/2019/ferry?post={link}>{title}</a></h3><p>{words}</p></div>")
        + "</div>",
    ],
    ids=["text beside them", "links to other sites", "links to the page itself"],
)
def test_items_of_an_article_stay(body: str) -> None:
    found = paragraphs(read(page(f"<article>{heading()}<div class=entry>{body}</div></article>", head=OWN)))
    assert {words for _, words in OTHERS} <= set(found)


def test_round_up_whose_items_look_like_teasers_is_told() -> None:
    teasers = items("<div class=box><h3><a href={link}>{title}</a></h3><p>{words}</p></div>")

    def told(body: str) -> bool:
        return any("running text was left out" in notice for notice in read(page(body, head=OWN)).notices)

    assert told(f"<article>{heading()}<div>{text(STORY[:2])}</div><div>{teasers}</div></article>")
    assert not told(f"<article>{heading()}<div>{text(STORY)}</div><div>{teasers}</div></article>")
    assert not told(f"<article>{heading()}{text(STORY[:2])}</article><div class='more-news'>{teasers}</div>")


def test_comments_without_a_telling_name_stay_out() -> None:
    thread = "".join(
        f"<li><b>reader{n}</b><div class=msg>{words}</div></li>" for n, (_, words) in enumerate(OTHERS * 5)
    )
    body = f"{heading()}<div class=txt>{text()}</div><div class=voices><h3>20 Comments</h3><ul>{thread}</ul></div>"
    assert paragraphs(read(page(body))) == [HEADLINE, *STORY]


def test_comments_below_a_heading_with_a_menu_stay_out() -> None:
    thread = "".join(
        f"<div class=one><b>reader{n}</b><div class=said>{words}</div></div>" for n, (_, words) in enumerate(OTHERS * 5)
    )
    head = "<div class=h><h3>Reader comments (20)</h3><a>Sort by</a></div>"
    body = f"<div>{heading()}<div class=txt>{text()}</div><section class=v>{head}<div class=l>{thread}</div></section></div>"
    assert paragraphs(read(page(body))) == [HEADLINE, *STORY]


def test_other_articles_behind_the_page_s_own_stay_out() -> None:
    others = "".join(
        f"<div class='story next'><h2><a href=/story-{n}>{title}</a></h2>{f'<p>{words}</p>' * 12}</div>"
        for n, (title, words) in enumerate(OTHERS)
    )
    body = f"<div class='story first'>{heading()}{text()}</div>{others}"
    assert paragraphs(read(page(body, head=OWN))) == [HEADLINE, *STORY]


def test_logo_that_is_a_heading_costs_no_article() -> None:
    logo = "<div class=row><h1><a href=/>The Kestel Courier</a></h1><p>The only paper of the sound that is printed on an island, every day but Sunday and in all weathers.</p></div>"
    body = f"{logo}<div class=row>{heading()}{text()}</div>"
    assert set(STORY) <= set(paragraphs(read(page(body, head=OWN))))


def test_part_named_as_no_part_of_the_article_stays_out_of_it() -> None:
    letter = "<div class='email-box'><h3>Morning post</h3><p>Our letter tells you what happened on the sound while you slept.</p></div>"
    body = f"<article>{heading()}<div>{text(STORY[:4])}{letter}{text(STORY[4:])}</div></article>"
    assert paragraphs(read(page(body))) == [HEADLINE, *STORY]


@pytest.mark.parametrize("name", ["post-with-sidebar", "css-ad12f", "sc-1ad-0 dAdWCE", "with-comments related-on"])
def test_article_in_an_oddly_named_element_is_read(name: str) -> None:
    body = f"<div class='{name}'>{heading()}<div class='{name}'>{text()}</div></div>"
    assert paragraphs(read(page(body))) == [HEADLINE, *STORY]


@pytest.mark.parametrize("around", ["{}", "<p>{}</p>", "<p><span>{}</span></p>", "<font size=2><b>Tarn</b> {}</font>"])
@pytest.mark.parametrize("between", ["<br>&nbsp;&nbsp;", "<br><br>", "<br/> <br/>\n<br/>"])
def test_line_breaks_between_sentences_part_paragraphs(between: str, around: str) -> None:
    body = f"{heading()}<div class=txt>{around.format(between.join(STORY))}</div>"
    found = paragraphs(read(page(body)))
    found[1] = found[1].removeprefix("Tarn ")
    assert found == [HEADLINE, *STORY]


def test_line_breaks_around_other_elements_keep_everything() -> None:
    rows = "<table><tr><th>Line</th><th>Riders</th></tr><tr><td>North</td><td>300</td></tr></table>"
    inline = STORY[2].replace("Ada Quill", "<a href=/q>Ada <b>Quill</b></a>")
    body = f"{STORY[0]}<br><br>{STORY[1]}<!-- ad --><br><br>{inline}{rows}{STORY[3]}<br><br>{STORY[4]}"
    found = paragraphs(read(page(f"<article>{heading()}<div>{body}</div></article>")))
    assert found == [HEADLINE, *STORY[:3], "Line | Riders", "North | 300", *STORY[3:5]]


def test_single_line_breaks_between_short_lines_do_not() -> None:
    verse = "The ferry sleeps<br>below the moon<br>and nobody<br>will wake it soon."
    found = paragraphs(read(page(f"<article>{heading()}{text()}<p>{verse}</p></article>")))
    assert found[-1].count("ferry sleeps") == 1
    assert found[-1].endswith("will wake it soon.")


def declared(paragraphs_: list[str]) -> str:
    record = {"@graph": [{"@type": "NewsArticle", "headline": HEADLINE, "articleBody": "\n\n".join(paragraphs_)}]}
    return f'<script type="application/ld+json">{json.dumps(record)}</script>'


def test_page_whose_text_a_script_shows_has_the_declared_paragraphs() -> None:
    article = read(page("<div id=root></div>", head=declared(STORY)))
    assert paragraphs(article) == [HEADLINE, *STORY]


def test_shown_text_goes_before_the_declared_one_and_a_longer_one_is_told() -> None:
    article = read(page(f"<article>{heading()}{text(STORY[:3])}</article>", head=declared(STORY)))
    assert paragraphs(article) == [HEADLINE, *STORY[:3]]
    assert article.notices == (
        "this page shows 68 words of an article that it says has 172; it may be behind a paywall",
    )
    assert read(page(f"<article>{heading()}{text()}</article>", head=declared(STORY[:6]))).notices == ()


def test_marks_of_notes_and_links_to_edit_stay_out() -> None:
    first = STORY[0].removesuffix(".") + "<sup><a href='#n1'>[1]</a></sup>."
    mark = "<span class='mw-editsection'>[<a href=/edit>edit</a>]</span>"
    contents = "<div class=toc><ul><li><a href='#a'>1 What is known</a></li></ul></div>"
    body = f"{heading()}<div class=out><p>{first}</p>{contents}{text(STORY[1:4])}<h2>Costs{mark}</h2>{text(STORY[4:])}</div>"
    assert paragraphs(read(page(body))) == [HEADLINE, *STORY[:4], "Costs", *STORY[4:]]

"""Web pages: whole articles out of several containers, layout tables, large first letters; headline, byline, date."""

from __future__ import annotations

import pytest

from newsview.model.article import Article
from newsview.reading.read import read_bytes
from tests.formats.pages import FOOT, HEADLINE, MENU, STORY, heading, page, text


def read(content: str) -> Article:
    return read_bytes(content.encode(), path="page.html")


def paragraphs(article: Article) -> list[str]:
    return [article.text[each.start : each.end] for each in article.paragraphs]


def container(name: str, lines: list[str]) -> str:
    return f'<div class="row"><div class="{name}">{text(lines)}</div></div>'


ADVERT = '<div class="row ad-slot"><div class="ad">Advertisement</div></div>'


@pytest.mark.parametrize(
    "body",
    [
        # the same container three times, adverts between
        f"<article>{heading()}{container('article-body', STORY[:3])}{ADVERT}{container('article-body', STORY[3:6])}{ADVERT}"
        f"{container('article-body', STORY[6:])}</article>",
        # numbered containers, no article element
        f"<div class='page'>{heading()}{container('entry-content part-1', STORY[:4])}{ADVERT}"
        f"{container('entry-content part-2', STORY[4:])}</div>",
        # sections with headings of their own
        f"<main>{heading()}<section class='story-body'>{text(STORY[:4])}</section>"
        f"<section class='story-body'>{text(STORY[4:])}</section></main>",
        # the first container holds a single paragraph
        f"<article>{heading()}{container('article__body', STORY[:1])}{ADVERT}{container('article__body', STORY[1:])}</article>",
    ],
    ids=["repeated", "numbered", "sections", "lead"],
)  # fmt: skip
def test_article_in_several_containers_is_whole(body: str) -> None:
    article = read(page(body))
    assert paragraphs(article) == [HEADLINE, *STORY]
    assert article.notices == ()


def test_short_lines_of_a_container_come_with_it() -> None:
    lines = [*STORY[4:6], "“Why now?”", *STORY[6:]]
    body = f"<article>{heading()}{container('article-body', STORY[:4])}{ADVERT}{container('article-body', lines)}</article>"
    assert paragraphs(read(page(body))) == [HEADLINE, *STORY[:4], *lines]


def test_second_article_and_teasers_stay_out() -> None:
    other = [line.replace("ferry", "tram").replace("Halden", "Tarn") for line in STORY]
    teaser = "The library of Tarn opens on Sundays from May, and the town looks for readers who can tell stories."
    body = (
        f"<article class='post'>{heading()}{container('article-body', STORY)}</article>"
        f"<article class='post'>{heading('Tram to Tarn stops')}{container('article-body', other)}</article>"
        f"<div class='related-stories'><a href='/a'>Library opens</a><p>{teaser}</p></div>"
    )
    assert paragraphs(read(page(body))) == [HEADLINE, *STORY]


def test_share_of_running_text_that_is_left_out_is_told() -> None:
    body = (
        f"<div class='page'>{heading()}<div class='article-body'>{text(STORY[:5])}</div>"
        f"<div class='box-of-facts'>{text(STORY[5:])}</div></div>"
    )
    article = read(page(body))
    missing = [line for line in STORY if line not in article.text]
    assert bool(missing) == any("running text was left out" in notice for notice in article.notices)


def test_page_without_anything_left_out_has_no_notice() -> None:
    sidebar = f"<aside>{text(STORY[:3])}</aside><div class='sidebar'>{text(STORY[3:])}</div>"
    comments = f"<section id='comments'>{text(['I take this ferry every day and will miss it a lot this winter.'] * 4)}</section>"
    article = read(page(f"<article>{heading()}{text()}</article>{sidebar}{comments}"))
    assert (paragraphs(article), article.notices) == ([HEADLINE, *STORY], ())


def test_layout_table_keeps_spaces_and_paragraphs() -> None:
    cell = f"{heading()}<span class='date'>May 7, 2024</span><br>" + "<br><br>".join(STORY[:4])
    body = f"<table><tr><td width='150'><a href='/'>Home</a></td><td>{cell}</td></tr></table>"
    article = read(page(body))
    assert paragraphs(article) == [HEADLINE, "May 7, 2024", *STORY[:4]]
    assert article.published == "2024-05-07"


def test_menus_and_teasers_beside_a_layout_table_s_article_stay_out() -> None:
    menu = "".join(f'<p><a href="/{number}">Section {number}</a></p>' for number in range(5))
    teasers = "".join(f'<h3><a href="/t{number}">Tarn votes</a></h3><p>The council of Tarn will vote on plan {number}.</p>'
                      for number in range(4))  # fmt: skip
    cells = f"<td>{menu}</td><td>{heading()}{'<br><br>'.join(STORY)}</td><td>{teasers}</td>"
    assert paragraphs(read(page(f"<table><tr>{cells}</tr></table>"))) == [HEADLINE, *STORY]


@pytest.mark.parametrize("lead", [
    "<p class='standfirst'>{}</p>",
    "<div class='intro'><p>{}</p></div>",
    "<h2>{}</h2>",
    "<div data-part='standfirst'><p>{}</p></div>",
    "<p class='post-excerpt'>{}</p>",
])  # fmt: skip
def test_lead_below_the_headline_is_read(lead: str) -> None:
    body = f"<article><header>{heading()}{lead.format(STORY[0])}</header><div class='article-body'>{text(STORY[1:])}</div></article>"
    assert paragraphs(read(page(body))) == [HEADLINE, *STORY]


@pytest.mark.parametrize("lead", ["Bread on the water will be missed", "No loan was found for the engine"])
def test_lead_that_is_no_sentence_is_read_where_the_page_names_it(lead: str) -> None:
    def found(attribute: str) -> list[str]:
        head = f"<header>{heading()}<div {attribute}><p>{lead}</p></div></header>"
        return paragraphs(read(page(f"{head}<article><div class='text'>{text()}</div></article>")))

    assert found("data-qa='subheadline'") == [HEADLINE, lead, *STORY]
    assert found("data-qa='share-tools'") == [HEADLINE, *STORY]


def test_call_out_between_paragraphs_is_read() -> None:
    def found(box: str) -> list[str]:
        return paragraphs(read(page(f"<article>{heading()}{text(STORY[:3])}{box}{text(STORY[4:])}</article>")))

    assert found(f"<div class='card'><div class='card-text'>{STORY[3]}</div></div>") == [HEADLINE, *STORY]
    assert STORY[3] not in found(f"<div class='promo'><div class='card-text'>{STORY[3]}</div></div>")


def test_widgets_of_a_page_builder_are_parts_of_the_article() -> None:
    def widget(kind: str, content: str) -> str:
        return f"<div class='elementor-widget elementor-widget-{kind}'><div class='elementor-widget-container'>{content}</div></div>"

    article = widget("text-editor", text(STORY[:4])) + "{}" + widget("text-editor", text(STORY[4:]))
    below = "What it means for Tarn"

    def found(kind: str) -> list[str]:
        return paragraphs(read(page(heading() + article.format(widget(kind, f"<h2>{below}</h2>")))))

    assert found("heading") == [HEADLINE, *STORY[:4], below, *STORY[4:]]
    assert below not in found("share-buttons")


def test_table_of_data_keeps_its_rows() -> None:
    table = "<table><tr><th>Club</th><th>Won</th></tr><tr><td>Herons</td><td>8</td></tr><tr><td>Gulls</td><td>7</td></tr></table>"
    found = paragraphs(read(page(f"<article>{heading()}{text()}{table}</article>")))
    assert [line for line in found if "|" in line] == ["Club | Won", "Herons | 8", "Gulls | 7"]


@pytest.mark.parametrize(
    "first",
    [
        "<div class='dropcap-letter'>T</div><p>he ferry {rest}</p>",
        "<p><span class='drop-cap'>T</span>he ferry {rest}</p>",
        "<p><span>T</span>he ferry {rest}</p>",
        "<p><b>T</b>he ferry {rest}</p>",
        "<p class='dropcap'>T</p><p>he ferry {rest}</p>",
        "<p><span class='firstletter'>T</span><span>he ferry {rest}</span></p>",
        "<p><span class='dropcap'>T</span>HE ferry {rest}</p>",
    ],
)
def test_large_first_letter_joins_its_word(first: str) -> None:
    rest = STORY[0].removeprefix("The ferry ")
    article = read(page(f"<article>{heading()}{first.format(rest=rest)}{text(STORY[1:])}</article>"))
    assert [line.lower() for line in paragraphs(article)] == [line.lower() for line in (HEADLINE, *STORY)]


def test_single_letter_before_another_word_stays_a_word() -> None:
    line = "A man and a dog were the last to cross on Tuesday, and another man waited for them at the quay."
    article = read(page(f"<article>{heading()}<p><b>A</b>{line[1:]}</p>{text()}</article>"))
    assert line in article.text


def test_adverts_links_and_share_lines_stay_out() -> None:
    junk = (
        "<p>Advertisement</p><p><a href='/x'>Read more: Library of Tarn opens on Sundays</a></p><p>Share this article</p>"
        "<p><strong><a href='/y'>ALSO READ | Tram to Tarn stops</a></strong></p>"
    )
    cited = "The report can be read <a href='/r'>on the council’s page</a>, and costs nothing."
    whole = "<a href='/z'>The council’s own report on the ferry says that it was never meant to last so long.</a>"
    body = f"<article>{heading()}{text(STORY[:4])}{junk}<p>{cited}</p><p>{whole}</p>{text(STORY[4:])}</article>"
    found = paragraphs(read(page(body)))
    assert [line for line in found if line in STORY] == STORY
    assert [line for line in found if line not in (HEADLINE, *STORY)] == [
        "The report can be read on the council’s page, and costs nothing.",
        "The council’s own report on the ferry says that it was never meant to last so long.",
    ]


SITE = '<meta property="og:site_name" content="The Kestel Courier">'


@pytest.mark.parametrize(
    ("title", "head"),
    [
        (f"{HEADLINE} - The Kestel Courier", SITE),
        (f"{HEADLINE} | The Kestel Courier", ""),
        (f"The Kestel Courier | News | {HEADLINE}", ""),
        (f"{HEADLINE} – Kestel Evening News", ""),
        (f"{HEADLINE} - WKST 9News | Kestel News, Weather, Sports | Halden", ""),
        (f"{HEADLINE} | MoreFerries", '<link rel="canonical" href="https://www.moreferries.example/a/b">'),
        (f"{HEADLINE} - ferries.com", ""),
        (f"{HEADLINE} » Sound and Sea", ""),
        (HEADLINE, ""),
    ],
)
def test_headline_is_without_the_name_of_the_site(title: str, head: str) -> None:
    body = f"<div class='entry'>{text()}</div>"
    assert read(page(body, title=title, head=head)).title == HEADLINE


@pytest.mark.parametrize("title", [
    "Ferry to Halden stops - and nobody knows for how long",
    "Kestel v Halden: a ferry that joins two towns – and divides them",
    "Halden - Kestel: the end of a line",
])  # fmt: skip
def test_headline_with_a_dash_is_whole(title: str) -> None:
    assert read(page(f"<div class='entry'>{text()}</div>", title=title)).title == title


def test_heading_that_begins_the_title_is_the_headline() -> None:
    body = f"<article>{heading()}{text()}</article>"
    assert read(page(body, title=f"{HEADLINE} - Sound and sea for all")).title == HEADLINE


@pytest.mark.parametrize(
    ("head", "body", "byline"),
    [
        ("", "<header><a rel='author' href='/me'>My account</a></header>{h}<p class='byline'>By Lena Sorel</p>{t}", "Lena Sorel"),
        ("", "{h}<span class='author-name'>Lena Sorel</span>{t}", "Lena Sorel"),
        ("", "{h}<p>Words by</p><p>Lena Sorel</p>{t}", "Lena Sorel"),
        ("<meta name='author' content='Lena Sorel'>", "{h}{t}", "Lena Sorel"),
        ("<meta name='author' content='admin'>", "{h}<div class='byline'>By Lena Sorel, Harbour Editor</div>{t}", "Lena Sorel"),
        ("", "<nav><a class='author' href='/login'>Sign in</a></nav>{h}{t}", None),
        (f"{SITE}<meta name='author' content='The Kestel Courier'>", "{h}{t}", None),
        ("<meta name='author' content='Lena Sorel Mar'>", "{h}{t}", "Lena Sorel"),
        ("<meta name='author' content='LENA SOREL lena example'>", "{h}{t}", "LENA SOREL"),
        ("<meta name='author' content='Lena van der Mar'>", "{h}{t}", "Lena van der Mar"),
    ],
)  # fmt: skip
def test_byline_is_a_name(head: str, body: str, byline: str | None) -> None:
    parts = body.format(h=heading(), t=text())
    content = (
        page("", head=head)
        .replace(MENU, f"{MENU}<div class='top'></div>")
        .replace(FOOT, f"<article>{parts}</article>{FOOT}")
    )
    if "<header>" in parts or "<nav>" in parts:
        outer, _, inner = parts.partition("<h1>")
        content = page(f"{outer}<article><h1>{inner}</article>", head=head)
    assert read(content).byline == byline


@pytest.mark.parametrize(
    ("head", "line", "published"),
    [
        ("<meta property='article:published_time' content='2024-05-06T23:30:00-05:00'>", "", ("2024-05-06", "metadata")),
        ("<link rel='canonical' href='https://example.org/2024/05/06/ferry-stops'>", "", ("2024-05-06", "address")),
        ("<link rel='canonical' href='https://example.org/news/2024/may/6/ferry'>", "", ("2024-05-06", "address")),
        ("<link rel='canonical' href='https://example.org/ferry-20240506'>", "", ("2024-05-06", "address")),
        ("", "KESTEL, May 6, 2024 — The harbour office of the town gave no reason when it was asked on Monday.", ("2024-05-06", "text")),
        ("<link rel='canonical' href='https://example.org/2024/45/99/ferry'>", "", (None, None)),
    ],
)  # fmt: skip
def test_day_of_publication_and_where_it_is_from(
    head: str, line: str, published: tuple[str | None, str | None]
) -> None:
    body = f"<article>{heading()}{text([line] if line else [])}{text()}</article>"
    article = read(page(body, head=head))
    assert (article.published, article.published_from) == published


def test_page_declares_more_about_itself() -> None:
    head = f"{SITE}<link rel='canonical' href='https://example.org/ferry'><meta name='description' content='No boat.'>"
    article = read(page(f"<article>{heading()}{text()}</article>", head=head))
    assert dict(article.metadata) == {
        "url": "https://example.org/ferry", "site": "The Kestel Courier", "description": "No boat."
    }  # fmt: skip


@pytest.mark.parametrize("declared", ["gb18030", "big5", "euc-kr"])
def test_page_with_a_stray_byte_in_its_declared_encoding_is_read(declared: str) -> None:
    content = page(f"<article>{heading()}{text()}<p>市</p></article>").replace("utf-8", declared).replace("“", '"')
    data = content.replace("”", '"').encode(declared)
    at = data.index(b"engine")
    article = read_bytes(data[:at] + b"\xff" + data[at:], path="page.html")
    assert "市" in article.text
    assert [notice for notice in article.notices if "1 broken character" in notice]


def test_page_with_a_stray_byte_is_read_and_it_is_told() -> None:
    content = page(f"<article>{heading()}{text()}</article>").encode()
    at = content.index(b"engine")
    article = read_bytes(content[:at] + b"\xff" + content[at:], path="page.html")
    assert "\ufffdengine" in article.text
    assert [notice for notice in article.notices if "1 broken character" in notice]

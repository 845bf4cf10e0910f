"""Roles of paragraphs, with positive and negative examples of each rule."""

from __future__ import annotations

import pytest

from newsview.model.article import Role
from newsview.reading.boilerplate import byline_names, is_boilerplate, is_caption
from newsview.reading.build_article import build_article
from newsview.reading.paragraph_roles import paragraph_roles

HEAD = "Council votes to close old harbour bridge"
LEDE = "The council of Springfield voted late on Monday to close the old harbour bridge for at least two years."
MORE = "Shopkeepers in the market quarter say that nobody asked them, and that the detour will cost them dearly."
LAST = "Work is to begin in March and will cost about eleven million dollars, most of it paid by the state."


def roles(*paragraphs: str) -> list[Role]:
    return paragraph_roles(paragraphs)


def test_headline() -> None:
    assert roles(HEAD, LEDE, MORE) == ["headline", "body", "body"]
    assert roles("“We were never asked”", LEDE, MORE)[0] == "headline"
    assert roles(LEDE, MORE, LAST) == ["body", "body", "body"]
    assert roles(HEAD) == ["body"]


def test_title_case_headline() -> None:
    assert roles("Council Votes to Close Old Harbour Bridge.", LEDE, MORE)[0] == "headline"
    assert roles("The council voted late on Monday.", LEDE, MORE)[0] == "body"
    assert roles("SPRINGFIELD — Council Leaders Spoke Monday.", LEDE, MORE)[0] == "body"


def test_deck_is_a_subhead() -> None:
    assert roles(HEAD, "Shopkeepers fear for a third of their trade", LEDE, MORE)[:3] == ["headline", "subhead", "body"]
    assert roles(HEAD, "Harbour: what the closure means", "By Jane Doe", LEDE)[:3] == ["headline", "subhead", "byline"]


def test_section_name() -> None:
    assert roles("World", HEAD, LEDE, MORE)[:2] == ["boilerplate", "headline"]
    assert roles("Home > News > Local", HEAD, LEDE, MORE)[:2] == ["boilerplate", "headline"]
    assert roles("Bridge closed", LEDE, MORE)[0] == "headline"


@pytest.mark.parametrize(("line", "names"), [
    ("By Jane Doe", "Jane Doe"),
    ("BY JANE DOE", "JANE DOE"),
    ("By Jane Doe and John Roe", "Jane Doe and John Roe"),
    ("By Jane Doe, John Roe and J. K. Poe", "Jane Doe, John Roe and J. K. Poe"),
    ("By Jane Doe, Staff Writer", "Jane Doe"),
    ("By Jane Doe | The Daily Example", "Jane Doe"),
    ("By Jane Doe, November 11, 2022", "Jane Doe"),
    ("By Jane Doe in Springfield", "Jane Doe"),
    ("By The Associated Press", "The Associated Press"),
    ("By Ursula van der Berg", "Ursula van der Berg"),
    ("Written by Jane Doe", "Jane Doe"),
    ("Jane Doe, Staff writer", "Jane Doe"),
    ("Jane Doe, Political correspondent", "Jane Doe"),
    ("By all means", None),
    ("By the end of the year", None),
    ("By Jane Doe came late and left early.", None),
    ("Jane Doe, mayor of Springfield", None),
    ("Jane Doe", None),
])  # fmt: skip
def test_byline(line: str, names: str | None) -> None:
    assert byline_names(line) == names
    assert (roles(HEAD, line, LEDE, MORE)[1] == "byline") == (names is not None)


def test_name_line_above_date_or_job_is_byline() -> None:
    assert roles(HEAD, "Jane Doe", "11 November 2022", LEDE)[1:3] == ["byline", "dateline"]
    assert roles(HEAD, "Jane Doe", "Staff reporter", LEDE)[1] == "byline"
    assert roles(HEAD, "Jane Doe", LEDE, MORE)[1] != "byline"


def test_byline_inside_story_is_body() -> None:
    assert roles(HEAD, LEDE, "By Jane Doe", MORE, LAST)[2] != "byline"


@pytest.mark.parametrize("line", ["November 11, 2022", "Published: 11 Nov 2022, 14:05 GMT", "SPRINGFIELD, Ill. (AP) —"])
def test_dateline(line: str) -> None:
    assert roles(HEAD, line, LEDE, MORE) == ["headline", "dateline", "body", "body"]


@pytest.mark.parametrize(("text", "caption"), [
    ("Workers mend the bridge in 2012.(Photo by Jane Doe)", True),
    ("Workers mend the bridge. (AP Photo/Jane Doe, File)", True),
    ("FILE - The mayor speaks in May.", True),
    ("File photo: the bridge in May.", True),
    ("The bridge in May. Image: Jane Doe.", True),
    ("The bridge in May. Getty Images", True),
    ("Getty Images", True),
    ("Jane Doe/Reuters", True),
    ("The bridge in May. REUTERS/Jane Doe", True),
    ("Photo: Jane Doe", True),
    ("The mayor told Reuters.", False),
    ("A Reuters/Ipsos poll found that most people agree.", False),
    ("Getty Images said on Monday that it would sue the city.", False),
    ("The pictures were sold to Getty Images.", False),
    ("She filed the papers on Monday. John Q. Pool.", False),
    ("The photo by the bridge shows nothing, he said.", False),
])  # fmt: skip
def test_caption(text: str, caption: bool) -> None:
    assert is_caption(text) is caption
    assert (roles(HEAD, LEDE, text, MORE)[2] == "caption") is caption


@pytest.mark.parametrize(("text", "boilerplate"), [
    ("SHARE THIS ARTICLE", True),
    ("Share on Facebook", True),
    ("Follow us on Twitter", True),
    ("Follow Jane Doe on Twitter @janedoe", True),
    ("Subscribe to our newsletter.", True),
    ("Sign up for our daily briefing here.", True),
    ("Read more: Bridge was never safe", True),
    ("Related articles", True),
    ("Advertisement", True),
    ("© 2022 The Daily Example. All rights reserved.", True),
    ("Copyright 2022 The Daily Example", True),
    ("Click here to report a mistake.", True),
    ("www.example.co.uk", True),
    ("https://example.org/news/bridge?id=1", True),
    ("newsdesk@example.org", True),
    ("Terms of use | Privacy policy", True),
    ("(Reporting by Jane Doe; Editing by John Roe)", True),
    ("Jane Doe contributed to this report.", True),
    ("Read more stories from the coast", True),
    ("You are receiving this email because you signed up on our website.", True),
    ("Contact Jane Doe at jane@example.org. Follow her on X at @janedoe.", True),
    ("Stay in the loop", True),
    ("* * *", True),
    ("Stay in the loop road to the mill, and turn left.", False),
    ("The mayor promised on X at @millford to mend the bridge.", False),
    ("You are receiving the wrong mail, she told the bank.", False),
    ("Share prices fell by 3 percent on Monday.", False),
    ("Copyright law was changed on Monday, the ministry said.", False),
    ("Advertisement spending rose by 5 percent in 2022.", False),
    ("The firm changed its privacy policy on Monday, Doe said.", False),
    ("By signing up to the treaty, the country gave way.", False),
    ("“Click here,” the message said, and thousands did.", False),
    ("Sources close to the talks confirmed it.", False),
    ("More from the talks is expected on Monday, he said.", False),
    ("Subscribers left in droves.", False),
    ("Doe.", False),
])  # fmt: skip
def test_boilerplate(text: str, boilerplate: bool) -> None:
    assert is_boilerplate(text) is boilerplate


def test_short_lines_after_first_boilerplate_are_boilerplate() -> None:
    tail = ("Our site can also be reached at:", "www.example.org", "SHARE THIS STORY", "Daily Example TV")
    assert roles(HEAD, LEDE, MORE, *tail) == ["headline", "body", "body", *["boilerplate"] * 4]
    assert roles(HEAD, LEDE, MORE, "Daily Example TV")[3] == "body"
    assert roles(HEAD, LEDE, "Read more: Bridge was never safe", MORE)[3] == "body"


@pytest.mark.parametrize("line", [
    "FOR IMMEDIATE RELEASE", "For immediate release: 9 May 2024", "EMBARGOED UNTIL 00:01 GMT ON THURSDAY 9 MAY 2024",
    "News release", "BC-HALDEN-FERRY, 1st Ld-Writethru", "BC-HALDEN-FERRY-STOPS", "AP-HF--Bridge Closed, 2nd Ld", "URGENT",
    "Slug: ferry-stops",
])  # fmt: skip
def test_line_of_a_release_above_the_headline_is_boilerplate(line: str) -> None:
    assert roles(line, HEAD, LEDE, MORE) == ["boilerplate", "headline", "body", "body"]
    assert build_article("\n\n".join((line, HEAD, LEDE))).title == HEAD


@pytest.mark.parametrize("line", [
    "Embargo on harbour trade to end in March, ministers agree", "Covid-19 closes harbour school",
    "US-China ferry talks resume", "Urgent repairs close the bridge", "Release of harbour papers delayed",
])  # fmt: skip
def test_headline_that_looks_like_a_line_of_a_release(line: str) -> None:
    assert roles(line, LEDE, MORE)[0] == "headline"


def test_slug_is_no_headline() -> None:
    lines = ("BC-HALDEN-FERRY, 1st Ld-Writethru", "By ADA QUILL", "Associated Press", f"HALDEN (AP) -- {LEDE}")
    article = build_article("\n\n".join(lines))
    assert (article.title, article.byline, article.paragraphs[0].role) == (None, "ADA QUILL", "boilerplate")


@pytest.mark.parametrize("words", ["Words by", "By", "Written by", "STORY BY"])
def test_byline_on_two_lines(words: str) -> None:
    article = build_article("\n\n".join((HEAD, words, "Ada Quill", LEDE, MORE)))
    assert ([each.role for each in article.paragraphs[:3]], article.byline) == (
        ["headline", "byline", "byline"],
        "Ada Quill",
    )
    assert build_article("\n\n".join((HEAD, words, "Two years at least", LEDE))).byline is None


def test_contacts_of_a_release_are_boilerplate() -> None:
    contacts = ("Media contacts:", "Ada Quill", "Dublin +353-1-555-0100", "press@example.org")
    assert roles(HEAD, LEDE, MORE, "###", *contacts) == ["headline", "body", "body", *["boilerplate"] * 5]
    about = "About Halden Ferries: the company runs nine boats between the islands and has 120 people at work."
    assert roles(HEAD, LEDE, *contacts, about)[2:] == [*["boilerplate"] * 4, "body"]
    assert roles(HEAD, LEDE, "-30-")[2] == roles(HEAD, LEDE, "ENDS")[2] == "boilerplate"
    assert roles(HEAD, LEDE, "Contact with the boat was lost at noon, the harbour office said.", MORE)[2] == "body"


def test_caption_with_a_name_in_parentheses_is_no_dateline() -> None:
    assert roles(HEAD, "Halden Harbour (Ada Quill)", LEDE, MORE)[1] != "dateline"
    assert roles(HEAD, "HALDEN, Ore. (AP) —", LEDE, MORE)[1] == "dateline"


def test_subhead() -> None:
    assert roles(HEAD, LEDE, "What happens next", MORE, LAST)[2] == "subhead"
    assert roles(HEAD, LEDE, "A LONG WAY ROUND", MORE, LAST)[2] == "subhead"


@pytest.mark.parametrize("line", [
    "“Never again”",
    "“We tried,” she said.",
    "Q: Who pays for it",
    "MAYOR: The state does",
    "It was late.",
    "Who pays?",
    "and so on",
])  # fmt: skip
def test_speech_questions_and_sentences_are_not_subheads(line: str) -> None:
    assert roles(HEAD, LEDE, line, MORE, LAST)[2] == "body"


def test_table_lines_are_not_subheads() -> None:
    assert (
        roles(
            HEAD, LEDE, "Springfield 3 Shelbyville 1", "Ogdenville 0 Brockway 2", "Haverbrook 1 Capital City 1", MORE
        )[2:5]
        == ["body"] * 3
    )


def test_article_has_title_and_byline() -> None:
    article = build_article(f"{HEAD}\n\nBy Jane Doe, Staff Writer\n\n{LEDE}")
    assert (article.title, article.byline) == (HEAD, "Jane Doe")
    given = build_article(f"{HEAD}\n\n{LEDE}", title="Bridge\x1b[31m closed", byline=" John\nRoe ")
    assert (given.title, given.byline) == ("Bridge\ufffd[31m closed", "John Roe")
    assert build_article(LEDE).title is None

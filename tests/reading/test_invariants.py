"""Invariants for any text and any bytes."""

from __future__ import annotations

import unicodedata
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from newsview.errors import UnreadableError
from newsview.model.article import Role
from newsview.reading.build_article import build_article
from newsview.reading.clean import clean
from newsview.reading.decode import decode
from newsview.reading.read import read_bytes
from tests.effort import examples

PIECES = (
    "The mayor said", "he left.", "“We tried.", "We failed,” she said.", "\n", "\n\n", "\r\n", "\r", " ", "\u00a0", ". ", "...", "…",
    "?", "!", '"', "'", "”", "’", "(", ")", "[1]", "U.S.", "Inc.", "No. 5", "7 p.m.", "J. K. Doe", "Mr.", "2012.(Photo", "said.The",
    "• ", "- ", "\ufeff", "\x1b[31m", "\x85", "\u2028", "\u202e", "\ud800", "\U0001f468\u200d\U0001f469", "By Jane Doe", "11 Nov 2022",
    "SPRINGFIELD, Ill. (AP) — ", "www.example.com", "Share this article", "A", "a", "7", "—", "\t", "\x0c", "مرحبا", "新聞。",
)  # fmt: skip
TEXTS = st.one_of(st.text(st.characters(), max_size=200), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


@settings(max_examples=examples(400))
@given(TEXTS)
def test_paragraphs_are_ordered_trimmed_and_complete(text: str) -> None:
    article = build_article(text)
    end = 0
    for number, paragraph in enumerate(article.paragraphs, 1):
        assert paragraph.id == f"p{number}" and paragraph.role in get_args(Role)
        assert end <= paragraph.start < paragraph.end <= len(article.text)
        assert not article.text[end : paragraph.start].strip()
        piece = article.text[paragraph.start : paragraph.end]
        assert piece == piece.strip()
        end = paragraph.end
    assert not article.text[end:].strip()


@settings(max_examples=examples(400))
@given(TEXTS)
def test_sentences_tile_their_paragraphs(text: str) -> None:
    article = build_article(text)
    assert [sentence.id for sentence in article.sentences] == [f"s{n}" for n in range(1, len(article.sentences) + 1)]
    for paragraph in article.paragraphs:
        at = paragraph.start
        own = [sentence for sentence in article.sentences if sentence.paragraph == paragraph.id]
        assert own
        for sentence in own:
            piece = article.text[sentence.start : sentence.end]
            assert piece and piece == piece.strip()
            assert at <= sentence.start and sentence.end <= paragraph.end
            assert not article.text[at : sentence.start].strip()
            at = sentence.end
        assert at == paragraph.end


@settings(max_examples=examples(400))
@given(TEXTS)
def test_cleaning_keeps_length_and_removes_controls(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    assert clean(cleaned) == cleaned
    for char in cleaned:
        assert char == "\n" or unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp")
        assert unicodedata.bidirectional(char) not in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")


@settings(max_examples=examples(400))
@given(st.one_of(st.binary(max_size=300), TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass"))))
def test_any_bytes_decode_or_are_refused_in_one_line(data: bytes) -> None:
    try:
        article = read_bytes(data, path="a\nb.txt")
    except UnreadableError as error:
        message = str(error)
        assert message.startswith("a b.txt: ") and message == clean(message) and "\n" not in message
        return
    assert article.paragraphs and clean(article.text) == article.text


@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(
        lambda text: not text.startswith("\ufeff")
    )
)
def test_utf8_decodes_exactly(text: str) -> None:
    starts_like_another_format = text.startswith(("{\\rtf", "%PDF-", "PK", "GIF8", "BZh"))
    if not starts_like_another_format:
        assert decode(text.encode())[0] == text


@settings(max_examples=examples(100))
@given(TEXTS)
def test_reading_is_deterministic(text: str) -> None:
    assert build_article(text) == build_article(text)

"""PDF files: what other programs open is opened; columns, footnotes, running heads and hyphens at line ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsview.errors import UnreadableError
from newsview.reading.pdf_paragraphs import keeps_hyphen
from newsview.reading.read import read_bytes, read_path
from tests.formats import files

LINES = ["Council backs bus plan", "It costs $4.2 million, the mayor said."]


def paragraphs(data: bytes, folder: Path) -> list[str]:
    path = folder / "note.pdf"
    path.write_bytes(data)
    article = read_path(path)
    return [article.text[each.start : each.end] for each in article.paragraphs]


@pytest.mark.parametrize(
    "change",
    [
        lambda data: b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + data,
        lambda data: b"%%EOF\n" + data,
        lambda data: data[: data.rindex(b"startxref")],
        lambda data: data[: data.rindex(b"xref\n0 ")] + b"trailer << /Root 1 0 R >>",
        lambda data: files.encrypted(data, user="", algorithm="AES-256"),
        lambda data: files.encrypted(data, user="", algorithm="AES-128"),
        lambda data: files.encrypted(data, user="", algorithm="RC4-128"),
    ],
    ids=["bytes-in-front", "line-in-front", "no-startxref", "no-table", "aes-256", "aes-128", "rc4"],
)
def test_file_that_viewers_open_is_read(change: object, tmp_path: Path) -> None:
    assert callable(change)
    assert paragraphs(change(files.pdf([LINES])), tmp_path) == LINES


def test_pdf_on_standard_input_with_bytes_in_front_is_detected() -> None:
    assert read_bytes(b"\r\n\r\n" + files.pdf([LINES]), path=None).encoding == "pdf"
    mention = "A file begins with %PDF-1.7, the manual said.\n"
    assert read_bytes(mention.encode(), path=None).text == mention


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("D:20240506101500+02'00'", "2024-05-06"),
        ("D:20240506", "2024-05-06"),
        ("20240506101500", "2024-05-06"),
        ("Mon May  6 10:15:00 2024", "2024-05-06"),
        ("Monday, 6 May 2024 10:15", "2024-05-06"),
        ("2024-05-06T10:15:00Z", "2024-05-06"),
        ("Mon, 06 May 2024 10:15:00 +0200", "2024-05-06"),
        ("D:20241341", None),
        ("D:2024", None),
        ("yesterday", None),
        ("", None),
        ("\\(", None),
    ],
)
def test_creation_date_in_any_form_never_refuses_the_file(written: str, day: str | None, tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(files.pdf([LINES], created=written))
    article = read_path(path)
    assert (article.published, article.text.count("$4.2 million")) == (day, 1)


def test_distance_between_lines_separates_paragraphs(tmp_path: Path) -> None:
    lines = ["The council voted on Monday", "to buy twelve new buses for the town.", "They are ordered in June, the mayor",
             "of the town told reporters."]  # fmt: skip
    places = (700, 686, 658, 644)
    page = [(72, y, 11, line) for y, line in zip(places, lines, strict=True)]
    assert paragraphs(files.placed_pdf([page]), tmp_path) == [" ".join(lines[:2]), " ".join(lines[2:])]


def test_indent_begins_a_paragraph(tmp_path: Path) -> None:
    lines = [
        (90, "The council of the town voted on Monday to buy twelve new electric buses."),
        (72, "The vote was close, and the debate before it went on until after midnight."),
        (90, "They are to be ordered in June, the mayor of the town told the reporters."),
    ]
    page = [(x, 700 - 14 * row, 11, text) for row, (x, text) in enumerate(lines)]
    assert paragraphs(files.placed_pdf([page]), tmp_path) == [f"{lines[0][1]} {lines[1][1]}", lines[2][1]]


LEFT = ["The council of the town", "voted on Monday to buy", "twelve new buses. The old", "ones are sold at once, the",
        "mayor said. Nobody had", "asked for them for years.", "A dealer from the coast", "bought them in the end"]  # fmt: skip
RIGHT = ["and paid in cash. He will", "use the engines in boats,", "he told reporters in the", "yard behind his house in",
         "the harbour. The seats go", "to a cinema in the hills", "that lost its own in the", "flood of last October."]  # fmt: skip


def test_columns_stored_row_by_row_are_read_one_after_the_other(tmp_path: Path) -> None:
    page: list[tuple[float, float, float, str]] = [
        (72, 740, 18, "Council backs bus plan and sells the old ones at once")
    ]
    for row, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        page += [(72, 700 - 14 * row, 11, left), (320, 700 - 14 * row, 11, right)]
    found = paragraphs(files.placed_pdf([page]), tmp_path)
    assert found[0] == "Council backs bus plan and sells the old ones at once"
    assert " ".join(found[1:]) == " ".join([*LEFT, *RIGHT])


def test_table_in_rows_keeps_its_rows(tmp_path: Path) -> None:
    rows = [("Herons", "8"), ("Gulls", "7"), ("Terns", "5")]
    page = [(x, 700 - 14 * y, 11, cell) for y, row in enumerate(rows) for x, cell in zip((72, 320), row, strict=True)]
    assert paragraphs(files.placed_pdf([page]), tmp_path) == ["Herons | 8", "Gulls | 7", "Terns | 5"]


def test_parts_of_one_line_are_no_row(tmp_path: Path) -> None:
    page = [(72, 700, 11, "The council"), (128, 700, 11, "bought twelve buses."), (72, 660, 11, "It paid in cash.")]
    assert " | " not in " ".join(paragraphs(files.placed_pdf([page]), tmp_path))


def test_footnotes_stand_behind_the_text(tmp_path: Path) -> None:
    first = [(72, 700 - 14 * row, 11, text) for row, text in enumerate([
        "The order named gatherings of more than ten people, which the governor had for-",
        "bidden in March. The plaintiff appealed, and the court of the district refused to",
    ])]  # fmt: skip
    notes = [(72, 90, 8, "3 The order was amended twice, in April and in"), (72, 80, 8, "June of the same year.")]
    second = [(72, 700, 11, "hear him before the summer."), (72, 672, 11, "He tried again in May.")]
    found = paragraphs(files.placed_pdf([[*first, *notes], second]), tmp_path)
    assert found[0].endswith("had forbidden in March. The plaintiff appealed, and the court of the district refused to hear "
                             "him before the summer.")  # fmt: skip
    assert found[-1] == "3 The order was amended twice, in April and in June of the same year."


def test_small_print_without_a_mark_stays_at_its_place(tmp_path: Path) -> None:
    page = [
        (72, 700, 11, "The council voted on Monday to buy twelve new buses for the town."),
        (72, 90, 8, "Printed in Halden."),
    ]
    second = [(72, 700, 11, "They are ordered in June, and the old ones are sold at once.")]
    assert paragraphs(files.placed_pdf([page, second]), tmp_path)[1] == "Printed in Halden."


def test_mark_of_a_footnote_is_raised(tmp_path: Path) -> None:
    page = [(72, 700, 11, "The court refused."), (170, 704, 6, "12"), (180, 700, 11, "He appealed to the next court.")]
    assert "refused.¹²" in paragraphs(files.placed_pdf([page]), tmp_path)[0]


def test_running_heads_of_left_and_right_pages_are_removed(tmp_path: Path) -> None:
    pages = [
        [
            ("The Daily" if number % 2 else "Bus plans of the council"),
            f"This is sentence {word}.",
            f"Page {number} of 6",
        ]
        for number, word in enumerate("abcdef", 1)
    ]
    assert paragraphs(files.pdf(pages), tmp_path) == [f"This is sentence {word}." for word in "abcdef"]


@pytest.mark.parametrize(
    ("first", "second"),
    [("in", "person"), ("three", "part"), ("second", "story"), ("self", "employed"), ("state", "owned"), ("half", "built"),
     ("well", "known"), ("twenty", "five"), ("mid", "term")],
)  # fmt: skip
def test_hyphen_of_a_compound_is_kept(first: str, second: str) -> None:
    assert keeps_hyphen(first, second, frozenset())


@pytest.mark.parametrize(
    ("first", "second"),
    [("plain", "tiff"), ("gov", "ernor"), ("de", "bate"), ("in", "crease"), ("second", "ary"), ("un", "known"), ("with", "in"),
     ("some", "one"), ("a", "long"), ("seven", "teen"), ("settle", "ment"), ("pota", "to"), ("re", "run")],
)  # fmt: skip
def test_hyphen_inside_a_word_is_removed(first: str, second: str) -> None:
    assert not keeps_hyphen(first, second, frozenset())


def test_other_places_of_the_text_decide_about_a_hyphen() -> None:
    assert not keeps_hyphen("state", "owned", frozenset({"stateowned"}))
    assert keeps_hyphen("gold", "brick", frozenset({"gold-brick"}))
    assert keeps_hyphen("harbour", "council", frozenset({"harbour", "council"}))


def test_hyphens_at_line_ends(tmp_path: Path) -> None:
    lines = [
        "The governor of the state said on Monday that gatherings were to be held in-",
        "person only by leave. A six-",
        "year-old girl and a six-year-",
        "old boy were among the 1,200-",
        "1,400 people who saw the Anglo-",
        "American team of the plain-",
        "tiff win on the second-",
        "story floor of the building.",
    ]
    text = " ".join(paragraphs(files.pdf([lines]), tmp_path))
    for compound in ("in-person", "six-year-old girl", "six-year-old boy", "1,200-1,400 people", "Anglo-American"):
        assert compound in text
    assert "plaintiff" in text and "second-story" in text


def test_font_without_a_map_is_refused(tmp_path: Path) -> None:
    names = "".join(f"/g{ord(letter)}" for letter in "Bridge shut for repairs")
    with pytest.raises(UnreadableError, match=r"letters cannot be read.*OCR"):
        paragraphs(files.pdf([[names]]), tmp_path)


def test_pages_that_are_pictures_are_told(tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(files.with_pictures(files.pdf([LINES, [], []]), [2]))
    (notice,) = read_path(path).notices
    assert notice.startswith("1 of 3 pages is a picture without text")


def test_few_letters_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(files.pdf([[*LINES, "/g66/g114/g105", "The vote was close, and nobody had expected it at all."]]))
    article = read_path(path)
    assert "/g66" not in article.text
    assert [notice for notice in article.notices if "letters of this PDF file cannot be read" in notice]


def test_running_head_of_two_pages_is_removed_where_it_stands_at_one_height(tmp_path: Path) -> None:
    heads = [(72, 780, 9, "The Daily"), (400, 780, 9, "May 2024")]
    pages = [
        [*heads, (72, 740, 11, "The council voted on Monday to buy buses."), (72, 700, 11, "It rained.")],
        [*heads, (72, 740, 11, "They are sold at once, the mayor said."), (72, 650, 11, "It rained.")],
    ]
    found = paragraphs(files.placed_pdf(pages), tmp_path)
    assert [each for each in found if "Daily" in each or "May" in each] == []
    assert " ".join(found).count("It rained.") == 2


def test_one_line_paragraphs_with_an_indent_are_apart(tmp_path: Path) -> None:
    lines = [
        (86, "The council of the town voted on Monday to buy twelve new buses for the"),
        (72, "villages, and the old ones are sold at once, the mayor said in the hall on"),
        (72, "the market, where nobody had waited for him since the doors were opened."),
        (86, "Nobody had asked for them, said the dealer, who came from the coast today."),
        (86, "He paid in cash."),
        (86, "The seats go to a cinema in the hills that lost its own in the great flood"),
        (72, "of October, when the river rose by two metres in a night and took the hall"),
        (72, "with it."),
    ]
    page = [(float(x), 700 - 14.0 * row, 11.0, text) for row, (x, text) in enumerate(lines)]
    found = paragraphs(files.placed_pdf([page]), tmp_path)
    assert [each.split()[0] for each in found] == ["The", "Nobody", "He", "The"]

"""Sentence ends, with positive and negative examples of each rule."""

from __future__ import annotations

import pytest

from newsview.reading.sentences import sentence_spans


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, 0, len(text))]


def check(marked: str) -> None:
    """*marked* has a bar where a sentence ends; white space around it goes."""
    wanted = [part.strip() for part in marked.split("|")]
    assert split(marked.replace("|", "")) == wanted


@pytest.mark.parametrize("marked", [
    "The council met on Monday. |It voted at once. |Nobody spoke.",
    "Who paid? |Nobody knows! |The city will.",
    "It closed in 2012. |The site is empty.",
    "Rain fell.  |\u00a0Then it stopped.",
    "The line\nbreaks here. |It goes\non.",
    "A headline needs no full stop",
    "Prices rose 3.5 percent, to $4.20. |They fell again.",
    "The mayor left. |1,200 people stayed.",
    "Écoles fermées. |Élysée officials agreed.",
    "新聞。|記者報導。",
])  # fmt: skip
def test_plain_word(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", [
    "“Stop!” he said. |Nobody did.",
    "“Why?” asked Doe.",
    '"Is it over?" the judge wanted to know.',
    "The approx. cost and the est. value rose.",
    "The firm sold more. |iPhone sales fell.",
    "He agreed. |“we are late,” he wrote.",
])  # fmt: skip
def test_lower_case_follows(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", [
    "“Why?” Doe asked. |Nobody answered.",
    "“Why now?” Mr. Doe asked the council.",
    "“Never!” I shouted.",
    "“Who did it?” Jane Doe said on Monday.",
    "“Is it over?” |Doe said that he did not know.",
    "“It is over.” Jane Doe said.",
    "“It is over.” |Jane Doe said nothing more.",
    "“Is it over?” |He asked for water.",
    "Is it over? |Doe asked the council.",
])  # fmt: skip
def test_attribution_follows(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", [
    '"It is over." |He left.',
    "“We tried. |We failed,” she said.",
    "“It is late.” |“It is not.”",
    '"I left," he said. |"Then I came back."',
    "She left (it was late). |He stayed.",
    "He left. |(She stayed.) |Nobody spoke.",
    "‘We won.’ |The crowd sang.",
    "He asked, “Who pays?” |The mayor smiled.",
    "It is over. ” |He left.",
    "''We tried. |We failed,'' she said. |''It was late.''",
    "The rule was dropped.[3] |The court agreed.",
    "The rule was dropped.¹ |The court “agreed.”²³ |It rained.",
    "The hall has 40 m² and 60 m³ of air.",
    "“‘Go,’ he said.” |The judge wrote it down.",
])  # fmt: skip
def test_closing_marks_belong_to_their_sentence(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", [
    "“We tried.” — Jane Doe, mayor",
    "LONDON, Ont. — The plant closed. |It was old.",
    "Are you ready? – The question came twice.",
])  # fmt: skip
def test_dash_follows(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", [
    "1. Open the valve. |2. Close it.",
    "A. Yes, I did.",
    "iv. Results",
    "He chose plan 12. |The council agreed.",
])  # fmt: skip
def test_list_marker(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", [
    "He lives at No. 5 Mill Lane. |It is old.",
    "It costs Rs. 500 a month. |He paid.",
    "The fair opens Jan. 3 and closes on Feb. 8. |Entry is free.",
    "See p. 12 and Fig. 3. |They differ.",
    "It was Jan. 5. |The sun rose.",
    "the fair opens on sept. 30 and ends on oct. 5",
    "The wall is 5 ft. 3 in. high. |It is old.",
])  # fmt: skip
def test_figure_follows(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked", ["“No. |Doe was there,” he said.", "No. |The plan is dead.", "The No. One rule is silence."]
)
def test_lone_no(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", [
    "Mr. Roe met Mrs. Doe and Dr. Poe. |They spoke.",
    "Sen. Jane Doe and Lt. Gov. John Roe agreed. |Gen. Poe did not.",
    "The case is Doe v. Roe. |It is old.",
    "Ex-Gov. Doe came, with Maj. Gen. Roe.",
    "The trip, e.g. Paris, costs more, i.e. Doe cannot pay.",
    "ST. LOUIS COUNCIL VOTES. |THE MAYOR LEFT.",
])  # fmt: skip
def test_title(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", [
    "Sen. Jane Doe (R-Tex.) Doe said no more.",
    "SPRINGFIELD, Ill. (AP) — The mayor left. |He was tired.",
    "The mayor left. |(He was tired.)",
])  # fmt: skip
def test_bracketed(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", [
    "They meet at 7 p.m. Monday. |All may come.",
    "The count starts at 9 p.m. Eastern on Tuesday.",
    "The count starts at 9 p.m. E.T. on Tuesday.",
    "The vote ended shortly before 7 p.m. |Doe left by car.",
    "At 7 p.m. Doe left by car.",
    "It began at 10 a.m. |The hall was full.",
])  # fmt: skip
def test_clock(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", [
    "George W. Bush met J. K. Rowling and J.R.R. Tolkien. |They spoke.",
    "He has hepatitis B. |Doctors say so.",
    "It began after World War I. |Doe was born later.",
    "She is taller than I. |Doe is not.",
    "They chose Plan B. |The mayor did not.",
    "J. A. Doe left.",
])  # fmt: skip
def test_initial(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", [
    "He lives in Peoria, Ill. |Doe does not.",
    "He met Calif. Gov. Jane Doe.",
    "Peoria, Ill., Mayor Jane Doe spoke.",
    "He met Ill. Treasurer Jane Doe.",
])  # fmt: skip
def test_state(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", [
    "The U.S. Army left. |It was over.",
    "He came to the U.S. |The Army left.",
    "He said what the U.S. Had done was late. |It was.",
    "He came to the U.S. |Had he been there before? |He had.",
    "He came to the U.S. |Officials said so.",
    "U.S. Officials Say Bridge Must Close",
    "He came to the U.S. |A spokesman said so.",
    "He works for Acme Inc. |The company is big.",
    "Acme Inc. Chief Executive Jane Doe resigned.",
    "Martin Doe Jr. |He was 8. |Doe Jr. Day is in May.",
    "The plan, the budget, etc. |Doe was against it.",
    "A U.N. “special envoy” came.",
    "He said it of the “U.S.” |He was wrong.",
    "She lives on Main St. |It is long.",
    "She flew to St. Louis.",
])  # fmt: skip
def test_abbreviation(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", [
    "He paused ... |The crowd waited.",
    "It was late... |Doe went home.",
    "The plan ... Ukraine said ... was late.",
    "Well... I know.",
    "It was . . . late. |He left.",
    "It ended…. |They left.",
    "“It was late…” |He left.",
    "It was late. . . . |I left.",
    "The rule […] Doe wrote holds.",
])  # fmt: skip
def test_ellipsis(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", ["Yahoo! Finance reported it. |Yahoo! |The firm is old."])
def test_name_with_mark(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", [
    "He said (why?) Doe had gone.",
    "He left (at last!). |Doe stayed.",
    "What?! |No!! |Yes.",
])  # fmt: skip
def test_question_in_brackets(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", [
    "A shell is fired in 2012.|(Photo by Doe)",
    "He said.|The plan failed.",
    "He said so.|“We tried.”",
    '"Go."|He left.',
    'He left.|"Go now," she said.',
    "It opened in Iraq.|The cost rose.",
    "It ended in 2012.|The site is empty.",
    "He paid £5.|The rest was free.",
    "Why?|Nobody knows.",
    "He went.|I stayed.",
])  # fmt: skip
def test_glued_end(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("text", [
    "See www.example.com/A.B or Example.Com and node.Js today",
    "Write to jane.Doe@example.org or read System.Out.Println now",
    "The U.S.Army and the Ph.D.Student ran version 2.The",
    "The file report.PDF is here",
])  # fmt: skip
def test_addresses_and_code_are_not_split(text: str) -> None:
    assert split(text) == [text]


def test_marks_without_word_join_neighbour_sentence() -> None:
    assert split("“ ... ” The end. * * *") == ["“ ... ” The end. * * *"]
    assert split("...") == ["..."]
    assert split('He left. "') == ['He left. "']


def test_only_given_paragraph_is_split() -> None:
    text = "One. Two.\n\nThree. Four."
    assert sentence_spans(text, 11, len(text)) == [(11, 17), (18, 23)]
    assert sentence_spans(text, 0, 9) == [(0, 4), (5, 9)]

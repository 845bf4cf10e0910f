"""The review sheet: every fact a box to tick under its paragraph, and nothing in it that acts as Markdown."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newsview.describe import flat
from newsview.export.formats import rendered
from newsview.export.markdown import escaped
from newsview.model.facts import Decision
from tests.export.article import CHANGED, REVIEW, analysis, denial, with_finding

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def test_every_fact_is_a_box_under_its_paragraph() -> None:
    sheet = rendered(analysis(), "markdown").decode()
    boxes = [line for line in sheet.splitlines() if line.startswith("- [")]
    wait = boxes.pop(3)
    assert wait.startswith("- [ ] **Quote** Jane Doe said: “We cannot wait,") and wait.endswith("” · quote")
    assert boxes == [
        "- [ ] **Name** Jane Doe · person, mayor · 2×",
        "- [ ] **Quote** Jane Doe said: the city would spend about \\$4.2 million on new buses · indirect quote",
        "- [ ] **Number** about \\$4.2 million · money · new buses",
        "- [ ] **Number** 10 years · duration",
        "- [ ] **Name** John Smith · person",
    ]
    assert sheet.index("> Jane Doe, the mayor") < sheet.index(boxes[0]) < sheet.index("> “We cannot wait")


def test_a_denial_has_its_verb() -> None:
    sheet = rendered(denial(), "markdown").decode()
    assert "- [ ] **Quote** Jane Holt denied: the city had lost \\$4 million · indirect quote\n" in sheet


def test_decision_ticks_the_box_and_is_shown_with_its_note() -> None:
    sheet = rendered(analysis(REVIEW), "markdown").decode()
    assert "6 facts: 1 accepted, 1 rejected, 4 to go." in sheet
    assert "— accepted · claim false (council \\<minutes\\>)\n  - note: \\-1 \\& \\*more\\*" in sheet
    assert re.search(r"- \[x\] \*\*Number\*\* 10 years · duration.* — rejected\n", sheet)


def test_changed_fact_has_open_box_and_earlier_decision() -> None:
    sheet = rendered(analysis(CHANGED), "markdown").decode()
    assert "6 facts: 0 accepted, 0 rejected, 6 to go. 1 changed since reviewed." in sheet
    (line,) = [line for line in sheet.splitlines() if "was true" in line]
    assert line.startswith("- [ ] **Number** about $4.2 million") or "- [ ]" in line
    assert line.endswith("— not reviewed · was true for \\$3.9 \\<million\\>, by the \\*budget\\*")
    assert "changed" not in rendered(analysis(REVIEW), "markdown").decode()


def test_text_of_the_article_is_escaped() -> None:
    html = MARKDOWN.render(rendered(analysis(REVIEW), "markdown").decode())
    assert "&lt;b&gt;bus&lt;/b&gt;" in html
    assert "[no link](http://example.org)" in html
    assert "<a" not in html and "<b>" not in html
    assert "<p>- He is John Smith.</p>" in html


@given(st.text(max_size=60))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    tokens = MARKDOWN.parse(f"> {escaped(text)}")
    words = "".join(
        child.content
        for token in tokens
        for child in token.children or ()
        if child.type in ("text", "text_special", "softbreak")
    )
    assert words.split() == flat(text).split()
    assert {token.type for token in tokens} <= {
        "blockquote_open",
        "paragraph_open",
        "inline",
        "paragraph_close",
        "blockquote_close",
    }


def test_findings_come_before_the_article_and_act_as_nothing() -> None:
    sheet = rendered(with_finding({"f-1": Decision(status="accepted", note="call *back*")}), "markdown").decode()
    lines = sheet.splitlines()
    at = lines.index("## To look at")
    assert lines[at + 2] == "- [x] **! amount** \\<b\\>4.2\\</b\\> \\& \\*5\\* do not fit — it is right"
    assert "about \\$4.2 million on" in lines[at + 3] and "10 years" in lines[at + 4]
    assert lines[at + 5] == "  - note: call \\*back\\*"
    assert at < next(number for number, line in enumerate(lines) if line.startswith("> "))
    assert "<b>" not in MARKDOWN.render(sheet)

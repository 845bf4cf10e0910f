"""Hand annotations: they fit their articles, and the JSON files are made from them."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from newsview.model.codec import decode
from newsview.model.facts import Analysis, Mention, Number, Quote, Reference, Span, Speaker, all_facts
from tests.places import SEEDS
from tests.seeds.annotation import Annotation, AnnotationError, Line, manner
from tests.seeds.gold import GOLD, compile_annotation

STEMS = sorted(path.stem for path in GOLD.glob("*.ann"))
OWN_KEYS = {"optional", "doubt", "also"}


@pytest.fixture(params=STEMS)
def gold(request: pytest.FixtureRequest) -> Analysis:
    return decode(Analysis, json.loads((GOLD / f"{request.param}.json").read_text(encoding="utf-8")))


def test_every_article_is_annotated() -> None:
    assert [path.stem for path in sorted(SEEDS.glob("*.txt"))] == STEMS
    assert len(STEMS) == 12


@pytest.mark.parametrize("stem", STEMS)
def test_the_json_file_is_made_from_the_annotation(stem: str) -> None:
    assert json.loads((GOLD / f"{stem}.json").read_text(encoding="utf-8")) == compile_annotation(stem)


def test_every_span_holds_its_words(gold: Analysis) -> None:
    text = gold.article.text
    mentions = [mention for entity in gold.entities for mention in entity.mentions]
    references = [quote.speaker for quote in gold.quotes] + [number.subject for number in gold.numbers]
    spans = [q.cue for q in gold.quotes] + [n.cue for n in gold.numbers] + [n.unit_text for n in gold.numbers]
    records: list[Mention | Quote | Number | Reference | Span | Speaker] = [*mentions, *gold.quotes, *gold.numbers]
    records += [reference for reference in references if reference] + [span for span in spans if span]
    for record in records:
        assert text[record.start : record.end] == record.text
        assert record.text == record.text.strip()


def test_mentions_do_not_overlap(gold: Analysis) -> None:
    spans = sorted((mention.start, mention.end) for entity in gold.entities for mention in entity.mentions)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_every_word_lies_in_one_sentence_of_one_paragraph(gold: Analysis) -> None:
    article = gold.article
    covered = "".join(article.text[s.start : s.end] for s in article.sentences)
    assert "".join(covered.split()) == "".join(article.text.split())
    paragraphs = {p.id: p for p in article.paragraphs}
    assert all(
        paragraphs[s.paragraph].start <= s.start < s.end <= paragraphs[s.paragraph].end for s in article.sentences
    )


def test_speakers_and_subjects_name_entities_that_exist(gold: Analysis) -> None:
    ids = {entity.id for entity in gold.entities}
    named = [quote.speaker.entity for quote in gold.quotes if quote.speaker] + [
        n.subject.entity for n in gold.numbers if n.subject
    ]
    assert {entity for entity in named if entity} <= ids


def test_no_field_is_misspelt(gold: Analysis) -> None:
    assert {key for record in all_facts(gold) for key in record.extra} <= OWN_KEYS
    assert all(valued(number) for number in gold.numbers)


def valued(number: Number) -> bool:
    """A quantity has a value unless it is vague; a date, time or label has none."""
    return number.vague or (number.value is None) == (number.kind in {"date", "time", "label"})


def annotated(tmp_path: Path, lines: str) -> Path:
    (tmp_path / "gold").mkdir()
    (tmp_path / "a.txt").write_text("Anna Berg paid 5 euros.\nShe paid 5 euros again.\n", encoding="utf-8")
    (tmp_path / "gold" / "a.ann").write_text(lines, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("P headline\nS Anna Berg paid 6 euros.", r"a\.ann:2: the article goes on with"),
        ("P headline\nS Anna Berg paid 5 euros.", "the article goes on: "),
        (
            "P headline\nS Anna Berg paid 5 euros.\nn 6 euros | money | 6 | EUR\nS She paid 5 euros again.",
            r"ann:3: not found",
        ),
        ("P headline\nS Anna Berg paid 5 euros. She paid 5 euros again.\nn 5 euros | money | 5 | EUR", "found 2 times"),
        ("entity PERSON | Bo\nP headline\nS Anna Berg paid 5 euros. She paid 5 euros again.", "never named: 'Bo'"),
        (
            "P headline\nS Anna Berg paid 5 euros. She paid 5 euros again.\nn 5 euros#1 | money | 5 | EUR | abuot",
            "unknown option",
        ),
    ],
)
def test_an_annotation_that_does_not_fit_is_refused_with_its_place(tmp_path: Path, lines: str, message: str) -> None:
    with pytest.raises(AnnotationError, match=message):
        compile_annotation("a", annotated(tmp_path, lines))


def compiled(stem: str) -> dict[str, list[dict[str, object]]]:
    """The gold file of a seed."""
    record: dict[str, list[dict[str, object]]] = json.loads((GOLD / f"{stem}.json").read_text(encoding="utf-8"))
    return record


def test_act_and_stance_are_annotated_as_options() -> None:
    quotes = {quote["text"]: quote for stem in STEMS for quote in compiled(stem)["quotes"]}
    assert quotes["tearing it up"]["stance"] == "denies" and quotes["tearing it up"]["optional"]
    assert quotes["it can be done for less than $400,000"]["act"] == "belief"
    assert "act" not in quotes["tearing it up"]


def test_unknown_stance_is_an_error_with_its_line() -> None:
    note = Annotation("strike", "")
    with pytest.raises(AnnotationError, match=r"strike\.ann:7: no stance: 'refuses'"):
        manner(note, Line(7, "q indirect | a | b | c | stance refuses"), ["stance refuses"])

"""Parsing: the Doc of an Article, every paragraph parsed separately, then merged.

Separate paragraphs are faster than one long Doc, stay below spaCy's length limit, and never have a line break inside a
name. The article's own sentence boundaries are set before the parser runs; the parser preserves them.
"""

from __future__ import annotations

import warnings
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

import numpy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.types import Ints2d

from newsview.extraction import doc_extensions
from newsview.extraction.model_text import cuts, shortened
from newsview.model.article import Article, Paragraph
from newsview.reading.dateline import story_start

SHOWN = 32
"""Paragraphs parsed per batch; progress is reported eight times as often as with spaCy's 256."""


@dataclass(frozen=True, slots=True)
class MergedDoc:
    """A Doc of several paragraphs, with pairs of offsets in the Doc and in the article where their distance changes.

    These are the starts of the paragraphs, and the ends of what the tokenizer does not read (``model_text``).
    """

    doc: Doc
    in_doc: Sequence[int]
    in_article: Sequence[int]

    def article_offset(self, offset: int) -> int:
        """The code point of the article at the code point *offset* of ``doc.text``."""
        index = max(0, bisect_right(self.in_doc, offset) - 1)
        return self.in_article[index] + offset - self.in_doc[index]


WHOLE = 256
"""Paragraphs parsed per batch without progress reports: five percent faster."""


def parse(
    nlp: Language, article: Article, paragraphs: Sequence[Paragraph], batch: int = SHOWN
) -> Iterator[tuple[Paragraph, Doc]]:
    """The Doc of each of *paragraphs*, without newsview's components. Paragraphs without a word are skipped."""
    prepared = (
        (prepare(nlp, article, each), each) for each in paragraphs if article.text[each.start : each.end].strip()
    )
    own = [name for name in nlp.pipe_names if name.startswith("newsview_")]
    for doc, paragraph in nlp.pipe(prepared, as_tuples=True, disable=own, batch_size=batch):
        yield paragraph, doc


def merge(parsed: Iterable[tuple[Paragraph, Doc]], article: Article) -> MergedDoc | None:
    """One Doc of the parsed paragraphs of *article*, with their roles and its date; None for no paragraphs."""
    pairs = list(parsed)
    if not pairs:
        return None
    blocks, in_doc, in_article, at, token = [], [], [], 0, 0
    for paragraph, doc in pairs:
        blocks.append(doc_extensions.Block(token, token + len(doc), paragraph.role))
        for here, there in ((0, 0), *shortened(article.text[paragraph.start : paragraph.end]).breaks):
            in_doc.append(at + here)
            in_article.append(paragraph.start + there)
        token += len(doc)
        # from_docs puts one space after a Doc that does not end in one
        last = doc[-1]
        length = last.idx + len(last) + len(last.whitespace_)
        at += length + (0 if last.whitespace_ or last.is_space else 1)
    with warnings.catch_warnings():
        # data that other components store on a Doc, such as transformer vectors, is not used here
        warnings.filterwarnings("ignore", message=r"\[W101\]")
        merged = Doc.from_docs([doc for _, doc in pairs])
    if merged is None:
        raise AssertionError("Doc.from_docs returns None for no documents only")
    doc_extensions.store_paragraphs(merged, blocks)
    setattr(merged._, doc_extensions.PUBLISHED, article.published)
    return MergedDoc(merged, in_doc, in_article)


def prepare(nlp: Language, article: Article, paragraph: Paragraph) -> Doc:
    """The tokens of one paragraph, with the article's sentence starts and the end of a dateline set for the parser."""
    read = shortened(article.text[paragraph.start : paragraph.end])
    text = read.text
    inside = article.sentences_between(paragraph.start, paragraph.end)
    starts = [read.offset(article.sentences[index].start - paragraph.start) for index in inside]
    story = story_start(text) if paragraph.role == "body" else None
    if story is not None:  # else the parser makes the place the subject: "LONDON (Reuters) - Prices rose"
        starts = sorted({*starts, story})
    doc = _tokens(nlp, text, starts)
    at = dict(zip(doc.to_array("IDX").tolist(), range(len(doc)), strict=True))
    # one array for all tokens: setting them one by one scans the whole Doc each time
    begins = numpy.full((len(doc), 1), -1, dtype="int64")
    begins[[0, *(at[start] for start in starts if start in at)]] = 1
    return doc.from_array(["SENT_START"], cast(Ints2d, begins.astype("uint64")))


def _tokens(nlp: Language, text: str, starts: Sequence[int]) -> Doc:
    """The tokens of *text*, none of them across one of *starts*, nor of a chunk that is too long for the tokenizer."""
    long = cuts(text)
    if not long:
        doc = nlp.tokenizer(text)
        if {*doc.to_array("IDX").tolist()}.issuperset(starts):
            return doc
    return _tokenize_apart(nlp, text, sorted({*starts, *long}))


def _tokenize_apart(nlp: Language, text: str, starts: Sequence[int]) -> Doc:
    """Tokens of *text*, none across one of *starts*; spaCy's own tokens include "2012.(Photo"."""
    edges = [0, *(start for start in starts if start > 0), len(text)]
    pieces = [nlp.tokenizer(text[begin:end]) for begin, end in pairwise(edges) if end > begin]
    words = [token.text for piece in pieces for token in piece]
    spaces = [bool(token.whitespace_) for piece in pieces for token in piece]
    return Doc(nlp.vocab, words=words, spaces=spaces)

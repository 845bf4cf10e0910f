"""Docs built by hand with given tags, for tests of single rules without a model."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from newsview.extraction import doc_extensions
from newsview.extraction.entities.doc_words import Name, Taken, Words
from newsview.model.article import Role

_GLUED = frozenset({",", ".", ":", ";", ")", "]", "'s", "’s", "'", "?", "!"})


def doc_of(text: str, *names: tuple[str, str], roles: Sequence[Role] = ()) -> Doc:
    """Doc of *text*, written as ``word|TAG|dep|head`` per token, the head as a distance.

    Defaults: NNP for a capitalised word and NN for others, ``dep``, and as head the first token of the sentence without
    a head. Lines are paragraphs; `` // `` separates sentences. *names* are (words, label), each for the first span with
    these words that no earlier name has.
    """
    words: list[str] = []
    tags: list[str] = []
    deps: list[str] = []
    heads: list[int] = []
    starts: list[bool | int | None] = []
    blocks = []
    lines = text.strip().splitlines()
    for number, line in enumerate(lines):
        begin = len(words)
        for sentence in line.split(" // "):
            pieces = [[*piece.split("|"), *[""] * 3][:4] for piece in sentence.split()]
            root = len(words) + next((place for place, piece in enumerate(pieces) if not piece[3]), 0)
            for place, (word, tag, dep, head) in enumerate(pieces):
                heads.append(len(words) + int(head) if head else root)
                words.append(word)
                tags.append(tag or ("NNP" if word[:1].isupper() else "NN" if word[:1].isalnum() else "."))
                deps.append(dep or "dep")
                starts.append(place == 0)
        blocks.append(doc_extensions.Block(begin, len(words), roles[number] if number < len(roles) else "body"))
    spaces = [
        index + 1 < len(words) and words[index + 1] not in _GLUED and words[index] not in {"(", "["}
        for index in range(len(words))
    ]
    doc = Doc(Vocab(), words=words, spaces=spaces, tags=tags, deps=deps, heads=heads, sent_starts=starts)
    doc.set_ents([_span(doc, found) for found in _named(words, names)])
    doc_extensions.store_paragraphs(doc, blocks)
    return doc


def _span(doc: Doc, name: Name) -> Span:
    return Span(doc, name.start, name.end, label=name.label)


def _named(words: Sequence[str], names: Sequence[tuple[str, str]]) -> list[Name]:
    found: list[Name] = []
    taken: set[int] = set()
    for text, label in names:
        pieces = text.split()
        for start in range(len(words) - len(pieces) + 1):
            tokens = range(start, start + len(pieces))
            if list(words[start : start + len(pieces)]) == pieces and taken.isdisjoint(tokens):
                found.append(Name(start, start + len(pieces), label))
                taken.update(tokens)
                break
        else:
            raise AssertionError(f"no {text!r} in the text")
    return sorted(found, key=lambda name: name.start)


class Built:
    """Doc of ``doc_of`` with its ``Words`` and names."""

    def __init__(self, text: str, *names: tuple[str, str], roles: Sequence[Role] = ()) -> None:
        doc = doc_of(text, *names, roles=roles)
        self.words = Words(doc)
        self.names = [Name(span.start, span.end, span.label_) for span in doc.ents]
        self.taken = Taken.by(self.words, self.names)

    @property
    def name(self) -> Name:
        """The first name."""
        return self.names[0]

    def show(self, name: Name | None) -> tuple[str, str] | None:
        """(bare text, label) of *name*."""
        return None if name is None else (self.words.bare(name), name.label)

    def all(self, names: Sequence[Name]) -> list[tuple[str, str]]:
        """(bare text, label) of each of *names*."""
        return [(self.words.bare(name), name.label) for name in names]

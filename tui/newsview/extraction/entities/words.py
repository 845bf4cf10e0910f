"""The words of a Doc as plain lists, and a name as a stretch of them. Knows nothing of what makes a name a good one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from newsview.extraction import document

_POSSESSIVE = re.compile(r"(?:['’‘`´]s|(?<=s)['’])$", re.IGNORECASE)
_EDGES = ' \t\n"“”„«»()[]{},;:*_|<>•·–—-'
_QUOTE_MARKS = frozenset("\"'“”‘’«»")
_OPENING = "'‘’`"


@dataclass(frozen=True, slots=True)
class Name:
    """The tokens ``doc[start:end]`` that name something of the type *label* (OntoNotes)."""

    start: int
    end: int
    label: str


class Words:
    """A Doc read once into lists: one entry for each token."""

    def __init__(self, doc: Doc) -> None:
        self.text = doc.text
        self.words = [token.text for token in doc]
        self.lower = [word.lower() for word in self.words]
        strings = doc.vocab.strings
        columns = doc.to_array(["TAG", "DEP", "HEAD", "IDX"])
        names: dict[int, str] = {}

        def named(column: int) -> list[str]:
            return [names.get(key) or names.setdefault(key, strings[key]) for key in columns[:, column].tolist()]

        self.tags = named(0)
        self.deps = named(1)
        # a head is stored as a distance, negative ones wrapped round
        distances = columns[:, 2].astype("int64").tolist()
        self.heads = [index + distance for index, distance in enumerate(distances)]
        self.offsets: list[int] = columns[:, 3].tolist()
        self.block = [-1] * len(doc)
        self.roles: list[str] = []
        for number, block in enumerate(document.paragraphs(doc)):
            self.block[block.start : block.end] = [number] * (block.end - block.start)
            self.roles.append(block.role)
        self.small = {word for word in self.words if word.islower()}
        self.initial = [token.is_sent_start is True for token in doc]

    def __len__(self) -> int:
        return len(self.words)

    def end_of(self, token: int) -> int:
        """The code point after *token*."""
        return self.offsets[token] + len(self.words[token])

    def tokens(self, name: Name) -> list[str]:
        """The tokens of *name* as they are written."""
        return self.words[name.start : name.end]

    def capital(self, token: int) -> bool:
        """Is *token* written with a capital letter, and not a number?"""
        return self.words[token][:1].isupper()

    def proper(self, token: int) -> bool:
        """Does the tagger hold *token* for a proper noun, and is it written like one?"""
        return self.tags[token].startswith("NNP") and self.capital(token)

    def before(self, token: int) -> str:
        """The token before *token* in its paragraph, in lower case; empty at the beginning."""
        return self.lower[token - 1] if token > 0 and self.block[token - 1] == self.block[token] else ""

    def after(self, end: int) -> str:
        """The token at *end* if it belongs to the paragraph of the one before, in lower case; else empty."""
        return self.lower[end] if end < len(self) and self.block[end] == self.block[end - 1] else ""

    def opens_sentence(self, token: int) -> bool:
        """Does a sentence, or a quotation in it, begin with *token*?"""
        return self.initial[token] or (token > 0 and self.words[token - 1] in _QUOTE_MARKS) or self.before(token) == ""

    def head(self, name: Name) -> int:
        """The token of *name* whose head lies outside of it (its last token where the parse has several)."""
        roots = [
            i for i in range(name.start, name.end) if not name.start <= self.heads[i] < name.end or self.heads[i] == i
        ]
        return roots[-1] if roots else name.end - 1

    def ends(self, name: Name) -> tuple[int, int]:
        """(start, end) of *name* in code points, without quote marks, brackets and a possessive that is glued on."""
        start, end = self.offsets[name.start], self.end_of(name.end - 1)
        while start < end and self.text[start] in _EDGES + _OPENING:
            start += 1
        while start < end and self.text[end - 1] in _EDGES:
            end -= 1
        possessive = _POSSESSIVE.search(self.text, start, end)
        if possessive and possessive.start() > start:
            end = possessive.start()
        if end - start > 1 and self.text[end - 1] in _OPENING:
            end -= 1
        return start, end

    def bare(self, name: Name) -> str:
        """The text of *name* between its ``ends``."""
        start, end = self.ends(name)
        return self.text[start:end]

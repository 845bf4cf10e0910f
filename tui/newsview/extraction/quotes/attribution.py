"""What the rules hand on: an attribution in tokens and characters, before it becomes a record."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from newsview.extraction.provenance import Rule


@dataclass(slots=True)
class Attribution:
    """Who said what: ``content`` in code points of the Doc's text, ``speaker`` and ``cue`` as token ranges.

    ``head`` is the token that heads the speaker's noun phrase. ``rule`` is the function that found it. ``says`` is False
    where the cue is of thought or intention only. ``turn`` is True for the words behind a speaker label.
    """

    content: list[tuple[int, int]]
    rule: Rule
    cue: tuple[int, int] | None = None
    speaker: tuple[int, int] | None = None
    head: int | None = None
    says: bool = True
    turn: bool = False

    @property
    def start(self) -> int:
        """First code point of the content."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Code point behind the content."""
        return self.content[-1][1]


def attribution_of(
    content: tuple[int, int], cue: Token, speaker: tuple[int, int, int] | None, rule: Rule
) -> Attribution:
    """An attribution of one span to a speaker's phrase (first token, token behind the last, head)."""
    span, head = (speaker[:2], speaker[2]) if speaker else (None, None)
    return Attribution([content], rule, cue=(cue.i, cue.i + 1), speaker=span, head=head)

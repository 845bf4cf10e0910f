"""Attribution: the result of a rule, with content offsets in code points and speaker and cue as token ranges."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from newsview.extraction.provenance import Rule
from newsview.model.facts import Act, Stance


@dataclass(slots=True)
class Attribution:
    """A quote found by a rule: ``content`` in code points of the Doc's text, ``speaker`` and ``cue`` as token ranges.

    ``head`` is the head token of the speaker's noun phrase. ``rule`` is the function that found it. ``turn`` is True for
    the words after a speaker label. ``assumed`` is True if no words say who speaks, and the speaker is that of other
    words, or if a pronoun says it in the report of a third party.
    """

    content: list[tuple[int, int]]
    rule: Rule
    cue: tuple[int, int] | None = None
    speaker: tuple[int, int] | None = None
    head: int | None = None
    act: Act = "speech"
    turn: bool = False
    stance: Stance = "states"
    assumed: bool = False

    @property
    def says(self) -> bool:
        """Whether the cue reports speech, not thought or intention."""
        return self.act == "speech"

    @property
    def start(self) -> int:
        """First code point of the content."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """End of the content, in code points."""
        return self.content[-1][1]


def attribution_of(
    content: tuple[int, int], cue: Token, speaker: tuple[int, int, int] | None, rule: Rule
) -> Attribution:
    """An attribution of one span to a speaker phrase (first token, end token, head)."""
    span, head = (speaker[:2], speaker[2]) if speaker else (None, None)
    return Attribution([content], rule, cue=(cue.i, cue.i + 1), speaker=span, head=head)

"""Quotations without a cue, attributed to the current speaker."""

from __future__ import annotations

from newsview.extraction.quotes.attribution import Attribution
from newsview.extraction.quotes.doc_layout import Layout, Region

_MEMORY = 3
"""Maximum paragraphs between a speaker's last speech and a quotation without a cue."""
_ENOUGH = 4
"""Minimum words of a quotation without a cue; shorter ones are more often slogans and names than speech."""


def floating(layout: Layout, attributed: list[Attribution]) -> list[Attribution]:
    """Quotations without an attribution, each with the last speaker before it; *attributed* is in text order.

    “It was late,” Smith said. Nobody had come. “So I went home.” The speaker of the second quotation is Smith. A speech
    over several paragraphs, each with its own opening mark, is one quote with several spans.
    """
    taken = bytearray(len(layout.text))
    for each in attributed:
        for start, end in each.content:
            taken[start:end] = b"\x01" * (end - start)
    found: list[Attribution] = []
    current = _CurrentSpeaker(layout, attributed)
    open_speech: Attribution | None = None
    for regions in layout.regions:
        for region in regions:
            if any(taken[region.span[0] : region.span[1]]):
                open_speech = current.covering(region) if not region.quotation.closed else None
                continue
            if not region.is_speech:
                continue
            if region.quotation.carried and open_speech is not None:
                open_speech.content.append(region.span)
            elif _is_long(layout, region):
                open_speech = current.attribution(region)
                found.append(open_speech)
            if region.quotation.closed:
                open_speech = None
    return found


def _is_long(layout: Layout, region: Region) -> bool:
    if layout.text[region.quotation.outer_start - 1 : region.quotation.outer_start] == "(":
        return False  # an example or a translation
    words = sum(1 for token in layout.tokens[region.first : region.last] if token.is_alpha)
    return words >= _ENOUGH


class _CurrentSpeaker:
    """The current speaker at each quotation, in text order."""

    def __init__(self, layout: Layout, attributed: list[Attribution]) -> None:
        self.layout = layout
        self.attributed = attributed
        self.next = 0
        self.last: Attribution | None = None
        self.turns: list[tuple[int, Attribution]] = []
        """The last two turns with their paragraphs, including quotations without a cue."""

    def _before(self, region: Region) -> Attribution | None:
        start = region.span[0]
        while self.next < len(self.attributed) and self.attributed[self.next].start < start:
            each = self.attributed[self.next]
            if each.speaker is not None and each.says:
                self.last = each
            self.next += 1
        return self.last

    def _remember(self) -> None:
        for each in self.attributed[max(0, self.next - 2) : self.next]:
            if each.speaker is not None and each.says and all(each is not turn for _, turn in self.turns):
                self.turns.append((self.layout.block_at(self.layout.token_at(each.start)), each))
        self.turns = sorted(self.turns, key=lambda turn: turn[1].start)[-2:]

    def _next_turn(self, region: Region) -> Attribution | None:
        """Alternating turns: "“Were you there?” he asked. ¶ “No,” she said. ¶ “You were seen.”".

        Each turn is a paragraph of its own, and one of the two before *region* is a question.
        """
        layout = self.layout
        block = layout.blocks[region.block]
        alone = region.before == block.start and region.after >= block.end
        if not alone or [each for each, _ in self.turns] != [region.block - 2, region.block - 1]:
            return None
        (_, first), (_, second) = self.turns
        if not all(self._opens_with_speech(at) for at in (region.block - 2, region.block - 1)):
            return None
        asked = any(layout.text[each.content[-1][1] - 1] == "?" for each in (first, second))
        return first if asked and self._name(first) != self._name(second) else None

    def _opens_with_speech(self, block: int) -> bool:
        regions = self.layout.regions[block]
        return bool(regions) and regions[0].before == self.layout.blocks[block].start and regions[-1].quotation.closed

    def _name(self, each: Attribution) -> str:
        return self.layout.tokens[each.head].lower_ if each.head is not None else ""

    def covering(self, region: Region) -> Attribution | None:
        """The attribution that includes *region*, for a speech over several paragraphs."""
        self._before(region)
        end = region.span[1]
        for each in self.attributed[max(0, self.next - 2) : self.next + 2]:
            if each.start < end and each.end >= end:
                return each
        return None

    def attribution(self, region: Region) -> Attribution:
        """*region* as a quote of the current speaker, or without a speaker."""
        made = Attribution([region.span], _CurrentSpeaker.attribution, assumed=True)
        last = self._before(region)
        self._remember()
        turn = self._next_turn(region)
        if turn is not None:
            made.speaker, made.head = turn.speaker, turn.head
            self.turns.append((region.block, made))
            return made
        if last is None or last.speaker is None:
            return made
        if region.block - self.layout.block_at(self.layout.token_at(last.end - 1)) <= _MEMORY:
            made.speaker, made.head = last.speaker, last.head
        return made

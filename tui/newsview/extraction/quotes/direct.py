"""Quoted speech with a cue beside it, and its parts joined: “A,” she said. “B.” is one quote."""

from __future__ import annotations

from spacy.tokens import Token

from newsview.extraction.quotes.attribution import Attribution
from newsview.extraction.quotes.beside import PAUSES, Beside, is_quote_cue
from newsview.extraction.quotes.layout import Layout, Region
from newsview.extraction.quotes.speakers import Phrase, nominal_between, phrase, subject_of

_DASHES = frozenset({"—", "–", "-", "--", "―", "~"})
_SIGNATURE = 12
"""Tokens of a name behind a dash: “A.” — Jane Doe, mayor of Springfield."""


def attributed(layout: Layout) -> list[Attribution]:
    """Every stretch of quoted speech that has a cue beside it, with the parts that the cue stands between joined."""
    found: list[Attribution] = []
    for index, regions in enumerate(layout.regions):
        if regions:
            found.extend(_Paragraph(layout, regions, index).read())
    return found


class _Paragraph:
    """Walks over the quotations of one paragraph; each one looks before and behind it for its cue."""

    def __init__(self, layout: Layout, regions: list[Region], block: int) -> None:
        self.layout = layout
        self.regions = regions
        self.block = block
        self.beside = Beside(layout, regions)

    def read(self) -> list[Attribution]:
        """The attributions of the paragraph in text order."""
        found: list[Attribution] = []
        current: Attribution | None = None
        last = 0
        for index, region in enumerate(self.regions):
            if current is not None and self._goes_on(current, last, index):
                current.content.append(region.span)
                last = index
                continue
            attribution = self._attribution(index)
            if attribution is not None:
                found.append(attribution)
                current, last = attribution, index
            elif region.is_speech:
                current = None
        return found

    def _attribution(self, index: int) -> Attribution | None:
        region = self.regions[index]
        behind, before = self.beside.cue_after(index), self.beside.cue_before(index)
        if behind is not None and (before is None or region.last_mark == ","):
            speaker = self._speaker(behind, *self.beside.tail(index), behind=True)
            if not region.is_speech and speaker is None:
                return None
            return _made(self._with_lead(index), behind, speaker, "quotation, cue")
        if before is not None:
            speaker = self._speaker(before, *self.beside.head(index), behind=False)
            return _made(region.span, before, speaker, "cue, quotation")
        if not region.is_speech:
            return None
        return self._signature(index) or self._introduced(index)

    def _with_lead(self, index: int) -> tuple[int, int]:
        """As in The plan was “a costly mistake,” she said: the words that lead into the quotation are reported too."""
        region = self.regions[index]
        first, last = self.beside.head(index)
        if region.opens_sentence or first >= last or self.layout.sentence_start[region.before]:
            return region.span
        tokens = self.layout.tokens
        if any(is_quote_cue(tokens[at]) for at in range(first, last)):
            return region.span
        while first < last and not tokens[first].is_alpha and self.layout.region_of[first] is None:
            first += 1
        if first >= last:
            return region.span
        earlier = self.layout.region_of[first]
        start = earlier.span[0] if earlier is not None else self.layout.starts[first]
        return start, region.span[1]

    # parts of one speech

    def _goes_on(self, current: Attribution, last: int, index: int) -> bool:
        """As in “A,” she said. “B.” and “A,” she said, “B.” and “A.” “B.”: the second belongs to the first."""
        region, earlier = self.regions[index], self.regions[last]
        first, end = earlier.after, region.before
        tokens, starts = self.layout.tokens, self.layout.sentence_start
        if not any(token.is_alpha for token in tokens[first:end]):
            return region.is_speech
        if current.cue is None or not first <= current.cue[0] < end:
            return False
        sentence = next((at for at in range(current.cue[1], end) if starts[at]), None)
        if sentence is not None and any(token.is_alpha for token in tokens[sentence:end]):
            return False
        if sentence is not None or starts[region.before]:
            return region.is_speech and self.beside.cue_after(index) is None
        if any(is_quote_cue(tokens[at]) for at in range(current.cue[1], end)):
            return False
        return tokens[end - 1].text in PAUSES and (region.is_speech or region.last_mark in ".,?!")

    # who spoke

    def _speaker(self, cue: Token, first: int, last: int, *, behind: bool) -> Phrase | None:
        """The cue's subject if the parser found it outside the quotation, else the nearest noun phrase beside the cue."""
        subject = subject_of(self.layout, cue)
        if subject is not None and not self.layout.in_speech(subject.i):
            return phrase(self.layout, subject, avoid=cue.i)
        tokens = self.layout.tokens
        if not behind and cue.i > first and tokens[cue.i - 1].text == ",":
            # "Jane Doe, noting the cost, said": the sentence's first noun, not the nearest
            near = nominal_between(self.layout, first, cue.i, backwards=False)
        elif behind and cue.i == first:
            near = nominal_between(self.layout, cue.i + 1, last, backwards=False)
        else:
            near = nominal_between(self.layout, first, cue.i, backwards=True)
            if near is None:
                near = nominal_between(self.layout, cue.i + 1, last, backwards=False)
        return phrase(self.layout, near, avoid=cue.i) if near is not None else None

    # quotations with a sign instead of a cue

    def _signature(self, index: int) -> Attribution | None:
        """As in “A.” — Jane Doe."""
        region = self.regions[index]
        tokens, end = self.layout.tokens, self.layout.blocks[self.block].end
        if region.after + 1 >= end or tokens[region.after].text not in _DASHES:
            return None
        first = region.after + 1
        last = next((at for at in range(first, end) if tokens[at].is_space or at - first >= _SIGNATURE), end)
        last = min(last, self.regions[index + 1].before if index + 1 < len(self.regions) else end)
        named = [token for token in tokens[first:last] if token.pos_ in {"PROPN", "NOUN"}]
        if (
            not named
            or not tokens[first].text[:1].isupper()
            or any(t.tag_ in {"VBD", "VBZ"} for t in tokens[first:last])
        ):
            return None
        while last > first and (tokens[last - 1].is_punct or tokens[last - 1].is_space):
            last -= 1
        made = Attribution([region.span], "signature", cue=(region.after, region.after + 1))
        made.speaker, made.head = (first, last), named[0].i
        return made

    def _introduced(self, index: int) -> Attribution | None:
        """As in She said: ¶ “A.”, where the cue and its colon end the paragraph before."""
        region = self.regions[index]
        if self.block == 0 or region.before != self.layout.blocks[self.block].start:
            return None
        block = self.layout.blocks[self.block - 1]
        tokens = self.layout.tokens
        if tokens[block.end - 1].text != ":":
            return None
        first = next(
            (at for at in range(block.end - 1, block.start, -1) if self.layout.sentence_start[at]), block.start
        )
        for at in range(block.end - 2, first - 1, -1):
            if is_quote_cue(tokens[at]) and not self.layout.in_speech(at):
                return _made(
                    region.span, tokens[at], self._speaker(tokens[at], first, block.end, behind=False), "introduced"
                )
        return None


def _made(content: tuple[int, int], cue: Token, speaker: Phrase | None, rule: str) -> Attribution:
    span, head = (speaker[:2], speaker[2]) if speaker else (None, None)
    return Attribution([content], rule, cue=(cue.i, cue.i + 1), speaker=span, head=head)

"""Quotations without a cue, attributed to the current speaker."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from spacy.tokens import Token

from newsview.extraction.quotes.attribution import Attribution
from newsview.extraction.quotes.doc_layout import Layout, Region
from newsview.extraction.quotes.lexicon import CUES
from newsview.extraction.quotes.speaker_phrase import phrase

_MEMORY = 3
"""Maximum paragraphs between a speaker's last speech and a quotation without a cue."""
_BETWEEN = 60
"""Maximum tokens before a quotation without a cue that are examined for another person."""
_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})
"""Parts of speech directly before what is named or cited, not said: "the theme “The sea is ours”"."""
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
            if not region.is_speech or _is_in_headline(layout, region) or _is_embedded(layout, region):
                continue
            if region.quotation.carried and open_speech is not None:
                open_speech.content.append(region.span)
            elif (speech := current.continued(region)) is not None:
                speech.content.append(region.span)
            elif _is_long(layout, region) or _is_turn(layout, region):
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


def _is_in_headline(layout: Layout, region: Region) -> bool:
    """Quoted words within a headline: "Sales ‘fail to boost the high street’"."""
    block = layout.blocks[region.block]
    return block.role == "headline" and not region.opens_sentence and region.before > block.start


def _is_embedded(layout: Layout, region: Region) -> bool:
    """Quoted words in a clause of the reporter: "At level two, “great damage will occur”", "under the words “Who pays?”"."""
    before = layout.tokens[region.before - 1] if region.before else None
    if before is None or layout.sentence_start[region.before] or region.quotation.carried:
        return False
    if before.pos_ in _NAMING:
        return True
    return not region.opens_sentence and (before.is_alpha or before.text == ",")


def _announcing(layout: Layout, region: Region) -> Token | None:
    """Person who is the subject of the sentence up to the colon: "Mary Stone took the floor: “A”"."""
    at = region.before - 1
    if at < 1 or layout.tokens[at].text != ":":
        return None
    while at > layout.blocks[region.block].start and not layout.sentence_start[at]:
        at -= 1
        token = layout.tokens[at]
        main = token.head.dep_ == "ROOT" or token.head.head.i >= region.first
        named = token.pos_ == "PROPN" and token.ent_type_ in {"PERSON", ""}
        if token.dep_ == "nsubj" and main and named and not layout.in_speech(at):
            return token
    return None


def _is_alone(layout: Layout, region: Region) -> bool:
    """Whether the quotation is all of its paragraph."""
    block = layout.blocks[region.block]
    return region.before == block.start and region.after >= block.end


def _is_turn(layout: Layout, region: Region) -> bool:
    """Short turn of a dialogue: a quotation beside another, or alone in the paragraph after one that begins with one."""
    if _next_beside(layout, region) is not None:
        return True
    if not _is_alone(layout, region) or not region.block:
        return False
    before = layout.regions[region.block - 1]
    return bool(before) and before[0].is_speech and before[0].before == layout.blocks[region.block - 1].start


def _next_beside(layout: Layout, region: Region) -> Region | None:
    """The quotation after *region* in its paragraph, without words between."""
    regions = layout.regions[region.block]
    at = bisect_left(regions, region.after, key=attrgetter("before"))
    if at == len(regions) or any(token.is_alpha for token in layout.tokens[region.after : regions[at].before]):
        return None
    return regions[at]


class _CurrentSpeaker:
    """The current speaker at each quotation, in text order."""

    def __init__(self, layout: Layout, attributed: list[Attribution]) -> None:
        self.layout = layout
        self.attributed = attributed
        self.next = 0
        self.last: Attribution | None = None
        self.made: list[Attribution] = []
        """The quotations without a cue so far."""

    def _before(self, region: Region) -> Attribution | None:
        start = region.span[0]
        while self.next < len(self.attributed) and self.attributed[self.next].start < start:
            each = self.attributed[self.next]
            if each.speaker is not None and each.says:
                self.last = each
            self.next += 1
        return self.last

    def continued(self, region: Region) -> Attribution | None:
        """Speech of the paragraph before, if *region* is alone in its paragraph: "“A,” Smith said. ¶ “B.”".

        Not after a question, which another person may answer, and not if the first paragraph goes on after the cue.
        """
        if not _is_alone(self.layout, region):
            return None
        speech = self._before(region)
        if speech is None or not speech.says or speech.turn or self._turn_before(region) is not speech:
            return None
        last = self.layout.token_at(speech.end - 1)
        if not self.layout.in_speech(last) or self._is_question(speech):
            return None
        end = self.layout.blocks[region.block - 1].end
        after = speech.cue[1] if speech.cue is not None and speech.cue[0] > last else last + 1
        starts = (at for at in range(after, end) if self.layout.sentence_start[at])
        return None if any(self.layout.tokens[at].is_alpha for at in starts) else speech

    def _names_another(self, last: Attribution, region: Region) -> bool:
        """Whether a sentence between *last* and *region* has another person as its subject."""
        layout = self.layout
        speaker = last.speaker[1] if last.speaker is not None else 0
        first = max(speaker, layout.token_at(last.end - 1) + 1, region.before - _BETWEEN)
        return any(
            token.ent_type_ == "PERSON"
            and token.dep_ == "nsubj"
            and token.head.dep_ == "ROOT"
            and token.lower_ != self._name(last)
            and layout.region_of[token.i] is None
            for token in layout.tokens[first : region.before]
        )

    def _turn_before(self, region: Region) -> Attribution | None:
        """The last speech of the paragraph before *region*, with or without a cue."""
        earlier = [*self.attributed[max(0, self.next - 1) : self.next], *self.made[-1:]]
        last = max(earlier, key=lambda each: each.start, default=None)
        if last is None or self.layout.block_at(self.layout.token_at(last.end - 1)) != region.block - 1:
            return None
        return last

    def _is_question(self, speech: Attribution) -> bool:
        """Question that another person may answer: "“Where were you?” the judge asked"; not "“Is it fair?” she said"."""
        cue = self.layout.tokens[speech.cue[0]].lemma_.lower() if speech.cue is not None else None
        return self.layout.text[speech.end - 1] == "?" and (cue is None or cue in CUES.questioning)

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
        before = self._turn_before(region)
        self.made.append(made)
        subject = _announcing(self.layout, region)
        if subject is not None:
            first, end, made.head = phrase(self.layout, subject)
            made.speaker = (first, end)
            return made
        if last is None or last.speaker is None:
            return made
        if region.last_mark == "?" and _next_beside(self.layout, region) is not None:
            return made  # a question before the answer of another person
        if self._names_another(last, region):
            return made  # "“A,” Smith said. Park shook his head. “B.”": either of them
        answers = before is not None and (before.speaker is None or self._is_question(before))
        if answers and _is_alone(self.layout, region):
            return made  # an answer, whose speaker is not named
        if region.block - self.layout.block_at(self.layout.token_at(last.end - 1)) <= _MEMORY:
            made.speaker, made.head = last.speaker, last.head
        return made

"""Direct speech with a cue beside it; the parts around a cue form one quote: "“A,” she said. “B.”"."""

from __future__ import annotations

from spacy.tokens import Token

from newsview.extraction.lexical.characters import CLAUSE_DASHES
from newsview.extraction.quotes.adjacent_cues import PAUSES, Beside, is_quote_cue
from newsview.extraction.quotes.attribution import Attribution, attribution_of
from newsview.extraction.quotes.cue_subject import says, speaker_beside, subject_of
from newsview.extraction.quotes.doc_layout import Layout, Region
from newsview.extraction.quotes.introduced_speech import Introductions
from newsview.extraction.quotes.speaker_phrase import Phrase
from newsview.extraction.syntax import FINITE, climb, own_subject

_STEPS = 6
_JOINED = 2
"""Maximum tokens between a pause and the second part of a quotation: "and still"."""
_FURTHER = FINITE | {"VBG"}
_LEAD = 3
"""Minimum tokens of a clause before the cue, with its comma: "There was, she said, “a bargain”"."""


def attributed(layout: Layout) -> list[Attribution]:
    """The attributions of quotations with a cue beside them; the parts around a cue are joined.

    A quotation at the end of a reported clause ("She said that it was “too late”") is left to the rules for clauses.
    """
    return [
        each
        for index, regions in enumerate(layout.regions)
        if regions
        for each in _Paragraph(layout, regions, index, lenient=False).read()
    ]


def left_over(layout: Layout, beside: list[Attribution]) -> list[Attribution]:
    """Those of paragraphs with quotations that *beside* lacks, also at the end of a reported clause that is missed."""
    taken = {span for each in beside for span in each.content}
    found: list[Attribution] = []
    for index, regions in enumerate(layout.regions):
        if any(region.span not in taken for region in regions):
            found.extend(_Paragraph(layout, regions, index, lenient=True).read())
    return found


class _Paragraph:
    """Attribution of the quotations of one paragraph by the cues before and after each."""

    def __init__(self, layout: Layout, regions: list[Region], block: int, lenient: bool) -> None:
        self.layout = layout
        self.regions = regions
        self.block = block
        self.lenient = lenient
        self.beside = Beside(layout, regions, lenient=lenient)
        self.introductions = Introductions(self.beside, block)

    def read(self) -> list[Attribution]:
        """The attributions of the paragraph in text order."""
        found: list[Attribution] = []
        current: Attribution | None = None
        last = 0
        for index, region in enumerate(self.regions):
            if current is not None and self._continues(current, last, index):
                current.content.append(region.span)
                last = index
                continue
            attribution = self._attribution(index, current)
            if attribution is not None:
                found.append(attribution)
                current, last = attribution, index
            elif region.is_speech:
                current = None
        return found

    def _attribution(self, index: int, current: Attribution | None) -> Attribution | None:
        region = self.regions[index]
        behind, before = self.beside.cue_after(index), self.beside.cue_before(index)
        if before is not None and current is not None and current.cue == (before.i, before.i + 1):
            before = None  # of the quotation before: "“A,” said Jane Doe of Acme Corp. “B”"
        inner = self._quoted_speaker(index, before, behind, current)
        if inner is not None:
            return inner
        if behind is not None and (before is None or region.last_mark == ","):
            speaker = speaker_beside(self.layout, behind, *self.beside.tail(index), behind=True)
            if not region.is_speech and (speaker is None or not self._is_close(region, behind, speaker)):
                return None
            content = self._with_lead(index)[0], self._with_trail(index, behind, speaker)
            return attribution_of(content, behind, speaker, Beside.cue_after)
        if before is not None and (self.lenient or not _is_reported(before)):
            speaker = speaker_beside(self.layout, before, *self.beside.head(index), behind=False)
            made = attribution_of(region.span, before, speaker, Beside.cue_before)
            lead = self._lead_before(index, made)
            if lead is not None:
                made.content.insert(0, lead)
            return made
        if not region.is_speech:
            return None
        return self.introductions.find(index)

    def _quoted_speaker(
        self, index: int, before: Token | None, behind: Token | None, current: Attribution | None
    ) -> Attribution | None:
        """Words of one whom another cites: "He said, “I will go,” the prosecutor's office said"; None for others."""
        region = self.regions[index]
        if before is None or behind is None or region.last_mark != "," or before.i + 2 != region.before:
            return None
        inner, outer = subject_of(self.layout, before), own_subject(behind)
        if inner is None or outer is None or inner.i > before.i or outer.i < region.after or not says(behind):
            return None
        if outer.pos_ == "PRON" or (current is not None and current.cue == (before.i, before.i + 1)):
            return None
        speaker = speaker_beside(self.layout, before, *self.beside.head(index), behind=False)
        made = attribution_of(region.span, before, speaker, Beside.cue_before)
        if inner.pos_ == "PRON":
            made.assumed = True
            made.head = None if _is_reported(before) else made.head  # "a clerk recalled that he said": nobody named
        return made

    def _with_lead(self, index: int) -> tuple[int, int]:
        """Span with the words before a quotation within a clause: "The plan was “a costly mistake,” she said"."""
        region = self.regions[index]
        first, last = self.beside.head(index)
        if region.opens_sentence or first >= last or self.layout.sentence_start[region.before]:
            return region.span
        tokens = self.layout.tokens
        if region.is_speech and any(is_quote_cue(tokens[at]) for at in range(first, last)):
            return region.span
        dash = next((at for at in range(last - 1, first - 1, -1) if tokens[at].text in CLAUSE_DASHES), None)
        if dash is not None:
            return region.span  # "It was late — “too late,” she said — and": a parenthesis
        while first < last and not tokens[first].is_alpha and self.layout.region_of[first] is None:
            first += 1
        if first >= last:
            return region.span
        earlier = self.layout.region_of[first]
        start = earlier.span[0] if earlier is not None else self.layout.starts[first]
        return start, region.span[1]

    def _is_close(self, region: Region, cue: Token, speaker: Phrase) -> bool:
        """Cue or speaker directly after a quoted phrase; one without is a title or a scare quote: "on “Today,” the …"."""
        return min(cue.i, speaker[0]) - region.after <= 1

    def _with_trail(self, index: int, cue: Token, speaker: Phrase | None) -> int:
        """End of the span with the words between quotation and cue: "“Nobody will come” if it rains, she said"."""
        region, tokens = self.regions[index], self.layout.tokens
        behind = self.layout.text[region.quotation.outer_end : region.quotation.outer_end + 1]
        if region.last_mark in ",?!.…—–-" or behind == ",":
            return region.span[1]
        last = min(cue.i, speaker[0]) if speaker is not None else cue.i
        while last > region.after and not (tokens[last - 1].is_alpha or tokens[last - 1].like_num):
            last -= 1
        if last <= region.after or tokens[last].text != ",":
            return region.span[1]
        return self.layout.ends[last - 1]

    def _lead_before(self, index: int, made: Attribution) -> tuple[int, int] | None:
        """Clause before a cue within the sentence: "When the rain came, she said, “we went home”"."""
        region = self.regions[index]
        first = self.beside.head(index)[0]
        if region.opens_sentence or made.speaker is None or made.cue is None:
            return None
        last = min(made.speaker[0], made.cue[0])
        tokens = self.layout.tokens
        if last - first < _LEAD or tokens[last - 1].text != "," or tokens[made.cue[1]].text != ",":
            return None
        if not any(token.tag_ in FINITE for token in tokens[first:last]):
            return None
        return self.layout.chars(first, last - 1)

    # parts of one speech

    def _continues(self, current: Attribution, last: int, index: int) -> bool:
        """Continuation of a quote: "“A,” she said. “B.”", "“A,” she said, “B.”" and "“A.” “B.”".

        Not if the second quotation has its own cue: "“A,” she said. “B,” he said", "“A,” she said. “B.” “C,” he said".
        """
        region, earlier = self.regions[index], self.regions[last]
        first, end = earlier.after, region.before
        tokens, starts = self.layout.tokens, self.layout.sentence_start
        if not any(token.is_alpha for token in tokens[first:end]):
            return self._is_without_cue(index)
        if current.cue is None or not first <= current.cue[0] < end:
            return False
        sentence = next((at for at in range(current.cue[1], end) if starts[at]), None)
        if sentence is not None and any(token.is_alpha for token in tokens[sentence:end]):
            return False
        abbreviated = region.opens_sentence and tokens[end - 1].text.endswith(".")  # "said Jane Doe of Acme Corp. “B”"
        if sentence is not None or starts[region.before] or abbreviated:
            return self._is_without_cue(index) and not self._is_next_question(last, index)
        if any(self._is_further_cue(tokens[at]) for at in range(current.cue[1], end)):
            return False
        return self._resumes(current.cue[1], end) and (region.is_speech or region.last_mark in ".,?!")

    def _is_without_cue(self, index: int) -> bool:
        return self.regions[index].is_speech and self.beside.cue_after(index) is None

    def _is_next_question(self, last: int, index: int) -> bool:
        """Question after a question, before an answer with its own cue: "“Why?” she asked. “When?” “Today,” he said"."""
        region, earlier = self.regions[index], self.regions[last]
        if earlier.last_mark != "?" or region.last_mark != "?" or index + 1 == len(self.regions):
            return False
        between = self.layout.tokens[region.after : self.regions[index + 1].before]
        return not any(token.is_alpha for token in between) and self.beside.cue_after(index + 1) is not None

    def _is_further_cue(self, token: Token) -> bool:
        """Second cue of the same speaker, with a quotation of its own: "“A,” she said, adding, “B”", "before adding: “B”"."""
        if not is_quote_cue(token):
            return False
        before = self.layout.tokens[token.i - 1]
        return before.is_punct or (token.tag_ in _FURTHER and before.pos_ in {"ADP", "SCONJ", "CCONJ"})

    def _resumes(self, first: int, last: int) -> bool:
        """Pause before the second part, or a conjunction after a pause: "“A,” she said, but “B”"."""
        tokens = self.layout.tokens
        at = last - 1
        while at > first and last - 1 - at < _JOINED and (tokens[at].dep_ == "cc" or tokens[at].pos_ == "ADV"):
            at -= 1
        return tokens[at].text in PAUSES


def _is_reported(cue: Token) -> bool:
    """Whether the cue is inside the content of another cue: "She said she recalled thinking, “A”"."""
    for token in climb(cue, _STEPS - 1):
        if token.head.i >= token.i:
            break
        if token.dep_ == "ccomp" and says(token.head) and not (token is cue and own_subject(cue) is None):
            return True
    return False

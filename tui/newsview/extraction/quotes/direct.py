"""Quoted speech with a cue beside it, and its parts joined: “A,” she said. “B.” is one quote."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import takewhile

from spacy.tokens import Token

from newsview.extraction.quotes.attribution import Attribution
from newsview.extraction.quotes.beside import PAUSES, REACH, Beside, is_quote_cue
from newsview.extraction.quotes.cues import lexicon, words
from newsview.extraction.quotes.layout import FINITE, Layout, Region
from newsview.extraction.quotes.nouns import owner_of
from newsview.extraction.quotes.speakers import Phrase, can_speak, nominal_between, phrase
from newsview.extraction.quotes.subjects import says, subject_of

_DASH = re.compile(r"\s*(—|–|--|―|~|-\s)\s*")
_STEPS = 6
_LEAD = 4
"""Words that a clause before the cue has at least."""
_SIGNATURE = 12
"""Tokens of a name behind a dash: “A.” — Jane Doe, mayor of Springfield."""


def attributed(layout: Layout, *, lenient: bool = False) -> list[Attribution]:
    """Every stretch of quoted speech that has a cue beside it, with the parts that the cue stands between joined.

    A quotation that ends a reported clause (She said that it was “too late”) is left to the rules for clauses;
    *lenient* takes it too, for where these fail.
    """
    found: list[Attribution] = []
    for index, regions in enumerate(layout.regions):
        if regions:
            found.extend(_Paragraph(layout, regions, index, lenient).read())
    return found


class _Paragraph:
    """Walks over the quotations of one paragraph; each one looks before and behind it for its cue."""

    def __init__(self, layout: Layout, regions: list[Region], block: int, lenient: bool) -> None:
        self.layout = layout
        self.regions = regions
        self.block = block
        self.lenient = lenient
        self.beside = Beside(layout, regions, lenient=lenient)

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
            content = self._with_lead(index)[0], self._with_trail(index, behind, speaker)
            return _made(content, behind, speaker, "quotation, cue")
        if before is not None and (self.lenient or not _is_reported(before)):
            speaker = self._speaker(before, *self.beside.head(index), behind=False)
            made = _made(region.span, before, speaker, "cue, quotation")
            lead = self._lead_before(index, made)
            if lead is not None:
                made.content.insert(0, lead)
            return made
        if not region.is_speech:
            return None
        return self._signature(index) or self._introduced(index) or self._in_words_of(index)

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

    def _with_trail(self, index: int, cue: Token, speaker: Phrase | None) -> int:
        """As in “Nobody will come” if it rains, she said: the words between the quotation and its cue are reported too."""
        region, tokens = self.regions[index], self.layout.tokens
        behind = self.layout.text[region.quotation.outer_end : region.quotation.outer_end + 1]
        if region.last_mark in ",?!.…—–-" or behind == ",":
            return region.span[1]
        last = min(cue.i, speaker[0]) if speaker is not None else cue.i
        while last > region.after and not (tokens[last - 1].is_alpha or tokens[last - 1].like_num):
            last -= 1
        if last <= region.after or tokens[last].text != ",":
            return region.span[1]
        return self.layout.char_end(last - 1)

    def _lead_before(self, index: int, made: Attribution) -> tuple[int, int] | None:
        """As in When the rain came, she said, “we went home”: the clause before the cue is reported too."""
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
        if cue.i > first and tokens[cue.i - 1].text == ",":
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
        region, layout = self.regions[index], self.layout
        end = layout.char_end(layout.blocks[self.block].end - 1)
        dash = _DASH.match(layout.text, region.quotation.outer_end, end)
        if dash is None:
            return None
        first = bisect_left(layout.starts, dash.end())
        stop = self.regions[index + 1].before if index + 1 < len(self.regions) else layout.blocks[self.block].end
        tokens = layout.tokens[first : min(stop, first + _SIGNATURE)]
        tokens = list(takewhile(lambda token: not token.is_space, tokens))
        while tokens and tokens[-1].is_punct:
            tokens.pop()
        named = [token for token in tokens if token.pos_ in {"PROPN", "NOUN"}]
        if not named or not tokens[0].text[:1].isupper() or any(token.tag_ in {"VBD", "VBZ"} for token in tokens):
            return None
        made = Attribution([region.span], "signature", cue=(layout.token_at(dash.start(1)), first))
        made.speaker, made.head = (first, first + len(tokens)), named[0].i
        return made

    def _introduced(self, index: int) -> Attribution | None:
        """As in She said: ¶ “A.” or His answer was short: “A.”, where the colon does the work of a cue."""
        region = self.regions[index]
        first, last = self._before_colon(index)
        tokens = self.layout.tokens
        for at in range(last - 2, first - 1, -1):
            if is_quote_cue(tokens[at]) and not self.layout.in_speech(at):
                return _made(
                    region.span, tokens[at], self._speaker(tokens[at], first, last, behind=False), "introduced"
                )
        for at in range(last - 2, first - 1, -1):
            cue = lexicon("nouns").get(tokens[at].lemma_.lower()) if tokens[at].pos_ == "NOUN" else None
            if cue is not None and cue.takes("q"):
                owner = owner_of(self.layout, tokens[at]) or self._main_subject(first, last)
                speaker = phrase(self.layout, owner, avoid=at) if can_speak(owner) and owner is not None else None
                return _made(region.span, tokens[at], speaker, "introduced by noun")
        return self._named_before_colon(index, last)

    def _named_before_colon(self, index: int, last: int) -> Attribution | None:
        """As in A lesson from Jane Doe: “A”."""
        if last < 2 or self.layout.tokens[last - 1].text != ":":
            return None
        named = self.layout.tokens[last - 2]
        if named.ent_type_ not in {"PERSON", "ORG"}:
            return None
        made = Attribution([self.regions[index].span], "introduced by name", cue=(last - 1, last))
        first, end, made.head = phrase(self.layout, named)
        made.speaker = (first, end)
        return made

    def _in_words_of(self, index: int) -> Attribution | None:
        """As in In her words, “A”, or In the mayor's view, “A”."""
        region, tokens = self.regions[index], self.layout.tokens
        first, last = self.beside.head(index)
        if last - first < 3 or tokens[last - 1].text != "," or tokens[last - 2].lower_ not in words("views"):
            return None
        owner = next((child for child in tokens[last - 2].lefts if child.dep_ == "poss"), None)
        if owner is None:
            return None
        return _made(region.span, tokens[last - 2], phrase(self.layout, owner, avoid=last - 2), "in words of")

    def _before_colon(self, index: int) -> tuple[int, int]:
        """The sentence that ends in a colon right before the quotation, in this paragraph or in the one before."""
        region, layout = self.regions[index], self.layout
        start = layout.blocks[self.block].start
        if region.before > start:
            first, last = self.beside.head(index)
            if last == first and layout.tokens[last - 1].text == ":":
                first = self._sentence_start(start, last)
        elif self.block:
            earlier = layout.blocks[self.block - 1]
            last = earlier.end
            first = self._sentence_start(earlier.start, last)
        else:
            return 0, 0
        return (first, last) if last > first and layout.tokens[last - 1].text == ":" else (last, last)

    def _sentence_start(self, first: int, last: int) -> int:
        """Where the sentence that ends at *last* begins, not before *first*."""
        first = max(first, last - REACH)
        return next((at for at in range(last - 1, first, -1) if self.layout.sentence_start[at]), first)

    def _main_subject(self, first: int, last: int) -> Token | None:
        """The subject of the sentence's main verb."""
        for at in range(first, last):
            token = self.layout.tokens[at]
            if token.dep_ == "ROOT":
                return subject_of(self.layout, token)
        return None


def _made(content: tuple[int, int], cue: Token, speaker: Phrase | None, rule: str) -> Attribution:
    span, head = (speaker[:2], speaker[2]) if speaker else (None, None)
    return Attribution([content], rule, cue=(cue.i, cue.i + 1), speaker=span, head=head)


def _is_reported(cue: Token) -> bool:
    """As in She said she recalled thinking, “A”: the cue is itself within what another cue reports."""
    token = cue
    for _ in range(_STEPS):
        head = token.head
        if head.i >= token.i:
            return False
        if token.dep_ == "ccomp" and says(head):
            return True
        token = head
    return False

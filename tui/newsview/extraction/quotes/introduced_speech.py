"""Quotations introduced without an adjacent cue: by a colon, a signature, a cue that ends a sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import takewhile

from spacy.tokens import Token

from newsview.extraction.function_words import FUNCTION
from newsview.extraction.quotes.adjacent_cues import REACH, Beside, is_quote_cue
from newsview.extraction.quotes.attribution import Attribution, attribution_of
from newsview.extraction.quotes.cue_lexicon import lexicon, speaking_nouns
from newsview.extraction.quotes.cue_subject import speaker_beside, subject_of
from newsview.extraction.quotes.lexicon import CUES, SPEAKERS
from newsview.extraction.quotes.noun_cues import owner_of
from newsview.extraction.quotes.speaker_phrase import can_speak, nominal_between, phrase
from newsview.extraction.syntax import FINITE, climb, is_finite, own_subject, right_child

_DASH = re.compile(r"\s*(—|–|--|―|~|-\s)\s*")
_SIGNATURE = 12
"""Maximum tokens of a name after a dash: “A.” — Jane Doe, mayor of Springfield."""


_TOLD = 16
"""Maximum tokens of "Jane Doe, who rents a flat, told the Courier."."""


_MANNER = 4
"""Maximum tokens of a manner of speaking: "was rather more blunt:"."""


def _is_person(token: Token) -> bool:
    """Person: a name, a personal pronoun in the singular, or a noun for a human being."""
    person = token.ent_type_ == "PERSON" or token.lower_ in FUNCTION.he_or_she
    return person or speaking_nouns().get(token.lemma_.lower()) in SPEAKERS.one_person


class Introductions:
    """Finder of the introductions of the quotations of one paragraph."""

    def __init__(self, beside: Beside, block: int) -> None:
        self.beside = beside
        self.layout = beside.layout
        self.regions = beside.regions
        self.block = block

    def find(self, index: int) -> Attribution | None:
        """The attribution of the quotation *index* by the first construction that matches."""
        return (
            self._signature(index)
            or self._name_after_comma(index)
            or self._told_after(index)
            or self._introduced(index)
            or self._after_bare_cue(index)
        )

    def _signature(self, index: int) -> Attribution | None:
        """Signature after a dash: "“A.” — Jane Doe"."""
        region, layout = self.regions[index], self.layout
        end = layout.ends[layout.blocks[self.block].end - 1]
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
        made = Attribution([region.span], Introductions._signature, cue=(layout.token_at(dash.start(1)), first))
        made.speaker, made.head = (first, first + len(tokens)), named[0].i
        return made

    def _name_after_comma(self, index: int) -> Attribution | None:
        """Name and office instead of a clause: "“A,” Jane Doe, director of the museum."."""
        region, tokens = self.regions[index], self.layout.tokens
        first, last = self.beside.tail(index)
        if region.last_mark != "," or first >= last or any(token.tag_ in FINITE for token in tokens[first:last]):
            return None
        head = nominal_between(self.layout, first, last, backwards=False)
        if head is None or not _is_person(head):
            return None
        begin, end, at = phrase(self.layout, head)
        if begin != first or end < last - 1 or (end == last - 1 and not tokens[end].is_punct):
            return None
        made = Attribution([region.span], Introductions._name_after_comma)
        made.speaker, made.head = (begin, end), at
        return made

    def _told_after(self, index: int) -> Attribution | None:
        """Sentence that only says who spoke, and to whom: "“A.” Jane Doe told the Courier."."""
        region, layout, tokens = self.regions[index], self.layout, self.layout.tokens
        first = region.after
        end = min(layout.blocks[self.block].end, first + _TOLD)
        last = next((at for at in range(first + 1, end) if layout.sentence_start[at]), end)
        cue = next((token for token in tokens[first:last] if token.tag_ in FINITE), None)
        if cue is None or cue.lemma_ != "tell" or tokens[last - 1].text != ".":
            return None
        subject, addressee = own_subject(cue), right_child(cue, "dobj", "dative")
        if subject is None or subject.left_edge.i != first or not can_speak(subject) or not can_speak(addressee):
            return None
        if right_child(cue, "ccomp", "xcomp", "advcl") is not None or any(map(layout.in_speech, range(first, last))):
            return None
        return attribution_of(region.span, cue, phrase(layout, subject, avoid=cue.i), Introductions._told_after)

    def _introduced(self, index: int) -> Attribution | None:
        """Verb or noun cue before a colon, in the same or the previous paragraph: "His answer was short: “A.”"."""
        region = self.regions[index]
        first, last = self._before_colon(index)
        tokens = self.layout.tokens
        for at in range(last - 2, first - 1, -1):
            if is_quote_cue(tokens[at]) and not self.layout.in_speech(at):
                return attribution_of(
                    region.span,
                    tokens[at],
                    speaker_beside(self.layout, tokens[at], first, last, behind=False),
                    Introductions._introduced,
                )
        for at in range(last - 2, first - 1, -1):
            cue = lexicon("nouns").get(tokens[at].lemma_.lower()) if tokens[at].pos_ == "NOUN" else None
            if cue is not None and cue.takes("q"):
                owner = owner_of(self.layout, tokens[at])
                speaks = owner is not None and owner.i != at and can_speak(owner)
                speaker = phrase(self.layout, owner, avoid=at) if speaks and owner is not None else None
                return attribution_of(region.span, tokens[at], speaker, Introductions._introduced)
        return (
            self._addressed_before_colon(index, first, last)
            or self._named_before_colon(index, last)
            or self._described_before_colon(index, first, last)
        )

    def _addressed_before_colon(self, index: int, first: int, last: int) -> Attribution | None:
        """Speaker and addressee before a colon: "Jane Doe to reporters: “A”"."""
        tokens = self.layout.tokens[first:last]
        if not tokens or tokens[-1].text != ":" or any(token.tag_ in FINITE for token in tokens):
            return None
        to = next((token.i for token in tokens if token.lower_ == "to"), first)
        addressee = right_child(self.layout.tokens[to], "pobj")
        head = nominal_between(self.layout, first, to, backwards=True) or self.layout.tokens[to - 1]
        if to == first or not _is_person(head) or not can_speak(addressee):
            return None
        made = Attribution([self.regions[index].span], Introductions._addressed_before_colon, cue=(last - 1, last))
        begin, end, made.head = phrase(self.layout, head, avoid=to)
        made.speaker = (begin, end)
        return made if begin == first else None

    def _named_before_colon(self, index: int, last: int) -> Attribution | None:
        """Name before a colon: "A lesson from Jane Doe: “A”"; the subject in "Ann Lee has one wish for Jane Doe: “A”"."""
        if last < 2 or self.layout.tokens[last - 1].text != ":":
            return None
        named = self.layout.tokens[last - 2]
        if named.ent_type_ not in {"PERSON", "ORG"}:
            return None
        above = list(climb(named))
        of_author = any(each.lower_ in CUES.authors for each in above)
        verb = next((each for each in above if is_finite(each)), None)
        subject = subject_of(self.layout, verb) if verb is not None and not of_author else None
        if subject is not None and subject.i < named.i and (_is_person(subject) or subject.pos_ == "PROPN"):
            named = subject
        made = Attribution([self.regions[index].span], Introductions._named_before_colon, cue=(last - 1, last))
        first, end, made.head = phrase(self.layout, named)
        made.speaker = (first, end)
        return made

    def _described_before_colon(self, index: int, first: int, last: int) -> Attribution | None:
        """Manner of speaking before a colon: "Jane Doe was blunt: “A”"."""
        tokens = self.layout.tokens
        if last - first < 3 or tokens[last - 1].text != ":":
            return None
        for at in range(last - 2, max(first, last - 2 - _MANNER), -1):
            if tokens[at].lemma_ == "be" and tokens[at].tag_ in FINITE:
                subject = subject_of(self.layout, tokens[at])
                if subject is None or subject.i > at or not _is_person(subject):
                    return None
                made = Attribution(
                    [self.regions[index].span], Introductions._described_before_colon, cue=(last - 1, last)
                )
                begin, end, made.head = phrase(self.layout, subject, avoid=at)
                made.speaker = (begin, end)
                return made
        return None

    def _after_bare_cue(self, index: int) -> Attribution | None:
        """Cue without complement at the end of the previous sentence: "Mary Stone agreed. “A.”"."""
        region, tokens = self.regions[index], self.layout.tokens
        at = region.before - 2
        if (
            at < self.layout.blocks[self.block].start
            or tokens[region.before - 1].text != "."
            or self.layout.in_speech(at)
        ):
            return None
        cue = tokens[at]
        if not is_quote_cue(cue) or cue.tag_ not in FINITE:
            return None
        first = max(self.layout.sentence(at - 1)[0], at - REACH)
        if any(self.layout.in_speech(each) for each in range(first, at)):
            return None
        return attribution_of(
            region.span, cue, speaker_beside(self.layout, cue, first, at, behind=False), Introductions._after_bare_cue
        )

    def _before_colon(self, index: int) -> tuple[int, int]:
        """The tokens of a sentence that ends in a colon before the quotation, in this or the previous paragraph."""
        region, layout = self.regions[index], self.layout
        start = layout.blocks[self.block].start
        if region.before > start:
            first, last = self.beside.head(index)
            if last == first and layout.tokens[last - 1].text == ":":
                first = max(self.layout.sentence(last - 1)[0], last - REACH)
        elif self.block:
            earlier = layout.blocks[self.block - 1]
            last = earlier.end
            first = max(self.layout.sentence(last - 1)[0], last - REACH)
        else:
            return 0, 0
        if last - 2 < first:
            return last, last
        noun = lexicon("nouns").get(layout.tokens[last - 2].lemma_.lower())
        named = noun is not None and noun.takes("q") and layout.tokens[last - 1].text == ","
        return (first, last) if named or layout.tokens[last - 1].text == ":" else (last, last)

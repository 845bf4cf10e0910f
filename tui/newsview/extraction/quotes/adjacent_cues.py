"""Cues beside a quotation: the reporting verb before or after the quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from newsview.extraction.lexical.characters import CLAUSE_DASHES
from newsview.extraction.quotes.cue_lexicon import lexicon
from newsview.extraction.quotes.doc_layout import Layout, Region
from newsview.extraction.quotes.lexicon import CUES
from newsview.extraction.quotes.speaker_phrase import can_speak
from newsview.extraction.syntax import FINITE, VERB_POS, own_subject, right_child

REACH = 40
"""Maximum tokens between a quotation and its cue; the description of a speaker can be long."""
PAUSES = CLAUSE_DASHES | {",", ":", "-", "...", "…"}
_RUNS_ON = CLAUSE_DASHES | set(",?!-…")
_ADDRESSEE = 6
"""Maximum tokens between cue and mark without a comma: "told a room of reporters “…"."""


def is_quote_cue(token: Token) -> bool:
    """Whether *token* is a verb that can introduce or follow a quotation: "said", "asks", "puts it"."""
    if token.dep_ == "amod":
        return False  # "according to agreed facts, “A”"
    if token.pos_ not in VERB_POS:
        # the tagger reads the inverted "Said Ellis: …" as a name
        return token.lower_ in CUES.said
    lemma = token.lemma_.lower()
    if lemma == "put":
        return token.i + 1 < len(token.doc) and token.nbor().lower_ == "it"
    cue = lexicon("verbs").get(lemma)
    return cue is not None and cue.takes("q")


class Beside:
    """Finder of the cues beside the quotations of one paragraph; the search stops at other quoted speech."""

    def __init__(self, layout: Layout, regions: Sequence[Region], *, lenient: bool = False) -> None:
        self.layout = layout
        self.regions = regions
        self.lenient = lenient
        self.block = layout.blocks[regions[0].block]
        self._ends = self._next_speech()

    def _next_speech(self) -> list[int]:
        """For each quotation, the first token of the next speech; nicknames and titles between are skipped."""
        ends, end = [], self.block.end
        for region in reversed(self.regions):
            ends.append(end)
            if region.is_speech:
                end = region.before
        return ends[::-1]

    def tail(self, index: int) -> tuple[int, int]:
        """The tokens after the quotation up to a semicolon, the end of the sentence or the next speech."""
        start = self.regions[index].after
        end = min(self._ends[index], start + REACH)
        for at in range(start, end):
            begins = at > start and self.layout.sentence_start[at]
            if (begins or self.layout.tokens[at].text == ";") and self.layout.region_of[at] is None:
                return start, at
        return start, end

    def head(self, index: int) -> tuple[int, int]:
        """The tokens before the quotation, back to the start of its sentence or to an earlier speech."""
        last = self.regions[index].before
        first = max(self.block.start, last - REACH)
        for at in range(last - 1, first - 1, -1):
            if self.layout.in_speech(at):
                return at + 2 if at + 1 < last and self.layout.tokens[at + 1].is_punct else at + 1, last
            if self.layout.sentence_start[at]:
                return at, last
        return first, last

    def cue_after(self, index: int) -> Token | None:
        """Cue after a quotation: "“A,” said Smith", "“A,” Smith, the mayor, told reporters"."""
        region = self.regions[index]
        if not self.allows_cue_after(region):
            return None
        first, last = self.tail(index)
        for at in range(first, last):
            token = self.layout.tokens[at]
            if at == first and (token.dep_ == "cc" or (token.lower_ == "as" and not region.opens_sentence)):
                return None
            if is_quote_cue(token) and self._can_follow(token, region):
                return None if _is_of_words_before(token, region) else token
            if token.text == ":" and at > first:
                break  # "“Tax hurts shops,” Page A8: I disagree"
            elif token.pos_ in VERB_POS and token.dep_ in {"ROOT", "conj"}:
                break
        return None

    def _can_follow(self, cue: Token, region: Region) -> bool:
        """Whether a cue after *region* has no other complement; not "“Stop!” The mayor called the plan a mistake"."""
        deps = {child.dep_ for child in cue.lefts}
        if cue.tag_ == "VBG":
            return False
        if cue.tag_ == "VBN" and not deps & {"aux", "nsubj"} and cue.lower_ not in CUES.said:
            return False
        if region.is_speech and not self.layout.sentence_start[region.after]:
            return True
        entry = lexicon("verbs").get(cue.lemma_.lower())
        told = entry is not None and (entry.takes("o") or entry.lemma == "tell")
        clause = right_child(cue, "ccomp")
        directly = cue.i == region.after and region.last_mark == ","
        halves = directly and clause is not None and self.layout.in_speech(clause.i)
        inverted = directly and can_speak(right_child(cue, "dobj"))
        return (clause is None or halves) and (told or inverted or right_child(cue, "dobj") is None)

    def allows_cue_after(self, region: Region) -> bool:
        """Whether *region* ends like a quotation with a cue after it: in a comma, question, exclamation or dash."""
        if region.after >= self.block.end:
            return False
        text, layout = self.layout.text, self.layout
        last = region.last_mark
        behind = text[region.quotation.outer_end : region.quotation.outer_end + 1]
        if region.is_title:
            return False
        if last in _RUNS_ON or behind == ",":
            return region.is_speech or last in ",?!" or behind == ","
        if not region.is_speech:
            return False
        return layout.tokens[region.after].text[:1].islower() or not layout.sentence_start[region.after]

    def cue_before(self, index: int) -> Token | None:
        """Cue before a quotation: "Smith said: “A.”", "Smith told reporters “A”"."""
        region = self.regions[index]
        first, last = self.head(index)
        if last <= first:
            return None
        starts = self.layout.sentence_start
        pause = self.layout.tokens[last - 1].text in {",", ":"}
        if not pause and (starts[region.before] or starts[region.first]):
            return None
        directly = self.lenient and is_quote_cue(self.layout.tokens[last - 1])  # "the act states “no person shall …”"
        if not pause and not (region.is_speech and (region.opens_sentence or directly)):
            return None
        if region.is_title and not is_quote_cue(self.layout.tokens[last - 2]):
            return None
        for steps, at in enumerate(range(last - 1, first - 1, -1), 1):
            token = self.layout.tokens[at]
            if is_quote_cue(token):
                if token.tag_ == "VBG" and right_child(token, "dobj") is not None and starts[at]:
                    return None  # "Offering a fresh view to visitors, the tower, “…”"
                return token if self.lenient or not self._clause_between(at + 1, region) else None
            if not pause and (token.pos_ in VERB_POS or steps > _ADDRESSEE):
                return None
        return None

    def _clause_between(self, first: int, region: Region) -> bool:
        """Whether a clause between cue and quotation has begun: "She said that if it rained, “nobody would come”"."""
        for token in self.layout.tokens[first : region.before]:
            clause = token.head if token.dep_ in {"aux", "auxpass"} else token
            if token.tag_ in FINITE and clause.dep_ != "relcl":
                return True
            if token.lower_ == "that" and not region.opens_sentence:
                return True
        return False


def _is_of_words_before(cue: Token, region: Region) -> bool:
    """Whether a cue goes on from words before *region*: "called it “late”, but pointed to", "a song, “A”, which tells of"."""
    subject = own_subject(cue)
    if subject is not None:
        return subject.tag_ == "WDT"
    return cue.dep_ == "conj" and cue.head.i < region.before

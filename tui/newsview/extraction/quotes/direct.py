"""Quoted speech with a cue beside it, as in “A,” she said; She said: “A.”; “A,” she said, “B.”, for the direct rules."""

from __future__ import annotations

from spacy.tokens import Token

from newsview.extraction.quotes.attribution import Attribution
from newsview.extraction.quotes.cues import lexicon
from newsview.extraction.quotes.layout import Layout, Region
from newsview.extraction.quotes.speakers import Phrase, nominal_between, phrase, subject_of

_REACH = 40
"""Tokens between a quotation and its cue: speakers come with long descriptions, sentences do not."""
_RUNS_ON = frozenset(",?!—–-…")
_VERBAL = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})


def attributed(layout: Layout) -> list[Attribution]:
    """Every stretch of quoted speech that has a cue beside it, with the parts that the cue stands between joined."""
    found: list[Attribution] = []
    for regions in layout.regions:
        found.extend(_Paragraph(layout, regions).read())
    return found


class _Paragraph:
    """Walks over the quotations of one paragraph; each one looks behind and before it for its cue."""

    def __init__(self, layout: Layout, regions: list[Region]) -> None:
        self.layout = layout
        self.regions = regions
        self.block = layout.blocks[regions[0].block] if regions else None

    def read(self) -> list[Attribution]:
        """The attributions of the paragraph in text order."""
        found: list[Attribution] = []
        current: Attribution | None = None
        previous: Region | None = None
        for index, region in enumerate(self.regions):
            if current is not None and previous is not None and self._goes_on(current, previous, index):
                current.content.append(region.span)
                previous = region
                continue
            attribution = self._cue_before(index) or self._cue_after(index)
            if attribution is not None:
                found.append(attribution)
                current, previous = attribution, region
            elif region.is_speech:
                current = previous = None
        return found

    def _gap(self, index: int) -> tuple[int, int]:
        """The tokens between the quotation *index* and the one before it, or the paragraph's start."""
        region = self.regions[index]
        start = self.regions[index - 1].after if index else self.layout.blocks[region.block].start
        return start, region.before

    def _goes_on(self, current: Attribution, previous: Region, index: int) -> bool:
        """“A,” she said. “B.” or “A,” she said, “B.” or “A.” “B.”: the second belongs to the first."""
        region = self.regions[index]
        if self.regions[index - 1] is not previous:
            return False
        first, last = self._gap(index)
        if not any(token.is_alpha for token in self.layout.tokens[first:last]):
            return region.is_speech
        if current.cue is None or not first <= current.cue[0] < last:
            return False
        starts = [at for at in range(current.cue[1], last) if self.layout.sentence_start[at]]
        ended = bool(starts) or self.layout.sentence_start[region.before]
        if starts and any(token.is_alpha for token in self.layout.tokens[starts[0] : last]):
            return False
        if ended:
            return region.is_speech and not self._own_cue(index)
        return self._after_pause(first, last) and (region.is_speech or self._ends_clause(region))

    def _own_cue(self, index: int) -> bool:
        return self._tail_cue(index) is not None

    def _after_pause(self, first: int, last: int) -> bool:
        return last > first and self.layout.tokens[last - 1].text in {",", ":", "—", "–", "-", "--", "..."}

    def _ends_clause(self, region: Region) -> bool:
        return self.layout.text[region.span[1] - 1] in ".,?!"

    # the cue behind the quotation

    def _tail_cue(self, index: int) -> Token | None:
        """“A,” said Smith. “A,” Smith, the mayor, told reporters."""
        region = self.regions[index]
        if not self._lets_cue_follow(region):
            return None
        layout = self.layout
        end = self.regions[index + 1].before if index + 1 < len(self.regions) else layout.blocks[region.block].end
        end = min(end, region.after + _REACH)
        first_verb: Token | None = None
        for at in range(region.after, end):
            token = layout.tokens[at]
            if at > region.after and layout.sentence_start[at]:
                break
            if token.dep_ == "cc" and at == region.after:
                return None
            if _is_quote_cue(token):
                if _in_relative_clause(token, region.after):
                    first_verb = first_verb or token
                    continue
                return token
            if token.pos_ in {"VERB", "AUX"} and token.dep_ in {"ROOT", "conj"} and not _helps(token):
                break
        return first_verb

    def _lets_cue_follow(self, region: Region) -> bool:
        """A quotation ends in a comma before its cue; a question, a cry and a dash need none."""
        text, layout = self.layout.text, self.layout
        if region.after >= layout.blocks[region.block].end:
            return False
        last = text[region.span[1] - 1]
        following = layout.tokens[region.after]
        behind = text[region.quotation.outer_end : region.quotation.outer_end + 1]
        if last in _RUNS_ON or behind == ",":
            return region.is_speech or last in ",?!" or behind == ","
        if not region.is_speech:
            return False
        return following.text[:1].islower() or not layout.sentence_start[region.after]

    def _cue_after(self, index: int) -> Attribution | None:
        cue = self._tail_cue(index)
        region = self.regions[index]
        if cue is None:
            return None
        speaker = _speaker(self.layout, cue, region.after, self._tail_end(index), behind=True)
        if not region.is_speech and speaker is None:
            return None
        return _attribution(region, cue, speaker, "quotation, cue")

    def _tail_end(self, index: int) -> int:
        region = self.regions[index]
        end = self.regions[index + 1].before if index + 1 < len(self.regions) else self.layout.blocks[region.block].end
        for at in range(region.after + 1, min(end, region.after + _REACH)):
            if self.layout.sentence_start[at]:
                return at
        return min(end, region.after + _REACH)

    # the cue before the quotation

    def _cue_before(self, index: int) -> Attribution | None:
        """As in Smith said: “A.” or Smith told reporters, “A.” and other orders with the cue first."""
        region = self.regions[index]
        first, last = self._head_start(index), region.before
        if last <= first:
            return None
        tokens = self.layout.tokens
        pause = tokens[last - 1].text in {",", ":"}
        if not pause and (self.layout.sentence_start[region.before] or self.layout.sentence_start[region.first]):
            return None
        if not region.is_speech and not pause:
            return None
        if region.is_speech and not pause and not _opens_sentence(self.layout, region):
            return None
        cue = self._head_cue(first, last, pause=pause)
        if cue is None:
            return None
        speaker = _speaker(self.layout, cue, first, last, behind=False)
        if speaker is None and not pause:
            return None
        return _attribution(region, cue, speaker, "cue, quotation")

    def _head_start(self, index: int) -> int:
        """Where the sentence or the gap before the quotation begins."""
        first, last = self._gap(index)
        for at in range(last - 1, max(first, last - _REACH) - 1, -1):
            if self.layout.sentence_start[at]:
                return at
        return max(first, last - _REACH)

    def _head_cue(self, first: int, last: int, *, pause: bool) -> Token | None:
        """The nearest cue to the left; without a comma or colon only the cue itself or its addressee may come between."""
        for steps, at in enumerate(range(last - 1, first - 1, -1), 1):
            token = self.layout.tokens[at]
            if _is_quote_cue(token):
                return token
            if token.pos_ in {"VERB", "AUX"} and not pause:
                return None
            if not pause and steps > 6:
                return None
        return None


def _opens_sentence(layout: Layout, region: Region) -> bool:
    first = layout.tokens[region.first].text
    return first[:1].isupper() or not first[:1].isalpha()


def _is_quote_cue(token: Token) -> bool:
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    cue = lexicon("verbs").get(token.lemma_.lower())
    return cue is not None and cue.takes("q")


def _helps(token: Token) -> bool:
    """An auxiliary or copula that another verb of the same clause follows."""
    return token.dep_ in {"aux", "auxpass"}


def _in_relative_clause(token: Token, first: int) -> bool:
    """“A,” said-by: Smith, who told the court …, said."""
    for _ in range(3):
        if token.dep_ in {"relcl", "acl"} and token.head.i >= first:
            return True
        if token.head.i == token.i:
            return False
        token = token.head
    return False


def _speaker(layout: Layout, cue: Token, first: int, last: int, *, behind: bool) -> Phrase | None:
    """The cue's subject if the parser found it outside the quotation, else the nearest noun phrase beside the cue."""
    subject = subject_of(cue)
    if subject is not None and not layout.in_speech(subject.i):
        return phrase(layout, subject, avoid=cue.i)
    if behind and cue.i == first:
        near = nominal_between(layout, cue.i + 1, last, backwards=False)
    else:
        near = nominal_between(layout, first, cue.i, backwards=True)
        if near is None and behind:
            near = nominal_between(layout, cue.i + 1, last, backwards=False)
    return phrase(layout, near, avoid=cue.i) if near is not None else None


def _attribution(region: Region, cue: Token, speaker: Phrase | None, rule: str) -> Attribution:
    span, head = (speaker[:2], speaker[2]) if speaker else (None, None)
    return Attribution([region.span], rule, cue=(cue.i, cue.i + 1), speaker=span, head=head)

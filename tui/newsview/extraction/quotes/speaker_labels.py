"""Speaker labels: "WALLACE: But why?" in transcripts, "Q:", "A:" and "((Jane Doe))" in interviews, "Smith: Taxes will rise" in headlines.

The persons labelled "Q" and "A" are resolved in ``interviews``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import groupby

from spacy.tokens import Token

from newsview.extraction.lexical.characters import CLOSING_QUOTES, OPENING_QUOTES
from newsview.extraction.quotes.attribution import Attribution
from newsview.extraction.quotes.cue_lexicon import speaking_nouns
from newsview.extraction.quotes.doc_layout import Layout
from newsview.extraction.quotes.lexicon import CLAUSES, PRONOUNS
from newsview.extraction.quotes.named_speakers import PLACES

QUESTION = frozenset({"Q", "Q."})
ANSWER = frozenset({"A", "A."})
_LONGEST = 6
"""Maximum words of a label: "FORMER SEN. JANE B. DOE"."""
_FEW = 2


@dataclass(frozen=True, slots=True)
class Label:
    """The label ``doc[first:last]`` and the first token of the speech after it; *bracketed* as "((Jane Doe))" is."""

    first: int
    last: int
    content: int
    bracketed: bool = False


def by_label(layout: Layout) -> list[Attribution]:
    """The turns: paragraphs that begin with a speaker label, with the unlabelled paragraphs that continue them.

    A paragraph behind a question in a turn of somebody in brackets continues nothing: it is an answer without a label.
    """
    labels = _labels(layout)
    marked = [index for index, label in enumerate(labels) if label is not None and index > 0]
    found: list[Attribution] = []
    current: Attribution | None = None
    last: Label | None = None
    for index, label in enumerate(labels):
        block = layout.blocks[index]
        if label is None:
            marks = layout.tokens[block.start].text in OPENING_QUOTES and len(found) >= _FEW
            bracketed = bool(marked) and index < marked[-1] and last is not None and last.bracketed
            if current is not None and (marks or (bracketed and layout.text[current.end - 1] != "?")):
                current.content.extend(_inside(layout, block.start, block.end))
            else:
                current = None
            continue
        last, spans = label, _inside(layout, label.content, block.end)
        current = None
        if spans:
            cue = (label.last, label.content) if label.last < label.content and not label.bracketed else None
            speaker, head = (label.first, label.last), label.last - 1
            current = Attribution(spans, by_label, cue=cue, speaker=speaker, head=head, turn=True)
            found.append(current)
    _set_questions(layout, found)
    return found


def _set_questions(layout: Layout, turns: list[Attribution]) -> None:
    """Set the stance of an interviewer's questions: turns with a question mark of one whose turns mostly end in one."""
    by_label: defaultdict[str, list[Attribution]] = defaultdict(list)
    for turn in turns:
        if turn.speaker is not None:
            by_label[layout.text[slice(*layout.chars(*turn.speaker))]].append(turn)
    for label, own in by_label.items():
        asks = label in QUESTION or 2 * sum(layout.text[turn.end - 1] == "?" for turn in own) > len(own)
        for turn in own:
            if asks and "?" in layout.text[turn.start : turn.end]:
                turn.stance = "asks"


def _labels(layout: Layout) -> list[Label | None]:
    """For every paragraph its speaker label, or None."""
    labels = [_label(layout, index) for index in range(len(layout.blocks))]
    if not any(labels):
        return labels
    counts = Counter(_key(layout, label) for label in labels if label is not None)
    inside = {at for label in labels if label is not None for at in range(label.first, label.last)}
    body = [token for token in layout.tokens if token.i not in inside]
    names = {token.lower_ for token in body if token.pos_ == "PROPN"}
    people = {token.lower_ for token in body if token.ent_type_ == "PERSON"}
    sure = [
        label if label is not None and _is_sure(layout, labels, index, counts, people if index else names) else None
        for index, label in enumerate(labels)
    ]
    exchange = _is_exchange(layout, sure)
    return [label if not index or exchange else None for index, label in enumerate(sure)]


def _is_exchange(layout: Layout, labels: list[Label | None]) -> bool:
    """Whether the labels are those of people who talk: they alternate, or somebody asks or says "you".

    Not a list of entries: "Jane Doe: theft, fined." before "Ann Lee: fraud, held in jail.", nor one notice.
    """
    turns = [(label, layout.blocks[index].end) for index, label in enumerate(labels) if label is not None]
    keys = [key for key, _ in groupby(_key(layout, label) for label, _ in turns)]
    if 1 < len(set(keys)) < len(keys):
        return True
    words = [token for label, end in turns for token in layout.tokens[label.content : end]]
    return len(turns) >= _FEW and any(token.text == "?" or token.lower_ in PRONOUNS.in_talk for token in words)


def _is_sure(layout: Layout, labels: list[Label | None], index: int, counts: Counter[str], names: set[str]) -> bool:
    """Label in capitals, a repeated one, one of several in brackets, or a name of the text in a headline or beside others."""
    label = labels[index]
    if label is None:
        return False
    if label.bracketed and sum(each is not None and each.bracketed for each in labels) > _FEW:
        return True
    if _is_capital(layout, label) or counts[_key(layout, label)] >= _FEW:
        return label.last < label.content or bool(counts["Q."] and counts["A."])
    last = layout.tokens[label.last - 1]
    if index == 0:
        speaks = last.lemma_.lower() in speaking_nouns() or last.lower_ in speaking_nouns()
        return speaks or last.ent_type_ == "PERSON" or bool({last.lower_, last.lower_.removesuffix("s")} & names)
    beside = labels[index - 1] or (labels[index + 1] if index + 1 < len(labels) else None)
    return beside is not None and last.lower_ in names


def _inside(layout: Layout, first: int, last: int) -> list[tuple[int, int]]:
    """The code points of ``first:last`` without quotation marks and spaces at the edges."""
    tokens = layout.tokens
    while first < last and (tokens[first].text in OPENING_QUOTES or tokens[first].is_space):
        first += 1
    while last > first and (tokens[last - 1].text in CLOSING_QUOTES or tokens[last - 1].is_space):
        last -= 1
    return [layout.chars(first, last)] if any(token.is_alpha for token in tokens[first:last]) else []


def _key(layout: Layout, label: Label) -> str:
    return layout.text[slice(*layout.chars(label.first, label.last))]


def _label(layout: Layout, index: int) -> Label | None:
    """Capitalized words and a colon at the start of a paragraph, after an optional mark; or "Q." and "A."."""
    block = layout.blocks[index]
    start = block.start
    if layout.tokens[start].text in OPENING_QUOTES and start + 1 < block.end:
        start += 1
    if layout.tokens[start].text in {"Q.", "A."}:
        return Label(start, start + 1, start + 1)
    if layout.tokens[start].text == "(":
        return _bracketed(layout, start, block.end)
    for at in range(start, min(block.end - 1, start + _LONGEST + 1)):
        token = layout.tokens[at]
        if token.text == ":":
            return Label(start, at, at + 1) if at > start and _is_name(layout, start, at) else None
        if token.is_digit or token.text in OPENING_QUOTES:
            return None
    return None


def _bracketed(layout: Layout, start: int, end: int) -> Label | None:
    """Name in double brackets: "((Jane Doe)) We began in May"; not a paragraph in brackets."""
    tokens = layout.tokens[start : min(end, start + _LONGEST + 4)]
    words = [token.text for token in tokens]
    if words[:2] != ["(", "("] or ")" not in words:
        return None
    last = start + words.index(")")
    closed = layout.tokens[last : last + 2][-1].text == ")" and last + 2 < end
    named = last > start + 2 and _is_name(layout, start + 2, last)
    content = last + 3 if last + 3 < end and layout.tokens[last + 2].text == ":" else last + 2
    return Label(start + 2, last, content, bracketed=True) if closed and named else None


def _is_name(layout: Layout, first: int, last: int) -> bool:
    label = layout.tokens[first:last]
    if last - first == 1 and label[0].text in QUESTION | ANSWER:
        return True
    if label[-1].lower_ in CLAUSES.sections or label[0].lower_ == "by":
        return False  # "Transcript: …", "EXCLUSIVE: …", "By Jane Doe: …"
    if label[0].lower_ in CLAUSES.salutations or _is_dateline(label):
        return False
    if any(word.is_punct and word.text not in {".", "-", ",", "(", ")"} for word in label):
        return False
    if not all(word.text[0].isupper() or word.is_punct for word in label):
        return False
    capital = _is_capital(layout, Label(first, last, last))
    return label[-1].pos_ in {"PROPN", "NOUN"} or capital or any(word.ent_type_ for word in label)


def _is_dateline(label: list[Token]) -> bool:
    """A town and its country: "Leeds, England: The bridge will open"; not "Jane Doe, England"."""
    places = all(word.ent_type_ in PLACES for word in label if word.is_alpha)
    return places and any(word.text == "," for word in label)


def _is_capital(layout: Layout, label: Label) -> bool:
    words = [token for token in layout.tokens[label.first : label.last] if token.is_alpha]
    return bool(words) and all(word.is_upper for word in words) and len("".join(w.text for w in words)) > _FEW

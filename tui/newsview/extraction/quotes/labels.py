"""Speaker labels: "WALLACE: But why?" in transcripts, "Q:" and "A:" in interviews, "Smith: Taxes will rise" in headlines."""

from __future__ import annotations

from collections import Counter

from newsview.extraction.quotes.attribution import Attribution
from newsview.extraction.quotes.cues import words
from newsview.extraction.quotes.layout import Layout

_LONGEST = 6
"""Words of a label at most: "FORMER SEN. JANE B. DOE"."""
_FEW = 2
_OPENING = frozenset({"“", '"', "''", "``", "‘", "'"})
_CLOSING = frozenset({"”", '"', "''", "’", "'"})


def by_label(layout: Layout) -> list[Attribution]:
    """Every paragraph that opens with its speaker's label, and those that go on with an opening mark but no label."""
    labels = [_label(layout, index) for index in range(len(layout.blocks))]
    texts = Counter(_key(layout, label) for label in labels if label is not None)
    found: list[Attribution] = []
    current: Attribution | None = None
    for index, label in enumerate(labels):
        block = layout.blocks[index]
        if label is None:
            if current is not None and layout.tokens[block.start].text in _OPENING and len(found) >= _FEW:
                current.content.extend(_inside(layout, block.start, block.end))
            else:
                current = None
            continue
        current = None
        if index == 0 or _is_capital(layout, label) or texts[_key(layout, label)] >= _FEW:
            spans = _inside(layout, label[1] + 1, block.end)
            if spans:
                current = Attribution(spans, "label", cue=(label[1], label[1] + 1), speaker=label, head=label[1] - 1)
                found.append(current)
    return found


def _inside(layout: Layout, first: int, last: int) -> list[tuple[int, int]]:
    """The words of ``first:last`` without quotation marks and spaces at their edges."""
    tokens = layout.tokens
    while first < last and (tokens[first].text in _OPENING or tokens[first].is_space):
        first += 1
    while last > first and (tokens[last - 1].text in _CLOSING or tokens[last - 1].is_space):
        last -= 1
    return [layout.chars(first, last)] if any(token.is_alpha for token in tokens[first:last]) else []


def _key(layout: Layout, label: tuple[int, int]) -> str:
    return layout.text[slice(*layout.chars(*label))]


def _label(layout: Layout, index: int) -> tuple[int, int] | None:
    """The tokens before the colon, if the paragraph opens with capitalized words and a colon; a mark may stand before."""
    block = layout.blocks[index]
    start = block.start
    if layout.tokens[start].text in _OPENING and start + 1 < block.end:
        start += 1
    for at in range(start, min(block.end - 1, start + _LONGEST + 1)):
        token = layout.tokens[at]
        if token.text == ":":
            return (start, at) if at > start and _names_somebody(layout, start, at) else None
        if token.is_digit or token.text in _OPENING:
            return None
    return None


def _names_somebody(layout: Layout, first: int, last: int) -> bool:
    label = layout.tokens[first:last]
    if last - first == 1 and label[0].text in {"Q", "A"}:
        return True
    if label[-1].lower_ in words("sections"):
        return False  # "Transcript: …", "EXCLUSIVE: …"
    if any(word.is_punct and word.text not in {".", "-", ",", "(", ")"} for word in label):
        return False
    if not all(word.text[0].isupper() or word.is_punct for word in label):
        return False
    return label[-1].pos_ in {"PROPN", "NOUN"} or _is_capital(layout, (first, last)) or any(w.ent_type_ for w in label)


def _is_capital(layout: Layout, label: tuple[int, int]) -> bool:
    words = [token for token in layout.tokens[label[0] : label[1]] if token.is_alpha]
    return bool(words) and all(word.is_upper for word in words) and len("".join(w.text for w in words)) > _FEW

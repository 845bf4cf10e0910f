"""Speaker labels: "WALLACE: But why?" in transcripts, "Q:" and "A:" in interviews, "Smith: Taxes will rise" in headlines."""

from __future__ import annotations

from collections import Counter

from newsview.extraction.quotes import content
from newsview.extraction.quotes.attribution import Attribution
from newsview.extraction.quotes.layout import Layout

_LONGEST = 6
"""Words of a label at most: "FORMER SEN. JANE B. DOE"."""
_FEW = 2


def by_label(layout: Layout) -> list[Attribution]:
    """Every paragraph that opens with its speaker's label."""
    labels = [_label(layout, index) for index in range(len(layout.blocks))]
    texts = Counter(_key(layout, label) for label in labels if label is not None)
    found = []
    for index, label in enumerate(labels):
        if label is None:
            continue
        if index == 0 or _is_capital(layout, label) or texts[_key(layout, label)] >= _FEW:
            spans = content.spans(layout, [(label[1] + 1, layout.blocks[index].end)])
            if spans:
                head = label[1] - 1
                found.append(Attribution(spans, "label", cue=(label[1], label[1] + 1), speaker=label, head=head))
    return found


def _key(layout: Layout, label: tuple[int, int]) -> str:
    return layout.text[slice(*layout.chars(*label))]


def _label(layout: Layout, index: int) -> tuple[int, int] | None:
    """The tokens before the colon, if the paragraph opens with capitalized words and a colon."""
    block = layout.blocks[index]
    for at in range(block.start, min(block.end - 1, block.start + _LONGEST + 1)):
        token = layout.tokens[at]
        if token.text == ":":
            named = layout.tokens[block.start : at]
            return (block.start, at) if named and _names_somebody(layout, block.start, at, index) else None
        if layout.region_of[at] is not None or token.is_digit:
            return None
    return None


def _names_somebody(layout: Layout, first: int, last: int, index: int) -> bool:
    words = layout.tokens[first:last]
    if last - first == 1 and words[0].text in {"Q", "A"}:
        return True
    if any(word.is_punct and word.text not in {".", "-", ",", "(", ")"} for word in words):
        return False
    if not all(word.text[0].isupper() or word.is_punct for word in words):
        return False
    return words[-1].pos_ in {"PROPN", "NOUN"} or _is_capital(layout, (first, last)) or any(w.ent_type_ for w in words)


def _is_capital(layout: Layout, label: tuple[int, int]) -> bool:
    words = [token for token in layout.tokens[label[0] : label[1]] if token.is_alpha]
    return bool(words) and all(word.is_upper for word in words) and len("".join(w.text for w in words)) > _FEW

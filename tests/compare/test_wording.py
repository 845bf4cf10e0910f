"""Differences between two quotations of the same words, by kind."""

import pytest

from newsview.compare.wording import wording

FULL = "We will not raise the tax on boats, as we told Ada Quill in the spring of last year."


@pytest.mark.parametrize(
    ("fullest", "other", "kind", "shown"),
    [
        (FULL, FULL.replace("not ", ""), "negation", "[-not-]"),
        (FULL, FULL.replace("will not", "won't"), None, None),
        ("We can pay for two boats", "We can't pay for two boats", "negation", "[-can-] {+can't+}"),
        ("It costs $4 million a year", "It costs $6 million a year", "number", "[-4 million-] {+6 million+}"),
        ("It sank with 40 men", "It sank with forty men", None, None),
        (FULL, FULL.replace("Ada Quill", "Tom Berger"), "name", "[-Ada Quill-] {+Tom Berger+}"),
        ("He will raise it soon", "[The mayor] will raise it soon", "bracket", "[-He-] {+The mayor+}"),
        ("We will, as I said, go on", "We will … go on", "cut", "[-as I said-]"),
        (FULL, "told Ada Quill in the spring of last year", "cut", "[-We will not raise … on boats, as we-]"),
        ("We raise the tax", "we raise the tax", "capital", "[-We-] {+we+}"),
        ("We raise the tax", "We raised the tax", "tense", "[-raise-] {+raised+}"),
        ("He is a good man", "He was a good man", "tense", "[-is-] {+was+}"),
        ("They stop at the quay", "They stopped at the quay", "tense", "[-stop-] {+stopped+}"),
        ("The big boat is new", "The small boat is new", "word", "[-big-] {+small+}"),
        ("“We can’t go on – at all”", '"We can\'t go on - at all"', None, None),
    ],
)
def test_difference_has_its_kind(fullest: str, other: str, kind: str | None, shown: str | None) -> None:
    found = wording(fullest, other)
    if kind is None:
        assert not [each for each in found if each.kind != "word" and each.kind != "negation"]
        return
    assert (found[0].kind, found[0].text) == (kind, shown)


def test_same_words_do_not_differ() -> None:
    assert wording(FULL, FULL) == []

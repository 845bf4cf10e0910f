"""Number of English words in the code of extraction, which belong in its data files.

Counted are string constants that are plain lower-case English words of two letters or more, or "a", where they stand

- in a set, tuple or list, also within a call of ``frozenset`` ("word lists"), and
- beside ``==``, ``!=``, ``in`` or ``not in`` ("comparisons"), function words apart.

Not counted are words of the program rather than of the article: labels of the parser, kinds and other enumerated
values of facts, names of fields, and whatever is compared with an attribute that holds such a value (``token.dep_``,
``quantity.kind``, ``period.granularity``), or assigned to one; nor mappings from words to values.
"""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import newsview.extraction

ROOT = Path(newsview.extraction.__file__).parent

WORD = re.compile(r"a|[a-zé]{2,}(?:['’-][a-zé]+)*")

_FUNCTION_WORDS = """
a all and as at be between by for from have he in it its my near no not of off on one or out over per than that the
they this to up what when who with
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
"""Words of grammar: compared alone they are the construction that a rule reads ("of", "than"), not a list of words."""

_PARSER = """
acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj cop csubj csubjpass dative dep
det dobj flat iobj mark neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss prep prt punct relcl
xcomp lemma morph pos tag tagger parser senter ner lemmatizer attribute_ruler tok2vec transformer curated_transformer
strings
"""
PARSER = frozenset(_PARSER.split())
"""Labels and names of spaCy."""

_VALUES = """
cardinal ordinal money percent percentage_point measure score ratio label age duration fraction date time headline
subhead caption body byline word digits glyph mark edge double single open close none verbs nouns adjectives literals
parts rows names taken pairs added add override replace types kinds
"""
VALUES = frozenset(_VALUES.split())
"""Kinds and roles of the schema, shapes of a piece, names of fields and tables."""

_ENUMERATED = """
dep_ tag_ pos_ ent_type_ kind shape unit dimension name power trend_role trend rule granularity family role manner
tense gender deixis act lang language cue_kind way edge per
"""
ENUMERATED = frozenset(_ENUMERATED.split())
"""Names of attributes and variables whose values are enumerated in the program or in its tables."""


def words_in_lists(tree: ast.AST) -> Iterator[str]:
    """The words in sets, tuples and lists."""
    values = {id(node) for each in ast.walk(tree) for node in values_of_the_program(each)}
    for node in ast.walk(tree):
        if isinstance(node, (ast.Set, ast.Tuple, ast.List)) and id(node) not in values:
            yield from words_among(node.elts)


def words_compared(tree: ast.AST) -> Iterator[str]:
    """The words beside a comparison."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and not any(map(is_enumerated, [node.left, *node.comparators])):
            yield from words_among([node.left, *node.comparators])


def words_among(nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and is_word(node.value):
            yield node.value


def is_word(text: str) -> bool:
    return WORD.fullmatch(text) is not None and text not in PARSER | VALUES


def values_of_the_program(node: ast.AST) -> Iterator[ast.AST]:
    """The displays below *node* that hold values of the program: types, slots, what is compared with or assigned to one."""
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal":
        yield from ast.walk(node.slice)
    if isinstance(node, ast.Compare) and any(map(is_enumerated, [node.left, *node.comparators])):
        yield from node.comparators
    if isinstance(node, ast.Assign):
        for target in node.targets:
            parts = target.elts if isinstance(target, ast.Tuple) else [target]
            if any(map(is_enumerated, parts)) or (isinstance(target, ast.Name) and target.id == "__slots__"):
                yield node.value


def is_enumerated(node: ast.AST) -> bool:
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return name in ENUMERATED


class Counts(NamedTuple):
    """{module: words} in lists, in comparisons, and function words in comparisons."""

    lists: Counter[str]
    compared: Counter[str]
    functional: Counter[str]


def counted(root: Path) -> Counts:
    """The counts of the code below *root*."""
    counts = Counts(Counter(), Counter(), Counter())
    for path in sorted(root.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        module = str(path.relative_to(root))
        compared = list(words_compared(tree))
        counts.lists[module] = sum(1 for _ in words_in_lists(tree))
        counts.functional[module] = sum(word in FUNCTION_WORDS for word in compared)
        counts.compared[module] = len(compared) - counts.functional[module]
    return counts


def test_the_code_of_extraction_has_few_words_of_english() -> None:
    counts = counted(ROOT)
    assert counts.lists.total() + counts.compared.total() < 200, (
        "a word list belongs into a data file: see CONTRIBUTING.md"
    )
    assert counts.functional.total() < 200


def test_every_data_file_states_source_and_licence() -> None:
    tables = [path for suffix in ("toml", "tsv") for path in ROOT.rglob(f"data/*.{suffix}")]
    assert len(tables) > 50
    for path in tables:
        head = "".join(
            line for line in path.read_text(encoding="utf-8").splitlines()[:8] if line.startswith("#")
        ).lower()
        assert "source" in head or "general knowledge" in head, path
        assert "licen" in head, path


def main() -> None:
    """Print the counts of each module below the folder given, by default that of extraction."""
    counts = counted(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
    for module in counts.lists:
        if counts.lists[module] or counts.compared[module]:
            print(f"{module}: {counts.lists[module]} in lists, {counts.compared[module]} compared")
    lists, compared, functional = (each.total() for each in counts)
    print(f"all: {lists} in lists, {compared} compared, and {functional} function words compared")


if __name__ == "__main__":
    main()

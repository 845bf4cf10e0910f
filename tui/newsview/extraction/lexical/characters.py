"""Characters of one function in their several spellings: dashes, apostrophes and quotation marks.

As single characters, or as the tokens that spaCy makes of them ("--", "``").
"""

from __future__ import annotations

HYPHENS = frozenset("-‑")
"""Hyphen and non-breaking hyphen, between the parts of a word: "three-point"."""
JOINTS = HYPHENS | {"–"}
"""What joins the parts of a name or of a compound: "Lee Jong–sup", "32–year-old"; an en dash also in place of a hyphen."""
MINUS_SIGNS = frozenset("-−")
SPAN_DASHES = JOINTS | MINUS_SIGNS
"""Between two numbers of one expression: "5–10%", "2-1"; an em dash there begins a new statement."""
CLAUSE_DASHES = frozenset({"–", "—", "―", "--"})
"""Between clauses: "It was late — she said — and dark". A hyphen is one only where a rule adds it."""
DASHES = SPAN_DASHES | CLAUSE_DASHES | {"‒"}

APOSTROPHES = frozenset("'’")
"""Of a contraction or possessive; "‘" and "`" are apostrophes only in misspellings (``PLAIN``)."""
POSSESSIVES = frozenset({"'s", "’s"})

OPENING_QUOTES = frozenset({'"', "'", "''", "“", "‘", "``"})
CLOSING_QUOTES = frozenset({'"', "'", "''", "”", "’"})
QUOTE_MARKS = OPENING_QUOTES | CLOSING_QUOTES | {"«", "»"}

PLAIN = {**dict.fromkeys(APOSTROPHES | {"‘", "ʼ", "`"}, "'"), **dict.fromkeys(DASHES - {"--"}, "-")}
"""{character: its ASCII form}, for patterns that do not depend on the spelling."""

"""Physical units beside a numeral: names and symbols with SI prefixes, powers, and quotients ("km/h", "A/cm2")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from newsview.extraction.lexical.characters import JOINTS
from newsview.extraction.numbers.lexicon import UNITS
from newsview.extraction.numbers.pieces import Pieces
from newsview.model.data_files import DataFileError, rows
from newsview.model.facts import NumberKind

PREFIXES = {
    "zetta": ("Z",), "exa": ("E",), "peta": ("P",), "tera": ("T",), "giga": ("G",), "mega": ("M",), "kilo": ("k", "K"), "hecto": ("h",),
    "deci": ("d",), "centi": ("c",), "milli": ("m",), "micro": ("μ", "µ"), "nano": ("n",), "pico": ("p",),
}  # fmt: skip
"""SI prefixes and their symbols."""

_POWERS = {"2": "square", "3": "cubic", "²": "square", "³": "cubic"}


SHARES: dict[str, NumberKind] = {"percent": "percent", "percentage point": "percentage_point"}
"""Units with a kind of their own."""


class Unit(NamedTuple):
    """Singular name of a unit and its dimension."""

    name: str
    dimension: str


class Measure(NamedTuple):
    """Unit in the pieces from *first* to before *end*; *symbol* if it is not a name."""

    unit: Unit
    first: int
    end: int
    symbol: bool = False


@cache
def _tables() -> tuple[dict[str, Unit], dict[str, Unit], dict[str, Unit]]:
    """(names in lower case, symbols as written, unambiguous symbols in lower case)."""
    names: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    for unit, forms, signs, prefixes in unit_rows():
        names |= {form.replace("_", " "): unit for form in forms}
        symbols |= {sign.replace("_", " "): unit for sign in signs}
        for prefix in prefixes:
            prefixed = Unit(prefix + unit.name, unit.dimension)
            for form in forms:
                names.setdefault(prefix + form, prefixed)
            for sign in signs:
                for letter in PREFIXES[prefix]:
                    symbols.setdefault(letter + sign, prefixed)
    names.setdefault("kilo", Unit("kilogram", "mass"))
    names.setdefault("kilos", Unit("kilogram", "mass"))
    folded: dict[str, set[Unit]] = {}
    for sign, unit in symbols.items():
        folded.setdefault(sign.lower(), set()).add(unit)
    return names, symbols, {sign: min(found, key=str) for sign, found in folded.items() if len(found) == 1}


@cache
def _beginnings() -> frozenset[str]:
    """Every beginning, in lower case and without spaces, of the names and symbols."""
    spelled = {written.lower().replace(" ", "") for table in _tables() for written in table}
    return frozenset(written[:end] for written in spelled for end in range(1, len(written) + 1))


def unit_rows() -> Iterator[tuple[Unit, list[str], list[str], list[str]]]:
    """The rows of the table: the unit, its forms, its symbols, its prefixes.

    Raises ``DataFileError`` for a dimension that units.toml does not have, a prefix that is none, a form with a comma and
    one that another row has.
    """
    taken: dict[str, str] = {}
    for name, dimension, *cells in rows(__package__, "units", columns=5):
        forms, signs, prefixes = map(_listed, cells)
        if dimension.replace(" ", "_") not in UNITS.dimensions:
            raise DataFileError(f"{__package__}, units.tsv, {name}: no dimension {dimension!r}; units.toml has them")
        for prefix in prefixes:
            if prefix not in PREFIXES:
                raise DataFileError(f"{__package__}, units.tsv, {name}: no prefix {prefix!r}")
        for form in forms:
            if "," in form:
                raise DataFileError(f"{__package__}, units.tsv, {name}: {form!r} has a comma; blanks separate forms")
            if form in taken:
                raise DataFileError(f"{__package__}, units.tsv, {name}: {form!r} is also a form of {taken[form]}")
            taken[form] = name
        yield Unit(name, dimension), forms, signs, prefixes


def _listed(cell: str) -> list[str]:
    return [] if cell == "-" else cell.split()


def unit_kind(unit: Unit) -> NumberKind:
    """Kind of a quantity in *unit*."""
    if unit.dimension == "time":
        return "duration"
    return SHARES.get(unit.name, "measure")


def unit_names() -> Mapping[str, Unit]:
    """The units by their names in words, in lower case: 'kilometre', 'kilometres', 'metric ton'."""
    return _tables()[0]


def unit_word(word: str) -> bool:
    """Whether *word* (lower case) is the name of a unit: "tonnes", "miles"."""
    return word in _tables()[0]


def unit_at(pieces: Pieces, index: int) -> Measure | None:
    """Unit at the piece *index*, directly after a numeral or its hyphen; None if there is none."""
    at = index + 1 if pieces.at(index).text in JOINTS and pieces.at(index).glued else index
    found = _term(pieces, at)
    if found is None:
        return None
    return _quotient(pieces, found) or found


def _term(pieces: Pieces, at: int) -> Measure | None:
    """One factor: "miles", "square miles", "km2", "sq m", "pound-feet"."""
    word = pieces.word(at)
    for power, markers in (("square", UNITS.square), ("cubic", UNITS.cubic)):
        if word in markers:
            after = at + 1 + (pieces.at(at + 1).text in (".", "-") and pieces.at(at + 1).glued)
            inner = _simple(pieces, after)
            if inner is not None:
                return Measure(
                    Unit(f"{power} {inner.unit.name}", "area" if power == "square" else "volume"),
                    at,
                    inner.end,
                    inner.symbol,
                )
    found = _simple(pieces, at)
    if found is None:
        return None
    exponent = pieces.at(found.end)
    if exponent.glued and exponent.text in _POWERS and found.unit.dimension in ("length", "time"):
        power = _POWERS[exponent.text]
        return Measure(Unit(f"{power} {found.unit.name}", "area"), at, found.end + 1, True)
    return found


def _simple(pieces: Pieces, at: int) -> Measure | None:
    """Longest name or symbol at *at*, of up to five pieces."""
    names, symbols, folded = _tables()
    best: Measure | None = None
    text = lower = beginning = ""
    for end in range(at, at + 5):
        piece = pieces.at(end)
        beginning += piece.lower
        if piece.shape not in ("word", "mark") or beginning not in _beginnings():
            break
        gap = "" if piece.glued or end == at else " "
        text, lower = text + gap + piece.text, lower + gap + piece.lower
        if lower in names and not (lower in UNITS.nounlike and _noun_follows(pieces, end + 1)):
            best = Measure(names[lower], at, end + 1)
        elif text in symbols and _symbol_stands(pieces, at, end, text):
            best = Measure(symbols[text], at, end + 1, True)
        elif len(text) > 1 and lower in folded and not _is_plural(text) and _symbol_stands(pieces, at, end, text):
            best = Measure(folded[lower], at, end + 1, True)
    return best


def _noun_follows(pieces: Pieces, at: int) -> bool:
    return pieces.at(at).shape == "word" and pieces.token(at).tag_ in ("NN", "NNS", "NNP", "NNPS", "JJ")


def _is_plural(text: str) -> bool:
    """Whether *text* is the plural of an abbreviation and no symbol in another case: "12 MPs"."""
    return text[-1] == "s" and text[:-1].isupper() and len(text) > 2


def _symbol_stands(pieces: Pieces, at: int, end: int, text: str) -> bool:
    """Whether the symbol is neither the start of a longer word nor an ordinary word."""
    following = pieces.at(end + 1)
    if following.glued and text[-1].isalpha() and _goes_on(pieces, end + 1):
        return False
    if text.lower() in UNITS.wordlike and not pieces.at(at).glued:
        if following.glued and following.text in ("/", *_POWERS):
            return True
        before = pieces.at(at - 1)
        return before.lower in UNITS.square | UNITS.cubic or (text in UNITS.after_digits and before.shape == "digits")
    return True


def _goes_on(pieces: Pieces, at: int) -> bool:
    """Whether the text attached at *at* makes the symbol part of a name: "24703L202", "24703 L-202"."""
    following = pieces.at(at)
    if following.shape == "word":
        return True
    if following.shape == "digits":
        return following.text not in _POWERS
    return following.text == "-" and pieces.at(at + 1).glued and pieces.at(at + 1).shape == "digits"


def _quotient(pieces: Pieces, over: Measure) -> Measure | None:
    """Quotient of two units: "km/h", "miles per hour", "A/cm2", "kWh per square metre"."""
    slash = pieces.at(over.end)
    if (slash.text == "/" and slash.glued) or slash.lower == "per":
        under = _term(pieces, over.end + 1)
        if under is not None and (
            slash.text == "/"
            or (
                under.unit.dimension == "time"
                and over.unit.dimension in ("length", "data", "rotation", "volume", "mass")
                and _rate(over, under)
            )
        ):
            name = f"{over.unit.name} per {under.unit.name}"
            return Measure(Unit(name, "rate"), over.first, under.end, over.symbol)
    return None


def _rate(over: Measure, under: Measure) -> bool:
    return over.unit.dimension in ("length", "data") and under.unit.name in ("hour", "second", "minute")

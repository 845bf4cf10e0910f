"""Function words that rules of several packages share."""

from newsview.extraction.tables import Table, Words, load


class FunctionWords(Table):
    """Function words that rules of several packages share."""

    he_or_she: Words
    possessives: Words
    indefinite: Words
    and_or: Words
    more_or_less: Words
    more_or_fewer: Words
    a_or_one: Words
    ordinal_endings: Words
    of_or_for: Words
    and_or_ampersand: Words
    old: Words


FUNCTION = load(FunctionWords, __package__, "function_words")

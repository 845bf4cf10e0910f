"""Lexical layer: characters, lexemes and tokens of a Doc, read once for all extractors."""

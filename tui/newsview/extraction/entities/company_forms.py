"""Companies by their form: a legal form or "&" in the name, and the short forms of names that have one."""

from __future__ import annotations

from collections.abc import Mapping

from newsview.extraction.entities.lexicon import ORGANISATIONS, given_names
from newsview.extraction.entities.name_strings import form

_NO_COMPANY = frozenset({"PERSON", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
"""Labels that the recognizer gives to companies by mistake."""


def company_form(text: str, label: str) -> str | None:
    """ORG with a legal form last ("Ivo Sand LLC") or "&" between two names ("Sand & Roe"); not "Ann & Bob Doe"."""
    parts = form(text).split()
    if label not in _NO_COMPANY or len(parts) < 2:
        return None
    firm = label in {"PERSON", "GPE", "FAC"} and "&" in parts[1:-1] and parts[0] not in given_names()
    return "ORG" if firm or has_legal_form(text) else None


def has_legal_form(text: str) -> bool:
    """Whether *text* ends in a legal form that is no other word: "Zorb Inc.", "Zorb plc"; not "Zorb Company"."""
    return form(text).rpartition(" ")[2].strip(",") in ORGANISATIONS.legal_forms


def short_for_companies(labels: Mapping[str, str], context: Mapping[str, Mapping[str, int]]) -> Mapping[str, str]:
    """New labels of forms that are the first words of a company: "Hoare Quill", given Hoare Quill Holdings Ltd.

    One word must be the whole name without its legal form. Not a given name and a surname, which are the founder too
    ("Anna Quill" beside Anna Quill Corp.), nor where the *context* votes for a person.
    """
    firms = {key for key, label in labels.items() if label == "ORG" and has_legal_form(key)}
    named = {key.rpartition(" ")[0].rstrip(",") for key in firms}
    starts = {" ".join(key.split()[:size]).rstrip(",") for key in firms for size in range(2, len(key.split()))}
    people = {key.rpartition(" ")[2] for key, label in labels.items() if label == "PERSON" and " " in key}
    return {
        key: "ORG"
        for key, label in labels.items()
        if (key in named or key in starts)
        and label in _NO_COMPANY
        and key.partition(" ")[0] not in given_names()
        and key not in people
        and "PERSON" not in context.get(key, {})
    }

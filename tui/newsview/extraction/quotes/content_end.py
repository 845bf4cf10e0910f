"""End of a content: the first word of its clause that belongs to the reporter or to another cue."""

from __future__ import annotations

from spacy.tokens import Token

from newsview.extraction.function_words import FUNCTION
from newsview.extraction.quotes.cue_lexicon import Cue, lexicon, speaking_nouns
from newsview.extraction.quotes.doc_layout import Layout
from newsview.extraction.quotes.lexicon import CUES, STANCES
from newsview.extraction.syntax import FINITE, SUBJECT_DEPS, VERB_POS, has_mark, tense

_PRESENT = frozenset({"VBZ", "VBP"})


def content_end(layout: Layout, head: Token, last: int, cue: Token | None) -> int:
    """The token at which the content of *cue* ends because another cue or the reporter follows.

    "He said it was late and added that …", "She said it failed, calling it …", "It will rain, according to …".
    """
    for at in range(head.i + 1, last):
        token = layout.tokens[at]
        if _ends_content(layout, token, head, cue):
            return token.left_edge.i if token.left_edge.i > head.i else at
    return last


def _ends_content(layout: Layout, child: Token, head: Token, outer: Token | None) -> bool:
    """Whether *child* begins what the cue *outer* does not report; *head* is the head of the content."""
    kind = child.pos_
    if kind == "NOUN":
        return _is_reporter_apposition(layout, child) or _ends_in_description(layout, child, head, outer)
    if child.lower_ == "according":
        return True
    if child.lower_ in STANCES.lacking:
        return outer is not None and child.nbor().lemma_ in CUES.unsaid  # "said he was late without elaborating"
    if kind not in VERB_POS or layout.region_of[child.i] is not None:
        return False
    cue = lexicon("verbs").get(child.lemma_.lower())
    saying = cue if cue is not None and cue.kind == "say" else None
    match child.dep_:
        case "advcl" | "relcl":
            return _ends_in_clause(layout, child, head, outer, saying)
        case "acl" if child.tag_ == "VBG":
            # "rejected the idea, saying it was late"
            own = saying is not None and child.head == head and outer is not None
            return own and not is_text(head) and any(each.dep_ == "ccomp" for each in child.rights)
        case "conj":
            return _ends_in_conjunct(layout, child, head, outer, saying)
    return False


def _ends_in_clause(layout: Layout, child: Token, head: Token, outer: Token | None, cue: Cue | None) -> bool:
    """Whether a relative or adverbial clause is the reporter's: "…, calling it a failure", "…, as did the mayor"."""
    first = child.left_edge
    paused = first.i > 0 and layout.tokens[first.i - 1].is_punct
    if child.dep_ == "relcl":
        if paused and any(each.lower_ in CUES.hearsay for each in child.lefts):
            return True  # "had been asked by the board, which will reportedly meet"
        if paused and outer is not None and (_is_name(child.head) or child.head == head):
            # "said it would sue Ada Quill, who runs the port", "revealed a loss, which shocked the town", if nothing follows
            return child.right_edge.i + 1 >= head.right_edge.i
        return paused and _has_complement(child, cue)
    if outer is not None and child.lemma_ in STANCES.pro_verbs and has_mark(child, "as"):
        return child.i == first.i + 1  # "said it was late, as did the mayor"
    beside = (paused and cue is not None) or child.lemma_ in STANCES.refuses
    if paused and cue is not None and first.lower_ in STANCES.meanwhile:
        return True  # "claim it will fail, while others are said to be angry"
    if beside and outer is not None and child.tag_ == outer.tag_:
        return True  # "said it was late, while others said it was early", "while the council declined to comment"
    if child.tag_ != "VBG":
        return False
    if _is_after_quotation(layout, first.i):
        return True
    if paused and outer is not None and child.lemma_ in CUES.results:
        return True  # "confirmed that it was closed, prompting an outcry"
    return paused and _has_complement(child, cue)


def _ends_in_conjunct(layout: Layout, child: Token, head: Token, outer: Token | None, cue: Cue | None) -> bool:
    """Whether a coordinated clause is the reporter's: "He said it was late and added that …"."""
    if outer is not None and child.tag_ in {tense(outer), "VB"} and is_silence(child):
        return True
    if any(each.dep_ in SUBJECT_DEPS for each in child.children):
        # "said it was late, and others said it was early": the tense of both cues
        joined = layout.tokens[child.left_edge.i - 1].dep_ == "cc"
        if cue is None or not joined or outer is None:
            return False
        # "showed that it grew and experts say it will": words reported in the past stand in the past
        return child.tag_ == tense(outer) or (tense(outer) == "VBD" and child.tag_ in _PRESENT)
    tag = tense(child) if child.tag_ == "VBG" else child.tag_
    if outer is not None and tag in FINITE and tag == tense(outer) != tense(head):
        # "denies that it was a crime and goes to great lengths": the tense of the second verb is that of the cue
        return True
    if cue is None or tense(child) not in {"VBD", "VBZ", "VBP"}:
        return False
    if any(each.dep_ == "auxpass" or (each.dep_ == "aux" and each.lemma_ == "have") for each in child.lefts):
        return False  # "said he had considered it but had been reassured": a second cue has the form "said … and added"
    return cue.takes("c") or (outer is not None and tense(child) == tense(outer) and cue.takes("w"))


def _has_complement(verb: Token, cue: Cue | None) -> bool:
    """Whether a cue that reports only with a preposition or particle has one: "lashing out at"; not "hitting a record"."""
    if cue is None:
        return False
    if (cue.strong | cue.weak) - {"p", "t"}:
        return True
    return any(child.lower_ in cue.prepositions | cue.particles for child in verb.rights)


def is_text(noun: Token) -> bool:
    """Whether *noun* is one who speaks, a text or words: "council", "statement", "claim"."""
    lemma = noun.lemma_.lower()
    return speaking_nouns().get(lemma) is not None or lemma in lexicon("nouns")


def is_silence(verb: Token) -> bool:
    """Words that the reporter misses: "said it would open, but he gave no details"."""
    if not any(child.dep_ == "cc" and child.lower_ in STANCES.contrast for child in verb.head.rights):
        return False
    if verb.lemma_ in STANCES.withholds:
        return verb.tag_ in FINITE
    silent = verb.lemma_ in CUES.unsaid
    return silent and any(child.dep_ == "neg" or child.left_edge.lower_ in STANCES.no for child in verb.children)


def _is_name(noun: Token) -> bool:
    """Name of somebody or something; not "29 May"."""
    return noun.pos_ == "PROPN" and noun.ent_type_ not in {"DATE", "TIME"}


def _ends_in_description(layout: Layout, noun: Token, head: Token, outer: Token | None) -> bool:
    """Description of a name at the end, by the reporter: "said it would sue Ada Quill, the owner of the port"."""
    if outer is None or noun.dep_ != "appos" or not _is_name(noun.head) or layout.region_of[noun.i] is not None:
        return False
    paused = layout.tokens[noun.left_edge.i - 1].text == ","
    return paused and noun.right_edge.i + 1 >= head.right_edge.i


def _is_after_quotation(layout: Layout, at: int) -> bool:
    """Comma after a quotation that ends the content: "said it was “too late,” dropping its earlier promise"."""
    for before in (at - 2, at - 3):
        region = layout.region_of[before] if before >= 0 else None
        if region is not None and region.after <= at and region.last >= at - 2:
            return any(layout.tokens[each].text == "," for each in range(region.last - 1, at))
    return False


def _is_reporter_apposition(layout: Layout, noun: Token) -> bool:
    """Apposition by the reporter: "said that it had failed, a claim the mayor denies"."""
    cue = lexicon("nouns").get(noun.lemma_)
    if cue is None or cue.kind != "say" or layout.region_of[noun.i] is not None:
        return False
    first = noun.left_edge.i
    if layout.tokens[first - 1].text not in {",", "-", "–", "—"}:
        return False
    indefinite = layout.tokens[first].lower_ in FUNCTION.indefinite
    return indefinite and any(child.dep_ in {"relcl", "acl"} for child in noun.rights)

"""Verb cues outside quoted speech: the constructions in order; the first that matches gives the attribution."""

from __future__ import annotations

from spacy.tokens import Token

from newsview.extraction.lexical.characters import HYPHENS
from newsview.extraction.quotes import content_span
from newsview.extraction.quotes.adjacent_cues import is_quote_cue
from newsview.extraction.quotes.attribution import Attribution
from newsview.extraction.quotes.cue_lexicon import Cue, lemma_ids, lexicon, speaking_nouns
from newsview.extraction.quotes.cue_subject import subject_of
from newsview.extraction.quotes.doc_layout import Layout
from newsview.extraction.quotes.lexicon import STANCES
from newsview.extraction.quotes.passive_cues import PASSIVE, is_passive
from newsview.extraction.quotes.reported_clauses import CLAUSES
from newsview.extraction.quotes.reported_phrases import PHRASES
from newsview.extraction.quotes.speaker_phrase import is_time, noun_before, phrase, trim
from newsview.extraction.syntax import agent_of, is_infinitive

ACTIVE = (*CLAUSES, *PHRASES)


def by_verb(layout: Layout) -> list[Attribution]:
    """The attributions of verbs of the lexicon outside quoted speech."""
    verbs = lexicon("verbs")
    found = []
    for at in layout.having("LEMMA", lemma_ids("verbs")):
        token = layout.tokens[at]
        if token.pos_ == "VERB" and token.dep_ != "amod" and not layout.in_speech(at) and not _is_joined(layout, at):
            cue = verbs.get(token.lemma_.lower())
            if cue is not None and layout.is_readable(token) and (cue.lemma != "put" or is_quote_cue(token)):
                attribution = _attribute(layout, token, cue)
                if attribution is not None:
                    found.append(attribution)
    return found


def _is_joined(layout: Layout, at: int) -> bool:
    """Last part of a compound: "counter-protesting"."""
    return at > 0 and layout.tokens[at - 1].text in HYPHENS and layout.ends[at - 1] == layout.starts[at]


def _agent(verb: Token) -> Token | None:
    """The agent, unless it is a time: "expected by Friday"."""
    agent = agent_of(verb)
    return agent if agent is not None and not is_time(agent) else None


def _is_published(verb: Token, speaker: Token) -> bool:
    """Findings of a text or a body, which are speech: "The report found that A", "The court held that A"."""
    kind = speaking_nouns().get(speaker.lemma_.lower())
    if is_infinitive(verb):
        return False  # "a test to determine whether"
    return kind == "text" or (verb.lemma_ in STANCES.findings and (kind == "body" or speaker.ent_type_ == "ORG"))


def _attribute(layout: Layout, verb: Token, cue: Cue) -> Attribution | None:
    passive = is_passive(verb, cue)
    if passive and verb.lower_ in lexicon("adjectives"):
        return None  # "is convinced that", "was worried about": see noun_cues
    for rule in PASSIVE if passive else ACTIVE:
        ranges = rule(layout, verb, cue)
        spans = content_span.spans(layout, ranges) if ranges else []
        if spans:
            speaker = _agent(verb) if passive else subject_of(layout, verb) or noun_before(layout, verb)
            made = Attribution(spans, rule, cue=(verb.i, verb.i + 1), act=cue.act)
            if speaker is not None and not layout.in_speech(speaker.i):
                first, last, made.head = phrase(layout, speaker, avoid=verb.i)
                # content that is parsed as an apposition: "could, say traders, hurt the port"
                last = min((at for at, _ in ranges or () if speaker.i < at < last), default=last)
                made.speaker = trim(layout, first, last, made.head)
                if cue.kind == "think" and _is_published(verb, speaker):
                    made.act = "speech"
            return made
    return None

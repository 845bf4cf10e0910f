"""Rules for whether a full stop, question or exclamation mark ends its sentence; one function for each construction.

Each rule reads a bounded number of characters on either side, so that sentence splitting is linear. A rule returns True
(the sentence ends), False (it continues) or None (not applicable); the first result other than None decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from newsview.model.data_files import sections

BEHIND, AHEAD = 24, 80
_OPENING = re.compile(r"[\"“‘'«(\[¿¡*_]{0,6}")
WORD = re.compile(r"[^\W\d_]{1,30}(?:[’'][^\W\d_]{1,3})?")
_DOTTED = re.compile(r"(?:[A-Za-z]{1,2}\.)+[A-Za-z]{1,2}\Z")
_LAST = re.compile(r"[.?!](?=\s|[\"”’']|$)")
_QUOTES = frozenset("\"”’'»")
_DASHES = frozenset("-–—―")


@cache
def words(section: str) -> frozenset[str]:
    """The entries of a section of ``data/abbreviations.txt``."""
    return sections("newsview.reading", "abbreviations")[section]


class Stop:
    """A mark that may end a sentence: ``text[mark:closed]`` is the mark, ``[closed:stop]`` closing quotes and brackets.

    ``begin`` is the start of the sentence, ``following`` the first character after the white space, ``end`` the end of
    the paragraph, all as code point offsets. The other attributes are precomputed for the rules.
    """

    __slots__ = (
        "after",
        "before",
        "begin",
        "closed",
        "end",
        "first",
        "following",
        "mark",
        "next",
        "quoted",
        "run",
        "stop",
        "text",
    )

    def __init__(self, text: str, begin: int, mark: int, closed: int, stop: int, following: int, end: int) -> None:
        self.text = text
        self.begin, self.end = begin, end
        self.mark, self.closed, self.stop, self.following = mark, closed, stop, following
        self.run = text[mark : min(closed, mark + 8)]
        """The mark, at most its first eight characters."""
        self.quoted = closed < stop and not _QUOTES.isdisjoint(text[closed : min(stop, closed + 8)])
        """Whether a closing quote mark follows the mark."""
        opening = _OPENING.match(text, following, end)
        self.first = opening.end() if opening else following
        """Offset of the next word, after opening quote marks and brackets."""
        self.next = text[self.first] if self.first < end else ""
        """First character of the next word, empty at the paragraph's end."""
        word = WORD.match(text, self.first, end)
        self.after = word[0] if word else ""
        """The word after the mark, empty if no word follows."""
        before = last_word(text, begin, mark)
        shouted = len(before) > 1 and before.isupper() and before.isalpha() and self.shouted
        self.before = before.capitalize() if shouted else before
        """The word before the mark, with its inner full stops: "U.S", "Inc"; "St" for "ST. LOUIS" in a headline."""

    @property
    def shouted(self) -> bool:
        """Whether the next word is in capitals."""
        return len(self.after) > 1 and self.after.isupper()

    @property
    def opener(self) -> bool:
        """Whether the next word usually begins a sentence: "A spokesman"; not the initial of "A. Doe"."""
        word = self.after
        behind = self.first + len(word)
        if len(word) == 1 and self.text[behind : min(behind + 1, self.end)] == ".":
            return False
        plain = word.capitalize() if self.shouted else word
        if plain in words("opener"):
            return True
        if plain in words("question opener"):
            mark = _LAST.search(self.text, behind, min(behind + AHEAD, self.end))
            return mark is not None and mark[0] == "?"
        small = self.text[behind : min(behind + 2, self.end)].strip().islower()
        return small and word in words("opener before a small letter")


def last_word(text: str, begin: int, end: int) -> str:
    """The characters before *end* back to white space or an opening mark, at most 24 of them, not before *begin*."""
    piece = text[max(begin, end - BEHIND) : end]
    if not piece or piece[-1].isspace():
        return ""
    word = piece.rsplit(None, 1)[-1]
    if word.isalnum():
        return word
    return word[max(map(word.rfind, _OPENERS)) + 1 :]


_OPENERS = '(“"‘[«—–/'


def ends_sentence(stop: Stop) -> bool:
    """Whether the sentence ends at *stop*, where white space follows the mark."""
    run = stop.run
    if run in ("。", "！", "？"):
        return True
    rules = _FULL_STOP if run == "." else _ELLIPSIS if run == "…" or (len(run) > 1 and run[0] in ".…") else _LOUD
    for rule in rules:
        answer = rule(stop)
        if answer is not None:
            return answer
    return True


def plain_word(stop: Stop) -> bool | None:
    """End after a lower-case word and before a capital letter: "the city. The mayor"."""
    ordinary = stop.before.islower() and stop.before.isalpha() and len(stop.before) > 2
    return True if ordinary and stop.next.isupper() and not is_abbreviated(stop.before) and not stop.quoted else None


@cache
def _abbreviated() -> frozenset[str]:
    return frozenset().union(*(words(section) for section in ("title", "number", "unclear", "state", "latin", "clock")))


def is_abbreviated(word: str) -> bool:
    """Whether *word* is in any list of abbreviations."""
    return word in _abbreviated()


def lower_case_follows(stop: Stop) -> bool | None:
    """No end before a lower-case letter: "“Stop!” he said."; not before a brand: "iPhone sales fell"."""
    if not stop.next.islower():
        return None
    if stop.first > stop.following and stop.text[stop.following] not in "([" and stop.run == "." and not stop.quoted:
        return None  # 'He agreed. “we are late”': an opening quote mark may begin a sentence
    brand = stop.text[stop.first + 1 : min(stop.first + 2, stop.end)].isupper()
    return None if brand and stop.before not in words("unclear") else False


def dash_follows(stop: Stop) -> bool | None:
    """No end before a dash: "“We tried.” — Jane Doe"."""
    return False if stop.next in _DASHES else None


def attribution_follows(stop: Stop) -> bool | None:
    """No end between a quotation and its attribution: "“Why?” Doe asked."."""
    if not stop.quoted or stop.first > stop.following or not stop.next.isupper():
        return None
    match = _ATTRIBUTION.match(stop.text, stop.following, min(stop.end, stop.following + AHEAD))
    if match is None or (match["name"] != "I" and stop.opener):
        return None
    if stop.run[0] == ".":
        return False if match["end"] else None
    return False if match["end"] or match["asks"] or match["how"] else None


_ATTRIBUTION = re.compile(
    r"(?P<name>I|(?:[A-ZÀ-ÖØ-Þ][\w’'-]{0,20}\.?[ \u00a0\n]){0,3}[A-ZÀ-ÖØ-Þ][\w’'-]{1,20})[ \u00a0\n]"
    r"(?:(?P<asks>asked|asks|wondered|shouted|cried|yelled|exclaimed|screamed|demanded|told|replied|responded|joked|tweeted)"
    r"|said|says|added|wrote|answered|continued|explained|recalled|concluded|declared|quipped|whispered)\b"
    r"(?:(?P<end>[.,;:])"
    r"|[ \u00a0\n](?P<how>in|on|at|of|to|as|with|during|after|before|from|when|while|about|later|again|back"
    r"|[a-z]{2,12}ly|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)?"
)


def list_marker(stop: Stop) -> bool | None:
    """No end after a number or letter at the start: "1. Open the valve.", "A. Yes, I did."."""
    if stop.mark - stop.begin > 4 or stop.stop > stop.closed + 1:
        return None
    return False if _MARKER.fullmatch(stop.text, stop.begin, stop.mark) else None


_MARKER = re.compile(r"[(\[]?(?:\d{1,3}|[ivxIVX]{1,4}|[A-Za-z])")


def figure_follows(stop: Stop) -> bool | None:
    """No end between an abbreviation and a number: "No. 5", "Jan. 3", "p. 12"."""
    if not stop.next.isdigit() or stop.first > stop.following:
        return None
    before = stop.before
    return False if before in words("number") or before in words("unclear") or _DOTTED.match(before) else None


def lone_no(stop: Stop) -> bool | None:
    """End after "No" at the start: "“No. Doe was there.”"."""
    return True if stop.before == "No" and stop.mark - stop.begin <= 4 and stop.next.isupper() else None


def title(stop: Stop) -> bool | None:
    """No end after a title or Latin abbreviation: "Sen. Doe", "Mr. Doe", "Doe v. Roe", "e.g. Paris"."""
    before = stop.before.rpartition("-")[2] if "-" in stop.before else stop.before
    return False if before in words("title") or stop.before in words("latin") else None


def bracketed(stop: Stop) -> bool | None:
    """No end after an abbreviation at a bracket: "Sen. Jane Doe (R-Tex.) Doe", "SPRINGFIELD, Ill. (AP)"."""
    brackets = stop.text[stop.closed : min(stop.stop, stop.closed + 1)] == ")" or stop.text[stop.following] == "("
    return False if brackets and is_abbreviation(stop.before) else None


def clock(stop: Stop) -> bool | None:
    """End after a time of day: "at 7 p.m. Police came"; not "at 7 p.m. Monday", "At 7 p.m. Doe left"."""
    if stop.before not in words("clock") or stop.before == "noon":
        return None
    zone = _DOTTED.match(stop.text[stop.first : min(stop.first + 3, stop.end)])  # "9 p.m. E.T."
    if stop.after in words("after clock") or zone:
        return False
    return stop.opener or len(stop.text[stop.begin : min(stop.mark, stop.begin + AHEAD)].split()) > 5


def initial(stop: Stop) -> bool | None:
    """No end after an initial: "George W. Bush"; not "hepatitis B. Doctors say", "World War I. The army"."""
    letter = stop.before
    if len(letter) != 1 or not letter.isupper():
        return None
    word = last_word(stop.text, stop.begin, max(stop.begin, stop.mark - 2))
    if word in words("lettered") or stop.opener:
        return True
    return letter == "I" and bool(word) and not word[0].isupper()


def state(stop: Stop) -> bool | None:
    """End after a state, which has a comma inside a sentence: "in Peoria, Ill. Doe said"."""
    before = stop.before
    if before not in words("state"):
        return None
    name = stop.mark - len(before)
    comma = stop.text[max(stop.begin, name - 2) : name].strip() == ","
    behind = stop.first + len(stop.after)
    titled = stop.text[behind : min(behind + 1, stop.end)] == "."
    return stop.opener or (comma and not titled and stop.next.isupper() and stop.first == stop.following)


def abbreviation(stop: Stop) -> bool | None:
    """End after an abbreviation: "Acme Inc. The company", "U.S. The"; not "Acme Inc. Chief Executive", "U.S. Army"."""
    return stop.opener if is_abbreviation(stop.before) else None


def is_abbreviation(word: str) -> bool:
    """Whether *word*, or its last part ("R-Tex"), can be an abbreviation before a full stop."""
    word = word.rpartition("-")[2]
    return word in words("unclear") or word in words("state") or word in words("title") or bool(_DOTTED.match(word))


def ellipsis(stop: Stop) -> bool | None:
    """End after an ellipsis: "He paused ... The crowd"; not "the plan ... Ukraine", "Well... I know"."""
    if stop.next.islower():
        return False
    if stop.quoted or stop.run.count(".") > 3:
        return True  # a full stop and an ellipsis
    if stop.after in ("I", "I'm", "I’m", "I'll", "I’ll", "I've", "I’ve", "I'd", "I’d"):
        return False
    apart = stop.mark == stop.begin or stop.text[stop.mark - 1].isspace() or stop.text[stop.mark - 1] in "[("
    return stop.opener if apart else stop.next.isalnum() or stop.first > stop.following


def name_with_mark(stop: Stop) -> bool | None:
    """No end after a name with a mark: "Yahoo! Finance reported"."""
    return stop.opener if last_word(stop.text, stop.begin, stop.closed) in words("marked") else None


def question_in_brackets(stop: Stop) -> bool | None:
    """No end inside brackets that the sentence opened: "He said (why?) Doe had gone"."""
    if stop.text[stop.closed : min(stop.stop, stop.closed + 1)] not in (")", "]"):
        return None
    opened = stop.text.rfind("(", max(stop.begin, stop.mark - AHEAD), stop.mark)
    return False if opened > stop.begin and not stop.opener else None


Rule = Callable[[Stop], "bool | None"]

_FULL_STOP: tuple[Rule, ...] = (
    plain_word,
    dash_follows,
    attribution_follows,
    lower_case_follows,
    list_marker,
    figure_follows,
    lone_no,
    title,
    bracketed,
    clock,
    initial,
    state,
    abbreviation,
)
_ELLIPSIS: tuple[Rule, ...] = (dash_follows, attribution_follows, ellipsis)
_LOUD: tuple[Rule, ...] = (dash_follows, attribution_follows, lower_case_follows, name_with_mark, question_in_brackets)

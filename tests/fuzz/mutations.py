"""Mutated sentences, with every kind of change that has broken the extraction before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

SENTENCES = (
    "“We cannot wait another decade,” Jane Doe told reporters outside City Hall.",
    "The mayor of Springfield, John Smith, said on Tuesday that the city would spend $4.2 million on buses.",
    "'It was “the worst night” of my life,' she said, according to the BBC.",
    "Ridership fell by 12% between 2019 and 2021, from 9,400 to fewer than 5,000 people a day.",
    "According to a survey by the Transit Research Institute (TRI), one in five never takes the bus.",
    "WALLACE: Mr. President, do you agree? TRUMP: I said that a hundred times.",
    "“Nobody asked us,” he said. “They never do,” he added — twice.",
    "It was 7 miles (11 km) long, about three and a half hours by train, at 5:30 p.m. GMT on 11 November 2022.",
    "Profits rose 9.4% to $84bn, up from half a trillion yen a year earlier; the S&P 500 lost 2–3 points.",
    "Dr. María-José O'Neill-Núñez, 47, of the U.S. Army's 101st Airborne Division, denied it.",
    "Whether they won 3–1 or 2-2 in the Boeing 737 cup nobody knew, least of all Lukaku.",
    "In late February, two dozen ministers believed the 1990s' crisis to be over by next weekend.",
    "LONDON (Reuters) - Some 40 to 50 per cent of voters want “change”, a Downing Street source told the Sun.",
    "He asked: “Why?” “Because,” said she, “it's ‘in principle’ agreed.”",
    "Covid-19 killed 6.9m people, the WHO says, i.e. 0.09 percent of all.",
)

PIECES = (
    "“", "”", '"', "'", "‘", "’", "«", "»", "„", "(", ")", "[", "]", "[/bold]", "—", "–", "-", "…", "...", "!", "?",
    "\n", "\n\n", " ", "\u00a0", "\u2009", "\u200b", "\u200d", "\u00ad", "\t", "\x1b[31m", "\x00", "\u202e", "\r\n",
    "$", "€", "₹", "%", "‰", "½", "²", "１２", "٣", "١٩٩٥", "1e999", "0x1F", "1/0", "1,2,3,4", "1.2.3.4", "00:99", "31/02/2023",
    "9" * 40, "1," * 30, "-5", "+", "№ 7", "#1", "@x", "https://example.org/?a=1&b=2", "a@b.example",
    "😀", "👩‍👩‍👧", "é", "e\u0301", "ﬁ", "İ", "ß", "中文", "العربية", "ก", "𝟗", "\U000e0041", "\ufffd", "\ufeff",
    "Mr.", "Jr.", "U.S.", "said", "said that", "told", "according to", "said", "who", "not", "of", "million", "billion", "dozen", "half",
    "percent", "per", "a", "the", "between", "and", "to", "from", "by", "about", "up to", "more than", "last", "next", "Monday", "May",
    "X", "x" * 300, "A-" * 50, "ha " * 30,
)  # fmt: skip

Mutation = Callable[[Random, str], str]


def _insert(dice: Random, text: str) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + dice.choice(PIECES) + text[at:]


def _cut(dice: Random, text: str) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + text[at + dice.randrange(1, 20) :]


def _truncate(dice: Random, text: str) -> str:
    return text[: dice.randrange(len(text) + 1)]


def _swap_words(dice: Random, text: str) -> str:
    words = text.split(" ")
    first, second = dice.randrange(len(words)), dice.randrange(len(words))
    words[first], words[second] = words[second], words[first]
    return " ".join(words)


def _repeat(dice: Random, text: str) -> str:
    at = dice.randrange(len(text) + 1)
    part = text[at : at + dice.randrange(1, 30)]
    return text[:at] + part * dice.randrange(2, 12) + text[at:]


def _case(dice: Random, text: str) -> str:
    return dice.choice((text.upper(), text.lower(), text.title(), text.swapcase()))


def _glue(dice: Random, text: str) -> str:
    return text.replace(" ", "", dice.randrange(1, 6)) if dice.random() < 0.8 else text.replace(" ", "")


def _join(dice: Random, text: str) -> str:
    return text + dice.choice((" ", "", "\n", "\n\n", "; ", ", ")) + dice.choice(SENTENCES)


def _one_character(dice: Random, text: str) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + chr(
        dice.choice((dice.randrange(0x20, 0x250), dice.randrange(0x2000, 0x2100), dice.randrange(0xD800)))
    )


def _shuffle(dice: Random, text: str) -> str:
    words = text.split(" ")
    dice.shuffle(words)
    return " ".join(words)


MUTATIONS: Sequence[Mutation] = (
    _insert, _insert, _insert, _insert, _cut, _truncate, _swap_words, _repeat, _case, _glue, _join, _one_character, _shuffle,
)  # fmt: skip


def paragraph(dice: Random) -> str:
    """A sentence after one to six mutations, at most about 2,000 characters, determined by the seed."""
    text = dice.choice(SENTENCES)
    for _ in range(dice.randrange(1, 7)):
        text = dice.choice(MUTATIONS)(dice, text)
    return text[:2000]

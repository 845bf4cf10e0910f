"""An article with facts made by hand, and a source that replays them, for tests of the reader without a model."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator, Sequence
from pathlib import Path

from newsview.errors import CannotWriteError
from newsview.model.article import Article
from newsview.model.bookmark import Bookmark
from newsview.model.decisions import MergedReview, Step
from newsview.model.facts import Analysis, Facts, Generator, Part
from newsview.model.finding import Finding, Place, Sum
from newsview.reading.build_article import build_article
from newsview.workers.events import Done, Event, Failed, Progress, Window
from tests.making import Maker

TEXT = """Springfield to spend $4.2 million on new buses

SPRINGFIELD — The mayor of Springfield, Jane Doe, said on Tuesday that the city would spend $4.2 million on new buses.

“We cannot wait another decade,” Doe told reporters outside City Hall. About 38 percent of commuters use public \
transport, according to a 2023 survey by the Transit Research Institute.

Ridership fell by 12% between 2019 and 2021, and has not recovered since then. The line that once carried 9,400 people \
a day now carries fewer than 5,000.

John Smith, who leads the opposition on the council, called the plan “reckless and unaffordable”. “Nobody asked the \
people who pay for it,” he said.

The buses are quiet.
"""

GENERATOR = Generator(name="newsview", version="0", spacy="3.8", model="replayed")


def article(path: str | None = "springfield-buses.txt") -> Article:
    return build_article(TEXT, path=path, published="2024-05-16")


def facts(of: Article) -> Facts:
    make = Maker(of)
    springfield = make.entity("Springfield", "GPE", ("Springfield", 0), ("Springfield", 1))
    doe = make.entity("Jane Doe", "PERSON", ("Jane Doe", 0), ("Doe", 1), role="mayor of Springfield")
    smith = make.entity("John Smith", "PERSON")
    return Facts(
        entities=(
            springfield,
            doe,
            make.entity("City Hall", "FAC"),
            make.entity("Transit Research Institute", "ORG"),
            smith,
        ),
        quotes=(
            make.quote("We cannot wait another decade", speaker=("Doe", doe.id), cue="told"),
            make.quote("reckless and unaffordable", speaker=("John Smith", smith.id), cue="called"),
            make.quote("Nobody asked the people who pay for it", speaker=("he", smith.id), cue="said"),
        ),
        numbers=(
            make.number("$4.2 million", "money", about="new buses", value=4.2e6, unit="USD"),
            make.number("Tuesday", "date", iso="2024-05-14", granularity="day", relative=True),
            make.number("$4.2 million", "money", 1, about="new buses", value=4.2e6, unit="USD"),
            make.number("38 percent", "percent", about="commuters", value=38, unit="percent", modifier="~"),
            make.number("2023", "date", iso="2023", granularity="year"),
            make.number("12%", "percent", about="Ridership", value=12, unit="percent", trend="down", trend_role="by"),
            make.number("2019", "label"),
            make.number("9,400", "cardinal", value=9400, unit="people", per="day"),
            make.number("5,000", "cardinal", value=5000, modifier="<"),
        ),
    )


class Replayed:
    """A source that says what it was given, at once or when it is let."""

    def __init__(self, *events: Event, held: bool = False) -> None:
        self.events: Sequence[Event] = events
        self.go = asyncio.Event()
        self.held = held
        self.asked = 0
        self.cancelled = 0
        self.closed = False

    async def extract(self, article: Article) -> AsyncGenerator[Event, None]:
        self.asked += 1
        finished = False
        try:
            for event in self.events:
                if self.held:
                    await self.go.wait()
                    self.go.clear()
                yield event
            finished = True
        finally:
            self.cancelled += not finished

    async def close(self) -> None:
        self.closed = True


def all_at_once(of: Article) -> Replayed:
    return Replayed(Progress(0, len(of.paragraphs)), Done(facts(of), GENERATOR))


def in_windows(of: Article, held: bool = True) -> Replayed:
    """First the facts of the second half of the text are missing, then they come."""
    whole, count = facts(of), len(of.paragraphs)
    half = of.paragraphs[count // 2].start
    first = Facts(
        entities=[each for each in whole.entities if each.mentions[0].start < half],
        quotes=[each for each in whole.quotes if each.start < half],
        numbers=[each for each in whole.numbers if each.start < half],
    )
    return Replayed(Progress(1, count), Window(first, count // 2, count), Done(whole, GENERATOR), held=held)


def failing() -> Replayed:
    return Replayed(Progress(0, 3), Failed("the extraction worker was ended by SIGKILL", "died"))


class Memory:
    """A keeper that keeps in memory what it is given."""

    def __init__(self, error: CannotWriteError | None = None) -> None:
        self.bookmark: Bookmark | None = None
        self.saved: list[tuple[Analysis, Path | None, bool]] = []
        self.exported: list[tuple[bytes, str, bool]] = []
        self.steps: list[Step] = []
        self.error = error
        self.closed = False
        self.discarded = False

    def save(self, analysis: Analysis, path: Path | None = None, *, overwrite: bool = False) -> Path:
        if self.error and not (path or overwrite):
            raise self.error
        self.saved.append((analysis, path, overwrite))
        return path or Path("springfield-buses.facts.json")

    def export(self, data: bytes, suffix: str, path: Path | None = None, *, overwrite: bool = False) -> Path:
        if self.error and not (path or overwrite):
            raise self.error
        self.exported.append((data, suffix, overwrite))
        return path or Path(f"/news/springfield-buses{suffix}")

    def note(self, step: Step) -> None:
        self.steps.append(step)

    @property
    def failure(self) -> str:
        return ""

    @property
    def lost(self) -> str:
        return ""

    def merge(self, analysis: Analysis, shown: Facts) -> MergedReview:
        return MergedReview(analysis, {}, ())

    def part(self, id_: str) -> Part | Finding | None:
        return None

    def switch_text(self, article: Article, analysis: Analysis) -> MergedReview:
        raise AssertionError("no file is read again")

    def discard(self) -> None:
        self.discarded = True

    def leave(self, bookmark: Bookmark) -> None:
        self.bookmark = bookmark

    def close(self) -> None:
        self.closed = True


class Slow(Memory):
    """A keeper whose disk takes its time: ``go`` lets it finish."""

    def __init__(self, error: CannotWriteError | None = None) -> None:
        super().__init__(error)
        self.go = threading.Event()
        self.at_once = 0
        self.most_at_once = 0

    def save(self, analysis: Analysis, path: Path | None = None, *, overwrite: bool = False) -> Path:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            assert self.go.wait(30)
            return super().save(analysis, path, overwrite=overwrite)
        finally:
            self.at_once -= 1


def findings(of: Article, known: Facts) -> list[Finding]:
    """A contradiction of two numbers, one in a quote to look at, and one that is no fact, in text order."""
    make = Maker(of)

    def place(words: str) -> Place:
        """The place of *words*, with the fact that they are."""
        start, end = make.place(words)
        texts: list[tuple[str, str]] = [(entity.name, entity.id) for entity in known.entities]
        texts += [(number.text, number.id) for number in known.numbers]
        return Place(text=words, start=start, end=end, fact=dict(texts).get(words))

    fall = Sum(stated=12, expected=[40, 50], unit="percent", rule="(to − from) / from")
    return [
        Finding(
            id="f-1111111111",
            check="parts-total",
            code="T201",
            level="look",
            message="38 percent here, 62 elsewhere",
            places=[place("38 percent"), place("The buses")],
        ),
        Finding(
            id="f-2222222222",
            check="change-percent",
            code="A101",
            level="contradiction",
            message="from 9,400 to 5,000 is 47%, not 12%",
            places=[place("12%"), place("9,400")],
            sum=fall,
        ),
        Finding(
            id="f-3333333333",
            check="vague-authority",
            code="S903",
            level="note",
            message="which people?",
            places=[place("Nobody asked")],
        ),
        Finding(
            id="f-4444444444",
            check="one-voice",
            code="S902",
            level="look",
            message="everything quoted is said by one person",
            places=[place("Nobody asked")],
        ),
    ]

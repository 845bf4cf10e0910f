"""The keys that a whole review takes: 43 facts in 540 words, five verdicts and three speakers corrected."""

from __future__ import annotations

from typing import Final

from newsview.model.article import Article
from newsview.model.facts import Facts, Quote
from newsview.reading.build_article import build_article
from newsview.workers.events import Done
from tests.app import springfield
from tests.app.opening import opened, reader, status, until
from tests.app.running import ReaderPilot
from tests.app.springfield import Memory, Replayed
from tests.making import Maker

TEXT: Final = """Harbour bridge will open two years late, council report says

BRACKWATER — The bridge over Brackwater harbour will open two years later than planned and cost £61.5 million, a \
report to the county council said on Thursday. The council had promised in 2019 that the crossing would cost \
£48 million and carry its first buses in the spring of 2023.

Miriam Tolley, the council leader, told reporters outside County Hall that the delay was "a bitter lesson for all of \
us". She said that nobody had hidden the figures. "We asked the builders every month, and every month they told us that \
the piers were sound," Tolley said. One member of her own group left the room while she was speaking, and a second \
refused to say how he would vote.

Hesketh Marine, which is building the bridge, denied that it had concealed a crack in the third pier. Its director, \
Owen Pryce, said that divers had found the crack in January and that the company had reported it within nine days. He \
added that the repair had taken 14 weeks and cost £3.2 million, which the company had paid itself. The work was done by \
a crew from Norway, because no firm in the county has a crane that is heavy enough for the job.

The report, written by the engineers of Lund and Farrow, is less certain. It says that 38 percent of the concrete \
samples were too weak and that the first warning was sent by an inspector in the autumn. "Somebody read that letter \
and put it into a drawer," Dana Farrow, one of its authors, told the council. She would not name the official. The \
letter has two pages and is kept in the archive of the port, where anyone may ask to see it.

For the ferry crews the delay is good news. The ferry carries 5,400 people a day, 12 percent more than last year, and \
would have stopped when the bridge opened. "I have a boat to pay for, so I shall not complain," Ron Askew, a skipper \
for 31 years, said at the quay. His brother was less pleased. "They could have mended the old bridge for half of it," \
he said. The old bridge was closed to lorries by the Highways Agency and is used by walkers and cyclists only.

Shopkeepers on the north side of the harbour are counting what they have lost. The traders' association says that \
turnover fell by 9 percent while the approach road was closed, and that shops near the water have given up. Its \
chairwoman, Lena Okoro, said that the council had promised to pay for empty months and had not done so. A spokesman \
for the council said that every claim would be answered by Christmas. He declined to say how many had been sent in, \
and he did not know whether the fund would be large enough for all of them.

The council will vote on the report next week. If it agrees, the last two spans will be lifted into place before the \
winter storms begin. The opposition wants an inquiry first \
and says that it will ask the auditor to read every letter that passed between the builders and the port.
"""

NEW_SOURCE: Final = "council minutes, p. 4"
KEYS_BEFORE: Final = 100
"""Keys that the same work took when a verdict did not count as a decision and every source was typed."""


def article() -> Article:
    return build_article(TEXT, path="bridge.txt", published="2024-10-18")


def facts(of: Article) -> Facts:
    make = Maker(of)
    names = ["Miriam Tolley", "Owen Pryce", "Dana Farrow", "Ron Askew", "Lena Okoro"]
    tolley, pryce, farrow, askew, okoro = (make.entity(name, "PERSON") for name in names)
    hesketh, lund = make.entity("Hesketh Marine", "ORG"), make.entity("Lund and Farrow", "ORG")
    places = [make.entity(name, "GPE") for name in ("BRACKWATER", "Norway")]
    others = [make.entity(name, "ORG") for name in ("County Hall", "Highways Agency")]
    return Facts(
        entities=(*places, tolley, *others, hesketh, pryce, lund, farrow, askew, okoro),
        quotes=(
            make.quote("a bitter lesson for all of us", speaker=("Miriam Tolley", tolley.id), cue="told"),
            make.quote("nobody had hidden the figures", speaker=("She", tolley.id), cue="said"),
            make.quote("We asked the builders every month", speaker=("Tolley", tolley.id), cue="said"),
            make.quote(
                "it had concealed a crack in the third pier", speaker=("Hesketh Marine", hesketh.id), cue="denied"
            ),
            make.quote("divers had found the crack in January", speaker=("Owen Pryce", pryce.id), cue="said"),
            make.quote("the repair had taken 14 weeks", speaker=("He", hesketh.id), cue="added"),  # wrong: Pryce
            make.quote("38 percent of the concrete samples were too weak", speaker=("It", lund.id), cue="says"),
            make.quote("Somebody read that letter", speaker=("Dana Farrow", farrow.id), cue="told"),
            make.quote("I have a boat to pay for", speaker=("Ron Askew", askew.id), cue="said"),
            make.quote(
                "They could have mended the old bridge", speaker=("he", askew.id), cue="said"
            ),  # wrong: his brother
            make.quote(
                "the council had promised to pay for empty months", speaker=("Its", farrow.id), cue="said"
            ),  # Okoro
        ),
        numbers=(
            make.number("£61.5 million", "money", about="The bridge", value=61.5e6, unit="GBP"),
            make.number("Thursday", "date", iso="2024-10-17", granularity="day", relative=True),
            make.number("2019", "date", iso="2019", granularity="year"),
            make.number("£48 million", "money", about="the crossing", value=48e6, unit="GBP"),
            make.number("the spring of 2023", "date", iso="2023-03/2023-05", granularity="season"),
            make.number("One", "cardinal", value=1, unit="member"),
            make.number("second", "ordinal", value=2),
            make.number("third", "ordinal", value=3),
            make.number("January", "date", iso="2024-01", granularity="month"),
            make.number("nine days", "duration", value=9, unit="day"),
            make.number("14 weeks", "duration", value=14, unit="week"),
            make.number("£3.2 million", "money", value=3.2e6, unit="GBP"),
            make.number("38 percent", "percent", about="concrete samples", value=38, unit="percent"),
            make.number("first", "ordinal", 1, value=1),
            make.number("two pages", "cardinal", value=2, unit="page"),
            make.number("5,400", "cardinal", value=5400, unit="people", per="day"),
            make.number("12 percent", "percent", value=12, unit="percent", trend="up", trend_role="by"),
            make.number("31 years", "duration", value=31, unit="year"),
            make.number(
                "9 percent", "percent", about="turnover", value=9, unit="percent", trend="down", trend_role="by"
            ),
            make.number("last two", "cardinal", value=2, unit="span"),
            make.number("next week", "date", iso="2024-W43", granularity="week", relative=True),
        ),
    )


class Hand:
    """Presses keys and counts them; the words of a source are given and not counted."""

    def __init__(self, pilot: ReaderPilot) -> None:
        self.pilot, self.count = pilot, 0

    async def press(self, *keys: str) -> None:
        self.count += len(keys)
        await self.pilot.press(*keys)

    async def correct_speaker(self, *letters: str) -> None:
        """Gives the current quote the speaker that the letters leave in the list, and accepts it."""
        await self.press("e", "s", *letters, "enter")
        await until(self.pilot, lambda: self.pilot.app.screen is reader(self.pilot))
        await self.press("a")


async def test_540_words_are_reviewed_with_70_keys() -> None:
    of, store = article(), Memory()
    known = facts(of)
    assert 520 <= len(TEXT.split()) <= 560
    assert len(known.entities) + len(known.quotes) + len(known.numbers) == 43
    async with opened(Replayed(Done(known, springfield.GENERATOR)), keeper=store, article=of) as pilot:
        hand, review = Hand(pilot), reader(pilot).review
        await until(pilot, lambda: review.tally.open == 43)
        await hand.press("1", *"a" * 11)  # every name
        await hand.press("2", "g", *"a" * 3)
        await hand.press("v", "f")  # the denial, by a source that is written once
        await pilot.press(*("space" if each == " " else each for each in NEW_SOURCE))
        await hand.press("enter", "v", "T")  # the next one by the same
        await hand.correct_speaker(*"pry")
        await hand.press(*"aaa")
        await hand.correct_speaker(*"his")
        await hand.correct_speaker(*"oko")
        await hand.press("3", "g", "v", "T", *"aa", "v", "F", *"aaaaa", "v", "T", *"aaaaa")
        await hand.press(*"aa")  # small counts, ordinals
        tally = review.tally
        assert (tally.open, tally.true, tally.false) == (0, 3, 2), status(pilot)
        assert "all reviewed" in status(pilot)
        speakers = [
            quote.speaker and quote.speaker.text for quote in review.index.facts.quotes if isinstance(quote, Quote)
        ]
        await hand.press("s")
        await until(pilot, lambda: bool(store.saved))
    assert [speakers[at] for at in (5, 9, 10)] == ["Owen Pryce", "His", "Lena Okoro"]
    assert hand.count <= 70 < KEYS_BEFORE, hand.count

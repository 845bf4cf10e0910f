"""The registry of checks: one row each, and those of other packages (entry points of the group ``newsview.checks``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import entry_points
from typing import Final

from newsview.checks import amounts, calendar, changes, conversions, headline, names, parts, quotations, ranges, sources
from newsview.checks.check import Check
from newsview.errors import UsageError

GROUP: Final = "newsview.checks"
"""Group of the entry points that give checks of other packages, each a ``Check``."""

_FOUR_QUOTES: Final = (
    "“We can pay for it,” Ada Quill said. “It is a good plan,” Quill said. "
    "“Nobody else offered more,” Quill said. Quill added: “The work begins in May.”"
)

CHECKS: Final[tuple[Check, ...]] = (
    Check(
        name="two-spellings",
        code="N601",
        level="look",
        message="a name is spelt in two ways",
        explanation="A surname that is one letter away from that of a person with a full name in the article. It is counted how often "
        "each stands; either may be the right one. Where only accents or capitals differ, it is a note.",
        example="Susan Illston ruled on Monday. If Ilston agrees, the case ends.",
        look_alikes=(
            "Marcus Horan and Shane Horgan scored.",
            "Ada Marsh came in March. Marsh was late.",
            "The Smiths met Ada Smith. Smith said no.",
        ),
        function=names.two_spellings,
    ),
    Check(
        name="acronym",
        code="N602",
        level="note",
        message="an abbreviation is not that of the name before it",
        explanation="Initials in brackets in which two neighbours are swapped. Bodies abroad are left out, as their initials are of another "
        "language, and abbreviations that the article uses again.",
        example="The Institute for Supply Management (SIM) said so.",
        look_alikes=(
            "The Confederation of Portuguese Industry (CIP) said so.",
            "The PlayStation Portable (PSP) sold well.",
            "The Kurdistan Workers Party (PKK) said so.",
        ),
        function=names.acronym,
    ),
    Check(
        name="weekday",
        code="D501",
        level="contradiction",
        message="the date is another day of the week",
        explanation="A weekday beside a date, and the calendar has another. Without a year, the year next to the publication counts.",
        example="The trial began on Tuesday, 14 March 2024.",
        look_alikes=(
            "It began on Thursday, 14 March 2024.",
            "It ends on Friday, 1 March 2000 GMT.",
            "“Come on Monday, 3 May,” she said.",
        ),
        function=calendar.weekday,
    ),
    Check(
        name="no-such-date",
        code="D502",
        level="contradiction",
        message="there is no such day",
        explanation="A day of the month that the month does not have.",
        example="The offer is open to September 31.",
        look_alikes=("It is open to 31 May.", "In April 31 people died.", "It rains on 30-31 days."),
        function=calendar.no_such_date,
    ),
    Check(
        name="age-birth-year",
        code="D503",
        level="contradiction",
        message="age and year of birth do not fit the day of publication",
        explanation="An age and a year of birth of one person, in one sentence. The age may be that before or after the birthday. "
        "It needs the day of publication, and leaves out the dead.",
        example="Ada Quill, 45, born in 1990, leads the firm.",
        look_alikes=(
            "Ada Quill, 33, born in 1990, leads the firm.",
            "Ada Quill, born in 1920, died in 1965, aged 45.",
            "Ada Quill, 45, and her son, born in 1990, came.",
        ),
        function=calendar.age_and_birth,
    ),
    Check(
        name="years-ago",
        code="D504",
        level="contradiction",
        message="a year and a count of years do not fit the day of publication",
        explanation="“In 1999, 30 years ago” and “247 years since 1756”, counted from the day of publication. One year more or less "
        "fits, from forty on two; “some 250 years” is not counted.",
        example="It is 247 years since 1756.",
        look_alikes=(
            "It is some 250 years since 1756.",
            "It is 268 years since 1756.",
            "It fell 3 years ago.",
        ),
        function=calendar.years_ago,
    ),
    Check(
        name="conversion",
        code="U301",
        level="contradiction",
        message="a conversion does not fit",
        explanation="A measure and its conversion in brackets. Both may be rounded, tons and gallons may be of any kind, and four per "
        "cent are not counted.",
        example="It has a field of 8,000 sq ft (20,720 sq km).",
        look_alikes=(
            "It had winds of 30 mph (45 km/h).",
            "It walks at 3 mph (6 km/h).",
            "It has a load of 10 tons (9 tonnes).",
        ),
        function=conversions.conversion,
    ),
    Check(
        name="currency-rate",
        code="U302",
        level="look",
        message="two amounts are converted at different rates",
        explanation="Amounts in two currencies, of which one pair has a rate far from that of the others. Rates differ over the years: "
        "pairs of another time are left out.",
        example="It paid $168m (£89m) in January and $500m (£378.8m) in May.",
        look_alikes=(
            "It paid $168m (£89m) in January and $500m (£265m) in May.",
            "It paid $168m (£89m), and $5m (£2.7m) more.",
            "It paid 684bn yen ($6.4bn); 331bn yen ($2.7bn) a year earlier.",
        ),
        function=conversions.currency_rate,
    ),
    Check(
        name="change-percent",
        code="A101",
        level="contradiction",
        message="a percentage is not that of the change",
        explanation="From, to and by in one sentence. All three may be rounded; forecasts and revised figures are left out.",
        example="Attendance was up 250% from 10,250 to 25,500.",
        look_alikes=(
            "Profit rose 4.7% to $51.2 billion from $48.8 billion.",
            "Attendance was up 149% from 10,250 to 25,500.",
            "Sales rose 9% to $50 million from an estimated $40 million.",
        ),
        function=changes.change_percent,
    ),
    Check(
        name="change-direction",
        code="A102",
        level="look",
        message="the verb says up and the figures say down, or the other way round",
        explanation="A verb of a rise or a fall directly before a from and a to. Ranks, losses, deficits, yields and forecasts are left out.",
        example="The price rose from $50 to $45.",
        look_alikes=(
            "It fell from 5 to 13 in the rankings.",
            "Its loss fell from $5 million to $9 million.",
            "It rose from $45 to $50.",
        ),
        function=changes.change_direction,
    ),
    Check(
        name="change-amount",
        code="A103",
        level="look",
        message="an amount is not the difference of from and to",
        explanation="From, to and the amount of the change in one sentence, all rounded as they are written.",
        example="The price fell £60 from £190,329 to £189,733.",
        look_alikes=(
            "The price fell £600 from £190,329 to £189,733.",
            "It rose $3 million to $9 million from a forecast of $5 million.",
            "It rose 5 points to 60% from 55%.",
        ),
        function=changes.change_amount,
    ),
    Check(
        name="change-multiple",
        code="A104",
        level="contradiction",
        message="doubled, tripled or halved does not fit the figures",
        explanation="“Doubled” and the like directly before a from and a to that are more than 12% off.",
        example="The price doubled from $40 to $60.",
        look_alikes=(
            "It more than doubled from $4 to $9.",
            "It nearly halved from $40 to $25.",
            "It doubled from $4 to $8.20.",
        ),
        function=changes.multiple,
    ),
    Check(
        name="percent-or-points",
        code="A105",
        level="look",
        message="a difference of percentages is called a percentage",
        explanation="From 49% to 74% are 25 percentage points, or a rise of 51%.",
        example="Support went from 49% to 74%, a rise of 25%.",
        look_alikes=(
            "Support went from 49% to 74%, a rise of 51%.",
            "Support went from 49% to 74%, a rise of 25 percentage points.",
            "Support went from 49% to 74%.",
        ),
        function=changes.percent_or_points,
    ),
    Check(
        name="fall-over-100",
        code="A106",
        level="contradiction",
        message="nothing falls by more than all of it",
        explanation="A fall by more than 100 per cent, except of profit and what else may become negative.",
        example="Sales fell 184% last year.",
        look_alikes=("Profit fell 150%.", "The index fell 184 points.", "Sales rose 184%."),
        function=changes.fall_over_100,
    ),
    Check(
        name="parts-total",
        code="T201",
        level="contradiction",
        message="the parts do not add up to the whole",
        explanation="A count of people and the counts of groups that make up everybody, as men and women.",
        example="11 people — six men and four women — were held.",
        look_alikes=(
            "11 people — including six men and four women — were held.",
            "He had 25 points, 11 rebounds and 10 assists.",
            "11 people — six men and five women — were held.",
        ),
        function=parts.parts_and_total,
    ),
    Check(
        name="list-count",
        code="T203",
        level="look",
        message="a list has more or fewer names than its count",
        explanation="A number, a noun and a list of names that ends the clause. Names may have an “and” of their own.",
        example="Five companies — Aro, Bex, Cym and Dax.",
        look_alikes=(
            "Four companies — Aro, Bex, Cym and Dax.",
            "Three firms — Aro, Bex, and Standard and Poor.",
            "Two nominees: Ada Quill, who won, and others were there.",
        ),
        function=parts.counted_list,
    ),
    Check(
        name="both-not-two",
        code="T204",
        level="look",
        message="three names behind “both”",
        explanation="“Both” before a list of three names. A place and its country are one.",
        example="It is sold in both Bonn, Paris and Rome.",
        look_alikes=(
            "It is sold in both Bonn and Rome.",
            "It is sold in both Paris, France and Rome.",
            "Both Houses met in Paris and Rome.",
        ),
        function=parts.both,
    ),
    Check(
        name="fraction-percent",
        code="T205",
        level="look",
        message="a share in words does not fit its percentage",
        explanation="A half, third, quarter, fifth or tenth and a percentage in brackets behind it that is more than 12% off, 24% with “almost”.",
        example="A third (46%) agreed.",
        look_alikes=(
            "A third (34%) agreed.",
            "Almost a quarter (21%) agreed.",
            "A quarter agreed, 46% of the others did not.",
        ),
        function=parts.fraction_percent,
    ),
    Check(
        name="range-reversed",
        code="R401",
        level="look",
        message="a range goes from the larger to the smaller",
        explanation="“Between” and two figures of which the first is larger, where nothing is compared.",
        example="It has between 40 and 30 members.",
        look_alikes=(
            "It has between 30 and 40 members.",
            "It closed the gap between 40 and 30.",
            "It has between 2 million and 1.5 billion.",
        ),
        function=ranges.range_reversed,
    ),
    Check(
        name="years-reversed",
        code="R402",
        level="contradiction",
        message="a period ends before it begins",
        explanation="“Between” or “from … to” and two years of which the first is later, where nothing is moved.",
        example="He was mayor from 2004 to 2001.",
        look_alikes=(
            "The end was moved from 2029 to 2021.",
            "He was mayor from 2001 to 2004.",
            "The index fell from 2004 to 2001 points.",
        ),
        function=ranges.years_reversed,
    ),
    Check(
        name="headline-number",
        code="H701",
        level="look",
        message="the headline and the text have different figures",
        explanation="A figure of the headline that the text does not have, and one of the same kind and unit that is one digit away. "
        "Rounded figures, sums and differences of figures in the text are left out.",
        example="Bank to lay off 2,450 staff\n\nThe bank will lay off 2,850 staff, it said on Friday.",
        look_alikes=(
            "Bank to lay off 2,900 staff\n\nThe bank will lay off 2,850 staff, it said on Friday.",
            "Firm gets $16bn for bridge\n\nThe firm gets $16.6bn for the bridge, it said on Friday.",
            "Storm kills 12 on coast\n\nThe storm on the coast killed 9 people and hurt 13, the mayor said on Friday.",
        ),
        function=headline.headline_number,
    ),
    Check(
        name="headline-quotation",
        code="H702",
        level="look",
        message="the headline quotes other words than the text",
        explanation="At least four words in quote marks in the headline, of which one or two are not in the quotation, or a “not” is missing.",
        example="Mayor: “We have never had three good years”\n\nThe mayor spoke on Friday. “We have had three good years,” she said.",
        look_alikes=(
            "Mayor: “We had three good years”\n\nThe mayor spoke on Friday. “We have had three good years,” she said.",
            "Man held in 'gig arrest'\n\nA man was held at a gig on Friday, the police said.",
            "Mayor: “We have good and quiet years”\n\nThe mayor spoke on Friday. “We have had three good and quiet years,” she said.",
        ),
        function=headline.headline_quotation,
        about_words=True,
    ),
    Check(
        name="quoted-twice",
        code="Q802",
        level="look",
        message="the same words are quoted in two ways",
        explanation="Two quotations of at least seven words that are nearly the same. One inside the other, and marks of a cut, are left out.",
        example="“We will enter the small car market soon,” Ada Quill said. Later she said: “We will enter the big car market soon.”",
        look_alikes=(
            "“We will enter the small car market soon,” she said. They would “enter the small car market soon”.",
            "“We will enter the … car market soon,” she said. “We will enter the small car market soon.”",
            "“We will not go,” she said. “We will go,” he said.",
        ),
        function=quotations.quoted_twice,
        about_words=True,
    ),
    Check(
        name="quote-mark",
        code="Q801",
        level="look",
        message="a quotation is never closed",
        explanation="A curly opening mark without a closing one in its paragraph, where the speech does not go on in the next.",
        example="“We will go, she said.\n\nHe left on Friday.",
        look_alikes=(
            "“We will go,” she said.\n\nHe left.",
            "“We will go.\n\n“We will stay,” she said.",
            'It is a 12" disc.\n\nHe left on Friday.',
        ),
        function=quotations.quote_mark,
        about_words=True,
    ),
    Check(
        name="million-billion",
        code="M151",
        level="look",
        message="one figure stands with million and with billion",
        explanation="The same digits, two at least, with million in one sentence and billion in another.",
        example="The bridge cost $850 million. The bridge for $850 billion opens today.",
        look_alikes=(
            "It had $2 million. It wants $2 billion.",
            "It had $850 million. It wants €850 billion.",
            "It had $850 million. It wants $820 billion.",
        ),
        function=amounts.million_or_billion,
    ),
    Check(
        name="unnamed-source",
        code="S901",
        level="note",
        message="a source has no name",
        explanation="Words that say that somebody is not named. News agencies call such sources the weakest.",
        example="She spoke on condition of anonymity.",
        look_alikes=("People close to the river left.", "She named the source.", "It has sources of income."),
        function=sources.unnamed_source,
    ),
    Check(
        name="one-voice",
        code="S902",
        level="look",
        message="everything quoted is said by one person",
        explanation="An article with at least four quotes, all of one speaker.",
        example=_FOUR_QUOTES,
        look_alikes=(
            _FOUR_QUOTES.rpartition(" Quill")[0],
            f"{_FOUR_QUOTES} “It costs too much,” Ben Marlow said.",
            f"{_FOUR_QUOTES} “It costs too much,” a man shouted.",
        ),
        function=sources.one_voice,
        about_words=True,
    ),
)


@cache
def checks() -> tuple[Check, ...]:
    """All checks: the registry's, and those of other packages by name. Raises ``UsageError`` for one that is no check."""
    return (*CHECKS, *_of_others())


def _of_others() -> Iterator[Check]:
    taken = {each.name for each in CHECKS} | {each.code for each in CHECKS}
    for point in sorted(entry_points(group=GROUP), key=lambda each: each.name):
        try:
            check = point.load()
        except (ImportError, AttributeError) as error:
            raise UsageError(
                f"check {point.name} ({point.value}) cannot be loaded: {error}; remove its package"
            ) from error
        if not isinstance(check, Check):
            raise UsageError(
                f"check {point.name} ({point.value}) is no newsview.checks.check.Check; remove its package"
            )
        if taken & {check.name, check.code}:
            raise UsageError(f"check {point.name} ({point.value}) has a name that is taken; remove its package")
        taken |= {check.name, check.code}
        yield check


def named(name: str) -> Check | None:
    """The check with the name or code *name*."""
    return next((each for each in checks() if name.lower() in (each.name, each.code.lower())), None)


FAMILIES: Final = {
    "names": "N",
    "dates": "D",
    "conversions": "U",
    "changes": "A",
    "parts": "T",
    "ranges": "R",
    "headline": "H",
    "quotations": "Q",
    "amounts": "M",
    "sources": "S",
}
"""Families of checks: the first letter of their codes."""


def selected(select: Sequence[str], ignore: Sequence[str]) -> list[Check]:
    """The checks that *select* names (all, if it is empty) without those of *ignore*: names, codes or families.

    Raises ``UsageError`` for a name that is none of them.
    """
    wanted = {code for name in select for code in _codes(name)}
    left_out = {code for name in ignore for code in _codes(name)}
    return [each for each in checks() if (not select or each.code in wanted) and each.code not in left_out]


def _codes(name: str) -> list[str]:
    check = named(name)
    if check is not None:
        return [check.code]
    if name.lower() in FAMILIES:
        return [each.code for each in checks() if each.code.startswith(FAMILIES[name.lower()])]
    known = [*FAMILIES, *(each.name for each in checks())]
    raise UsageError(f"there is no check {name!r}; there are {', '.join(known)}")

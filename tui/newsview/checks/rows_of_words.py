"""Rows of the registry: checks of names, dates, headlines, quotations and sources."""

from __future__ import annotations

from typing import Final

from newsview.checks import calendar, headline, headline_quotations, names, quotations, sources
from newsview.checks.check import RECOUNT, Check, measured

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
        explanation="A surname that is one letter away from that of a person with a full name in the article, or a word of the name of "
        "a firm or body that stands once and is a doubled, swapped or other letter away from the usual one. It is counted how often "
        "each stands; either may be the right one. Where only accents or capitals differ, it is a note.",
        example="Susan Harlston ruled on Monday. If Harlson agrees, the case ends.",
        look_alikes=(
            "Tobias Meran and Finn Mergan scored.",
            "Ada Marsh came in March. Marsh was late.",
            "The Smiths met Ada Smith. Smith said no.",
        ),
        function=names.two_spellings,
        measured=measured(right=13, fired=13, found=25, planted=30, count=RECOUNT),
    ),
    Check(
        name="acronym",
        code="N602",
        level="look",
        message="an abbreviation is not that of the name before it",
        explanation="Initials in brackets in which two neighbours are swapped. Bodies abroad are left out, as their initials are of another "
        "language, unless the article has the initials elsewhere; so are abbreviations that the article uses again.",
        example="The Society for River Mills (SMR) said so.",
        look_alikes=(
            "The Federation of Spanish Growers (FGS) said so.",
            "The PlayStation Portable (PSP) sold well.",
            "The Kurdistan Workers Party (PKK) said so.",
        ),
        function=names.acronym,
        measured=measured(right=0, fired=0, found=29, planted=30, count=RECOUNT),
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
        measured=measured(right=0, fired=0, found=39, planted=39),
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
        measured=measured(right=0, fired=0, found=58, planted=60),
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
        measured=measured(right=0, fired=0, found=16, planted=19),
    ),
    Check(
        name="years-ago",
        code="D504",
        level="contradiction",
        message="a year and a count of years do not fit the day of publication",
        explanation="“In 1999, 30 years ago” and “250 years since 1761”, counted from the day of publication. One year more or less "
        "fits, from forty on two; “some 250 years” is not counted.",
        example="It is 250 years since 1761.",
        look_alikes=(
            "It is some 250 years since 1761.",
            "It is 263 years since 1761.",
            "It fell 3 years ago.",
        ),
        function=calendar.years_ago,
        measured=measured(right=0, fired=0, found=53, planted=60),
    ),
    Check(
        name="headline-number",
        code="H701",
        level="look",
        message="the headline and the text have different figures",
        explanation="A figure of the headline that the text does not have, and one of the same kind and unit that is one digit away, in a "
        "sentence with words of the headline. "
        "Rounded figures, sums and differences of figures in the text are left out.",
        example="Bank to lay off 3,140 staff\n\nThe bank will lay off 3,740 staff, it said on Friday.",
        look_alikes=(
            "Bank to lay off 3,700 staff\n\nThe bank will lay off 3,740 staff, it said on Friday.",
            "Firm gets $16bn for bridge\n\nThe firm gets $16.6bn for the bridge, it said on Friday.",
            "Storm kills 12 on coast\n\nThe storm on the coast killed 9 people and hurt 13, the mayor said on Friday.",
        ),
        function=headline.headline_number,
        measured=measured(right=0, fired=0, found=24, planted=30, count=RECOUNT),
    ),
    Check(
        name="headline-quotation",
        code="H702",
        level="look",
        message="the headline quotes other words than the text",
        explanation="At least four words in quote marks in the headline, of which one or two are not in the quotation, or a “not” is missing. "
        "Forms of a word, names for pronouns and words that are left out are not counted.",
        example="Mayor: “We have never had three good years”\n\nThe mayor spoke on Friday. “We have had three good years,” she said.",
        look_alikes=(
            "Mayor: “We had three good years”\n\nThe mayor spoke on Friday. “We have had three good years,” she said.",
            "Man held in 'gig arrest'\n\nA man was held at a gig on Friday, the police said.",
            "Mayor: “We have good and quiet years”\n\nThe mayor spoke on Friday. “We have had three good and quiet years,” she said.",
        ),
        function=headline_quotations.headline_quotation,
        measured=measured(right=0, fired=0, found=58, planted=60),
        about_words=True,
    ),
    Check(
        name="quoted-twice",
        code="Q802",
        level="look",
        message="the same words are quoted in two ways",
        explanation="Two quotations of at least seven words that are nearly the same. One inside the other, marks of a cut, two speakers and "
        "two versions of a text are left out.",
        example="“We will enter the small car market soon,” Ada Quill said. Later she said: “We will enter the big car market soon.”",
        look_alikes=(
            "“We will enter the small car market soon,” she said. They would “enter the small car market soon”.",
            "“We will enter the … car market soon,” she said. “We will enter the small car market soon.”",
            "“We will not go,” she said. “We will go,” he said.",
        ),
        function=quotations.quoted_twice,
        measured=measured(right=0, fired=0, found=57, planted=60),
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
        measured=measured(right=11, fired=11, found=54, planted=59),
        about_words=True,
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
        explanation="An article with at least four quotes, all of one person. Firms and bodies, which speak through filings, are left out.",
        example=_FOUR_QUOTES,
        look_alikes=(
            _FOUR_QUOTES.rpartition(" Quill")[0],
            f"{_FOUR_QUOTES} “It costs too much,” Ben Marlow said.",
            f"{_FOUR_QUOTES} “It costs too much,” a man shouted.",
        ),
        function=sources.one_voice,
        measured=measured(right=5, fired=5, found=0, planted=0, count=RECOUNT),
        about_words=True,
    ),
)

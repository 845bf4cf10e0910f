"""For every construction: sentences that have it, with what must be found, and sentences that only look like it."""

from __future__ import annotations

from typing import NamedTuple

Found = tuple[str, str | None]
"""(words of the date, its ISO form)."""


class Cases(NamedTuple):
    """``yes``: sentences and all that must be found in them; ``no``: sentences without any date."""

    yes: dict[str, list[Found]]
    no: list[str]


PUBLISHED = "2022-11-11"
"""A Friday."""

CONSTRUCTIONS: dict[str, Cases] = {
    "iso_date": Cases(
        {"The log of 2021-03-09 was lost.": [("2021-03-09", "2021-03-09")]},
        ["The part is listed as 2021-33-99 in the shop."],
    ),
    "numeric_date": Cases(
        {
            "The form was signed on 25/03/2021.": [("25/03/2021", "2021-03-25")],
            "The form was signed on 03/25/21.": [("03/25/21", "2021-03-25")],
            "The form was signed on 25.3.2021 in Bonn.": [("25.3.2021", "2021-03-25")],
            "Signed on 04/05/2021, stamped on 25/05/2021.": [
                ("04/05/2021", "2021-05-04"),
                ("25/05/2021", "2021-05-25"),
            ],
            "Signed on 04/05/2021, it was lost.": [("04/05/2021", None)],
        },
        ["The server at 10.1.20.2021 went down.", "They won 3/4 of the seats."],
    ),
    "compact_day": Cases(
        {
            "The memo is stamped 05-Aug-2016.": [("05-Aug-2016", "2016-08-05")],
            "The memo is stamped Aug-05-2016.": [("Aug-05-2016", "2016-08-05")],
        },
        ["Ask for part 5-A-2016."],
    ),
    "month_day_year": Cases(
        {
            "The bridge opened on Nov. 11, 2020.": [("Nov. 11, 2020", "2020-11-11")],
            "The bridge opened on Wednesday, November 11th, 2020, at last.": [
                ("Wednesday, November 11th, 2020", "2020-11-11")
            ],
            "He posted it on Mar 9 2018.": [("Mar 9 2018", "2018-03-09")],
        },
        ["Nobody lives to see Feb. 30 again."],
    ),
    "day_month_year": Cases(
        {
            "The bridge opened on 4 March 2019 after repairs.": [("4 March 2019", "2019-03-04")],
            "She was born on the 5th of May, 1945, in Leeds.": [("the 5th of May, 1945", "1945-05-05")],
        },
        ["In all 40 Marches were written."],
    ),
    "month_year": Cases(
        {
            "Prices fell in November 2020.": [("November 2020", "2020-11")],
            "Prices fell in March of 2019.": [("March of 2019", "2019-03")],
        },
        ["He will march 2012 miles."],
    ),
    "year": Cases(
        {
            "The factory closed in 2012.": [("2012", "2012")],
            "The 2016 election was close.": [("2016", "2016")],
            "By 2030 the lake will be dry.": [("2030", "2030")],
            "Post-2019 prices are higher.": [("2019", "2019")],
        },
        [
            "The hall holds 2,012 people.",
            "Some 2012 people came.",
            "He paid $2012 for it.",
            "Flight 2012 was late.",
            "He lives at 1600 Elm Avenue.",
            "It fell by an average of 1500 a day.",
        ],
    ),
    "event_day": Cases({"Security changed after 9/11.": [("9/11", "2001-09-11")]}, ["She ate 3/11 of the cake."]),
    "month_day": Cases(
        {
            "The bridge opened on Sept. 5.": [("Sept. 5", "2022-09-05")],
            "The bridge opened on Dec. 20.": [("Dec. 20", "2021-12-20")],
            "The bridge will open on Jan. 20.": [("Jan. 20", "2023-01-20")],
            "The bridge will open on 20 January.": [("20 January", "2023-01-20")],
            "They met on Friday, Nov. 11.": [("Friday, Nov. 11", "2022-11-11")],
        },
        ["He may 5 times a day look out."],
    ),
    "weekday_and_day": Cases(
        {"It was Friday the 13th.": [("Friday the 13th", "2023-01-13")]}, ["Henry the 8th laughed."]
    ),
    "month": Cases(
        {
            "The bridge opened in July.": [("July", "2022-07")],
            "The bridge will open in July.": [("July", "2023-07")],
            "The bridge opened in May.": [("May", "2022-05")],
        },
        ["Theresa May resigned.", "They may march to the square.", "April Jones laughed."],
    ),
    "day_of_deictic_year": Cases(
        {
            "He resigned in May of last year.": [("May of last year", "2021-05")],
            "He resigned on 5 March this year.": [("5 March this year", "2022-03-05")],
            "He died in the summer of last year.": [("the summer of last year", "2021-06/2021-08")],
        },
        ["He may last years."],
    ),
    "compact_days": Cases(
        {
            "The fair ran March 3-5, 2020.": [("March 3-5, 2020", "2020-03-03/2020-03-05")],
            "The fair ran from 3 to 5 March 2020.": [("from 3 to 5 March 2020", "2020-03-03/2020-03-05")],
            "The minutes of the Nov. 1-2 meeting are out.": [("Nov. 1-2", "2022-11-01/2022-11-02")],
        },
        ["They won by 3 to 5 goals."],
    ),
    "two_days": Cases(
        {
            "The fair ran Nov. 8 and 9.": [("Nov. 8 and 9", "2022-11-08/2022-11-09")],
            "The fair ran on 8 and 9 November 2021.": [("8 and 9 November 2021", "2021-11-08/2021-11-09")],
        },
        ["He was 8 and 9 marched."],
    ),
    "compact_years": Cases(
        {
            "In the 2021-22 season they won.": [("2021-22", "2021/2022")],
            "It snowed in the 2001-02 season.": [("2001-02", "2001/2002")],
            "The war of 2019–2021 is over.": [("2019–2021", "2019/2021")],
        },
        ["Call 2012-99-1234 now."],
    ),
    "decade": Cases(
        {
            "He lived there in the 1990s.": [("the 1990s", "1990/1999")],
            "He lived there in the '90s.": [("the '90s", "1990/1999")],
            "It was built in the 1700s.": [("the 1700s", "1700/1799")],
            "He lived there in the nineties.": [("the nineties", "1990/1999")],
            "He lived there in the late 1990s.": [("late 1990s", "1990/1999")],
        },
        ["The bus passed in its 90 seconds."],
    ),
    "century": Cases(
        {
            "The church is of the 19th century.": [("the 19th century", "1800/1899")],
            "A twelfth-century church burned.": [("twelfth-century", "1100/1199")],
        },
        ["He scored his 19th century for England."],
    ),
    "season_year": Cases(
        {
            "It rained in spring 2021.": [("spring 2021", "2021-03/2021-05")],
            "It rained in the summer of 2012.": [("the summer of 2012", "2012-06/2012-08")],
        },
        ["A fall of 2012 feet killed him."],
    ),
    "winter_years": Cases(
        {"It snowed in winter 2019-20.": [("winter 2019-20", "2019-12/2020-02")]}, ["He will winter there."]
    ),
    "quarter_year": Cases(
        {
            "Profit fell in Q3 2020.": [("Q3 2020", "2020-07/2020-09")],
            "Profit fell in the third quarter of 2020.": [("the third quarter of 2020", "2020-07/2020-09")],
            "Profit fell in the fiscal third quarter of 2020.": [("the fiscal third quarter of 2020", None)],
            "Profit fell in the first half of 2021.": [("the first half of 2021", "2021-01/2021-06")],
        },
        ["A third quarter of the cake was left."],
    ),
    "quarter_of_deictic_year": Cases(
        {"Profit fell in the first half of this year.": [("the first half of this year", "2022-01/2022-06")]},
        ["They scored in the first half."],
    ),
    "quarter": Cases(
        {"Profit fell in the third quarter as sales declined.": [("the third quarter", "2022-07/2022-09")]},
        ["He threw a touchdown in the third quarter.", "They led in the first half."],
    ),
    "fiscal_year": Cases(
        {
            "The deficit grew in FY2021.": [("FY2021", "2021")],
            "The deficit grew in fiscal year 2021.": [("fiscal year 2021", "2021")],
        },
        ["Fiscal rules are strict."],
    ),
    "fiscal_years": Cases(
        {"Spending rose in the 2021-22 financial year.": [("the 2021-22 financial year", "2021/2022")]},
        ["Spending is a financial matter."],
    ),
    "holiday_year": Cases(
        {"The shop burned on Christmas Eve 2019.": [("Christmas Eve 2019", "2019-12-24")]}, ["He sang carols."]
    ),
    "holiday": Cases(
        {
            "The shop closed on Christmas Eve.": [("Christmas Eve", "2021-12-24")],
            "The shop will close on Christmas Eve.": [("Christmas Eve", "2022-12-24")],
            "The shop will close on Thanksgiving.": [("Thanksgiving", "2022-11-24")],
        },
        ["He sells Christmas trees."],
    ),
    "week_of_day": Cases(
        {"Schools reopen in the week of April 10, 2023.": [("the week of April 10, 2023", "2023-W15")]},
        ["It was a week of rain."],
    ),
    "week_of_month": Cases(
        {"It opened in the first week of January 2015.": [("the first week of January 2015", "2015-W01")]},
        ["It was the first week of training."],
    ),
    "weekend_of_days": Cases(
        {"The fair is on the weekend of Nov. 19-20.": [("the weekend of Nov. 19-20", "2022-11-19/2022-11-20")]},
        ["It was a weekend of rain."],
    ),
    "weekend": Cases(
        {
            "Fires burned over the weekend.": [("the weekend", "2022-11-05/2022-11-06")],
            "It will rain over the weekend.": [("the weekend", "2022-11-12/2022-11-13")],
        },
        ["He bought a weekend house."],
    ),
    "weekend_of_deixis": Cases(
        {
            "They married last weekend.": [("last weekend", "2022-11-05/2022-11-06")],
            "They will marry this coming weekend.": [("this coming weekend", "2022-11-12/2022-11-13")],
        },
        ["They work weekends."],
    ),
    "weekday": Cases(
        {
            "The bridge opened on Monday.": [("Monday", "2022-11-07")],
            "The bridge will open on Monday.": [("Monday", "2022-11-14")],
            "The bridge opened on Friday afternoon.": [("Friday afternoon", "2022-11-11")],
            "The mayor said Thursday that work would resume Tuesday.": [
                ("Thursday", "2022-11-10"),
                ("Tuesday", "2022-11-15"),
            ],
        },
        [
            "He goes to Sunday school.",
            "He reads the Sunday Times.",
            "She watched Friday Night Lights.",
            "Voters turned out on Super Tuesday.",
        ],
    ),
    "weekday_of_deixis": Cases(
        {
            "He resigned last Monday.": [("last Monday", "2022-10-31")],
            "He will resign next Friday.": [("next Friday", "2022-11-18")],
            "He resigned this past Sunday.": [("this past Sunday", "2022-11-06")],
        },
        ["This is the last straw."],
    ),
    "weekday_of_week": Cases(
        {"He will resign on Monday of next week.": [("Monday of next week", "2022-11-14")]},
        ["He resigned after a week of strikes."],
    ),
    "near_day": Cases(
        {
            "He resigned yesterday.": [("yesterday", "2022-11-10")],
            "He will speak tomorrow morning.": [("tomorrow morning", "2022-11-12")],
            "He spoke earlier today.": [("earlier today", "2022-11-11")],
        },
        ["He writes for USA Today."],
    ),
    "part_of_today": Cases(
        {
            "He resigned this morning.": [("this morning", "2022-11-11")],
            "He resigned last night.": [("last night", "2022-11-10")],
        },
        ["He walked past night clubs."],
    ),
    "deictic_unit": Cases(
        {
            "Sales fell last month.": [("last month", "2022-10")],
            "Sales will fall next year.": [("next year", "2023")],
            "Sales fell earlier this week.": [("earlier this week", "2022-W45")],
            "Sales will fall early next year.": [("early next year", "2023")],
        },
        ["The shoes last years.", "It was a last-minute goal."],
    ),
    "within_unit": Cases(
        {"It opened later in the year.": [("later in the year", "2022")]}, ["Sooner or later in the end it fell."]
    ),
    "deictic_month": Cases(
        {
            "He resigned last March.": [("last March", "2022-03")],
            "He will resign next March.": [("next March", "2023-03")],
        },
        ["The last march was long."],
    ),
    "deictic_month_day": Cases(
        {"He resigned last March 5.": [("last March 5", "2022-03-05")]}, ["The last march was long."]
    ),
    "deictic_season": Cases(
        {
            "They will move next summer.": [("next summer", "2023-06/2023-08")],
            "They moved last spring.": [("last spring", "2022-03/2022-05")],
        },
        ["The next Spring Festival is far away."],
    ),
    "deictic_holiday": Cases(
        {"They moved last Christmas.": [("last Christmas", "2021-12-25")]}, ["Christmas songs last."]
    ),
    "season": Cases(
        {
            "The lake dried up in the spring.": [("the spring", "2022-03/2022-05")],
            "The lake will dry up in the summer.": [("the summer", "2023-06/2023-08")],
        },
        ["He broke the spring of his watch.", "The fall of the wall came as a shock.", "The Winter Palace burned."],
    ),
    "span_of_units": Cases(
        {
            "Rents doubled in the past two years.": [("the past two years", "2020/2022")],
            "Rents doubled over the past ten days.": [("the past ten days", "2022-11-01/2022-11-11")],
            "Rents will double over the next three months.": [("the next three months", "2022-11/2023-02")],
            "Rents doubled over the past year.": [("the past year", "2021-11-11/2022-11-11")],
            "Rents doubled in the last decade.": [("the last decade", "2012/2022")],
        },
        ["He stayed for three years.", "He waited for the next 30 minutes."],
    ),
    "vague_span": Cases({"Prices rose in recent months.": [("recent months", None)]}, ["He made a more recent film."]),
    "ago": Cases(
        {
            "He resigned two years ago.": [("two years ago", "2020")],
            "He resigned 10 days ago.": [("10 days ago", "2022-11-01")],
            "He resigned a couple of weeks ago.": [("a couple of weeks ago", "2022-W43")],
            "He resigned two and a half years ago.": [("two and a half years ago", "2020-05")],
            "He resigned several years ago.": [("several years ago", None)],
        },
        ["It was long ago.", "He served two years."],
    ),
    "ago_and_a_half": Cases(
        {"He quit a year and a half ago.": [("a year and a half ago", "2021-05")]}, ["A year and a half passed."]
    ),
    "ahead": Cases(
        {"The trial will start in two weeks.": [("in two weeks", "2022-W47")]},
        ["It was the first time in ten years.", "He built it in two weeks."],
    ),
    "from_now": Cases(
        {
            "It will close two years from now.": [("two years from now", "2024")],
            "It will close in three weeks' time.": [("in three weeks' time", "2022-W48")],
        },
        ["He took years from her."],
    ),
    "distance": Cases(
        {
            "He died two weeks before May 13, 1999.": [("two weeks before May 13, 1999", "1999-04-29")],
            "Shops will reopen the day after Christmas.": [("the day after Christmas", "2022-12-26")],
            "It will end three days after tomorrow.": [("three days after tomorrow", "2022-11-15")],
        },
        ["He died two weeks before the vote."],
    ),
    "later": Cases(
        {
            "She left on 3 May 2001. Two days later she was back.": [
                ("3 May 2001", "2001-05-03"),
                ("Two days later", "2001-05-05"),
            ],
            "He quit in 2015. Three years earlier he had joined.": [("2015", "2015"), ("Three years earlier", "2012")],
            "Two days later she was back.": [("Two days later", None)],
        },
        ["Six minutes later he scored."],
    ),
    "unit_before": Cases(
        {"It lost money in 2015 and the year before.": [("2015", "2015"), ("the year before", "2014")]},
        ["The day before the vote was calm."],
    ),
    "neighbour_weekday": Cases(
        {
            "She left on 3 May 2001. The following Monday she was back.": [
                ("3 May 2001", "2001-05-03"),
                ("The following Monday", "2001-05-07"),
            ]
        },
        ["She saw that Mondays count."],
    ),
    "neighbour_season": Cases(
        {
            "It opened in 1945 and closed that fall.": [("1945", "1945"), ("that fall", "1945-09/1945-11")],
            "It opened on 3 May 2001. The following spring it closed.": [
                ("3 May 2001", "2001-05-03"),
                ("The following spring", "2002-03/2002-05"),
            ],
            "It closed that March.": [("that March", None)],
        },
        ["Prices that fall are good."],
    ),
    "neighbour_unit": Cases(
        {
            "She left on 3 May 2001. The following day she was back.": [
                ("3 May 2001", "2001-05-03"),
                ("The following day", "2001-05-04"),
            ],
            "The next day she was back.": [("The next day", None)],
            "He quit in 2015 and married that same year.": [("2015", "2015"), ("that same year", "2015")],
        },
        ["She saw that years count."],
    ),
    "end_of_unit": Cases(
        {
            "The works finish by the end of the year.": [("the end of the year", "2022-12-31")],
            "The works finish by year-end.": [("year-end", "2022-12-31")],
            "The works started at the beginning of this month.": [("the beginning of this month", "2022-11")],
        },
        ["It is the end of the story."],
    ),
    "end_of_date": Cases(
        {
            "The plant closed at the end of 2019.": [("the end of 2019", "2019-12-31")],
            "The plant closed at the end of May.": [("the end of May", "2022-05-31")],
        },
        ["He walked to the end of Main Street."],
    ),
    "first_units": Cases(
        {
            "Exports rose in the first nine months of 2021.": [("the first nine months of 2021", "2021-01/2021-09")],
            "Exports rose in the last two months of last year.": [
                ("the last two months of last year", "2021-11/2021-12")
            ],
        },
        ["He cried in the first nine months of marriage."],
    ),
    "every_unit": Cases(
        {
            "They meet every two weeks.": [("every two weeks", "R/P2W")],
            "They meet each year.": [("each year", "R/P1Y")],
            "They meet every Monday.": [("every Monday", None)],
        },
        ["They tried every means.", "His every day life is dull."],
    ),
    "every_weekday": Cases({"The shop is closed on Mondays.": [("Mondays", None)]}, ["He loves the Happy Mondays."]),
    "regularly": Cases(
        {"They meet annually in Rome.": [("annually", "R/P1Y")]},
        ["She earns $6,000 annually.", "He reads a daily paper."],
    ),
}

"""Test cases of relative dates: weeks and weekdays, "last month", "two days later", "every Friday"."""

from __future__ import annotations

from tests.dates.cases import Cases

RELATIVE: dict[str, Cases] = {
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
    "weekday_last": Cases(
        {
            "She was last seen on Thursday last.": [("Thursday last", "2022-11-03")],
            "The board meets on Monday next and votes.": [("Monday next", "2022-11-14")],
            "On Thursday last year's winner was beaten.": [("Thursday", "2022-11-10"), ("last year", "2021")],
            "The stall stood on Thursday next to the bank.": [("Thursday", "2022-11-10")],
        },
        ["This is the last in line."],
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
        ["He writes for USA Today.", "He told the Today programme that he was ill."],
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
        ["The shoes last years.", "It was a last-minute goal.", "It fell in the last month of the war."],
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
    "day_of_deictic_month": Cases(
        {
            "The lease ends on the 15th of next month.": [("the 15th of next month", "2022-12-15")],
            "It was signed on the first of this month.": [("the first of this month", "2022-11-01")],
            "It was the first of last month's storms.": [("last month", "2022-10")],
        },
        ["Pay falls due on the 15th of the month."],
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
        ["He stayed for three years.", "He waited for the next 30 minutes.", "He won the last two stages of the race."],
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
    "part_of_day": Cases(
        {
            "The ship sank on the night of 13 February 2021.": [("the night of 13 February 2021", "2021-02-13")],
            "She died in the early morning hours of May 3.": [("the early morning hours of May 3", "2022-05-03")],
            "It rang late in the evening of 5 June 2020.": [("late in the evening of 5 June 2020", "2020-06-05")],
        },
        ["They met on the night of the storm.", "The evening of music raised money."],
    ),
    "distance": Cases(
        {
            "He died two weeks before May 13, 1999.": [("two weeks before May 13, 1999", "1999-04-29")],
            "Shops will reopen the day after Christmas.": [("the day after Christmas", "2022-12-26")],
            "It will end three days after tomorrow.": [("three days after tomorrow", "2022-11-15")],
            "The vote will come two weeks from Monday.": [("two weeks from Monday", "2022-11-28")],
            "It will last for at least three days from Monday.": [("Monday", "2022-11-14")],
            "They will pay 92 euros a year from April.": [("April", "2023-04")],
            "They will pay 90 euros ($97) a year from 2027.": [("2027", "2027")],
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
    "same_unit_of_year": Cases(
        {
            "Sales rose in Q3 2021, more than in the same quarter of 2018.": [
                ("Q3 2021", "2021-07/2021-09"),
                ("the same quarter of 2018", "2018-07/2018-09"),
            ],
            "Rain fell in May 2020 and in the same month of 2017.": [
                ("May 2020", "2020-05"),
                ("the same month of 2017", "2017-05"),
            ],
            "It was the same month of 2017.": [("the same month", None), ("2017", "2017")],
        },
        ["It was the same old part of the town."],
    ),
    "report_period": Cases(
        {
            "Profit rose in the third quarter. For the quarter, sales fell 2%.": [
                ("the third quarter", "2022-07/2022-09"),
                ("the quarter", "2022-07/2022-09"),
            ],
        },
        ["The quarter is home to many artists.", "Profit from the old quarter's bars rose.", "The period was calm."],
    ),
    "latest_quarter": Cases(
        {"Profit fell in the latest quarter.": [("the latest quarter", "2022-07/2022-09")]},
        ["It is the latest quarter to be rebuilt, with 40 flats."],
    ),
    "period_of_other_year": Cases(
        {
            "Sales rose in the third quarter. In the year-ago quarter the firm lost $2 million.": [
                ("the third quarter", "2022-07/2022-09"),
                ("the year-ago quarter", "2021-07/2021-09"),
            ],
            "Sales for the third quarter rose 4% from the same period of 2019.": [
                ("the third quarter", "2022-07/2022-09"),
                ("the same period of 2019", "2019-07/2019-09"),
            ],
            "Sales rose 4% from the same period last year.": [("last year", "2021")],
        },
        ["Sales were the same in each period."],
    ),
    "month_of_that_year": Cases(
        {
            "He moved in 2015. In August of that year he wed.": [
                ("2015", "2015"),
                ("August of that year", "2015-08"),
            ],
            "He moved in 2015, and on 5 May of the following year he wed.": [
                ("2015", "2015"),
                ("5 May of the following year", "2016-05-05"),
            ],
            "He wed in August of that year.": [("August of that year", None)],
        },
        ["It was the talk of the town."],
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
            "The plant closed at the end of 2019.": [("the end of 2019", "2019")],
            "The plant closed at the end of May.": [("the end of May", "2022-05")],
            "The plant closed at the end of May last year.": [("the end of May last year", "2021-05")],
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

"""Test cases of calendar dates: days, months, years, seasons, quarters, holidays, with and without a year."""

from __future__ import annotations

from tests.dates.cases import Cases

CALENDAR: dict[str, Cases] = {
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
    "year_month_day": Cases(
        {
            "Logged 2019, Mar 9: the pump ran until 2019 Apr 2.": [
                ("2019, Mar 9", "2019-03-09"),
                ("2019 Apr 2", "2019-04-02"),
            ],
            "In 2019, March 9 was a holiday.": [("2019", "2019"), ("March 9", "2019-03-09")],
        },
        ["The march 2019 metres up was hard."],
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
            "It is shut until at least 2030.": [("2030", "2030")],
            "Post-2019 prices are higher.": [("2019", "2019")],
        },
        [
            "The hall holds 2,012 people.",
            "Some 2012 people came.",
            "At least 2012 came.",
            "He paid $2012 for it.",
            "Flight 2012 was late.",
            "He lives at 1600 Elm Avenue.",
            "It fell by an average of 1500 a day.",
        ],
    ),
    "event_day": Cases({"Security changed after 9/11.": [("9/11", "2001-09-11")]}, ["She ate 3/11 of the cake."]),
    "old_date": Cases(
        {
            "The harbour was dug in 499 BC.": [("499 BC", "BC0499")],
            "The harbour, dug in 44 B.C., silted up.": [("44 B.C.", "BC0044")],
            "It fell in September 480 BCE.": [("September 480 BCE", "BC0480-09")],
            "It fell on 9 September 480 BC.": [("9 September 480 BC", "BC0480-09-09")],
            "It fell in the winter of 480 BC.": [("the winter of 480 BC", "BC0480-12/BC0479-02")],
        },
        ["The 12 BC nurses flew home.", "The 499 bc signs were removed."],
    ),
    "old_years": Cases(
        {
            "The revolt (499-493 BC) failed.": [("499-493 BC", "BC0499/BC0493")],
            "The wall was built between 480 and 450 BC.": [("between 480 and 450 BC", "BC0480/BC0450")],
        },
        ["Between 480 and 450 boats sailed."],
    ),
    "old_decade": Cases(
        {"A statue of the 470s BC was found.": [("the 470s BC", "BC0479/BC0470")]},
        ["The 475s BC model was sold."],
    ),
    "old_century": Cases(
        {"A statue of the 5th century BC was found.": [("the 5th century BC", "BC0500/BC0401")]},
        ["They met in the BC museum."],
    ),
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
            "Profit fell in the latter half of 2021.": [("the latter half of 2021", "2021-07/2021-12")],
            "Debt fell in Q3FY24 and Q1 FY2025.": [("Q3FY24", None), ("Q1 FY2025", None)],
        },
        ["A third quarter of the cake was left."],
    ),
    "month_quarter": Cases(
        {
            "Sales fell in the December quarter.": [("the December quarter", "2021-10/2021-12")],
            "Sales fell in the March quarter of 2020.": [("the March quarter of 2020", "2020-01/2020-03")],
            "They lost the March quarter-final.": [("March", "2022-03")],
        },
        ["The quarter is home to many artists.", "It was a June quarter mile to forget."],
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
}

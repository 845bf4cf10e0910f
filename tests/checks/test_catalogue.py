"""Further texts for each check: those that it finds, and those that look alike and are left alone."""

from __future__ import annotations

import pytest

from newsview.checks.settings import Settings
from tests.checks.conftest import Checked

pytestmark = pytest.mark.model

FOUND = [
    (
        "H701",
        "Delta grows 84% more rice\n\nThe delta grew 24% more rice in May, the ministry said.\n\nIt rained.\n\n"
        "About 80% of the people live on farms.",
        "the headline has 84%, the text 24%",
    ),
    (
        "M151",
        "The bridge cost $240m (£132bn). It opens in May.",
        "$240m (£132bn): one of them is about a thousand times",
    ),
    (
        "M151",
        "Bridge for $850m\n\nThe bridge opens today. It cost $850m. The toll pays the bridge of $850bn.",
        "$850bn here",
    ),
    ("M151", "About 3.4 million people voted on Sunday. The 3.4 billion strong crowd voted early.", "elsewhere"),
    ("H701", "Cold keeps tin above $30\n\nThe cold took tin past $50 on Friday. In May it was below $35.", "has $30"),
    (
        "H701",
        "Painter Ada Quill dies at 163\n\nThe painter Ada Quill has died at the age of 103, her family said.",
        "has 163",
    ),
    (
        "H701",
        "Painter Ada Quill, aged 18, dies\n\nThe painter Ada Quill has died aged 78. Dozens of people came on Friday.",
        "has 18",
    ),
    (
        "H701",
        "Region stops 29 harbour works\n\nThe coast will not be dug up. The 26 works had no licence, the ministry said.",
        "the headline has 29, the text 26",
    ),
    (
        "N601",
        "Northern Mills grew. The board of Northern Mills met. It likes the Norhtern Mills plan.",
        "Norhtern here, Northern 2 times elsewhere",
    ),
    ("N601", "Tobias Marlowe bought the mill. It was Marlow's third.", "Marlow here, Marlowe once elsewhere"),
    ("N601", "Zorbex grew. Analysts like Zorbex. But in May Zorbax's shares fell, and Zorbex said no.", "Zorbax here"),
    ("N602", "The Harbour Workers Union (HUW) agreed.", "(HUW): the initials are HWU"),
    ("N602", "The London Stone Exchange (LES) agreed. Shares of the LSE fell.", "(LES): the initials are LSE"),
    ("N602", "The Federation of Spanish Growers (FGS) agreed, as the FSG does.", "(FGS): the initials are FSG"),
    ("N602", "The British Millers Union (BUM) agreed.", "(BUM): the initials are BMU"),
    ("D501", "It opens on Monday, 7 May.", "7 May 2024 is a Tuesday"),
    ("D501", "It ended on Sunday, March 3rd, 2023.", "3 March 2023 was a Friday"),
    ("D502", "The shop closes on 31 June.", "June has 30 days"),
    ("D502", "It began on February 29, 2023, she said.", "February 2023 has 28 days"),
    ("D503", "Ada Quill, born in 1990, is 45 and leads the firm.", "born in 1990 is 33 or 34 in 2024, not 45"),
    ("D504", "The mill burned down in 1999, 35 years ago.", "1999 is 25 years before 2024, not 35"),
    ("D504", "It is the first in 60 years since 1999.", "1999 is 25 years before 2024, not 60"),
    ("U301", "The road is 12 miles (30 km) long.", "12 miles is 19.3 kilometres, the text says 30 km"),
    ("U301", "It was 20 degrees Celsius (98 F).", "20 degrees Celsius is 68 degrees Fahrenheit"),
    ("A101", "Sales rose 12% to $60 million from $40 million.", "from $40 million to $60 million is 50%, not 12%"),
    ("A101", "Sales rose from $40 million to $60 million, an increase of 25%.", "is 50%, not 25%"),
    ("A102", "The price fell to $50 from $45.", "“fell”, but from $45 to $50"),
    ("A103", "The fund grew $3 million from $20 million to $29 million.", "differ by 9 million, not by $3 million"),
    ("A104", "Rents tripled from $400 to $800.", "“tripled”, but from $400 to $800 is 2 times"),
    ("A105", "The share rose from 20% to 30%, an increase of 10%.", "is 10 percentage points; as a percentage 50%"),
    ("A106", "Traffic dropped by 120% in May.", "nothing falls by 120%"),
    ("T201", "Nine passengers — four adults and three children — were hurt.", "4 and 3 are 7, not nine"),
    ("T203", "It has three owners: Aro, Bex, Cym and Dax.", "three, but four are named"),
    ("T204", "It flies to both Lisbon, Oslo and Vienna.", "“both”, but three are named"),
    ("T205", "Two-thirds (41%) of them agreed.", "Two-thirds is 67%, not 41%"),
    ("R401", "It will cost between $9 million and $5 million.", "from the larger to the smaller"),
    ("R402", "She taught there between 1998 and 1989.", "from the later year to the earlier"),
    (
        "H701",
        "Painter Ada Quill dies aged 75\n\nThe painter Ada Quill has died at the age of 65, her family said.",
        "has 75",
    ),
    (
        "H701",
        "Town cuts rents by average of 34%\n\nThe town cuts its rents by an average of 24%, the mayor said on Friday.",
        "the headline has 34%, the text 24%",
    ),
    (
        "H701",
        "Local bank to cut 3,140 staff\n\nThe bank, the oldest in town, will shed 3,740 jobs, it said on Friday.",
        "the headline has 3,140, the text 3,740",
    ),
    (
        "H701",
        "Frost keeps oil above $57\n\nIcy winds took oil past $52 a barrel on Friday.",
        "has $57",
    ),
    (
        "H701",
        "Union wants 96 jobs kept\n\nThe union fights for 90 nursing jobs, it said on Friday.",
        "the headline has 96, the text 90",
    ),
    (
        "H701",
        "Painter Ada Quill dies aged 35\n\nThe painter Ada Quill, aged 45, has died. Her son is 19.",
        "the headline has 35, the text 45",
    ),
    (
        "H701",
        "Mayor plans quay in first 190 days\n\nThe mayor plans a new quay in the first 100 days of her term.",
        "the headline has 190 days, the text 100 days",
    ),
    (
        "H701",
        "Harbour's ferry bookings up 27%\n\nFerry bookings in the harbour rose 24%, the mayor said, and ferry bookings of the harbour in May 21%.",
        "the headline has 27%, the text 24%",
    ),
    (
        "H701",
        "Mayor to sell quay within 15 days\n\nThe mayor will sell the quay of the town in the next 10 days, she said.",
        "the headline has 15 days",
    ),
    (
        "H701",
        "Harbour sues 75 banks over quay\n\nThe harbour sues 45 banks over the quay, it said on Friday. It has 80 ferries.",
        "the headline has 75, the text 45",
    ),
    ("R402", "In contrast, between 1998 and 1996 the ferry ran daily.", "from the later year to the earlier"),
    ("M152", "It cost $110,00 to build.", "$110,00: 2 digits behind a comma"),
    ("M152", "The lake is 3,1500 metres wide.", "3,1500: 4 digits behind a comma"),
    ("D501", "The market opens on Sunday, 4 June, a year that all will like.", "4 June 2024 is a Tuesday"),
    ("D502", "Bids are taken until 31 June, with no fee.", "June has 30 days"),
    ("D503", "Tessa Vane, 51, born in 1990 in Hull, runs the mill.", "born in 1990 is 33 or 34 in 2024, not 51"),
    ("D504", "Twelve years ago, in 1996, the quay sank.", "1996 is 28 years before 2024, not 12"),
    ("D504", "In 2003, 50 years ago, the quay sank.", "2003 is 21 years before 2024, not 50"),
    ("A101", "Tickets rose 40% to £90 from £80 a year ago.", "not 40%"),
    ("A102", "The fare dropped from $70 to $95 in the spring.", "“dropped”, but from $70 to $95"),
    ("A106", "Ferry bookings fell 170% in May.", "nothing falls by 170%"),
    ("T204", "Both Lisbon, Oslo and Vienna want the fair.", "“both”, but three are named"),
    ("T205", "More than half (31%) of them agreed.", "half is 50%, not 31%"),
    ("R401", "Between 90 and 70 boats sailed.", "from the larger to the smaller"),
    (
        "R402",
        "Her film about the ferry that the town council of Hull sold was shot from 2009 to 2003.",
        "from the later",
    ),
    ("R402", "From 1997 to 1991 she ran the ferry.", "from the later year to the earlier"),
    (
        "M151",
        "The harbour cost $740 million. Critics of the harbour say $740 billion is too much.",
        "$740 billion here",
    ),
    (
        "Q802",
        "“We sold the old ferry because it was too slow for us,” Tessa Vane said. "
        "“We sold the old ferry because it was too small for us,” Vane said.",
        "nearly",
    ),
    (
        "Q801",
        "“We will go, she said, and “we will not come back.”\n\nHe left on Friday.",
        "this quotation is never closed",
    ),
    (
        "N601",
        "Tessa Lindholm won. The mayor met Lindhollm, and Lindholm spoke.",
        "Lindhollm here, Lindholm 2 times elsewhere",
    ),
    (
        "N601",
        "The ferry goes to Orlando. In Orlando, rain fell. Storms in Orlando last. A bar in Orrlando was shut.",
        "Orrlando here, Orlando 3 times elsewhere",
    ),
    ("D502", "The fair opens on Nov. 31 in the old hall.", "November has 30 days"),
    ("D502", "It was played on Feb. 29, 2023.", "February 2023 has 28 days"),
    ("D502", "The clerks missed the April 31 deadline.", "April has 30 days"),
    ("D502", "They vote before the town's June 31 primary.", "June has 30 days"),
    ("D502", "HULL, June 31 (Reuter) - The ferry is sold.", "June has 30 days"),
    ("D502", "Friday, June 31, 2022 \xa0\n\nThe ferry sank.", "June has 30 days"),
    ("D502", "It was shut on September 31 of last year.", "September has 30 days"),
    ("T204", "It is popular in both New Hampshire, Nevada and Ohio.", "“both”, but three are named"),
    ("D503", "Tessa Vane, 61, who was born in 1972, has resigned.", "born in 1972 is 51 or 52"),
    ("A104", "The number halved from 900 to 700.", "“halved”, but from 900 to 700"),
    ("A106", "There was a 140% drop in ferry bookings.", "nothing falls by 140%"),
    (
        "H702",
        "Owner: “We will sell the ferry in June”\n\nThe owner spoke on Friday. “We will sell the ferry in July,” she said.",
        "has not “june”",
    ),
    (
        "H702",
        "“It was the coldest day of my life”\n\nThe diver spoke on Friday. “It was the best day of my life,” she said.",
        "has not “coldest”",
    ),
    (
        "H702",
        "Sailor: “I would do it all again”\n\nThe sailor spoke on Friday. “I would never do it all again,” she said.",
        "has “never”",
    ),
    (
        "H702",
        "Keeper on the quay: “Who are they hardly trying to kid?”\n\nThe keeper of the quay was angry on Friday. "
        "“Who are they trying to kid?” she asked.",
        "has not “hardly”",
    ),
    (
        "Q801",
        "Critics call it “a town like any other, where people live “on the edge” of the sea.\n\nHe left.",
        "this quotation is never closed",
    ),
]

LEFT_ALONE = [
    ("N601", "Tobias Meran met Finn Mergan. Meran spoke first."),
    ("N601", "Ada Quillon met West German officials in Germany. Quillon was early."),
    ("N601", "Rosa Benting stars in it. Critics praised Beating Rosa."),
    ("N601", "The West Germany team left. West Germany lost. The West German coach stays."),
    ("N601", "The Western Mill sold. The Western Mill grew. The Western Mall lost and the Eastern Mill won."),
    ("N601", "Maria Quillon spoke. Maria Quillon left. Marla Quillon, her sister, stays."),
    ("N601", "The Harbour Workers Union met. The Harbour Workers Union won. The Harbour Worker Union of Lorne lost."),
    ("N601", "The Consumer Party won. The Consumer Party rules. The Consumers Party lost."),
    ("N601", "Norland Bank grew. Norland Bank sold. Nordland Bank bought."),
    ("N601", "The Norland Bank grew. The Norland Bank sold. A Nordland Group bought."),
    ("N601", "The Browns live next to Tom Brown. Browns everywhere, he said."),
    ("N601", "Tom Marsden left. The Marsdens stay."),
    ("N602", "The Harbour Workers Union (HWU) agreed."),
    ("N602", "The Harbour Workers Union (HUW) agreed. HUW is the name of its founder."),
    ("D501", "It opens on Tuesday, 7 May."),
    ("D501", "In 1995 it was different: on Friday, September 15, the mill closed."),
    ("D501", "“It is on Monday, 7 May,” she wrote."),
    ("D502", "The shop closes on 30 June."),
    ("D502", "It began on February 29, she said."),
    ("D502", "In June 31 boats sank."),
    ("D503", "Ada Quill, born in 1990, is 34 and leads the firm."),
    ("D503", "Ada Quill, born in 1950, died at the age of 60."),
    ("D504", "The mill burned down in 1999, 25 years ago."),
    ("D504", "It is more than 20 years since 1999."),
    ("U301", "The road is 12 miles (19 km) long."),
    ("U301", "The ship sailed 200 miles (370 km) off the coast."),
    ("U301", "It was 20 degrees Celsius (68 F)."),
    ("U301", "It carries 1,000 tons (907 tonnes)."),
    ("U302", "It paid $210m (£110m) in January and $400m (£300m) three years ago."),
    ("A101", "Sales rose 50% to $60 million from $40 million."),
    ("A101", "Sales rose 12% to $60 million, from an expected $40 million."),
    ("A102", "The price fell to $45 from $50."),
    ("A102", "The club dropped from 3 to 9 in the league table."),
    ("A102", "The deficit fell from 3% to 5%, seen from the other side."),
    ("A102", "Prices, which rose last year, went from $50 to $45."),
    ("A103", "The fund grew $9 million from $20 million to $29 million."),
    ("A104", "Rents more than doubled from $400 to $1,100."),
    ("A105", "The share rose from 20% to 30%, an increase of 50%."),
    ("A106", "Earnings dropped by 120% in May."),
    ("A106", "Traffic dropped to 120% of the usual."),
    ("T201", "Nine passengers, including four adults and three children, were hurt."),
    ("T201", "At least nine passengers — four adults and three children — were hurt."),
    ("T201", "Nine passengers — two Danes and three Swedes — were hurt."),
    ("T203", "It has four owners: Aro, Bex, Cym and Dax."),
    ("T203", "The top three sellers: Aro, Bex, Cym and Dax."),
    ("T204", "It flies to both Lisbon and Oslo, and to Vienna."),
    ("T205", "Almost two-thirds (61%) of them agreed."),
    ("R401", "The score was between 9 and 5."),
    ("R401", "It will cost between $5 million and $9 million."),
    ("R402", "The deadline was brought forward from 2029 to 2025."),
    ("R402", "The index fell from 2004 to 1998 points."),
    (
        "H701",
        "Town cuts rents by average of 34%\n\nThe town has 24% of all flats, the mayor said on Friday. Rents went down.",
    ),
    (
        "H701",
        "Firm sells parts for $300m\n\nThe firm sells one part for $100m and another for $200m, it said on Friday.",
    ),
    ("H701", "Painter Ada Quill dies at 92\n\nThe painter died on the eve of her 93rd birthday. Her son is 62."),
    ("Q801", "“We will go.\n\n“We will stay.\n\n“We will return,” she said."),
    ("Q801", '“We will go," she said.\n\nHe left.'),
    (
        "Q802",
        "“We will enter the car market soon, and stay.” “We will enter the car market soon, but then leave it all.”",
    ),
    (
        "H701",
        "Painter Ada Quill dies aged 45\n\nThe painter Ada Quill has died on Friday at 44, a day before she was 45.",
    ),
    (
        "H701",
        "Local bank to cut 3,140 staff\n\nIt is a hard year. The firm rents 3,740 flats, as the mayor said on Friday.",
    ),
    ("M151", "It had $850 million of the $850 billion."),
    ("M152", "It is on pages 12,13 and 14."),
    ("M152", "The parcel 5,1200-B has no owner."),
    ("M152", "It opened on Sept. 5,2019."),
    (
        "S902",
        "“We can pay for it,” Tessa Vane said. “It is a good plan,” Vane said. “Nobody else bid,” Vane said. "
        "Vane added: “The work begins soon.” “It is a waste” was the answer of Otto Lindholm.",
    ),
    (
        "S902",
        "Harlow Airways Inc said the sale was agreed in May. “The sale was agreed in May,” Harlow Airways said. "
        "“It needs no vote,” Harlow Airways said. Harlow Airways said that it would sell 40 jets.",
    ),
    ("D501", "Last year's regatta began on Wednesday, 7 June."),
    ("D501", "It is open from Friday to Sunday, 21 to 23 June."),
    ("D501", "Three years ago, on Friday, 4 June, the pier fell."),
    ("D501", "The abbey burned on Monday, 4 March 1611."),
    ("D502", "There is no 31 June, the clerk said."),
    ("D502", "The 31 June births were all girls."),
    ("D502", "A misprint gave 31 April as the day of the sale."),
    ("D503", "Tessa Vane, 20, is the first rower born after 1998."),
    ("D503", "People born in 1970 stop work at 67."),
    ("D504", "Thirty-four years ago, in 1990, the quay sank."),
    ("D504", "In 1986 the guild marked 40 years since 1946."),
    ("D504", "In the first 15 years since 1970 the village grew."),
    ("A101", "Shares fell 4% to 88p, down from 140p a year ago."),
    ("A101", "Tin rose 3% to $71, up from $50 in March."),
    ("A102", "The krona fell from 9 to 11 per dollar."),
    ("A102", "She slid from 8 to 15 in the standings."),
    ("A106", "EBITDA fell 150%."),
    ("T203", "Two of the three ferries — Ada and Bea — sank."),
    ("T204", "Both Hull, Yorkshire, and Bonn, Germany, were hit."),
    ("T205", "More than half (64%) of the crew agreed."),
    ("T205", "Under a quarter (14%) of the boats sank."),
    ("R401", "The vote was split between 41 for and 30 against."),
    ("R402", "The number of inns fell from 2011 to 1988."),
    ("R402", "The target was pushed from 2045 to 2040."),
    ("R402", "The novel jumps from 1990 to 1950."),
    ("R402", "Comparisons between 2020 and 1957 are common."),
    ("M151", "The loan of 240m yen ($2.1m) was repaid."),
    ("M151", "The bridge cost 240bn yen (£1.2bn)."),
    ("M151", "The bridge cost $240m (£132m), of a budget of $900bn."),
    ("H701", "Cold keeps tin above $50\n\nThe cold took tin to $53.20 on Friday. In May it was $30."),
    ("H701", "Painter Ada Quill dies at 18 Mill Lane\n\nThe painter Ada Quill has died at the age of 78 in her house."),
    ("H701", "Town mourns poet who died at sea with 18\n\nThe poet had died at sea, aged 78. With her were 18 men."),
    (
        "H701",
        "Delta grows 84% more rice\n\nThe delta grew 24% more rice in May, the ministry said.\n\nIt rained.\n\n"
        "In June the delta grew about 80% more rice.",
    ),
    ("M151", "The school got $35 million. Its founder has sales of $35 billion."),
    ("Q801", "She called it „a black day“.\n\nHe left on Friday."),
    (
        "Q802",
        "“We will rebuild the old pier in the spring,” Tessa Vane said. “We will not rebuild the old pier in the spring,” Ben Marlow said.",
    ),
    (
        "Q802",
        "The draft read: “The owner shall pay for all the damage.” The law reads: “The owner may pay for all the damage.”",
    ),
    ("A102", "The loss fell from $5 million to $9 million."),
    (
        "H702",
        "“We won't give up the old ferry”\n\nThe owner spoke on Friday. “We will not give up the old ferry,” she said.",
    ),
    (
        "H702",
        "“Lindholm will sell the old ferry”\n\nThe clerk spoke on Friday. “He will sell the old ferry,” she said.",
    ),
    (
        "H702",
        "“We wanted 5 more boats here”\n\nThe owner spoke on Friday. “We want five more boats here,” she said.",
    ),
    (
        "H702",
        "“We need a ferry that runs at night”\n\nThe owner spoke on Friday. “We need a bus at night,” she said.",
    ),
    (
        "H702",
        "The clerk said on Friday: “We will sell the old ferry in June.”\n\nThe owner said: “We will sell the old ferry in July.”",
    ),
    ("N601", "“Angela Corrrey [sic] must go,” he wrote. Angela Correy stays."),
    ("N601", "Otto Bovard wrote this. Bovard is on the Board of Visitors."),
    (
        "H701",
        "Firm gets $16bn for bridge\n\nThe firm gets $16.9bn for the bridge, it said. The firm had $15bn for the last bridge.",
    ),
    (
        "H701",
        "Mayor plans quay in 24 months\n\nThe mayor plans a new quay in two years. The last quay took 27 months.",
    ),
    ("N601", "Otto Asana won. The raid on Asama bin Lodin was shown, and Asana spoke."),
    ("U302", "The bank repaid a loan of $500m (£310m) from 2013. It has loans of $500m (£394m) and $100m (£79m)."),
    ("M152", "The book costs €15,90 in Rome."),
    ("M152", "On page 1,2019 was a good year."),
    ("A103", "The party gained 12 seats and lost 2, from 48 to 58."),
    (
        "H702",
        "Owner: “I did not [learn] of the sale”\n\nThe owner spoke on Friday. “I did not hear of the sale,” she said.",
    ),
    ("A104", "The number has doubled since it rose from 50 to 70 in 2010."),
    ("A104", "Traffic doubled from 6 to 9 in the evening."),
    ("D502", "In June 31 (of 40) boats sank."),
    ("D502", "In the town's worst June 31 boats sank."),
    ("D502", "Sept. 31 boats sank in all."),
    ("D503", "Tessa Vane, 61, who has a son born in 1990, has resigned."),
    ("A102", "The ferry fell from number 5 to number 13."),
    ("A106", "There was a 140% drop in quarterly profit."),
    ("A106", "There was a 140% rise in ferry bookings."),
    ("Q801", "“Perhaps not,“ Tessa Vane said. “We will see.”\n\nHe left."),
    ("Q801", "She saw an “early warning“ of the flood in it.\n\nHe left."),
    ("Q801", "The notes read: “The quay is to be shut.“[Gazette.]\n\nHe left."),
    ("Q801", "“It is a day “without any end” for the town,” she said.\n\nHe left."),
    ("Q801", "“They carried a “Save the quay” sign, and “Keep off” shirts,” she wrote.\n\nHe left."),
]


@pytest.mark.parametrize(("code", "text", "message"), FOUND, ids=[f"{each[0]} {each[1][:30]}" for each in FOUND])
def test_what_does_not_fit_is_found(code: str, text: str, message: str, checked: Checked) -> None:
    found = checked(text, code)
    assert [message in each.message for each in found] == [True], found


@pytest.mark.parametrize(("code", "text"), LEFT_ALONE, ids=[f"{each[0]} {each[1][:30]}" for each in LEFT_ALONE])
def test_what_looks_alike_is_left_alone(code: str, text: str, checked: Checked) -> None:
    assert checked(text, code) == []


def test_a_finding_inside_a_quotation_is_one_level_lower(checked: Checked) -> None:
    assert [each.level for each in checked("The road is 12 miles (30 km) long.", "U301")] == ["contradiction"]
    assert [each.level for each in checked("“The road is 12 miles (30 km) long,” she said.", "U301")] == ["look"]


def test_names_that_differ_in_accents_alone_are_a_note(checked: Checked) -> None:
    assert [each.level for each in checked("Jan Brudziński left. Mr Brudzinski said no.", "N601")] == ["note"]


def test_names_that_are_known_to_be_two_are_left_alone(checked: Checked) -> None:
    text = "Susan Harlston ruled on Monday. If Harlson agrees, the case ends."
    assert len(checked(text, "N601")) == 1
    assert checked(text, "N601", Settings(known=frozenset({frozenset({"harlson", "harlston"})}))) == []


def test_ids_do_not_change_with_an_edit_elsewhere(checked: Checked) -> None:
    text = "The road is 12 miles (30 km) long. Traffic dropped by 120% in May."
    before = {each.id for each in checked(text)}
    assert len(before) == 2
    assert before == {each.id for each in checked(f"A new sentence stands first.\n\n{text}")}


def test_equal_findings_have_ids_of_their_own(checked: Checked) -> None:
    found = checked("Traffic dropped by 120% in May.\n\nTraffic dropped by 120% in May.", "A106")
    assert len({each.id for each in found}) == 2

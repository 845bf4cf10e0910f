"""Which article is passed over: the one that ends every process that reads it, not one that was in hand by chance."""

from random import Random

from newsview.batch.retry_policy import LOSSES, Blame


def ends(*places: int, killed: bool = False) -> dict[int, int]:
    blame = Blame()
    for place in places:
        blame.add(place, killed=killed)
    return blame.poison


def test_three_crashes_in_a_row_are_the_articles_fault() -> None:
    assert ends(7, 7) == {}
    assert ends(7, 7, 7) == {7: 3}
    assert ends(7, 7, 7, 30, 30, 30) == {7: 3, 30: 3}


def test_crashes_that_are_not_in_a_row_are_not() -> None:
    assert ends(7, 8, 7, 9, 7, 8, 7) == {}


def test_somebody_elses_kills_count_half() -> None:
    assert ends(*[7] * 5, killed=True) == {}
    assert ends(*[7] * 6, killed=True) == {7: 6}


def test_kills_at_random_are_nobodys_fault() -> None:
    dice = Random(5)
    for _ in range(300):
        assert ends(*(dice.randrange(20) for _ in range(LOSSES - 1)), killed=True) == {}


def test_a_shard_comes_to_an_end_whatever_happens() -> None:
    blame, dice, losses = Blame(), Random(6), 0
    while len(blame.poison) < 64:
        blame.add(dice.choice([place for place in range(64) if place not in blame.poison]), killed=True)
        losses += 1
    assert losses <= 64 * LOSSES

"""Retry policy: an article that repeatedly ends its process is skipped, one interrupted by chance is not."""

from random import Random

from newsview.batch.retry_policy import LOSSES, RetryPolicy


def ends(*places: int, killed: bool = False) -> dict[int, int]:
    policy = RetryPolicy()
    for place in places:
        policy.add(place, killed=killed)
    return policy.poison


def test_three_consecutive_crashes_skip_article() -> None:
    assert ends(7, 7) == {}
    assert ends(7, 7, 7) == {7: 3}
    assert ends(7, 7, 7, 30, 30, 30) == {7: 3, 30: 3}


def test_crashes_not_in_a_row_skip_nothing() -> None:
    assert ends(7, 8, 7, 9, 7, 8, 7) == {}


def test_kills_from_outside_count_half() -> None:
    assert ends(*[7] * 5, killed=True) == {}
    assert ends(*[7] * 6, killed=True) == {7: 6}


def test_paragraphs_that_hang_are_no_tries_of_the_article() -> None:
    policy = RetryPolicy()
    policy.add_hung(7)
    assert policy.requests() == [(7, {"first": 0, "left_out": []})]
    for paragraph in (2, 5):
        policy.searches[7].begun = paragraph
        policy.add_hung(7)
    assert policy.requests() == [(7, {"first": 6, "left_out": [2, 5]})]
    assert policy.poison == {}
    policy.add_hung(7)
    policy.add_hung(7)
    assert policy.poison == {7: 3}


def test_random_kills_skip_nothing() -> None:
    dice = Random(5)
    for _ in range(300):
        assert ends(*(dice.randrange(20) for _ in range(LOSSES - 1)), killed=True) == {}


def test_shard_finishes_within_limit_of_process_ends() -> None:
    policy, dice, losses = RetryPolicy(), Random(6), 0
    while len(policy.poison) < 64:
        policy.add(dice.choice([place for place in range(64) if place not in policy.poison]), killed=True)
        losses += 1
    assert losses <= 64 * LOSSES

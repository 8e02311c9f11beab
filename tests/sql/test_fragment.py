"""Fragments keep text and parameters together, and refuse to be put together wrongly."""

from __future__ import annotations

import pytest

from kokumi.sql.fragment import Fragment, FragmentError, identifier, integer, join, rendered, sql


def test_slots_are_filled_and_parameters_travel_along() -> None:
    inner = sql("path = {path:String}", path="/it's")
    outer = sql("select 1 where $condition and n = {n:UInt8}", condition=inner, n=3)
    assert rendered(outer) == (
        "select 1 where path = {path:String} and n = {n:UInt8}",
        {"path": "/it's", "n": 3},
    )


def test_a_value_that_looks_like_a_slot_stays_a_value() -> None:
    inner = sql("a = {a:String}", a="$b {c:String}")
    assert sql("$x", x=inner) == inner


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("{a:String}", {}),
        ("$a", {}),
        ("1", {"a": "x"}),
        ("1", {"a": sql("x")}),
        ("$a", {"a": "text in the place of a fragment"}),
        ("{a:String}", {"a": sql("a fragment in the place of a value")}),
    ],
)
def test_what_is_missing_or_not_used_is_refused(text: str, parts: dict[str, str | Fragment]) -> None:
    with pytest.raises(FragmentError):
        sql(text, **parts)


def test_one_name_for_two_values_is_refused() -> None:
    one, other = sql("{a:UInt8}", a=1), sql("{a:UInt8}", a=2)
    assert rendered(join(" + ", [one, one])).parameters == {"a": 1}
    with pytest.raises(FragmentError):
        join(" + ", [one, other])


def test_a_condition_may_stand_twice_with_different_values() -> None:
    one, other = (sql("a = {a:UInt8} and b = {b:UInt8}", a=value, b=7) for value in (1, 2))
    both = join(" or ", [one, other.renamed(a="other_a")])
    assert rendered(both) == (
        "a = {a:UInt8} and b = {b:UInt8} or a = {other_a:UInt8} and b = {b:UInt8}",
        {"a": 1, "other_a": 2, "b": 7},
    )


def test_a_value_that_is_not_there_cannot_be_renamed() -> None:
    with pytest.raises(FragmentError):
        sql("{a:UInt8}", a=1).renamed(b="c")


def test_an_integer_may_be_part_of_the_text() -> None:
    assert str(sql("bitTest(step, $bit)", bit=integer(-3))) == "bitTest(step, -3)"


@pytest.mark.parametrize("name", ["", "a b", "A", "a;", "1a", "`a`"])
def test_only_plain_names_become_sql(name: str) -> None:
    with pytest.raises(FragmentError):
        identifier(name)

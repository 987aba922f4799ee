"""The text of a cell is what Excel shows, and nothing in the file is lost by a format."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.evidence.readers.excel_shown import shown

DAY = dt.datetime(2023, 2, 28, 14, 5, 6)  # noqa: DTZ001 - a cell has no zone
NUMBERS = [
    (4.3, "0.00", "4.30"),
    (4.3, "General", "4.3"),
    (0.1 + 0.2, "General", "0.3"),
    (45748, "General", "45748"),
    (1e20, "General", "1e+20"),
    (7, "000", "007"),
    (2.5, "0", "3"),
    (2.5, "#.##", "2.5"),
    (0.255, "0%", "26%"),
    (0.256, "0.0%", "25.6%"),
    (1234.5, '"£"#,##0.00', "£1,234.50"),
    (-5, '"£"#,##0', "-£5"),
    (1500, "[$£-809]#,##0", "£1,500"),
    (-3, "0;(0)", "(3)"),
    (-1234.5, "#,##0.00;[Red]-#,##0.00", "-1,234.50"),
    (0, '0;-0;"none"', "none"),
    (5, '_-* #,##0.00_-;\\-* #,##0.00_-;_-* "-"??_-;_-@_-', "5.00"),
    (0, '_-* #,##0.00_-;\\-* #,##0.00_-;_-* "-"??_-;_-@_-', "-"),
    (12, 'General" pupils"', "12 pupils"),
    (0.001, "0.0", "0.0"),
    (-0.001, "0.0", "0.0"),
    (1e30, "0.00", "1000000000000000000000000000000"),
]
AS_STORED = [
    (1_234_567, '0.0,,"m"', "1234567"),
    (0.5, "# ?/?", "0.5"),
    (0.125, "0.00E+00", "0.125"),
    (5, ";;;", "5"),
    (0, "#", "0"),
    (3, "@", "3"),
    (5, "[>100]0.0;0", "5"),
    (float("inf"), "0", "inf"),
]
MOMENTS = [
    (dt.datetime(2019, 12, 1), "mmm-yy", "Dec-19"),  # noqa: DTZ001 - as above
    (DAY, "dd/mm/yyyy", "28/02/2023"),
    (DAY, "d mmmm yyyy h:mm AM/PM", "28 February 2023 2:05 pm"),
    (DAY, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "Tuesday, February 28, 2023"),
    (DAY, "yyyy-mm-dd hh:mm:ss", "2023-02-28 14:05:06"),
    (DAY, "mm:ss", "05:06"),
    (DAY, "ddd d mmmmm", "Tue 28 F"),
    (dt.date(2023, 2, 28), "d/m/yy", "28/2/23"),
    (dt.time(9, 5), "hh:mm", "09:05"),
    (dt.time(9, 5), "dd/mm/yyyy", "09:05"),
    (dt.timedelta(hours=27, minutes=5), "[h]:mm", "27:05"),
]
DAY_FIRST = [
    (DAY, "mm-dd-yy", "28/02/2023"),
    (DAY, "m/d/yyyy h:mm", "28/02/2023 14:05"),
    (DAY, "General", "28/02/2023"),
]


@pytest.mark.parametrize(("value", "number_format", "said"), NUMBERS)
def test_a_number_is_shown_in_its_format(value: float, number_format: str, said: str) -> None:
    assert shown(value, number_format) == said


@pytest.mark.parametrize(("value", "number_format", "said"), AS_STORED)
def test_a_format_that_is_not_understood_leaves_the_number(
    value: float, number_format: str, said: str
) -> None:
    assert shown(value, number_format) == said


@pytest.mark.parametrize(("value", "number_format", "said"), MOMENTS)
def test_a_date_or_time_is_shown_in_its_format(
    value: object, number_format: str, said: str
) -> None:
    assert shown(value, number_format) == said


@pytest.mark.parametrize(("value", "number_format", "said"), DAY_FIRST)
def test_a_date_with_the_month_first_is_turned_round(
    value: object, number_format: str, said: str
) -> None:
    assert shown(value, number_format) == said


def test_words_and_truths_and_nothing() -> None:
    assert [shown(value, "0.00") for value in ("4.3", True, None, "#REF!")] == [
        "4.3", "TRUE", "", "#REF!"
    ]  # fmt: skip


@given(
    st.one_of(st.floats(), st.integers(), st.datetimes(), st.times(), st.timedeltas()),
    st.text(alphabet='0#?.,%;"\\[]_*@ymdhsGeneral/AMP-:E+£ ', max_size=20),
)
def test_any_value_in_any_format_is_some_text(value: object, number_format: str) -> None:
    assert isinstance(shown(value, number_format), str)
    assert shown(value, number_format) or isinstance(value, dt.date | dt.time)


@pytest.mark.parametrize("places", [6, 10, 40, 500_000])
def test_more_figures_than_can_be_rounded_stand_as_stored(places: int) -> None:
    assert shown(1e20, f"0.{'0' * places}").replace(",", "").startswith("100000000000000000000")
    assert shown(0.5, f"0.{'0' * places}").startswith("0.5")

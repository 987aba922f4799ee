"""Who leads an action."""

import pytest

from maturity.evidence.shapes.leads import is_lead_header, leads_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jo Fenn/Ash Wold", ("Jo Fenn", "Ash Wold")),
        ("Jo Fenn; Ash Wold & Kit Kemp", ("Jo Fenn", "Ash Wold", "Kit Kemp")),
        ("Jo Fenn and Ash Wold\nKit Kemp", ("Jo Fenn", "Ash Wold", "Kit Kemp")),
        ("Jo Fenn, Ash Wold", ("Jo Fenn", "Ash Wold")),
        ("Head of Inclusion, schools", ("Head of Inclusion, schools",)),
        ("Sandy Land", ("Sandy Land",)),
        ("Jo Fenn / Jo Fenn", ("Jo Fenn",)),
    ],
)
def test_several_leads_are_told_apart(text: str, names: tuple[str, ...]) -> None:
    leads = leads_of(text)
    assert (leads.names, leads.named) == (names, "named")
    assert leads.as_written == text


@pytest.mark.parametrize(
    ("text", "named"),
    [("N/A", "none"), ("n/a.", "none"), ("TBC", "to_be_confirmed"), (" ", "empty")],
)
def test_nobody_named_is_said_apart(text: str, named: str) -> None:
    leads = leads_of(text)
    assert (leads.names, leads.named) == ((), named)


def test_a_column_of_leads_is_known_by_its_heading() -> None:
    assert all(map(is_lead_header, ("Lead", "Owner", "Lead officer", "Who is responsible?")))
    assert not any(map(is_lead_header, ("Leadership", "Evidence", "How we lead the work together")))

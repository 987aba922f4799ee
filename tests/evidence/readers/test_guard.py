"""What is checked before anything is unpacked."""

import io
import zipfile
from dataclasses import replace

import pytest

from maturity.evidence.limits import LIMITS
from maturity.evidence.messages import Refused
from maturity.evidence.readers.guard import check_xml, opened, part_of


def zipped(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, raw in members:
            package.writestr(name, raw)
    return out.getvalue()


def test_a_part_within_the_limits_is_given() -> None:
    with opened(zipped(("a.xml", b"<a/>")), LIMITS) as package:
        assert part_of(package, "a.xml", LIMITS) == b"<a/>"


@pytest.mark.parametrize("name", ["../a", "/a", "a/../../b", "C:\\a", "..\\a"])
def test_a_member_whose_name_leads_out_is_refused(name: str) -> None:
    with pytest.raises(Refused, match="damaged"), opened(zipped((name, b"")), LIMITS):
        pass


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_that_is_there_twice_is_refused() -> None:
    raw = zipped(("a", b"1"), ("a", b"2"))
    with pytest.raises(Refused, match="a part that is there twice"), opened(raw, LIMITS):
        pass


def test_a_size_that_lies_is_found_when_the_member_is_read() -> None:
    raw = bytearray(zipped(("a.bin", b"x" * 5_000)))
    at = raw.find(b"PK\x01\x02") + 24
    raw[at : at + 4] = (10).to_bytes(4, "little")
    with opened(bytes(raw), LIMITS) as package, pytest.raises(Refused, match=r"a\.bin"):
        part_of(package, "a.bin", LIMITS)


def test_a_member_is_read_no_further_than_its_limit() -> None:
    small = replace(LIMITS, member_bytes=10)
    with opened(zipped(("a", b"x" * 11)), LIMITS) as package, pytest.raises(Refused) as refused:
        part_of(package, "a", small)
    assert refused.value.code == "R12"


def test_a_missing_member_is_refused() -> None:
    with opened(zipped(("a", b"")), LIMITS) as package, pytest.raises(Refused, match="b cannot"):
        part_of(package, "b", LIMITS)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_a_document_type_is_refused_in_any_encoding(encoding: str) -> None:
    body = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a SYSTEM "file:///etc/x"><a/>'
    with pytest.raises(Refused) as refused:
        check_xml(body.encode(encoding), "a.xml", LIMITS)
    assert refused.value.code == "R13"


def test_elements_may_nest_as_deep_as_the_limit_and_no_deeper() -> None:
    check_xml(b"<a>" * 200 + b"</a>" * 200, "a.xml", LIMITS)
    with pytest.raises(Refused) as refused:
        check_xml(b"<a>" * 201 + b"</a>" * 201, "a.xml", LIMITS)
    assert refused.value.code == "R34"


def test_what_is_no_zip_is_refused() -> None:
    with pytest.raises(Refused, match="not a complete zip"), opened(b"PK words", LIMITS):
        pass

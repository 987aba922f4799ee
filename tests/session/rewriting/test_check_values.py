"""Nothing that could be tried: no check value of what was taken out stays anywhere."""

import re
from pathlib import Path

from maturity.session.chain import line_up
from maturity.session.events import line_of
from maturity.session.fs import RealFs
from maturity.session.opening import look
from maturity.session.rewriting.snapshots import unchecked
from maturity.session.snapshot import body_hash
from session.opened import opened
from session.rewriting.canary import NAME, erased, found_in, where
from session.rewriting.test_closing import closed


def bytes_of(folder: Path) -> bytes:
    return b"\n".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def of_openings(folder: Path) -> list[str]:
    events = line_up(look(RealFs(), folder).journals).events
    return [str(event.details["snapshot"]) for event in events if "snapshot" in event.details]


def test_a_name_cannot_be_tried_against_what_an_opening_kept(full: Path) -> None:
    workshop = opened(full, "cccccccc")
    changed = found_in(workshop).plan.events
    state = body_hash(workshop.state)
    workshop.close()
    events = line_up(look(RealFs(), full).journals).events
    lines = [event for event in events if event.id in changed]
    known = {state, *of_openings(full), *(event.h for event in lines)}
    torn = b"\n".join(line_of(event) for event in lines[:1]) + b"\n"
    after = b'{"act":"note","p":"%s","new":{"text":"Kept."}}' % lines[0].h.encode()
    (full / "recovered" / "x-given-up-2.torn").write_bytes(torn + after)
    bad = f'body = "{state}"\n[session]\ntitle = "{NAME}\n'
    (full / "recovered" / "session-unreadable-2.toml").write_text(bad, "utf-8")
    erased(full)
    left = bytes_of(full)
    assert len(known) > 10
    assert not [one for one in known if one.encode() in left]
    assert b"Kept." in left


def test_counts_of_a_group_cannot_be_tried_against_what_an_opening_kept(full: Path) -> None:
    state = body_hash(opened(full, "cccccccc", to_read=True).state)
    known = {state, *of_openings(full)}
    closed(full)
    left = bytes_of(full)
    assert len(known) >= 3
    assert not [one for one in known if one.encode() in left]


def test_the_next_opening_has_its_check_value_again(full: Path) -> None:
    erased(full)
    workshop = opened(full, "cccccccc")
    state = body_hash(workshop.state)
    workshop.undo()
    workshop.close()
    assert of_openings(full) == [state]
    assert where(full) == []


def test_check_values_alone_go_from_a_file_that_is_no_table() -> None:
    raw = b'{"h":"0123456789abcdef","hp":"0123456789abcdef","p":"fedcba9876543210"}\nbody = "kept"'
    kept = re.sub(b'"h":"0123456789abcdef"', b'"h":""', raw)
    assert unchecked(raw) == kept.replace(b"fedcba9876543210", b"")

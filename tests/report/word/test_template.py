from io import BytesIO

import docx
from accessibility.opened import Opened

from maturity.report.word.template import base_template


def test_it_opens_holds_no_text_and_is_the_same_each_time() -> None:
    raw = base_template("en-GB")
    assert docx.Document(BytesIO(raw)).paragraphs == []
    base_template.cache_clear()
    assert base_template("en-GB") == raw


def test_nothing_of_a_library_is_in_it() -> None:
    whole = b" ".join(Opened.of(base_template("en-GB")).parts.values()).lower()
    for name in (b"python", b"docx", b"microsoft office", b"letter"):
        assert name not in whole.replace(b"listletter", b"").replace(b"list letter", b"").replace(
            b"lowerletter", b""
        )


def test_its_language_is_the_one_asked_for() -> None:
    assert b'w:lang w:val="cy-GB"' in Opened.of(base_template("cy-GB")).parts["word/styles.xml"]

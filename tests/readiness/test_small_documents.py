"""The smallest documents are real ones."""

import pytest

from maturity.evidence.child.reading import read_bytes
from maturity.evidence.limits import LIMITS
from maturity.readiness.small_documents import SMALL_DOCUMENTS


@pytest.mark.parametrize("kind", SMALL_DOCUMENTS)
def test_each_holds_the_words_it_was_made_with(kind: str) -> None:
    ending, content = SMALL_DOCUMENTS[kind]
    document, excerpts = read_bytes(content, f"small.{ending}", limits=LIMITS)
    assert [excerpt.text for excerpt in excerpts] == ["A tide table."]
    assert document.reader == kind.lower()

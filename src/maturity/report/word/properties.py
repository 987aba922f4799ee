"""What a Word file says about itself: title, author, dates, and the way back to its session."""

from datetime import UTC, datetime
from typing import Final

from maturity import __version__
from maturity.report.paper import Paper, Reference
from maturity.report.shown import escaped

__all__ = ["core_xml", "custom_xml"]

_CORE: Final = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_CUSTOM: Final = (
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
)
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_PID = 2


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def core_xml(paper: Paper) -> str:
    """The core properties part; both dates are the paper's own."""
    at = _moment(paper.as_of)
    words = {
        "dc:title": paper.title,
        "dc:subject": paper.subject,
        "dc:creator": paper.author,
        "cp:keywords": ", ".join(paper.keywords),
        "cp:lastModifiedBy": paper.author,
        "dc:language": paper.language,
    }
    rows = "".join(f"<{tag}>{escaped(text)}</{tag}>" for tag, text in words.items())
    dates = "".join(
        f'<dcterms:{tag} xsi:type="dcterms:W3CDTF">{at}</dcterms:{tag}>'
        for tag in ("created", "modified")
    )
    return f"<cp:coreProperties {_CORE}>{rows}{dates}</cp:coreProperties>"


def custom_xml(reference: Reference) -> str:
    """The custom properties part, from which a returned paper is known again."""
    words = {
        "maturity session": reference.session,
        "maturity framework fingerprint": reference.fingerprint,
        "maturity session body": reference.body,
        "maturity session n": str(reference.n),
        "maturity version": __version__,
    }
    rows = "".join(
        f'<property fmtid="{_FORMAT}" pid="{pid}" name="{name}">'
        f"<vt:lpwstr>{escaped(text)}</vt:lpwstr></property>"
        for pid, (name, text) in enumerate(words.items(), _FIRST_PID)
    )
    return f"<Properties {_CUSTOM}>{rows}</Properties>"

"""Signs that an excerpt may identify a child: which kinds it bears, never the words that bear them.

A sign is a reason to look, not a finding. Officers named with their surname bear none.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal

from maturity.evidence.first_names import FIRST_NAMES
from maturity.evidence.messages import notice
from maturity.evidence.model import Cell, Excerpt, Notice

__all__ = ["SAID", "Sign", "marked", "notices", "signs_in", "signs_of"]

Sign = Literal[
    "nhs-number",
    "upn",
    "ni-number",
    "postcode",
    "email",
    "mobile",
    "birth-date",
    "child-story",
    "named-child",
    "small-number",
]

SAID: Mapping[Sign, str] = MappingProxyType(
    {
        "nhs-number": "an NHS number",
        "upn": "a pupil number (UPN)",
        "ni-number": "a National Insurance number",
        "postcode": "a full postcode",
        "email": "an e-mail address",
        "mobile": "a mobile number",
        "birth-date": "a date of birth",
        "child-story": "a story of one child",
        "named-child": "a first name with a school and a diagnosis",
        "small-number": "a count of fewer than five children",
    }
)
"""What each sign is called."""

_NHS = re.compile(r"(?<![\d.,/-])(?<!\d )\d{3}([ -]?)\d{3}\1\d{4}(?![ -]?\d|[.,]\d)")
_NHS_WEIGHTS = range(10, 1, -1)
_NHS_MODULUS = 11
_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_UPN = re.compile(rf"\b([{_UPN_LETTERS}])(\d{{11}}[\d{_UPN_LETTERS}])\b", re.IGNORECASE)
_NI = re.compile(
    r"\b(?!BG|GB|NK|KN|TN|NT|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]"
    r"( ?)\d\d\1\d\d\1\d\d\1[A-D]\b",
    re.IGNORECASE,
)
# Capitals only: "t2 1st" would be one otherwise.
_POSTCODE = re.compile(
    r"\b[A-PR-UWYZ](?:\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d{1,2}|[A-HK-Y]\d[ABEHMNPRVWXY])"
    r" ?\d[ABD-HJLNP-UW-Z]{2}\b"
)
_EMAIL = re.compile(r"(?<![\w.%+-])[\w.%+-]{1,64}@[A-Za-z\d][A-Za-z\d-]{0,62}\.[A-Za-z]{2}")
_MOBILE = re.compile(r"(?<![\d+])(?:\+?44[ -]?(?:\(0\))?[ -]?|0)7(?:[ -]?\d){9}(?![ -]?\d)")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_FULL_DATE = (
    r"(?:\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b|"
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? \d{{4}}\b|"
    rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b)"
)
_BORN = r"\b(?:d\.?o\.?b|born|birth)\b"
_BIRTH_DATE = re.compile(
    rf"{_BORN}.{{0,40}}?{_FULL_DATE}|{_FULL_DATE}.{{0,40}}?{_BORN}", re.IGNORECASE | re.DOTALL
)
_CHILD_STORY = re.compile(
    r"\b(?i:my|our)(?: (?:own|little|older|younger|eldest|youngest|autistic|disabled|"
    r"(?:\w+|\d+)[- ]year[- ]old)){0,2} (?i:son|daughter|grandson|granddaughter|lad|twins)\b|"
    r"\b(?i:my)(?: (?:own|little|autistic|disabled))? (?i:child|boy|girl)\b|"
    r"\b(?i:child|pupil|student|young person) [A-HJ-Z]\b(?![*+]|[.'\u2019-]?\w)"
)
_TITLE = r"(?<!\bMr )(?<!\bMrs )(?<!\bMs )(?<!\bMiss )(?<!\bDr )(?<!\bCllr )(?<!\bCouncillor )"
_FIRST_NAME = re.compile(
    rf"{_TITLE}\b(?:{'|'.join(FIRST_NAMES)})\b(?!['\u2019]s [A-Z]| [A-Z][a-z]|-[A-Z])"
)
_SCHOOL = re.compile(
    r"\b(?:schools?|academy|college|nursery|pre-?school|infants|juniors|sixth form)\b",
    re.IGNORECASE,
)
_DIAGNOSIS = re.compile(
    r"\b(?:autis\w+|asperger\w*|ADHD|ADD|ASD|ASC|PDA|FASD|OCD|dyslexi\w+|dyspraxi\w+|"
    r"dyscalculi\w+|epilep\w+|seizures?|cerebral palsy|down['\u2019]?s? syndrome|tourette\w*|"
    r"f(?:o?e)tal alcohol|anxiety|depression|diabet\w+|selective(?:ly)? mut\w+|"
    r"(?:hearing|visual|sight) (?:impair\w+|loss)|deaf|blind|diagnos\w+)\b",
    re.IGNORECASE,
)
_CHILDREN = re.compile(r"\b(?:pupils?|child(?:ren)?|young|cyp)\b", re.IGNORECASE)
_FEW = re.compile(r"[1-4](?: ?\(\d+(?:\.\d+)? ?%\)| (?:pupils?|child(?:ren)?|young people))?")
_NOT_A_COUNT = re.compile(
    r"\b(?:refs?|reference|no|id|priority|action|step|page|week|term|year|quarter|phase|stage|"
    r"level|tier|band|item|order|row|version|rag|key|risk|likelihood|impact|question|q)\b\.?|#",
    re.IGNORECASE,
)
_LABEL = 80


def _nhs_number(text: str) -> bool:
    """Ten digits, the last a check digit: weights 10 to 2, modulus 11 (NHS Data Dictionary)."""
    for found in _NHS.finditer(text):
        digits = [int(char) for char in found.group() if char.isdigit()]
        total = sum(w * digit for w, digit in zip(_NHS_WEIGHTS, digits, strict=False))
        check = -total % _NHS_MODULUS
        if check == digits[-1] and len(set(digits)) > 1:
            return True
    return False


def _upn(text: str) -> bool:
    """A letter that checks twelve characters: weights 2 to 13, modulus 23 (DfE, UPN guide)."""
    for found in _UPN.finditer(text):
        letter, rest = found.group(1).upper(), found.group(2).upper()
        values = (int(char) if char.isdigit() else _UPN_LETTERS.index(char) for char in rest)
        total = sum(weight * value for weight, value in enumerate(values, 2))
        if _UPN_LETTERS[total % len(_UPN_LETTERS)] == letter:
            return True
    return False


def _named_child(text: str) -> bool:
    return all(sign.search(text) for sign in (_DIAGNOSIS, _SCHOOL, _FIRST_NAME))


def _holds(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: pattern.search(text) is not None


_DETECTORS: Mapping[Sign, Callable[[str], bool]] = MappingProxyType(
    {
        "nhs-number": _nhs_number,
        "upn": _upn,
        "ni-number": _holds(_NI),
        "postcode": _holds(_POSTCODE),
        "email": _holds(_EMAIL),
        "mobile": _holds(_MOBILE),
        "birth-date": _holds(_BIRTH_DATE),
        "child-story": _holds(_CHILD_STORY),
        "named-child": _named_child,
    }
)


def signs_in(text: str) -> tuple[Sign, ...]:
    """The kinds of sign that a text bears; a small number shows in a table only."""
    return tuple(sign for sign, bears in _DETECTORS.items() if bears(text))


def signs_of(excerpt: Excerpt) -> tuple[Sign, ...]:
    """The kinds of sign that an excerpt bears, with what stands above and around it."""
    whole = "\n".join((*excerpt.heading_path, excerpt.context or "", excerpt.text))
    return (*signs_in(whole), *_small_number(excerpt))


def _small_number(excerpt: Excerpt) -> Iterator[Sign]:
    if excerpt.shape != "table_row":
        return
    first = excerpt.cells[0].value if excerpt.cells else ""
    labels = (*excerpt.heading_path, *(cell.header for cell in excerpt.cells), first)
    if not any(len(label) < _LABEL and _CHILDREN.search(label) for label in labels):
        return
    if any(_is_few(cell) for cell in excerpt.cells):
        yield "small-number"


def _is_few(cell: Cell) -> bool:
    is_label = not _CHILDREN.search(cell.header) and _NOT_A_COUNT.search(cell.header)
    return bool(cell.header) and not is_label and _FEW.fullmatch(cell.value.strip()) is not None


def marked(excerpts: Iterable[Excerpt]) -> tuple[Excerpt, ...]:
    """The excerpts, those that bear a sign with the flag `personal_data`; no id changes."""
    return tuple(
        excerpt.model_copy(update={"flags": tuple(sorted({*excerpt.flags, "personal_data"}))})
        if signs_of(excerpt)
        else excerpt
        for excerpt in excerpts
    )


def notices(excerpts: Iterable[Excerpt]) -> tuple[Notice, ...]:
    """What to know about excerpts that are marked."""
    count = sum("personal_data" in excerpt.flags for excerpt in excerpts)
    if not count:
        return ()
    if count == 1:
        return (notice("W26", excerpts="1 excerpt", they="It is", them="it"),)
    return (notice("W26", excerpts=f"{count:,} excerpts", they="They are", them="them"),)

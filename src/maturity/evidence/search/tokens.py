"""Words to stems, the same way for what is searched and for what is asked."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import field
from importlib import import_module
from typing import Any

from maturity.frozen import dataclass

__all__ = ["NO_REASON", "STOP_WORDS", "Token", "Tokens", "stemmer"]

STOP_WORDS = frozenset(
    {
        *("a", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been", "but"),
        *("by", "can", "each", "for", "from", "had", "has", "have", "he", "her", "his", "how", "i"),
        *("if", "in", "into", "is", "it", "its", "more", "most", "now", "of", "on", "only", "or"),
        *("other", "our", "over", "she", "so", "some", "than", "that", "the", "their", "them"),
        *("then", "there", "these", "they", "this", "those", "through", "to", "until", "up"),
        *("was", "we", "were", "what", "when", "where", "which", "while", "who", "will", "with"),
        *("would", "you", "your"),
    }
)
"""Words too common to find anything by; they hold their place, so that phrases still fit."""

NO_REASON = frozenset(
    {
        *("about", "above", "across", "again", "against", "ago", "almost", "already", "although"),
        *("always", "am", "among", "another", "anybody", "anyone", "anything", "april", "around"),
        *("aside", "ask", "asked", "asks", "august", "away", "back", "because", "become"),
        *("becoming", "before", "being", "below", "beside", "between", "both", "bring", "brought"),
        *("came", "cent", "come", "comes", "continue", "continued", "continues", "could", "date"),
        *("dates", "december", "did", "do", "does", "doing", "done", "down", "during", "either"),
        *("else", "end", "enough", "especially", "even", "ever", "every", "everybody", "everyone"),
        *("everything", "february", "few", "find", "finds", "first", "former", "found", "friday"),
        *("further", "gave", "get", "gets", "getting", "give", "given", "gives", "go", "goes"),
        *("going", "gone", "got", "half", "here", "him", "himself", "however", "instead", "item"),
        *("itself", "january", "july", "june", "just", "keep", "keeps", "kept", "know", "known"),
        *("knows", "last", "later", "least", "less", "like", "likely", "little", "look", "looked"),
        *("looks", "lot", "made", "make", "makes", "making", "many", "march", "may", "maybe", "me"),
        *("meeting", "meetings", "might", "monday", "month", "months", "mostly", "much", "must"),
        *("my", "myself", "near", "nearly", "never", "next", "no", "nobody", "none", "nor", "not"),
        *("nothing", "november", "number", "october", "off", "often", "old", "once", "one", "ones"),
        *("onto", "others", "out", "own", "page", "paragraph", "part", "per", "perhaps", "put"),
        *("puts", "quite", "rather", "really", "row", "said", "same", "saturday", "say", "says"),
        *("second", "section", "see", "seen", "sent", "september", "several", "shall", "should"),
        *("since", "something", "sometimes", "soon", "still", "such", "sunday", "take", "taken"),
        *("takes", "taking", "tell", "than", "thing", "things", "third", "though", "thursday"),
        *("thus", "today", "together", "too", "took", "toward", "towards", "tuesday", "twice"),
        *("under", "unless", "upon", "us", "use", "used", "uses", "using", "usually", "various"),
        *("very", "via", "want", "wanted", "wants", "way", "ways", "wednesday", "well", "went"),
        *("whatever", "whenever", "whether", "whole", "whom", "whose", "why", "within", "without"),
        *("yes", "yet"),
    }
)
"""Words that a search may be for and that any paper has: no reason to put one anywhere."""

_WORD = re.compile(
    r"\bco[-\u2010\u2011 ]prod[^\W_]*|\d+(?:\.\d+)+[A-Za-z]?\b|[^\W_]+(?:['\u2019][^\W_]+)*|\u00a3",
    re.IGNORECASE,
)
_APOSTROPHE_S = re.compile(r"'s$")
_NOT_WORD = re.compile(r"[^\w.\u00a3]|_")
_FROM_TWO = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = {word: str(number) for number, word in enumerate(_FROM_TWO, 2)} | {
    word: f"{number}0" for number, word in enumerate(_TENS, 2)
}
"""People say "twenty weeks" of what papers write as 20; "one" is said of too much else."""

# The stemmer parts these families from one another; each is joined under one stem.
_FAMILIES = (
    ("coproduc", re.compile(r"coprod\w*")),
    ("child", re.compile(r"child(?:ren)?")),
    ("analys", re.compile(r"analys[ei]s")),
    ("autis", re.compile(r"autis(?:m|tic)")),
    ("diagnos", re.compile(r"diagnos\w*")),
    ("exclud", re.compile(r"exclu(?:de[sd]?|ding|sion|sions)")),
    ("identifi", re.compile(r"identif\w*")),
    ("notifi", re.compile(r"notif\w*")),
    ("paediatr", re.compile(r"paediatric\w*")),
    ("psycholog", re.compile(r"psycholog\w*")),
    ("therap", re.compile(r"therap\w*")),
    ("timeli", re.compile(r"timel[iy]\w*")),
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text: as it stands there, as it is compared, its stem, and where it is.

    `place` counts words, also those of the stop list.
    """

    raw: str
    word: str
    stem: str
    place: int


@dataclass(slots=True)
class Tokens:
    """A stemmer that works out each distinct word once."""

    language: str = "english"
    _words: dict[str, tuple[str, str]] = field(default_factory=dict)
    _stem_of: Callable[[str], str] | None = None

    def of(self, text: str) -> Iterator[Token]:
        """The words of `text` without those of the stop list, in order."""
        known = self._words
        for place, found in enumerate(_WORD.finditer(text)):
            raw = found.group()
            pair = known.get(raw)
            if pair is None:
                pair = known[raw] = self._worked_out(raw)
            word, stem = pair
            if stem:
                yield Token(raw, word, stem, place)

    def _worked_out(self, raw: str) -> tuple[str, str]:
        word = _word(raw)
        if not word or word in STOP_WORDS:
            return word, ""
        return word, self._stem(word)

    def _stem(self, word: str) -> str:
        if not word.isalpha():
            return word
        if number := _NUMBERS.get(word):
            return number
        for stem, family in _FAMILIES:
            if family.fullmatch(word):
                return stem
        if self._stem_of is None:
            self._stem_of = stemmer(self.language)
        return self._stem_of(word)


def stemmer(language: str) -> Callable[[str], str]:
    """Stemming of one language, by the name it has in snowballstemmer ("english")."""
    module: Any = import_module(f"maturity.evidence.search.stemming.{language}_stemmer")
    made = getattr(module, f"{language.title().replace('_', '')}Stemmer")()
    stem_of: Callable[[str], str] = made.stemWord
    return stem_of


def _word(raw: str) -> str:
    """A word as it is compared: no case, no marks, no apostrophe, "co-prod" as one."""
    plain = unicodedata.normalize("NFKD", raw.replace("\u2019", "'")).casefold()
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return _NOT_WORD.sub("", _APOSTROPHE_S.sub("", bare))

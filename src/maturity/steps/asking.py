"""What each step asks: its forms, which make the acts. Loaded when somebody fills one in."""

from collections.abc import Mapping
from types import MappingProxyType

from maturity.judgement import wording
from maturity.judgement.view import ItemView
from maturity.session.acts.act import Refused
from maturity.session.acts.actions import ActionAct
from maturity.session.acts.answers import AnswerAct
from maturity.session.acts.dissents import REACHES, DissentAct
from maturity.session.acts.kloes import KloeAct
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.ratings import ParkAct, RateAct, SeenAct
from maturity.session.acts.votes import VoteAct
from maturity.steps.forms import Answers, Ask, Field, Form
from maturity.words.counts import read_counts

__all__ = ["FORMS"]


def _vote(item: ItemView, answers: Answers, voters: int | None) -> VoteAct:
    """A vote from the typed counts. Raises `Refused` with what does not add up."""
    read = read_counts(answers["counts"], [level.label for level in item.levels], voters)
    corrected = read.corrects and answers.get("corrects") == "yes"
    if read.problem and not corrected:
        raise Refused(read.problem)
    method = answers.get("method") or "paper"
    return VoteAct(
        item.id,
        read.counts,
        abstain=read.abstain,
        cannot_say=read.cannot_say,
        present=read.cast if corrected else None,
        method=method,  # type: ignore[arg-type]  # one of the field's choices
    )


def _dissent(item: ItemView, answers: Answers, _voters: int | None) -> DissentAct:
    return DissentAct(
        item.id,
        from_=answers.get("from") or None,
        level=answers.get("level") or None,
        reason=answers.get("reason") or None,
        change=answers.get("change") or None,
        reach=answers.get("reach") or None,  # type: ignore[arg-type]  # one of the field's choices
    )


def _action(item: ItemView, answers: Answers, _voters: int | None) -> ActionAct:
    owners = tuple(part.strip() for part in answers.get("owner", "").split(";") if part.strip())
    plan = tuple(part.strip() for part in answers.get("plan", "").split(";") if part.strip())
    return ActionAct(
        answers["text"], owner=owners, due=answers.get("due") or None, item=item.id, plan=plan
    )


def _answer(item: ItemView, answers: Answers, _voters: int | None) -> AnswerAct:
    return AnswerAct(
        item.id,
        answers["prompt"],
        answers.get("text") or None,
        answers.get("outcome") or "answered",  # type: ignore[arg-type]  # one of the field's choices
    )


_OUTCOMES = (
    ("answered", "answer in a line"),
    ("accepted", "accept, as a next step"),
    ("parked", "park"),
    ("dismissed", "dismiss, with a reason"),
)
_TAGS = tuple((tag, tag) for tag in ("strength", "gap", "challenge", "quote", "later"))
_CONFIDENCE = tuple((word, word) for word in ("high", "medium", "low"))
_METHODS = (
    ("paper", "cards, or heads down"),
    ("hands", f"hands ({wording.HANDS_ARE_PUBLIC.lower().rstrip('.')})"),
)

FORMS: Mapping[str, tuple[Form, ...]] = MappingProxyType(
    {
        "r": (
            Form(
                "seen",
                "Seen as",
                (
                    Field("lens", "Which criterion", Ask.LENS, required=True),
                    Field("level", "Seen as", Ask.LEVEL, required=True),
                ),
                lambda _item, answers, _voters: SeenAct(answers["lens"], answers["level"]),
            ),
        ),
        "e": (
            Form(
                "link",
                "Link evidence",
                (
                    Field("excerpt", "Words to find", Ask.EXCERPT, required=True),
                    Field(
                        "stance",
                        "It",
                        Ask.CHOICE,
                        tuple((word, word) for word in ("supports", "challenges", "context")),
                    ),
                    Field("shows", "What it shows, in one sentence"),
                ),
            ),
        ),
        "v": (
            Form(
                "vote",
                "Votes gathered before",
                (Field("reveal", "Votes gathered before", Ask.WAITING, required=True),),
                lambda item, _answers, _voters: VoteAct(item.id, (), reveal=True),
            ),
            Form(
                "vote",
                "Vote",
                (
                    Field("method", "How", Ask.CHOICE, _METHODS),
                    Field("counts", "How many chose each level", Ask.COUNTS, required=True),
                ),
                _vote,
            ),
        ),
        "t": (
            Form(
                "note",
                "Note",
                (
                    Field("text", "One line", required=True),
                    Field("tag", "It is a", Ask.CHOICE, _TAGS),
                ),
                lambda item, answers, _voters: NoteAct(
                    item.id,
                    answers["text"],
                    tag=answers.get("tag") or None,  # type: ignore[arg-type]  # one of the choices
                ),
            ),
            Form(
                "answer",
                "Answer a prompt",
                (
                    Field("prompt", "Which prompt", Ask.PROMPT, required=True),
                    Field("outcome", "What becomes of it", Ask.CHOICE, _OUTCOMES),
                    Field("text", "The answer, what will be done, or the reason"),
                ),
                _answer,
            ),
        ),
        "a": (
            Form(
                "rate",
                "Level",
                (Field("level", "Level", Ask.LEVEL, required=True),),
                lambda item, answers, _voters: RateAct(item.id, level=answers["level"]),
            ),
            Form(
                "rate",
                "Cannot say yet",
                (Field("next_step", wording.CANNOT_SAY, required=True),),
                lambda item, answers, _voters: RateAct(item.id, cannot_say=answers["next_step"]),
            ),
            Form(
                "rate",
                "Because",
                (Field("because", "Because", required=True),),
                lambda item, answers, _voters: RateAct(item.id, because=answers["because"]),
            ),
            Form(
                "rate",
                "Confidence in the evidence",
                (Field("confidence", "Confidence", Ask.CHOICE, _CONFIDENCE, required=True),),
                lambda item, answers, _voters: RateAct(
                    item.id,
                    confidence=answers["confidence"],  # type: ignore[arg-type]  # one of the choices
                ),
            ),
            Form(
                "park",
                "Park",
                (Field("because", "What stands in the way", required=True),),
                lambda item, answers, _voters: ParkAct(item.id, because=answers["because"]),
            ),
        ),
        "d": (
            Form(
                "dissent",
                "A different view",
                (
                    Field("from", "From", Ask.GROUP),
                    Field("level", "Level they hold", Ask.LEVEL),
                    Field("reason", "Why, in their words"),
                    Field("change", "What would change it"),
                    Field("reach", "Where it may stand", Ask.CHOICE, tuple(REACHES.items())),
                ),
                _dissent,
            ),
        ),
        "s": (
            Form(
                "action",
                "Action",
                (
                    Field("text", "Who will do what by when", Ask.ACTION, required=True),
                    Field("owner", "Owner"),
                    Field("due", "By when"),
                    Field("plan", "Plan reference"),
                ),
                _action,
            ),
            Form(
                "kloe",
                "Key line of enquiry",
                (
                    Field("text", "The question to look into", required=True),
                    Field("forum", "Who will look into it"),
                ),
                lambda item, answers, _voters: KloeAct(
                    answers["text"], item=item.id, forum=answers.get("forum") or None
                ),
            ),
            Form(
                "rate",
                "Aim",
                (
                    Field("aim", "Level hoped for next time", Ask.LEVEL),
                    Field("aim_text", "What it takes"),
                ),
                lambda item, answers, _voters: RateAct(
                    item.id,
                    aim=answers.get("aim") or None,
                    aim_text=answers.get("aim_text") or None,
                ),
            ),
        ),
    }
)
"""The forms of each step, by its key."""

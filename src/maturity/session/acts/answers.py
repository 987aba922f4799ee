"""What the room does with a challenge prompt; it never touches the rating."""

from typing import Final, Literal

from maturity.framework import BUILT_IN_PROMPTS, PROMPT_CODES
from maturity.frozen import dataclass
from maturity.session.acts.act import (
    NOTHING_DIFFERENT,
    Change,
    Outcome,
    Refused,
    Scene,
    item_state,
    line,
    prose,
    rated_path,
    register,
    told,
)

__all__ = ["AnswerAct", "answer_outcome"]

_NEEDS: Final = {
    "accepted": "Say what will be done: it becomes an action.",
    "answered": "Say the answer in a line.",
    "dismissed": "Say why the question does not help here.",
}
_SAID: Final = {
    "accepted": "accepted, and an action is made of it. It has no owner and no date yet",
    "answered": "the answer is kept",
    "dismissed": "dismissed, with the reason",
    "parked": "parked",
}


@dataclass(frozen=True, slots=True)
class AnswerAct:
    """Answer a challenge prompt in a line, or accept it as an action, park it or dismiss it."""

    item: str = told("the item it was asked of", positional=True)
    prompt: str = told("the prompt, by its id or its code", positional=True)
    text: str | None = told(
        "the answer; for --accept what will be done, for --dismiss the reason",
        positional=True,
        must=False,
    )
    outcome: Literal["accepted", "answered", "parked", "dismissed"] = told(
        "what becomes of it", default="answered"
    )


def answer_outcome(scene: Scene, act: AnswerAct) -> Outcome:
    """Keep the answer with the level it was given at; accepting makes an action in one step."""
    path = rated_path(scene, act.item)
    prompt = _prompt(scene, act.prompt)
    text = prose(act.text)
    if not text and act.outcome in _NEEDS:
        raise Refused(_NEEDS[act.outcome])
    rating = item_state(scene, path).rating
    new = {"outcome": act.outcome, "text": text, "level_then": rating and rating.level}
    kept = {name: value for name, value in new.items() if value}
    changes = register(scene, (*path, "answers", prompt), kept)
    if not changes:
        return Outcome((), NOTHING_DIFFERENT)
    if act.outcome == "accepted":
        changes += (Change("add", ("actions",), {"text": text, "item": path[1]}),)
    title = scene.framework.item(path[1]).title
    return Outcome(changes, f"{title}, {_name(prompt)}: {_SAID[act.outcome]}.")


def _name(prompt: str) -> str:
    return PROMPT_CODES.get(prompt, prompt)


def _prompt(scene: Scene, asked: str) -> str:
    """The id of a prompt that this framework asks, by id or code; raises `Refused`."""
    wanted = (line(asked) or "").casefold()
    on = [name for name in BUILT_IN_PROMPTS if scene.framework.prompts[name].on]
    for name in BUILT_IN_PROMPTS:
        if wanted in {name, PROMPT_CODES.get(name, "").casefold()} - {""}:
            if name in on:
                return name
            raise Refused(f'This framework does not ask "{name}".')
    listed = ", ".join(
        f"{name} ({PROMPT_CODES[name]})" if name in PROMPT_CODES else name for name in on
    )
    raise Refused(f'There is no prompt called "{asked}". Prompts here: {listed}.')

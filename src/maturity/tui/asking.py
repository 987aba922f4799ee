"""Questions that are asked until what is typed is kept, so that no refusal costs a word."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from maturity.tui.dialogs import Ask
from maturity.tui.evidence import facts_of_act
from maturity.tui.frames.session import SessionScreen
from maturity.workshop import Receipt

__all__ = ["ask_of_a_child", "ask_until_kept", "set_facts"]

_PRIVACY = {"privacy": "redact or keep", "because": "Why (needed to keep)"}
_Keep = Callable[[Mapping[str, str]], Receipt | None]


async def ask_until_kept(
    screen: SessionScreen,
    title: str,
    fields: Mapping[str, str],
    keep: _Keep,
    *,
    values: Mapping[str, str] | None = None,
    help_text: str = "",
) -> Mapping[str, str] | None:
    """Ask for `fields`, labels by name, starting from `values`; None where the question was left.

    `keep` is given what is different from `values`, if anything is, and gives None where that was
    refused: then the same words are asked for again, under the sentence that says why, in place
    of `help_text`. To be awaited in a worker.
    """
    before = dict.fromkeys(fields, "") | dict(values or {})
    asked, why = before, ""
    while True:
        typed = await screen.app.push_screen_wait(
            Ask(title, fields, values=asked, help_text=f"! {why}" if why else help_text)
        )
        if typed is None:
            # what was refused is given up, and nothing is wrong any more
            screen.warn("")
            return None
        changed = {name: text for name, text in typed.items() if text != before[name]}
        if not changed or keep(changed) is not None:
            return dict(typed)
        asked, why = dict(typed), screen.troubles()[0]


def set_facts(
    screen: SessionScreen, targets: tuple[str, ...], typed: Mapping[str, str]
) -> Receipt | None:
    """Set the facts typed on documents and excerpts; None where refused, and the strip says why."""
    first, *also = targets
    return screen.settle(
        lambda: screen.sitting.workshop.do(replace(facts_of_act(first, typed), also=tuple(also)))
    )


async def ask_of_a_child(
    screen: SessionScreen, excerpt: str, where: str, then: str = "Left empty: later."
) -> Mapping[str, str] | None:
    """Ask what is to become of the words of an excerpt that may identify a child."""
    state = screen.sitting.workshop.state.excerpts.get(excerpt)
    settled = f"Now: {state.privacy.choice}. " if state and state.privacy else ""
    return await ask_until_kept(
        screen,
        f"{where}: may identify a child",
        _PRIVACY,
        lambda typed: set_facts(screen, (excerpt,), typed),
        help_text=(
            f"{settled}Redacted words are covered in every paper; kept ones are printed. {then}"
        ),
    )

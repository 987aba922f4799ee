"""What widgets and workers ask of a screen: small frozen facts, nothing of a widget in them."""

from dataclasses import dataclass

from textual.message import Message

__all__ = ["Gated"]


@dataclass
class Gated(Message):
    """Text was changed on its way into a field; `notice` says how."""

    notice: str

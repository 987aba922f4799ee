"""What people type into, of one line or of several, for screens that need not have any yet."""

__all__ = ["Typed"]


class Typed:
    """A widget whose letters are no commands."""

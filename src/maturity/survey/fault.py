"""What is wrong with a survey, said to the person who brought it."""

from maturity.text import inspect

__all__ = ["SurveyFault"]


class SurveyFault(ValueError):
    """A survey that cannot be counted as it stands; the sentences say why and what to do."""

    def __init__(self, said: str) -> None:
        """Say it; what it repeats of a cell is cleaned first."""
        super().__init__(inspect(said).text)

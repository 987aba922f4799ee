"""Run a maturity self-assessment workshop: evidence, votes, ratings, dissent, a board paper."""

__all__ = ["__version__"]

__version__ = "0.1.0"

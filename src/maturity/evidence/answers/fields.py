"""What the reading process answers with beside documents: values that pydantic alone reads."""

from pydantic import BaseModel, ConfigDict

__all__ = ["Answered"]


class Answered(BaseModel):
    """A frozen value of an answer of the reading process; no file of a session holds it."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

"""The loop of one item as data: the Room's panes and the plain runner both read it.

A step shows lines and offers forms; a form asks its fields and builds one act from the answers.
Steps may be taken in any order, and every one of them may be left undone.
"""

from maturity.steps.forms import Ask, Field, Form
from maturity.steps.loop import STEPS, next_step, step_of
from maturity.steps.order import Onward, onward
from maturity.steps.step import Step

__all__ = [
    "STEPS",
    "Ask",
    "Field",
    "Form",
    "Onward",
    "Step",
    "next_step",
    "onward",
    "step_of",
]

"""`vote`, `rate`, `seen` and `park`: what the room says of an item."""

from maturity.cli.factory import act_command

__all__ = ["park_command", "rate_command", "seen_command", "vote_command"]

vote_command = act_command("vote")
rate_command = act_command("rate")
seen_command = act_command("seen", metavars={"item": "CRITERION"})
park_command = act_command("park")

"""The record of a workshop: acts make events, events fold into one frozen state."""

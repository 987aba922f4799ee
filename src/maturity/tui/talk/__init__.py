"""The clock of the talk in hand, and the one line that says where the time stands."""

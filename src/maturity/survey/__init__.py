"""First votes gathered before the sitting by a survey: a table of answers becomes counts."""

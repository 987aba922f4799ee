"""What a room's votes say and what they must not: pure functions, no disk and no clock."""

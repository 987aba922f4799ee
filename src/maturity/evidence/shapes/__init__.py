"""The shapes that papers have: tables, plans with delivery statuses, minutes."""

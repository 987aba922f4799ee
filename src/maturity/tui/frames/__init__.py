"""What every screen stands on: its rows and keys, the session in hand, the steps."""

"""The papers a session hands to people who were not in the room."""

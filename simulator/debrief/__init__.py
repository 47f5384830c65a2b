"""The documents of a session and their templates."""

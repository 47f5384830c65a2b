"""Records that survive: SQLite, PostgreSQL, one portable file."""

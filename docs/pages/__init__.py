"""One module a generated page: what code cannot say stands there, beside what it is about."""

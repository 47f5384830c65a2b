"""A session of talks: its rules, its memory, its screens and its documents. Imports nothing by itself."""

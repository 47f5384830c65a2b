"""Stand-ins that play from what a seat may see, and rehearsals of many runs."""

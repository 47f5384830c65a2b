"""Pre-flight: what is ready before the clock starts, what is still to do, and what blocks."""

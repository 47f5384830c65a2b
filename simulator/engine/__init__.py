"""The pure core: commands are decided, events are folded; no clock, file, print or randomness of its own."""

"""The parts of a seat's screen: one module a pane, and the wishes that a seat can have."""

"""The debrief presenter, pane by pane."""

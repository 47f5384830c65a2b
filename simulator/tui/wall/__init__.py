"""What the projector in the room shows, drawn to be read from ten metres."""

"""How long things take: one module a question, side by side with a peer and with the physical limit, in one run."""

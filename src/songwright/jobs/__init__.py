"""Durable work: rows, legal moves, fencing, and the process that does the work. It knows nothing of music."""

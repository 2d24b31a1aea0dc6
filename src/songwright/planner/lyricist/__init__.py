"""Writes the words of a song from its description."""

"""Songwright turns words into songs."""

__version__ = "0.1.0"

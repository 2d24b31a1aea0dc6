"""Turns a request into a plan with nothing left open. It knows nothing of engines or sound."""

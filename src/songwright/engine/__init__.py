"""Engines perform a plan. They know nothing of queues and wire formats."""

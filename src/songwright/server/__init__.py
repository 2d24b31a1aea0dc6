"""The ASGI shell around jobs and dialects. Async lives here and nowhere else."""

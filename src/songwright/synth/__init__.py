"""Turns a written score into sound: instruments, effects, mixer. It knows nothing of jobs and files."""

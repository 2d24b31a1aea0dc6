"""How single languages are said, each in a module that knows nothing of the others."""

"""The singer: from words to phones to a sung voice. It knows nothing of genres, mixing and files."""

"""Files that lie beside a song: MIDI, timed lyrics, a picture."""

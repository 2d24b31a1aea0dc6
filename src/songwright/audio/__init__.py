"""Audio as sampled sound: clips, files, loudness, mastering and analysis. It knows nothing of songs."""

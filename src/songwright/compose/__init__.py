"""From a plan to a score: harmony, melody, voices and accompaniment. It knows nothing of sound."""

"""Which of several tries at a line is the best: the terms of `phrases.py`, and what the song still lacks.

It knows nothing of how the line was made.
"""

from __future__ import annotations

from collections.abc import Sequence

from songwright.compose.phrases import POP_MIX, Phrase, measured, mix_distance, weighted

_SONG_MIX = 0.6  # weight of the song's interval mix beside the phrase's own terms, which sum to 1


def rate(phrase: Phrase, moves: Sequence[int] = ()) -> float:
    """The rating of a line; higher is better.

    Args:
        phrase: the line.
        moves: semitones from note to note of all lines before it; with them the line is also judged by the
            interval mix that the song has with it.
    """
    song = (*moves, *phrase.moves)
    return weighted(measured(phrase)) - _SONG_MIX * min(1.0, len(song) / 60) * mix_distance(song, POP_MIX)

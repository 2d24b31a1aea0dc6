"""Whether a description is of music that is sung. It knows nothing of what the words would be."""

from __future__ import annotations

import re

# Words that speak of singing; they outweigh the others.
_SUNG = re.compile(
    r"\b(?:songs?|sing|sings|singing|singers?|sung|vocals?|voices?|lyrics?|rap|rapped|rapping|rapper"
    r"|about|ballad|anthem|lullaby|lullabies|duet|chorus|choruses|verses?|hymn|carol|shanty|jingle|crooner"
    r"|a ?cappella)\b",
    re.I,
)
# Pieces that have no words.
_UNSUNG = re.compile(
    r"\b(?:solo|beats?|soundtrack|underscore|score|scoring|ambience|soundscape|drone|riff|backing track"
    r"|concerto|sonata|symphony|[eé]tude|prelude|nocturne|overture|suite|quartet|minuet|fugue"
    r"|(?:background|trailer|film|movie|game|study|sleep|relaxing|meditation|elevator|menu)"
    r" (?:music|theme|track))\b",
    re.I,
)
_BESIDES = re.compile(r"\b(?:with|featuring|and|then)\b[^,.;:!?\n]*", re.I)  # "with a guitar solo"


def wants_words(description: str) -> bool:
    """Whether what is described should be sung: yes, unless it is a piece without words."""
    if _SUNG.search(description):
        return True
    return _UNSUNG.search(_BESIDES.sub(" ", description)) is None

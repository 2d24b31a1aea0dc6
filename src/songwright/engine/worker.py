"""All that a rendering process needs, loaded at once before its first task.

The process that plans loads none of it: half of the first second of sound would be spent on it.
"""

# ruff: noqa: F401 - loading is all that is wanted

import scipy.fft
import scipy.ndimage
import scipy.signal

import songwright.engine.rendering
import songwright.sing.singer
import songwright.synth.player
import songwright.synth.soundfont

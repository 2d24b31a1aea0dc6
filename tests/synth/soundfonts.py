"""Writes small, real SoundFont files for the tests."""

import struct

import numpy as np

RATE = 48_000
ROOT = 69
PERIODS = 60  # of 440 Hz in the sample, after the attack


def chunk(name, body):
    """A RIFF chunk, padded to an even length."""
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def collection(kind, *parts):
    """A LIST chunk."""
    return chunk(b"LIST", kind + b"".join(parts))


def tone(hz=440.0, seconds=0.5, level=0.5):
    """A sine in 16 bits."""
    t = np.arange(int(RATE * seconds)) / RATE
    return np.round(32_767 * level * np.sin(2 * np.pi * hz * t)).astype("<i2")


def generators(values):
    """Records of (number, amount)."""
    return b"".join(struct.pack("<Hh", number, amount) for number, amount in values)


def soundfont(presets, sample=None, loop=None, root=ROOT, correction=0):
    """The bytes of a file in which all zones share one sample.

    Args:
        presets: list of (bank, program, preset generators, [instrument zone generators, ...]).
        sample: 16-bit points; a 440 Hz sine unless given.
        loop: first and one past the last point of the loop.
        root: MIDI key of the sample.
        correction: cents.
    """
    points = tone() if sample is None else sample
    start, stop = loop or (8, len(points) - 8)
    phdr = pbag = pgen = inst = ibag = igen = b""
    for index, (bank, program, outer, zones) in enumerate(presets):
        phdr += struct.pack("<20sHHHIII", f"preset {index}".encode(), program, bank, len(pbag) // 4, 0, 0, 0)
        pbag += struct.pack("<HH", len(pgen) // 4, 0)
        pgen += generators([*outer, (41, index)])
        inst += struct.pack("<20sH", f"instrument {index}".encode(), len(ibag) // 4)
        for zone in zones:
            ibag += struct.pack("<HH", len(igen) // 4, 0)
            igen += generators([*zone, (53, 0)])
    phdr += struct.pack("<20sHHHIII", b"EOP", 0, 0, len(pbag) // 4, 0, 0, 0)
    inst += struct.pack("<20sH", b"EOI", len(ibag) // 4)
    pbag += struct.pack("<HH", len(pgen) // 4, 0)
    ibag += struct.pack("<HH", len(igen) // 4, 0)
    shdr = struct.pack(
        "<20sIIIIIBbHH", b"sine", 0, len(points), start, stop, RATE, root, correction, 0, 1
    ) + struct.pack("<20sIIIIIBbHH", b"EOS", 0, 0, 0, 0, 0, 0, 0, 0, 0)
    body = b"sfbk" + collection(
        b"INFO", chunk(b"ifil", struct.pack("<HH", 2, 1)), chunk(b"INAM", b"Tiny\0\0")
    )
    body += collection(b"sdta", chunk(b"smpl", points.tobytes() + bytes(92)))
    body += collection(
        b"pdta",
        chunk(b"phdr", phdr),
        chunk(b"pbag", pbag),
        chunk(b"pmod", bytes(10)),
        chunk(b"pgen", pgen + bytes(4)),
        chunk(b"inst", inst),
        chunk(b"ibag", ibag),
        chunk(b"imod", bytes(10)),
        chunk(b"igen", igen + bytes(4)),
        chunk(b"shdr", shdr),
    )
    return b"RIFF" + struct.pack("<I", len(body)) + body

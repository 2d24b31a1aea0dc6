"""`songwright make`: a prompt and lyrics become song files. It knows nothing of engines."""

from __future__ import annotations

from songwright.cli import asking
from songwright.cli.perform import Manner, perform
from songwright.cli.target import parse_target


def make(
    prompt: asking.Prompt,
    lyrics: asking.Lyrics = None,
    duration: asking.Duration = None,
    bpm: asking.Bpm = None,
    key: asking.KeyName = None,
    time_signature: asking.TimeSignature = None,
    language: asking.Language = None,
    seed: asking.Seed = None,
    instrumental: asking.Instrumental = False,
    loop: asking.Loop = False,
    takes: asking.Takes = "1",
    audio_format: asking.Format = None,
    soundfont: asking.Soundfont = None,
    workers: asking.Workers = None,
    output: asking.Output = None,
    stream: asking.Stream = None,
    no_stems: asking.NoStems = False,
    as_json: asking.AsJson = False,
) -> None:
    """Make a song out of a prompt, and lyrics if there are any."""
    target = parse_target(output, audio_format)
    asked = asking.Asked(
        prompt, lyrics, duration, bpm, key, time_signature, language, seed, instrumental, loop, takes
    )
    request = asked.request(target.audio_format)
    manner = Manner(asking.changed_settings(workers, soundfont, no_stems), stream, as_json)
    perform(lambda pipeline: pipeline.plan(request), target, manner)

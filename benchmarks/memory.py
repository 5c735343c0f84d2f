"""The most memory that a command takes, all its processes together."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import suppress
from threading import Event, Thread
from typing import Final

import psutil

INTERVAL: Final = 0.2
"""Seconds between two looks; what is held for a shorter time may be missed."""


def watched(command: Sequence[str]) -> tuple[str, float]:
    """What *command* prints, and the most megabytes that it and its processes held at a time.

    Pages that several processes share, as after a fork, count once (proportional set size). Raises CalledProcessError
    where the command fails.
    """
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own
        peak, done = [0.0], Event()
        watch = Thread(target=_watch, args=(psutil.Process(process.pid), peak, done))
        watch.start()
        try:
            output, _ = process.communicate()
        finally:
            done.set()
            watch.join()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return output, peak[0]


def _watch(process: psutil.Process, peak: list[float], done: Event) -> None:
    while not done.wait(INTERVAL):
        with suppress(psutil.NoSuchProcess):
            peak[0] = max(peak[0], sum(_held([process, *process.children(recursive=True)])) / 1e6)


def _held(processes: Sequence[psutil.Process]) -> Iterator[int]:
    for process in processes:
        with suppress(psutil.NoSuchProcess, psutil.AccessDenied):
            info = process.memory_full_info()
            yield getattr(info, "pss", info.uss)  # Linux alone tells shares; elsewhere what is shared is left out

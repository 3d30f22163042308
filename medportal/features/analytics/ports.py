"""What practices need from outside: somebody who opens spreadsheets and Parquet files where they can do no harm."""

from collections.abc import Iterator
from typing import Protocol

from medportal.features.analytics.rules.intake.batches import Sheet
from medportal.features.analytics.schemas.imports import Origin
from medportal.kernel.socket import Socket


class OpenerDownError(Exception):
    """Nobody can open files now. This says nothing about the file: it waits, and is neither taken nor refused."""


class Opener(Protocol):
    """Opens files that decoders of other languages read, and may stumble over."""

    def open(self, origin: Origin, pieces: Iterator[bytes]) -> Sheet:
        """A workbook or a Parquet file as a sheet of text, read on as it is asked for.

        Raises:
            FileTroubleError: the file cannot be read, or crashed, stopped or exhausted whoever opened it; also later.
            OpenerDownError: nobody could open it, whatever the file.
        """
        ...


opener: Socket[Opener] = Socket("analytics.opener")

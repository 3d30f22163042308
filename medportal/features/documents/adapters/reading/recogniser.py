"""Signs of the code lines, by the recognition model.

The model knows thousands of signs; only those of the code lines are looked at. Looks alike (`〈` for `<`, a small
letter for a capital) count for the sign they look like.
"""

from functools import cache

import numpy as np

from medportal.features.documents.adapters.reading.models import Model
from medportal.features.documents.adapters.reading.pictures import Floats, Picture

SIGNS = "<0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
STEP = 8  # points of the picture a step of the model covers


def _alike(sign: str) -> str:
    return "<〈＜‹«《く" if sign == "<" else sign + sign.lower() + chr(ord(sign) + 0xFEE0)


class Recogniser:
    """One warm model; any number of threads may ask it."""

    def __init__(self) -> None:
        self._model = Model("rec")
        known = ["", *self._model.signs()]
        places = {sign: place for place, sign in reversed(list(enumerate(known)))}
        self._places = [sorted({places[like] for like in _alike(sign) if like in places}) for sign in SIGNS]

    def read(self, pictures: list[Picture]) -> list[Floats]:
        """For each gray picture, 48 high: how likely each sign is at each step, steps x signs."""
        width = max(-(-picture.shape[1] // STEP) * STEP for picture in pictures)
        batch = np.empty((len(pictures), 3, 48, width), np.float32)
        for place, picture in enumerate(pictures):
            batch[place, :, :, : picture.shape[1]] = picture
            batch[place, :, :, picture.shape[1] :] = picture[:, -1:]
        answer = self._model.answer(batch / 127.5 - 1)
        likely: Floats = np.stack([answer[:, :, places].sum(-1) for places in self._places], -1)
        return [likely[place] for place in range(len(pictures))]


@cache
def recogniser() -> Recogniser:
    """The recogniser of this process, made on first use."""
    return Recogniser()

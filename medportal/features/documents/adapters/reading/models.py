"""The models that the package `rapidocr` carries in its wheel, run by themselves: no other part of it, no downloads."""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast

from medportal.features.documents.adapters.reading.pictures import Floats


class ModelMissingError(Exception):
    """The installed package holds no such model; the lock file names one that does."""


class Model:
    """A model on the core it is called on, open once and warm. Any number of threads may ask.

    Args:
        part: `rec`, which recognises lines, or `det`, which finds them.

    Raises:
        ModelMissingError: the package has none.
    """

    def __init__(self, part: str) -> None:
        runtime = cast("Any", import_module("onnxruntime"))  # without types of its own
        options = runtime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = runtime.InferenceSession(str(model_path(part)), options, providers=["CPUExecutionProvider"])
        self._input = str(self._session.get_inputs()[0].name)

    def answer(self, batch: Floats) -> Floats:
        """What the model makes of a batch."""
        return cast("Floats", self._session.run(None, {self._input: batch})[0])

    def signs(self) -> list[str]:
        """The signs the model knows, as it carries them."""
        return str(self._session.get_modelmeta().custom_metadata_map["character"]).splitlines()


def model_path(part: str) -> Path:
    """A model inside the installed package: `rec` or `det`.

    Raises:
        ModelMissingError: the package has none.
    """
    package = find_spec("rapidocr")
    for folder in (package.submodule_search_locations or ()) if package else ():
        found = sorted(Path(folder, "models").glob(f"*_{part}_*.onnx"))
        if found:
            return found[-1]
    raise ModelMissingError(part)

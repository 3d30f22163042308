"""Why a file cannot be taken; carries no word of the file."""

from medportal.features.analytics.schemas.imports import Trouble


class FileTroubleError(Exception):
    """The whole file is refused, for one reason."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble

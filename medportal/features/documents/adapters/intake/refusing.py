"""How code inside the sandbox says no."""

from medportal.features.documents.schemas.intake import Code


class Refusal(Exception):
    """The file is refused for these reasons."""

    def __init__(self, *codes: Code) -> None:
        super().__init__()
        self.codes = frozenset(codes)

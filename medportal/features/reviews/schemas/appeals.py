"""What somebody is told who has appealed, whichever slice he appealed in."""

from typing import Final

from medportal.features.reviews import texts
from medportal.kernel.text import Text

APPEALED: Final[Text] = texts.APPEALED

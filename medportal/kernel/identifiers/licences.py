"""Grammar of licences for medical activity (rules §1.7), as patterns that Python and the browser read alike."""

from typing import Final

LICENCE: Final = "Л041-[0-9]{5}-(?!00)[0-9]{2}/[0-9]{8}|(?:ЛО|ФС)-(?!00)[0-9]{2}-01-[0-9]{6}"
OTHER_ACTIVITY: Final = "^(?:Л0(?!41)[0-9]{2}-|(?:ЛО|ФС)-[0-9]{2}-0[02-9]-)"

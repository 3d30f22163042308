"""Words about what is typed off a document."""

from medportal.kernel.text import Text

FIELD_UNKNOWN = Text(
    ru="У документа этого вида нет такого поля. Обновите страницу и попробуйте ещё раз.",
    en="A document of this kind has no such field. Reload the page and try again.",
)
TOO_LONG = Text(ru="{label}: не больше {most} знаков", en="{label}: no more than {most} characters")
SHAPE = Text(ru="{label}: проверьте, как записано в документе", en="{label}: check how it is written in the document")
DATE_FORMAT = Text(ru="{label}: введите дату как 31.01.2027", en="{label}: type the date as 31.01.2027")
DATE_FUTURE = Text(ru="{label}: эта дата ещё не наступила", en="{label}: this date is yet to come")
END_BEFORE = Text(ru="Действует до: дата раньше даты выдачи", en="Valid until: the date is before the date of issue")

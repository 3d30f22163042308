"""Words in pairs: a sentence exists in Russian and in English, or not at all."""

from dataclasses import dataclass
from typing import Literal

Locale = Literal["ru", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in both languages; `{name}` marks a place to be filled."""

    ru: str
    en: str

    def __post_init__(self) -> None:
        if not self.ru.strip() or not self.en.strip():
            raise ValueError("a Text needs words in both languages")

    def within(self, locale: Locale) -> str:
        """The sentence in one language."""
        return self.ru if locale == "ru" else self.en

    def fill(self, **values: object) -> "Text":
        """The same sentence with its places filled; a value that is a Text or Plural form is filled by language."""
        return Text(
            ru=self.ru.format(**{k: v.ru if isinstance(v, Text) else v for k, v in values.items()}),
            en=self.en.format(**{k: v.en if isinstance(v, Text) else v for k, v in values.items()}),
        )

    def inside(self) -> "Text":
        """The same words in the middle of a sentence: a small letter first, unless an abbreviation or a name begins them."""
        return Text(ru=_inside(self.ru), en=_inside(self.en))

    def pair(self) -> dict[str, str]:
        """Both languages as plain data, the shape in which a sentence travels to a browser."""
        return {"ru": self.ru, "en": self.en}


def _inside(words: str) -> str:
    return words[0].lower() + words[1:] if not words[1:2].isupper() else words


@dataclass(frozen=True, slots=True)
class Plural:
    """A counted noun: 1 документ, 2 документа, 5 документов; 1 document, 2 documents."""

    one: str
    few: str
    many: str
    en_one: str
    en_other: str

    def of(self, count: int) -> Text:
        """The count with its noun, e.g. «5 документов» / "5 documents"."""
        return Text(ru=f"{count} {self._ru(count)}", en=f"{count} {self.en_one if count == 1 else self.en_other}")

    def _ru(self, count: int) -> str:
        tail = abs(count) % 100
        if 11 <= tail <= 14:
            return self.many
        return {1: self.one, 2: self.few, 3: self.few, 4: self.few}.get(tail % 10, self.many)

"""Personal numbers as types: only a checked number becomes one, and none shows itself in a log or a traceback."""

import re
from dataclasses import dataclass, field
from typing import ClassVar, Self

from medportal.kernel.identifiers.judge import judge
from medportal.kernel.text import Text


class IdentifierError(ValueError):
    """A text is not the number it should be. Carries a stable code and a sentence, never the text itself."""

    def __init__(self, code: str, text: Text) -> None:
        super().__init__(code)
        self.code: str = code
        self.text: Text = text


@dataclass(frozen=True, slots=True)
class _Number:
    """A checked number. `digits` is how it is stored; make one with `parse`."""

    KIND: ClassVar[str]
    digits: str = field(repr=False)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The number a person typed.

        Raises:
            IdentifierError: the text is not such a number; the error says what to do.
        """
        verdict = judge(cls.KIND, text)
        if not verdict.valid:
            raise IdentifierError(verdict.code, verdict.text)
        return cls(re.sub(r"[^0-9]", "", text))

    def __str__(self) -> str:
        return self.masked

    @property
    def masked(self) -> str:
        """The number with all but its last digits hidden, fit for screens."""
        return "*" * (len(self.digits) - 3) + self.digits[-3:]


@dataclass(frozen=True, slots=True)
class Snils(_Number):
    """Insurance number of a person, 11 digits."""

    KIND: ClassVar[str] = "snils"

    @property
    def masked(self) -> str:
        """`***-***-*45 95`."""
        return f"***-***-*{self.digits[7:9]} {self.digits[9:]}"

    @property
    def dashed(self) -> str:
        """`112-233-445 95`, the way it is printed."""
        d = self.digits
        return f"{d[:3]}-{d[3:6]}-{d[6:9]} {d[9:]}"


@dataclass(frozen=True, slots=True)
class Inn(_Number):
    """Taxpayer number of a person, 12 digits."""

    KIND: ClassVar[str] = "inn12"


@dataclass(frozen=True, slots=True)
class PassportNumber(_Number):
    """Series and number of the internal passport, 4 + 6 digits."""

    KIND: ClassVar[str] = "passport_rf"

    @property
    def series(self) -> str:
        """The first four digits."""
        return self.digits[:4]

    @property
    def number(self) -> str:
        """The last six digits."""
        return self.digits[4:]

    @property
    def masked(self) -> str:
        """`** ** ***456`."""
        return f"** ** ***{self.digits[7:]}"

    @property
    def spaced(self) -> str:
        """`45 04 123456`, the way it is printed."""
        return f"{self.digits[:2]} {self.digits[2:4]} {self.digits[4:]}"


@dataclass(frozen=True, slots=True)
class OmsPolicy(_Number):
    """Number of the unified OMS policy (ENP), 16 digits."""

    KIND: ClassVar[str] = "enp"


@dataclass(frozen=True, slots=True)
class Ogrn(_Number):
    """Registration number of an organisation, 13 digits. Public, but typed the same way."""

    KIND: ClassVar[str] = "ogrn"


@dataclass(frozen=True, slots=True)
class Mobile(_Number):
    """A Russian mobile number; `digits` has no plus."""

    KIND: ClassVar[str] = "mobile_e164"

    @property
    def e164(self) -> str:
        """`+79001234567`, the way it is stored and dialled."""
        return f"+{self.digits}"

    @property
    def masked(self) -> str:
        """`+7 900 ***-**-67`."""
        return f"+7 {self.digits[1:4]} ***-**-{self.digits[9:]}"

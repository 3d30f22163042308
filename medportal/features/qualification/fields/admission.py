"""What admits to work, and where one works: certificate, accreditation, employment, licence, a paper of the region.

No official grammar of certificates and accreditations was found (rules §1.7): free text of sane shape, never only zeros.
"""

from medportal.features.qualification import field_texts as words
from medportal.features.qualification.fields.parts import (
    NOT_ZEROS,
    choice,
    entry,
    expires_on,
    issued_on,
    line,
    listed,
)
from medportal.kernel.fields import Field, Section, check
from medportal.kernel.identifiers.licences import LICENCE, OTHER_ACTIVITY


def certificate() -> Section:
    """The form of a specialist certificate."""
    return Section(
        "certificate",
        words.TITLES["certificate"],
        (listed("speciality", "specialities"), _number(), issued_on(), expires_on(required=True)),
    )


def accreditation() -> Section:
    """The form of an accreditation."""
    return Section(
        "accreditation",
        words.TITLES["accreditation"],
        (
            choice("accreditation_kind"),
            listed("speciality", "specialities"),
            _number(),
            issued_on(),
            expires_on(required=True),
        ),
    )


def employment() -> Section:
    """The form of a job."""
    return Section(
        "employment",
        words.TITLES["employment"],
        (
            line("organisation", 300),
            entry(
                "frmo_oid",
                length=60,
                clean=("plain_spaces", "compact"),
                checks=(
                    check("match", "oid_format", re="1\\.2\\.643\\.5\\.1\\.13\\.13\\.12\\.2\\.[0-9]{1,3}\\.[0-9]{1,7}"),
                ),
            ),
            listed("position", "positions"),
            entry(
                "order_number",
                length=40,
                clean=("plain_spaces", "dashes"),
                checks=(check("match", "number_format", re="[0-9А-ЯЁа-яё /№-]{1,40}"), NOT_ZEROS),
                mends=("cyrillic",),
            ),
            issued_on(),
        ),
    )


def licence() -> Section:
    """The form of a licence: of the organisation or of the person's own practice (ruling 8)."""
    return Section(
        "licence",
        words.TITLES["licence"],
        (
            line("licensee", 300),
            entry(
                "licence_number",
                length=40,
                clean=("plain_spaces", "dashes", "compact", "upper"),
                checks=(
                    check("lacks", "licence_latin", re="[A-Za-z]"),
                    check("lacks", "licence_activity", re=OTHER_ACTIVITY),
                    check("match", "licence_format", re=LICENCE),
                ),
                mends=("licence_letters",),
            ),
            issued_on(),
        ),
    )


def region() -> Section:
    """The form of a paper about the right to work in a region: optional, of free form (ruling 11)."""
    return Section(
        "region",
        words.TITLES["region"],
        (listed("region", "subjects"), line("region_issuer", 300), issued_on()),
    )


def _number() -> Field:
    return entry(
        "admission_number",
        length=40,
        clean=("plain_spaces", "dashes", "upper"),
        checks=(
            check("lacks", "double_space", re=" {2,}"),
            check("match", "number_format", re="[0-9А-ЯЁA-Z/ .-]{4,30}"),
            NOT_ZEROS,
        ),
    )

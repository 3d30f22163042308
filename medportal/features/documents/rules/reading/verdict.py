"""What is wrong with a page and with a set of pages.

Readability decides: a page that was read is taken, however it looks. The measures only name the reason why one could
not be read. Their operating points were measured on 420 pictures of random quality.
"""

from collections.abc import Collection, Iterable, Sequence

from medportal.features.documents.schemas.reading import (
    Code,
    Field,
    Finding,
    Outcome,
    PageFacts,
    PageKind,
    Quality,
    Zone,
)
from medportal.features.documents.texts.reading import ADVICE, PAGE_WORDS, WORDS, ZONES
from medportal.kernel.text import Text

LEAST_SIDE = 640  # points; below, smallness is the likeliest reason
LEAST_DPI = 80.0  # below, a third of the code lines are misread, and nobody can check them by eye
CONTRAST, BRIGHTNESS = 40.0, 60.0
PAPER = 150.0  # how light paper is
SHARPNESS = 22.0
GLARE = 0.008
NOISE = 10.4
UNLIKE = 3  # digits: two numbers that differ in fewer may be one number read twice


def reason(quality: Quality) -> Code | None:
    """Why a page that could not be read could not be read, the plainest reason first."""
    reasons = (
        (_too_small(quality), Code.QUALITY_LOW_RES),
        (_too_dark(quality), Code.QUALITY_DARK),
        (quality.glare_on_code, Code.QUALITY_GLARE),
        (quality.sharpness < SHARPNESS, Code.QUALITY_BLUR),
        (quality.short_side < LEAST_SIDE, Code.QUALITY_LOW_RES),
        (quality.noise > NOISE, Code.QUALITY_NOISE),
        (quality.glare > GLARE, Code.QUALITY_GLARE),
    )
    return next((code for holds, code in reasons if holds), None)


def _too_dark(quality: Quality) -> bool:
    return quality.contrast < CONTRAST or quality.brightness < BRIGHTNESS


def unrecognised(quality: Quality) -> Code | None:
    """Why nobody can say what a page is: a white or empty page is neither dark nor glaring, it is another page."""
    if quality.contrast < CONTRAST and quality.brightness >= PAPER:
        return None
    code = reason(quality)
    return None if code is Code.QUALITY_GLARE else code


def page_findings(facts: PageFacts, page: int) -> tuple[Finding, ...]:
    """What to tell about one page, by itself."""
    if facts.kind is PageKind.UNKNOWN:
        code = unrecognised(facts.quality)
        return (finding(code, Zone.PAGE, page),) if code else ()
    if _too_small(facts.quality):
        return (finding(Code.QUALITY_LOW_RES, Zone.PAGE, page),)
    found = list(_registration(facts, page) if facts.kind is PageKind.REGISTRATION else _photo(facts, page))
    if not any(one.decisive for one in found):
        if not facts.cyrillic:
            found.append(finding(Code.CYRILLIC_UNREAD, Zone.PAGE, page, decisive=False))
        if _too_dark(facts.quality):
            found.append(finding(Code.QUALITY_DARK, Zone.PAGE, page, decisive=False))
    return tuple(found)


def _too_small(quality: Quality) -> bool:
    return quality.dots_per_inch is not None and quality.dots_per_inch < LEAST_DPI


def _photo(facts: PageFacts, page: int) -> Iterable[Finding]:
    quality, zone = facts.quality, Zone.CODE_LINES
    if facts.outcome is Outcome.PROVEN:
        if _unlike(facts):
            yield finding(Code.MRZ_VISUAL_MISMATCH, zone, page)
        elif "surname" not in facts.fields or "name" not in facts.fields:
            # Numbers hold and names do not. Where the picture is no reason for it, the person types the names.
            code = reason(quality)
            if code is not None:
                yield finding(code, zone if quality.glare_on_code else Zone.PERSON, page)
    elif facts.outcome is Outcome.CHECK_FAILED:
        yield finding(Code.MRZ_CHECK_FAILED, zone, page)
    elif facts.outcome is Outcome.CUT or facts.cropped:
        yield finding(Code.PAGE_CROPPED, zone, page)
    elif facts.outcome is Outcome.UNREADABLE:
        yield finding(reason(quality) or Code.MRZ_NOT_FOUND, zone, page)
    elif facts.readable or (not facts.cyrillic and reason(quality) is None):
        # A passport of before mid-2011 has no code lines. That is no fault; it is typed by hand.
        yield finding(Code.MRZ_NOT_FOUND, zone, page, decisive=False)
    else:
        yield finding(reason(quality) or Code.MRZ_NOT_FOUND, zone, page)


def _registration(facts: PageFacts, page: int) -> Iterable[Finding]:
    if facts.cropped:
        yield finding(Code.PAGE_CROPPED, Zone.STAMP, page)
    elif not facts.readable and facts.cyrillic:
        code = reason(facts.quality)
        if code is not None:
            yield finding(code, Zone.STAMP, page)


def _unlike(facts: PageFacts) -> bool:
    return facts.another or digits_unlike(facts.red_number, facts.code_number) >= UNLIKE


def digits_unlike(one: str, other: str) -> int:
    """In how many places two numbers differ; numbers of unequal length have nothing to compare."""
    return sum(a != b for a, b in zip(one, other, strict=True)) if len(one) == len(other) else 0


def set_findings(pages: Sequence[PageFacts], *, whole: bool) -> tuple[Finding, ...]:
    """What to tell about pages together. `whole` asks for both pages; one picture may show either."""
    photo = [page for page in pages if page.kind is PageKind.PHOTO]
    stamped = [page for page in pages if page.kind is PageKind.REGISTRATION]
    explained = any(page.kind is PageKind.UNKNOWN and unrecognised(page.quality) for page in pages)
    found: list[Finding] = []
    if not photo and (whole or not stamped) and (whole or not explained):
        found.append(finding(Code.PAGE_MISSING_MAIN, Zone.PAGE, None))
    if whole and photo and not stamped:
        found.append(finding(Code.PAGE_MISSING_REGISTRATION, Zone.PAGE, None))
    numbers = [page.code_number or page.red_number for page in (*photo, *stamped)]
    numbers = [number for number in numbers if number]
    if any(digits_unlike(numbers[0], other) >= UNLIKE for other in numbers[1:]):
        found.append(finding(Code.PAGES_MISMATCH, Zone.PAGE, None))
    return tuple(found)


def finding(code: Code, zone: Zone, page: int | None, *, decisive: bool = True) -> Finding:
    """A finding with its words: what cannot be read, why, and what to do."""
    words: Text = ADVICE.get(code.value, WORDS[code.value]) if not decisive else WORDS[code.value]
    if page is not None and code.value in PAGE_WORDS:
        words = PAGE_WORDS[code.value].fill(zone=ZONES[zone.value])
    return Finding(code, zone, decisive, words, page)


def merged(pages: Sequence[PageFacts], codes: Collection[Code]) -> dict[str, Field]:
    """The fields of all pages together; what check digits prove goes before print.

    Where a page contradicts itself nobody knows which half is true: nothing of it is filled in. Where pages contradict
    each other only the spread with the photo speaks.
    """
    if Code.MRZ_VISUAL_MISMATCH in codes:
        return {}
    if Code.PAGES_MISMATCH in codes:
        pages = [page for page in pages if page.kind is PageKind.PHOTO][:1]
    fields: dict[str, Field] = {}
    for page in pages:
        for name, value in page.fields.items():
            if name not in fields or (value.proven and not fields[name].proven):
                fields[name] = value
    return fields

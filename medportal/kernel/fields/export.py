"""The schema as the browser's interpreter reads it: plain data, both languages, dictionaries by name only."""

from medportal.kernel.fields.characters import REFUSED
from medportal.kernel.fields.mending import EMAIL_DOMAINS
from medportal.kernel.fields.passwords import ROWS, STEMS
from medportal.kernel.fields.schema import Schema
from medportal.kernel.fields.texts import COMMON, MEND_TEXTS, STRENGTHS
from medportal.kernel.identifiers.mrz_texts import LIKELY, MRZ_TEXTS, SUSPECT, UNSURE

VERSION = 1


def schema_json(schema: Schema) -> dict[str, object]:
    """Everything the browser needs but the dictionaries.

    The browser may add `options`, a mapping of dictionary name to its items, once it has fetched them; until then
    the rule «one of the list» holds there, and the server decides.
    """
    texts = {**COMMON, **schema.texts}
    mrz_texts = {**MRZ_TEXTS, "suspect": SUSPECT, "likely": LIKELY, "unsure": UNSURE}
    return {
        "version": VERSION,
        "sections": [section.as_json() for section in schema.sections],
        "fields": {name: one.as_json() for name, one in schema.fields.items()},
        "texts": {code: text.pair() for code, text in texts.items()},
        "mends": {code: text.pair() for code, text in MEND_TEXTS.items()},
        "mrz": {code: text.pair() for code, text in mrz_texts.items()},
        "strengths": [text.pair() for text in STRENGTHS],
        "refused": [{"code": code, "re": pattern} for code, pattern in REFUSED],
        "domains": dict(EMAIL_DOMAINS),
        "rows": ROWS,
        "stems": STEMS,
    }

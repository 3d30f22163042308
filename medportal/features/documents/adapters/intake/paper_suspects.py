"""In the sandbox: what a PDF would do, or carries, besides showing its pages.

Every object is looked at, reachable or not: byte patterns miss what stands in object streams and names written
with `#` escapes; a parser sees both.
"""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from medportal.features.documents.adapters.intake.refusing import Refusal
from medportal.features.documents.schemas.intake import Code

# Actions that run, send, fetch or play something (PDF 1.7, 12.6.4).
ACTIONS = frozenset(
    {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition", "/Movie", "/Sound"}
    | {"/RichMediaExecute", "/GoTo3DView"}
)
PLAYED = frozenset({"/RichMedia", "/Movie", "/Screen", "/Sound", "/3D"})
# What may happen by itself when a document is opened: it turns to a page, or says «print».
HARMLESS_OPENINGS = frozenset({"/GoTo", "/Named"})
# Events of annotations, pages, fields and documents (12.6.3).
TRIGGERS = frozenset(
    {"/E", "/X", "/D", "/U", "/Fo", "/Bl", "/PO", "/PC", "/PV", "/PI", "/O", "/C", "/K", "/F", "/V"}
    | {"/WC", "/WS", "/DS", "/WP", "/DP"}
)
FILE_NAMES = frozenset({"/F", "/UF", "/DOS", "/Mac", "/Unix"})
MAX_CHAIN = 32


def found_in(pdf: Pdf, most: int) -> set[Code]:
    """Why this PDF is refused for what it would do or carries.

    Raises:
        Refusal: it has more parts than `most`.
    """
    found: set[Code] = set()
    for count, part in enumerate(_dictionaries(pdf)):
        if count > most:
            raise Refusal(Code.FILE_TOO_COMPLEX)
        found |= set(_codes(part))
    return found


def _dictionaries(pdf: Pdf) -> Iterator[Dictionary | Stream]:
    """Every dictionary, wherever it stands; each indirect one once."""
    waiting: list[Object] = [pdf.trailer]
    for one in pdf.objects:
        waiting.append(one)
        while waiting:
            part = waiting.pop()
            if isinstance(part, Dictionary | Stream):
                yield part
                waiting += [value for value in part.values() if _goes_on(value)]
            elif isinstance(part, Array):
                waiting += [value for value in part if _goes_on(value)]  # type: ignore[attr-defined]


def _goes_on(value: object) -> bool:
    return isinstance(value, Dictionary | Array) and not value.is_indirect


def _codes(part: Dictionary | Stream) -> Iterator[Code]:
    keys = set(part.keys())
    if "/S" in keys and _name(part["/S"]) in ACTIONS:
        yield Code.PDF_ACTIVE_CONTENT
    if keys & {"/XFA", "/RichMediaContent", "/RichMediaSettings", "/JavaScript"}:
        yield Code.PDF_ACTIVE_CONTENT
    if "/JS" in keys and isinstance(part["/JS"], String | Stream):
        yield Code.PDF_ACTIVE_CONTENT
    if "/AA" in keys and _triggers(part["/AA"]):
        yield Code.PDF_ACTIVE_CONTENT
    if "/OpenAction" in keys and not _opens_harmlessly(part["/OpenAction"]):
        yield Code.PDF_ACTIVE_CONTENT
    if "/URI" in keys and _is_script(part["/URI"]):
        yield Code.PDF_ACTIVE_CONTENT
    if "/Subtype" in keys:
        subtype = _name(part["/Subtype"])
        if subtype in PLAYED:
            yield Code.PDF_ACTIVE_CONTENT
        if subtype == "/FileAttachment":
            yield Code.PDF_ATTACHMENT
    if keys & {"/EmbeddedFiles", "/Collection"} or _name(part.get("/Type")) == "/EmbeddedFile":
        yield Code.PDF_ATTACHMENT
    if "/EF" in keys and isinstance(part["/EF"], Dictionary) and FILE_NAMES & set(part["/EF"].keys()):
        yield Code.PDF_ATTACHMENT


def _name(value: object) -> str:
    return str(value) if isinstance(value, Name) else ""


def _triggers(value: object) -> bool:
    """Whether this is a table of actions, and not a font that happens to be called AA."""
    return isinstance(value, Dictionary) and bool(TRIGGERS & set(value.keys()))


def _opens_harmlessly(value: object) -> bool:
    """Whether opening the document does no more than turn to a page, to the end of the chain of actions."""
    waiting: list[object] = [value]
    for _ in range(MAX_CHAIN):
        if not waiting:
            return True
        action = waiting.pop()
        if not isinstance(action, Dictionary):
            continue  # a destination
        if _name(action.get("/S")) not in HARMLESS_OPENINGS:
            return False
        following = action.get("/Next")
        waiting += list(following) if isinstance(following, Array) else [following]  # type: ignore[call-overload]
    return False


def _is_script(uri: object) -> bool:
    if not isinstance(uri, String):
        return False
    plain = "".join(bytes(uri).decode("latin-1").split()).lower()
    return plain.startswith(("javascript:", "vbscript:", "data:", "file:"))

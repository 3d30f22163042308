"""Files made for the tests of intake: benign, hostile, and in between. Everything is invented."""

import io
import struct
import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image

PNG_HEAD = b"\x89PNG\r\n\x1a\n"


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(width: int = 200, height: int = 300, mode: str = "RGB", **saving: object) -> bytes:
    return picture("PNG", width, height, mode, **saving)


def jpeg(width: int = 200, height: int = 300, mode: str = "RGB", **saving: object) -> bytes:
    return picture("JPEG", width, height, mode, **saving)


def picture(form: str, width: int, height: int, mode: str, **saving: object) -> bytes:
    drawn = Image.linear_gradient("L").resize((width, height)).convert(mode)
    made = io.BytesIO()
    drawn.save(made, form, **saving)  # type: ignore[arg-type]
    return made.getvalue()


def pdf(
    change: Callable[[Pdf], None] = lambda _: None,
    *,
    pages: int = 1,
    content: bytes = b"0.5 g 100 100 200 200 re f",
    size: tuple[float, float] = (595, 842),
    **saving: object,
) -> bytes:
    made = Pdf.new()
    for _ in range(pages):
        made.add_blank_page(page_size=size)
        made.pages[-1].obj.Contents = made.make_stream(content)
    change(made)
    written = io.BytesIO()
    made.save(written, **saving)  # type: ignore[arg-type]
    return written.getvalue()


def action(kind: str, **more: object) -> Dictionary:
    return Dictionary(Type=Name.Action, S=Name("/" + kind), **more)


def annotated(**facts: object) -> Callable[[Pdf], None]:
    """A change that puts an annotation on the first page."""

    def change(made: Pdf) -> None:
        mark = Dictionary(Type=Name.Annot, Rect=Array([0, 0, 10, 10]), **facts)
        made.pages[0].obj.Annots = made.make_indirect(Array([made.make_indirect(mark)]))

    return change


def attach(made: Pdf) -> None:
    made.attachments["note.txt"] = pikepdf.AttachedFileSpec(made, b"hello")


def set_root(name: str, value: object) -> Callable[[Pdf], None]:
    def change(made: Pdf) -> None:
        made.Root[name] = value  # type: ignore[assignment]

    return change


def slow_pdf() -> bytes:
    """A small PDF whose drawing takes many seconds and little memory: it paints the whole page again and again."""
    return pdf(content=b"0 0 595 842 re f\n" * 400_000)


def object_stream(packed: bytes) -> bytes:
    """A PDF of one page whose object 5 stands in a packed stream, as written."""
    made, places = io.BytesIO(b"%PDF-1.5\n"), {}
    made.seek(0, io.SEEK_END)
    for number, body in (
        (1, b"<</Type/Catalog/Pages 2 0 R/Extra 5 0 R>>"),
        (2, b"<</Type/Pages/Count 1/Kids[3 0 R]>>"),
        (3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>"),
        (4, b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed)),
    ):
        places[number] = made.tell()
        made.write(b"%d 0 obj %s endobj\n" % (number, body))
    at = made.tell()
    rows = [(0, 0, 65535), *((1, places[number], 0) for number in range(1, 5)), (2, 4, 0), (1, at, 0)]
    table = b"".join(struct.pack(">BIH", *row) for row in rows)
    made.write(
        b"6 0 obj<</Type/XRef/W[1 4 2]/Size 7/Root 1 0 R/Length %d>>stream\n%s\nendstream endobj\n"
        % (len(table), table)
    )
    made.write(b"startxref\n%d\n%%%%EOF\n" % at)
    return made.getvalue()


def javascript() -> Dictionary:
    return action("JavaScript", JS=String("app.alert(1)"))

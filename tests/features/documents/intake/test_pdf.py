"""What a PDF would do or carries is found wherever it hides; what honest documents hold is let through."""

import zlib

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from medportal.features.documents.schemas.intake import Code
from medportal.features.documents.service.inspecting import inspect
from tests.features.documents.intake import making
from tests.features.documents.intake.making import action, annotated, pdf, set_root

pytestmark = [
    pytest.mark.usefixtures("inspector"),
    # The maker of the traps notices that they are odd; so do we.
    pytest.mark.filterwarnings("ignore::pikepdf._methods.PageCopyWarning"),
]
PACKED = {"object_stream_mode": pikepdf.ObjectStreamMode.generate}
URL = action("URI", URI=String("https://example.org"))


def codes(data: bytes) -> list[str]:
    return list(inspect(data, "a.pdf").codes)


def hidden_script(made: Pdf) -> None:
    """A script that nothing refers to but a chain of chains."""
    chain = making.javascript()
    for _ in range(5):
        chain = action("Named", N=Name.NextPage, Next=chain)
    annotated(Subtype=Name.Link, A=chain)(made)


ACTIVE = {
    "script when opened": set_root("/OpenAction", making.javascript()),
    "script in the names": set_root("/Names", Dictionary(JavaScript=Dictionary(Names=Array([])))),
    "script behind other actions": hidden_script,
    "script as a stream": lambda made: annotated(Subtype=Name.Link, A=action("X", JS=made.make_stream(b"x")))(made),
    "script on a page": lambda made: made.pages[0].obj.update({"/AA": Dictionary(O=making.javascript())}),
    "script in a field": set_root("/AcroForm", Dictionary(Fields=Array([Dictionary(AA=Dictionary(K=URL))]))),
    "program started": annotated(Subtype=Name.Link, A=action("Launch", F=String("cmd.exe"))),
    "form that sends": annotated(Subtype=Name.Widget, FT=Name.Btn, A=action("SubmitForm", F=String("http://x"))),
    "form that reads": annotated(Subtype=Name.Widget, FT=Name.Btn, A=action("ImportData", F=String("x.fdf"))),
    "another file opened": annotated(Subtype=Name.Link, A=action("GoToR", F=String("\\\\host\\share"))),
    "address visited when opened": set_root("/OpenAction", URL),
    "address visited after turning a page": set_root("/OpenAction", action("GoTo", D=Array([]), Next=URL)),
    "address that is a script": annotated(Subtype=Name.Link, A=action("URI", URI=String("java\nScript:alert(1)"))),
    "form of another language": set_root("/AcroForm", Dictionary(XFA=String("<x/>"))),
    "rich media": annotated(Subtype=Name.RichMedia, RichMediaContent=Dictionary()),
    "film": annotated(Subtype=Name.Movie),
}

HARMLESS = {
    "opens on a page": set_root("/OpenAction", Array([0, Name.Fit])),
    "opens by an action": set_root("/OpenAction", action("GoTo", D=Array([0, Name.Fit]))),
    "a link to a site": annotated(Subtype=Name.Link, A=URL),
    "a form to be filled in": set_root("/AcroForm", Dictionary(Fields=Array([Dictionary(FT=Name.Tx, T=String("a"))]))),
    "a font called AA": lambda made: made.pages[0].obj.update(
        {"/Resources": Dictionary(Font=Dictionary(AA=Dictionary(Type=Name.Font), JS=Dictionary(Type=Name.Font)))}
    ),
    "a signature": set_root(
        "/AcroForm",
        Dictionary(SigFlags=3, Fields=Array([Dictionary(FT=Name.Sig, V=Dictionary(Type=Name.Sig, Contents=b"0"))])),
    ),
}


@pytest.mark.parametrize("packed", [{}, PACKED], ids=["plain", "packed"])
@pytest.mark.parametrize("trap", ACTIVE)
def test_a_pdf_that_would_do_something_is_refused(trap: str, packed: dict[str, object]):
    assert codes(pdf(ACTIVE[trap], **packed)) == [Code.PDF_ACTIVE_CONTENT]


@pytest.mark.parametrize("habit", HARMLESS)
def test_a_pdf_that_only_looks_unusual_is_accepted(habit: str):
    assert codes(pdf(HARMLESS[habit])) == []


@pytest.mark.parametrize(
    "change",
    [
        making.attach,
        annotated(Subtype=Name.FileAttachment, FS=Dictionary(Type=Name.Filespec, F=String("a.exe"))),
        set_root("/Collection", Dictionary(View=Name.D)),
    ],
    ids=["attachment", "pinned file", "portfolio"],
)
def test_a_pdf_that_carries_files_is_refused(change: object):
    assert codes(pdf(change)) == [Code.PDF_ATTACHMENT]  # type: ignore[arg-type]


def test_several_reasons_are_told_at_once():
    def change(made: Pdf) -> None:
        making.attach(made)
        set_root("/OpenAction", making.javascript())(made)

    assert codes(pdf(change)) == [Code.PDF_ACTIVE_CONTENT, Code.PDF_ATTACHMENT]


def test_a_name_written_with_escapes_is_read_as_what_it_is():
    sound = pdf(set_root("/OpenAction", action("Named", N=Name.Print)))
    assert codes(sound) == []
    escaped = sound.replace(b"/N /Print /S /Named", b"/S/J#61vaScript/J#53()")
    assert escaped != sound
    assert codes(escaped) == [Code.PDF_ACTIVE_CONTENT]


@pytest.mark.parametrize("owner", ["", "secret"])
@pytest.mark.parametrize("revision", [4, 6])
def test_an_encrypted_pdf_is_refused_even_if_it_opens_without_a_password(owner: str, revision: int):
    locked = pikepdf.Encryption(owner=owner, user="", R=revision)  # type: ignore[arg-type]
    assert codes(pdf(encryption=locked)) == [Code.PDF_ENCRYPTED]


@pytest.mark.parametrize(("pages", "expected"), [(1, []), (10, []), (11, [Code.PDF_TOO_MANY_PAGES])])
def test_ten_pages_fit_and_eleven_do_not(pages: int, expected: list[Code]):
    found = inspect(pdf(pages=pages, size=(100, 100)), "a.pdf")
    assert list(found.codes) == expected
    assert len(found.pages) == (0 if expected else pages)


def test_a_pdf_without_pages_is_refused():
    assert codes(pdf(pages=0)) == [Code.PDF_NO_PAGES]


def test_a_tree_that_names_one_branch_again_and_again_is_counted_no_further_than_needed():
    def change(made: Pdf) -> None:
        branch = made.Root.Pages
        for _ in range(20):
            branch = made.make_indirect(Dictionary(Type=Name.Pages, Count=1, Kids=Array([branch] * 50)))
        made.Root.Pages = branch

    found = inspect(pdf(change), "a.pdf")
    # The parser may find fault with such a tree before its pages are counted.
    assert set(found.codes) < {Code.PDF_TOO_MANY_PAGES, Code.FILE_DAMAGED}
    assert found.cost is not None
    assert found.cost.cpu_ms < 500


def test_blank_pages_are_accepted_and_marked():
    found = inspect(pdf(content=b""), "a.pdf")
    assert [page.blank for page in found.pages] == [True]
    assert [page.blank for page in inspect(pdf(), "a.pdf").pages] == [False]


@pytest.mark.parametrize(("size", "code"), [((15_000, 100), Code.IMAGE_TOO_LARGE), ((20, 500), Code.IMAGE_TOO_SMALL)])
def test_a_page_of_no_human_size_is_refused(size: tuple[int, int], code: Code):
    made = pdf(lambda made: made.pages[0].obj.update({"/MediaBox": Array([0, 0, *size])}))
    assert codes(made) == [code]


def test_a_page_with_a_point_for_every_pixel_of_a_photo_is_drawn_no_larger_than_useful():
    (page,) = inspect(pdf(size=(4000, 3000)), "a.pdf").pages
    assert max(page.width, page.height) in range(4090, 4097)


def image_of(made: Pdf, width: int, height: int, data: bytes, **more: object) -> None:
    drawn = made.make_stream(data)
    drawn.Subtype, drawn.Width, drawn.Height = Name.Image, width, height
    drawn.ColorSpace, drawn.BitsPerComponent = Name.DeviceRGB, 8
    for key, value in more.items():
        drawn["/" + key] = value  # type: ignore[assignment]
    made.pages[0].obj.Resources = Dictionary(XObject=Dictionary(I=drawn))
    made.pages[0].obj.Contents = made.make_stream(b"500 0 0 500 0 0 cm /I Do")


def test_a_picture_that_is_larger_than_the_pdf_around_it_says_is_refused():
    data = bytearray(making.jpeg())
    at = data.index(b"\xff\xc0") + 5
    data[at : at + 4] = b"\xff\xf0\xff\xf0"
    made = pdf(lambda made: image_of(made, 100, 100, bytes(data), Filter=Name.DCTDecode))
    assert codes(made) == [Code.IMAGE_TOO_LARGE]


def test_a_form_that_draws_itself_is_not_followed_forever():
    def change(made: Pdf) -> None:
        form = made.make_stream(b"0 g 10 10 200 200 re f /A Do")
        form.Subtype, form.BBox = Name.Form, Array([0, 0, 300, 300])
        form.Resources = Dictionary(XObject=Dictionary(A=form))
        made.pages[0].obj.Resources = Dictionary(XObject=Dictionary(A=form))

    assert codes(pdf(change, content=b"/A Do")) == []


def bomb(megabytes: int) -> bytes:
    packing = zlib.compressobj(9)
    return b"".join(packing.compress(b"q Q\n" * 250_000) for _ in range(megabytes)) + packing.flush()


def content_bomb(made: Pdf, **more: object) -> None:
    stream = made.make_stream(b"")
    stream.write(bomb(60), filter=Name.FlateDecode)
    for key, value in more.items():
        stream["/" + key] = value  # type: ignore[assignment]
    made.pages[0].obj.Contents = stream


def form_bombs(made: Pdf) -> None:
    forms = Dictionary()
    for at in range(4):
        form = made.make_stream(b"")
        form.write(bomb(6), filter=Name.FlateDecode)
        form.Subtype, form.BBox = Name.Form, Array([0, 0, 9, 9])
        forms[f"/F{at}"] = form
    made.pages[0].obj.Resources = Dictionary(XObject=forms)


def twice_packed(made: Pdf) -> None:
    stream = made.make_stream(b"")
    stream.write(zlib.compress(bomb(20), 9), filter=Array([Name.FlateDecode, Name.FlateDecode]))
    made.pages[0].obj.Contents = stream


def laughing(made: Pdf) -> None:
    """A form drawn twelve times by a form drawn twelve times by …"""
    inner = made.make_stream(b"0 0 500 500 re f " * 20)
    inner.Subtype, inner.BBox, inner.Resources = Name.Form, Array([0, 0, 595, 842]), Dictionary()
    for _ in range(8):
        outer = made.make_stream(b"/A Do " * 12)
        outer.Subtype, outer.BBox = Name.Form, Array([0, 0, 595, 842])
        outer.Resources = Dictionary(XObject=Dictionary(A=inner))
        inner = outer
    made.pages[0].obj.Resources = Dictionary(XObject=Dictionary(A=inner))
    made.pages[0].obj.Contents = made.make_stream(b"/A Do " * 12)


def one_picture_a_thousand_times(made: Pdf) -> None:
    image_of(made, 3000, 3000, zlib.compress(bytes(27_000_000)), Filter=Name.FlateDecode)
    made.pages[0].obj.Contents = made.make_stream(b"500 0 0 500 0 0 cm " + b"/I Do " * 1000)


@pytest.mark.parametrize(
    "trap",
    [
        laughing,
        one_picture_a_thousand_times,
        content_bomb,
        lambda made: content_bomb(made, Subtype=Name.Image, Width=1, Height=1),
        form_bombs,
        twice_packed,
    ],
    ids=[
        "forms of forms",
        "one picture again and again",
        "operators",
        "operators called a picture",
        "many forms",
        "packed twice",
    ],
)
def test_what_grows_without_measure_is_refused_early(trap: object):
    found = inspect(pdf(trap), "a.pdf")  # type: ignore[arg-type]
    assert list(found.codes) == [Code.FILE_TOO_COMPLEX]
    assert found.cost is not None
    assert found.cost.cpu_ms < 400
    assert found.cost.peak_mb < 200


def test_an_object_stream_that_grows_without_measure_is_refused_early():
    found = inspect(making.object_stream(zlib.compress(b"5 0 " + b" " * 100_000_000 + b"<<>>", 9)), "a.pdf")
    assert not found.accepted
    assert found.cost is not None
    assert found.cost.cpu_ms < 400
    assert found.cost.peak_mb < 200
    assert codes(making.object_stream(zlib.compress(b"5 0 <</S/Launch>>"))) == [Code.PDF_ACTIVE_CONTENT]
    assert codes(making.object_stream(zlib.compress(b"5 0 <</S/Span>>"))) == []


def test_a_pdf_of_too_many_objects_is_refused_before_anybody_parses_it():
    body = b"".join(b"%d 0 obj[]endobj\n" % at for at in range(4, 60_000))
    found = inspect(b"%PDF-1.4\n" + body + b"startxref\n0\n%%EOF\n", "a.pdf")
    assert list(found.codes) == [Code.FILE_TOO_COMPLEX]
    assert found.cost is None


def test_a_pdf_whose_table_is_lost_is_mended_and_still_searched():
    def without_table(made: bytes) -> bytes:
        at = made.rindex(b"startxref")
        return made[:at] + b"startxref\n7\n%%EOF\n"

    assert codes(without_table(pdf())) == []
    assert codes(without_table(pdf(ACTIVE["script when opened"]))) == [Code.PDF_ACTIVE_CONTENT]


def test_an_endless_chain_of_actions_is_followed_no_further_than_needed():
    def change(made: Pdf) -> None:
        turn = made.make_indirect(action("GoTo", D=Array([])))
        turn.Next = turn
        made.Root.OpenAction = turn

    assert codes(pdf(change)) == [Code.PDF_ACTIVE_CONTENT]

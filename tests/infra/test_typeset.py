"""Papers are set with Cyrillic, tagged, from data that can not become a command, and within limits."""

import io

import pikepdf
import pypdfium2
import pytest

from medportal.infra import typeset
from medportal.infra.errors import TypesetError

TEMPLATE = """
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set page(paper: "a4")
#set text(lang: "ru", font: "Golos Text", size: 11pt)
= #data.title
#data.name
"""
SQUARE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4H0z"/></svg>'


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_a_paper_holds_its_words_in_cyrillic_and_says_its_title_and_language():
    made = typeset.pdf(TEMPLATE, {"title": "Свидетельство № 7", "name": "Щукина-Юрьева Алёна Игоревна — «врач»"})
    assert "Щукина-Юрьева Алёна Игоревна — «врач»" in text_of(made)
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert opened.Root.Lang == "ru"
        assert opened.Root.MarkInfo.Marked
        assert opened.open_metadata()["dc:title"] == "Свидетельство № 7"
        assert opened.open_metadata()["pdfuaid:part"] == "1"
        fonts = {str(font["/BaseFont"]) for page in opened.pages for font in page.Resources.Font.values()}
        assert all("GolosText" in name for name in fonts), fonts


@pytest.mark.parametrize(
    "name", ['#panic("x")', "*bold*", '"; #read("/etc/passwd")', '#include "x"', "$ x $", "] #box[", "\\u{41}"]
)
def test_what_a_person_typed_is_set_and_never_run(name):
    assert name in text_of(typeset.pdf(TEMPLATE, {"title": "Проба", "name": name}))


def test_a_template_reads_the_files_it_was_given_and_no_others():
    with_picture = TEMPLATE + '\n#image("square.svg", width: 1cm, alt: "Квадрат")'
    assert typeset.pdf(with_picture, {"title": "Проба", "name": "x"}, files={"square.svg": SQUARE})
    for path in ("/etc/passwd", "../../../../etc/passwd"):
        with pytest.raises(TypesetError):
            typeset.pdf(TEMPLATE + f'\n#read("{path}")', {"title": "Проба", "name": "x"})
    with pytest.raises(ValueError, match="named like"):
        typeset.pdf(TEMPLATE, {}, files={"../evil.svg": SQUARE})


def test_a_paper_that_screen_readers_could_not_read_is_refused():
    with pytest.raises(TypesetError, match="alt"):
        typeset.pdf(TEMPLATE + '\n#image("square.svg")', {"title": "П", "name": "x"}, files={"square.svg": SQUARE})


def test_a_paper_that_takes_too_long_is_given_up():
    endless = TEMPLATE + "\n#let n = 0\n#while true { n += 1; if n < 0 { break } }"
    with pytest.raises(TypesetError):
        typeset.pdf(endless, {"title": "Проба", "name": "x"}, seconds=0.7)


def test_no_package_is_fetched():
    with pytest.raises(TypesetError):
        typeset.pdf('#import "@preview/cetz:0.3.4"\n' + TEMPLATE, {"title": "Проба", "name": "x"}, seconds=10)


def test_an_error_tells_nothing_of_the_data():
    with pytest.raises(TypesetError) as told:
        typeset.pdf(TEMPLATE + "\n#data.absent", {"title": "Проба", "name": "Иванова"})
    assert "Иванова" not in str(told.value)


def test_a_sign_the_typeface_does_not_have_is_replaced_and_the_paper_is_set():
    source = """#let data = json(bytes(sys.inputs.data))
#set document(title: "t")
#set text(lang: "ru", font: "Golos Text")
#data.words.at(0)"""
    typed = "Врач 😀 ½ ﬁ Ａ ≥ 3\nстрока"
    words = pypdfium2.PdfDocument(typeset.pdf(source, {"words": [typed]}))[0].get_textpage().get_text_range()
    assert "Врач ?" in words
    assert "fi A >= 3" in words

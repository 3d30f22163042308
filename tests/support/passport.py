"""The passport of an invented person, drawn: two pages as a scanner would hand them over, with ОБРАЗЕЦ across them."""

import json

import typst

from medportal.demonstration.invented import Invented

_PPI = 200
_PAGE = """
#let said = json(bytes(sys.inputs.said))
#let height = if said.page == "photo" { 176mm } else { 88mm }
#set page(width: 125mm, height: height, margin: 0mm, fill: rgb("#f2e6e2"))
#set text(font: "DejaVu Sans Mono", fill: rgb("#221a1c"), size: 10pt, ligatures: false)
#let at(x, y, body) = place(dx: x * 1mm, dy: y * 1mm, body)
#let label(x, y, words) = at(x, y, text(size: 6pt, fill: rgb("#7a3040"), words))
#for line in range(40) { at(0, line * 4.3, curve(
  stroke: 0.25pt + rgb("#d2b3b8"), curve.move((0mm, 0mm)),
  ..range(5).map(each => curve.cubic((each * 25mm + 8mm, -5mm), (each * 25mm + 17mm, 5mm), (each * 25mm + 25mm, 0mm))),
)) }
#let number(y) = at(108, y, rotate(90deg, reflow: true, text(size: 13pt, fill: rgb("#b01020"), said.number)))
#let photo() = {
  at(27, 6, text(size: 13pt, weight: "bold", fill: rgb("#8a2036"), "РОССИЙСКАЯ ФЕДЕРАЦИЯ"))
  label(9, 14, "Паспорт выдан")
  at(14, 17, said.issuer)
  label(9, 47, "Дата выдачи")
  at(26, 46, said.issued_on)
  label(58, 47, "Код подразделения")
  at(82, 46, said.division_code)
  number(21.5)
  at(0, 87.5, line(length: 125mm, stroke: 1pt + rgb("#cbb0ac")))
  number(105)
  at(9, 97.5, rect(width: 34mm, height: 43mm, fill: rgb("#cfcfd3"), stroke: 0.4pt))
  at(19, 105, circle(radius: 7mm, fill: rgb("#9a9088")))
  at(12, 124, rotate(-50deg, text(size: 14pt, fill: rgb("#d0605866"), weight: "bold", "ОБРАЗЕЦ")))
  for (place, (name, words)) in said.names.pairs().enumerate() {
    label(47, 99 + place * 9, name)
    at(62, 98 + place * 9, words)
  }
  label(47, 127, "Пол")
  at(53, 126, said.sex)
  label(66, 127, "Дата рождения")
  at(84, 126, said.birth_date)
  at(0, 155, rect(width: 125mm, height: 21mm, fill: rgb("#f7f3f0")))
  for (row, line) in said.mrz.enumerate() { at(5.5, 160 + row * 6.4, text(size: 11.6pt, fill: black, line)) }
}
#let registration() = {
  set text(fill: rgb("#3f3a86"), size: 9pt)
  at(37, 3.5, text(size: 11pt, weight: "bold", fill: rgb("#8a2036"), "МЕСТО ЖИТЕЛЬСТВА"))
  at(9, 13, rect(width: 93mm, height: 66mm, stroke: 1.4pt + rgb("#3f3a86")))
  at(36, 15.5, text(size: 11pt, weight: "bold", "ЗАРЕГИСТРИРОВАН"))
  for (place, (name, words)) in said.stamp.pairs().enumerate() {
    at(12, 24 + place * 7, [#text(size: 7pt, name) #h(1mm) #words])
  }
  at(12, 67, [#text(size: 7pt)[Дом] #h(1mm) #said.house])
  at(70, 67, [#text(size: 7pt)[Кв.] #h(1mm) #said.flat])
  at(70, 73, text(size: 9pt, fill: rgb("#c05050"), "ОБРАЗЕЦ"))
  number(21.5)
}
#if said.page == "photo" { photo() } else { registration() }
"""


def photo_page(person: Invented) -> bytes:
    """The spread with the photo as a PNG: names, numbers and the lines of code say what the person's answers say."""
    paper = person.passport
    names = {"Фамилия": person.surname, "Имя": person.given_name, "Отчество": person.patronymic or ""}
    return _drawn(
        person,
        page="photo",
        issuer=paper.issuer.upper(),
        issued_on=f"{paper.issued_on:%d.%m.%Y}",
        division_code=paper.division_code,
        names={name: words.upper() for name, words in names.items()},
        sex="МУЖ." if person.sex == "M" else "ЖЕН.",
        birth_date=f"{person.birth_date:%d.%m.%Y}",
        mrz=person.mrz,
    )


def registration_page(person: Invented) -> bytes:
    """The page with the stamp of registration as a PNG."""
    home = person.address
    stamp = {
        "Дата рег.": f"{person.passport.issued_on:%d.%m.%Y}",
        "Регион": home.region,
        "Район": "",
        "Пункт": f"Г. {home.city}",
        "Улица": home.street,
    }
    return _drawn(
        person,
        page="registration",
        stamp={name: words.upper() for name, words in stamp.items()},
        house=home.house,
        flat=home.flat,
    )


def _drawn(person: Invented, **said: object) -> bytes:
    number = f"{person.passport.series[:2]} {person.passport.series[2:]} {person.passport.number}"
    inputs = {"said": json.dumps({"number": number, **said}, ensure_ascii=False)}
    made = typst.compile(_PAGE.encode(), format="png", ppi=_PPI, sys_inputs=inputs, ignore_system_fonts=True)
    if not isinstance(made, bytes):
        raise TypeError("one page came out as several")
    return made

"""The invented people known to the demonstration registers, and what each of them shows."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from medportal.demonstration.invented import (
    Address,
    Invented,
    Passport,
    Proof,
    Work,
    inn,
    ogrn,
    snils,
)
from medportal.kernel.text import Text

PROVES: Final[dict[Proof, Text]] = {
    Proof.ALL_GOOD: Text(
        ru="Все реестры подтверждают данные.",
        en="Every register confirms the answers.",
    ),
    Proof.NAME_MISMATCH: Text(
        ru="СФР знает этого человека под другим написанием имени: «Наталия», а не «Наталья».",
        en="The Social Fund knows this person by another spelling of the given name: «Наталия», not «Наталья».",
    ),
    Proof.BIRTH_DATE_MISMATCH: Text(
        ru="В СФР записана другая дата рождения: цифры дня переставлены.",
        en="The Social Fund holds another birth date: the digits of the day are swapped.",
    ),
    Proof.SNILS_UNKNOWN: Text(
        ru="СФР не находит человека с такими данными.",
        en="The Social Fund finds nobody with these answers.",
    ),
    Proof.INN_OF_ANOTHER: Text(
        ru="ФНС знает этого человека под другим ИНН.",
        en="The Tax Service knows this person by another INN.",
    ),
    Proof.REGISTER_DOWN: Text(
        ru="Реестр СФР около сорока секунд не работает, затем отвечает. Портал переспросит его без участия человека.",
        en="The Social Fund register is down for about forty seconds, then answers. The portal asks again by itself.",
    ),
    Proof.REGISTER_SLOW: Text(
        ru="Реестр СФР принимает запрос, а ответ готовит дольше, чем портал ждёт за один раз.",
        en="The Social Fund register accepts the request but takes longer to answer than the portal waits in one go.",
    ),
    Proof.REGISTER_GARBAGE: Text(
        ru="Реестр СФР отвечает на запрос бессмыслицей. Проверка ждёт и повторяется, в данных человека ошибки нет.",
        en="The Social Fund register answers with nonsense. The check waits and is repeated; the person did nothing wrong.",
    ),
    Proof.PASSPORT_REPLACED: Text(
        ru="По сведениям МВД этот паспорт заменён другим и недействителен.",
        en="According to the Interior Ministry this passport was replaced and is no longer valid.",
    ),
    Proof.HOLDER_DECEASED: Text(
        ru="По сведениям МВД владелец паспорта умер.",
        en="According to the Interior Ministry the holder of this passport has died.",
    ),
}

_MOSCOW = Address("101000", "Москва", "Москва", "Примерная улица", "1", "1")
_PETERSBURG = Address("190000", "Санкт-Петербург", "Санкт-Петербург", "Учебный переулок", "7", "12")
_SAMARA = Address("443000", "Самарская область", "Самара", "улица Образцовая", "24", "5")
_POLYCLINIC = ogrn("123990000001")
_HOSPITAL = ogrn("123990000002")
_MOSCOW_ISSUER = ("ГУ МВД России по г. Москве", "770-001")
_PETERSBURG_ISSUER = (
    "ГУ МВД России по г. Санкт-Петербургу и Ленинградской области",
    "780-001",
)
_SAMARA_ISSUER = ("ГУ МВД России по Самарской области", "630-001")


@dataclass(frozen=True, slots=True)
class _Name:
    key: str
    surname: str
    given_name: str
    patronymic: str | None
    sex: Literal["M", "F"]


def _invent(
    serial: int,
    proves: Proof,
    name: _Name,
    birth_date: date,
    papers: tuple[str, date, tuple[str, str]],
    *,
    work: Work,
) -> Invented:
    series, issued_on, (issuer, division_code) = papers
    addresses = {"770": _MOSCOW, "780": _PETERSBURG, "630": _SAMARA}
    return Invented(
        key=name.key,
        proves=proves,
        says=PROVES[proves],
        surname=name.surname,
        given_name=name.given_name,
        patronymic=name.patronymic,
        birth_date=birth_date,
        sex=name.sex,
        phone=f"+7900000{serial:04d}",
        email=f"{name.key}@example.com",
        snils=snils(f"98700{serial:04d}"),
        inn=inn(f"{division_code[:2]}9900{serial:04d}"),
        passport=Passport(series, f"90{serial:04d}", issued_on, issuer, division_code),
        address=addresses[division_code[:3]],
        work=work,
    )


PEOPLE: Final[tuple[Invented, ...]] = (
    _invent(
        101,
        Proof.ALL_GOOD,
        _Name("anna.primerova", "Примерова", "Анна", "Сергеевна", "F"),
        date(1994, 3, 7),
        ("4514", date(2014, 6, 20), _MOSCOW_ISSUER),
        work=Work("врач-терапевт участковый", "Терапия", employer_ogrn=_POLYCLINIC),
    ),
    _invent(
        102,
        Proof.ALL_GOOD,
        _Name("timur.vydumkin", "Выдумкин", "Тимур", None, "M"),
        date(1996, 11, 30),
        ("4517", date(2017, 1, 17), _MOSCOW_ISSUER),
        work=Work("врач-хирург", "Хирургия", employer_ogrn=_HOSPITAL),
    ),
    _invent(
        103,
        Proof.ALL_GOOD,
        _Name("vera.skazkina", "Сказкина-Небывалова", "Вера", "Андреевна", "F"),
        date(1993, 8, 14),
        ("4018", date(2018, 9, 5), _PETERSBURG_ISSUER),
        work=Work("врач-педиатр участковый", "Педиатрия", employer_ogrn=_POLYCLINIC),
    ),
    _invent(
        104,
        Proof.ALL_GOOD,
        _Name("semyon.yolochkin", "Ёлочкин", "Семён", "Фёдорович", "M"),
        date(1976, 12, 31),
        ("3622", date(2022, 1, 18), _SAMARA_ISSUER),
        work=Work(
            "врач-стоматолог-терапевт",
            "Стоматология терапевтическая",
            licence_number="Л041-01184-63/00000104",
        ),
    ),
    _invent(
        105,
        Proof.NAME_MISMATCH,
        _Name("natalya.opechatkina", "Опечаткина", "Наталья", "Викторовна", "F"),
        date(1991, 5, 22),
        ("4511", date(2011, 6, 10), _MOSCOW_ISSUER),
        work=Work("врач-невролог", "Неврология", employer_ogrn=_HOSPITAL),
    ),
    _invent(
        106,
        Proof.BIRTH_DATE_MISMATCH,
        _Name("igor.kalendaryov", "Календарёв", "Игорь", "Павлович", "M"),
        date(1979, 3, 12),
        ("4524", date(2024, 4, 2), _MOSCOW_ISSUER),
        work=Work("врач-кардиолог", "Кардиология", employer_ogrn=_HOSPITAL),
    ),
    _invent(
        107,
        Proof.SNILS_UNKNOWN,
        _Name("olga.nevedomova", "Неведомова", "Ольга", "Романовна", "F"),
        date(1998, 1, 25),
        ("4018", date(2018, 2, 13), _PETERSBURG_ISSUER),
        work=Work("врач-офтальмолог", "Офтальмология", employer_ogrn=_POLYCLINIC),
    ),
    _invent(
        108,
        Proof.INN_OF_ANOTHER,
        _Name("artyom.dvoynyashkin", "Двойняшкин", "Артём", "Денисович", "M"),
        date(1992, 10, 3),
        ("4513", date(2013, 4, 16), _MOSCOW_ISSUER),
        work=Work(
            "врач-травматолог-ортопед",
            "Травматология и ортопедия",
            employer_ogrn=_HOSPITAL,
        ),
    ),
    _invent(
        109,
        Proof.REGISTER_DOWN,
        _Name("lidiya.ozhidalova", "Ожидалова", "Лидия", "Максимовна", "F"),
        date(1995, 7, 1),
        ("4015", date(2015, 7, 28), _PETERSBURG_ISSUER),
        work=Work("врач-эндокринолог", "Эндокринология", employer_ogrn=_POLYCLINIC),
    ),
    _invent(
        110,
        Proof.REGISTER_SLOW,
        _Name("gleb.tikhokhodov", "Тихоходов", "Глеб", "Антонович", "M"),
        date(1990, 2, 9),
        ("4510", date(2010, 3, 2), _MOSCOW_ISSUER),
        work=Work("врач-рентгенолог", "Рентгенология", employer_ogrn=_HOSPITAL),
    ),
    _invent(
        111,
        Proof.REGISTER_GARBAGE,
        _Name("darya.pomekhina", "Помехина", "Дарья", "Олеговна", "F"),
        date(1997, 9, 19),
        ("3617", date(2017, 10, 6), _SAMARA_ISSUER),
        work=Work("врач-дерматовенеролог", "Дерматовенерология", employer_ogrn=_POLYCLINIC),
    ),
    _invent(
        112,
        Proof.PASSPORT_REPLACED,
        _Name("irina.obmenova", "Обменова", "Ирина", "Юрьевна", "F"),
        date(1989, 4, 4),
        ("4509", date(2009, 4, 28), _MOSCOW_ISSUER),
        work=Work("врач-акушер-гинеколог", "Акушерство и гинекология", employer_ogrn=_HOSPITAL),
    ),
    _invent(
        113,
        Proof.HOLDER_DECEASED,
        _Name("arkadiy.minuvshin", "Минувшин", "Аркадий", "Львович", "M"),
        date(1958, 6, 15),
        ("3604", date(2004, 8, 11), _SAMARA_ISSUER),
        work=Work("врач-психиатр", "Психиатрия", employer_ogrn=_HOSPITAL),
    ),
)


def person(key: str) -> Invented:
    """The invented person with this key.

    Raises:
        KeyError: nobody has it.
    """
    return {each.key: each for each in PEOPLE}[key]


def proving(proof: Proof) -> Invented:
    """The first invented person who shows this."""
    return next(each for each in PEOPLE if each.proves is proof)

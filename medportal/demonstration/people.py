"""The invented people known to the demonstration registers, and what each of them shows."""

from datetime import date
from typing import Final

from medportal.demonstration.invented import Invented, Proof, Work
from medportal.demonstration.inventing import (
    HOSPITAL,
    MOSCOW_ISSUER,
    PETERSBURG_ISSUER,
    POLYCLINIC,
    SAMARA_ISSUER,
    Name,
    invent,
)
from medportal.demonstration.proofs import PROVES

__all__ = ["PEOPLE", "PROVES", "person", "proving"]

PEOPLE: Final[tuple[Invented, ...]] = (
    invent(
        101,
        Proof.ALL_GOOD,
        Name("anna.primerova", "Примерова", "Анна", "Сергеевна", "F"),
        date(1994, 3, 7),
        ("4514", date(2014, 6, 20), MOSCOW_ISSUER),
        work=Work("врач-терапевт участковый", "Терапия", employer_ogrn=POLYCLINIC),
    ),
    invent(
        102,
        Proof.ALL_GOOD,
        Name("timur.vydumkin", "Выдумкин", "Тимур", None, "M"),
        date(1996, 11, 30),
        ("4517", date(2017, 1, 17), MOSCOW_ISSUER),
        work=Work("врач-хирург", "Хирургия", employer_ogrn=HOSPITAL),
    ),
    invent(
        103,
        Proof.ALL_GOOD,
        Name("vera.skazkina", "Сказкина-Небывалова", "Вера", "Андреевна", "F"),
        date(1993, 8, 14),
        ("4018", date(2018, 9, 5), PETERSBURG_ISSUER),
        work=Work("врач-педиатр участковый", "Педиатрия", employer_ogrn=POLYCLINIC),
    ),
    invent(
        104,
        Proof.ALL_GOOD,
        Name("semyon.yolochkin", "Ёлочкин", "Семён", "Фёдорович", "M"),
        date(1976, 12, 31),
        ("3622", date(2022, 1, 18), SAMARA_ISSUER),
        work=Work(
            "врач-стоматолог-терапевт",
            "Стоматология терапевтическая",
            licence_number="Л041-01184-63/00000104",
        ),
    ),
    invent(
        105,
        Proof.NAME_MISMATCH,
        Name("natalya.opechatkina", "Опечаткина", "Наталья", "Викторовна", "F"),
        date(1991, 5, 22),
        ("4511", date(2011, 6, 10), MOSCOW_ISSUER),
        work=Work("врач-невролог", "Неврология", employer_ogrn=HOSPITAL),
    ),
    invent(
        106,
        Proof.BIRTH_DATE_MISMATCH,
        Name("igor.kalendaryov", "Календарёв", "Игорь", "Павлович", "M"),
        date(1979, 3, 12),
        ("4524", date(2024, 4, 2), MOSCOW_ISSUER),
        work=Work("врач-кардиолог", "Кардиология", employer_ogrn=HOSPITAL),
    ),
    invent(
        107,
        Proof.SNILS_UNKNOWN,
        Name("olga.nevedomova", "Неведомова", "Ольга", "Романовна", "F"),
        date(1998, 1, 25),
        ("4018", date(2018, 2, 13), PETERSBURG_ISSUER),
        work=Work("врач-офтальмолог", "Офтальмология", employer_ogrn=POLYCLINIC),
    ),
    invent(
        108,
        Proof.INN_OF_ANOTHER,
        Name("artyom.dvoynyashkin", "Двойняшкин", "Артём", "Денисович", "M"),
        date(1992, 10, 3),
        ("4513", date(2013, 4, 16), MOSCOW_ISSUER),
        work=Work(
            "врач-травматолог-ортопед",
            "Травматология и ортопедия",
            employer_ogrn=HOSPITAL,
        ),
    ),
    invent(
        109,
        Proof.REGISTER_DOWN,
        Name("lidiya.ozhidalova", "Ожидалова", "Лидия", "Максимовна", "F"),
        date(1995, 7, 1),
        ("4015", date(2015, 7, 28), PETERSBURG_ISSUER),
        work=Work("врач-эндокринолог", "Эндокринология", employer_ogrn=POLYCLINIC),
    ),
    invent(
        110,
        Proof.REGISTER_SLOW,
        Name("gleb.tikhokhodov", "Тихоходов", "Глеб", "Антонович", "M"),
        date(1990, 2, 9),
        ("4510", date(2010, 3, 2), MOSCOW_ISSUER),
        work=Work("врач-рентгенолог", "Рентгенология", employer_ogrn=HOSPITAL),
    ),
    invent(
        111,
        Proof.REGISTER_GARBAGE,
        Name("darya.pomekhina", "Помехина", "Дарья", "Олеговна", "F"),
        date(1997, 9, 19),
        ("3617", date(2017, 10, 6), SAMARA_ISSUER),
        work=Work("врач-дерматовенеролог", "Дерматовенерология", employer_ogrn=POLYCLINIC),
    ),
    invent(
        112,
        Proof.PASSPORT_REPLACED,
        Name("irina.obmenova", "Обменова", "Ирина", "Юрьевна", "F"),
        date(1989, 4, 4),
        ("4509", date(2009, 4, 28), MOSCOW_ISSUER),
        work=Work("врач-акушер-гинеколог", "Акушерство и гинекология", employer_ogrn=HOSPITAL),
    ),
    invent(
        113,
        Proof.HOLDER_DECEASED,
        Name("arkadiy.minuvshin", "Минувшин", "Аркадий", "Львович", "M"),
        date(1958, 6, 15),
        ("3604", date(2004, 8, 11), SAMARA_ISSUER),
        work=Work("врач-психиатр", "Психиатрия", employer_ogrn=HOSPITAL),
    ),
    invent(
        114,
        Proof.POLICY_CLOSED,
        Name("yakov.zakrytov", "Закрытов", "Яков", "Ильич", "M"),
        date(1993, 1, 19),
        ("4513", date(2013, 2, 12), MOSCOW_ISSUER),
        work=Work("врач-уролог", "Урология", employer_ogrn=POLYCLINIC),
    ),
    invent(
        115,
        Proof.DIPLOMA_UNKNOWN,
        Name("nina.bezvestnaya", "Безвестная", "Нина", "Глебовна", "F"),
        date(1995, 12, 8),
        ("4016", date(2016, 1, 14), PETERSBURG_ISSUER),
        work=Work("врач-инфекционист", "Инфекционные болезни", employer_ogrn=HOSPITAL),
    ),
    invent(
        116,
        Proof.DIPLOMA_IN_ANOTHER_NAME,
        Name("raisa.novofamilnaya", "Новофамильная", "Раиса", "Тимуровна", "F"),
        date(1994, 10, 11),
        ("4519", date(2019, 11, 6), MOSCOW_ISSUER),
        work=Work("врач-эндокринолог", "Эндокринология", employer_ogrn=HOSPITAL),
    ),
    invent(
        117,
        Proof.ACCREDITATION_ANNULLED,
        Name("fyodor.lishenov", "Лишенов", "Фёдор", "Маркович", "M"),
        date(1992, 4, 27),
        ("4512", date(2012, 5, 15), MOSCOW_ISSUER),
        work=Work("врач-хирург", "Хирургия", employer_ogrn=POLYCLINIC),
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

"""Labels, hints and templates of the inputs, titles of the forms."""

from medportal.kernel.text import Text

TITLES: dict[str, Text] = {
    "about": Text(ru="О вас", en="About you"),
    "policy": Text(ru="Полис ОМС", en="OMS policy"),
    "diploma": Text(ru="Диплом", en="Diploma"),
    "internship": Text(ru="Интернатура", en="Internship"),
    "residency": Text(ru="Ординатура", en="Residency"),
    "training": Text(ru="Курсы и повышение квалификации", en="Courses and further training"),
    "certificate": Text(ru="Сертификат специалиста", en="Specialist certificate"),
    "accreditation": Text(ru="Аккредитация специалиста", en="Accreditation of the specialist"),
    "employment": Text(ru="Место работы", en="Place of work"),
    "licence": Text(ru="Лицензия организации или ИП", en="Licence of the organisation or sole trader"),
    "region": Text(ru="Право работать в регионе", en="Right to work in the region"),
}

LABELS: dict[str, Text] = {
    "full_name": Text(ru="Фамилия, имя и отчество в кабинете", en="Name in the cabinet"),
    "birth_date": Text(ru="Дата рождения", en="Date of birth"),
    "sex": Text(ru="Пол", en="Sex"),
    "policy_kind": Text(ru="Вид полиса", en="Kind of policy"),
    "enp": Text(ru="Номер полиса (ЕНП)", en="Policy number (ENP)"),
    "temporary_number": Text(ru="Номер временного свидетельства", en="Number of the temporary certificate"),
    "temporary_until": Text(ru="Действует до", en="Valid until"),
    "old_series": Text(ru="Серия полиса", en="Policy series"),
    "old_number": Text(ru="Номер полиса", en="Policy number"),
    "policy_issued_on": Text(ru="Дата выдачи полиса", en="Policy’s date of issue"),
    "holder": Text(ru="Фамилия, имя и отчество в полисе", en="Name in the policy"),
    "institution": Text(ru="Учебное заведение", en="Institution"),
    "institution_other": Text(ru="Моего учебного заведения нет в списке", en="My institution is not in the list"),
    "level": Text(ru="Уровень образования", en="Level of education"),
    "base_speciality": Text(ru="Специальность по диплому", en="Speciality of the diploma"),
    "speciality": Text(ru="Специальность", en="Speciality"),
    "begun_year": Text(ru="Год поступления", en="Year of entry"),
    "ended_year": Text(ru="Год окончания", en="Year of graduation"),
    "series": Text(ru="Серия документа", en="Document series"),
    "no_series": Text(ru="Документ без серии", en="The document has no series"),
    "number": Text(ru="Номер документа", en="Document number"),
    "issued_on": Text(ru="Дата выдачи", en="Date of issue"),
    "is_duplicate": Text(ru="Это дубликат документа", en="This is a duplicate of the document"),
    "theme": Text(ru="Программа обучения", en="Programme"),
    "hours": Text(ru="Часы", en="Hours"),
    "admission_number": Text(ru="Номер документа", en="Document number"),
    "accreditation_kind": Text(ru="Вид аккредитации", en="Kind of accreditation"),
    "expires_on": Text(ru="Действует до", en="Valid until"),
    "organisation": Text(ru="Организация", en="Organisation"),
    "frmo_oid": Text(ru="OID организации в ФРМО", en="The organisation’s FRMO OID"),
    "order_number": Text(ru="Номер приказа или договора", en="Number of the order or contract"),
    "position": Text(ru="Должность", en="Position"),
    "licensee": Text(ru="Кому выдана лицензия", en="Licensee"),
    "licence_number": Text(ru="Номер лицензии", en="Licence number"),
    "region": Text(ru="Регион", en="Region"),
    "region_issuer": Text(ru="Кто выдал документ", en="Who issued the document"),
}

HINTS: dict[str, Text] = {
    "enp": Text(
        ru="16 цифр на лицевой стороне. В старых анкетах этот же номер называют ИНП.",
        en="16 digits on the front. Older forms call the same number “INP”.",
    ),
    "temporary_number": Text(ru="9 цифр.", en="9 digits."),
    "temporary_until": Text(ru="День, который указан в свидетельстве.", en="The day that stands on the certificate."),
    "policy_issued_on": Text(
        ru="На бумажном полисе стоит внизу, в выписке из регистра в строке «Дата начала действия».",
        en="At the bottom of a paper policy; in an extract from the register, the line “valid from”.",
    ),
    "holder": Text(
        ru="Как напечатано в полисе. Должно совпадать с личным кабинетом.",
        en="As printed in the policy. It must equal the name in the cabinet.",
    ),
    "institution": Text(
        ru="Начните вводить название, город или сокращение и выберите из списка.",
        en="Begin typing the name, the city or an abbreviation and choose from the list.",
    ),
    "institution_other": Text(
        ru="Тогда документ проверит сотрудник по скану.", en="Then a person will check the document by its scan."
    ),
    "base_speciality": Text(ru="Выберите из перечня ФГОС.", en="Choose from the federal list."),
    "speciality": Text(
        ru="Выберите из номенклатуры специальностей.", en="Choose from the nomenclature of specialities."
    ),
    "series": Text(
        ru="Цифры или русские буквы перед номером. Если серии нет, отметьте это ниже.",
        en="Digits or Russian letters before the number. If there is none, tick the box below.",
    ),
    "number": Text(ru="Без серии и знака «№».", en="Without the series and the sign №."),
    "is_duplicate": Text(
        ru="Отметьте, если оригинал утрачен и вам выдали дубликат.",
        en="Tick if the original was lost and you were given a duplicate.",
    ),
    "admission_number": Text(
        ru="У аккредитации это номер реестровой записи, у сертификата его номер.",
        en="The number of the register entry of an accreditation, or the certificate’s own number.",
    ),
    "frmo_oid": Text(
        ru="Спросите в отделе кадров или найдите в ФРМО по названию.",
        en="Ask the personnel department, or find it in the register of organisations by name.",
    ),
    "licence_number": Text(
        ru="Номер в реестре лицензий на медицинскую деятельность.",
        en="The number in the register of licences for medical activity.",
    ),
    "region_issuer": Text(
        ru="Орган здравоохранения региона. Документ необязателен: единой формы для него нет.",
        en="The region’s health authority. The document is optional: it has no uniform form.",
    ),
}

SAMPLES: dict[str, Text] = {
    "enp": Text(ru="7756410892000128", en="7756410892000128"),
    "temporary_number": Text(ru="123456789", en="123456789"),
    "temporary_until": Text(ru="30.06.2027", en="30.06.2027"),
    "policy_issued_on": Text(ru="15.04.2013", en="15.04.2013"),
    "begun_year": Text(ru="2012", en="2012"),
    "ended_year": Text(ru="2018", en="2018"),
    "series": Text(ru="107724", en="107724"),
    "number": Text(ru="0123456", en="0123456"),
    "issued_on": Text(ru="30.06.2018", en="30.06.2018"),
    "expires_on": Text(ru="12.10.2028", en="12.10.2028"),
    "frmo_oid": Text(ru="1.2.643.5.1.13.13.12.2.77.9001", en="1.2.643.5.1.13.13.12.2.77.9001"),
    "licence_number": Text(ru="Л041-01137-77/00123456", en="Л041-01137-77/00123456"),
    "hours": Text(ru="144", en="144"),
}

CHOICES: dict[str, tuple[tuple[str, Text], ...]] = {
    "policy_kind": (
        ("3", Text(ru="Полис единого образца", en="Unified policy")),
        ("2", Text(ru="Временное свидетельство", en="Temporary certificate")),
        ("1", Text(ru="Полис старого образца", en="Policy of the old form")),
    ),
    "level": (
        ("higher", Text(ru="Высшее", en="Higher")),
        ("secondary", Text(ru="Среднее профессиональное", en="Secondary vocational")),
    ),
    "accreditation_kind": (
        ("primary", Text(ru="Первичная", en="Primary")),
        ("specialised", Text(ru="Первичная специализированная", en="Primary specialised")),
        ("periodic", Text(ru="Периодическая", en="Periodic")),
    ),
    "sex": (
        ("M", Text(ru="Мужской", en="Male")),
        ("F", Text(ru="Женский", en="Female")),
    ),
}

"""Words of imports: states, roles of columns, why rows and files are refused, what identifies a patient."""

from medportal.kernel.text import Text

NOT_MAPPING = Text(
    ru="Столбцы этой загрузки сейчас не сопоставляются. Обновите страницу.",
    en="The columns of this import are not being mapped now. Reload the page.",
)
NOT_OPEN = Text(
    ru="Загрузка уже завершена. Готовую загрузку можно отменить целиком.",
    en="The import is finished already. A finished one can be undone as a whole.",
)
NOT_DONE = Text(ru="Отменить можно только готовую загрузку.", en="Only a finished import can be undone.")
BAD_MAPPING = Text(ru="Один столбец можно выбрать только один раз.", en="A column can be chosen only once.")
REPORT = (
    Text(ru="Строка", en="Row"),
    Text(ru="Поле", en="Field"),
    Text(ru="Почему не принята", en="Why it was not taken"),
)
TROUBLES: dict[str, Text] = {
    "empty": Text(ru="Файл пуст.", en="The file is empty."),
    "unknown_format": Text(
        ru="Это не CSV, XLSX, Parquet и не FHIR. Сохраните данные в одном из этих форматов.",
        en="This is neither CSV, XLSX, Parquet nor FHIR. Save the data in one of these formats.",
    ),
    "encoding": Text(
        ru="Кодировка файла не читается. Сохраните его в UTF-8.",
        en="The encoding of the file cannot be read. Save it in UTF-8.",
    ),
    "truncated": Text(
        ru="Файл обрывается или повреждён. Выгрузите его ещё раз.",
        en="The file is cut off or damaged. Export it once more.",
    ),
    "bomb": Text(
        ru="В распакованном виде файл слишком велик или открывается слишком долго. Сохраните данные в CSV.",
        en="Unpacked, the file is too large or takes too long to open. Save the data as CSV.",
    ),
    "too_large": Text(
        ru="Файл слишком велик: CSV и FHIR — до 1 ГБ, XLSX и Parquet — до 64 МБ.",
        en="The file is too large: CSV and FHIR up to 1 GB, XLSX and Parquet up to 64 MB.",
    ),
    "too_wide": Text(
        ru="В файле больше 1024 столбцов. Оставьте нужные.",
        en="The file has more than 1024 columns. Keep those needed.",
    ),
    "too_long": Text(
        ru="В файле больше 5 миллионов строк. Разделите его по годам.",
        en="The file has more than 5 million rows. Split it by years.",
    ),
    "broken": Text(
        ru="Файл не читается: его строение нарушено. Выгрузите его ещё раз.",
        en="The file cannot be read: its structure is broken. Export it once more.",
    ),
    "locked": Text(
        ru="Книга в старом формате или закрыта паролем. Сохраните её как XLSX без пароля.",
        en="The workbook is of the old format or under a password. Save it as XLSX without one.",
    ),
    "no_table": Text(
        ru="В файле нет посещений, услуг и диагнозов (Encounter, Procedure, Condition).",
        en="The file holds no visits, services or diagnoses (Encounter, Procedure, Condition).",
    ),
    "no_date": Text(ru="Укажите столбец с датой посещения.", en="Choose the column with the date of the visit."),
    "personal": Text(
        ru="Даты стоят в файле вместе с тем, по чему узнают пациента, и отделить их нельзя. "
        "Выгрузите данные без имён и номеров пациентов.",
        en="In this file dates stand together with what identifies a patient and cannot be set apart. "
        "Export the data without names and numbers of patients.",
    ),
    "already": Text(
        ru="Этот файл уже загружен. Ничего не изменилось.", en="This file is here already. Nothing has changed."
    ),
    "lost": Text(ru="Файл не сохранился. Загрузите его ещё раз.", en="The file was not kept. Upload it once more."),
}
REFUSALS: dict[int, Text] = {
    1: Text(ru="Нет даты", en="No date"),
    2: Text(ru="Дата не читается", en="The date cannot be read"),
    3: Text(ru="Дата в будущем", en="The date lies in the future"),
    4: Text(ru="Дата раньше 1970 года", en="The date is before 1970"),
    5: Text(ru="Число не читается", en="The number cannot be read"),
    6: Text(ru="Число меньше нуля", en="The number is below zero"),
    7: Text(ru="Число слишком велико", en="The number is too large"),
    8: Text(ru="Такая строка уже есть", en="This row is here already"),
    9: Text(ru="В строке другое число столбцов", en="The row has another number of columns"),
    10: Text(ru="В ячейке данные пациента", en="The cell holds data of a patient"),
    11: Text(ru="Слишком много разных кодов", en="Too many different codes"),
    12: Text(ru="Посещение отменено", en="The visit was called off"),
    13: Text(ru="Вы исключили эту строку", en="You left this row out"),
}
ROLES: dict[str, Text] = {
    "date": Text(ru="Дата", en="Date"),
    "time": Text(ru="Время начала", en="Time of beginning"),
    "end": Text(ru="Время окончания", en="Time of end"),
    "minutes": Text(ru="Минут", en="Minutes"),
    "visits": Text(ru="Число посещений", en="Number of visits"),
    "no_shows": Text(ru="Число неявок", en="Number of no-shows"),
    "status": Text(ru="Явка или статус", en="Attendance or status"),
    "service": Text(ru="Код услуги", en="Code of the service"),
    "quantity": Text(ru="Количество услуг", en="Number of services"),
    "diagnosis": Text(ru="Диагноз по МКБ-10", en="Diagnosis by ICD-10"),
    "payment": Text(ru="Кто платит", en="Who pays"),
    "place": Text(ru="Место посещения", en="Place of the visit"),
    "age": Text(ru="Возраст пациента", en="Age of the patient"),
    "kind": Text(ru="Первичное или повторное посещение", en="First or repeat visit"),
    "reason": Text(ru="Цель", en="Reason"),
    "rural": Text(ru="Сельский житель", en="Country person"),
    "sick_opened": Text(ru="Листок нетрудоспособности открыт", en="Sick note opened"),
    "sick_closed": Text(ru="Листок нетрудоспособности закрыт", en="Sick note closed"),
    "row_id": Text(ru="Номер строки в вашей системе", en="Number of the row in your system"),
    "visit": Text(ru="Номер посещения, общий для нескольких услуг", en="Number of the visit shared by services"),
}
PERSONAL: dict[str, Text] = {
    "name": Text(ru="имена", en="names"),
    "snils": Text(ru="СНИЛС", en="SNILS"),
    "policy": Text(ru="номера полисов", en="policy numbers"),
    "passport": Text(ru="документы личности", en="identity documents"),
    "address": Text(ru="адреса", en="addresses"),
    "phone": Text(ru="телефоны", en="phones"),
    "email": Text(ru="электронная почта", en="e-mail"),
    "birth_date": Text(ru="даты рождения", en="birth dates"),
    "card": Text(ru="номера карт", en="numbers of records"),
    "patient_id": Text(ru="номера пациентов", en="numbers of patients"),
}
STATES: dict[str, Text] = {
    "received": Text(ru="Файл получен", en="File received"),
    "looking": Text(ru="Читаем файл", en="Reading the file"),
    "mapping": Text(ru="Ждёт сопоставления столбцов", en="Waits for its columns to be mapped"),
    "waiting": Text(ru="В очереди", en="In the queue"),
    "applying": Text(ru="Загружаем строки", en="Taking the rows in"),
    "done": Text(ru="Загружено", en="Taken in"),
    "undone": Text(ru="Загрузка отменена целиком", en="Undone as a whole"),
    "cancelled": Text(ru="Прервано", en="Given up"),
    "failed": Text(ru="Не загружено", en="Not taken in"),
}
ORIGINS: dict[str, Text] = {
    "csv": Text(ru="Файл CSV", en="CSV file"),
    "xlsx": Text(ru="Книга Excel", en="Excel workbook"),
    "parquet": Text(ru="Файл Parquet", en="Parquet file"),
    "fhir": Text(ru="Файл FHIR", en="FHIR file"),
    "hand": Text(ru="Дневные листы", en="Day sheets"),
    "demonstration": Text(ru="Выдуманные годы", en="Invented years"),
}
NOT_SENT = Text(
    ru="Файл не дошёл. Проверьте соединение и отправьте его ещё раз.",
    en="The file did not arrive. Check the connection and send it once more.",
)

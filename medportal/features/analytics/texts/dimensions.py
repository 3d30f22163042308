"""Names of dimensions and of their values."""

from medportal.kernel.text import Text

UNKNOWN = Text(ru="Не указано", en="Not given")
UNKNOWN_CLASS = Text(ru="Коды не из МКБ-10", en="Codes outside ICD-10")
UNNAMED_SERVICE = Text(ru="Код не из номенклатуры", en="Code outside the nomenclature")
VISITS_UNIT = Text(ru="посещений", en="visits")
SERVICES_UNIT = Text(ru="услуг", en="services")

DIMENSIONS: dict[str, Text] = {
    "service": Text(ru="Услуга", en="Service"),
    "diagnosis": Text(ru="Диагноз", en="Diagnosis"),
    "class": Text(ru="Класс МКБ-10", en="ICD-10 class"),
    "payment": Text(ru="Источник оплаты", en="Source of payment"),
    "place": Text(ru="Место", en="Place"),
    "age": Text(ru="Возраст", en="Age"),
    "kind": Text(ru="Первичное или повторное", en="First or repeat"),
    "reason": Text(ru="Цель посещения", en="Reason for the visit"),
    "weekday": Text(ru="День недели", en="Weekday"),
    "hour": Text(ru="Час", en="Hour"),
    "month": Text(ru="Месяц", en="Month"),
    "day": Text(ru="День", en="Day"),
}

BREAKDOWNS: dict[str, Text] = {
    "service": Text(ru="Какие услуги вы оказываете", en="Which services you give"),
    "diagnosis": Text(ru="С какими диагнозами приходят", en="Which diagnoses people come with"),
    "class": Text(ru="Классы болезней по МКБ-10", en="Classes of diseases by ICD-10"),
    "payment": Text(ru="Кто платит за посещения", en="Who pays for the visits"),
    "place": Text(ru="Где проходят посещения", en="Where the visits take place"),
    "age": Text(ru="Возраст пациентов", en="Age of the patients"),
    "kind": Text(ru="Первичные и повторные посещения", en="First and repeat visits"),
    "reason": Text(ru="Зачем приходят", en="Why people come"),
    "weekday": Text(ru="Посещения по дням недели", en="Visits by weekday"),
    "hour": Text(ru="Посещения по часам", en="Visits by hour"),
    "month": Text(ru="Посещения по месяцам", en="Visits by month"),
}

PAYMENTS: dict[int, Text] = {
    0: UNKNOWN,
    1: Text(ru="ОМС", en="Compulsory insurance"),
    2: Text(ru="Федеральный бюджет", en="Federal budget"),
    3: Text(ru="Платно", en="Paid by the patient"),
    4: Text(ru="ДМС", en="Voluntary insurance"),
    5: Text(ru="Другие источники", en="Other sources"),
    8: Text(ru="Региональный бюджет", en="Regional budget"),
    9: Text(ru="Средства организации", en="Means of the institution"),
}
PLACES: dict[int, Text] = {
    0: UNKNOWN,
    1: Text(ru="В поликлинике", en="At the clinic"),
    2: Text(ru="На дому", en="At home"),
    3: Text(ru="Дистанционно", en="Remotely"),
    4: Text(ru="В стационаре", en="In hospital"),
}
AGES: dict[int, Text] = {
    0: UNKNOWN,
    1: Text(ru="До года", en="Under 1"),
    2: Text(ru="1–14 лет", en="1–14"),
    3: Text(ru="15–17 лет", en="15–17"),
    4: Text(ru="18–39 лет", en="18–39"),
    5: Text(ru="40–54 года", en="40–54"),
    6: Text(ru="55–64 года", en="55–64"),
    7: Text(ru="65–79 лет", en="65–79"),
    8: Text(ru="80 лет и старше", en="80 and over"),
}
KINDS: dict[int, Text] = {
    0: UNKNOWN,
    1: Text(ru="Первичное", en="First"),
    2: Text(ru="Повторное", en="Repeat"),
}
REASONS: dict[int, Text] = {
    0: UNKNOWN,
    1: Text(ru="По заболеванию", en="Disease"),
    2: Text(ru="С профилактической целью", en="Preventive"),
    3: Text(ru="Диспансерное наблюдение", en="Follow-up care"),
    4: Text(ru="Другая цель", en="Another reason"),
}
WEEKDAYS: tuple[Text, ...] = (
    Text(ru="Понедельник", en="Monday"),
    Text(ru="Вторник", en="Tuesday"),
    Text(ru="Среда", en="Wednesday"),
    Text(ru="Четверг", en="Thursday"),
    Text(ru="Пятница", en="Friday"),
    Text(ru="Суббота", en="Saturday"),
    Text(ru="Воскресенье", en="Sunday"),
)
MONTHS: tuple[Text, ...] = (
    Text(ru="Январь", en="January"),
    Text(ru="Февраль", en="February"),
    Text(ru="Март", en="March"),
    Text(ru="Апрель", en="April"),
    Text(ru="Май", en="May"),
    Text(ru="Июнь", en="June"),
    Text(ru="Июль", en="July"),
    Text(ru="Август", en="August"),
    Text(ru="Сентябрь", en="September"),
    Text(ru="Октябрь", en="October"),
    Text(ru="Ноябрь", en="November"),
    Text(ru="Декабрь", en="December"),
)
# As they stand under a column, where there is no room for the whole word.
MONTHS_SHORT: tuple[Text, ...] = (
    Text(ru="янв", en="Jan"),
    Text(ru="фев", en="Feb"),
    Text(ru="мар", en="Mar"),
    Text(ru="апр", en="Apr"),
    Text(ru="май", en="May"),
    Text(ru="июн", en="Jun"),
    Text(ru="июл", en="Jul"),
    Text(ru="авг", en="Aug"),
    Text(ru="сен", en="Sep"),
    Text(ru="окт", en="Oct"),
    Text(ru="ноя", en="Nov"),
    Text(ru="дек", en="Dec"),
)
WEEKDAYS_SHORT: tuple[Text, ...] = (
    Text(ru="Пн", en="Mo"),
    Text(ru="Вт", en="Tu"),
    Text(ru="Ср", en="We"),
    Text(ru="Чт", en="Th"),
    Text(ru="Пт", en="Fr"),
    Text(ru="Сб", en="Sa"),
    Text(ru="Вс", en="Su"),
)

"""Titles of columns and words in cells of files, as clinics' systems write them; these are data, not sentences."""

INVENTED = (
    "Номер посещения", "Дата", "Время", "Код услуги", "Диагноз", "Источник оплаты", "Место", "Возраст", "Первичное",
    "Цель", "Минут", "Явка", "Село",
)  # fmt: skip
ARRIVED = "явился"
MISSED = "не явился"
YES = "да"

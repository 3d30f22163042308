"""Words of reviews."""

from typing import Final

from medportal.kernel.text import Text

SUBJECTS: Final[dict[str, Text]] = {
    "document": Text(ru="Документы", en="Documents"),
    "education": Text(ru="Образование", en="Education"),
    "policy": Text(ru="Полисы ОМС", en="OMS policies"),
    "identity": Text(ru="Личность", en="Identity"),
    "duplicate": Text(ru="Повторные регистрации", en="Duplicates"),
}

NOT_FOR_YOU: Final = Text(
    ru="Это действие доступно только сотруднику, который проверяет данные.",
    en="Only staff who verify details may do this.",
)
NO_SUCH_CASE: Final = Text(ru="Такого дела нет.", en="There is no such case.")
YOUR_OWN: Final = Text(
    ru="Это дело касается вас самих или открыто вами, решить его должен другой сотрудник.",
    en="This case is about yourself or was opened by you; a colleague must decide it.",
)
DECIDED_BEFORE: Final = Text(
    ru="По обжалованию решает другой сотрудник: прежнее решение приняли вы.",
    en="An appeal is decided by somebody else: the earlier decision was yours.",
)
MOVED_ON: Final = Text(
    ru="Пока вы смотрели, дело изменилось: его решил или взял коллега. Откройте его ещё раз.",
    en="The case has changed while you were looking: a colleague decided or took it. Open it again.",
)
AT_COLLEAGUE: Final = Text(
    ru="Дело взял другой сотрудник. Чтобы решить его, сначала возьмите его себе.",
    en="A colleague has taken this case. To decide it, take it over first.",
)
CLOSED: Final = Text(ru="По этому делу уже есть решение.", en="This case is decided already.")
TOO_LATE: Final = Text(
    ru="Решение уже вступило в силу, отменить его нельзя.", en="The decision has taken effect and cannot be taken back."
)
NO_REASON: Final = Text(ru="Выберите хотя бы одну причину.", en="Choose at least one reason.")
WRONG_REASON: Final = Text(
    ru="Такая причина сюда не подходит. Выберите другую.",
    en="This reason does not fit here. Choose another.",
)
NOTE_NEEDED: Final = Text(
    ru="Напишите, в чём дело: эта причина сама ничего не объясняет.",
    en="Say what is wrong: this reason explains nothing by itself.",
)
NOTE_TOO_LONG: Final = Text(ru="Не больше 2000 знаков.", en="2000 characters at most.")
NOTE_EMPTY: Final = Text(ru="Напишите заметку.", en="Write the note.")
NOT_HELD: Final = Text(ru="Это дело не отложено.", en="This case is not on hold.")
NOTHING_TO_APPEAL: Final = Text(
    ru="Обжаловать можно отказ, один раз и в течение 30 дней.",
    en="A refusal may be appealed against once, within 30 days.",
)
APPEAL_TITLE: Final = Text(ru="Не согласны с отказом?", en="You do not agree with the refusal?")
APPEAL_HINT: Final = Text(
    ru="Напишите, в чём сотрудник ошибся. Документ заново проверит другой сотрудник. Обжаловать можно один раз, в течение "
    "30 дней.",
    en="Say where the member of staff was wrong. Another one checks the document anew. You may appeal once, within 30 days.",
)
APPEAL_LABEL: Final = Text(ru="Почему решение неверно", en="Why the decision is wrong")
APPEAL_SEND: Final = Text(ru="Отправить на повторную проверку", en="Send to be checked anew")
APPEALED: Final = Text(
    ru="Обжалование отправлено. Решит другой сотрудник, ответ придёт сюда и в уведомления.",
    en="The appeal is sent. Another member of staff decides; the answer comes here and to your notices.",
)
WRONG_DEADLINE: Final = Text(ru="Срок — от 1 до 30 рабочих дней.", en="The deadline is 1 to 30 working days.")

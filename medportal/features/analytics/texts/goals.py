"""Words of goals, norms and the comparison with colleagues."""

from medportal.kernel.text import Plural, Text

TITLE = Text(ru="Цели и сравнение", en="Goals and comparison")
LEAD = Text(
    ru="Чего вы хотите достичь, чего требует должность и как работают коллеги.",
    en="What you want to reach, what the post asks for, and how colleagues work.",
)
PERIOD = Text(ru="Числа на этой странице — за {period}.", en="The figures on this page are for {period}.")
NO_DATA = Text(
    ru="Данных пока нет. Цели и норму можно задать уже сейчас; числа появятся после первой загрузки.",
    en="There are no data yet. Goals and the norm can be set now; figures will appear after the first import.",
)

# Goals
GOALS = Text(ru="Мои цели", en="My goals")
GOALS_LEAD = Text(
    ru="Оставьте поле пустым, если цели нет. Ход виден здесь и на графиках.",
    en="Leave a field empty where you have no goal. Progress is shown here and on the charts page.",
)
NO_GOALS = Text(ru="Целей пока нет. Задайте их ниже.", en="There are no goals yet. Set them below.")
SET_GOALS = Text(ru="Задать или изменить цели", en="Set or change goals")
KEEP_GOALS = Text(ru="Сохранить цели", en="Keep goals")
GOALS_KEPT = Text(ru="Цели сохранены.", en="The goals are kept.")
NAMES: dict[str, Text] = {
    "visits": Text(ru="Посещений в месяц", en="Visits a month"),
    "per_day": Text(ru="Посещений в рабочий день", en="Visits per working day"),
    "load": Text(ru="Нагрузка к норме должности, %", en="Load against the norm of the post, %"),
    "first_share": Text(ru="Доля первичных, %", en="Share of first visits, %"),
    "preventive_share": Text(ru="Доля профилактических, %", en="Share of preventive visits, %"),
    "no_shows": Text(ru="Неявки, не больше, %", en="No-shows, at most, %"),
    "mean_minutes": Text(ru="Среднее время приёма, минут", en="Mean time of a visit, minutes"),
    "home_share": Text(ru="Доля посещений на дому, %", en="Share of home visits, %"),
    "dispensary_share": Text(ru="Доля диспансерных, %", en="Share of follow-up care, %"),
    "services": Text(ru="Услуг в месяц", en="Services a month"),
}
OF_GOAL = Text(ru="{value}; цель — {goal}", en="{value}; the goal is {goal}")
OF_LIMIT = Text(ru="{value}; цель — не больше {goal}", en="{value}; the goal is at most {goal}")
REACHED = Text(ru="достигнута", en="reached")
NOT_YET = Text(ru="{share} пути", en="{share} of the way")
UNKNOWN = Text(ru="нет данных", en="no data")
BAD_NUMBER = Text(
    ru="{title}: нужно число больше нуля, не больше миллиона, например 12,5",
    en="{title}: a number above zero, at most a million, such as 12.5",
)
BAD_SHARE = Text(
    ru="{title}: нужны проценты больше нуля, не больше 100, например 12,5",
    en="{title}: per cent above zero, at most 100, such as 12.5",
)

# The norm of the post
NORM = Text(ru="Норма должности", en="Norm of the post")
NORM_LEAD = Text(
    ru="По ней считается нагрузка: рабочие дни × часы в день × доля ставки × 60 ÷ минуты на посещение.",
    en="The load is reckoned by it: working days × hours a day × share of the post × 60 ÷ minutes a visit.",
)
LISTED = Text(
    ru="В перечне норм для вашей должности: {minutes} мин на посещение по заболеванию, приказ Минздрава № {order}.",
    en="The list of norms for your post: {minutes} min for a visit with a disease, order of the Ministry No. {order}.",
)
NOT_CHECKED = Text(ru="не проверено", en="not checked")
NOT_CHECKED_HINT = Text(
    ru="С текстом приказа число не сверено. Если в вашей организации норма другая, впишите её.",
    en="The number was not compared with the text of the order. If your institution has another norm, write it here.",
)
NOT_LISTED = Text(
    ru="В перечне норм вашей должности нет. Пока не указаны минуты на посещение, нагрузка не считается.",
    en="Your post is not in the list of norms. Until minutes a visit are given, the load is not reckoned.",
)
PLANNED = Text(
    ru="Сейчас по норме выходит {visits} посещений в рабочий день.",
    en="At present the norm makes {visits} visits a working day.",
)
MINUTES = Text(ru="Минут на посещение", en="Minutes a visit")
MINUTES_HINT = Text(ru="Пусто — как в перечне норм", en="Empty: as the list of norms has it")
HOURS = Text(ru="Часов приёма в день", en="Hours a day")
HOURS_HINT = Text(ru="Пусто — 7,8", en="Empty: 7.8")
SHARE = Text(ru="Доля ставки", en="Share of the post")
SHARE_HINT = Text(ru="Пусто — полная ставка, 1", en="Empty: the whole post, 1")
KEEP_NORM = Text(ru="Сохранить норму", en="Keep the norm")
NORM_KEPT = Text(ru="Норма сохранена.", en="The norm is kept.")
BAD_NORM: dict[str, Text] = {
    "minutes": Text(ru="Минут на посещение: число от 1 до 240", en="Minutes a visit: a number from 1 to 240"),
    "hours_a_day": Text(ru="Часов приёма в день: число от 0,5 до 24", en="Hours a day: a number from 0.5 to 24"),
    "share_of_post": Text(ru="Доля ставки: число от 0,1 до 2", en="Share of the post: a number from 0.1 to 2"),
}

# Colleagues
COLLEAGUES = Text(ru="Сравнение с коллегами", en="Comparison with colleagues")
IS_OFF = Text(ru="выключено", en="off")
IS_ON = Text(ru="включено", en="on")
SHARED: tuple[Text, ...] = (
    Text(
        ru="Если включить, сводные числа ваших месяцев войдут в медиану и границы, которые видят другие врачи "
        "вашей специальности и региона. Вы увидите такие же их числа.",
        en="When it is on, the sums of your months go into the median and the bounds that other doctors of your "
        "speciality and region see. You will see the same of theirs.",
    ),
    Text(
        ru="Показатель виден, только если за ним стоят не меньше 10 других врачей. Имя, место работы "
        "и ваши отдельные числа не видны никому из них.",
        en="A figure is shown only where at least 10 other doctors stand behind it. None of them sees your name, "
        "your workplace or your single numbers.",
    ),
    Text(
        ru="Выключить можно в любой момент: ваши числа сразу перестанут участвовать.",
        en="It can be switched off at any moment: your numbers are out at once.",
    ),
)
SWITCH_ON = Text(ru="Включить сравнение", en="Switch the comparison on")
SWITCH_OFF = Text(ru="Выключить сравнение", en="Switch the comparison off")
SWITCHED_ON = Text(ru="Сравнение включено.", en="The comparison is on.")
SWITCHED_OFF = Text(
    ru="Сравнение выключено. Ваши числа в нём больше не участвуют.",
    en="The comparison is off. Your numbers take no part in it any more.",
)
WHO = Text(
    ru="Специальность — {speciality}; регион — {region}. Кроме вас, сравнение включили и имеют данные за период: "
    "{doctors}. Это не все врачи региона, а только они.",
    en="Speciality: {speciality}; region: {region}. Besides you, the comparison is on and there are data of the "
    "period for {doctors}. These are not all doctors of the region, only they.",
)
MOVED = Text(
    ru="Специальность и регион взяты из профиля, когда вы включили сравнение. Если они сменились, "
    "выключите его и включите снова.",
    en="Speciality and region were taken from the profile when you switched the comparison on. If they have changed, "
    "switch it off and on again.",
)
DOCTORS = Plural("врач", "врача", "врачей", "doctor", "doctors")
NOBODY = Text(
    ru="Показать пока нечего: ни за одним показателем не стоят 10 других врачей. Когда их станет достаточно, "
    "числа появятся здесь сами.",
    en="There is nothing to show yet: no figure has 10 other doctors behind it. Once there are enough, "
    "the figures will appear here by themselves.",
)
TOO_FEW = Text(
    ru="Меньше 10 врачей стоят за показателями, поэтому они скрыты: {titles}.",
    en="Fewer than 10 doctors stand behind these figures, so they are hidden: {titles}.",
)
YOURS = Text(ru="у вас", en="yours")
MIDDLE = Text(ru="Медиана коллег: {middle}", en="Median of colleagues: {middle}")
HALF = Text(ru="Половина коллег: от {low} до {high}", en="Half of them: from {low} to {high}")
BEHIND = Text(ru="Посчитано по данным: {doctors}", en="Reckoned from data of {doctors}")
LEGEND = Text(
    ru="Полоса — где находится средняя половина коллег, черта в ней — медиана, точка — вы. "
    "Шкала у каждого показателя своя.",
    en="The band is where the middle half of colleagues lies, the line in it is the median, the dot is you. "
    "Each figure has its own scale.",
)

"""Words about how long documents are kept."""

from medportal.kernel.text import Text

KEPT_FOR_DECISION = Text(
    ru="На этом документе основано решение, поэтому он хранится три года со дня решения. Вам он больше не показывается как действующий.",
    en="A decision rests on this document, so it is kept for three years from that day. It no longer counts as current.",
)

WHY_GONE: dict[str, Text] = {
    "bin": Text(ru="Удалён из корзины по истечении 30 дней", en="Let go from the bin after 30 days"),
    "term": Text(ru="Срок хранения закончился", en="The term of keeping is over"),
}

"""Words about how long documents are kept."""

from medportal.kernel.text import Text

KEPT_FOR_REVIEW = Text(
    ru="По документу принимается решение. До решения он остаётся в корзине.",
    en="The document is being decided upon. It stays in the bin until the decision.",
)
KEPT_FOR_DECISION = Text(
    ru="На этом документе основано решение, поэтому он хранится три года со дня решения. Вам он больше не показывается как действующий.",
    en="A decision rests on this document, so it is kept for three years from that day. It no longer counts as current.",
)

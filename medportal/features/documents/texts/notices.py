"""Words of notices about documents."""

from medportal.kernel.text import Text

MOVES: dict[str, Text] = {
    "verified": Text(ru="{document}: документ подтверждён", en="{document}: the document is confirmed"),
    "fix_needed": Text(ru="{document}: нужно исправить", en="{document}: needs mending"),
    "rejected": Text(ru="{document}: документ отклонён", en="{document}: the document was rejected"),
    "expired": Text(ru="{document}: срок действия закончился", en="{document}: no longer valid"),
}
LOOK = Text(ru="Откройте раздел «Мои документы».", en="Open “My documents”.")
ENDS_SOON = Text(ru="{document}: срок действия скоро закончится", en="{document}: expires soon")
ENDS_ON = Text(
    ru="Документ действует до {day}. Подготовьте новый и загрузите его в разделе «Мои документы».",
    en="The document is valid until {day}. Prepare a new one and upload it under “My documents”.",
)
LETTER = Text(
    ru="{title}.\n\n{body}\n\nПодробности — в разделе «Мои документы» на портале.",
    en="{title}.\n\n{body}\n\nThe details are under “My documents” in the portal.",
)

"""What each proof says to somebody who chooses an invented person."""

from typing import Final

from medportal.demonstration.invented import Proof
from medportal.kernel.text import Text

PROVES: Final[dict[Proof, Text]] = {
    Proof.ALL_GOOD: Text(
        ru="Все реестры подтверждают данные.",
        en="Every register confirms the answers.",
    ),
    Proof.NAME_MISMATCH: Text(
        ru="СФР знает этого человека под другим написанием имени: «Наталия», а не «Наталья».",
        en="The Social Fund knows this person by another spelling of the given name: “Наталия”, not “Наталья”.",
    ),
    Proof.BIRTH_DATE_MISMATCH: Text(
        ru="В СФР записана другая дата рождения: цифры дня переставлены.",
        en="The Social Fund holds another birth date: the digits of the day are swapped.",
    ),
    Proof.SNILS_UNKNOWN: Text(
        ru="СФР не находит человека с такими данными.",
        en="The Social Fund finds nobody with these answers.",
    ),
    Proof.INN_OF_ANOTHER: Text(
        ru="ФНС знает этого человека под другим ИНН.",
        en="The Tax Service knows this person by another INN.",
    ),
    Proof.REGISTER_DOWN: Text(
        ru="Реестр СФР около сорока секунд не работает, затем отвечает. Портал переспросит его без участия человека.",
        en="The Social Fund register is down for about forty seconds, then answers. The portal asks again by itself.",
    ),
    Proof.REGISTER_SLOW: Text(
        ru="Реестр СФР принимает запрос, а ответ готовит дольше, чем портал ждёт за один раз.",
        en="The Social Fund register accepts the request but takes longer to answer than the portal waits in one go.",
    ),
    Proof.REGISTER_GARBAGE: Text(
        ru="Реестр СФР отвечает на запрос бессмыслицей. Проверка ждёт и повторяется, в данных человека ошибки нет.",
        en="The Social Fund register answers with nonsense. The check waits and is repeated; the person did nothing wrong.",
    ),
    Proof.PASSPORT_REPLACED: Text(
        ru="По сведениям МВД этот паспорт заменён другим и недействителен.",
        en="According to the Interior Ministry this passport was replaced and is no longer valid.",
    ),
    Proof.HOLDER_DECEASED: Text(
        ru="По сведениям МВД владелец паспорта умер.",
        en="According to the Interior Ministry the holder of this passport has died.",
    ),
    Proof.POLICY_CLOSED: Text(
        ru="Полис ОМС по сведениям ФОМС закрыт. Остальные реестры подтверждают данные.",
        en="According to the Insurance Fund the OMS policy is closed. Every other register confirms the answers.",
    ),
    Proof.DIPLOMA_UNKNOWN: Text(
        ru="ФРДО не знает диплома: его подтвердит сотрудник портала по скану.",
        en="The register of education documents does not know the diploma: a person of the portal confirms it by its scan.",
    ),
    Proof.DIPLOMA_IN_ANOTHER_NAME: Text(
        ru="Диплом выдан на прежнюю фамилию: понадобится свидетельство о перемене имени.",
        en="The diploma was issued in a former surname: a name-change certificate will be needed.",
    ),
    Proof.ACCREDITATION_ANNULLED: Text(
        ru="По сведениям ФРМР, аккредитация этого специалиста аннулирована.",
        en="According to the Register of Medical Workers this specialist’s accreditation was annulled.",
    ),
}

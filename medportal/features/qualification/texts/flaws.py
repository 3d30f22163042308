"""What is wrong with a record, and what cures it (F63): by the values of `Flaw`."""

from medportal.kernel.text import Text

FLAWS: dict[str, tuple[Text, Text]] = {
    "not_found": (
        Text(ru="Реестр не нашёл такого документа.", en="The register did not find such a document."),
        Text(
            ru="Сверьте серию, номер и дату с документом, исправьте и проверьте ещё раз. Если всё верно, отправьте скан "
            "сотруднику: старых документов в реестре может не быть.",
            en="Compare series, number and date with the document, mend them and check again. If all is right, send the "
            "scan to the staff: the register may lack old documents.",
        ),
    ),
    "holder_differs": (
        Text(ru="Документ выдан на другое имя.", en="The document was issued in another name."),
        Text(
            ru="Если вы меняли имя, загрузите свидетельство о перемене имени или о браке и отправьте запись сотруднику. "
            "Если имя в кабинете с ошибкой, исправьте его.",
            en="If you changed your name, upload the certificate of the change or of marriage and send the record to the "
            "staff. If the name in the cabinet is wrong, correct it.",
        ),
    ),
    "date_differs": (
        Text(ru="Дата выдачи не совпадает с реестром.", en="The date of issue differs from the register."),
        Text(ru="Сверьте дату с документом и исправьте её.", en="Compare the date with the document and mend it."),
    ),
    "institution_differs": (
        Text(
            ru="По сведениям реестра, документ выдало другое учебное заведение.",
            en="According to the register another institution issued the document.",
        ),
        Text(
            ru="Выберите то название, которое стоит в документе.",
            en="Choose the name that stands on the document.",
        ),
    ),
    "annulled": (
        Text(
            ru="Документ аннулирован или заменён дубликатом.",
            en="The document was annulled or replaced by a duplicate.",
        ),
        Text(
            ru="Внесите данные действующего документа. Если это ошибка, обратитесь в организацию, которая его выдала.",
            en="Enter the details of the valid document. If this is a mistake, contact its issuer.",
        ),
    ),
    "policy_unknown": (
        Text(ru="ФОМС не нашёл такого полиса.", en="The Insurance Fund did not find such a policy."),
        Text(
            ru="Сверьте вид полиса и номер, исправьте и проверьте ещё раз.",
            en="Compare the kind and the number of the policy, mend them and check again.",
        ),
    ),
    "policy_closed": (
        Text(ru="По сведениям ФОМС, полис закрыт.", en="According to the Insurance Fund the policy is closed."),
        Text(
            ru="Внесите данные действующего полиса или обратитесь в свою страховую медицинскую организацию.",
            en="Enter the details of a valid policy or contact your insurer.",
        ),
    ),
    "policy_holder_differs": (
        Text(
            ru="Полис записан на другое имя или дату рождения.",
            en="The policy stands in another name or birth date.",
        ),
        Text(
            ru="Сверьте номер полиса. Если он верен, исправьте данные в кабинете или запись в страховой организации.",
            en="Compare the policy’s number. If it is right, correct the cabinet, or have the insurer correct its record.",
        ),
    ),
    "policy_date_differs": (
        Text(
            ru="Дата выдачи полиса не совпадает с реестром.", en="The policy’s date of issue differs from the register."
        ),
        Text(ru="Сверьте дату с полисом и исправьте её.", en="Compare the date with the policy and mend it."),
    ),
    "not_employed": (
        Text(
            ru="ФРМР не числит вас в этой организации.",
            en="The Register of Medical Workers does not have you at this organisation.",
        ),
        Text(
            ru="Проверьте OID организации. Если он верен, попросите отдел кадров внести вас в ФРМР или отправьте скан "
            "приказа сотруднику.",
            en="Check the organisation’s OID. If it is right, ask the personnel department to enter you in the register, or "
            "send a scan of the order to the staff.",
        ),
    ),
    "expired": (
        Text(ru="Срок действия истёк.", en="The term has ended."),
        Text(ru="Внесите данные нового документа.", en="Enter the details of the new document."),
    ),
    "scan_missing": (
        Text(ru="Нужен скан документа.", en="A scan of the document is needed."),
        Text(
            ru="Загрузите скан: документ проверит сотрудник.",
            en="Upload a scan: a person will check the document.",
        ),
    ),
    "number_shared": (
        Text(
            ru="Документ с этим номером внесён и в другой записи; отмечено, что это дубликат.",
            en="A document with this number stands in another record too; it is marked as a duplicate.",
        ),
        Text(ru="Сравните оба документа.", en="Compare both documents."),
    ),
    "institution_unknown": (
        Text(
            ru="Учебного заведения нет в перечне аккредитованных.",
            en="The institution is not in the list of accredited ones.",
        ),
        Text(ru="Проверьте его по скану и другим источникам.", en="Check it by the scan and other sources."),
    ),
    "no_register": (
        Text(ru="Реестра для таких документов нет.", en="There is no register of such documents."),
        Text(ru="Проверьте документ по скану.", en="Check the document by its scan."),
    ),
    "register_refused": (
        Text(ru="Реестр не принял запрос портала.", en="The register did not accept the portal’s request."),
        Text(ru="Проверьте документ по скану.", en="Check the document by its scan."),
    ),
}

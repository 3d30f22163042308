"""Words of the catalogue: for the staff, for the doctor, and what cures it."""

from typing import Final

from medportal.kernel.text import Text

REASONS: Final[dict[str, tuple[Text, Text, Text]]] = {
    "UNREADABLE": (
        Text(ru="Скан не читается", en="The scan is not legible"),
        Text(ru="На скане не читаются данные документа.", en="The details cannot be read on the scan."),
        Text(
            ru="Снимите документ заново при дневном свете, без бликов, так, чтобы читалась каждая строка, и замените скан.",
            en="Photograph the document again in daylight, without glare, so that every line is legible, and replace the scan.",
        ),
    ),
    "CROPPED": (
        Text(ru="Обрезаны края", en="Edges are cut off"),
        Text(ru="На скане видна только часть страницы.", en="The scan shows only a part of the page."),
        Text(
            ru="Снимите страницу целиком, с полями по всем четырём сторонам, и замените скан.",
            en="Photograph the whole page with a margin on all four sides, and replace the scan.",
        ),
    ),
    "PAGE_MISSING": (
        Text(ru="Не хватает страницы", en="A page is missing"),
        Text(ru="В документе не хватает страницы.", en="A page of the document is missing."),
        Text(
            ru="Добавьте недостающую страницу: загрузите документ заново со всеми страницами по порядку.",
            en="Add the missing page: upload the document again with all its pages in order.",
        ),
    ),
    "WRONG_DOCUMENT": (
        Text(ru="Это другой документ", en="This is another document"),
        Text(ru="Загружен не тот документ, который указан.", en="The file is not the document it is said to be."),
        Text(
            ru="Загрузите нужный документ или измените вид документа в его карточке.",
            en="Upload the right document, or change its kind on its card.",
        ),
    ),
    "NOT_YOURS": (
        Text(ru="Документ на другое имя", en="The document names another person"),
        Text(ru="Документ выдан на другое имя.", en="The document is issued in another name."),
        Text(
            ru="Загрузите свой документ. Если вы меняли имя, добавьте свидетельство о перемене имени или о браке.",
            en="Upload your own document. If you changed your name, add the certificate of the change or of marriage.",
        ),
    ),
    "DOCUMENT_DIFFERS": (
        Text(ru="Данные документа введены с ошибкой", en="The document’s details were entered with a mistake"),
        Text(
            ru="Введённые серия, номер или дата не совпадают с документом.",
            en="The series, number or date entered does not match the document.",
        ),
        Text(
            ru="Сверьте данные с документом и исправьте их в его карточке.",
            en="Compare the details with the document and correct them on its card.",
        ),
    ),
    "ANSWERS_DIFFER": (
        Text(ru="Расходится с анкетой", en="Differs from the registration"),
        Text(
            ru="Данные в документе отличаются от тех, что указаны при регистрации.",
            en="The details in the document differ from those given at registration.",
        ),
        Text(
            ru="Исправьте данные в личном кабинете или загрузите документ с верными данными.",
            en="Correct your details in the cabinet, or upload a document with the right ones.",
        ),
    ),
    "OUT_OF_DATE": (
        Text(ru="Срок действия истёк", en="No longer valid"),
        Text(ru="Срок действия документа истёк.", en="The document is no longer valid."),
        Text(ru="Загрузите действующий документ.", en="Upload a document that is valid now."),
    ),
    "NO_SIGNATURE": (
        Text(ru="Нет подписи или печати", en="No signature or seal"),
        Text(
            ru="На документе не видны подпись или печать.",
            en="No signature or seal can be seen on the document.",
        ),
        Text(
            ru="Загрузите скан, на котором видны подпись и печать, или получите заверенный экземпляр.",
            en="Upload a scan on which signature and seal are visible, or obtain a certified copy.",
        ),
    ),
    "ALTERED": (
        Text(ru="Признаки исправлений", en="Signs of alteration"),
        Text(
            ru="На скане есть следы исправлений, поэтому подтвердить документ нельзя.",
            en="The scan bears traces of alteration, so the document cannot be confirmed.",
        ),
        Text(
            ru="Принесите оригинал в сервисный центр или загрузите новый скан с оригинала.",
            en="Bring the original to a service centre, or upload a new scan made from it.",
        ),
    ),
    "WRONG_LICENCE": (
        Text(ru="Не тот вид лицензии", en="The wrong type of licence"),
        Text(
            ru="Нужна лицензия на медицинскую деятельность, а загружена другая.",
            en="A licence for medical practice is needed, and another one was uploaded.",
        ),
        Text(
            ru="Загрузите выписку из реестра лицензий на медицинскую деятельность.",
            en="Upload an extract from the register of licences for medical practice.",
        ),
    ),
    "INSTITUTION_UNKNOWN": (
        Text(ru="Организация не найдена", en="Institution not found"),
        Text(
            ru="Образовательная организация с таким названием не найдена.",
            en="No educational institution of this name was found.",
        ),
        Text(
            ru="Выберите организацию из списка или укажите название так, как в дипломе.",
            en="Choose the institution from the list, or write its name as it stands in the diploma.",
        ),
    ),
    "INSTITUTION_NOT_ACCREDITED": (
        Text(ru="Нет аккредитации", en="Not accredited"),
        Text(
            ru="У организации не было аккредитации по этой программе, когда выдавался документ.",
            en="The institution was not accredited for this programme when the document was issued.",
        ),
        Text(
            ru="Проверьте, верно ли указана организация. Если верно, приложите справку организации об аккредитации на ту дату.",
            en="Check that the institution is right. If it is, add its statement of accreditation on that date.",
        ),
    ),
    "SERIES_MISSING": (
        Text(ru="Не указана серия", en="Series not given"),
        Text(ru="В документе есть серия, а в записи её нет.", en="The document has a series and the record has none."),
        Text(
            ru="Укажите серию, как в документе. Если её нет, отметьте «без серии».",
            en="Give the series as it stands in the document. If there is none, mark “no series”.",
        ),
    ),
    "NUMBER_DIFFERS": (
        Text(ru="Номер не совпадает", en="The number differs"),
        Text(ru="Номер в записи не совпадает с документом.", en="The number in the record differs from the document."),
        Text(ru="Исправьте номер по документу.", en="Correct the number by the document."),
    ),
    "DATE_DIFFERS": (
        Text(ru="Дата не совпадает", en="The date differs"),
        Text(ru="Дата выдачи не совпадает с документом.", en="The date of issue differs from the document."),
        Text(ru="Исправьте дату по документу: ДД.ММ.ГГГГ.", en="Correct the date by the document: ДД.ММ.ГГГГ."),
    ),
    "SPECIALITY_DIFFERS": (
        Text(ru="Специальность не совпадает", en="The speciality differs"),
        Text(
            ru="Специальность в записи и в документе разные.",
            en="The speciality in the record is not that of the document.",
        ),
        Text(
            ru="Выберите специальность так, как в документе.", en="Choose the speciality that stands in the document."
        ),
    ),
    "NOT_IN_REGISTER": (
        Text(ru="Нет в реестре документов об образовании", en="Not in the register of education documents"),
        Text(
            ru="Реестр документов об образовании не знает такого документа.",
            en="The register of education documents knows no such document.",
        ),
        Text(
            ru="Сверьте данные с документом. Если всё верно, попросите организацию внести его в реестр и проверьте ещё раз.",
            en="Compare the details with the document. If all is right, ask the institution to enter it in the register, and check again.",
        ),
    ),
    "EDUCATION_INCOMPLETE": (
        Text(ru="Образование указано не полностью", en="Education is incomplete"),
        Text(
            ru="Для этой специальности нужны сведения об интернатуре или ординатуре.",
            en="This speciality also needs an internship or a residency.",
        ),
        Text(ru="Добавьте недостающую запись и её документ.", en="Add the missing record and its document."),
    ),
    "HOLDER_DIFFERS": (
        Text(ru="Полис на другое имя", en="The policy names another person"),
        Text(
            ru="Имя в полисе отличается от имени в кабинете.",
            en="The name in the policy differs from that in the cabinet.",
        ),
        Text(
            ru="Сверьте имя. Если вы меняли его, обновите полис в страховой организации.",
            en="Compare the names. If yours has changed, have the policy renewed by the insurer.",
        ),
    ),
    "POLICY_NUMBER_DIFFERS": (
        Text(ru="Номер полиса не совпадает", en="The policy’s number differs"),
        Text(ru="Номер полиса не совпадает с документом.", en="The number of the policy differs from the document."),
        Text(ru="Исправьте номер: в едином полисе 16 цифр.", en="Correct the number: a unified policy has 16 digits."),
    ),
    "POLICY_CLOSED": (
        Text(ru="Полис не действует", en="The policy is not in force"),
        Text(ru="По сведениям реестра полис не действует.", en="According to the register the policy is not in force."),
        Text(
            ru="Обратитесь в страховую организацию и добавьте действующий полис.",
            en="Contact the insurer and add a policy that is in force.",
        ),
    ),
    "PERSON_DIFFERS": (
        Text(ru="Это не тот человек", en="Not the same person"),
        Text(
            ru="Не удалось подтвердить, что документы принадлежат вам.",
            en="It could not be confirmed that the documents are yours.",
        ),
        Text(
            ru="Придите в сервисный центр с паспортом.",
            en="Come to a service centre with your passport.",
        ),
    ),
    "PASSPORT_AGAIN": (
        Text(ru="Нужен новый скан паспорта", en="Another scan of the passport is needed"),
        Text(
            ru="По скану паспорта нельзя понять, что он ваш.",
            en="The scan does not show that the passport is yours.",
        ),
        Text(
            ru="Загрузите паспорт ещё раз: страницу с фотографией и страницу с регистрацией.",
            en="Upload the passport once more: the page with the photo and the page with the registration.",
        ),
    ),
    "SAME_PERSON": (
        Text(ru="Тот же человек", en="The same person"),
        Text(
            ru="У вас уже есть учётная запись на портале.",
            en="You already have an account on the portal.",
        ),
        Text(
            ru="Войдите в неё или восстановите доступ.",
            en="Sign in to it, or recover access.",
        ),
    ),
    "NUMBER_OF_ANOTHER": (
        Text(ru="Номер принадлежит другому человеку", en="The number belongs to somebody else"),
        Text(
            ru="Номер в регистрации не подтверждён документами.",
            en="The number in the registration is not confirmed by documents.",
        ),
        Text(
            ru="Проверьте СНИЛС и ИНН по документам и исправьте их.",
            en="Check SNILS and INN with your documents and correct them.",
        ),
    ),
    "OTHER": (
        Text(ru="Другая причина", en="Another reason"),
        Text(ru="Причина указана в сообщении сотрудника.", en="The reason is given in the message from our staff."),
        Text(
            ru="Прочитайте сообщение и исправьте то, что в нём названо.",
            en="Read the message and mend what it names.",
        ),
    ),
}

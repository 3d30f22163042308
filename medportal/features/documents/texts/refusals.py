"""Words of refusals: why a document is not taken, moved or shown, and what to do."""

from medportal.kernel.text import Text

SIGN_IN = Text(ru="Войдите, чтобы загружать документы.", en="Sign in to upload documents.")
NOT_YOURS = Text(
    ru="С этой учётной записью документы не загружают.", en="Documents are not uploaded with this account."
)
APPLICANT_KINDS = Text(
    ru="До завершения регистрации можно загрузить только паспорт. Остальные документы добавьте в кабинете.",
    en="Before the registration is finished only a passport can be uploaded. Add other documents in your cabinet.",
)
NOT_SERVED = Text(
    ru="Документы клиента загружает оператор, который сейчас ведёт его регистрацию в сервисном центре.",
    en="A client’s documents are uploaded by the operator who is receiving him in the service centre now.",
)
CENTRE_KINDS = Text(
    ru="Такие документы в сервисном центре не сканируют. Клиент добавит их в кабинете.",
    en="A service centre does not scan such documents. The client adds them in the cabinet.",
)
TOO_OFTEN = Text(
    ru="Слишком много файлов за час. Подождите немного и продолжите: загруженное сохранено.",
    en="Too many files within an hour. Wait a little and go on: what was uploaded is kept.",
)
STORE_DOWN = Text(
    ru="Хранилище файлов сейчас недоступно, файл не сохранён. Он остался у вас: повторите загрузку через несколько минут.",
    en="The file store is not available just now and the file was not kept. You still have it: upload it again in a few minutes.",
)
STORE_SLOW = Text(
    ru="Хранилище файлов сейчас не отвечает. Документ цел; откройте его ещё раз через несколько минут.",
    en="The file store does not answer just now. The document is safe; open it again in a few minutes.",
)
FILE_GONE = Text(
    ru="Файл этого документа не найден в хранилище. Загрузите документ ещё раз; администратор уже извещён.",
    en="The file of this document is not in the store. Upload the document again; the administrator has been told.",
)
TOO_MANY_PAGES = Text(
    ru="В документе этого вида не больше {pages}. Оставьте нужные страницы или разделите документ на части.",
    en="A document of this kind has no more than {pages}. Keep the pages that are needed, or split the document.",
)
IN_BIN = Text(
    ru="Этот файл уже загружен и лежит в корзине. Откройте корзину и восстановите документ.",
    en="This file was uploaded already and lies in the bin. Open the bin and restore the document.",
)
PART_MISSING = Text(
    ru="Загружены не все страницы. Дождитесь окончания загрузки или повторите её: загруженное сохранено.",
    en="Not all pages have been uploaded. Wait for the upload to end or repeat it: what was uploaded is kept.",
)
PART_TAKEN = Text(
    ru="На этом месте уже загружена другая страница. Удалите её или добавьте новую следующей.",
    en="Another page was uploaded in this place already. Remove it, or add the new one after it.",
)
FINISHED = Text(
    ru="Этот документ уже загружен целиком. Чтобы изменить его, загрузите новую версию.",
    en="This document is uploaded in full already. To change it, upload a new version.",
)
NOT_REPLACEABLE = Text(
    ru="Заменить можно только действующую версию документа того же вида. Откройте её в разделе «Мои документы».",
    en="Only the current version of a document of the same kind can be replaced. Open it under “My documents”.",
)
NOT_SIGNABLE = Text(
    ru="К этому документу подпись приложить нельзя: она уже приложена, или документ заменён либо удалён.",
    en="No signature can be laid to this document: there is one already, or the document was replaced or deleted.",
)
NOT_IN_BIN = Text(ru="Документа уже нет в корзине.", en="The document is no longer in the bin.")
NOT_APPEALABLE = Text(
    ru="Обжаловать можно отказ сотрудника, пока документ не заменён и не удалён.",
    en="A refusal by staff can be appealed against while the document is neither replaced nor deleted.",
)
NOT_FILLABLE = Text(
    ru="Данные этого документа уже подтверждены. Если в них ошибка, загрузите новую версию документа.",
    en="The data of this document are confirmed already. If there is a mistake, upload a new version of the document.",
)
NO_KIND = Text(
    ru="Такого вида документов нет. Выберите вид из списка.", en="There is no such kind of document. Choose one."
)
WRONG_ADDRESS = Text(
    ru="Запрос составлен неверно. Обновите страницу и попробуйте ещё раз.",
    en="The request is not well-formed. Reload the page and try again.",
)
NOT_FROM_HERE = Text(
    ru="Файлы принимаются только со страниц портала. Откройте раздел «Мои документы» и загрузите файл там.",
    en="Files are taken only from the portal’s own pages. Open “My documents” and upload the file there.",
)
STAFF_ONLY = Text(
    ru="Документы открывает только сотрудник, который проверяет их.",
    en="Documents are opened only by the staff who check them.",
)
WHY_FIRST = Text(
    ru="Укажите, зачем вы открываете документ: это увидит его владелец.",
    en="Say why you open the document: its owner will see it.",
)
BROKEN_OFF = Text(
    ru="Связь прервалась, файл пришёл не целиком. Повторите загрузку.",
    en="The connection broke and the file did not arrive in full. Upload it again.",
)
INFECTED = Text(
    ru="В этом файле найдена вредоносная программа, скачать его нельзя. Загрузите чистый скан документа.",
    en="A malicious program was found in this file, it cannot be downloaded. Upload a clean scan of the document.",
)
OWN_CASE = Text(
    ru="Свои документы проверяет другой сотрудник.", en="Your own documents are checked by another member of staff."
)

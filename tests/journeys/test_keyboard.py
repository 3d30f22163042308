"""The whole wizard by keyboard alone."""

from tests.journeys.conftest import Comes
from tests.journeys.keyboard import Typist
from tests.journeys.looking import nothing
from tests.journeys.places import OF_DOCTORS, OF_VISITORS, OF_WORK, stand

SUBMIT = "form#form-{} button[type=submit]"


def test_the_first_stop_on_a_page_leads_past_the_menu(comes: Comes) -> None:
    anna = comes("anna.primerova")
    anna.open("/login")
    keys = Typist(anna.page)
    keys.press("Tab")
    keys.stands_at(".skip")
    keys.press("Enter")
    keys.stands_at("#content, #content h1")
    keys.press("Tab")
    assert anna.page.evaluate("() => document.activeElement.closest('main') !== null")


def test_a_doctor_registers_without_a_mouse(comes: Comes) -> None:
    anna = comes("anna.primerova")
    who, keys = anna.person, Typist(anna.page)
    anna.open("/")
    keys.go_and_press("main a[href='/register']")
    keys.arrives_at_a_heading()
    keys.go_and_press("#task-consent")
    anna.page.wait_for_selector("input[name=consent]")
    keys.arrives_at_a_heading()
    keys.go_and_press("input[name=consent]", "Space")
    keys.go_and_press(SUBMIT.format("consent"))

    anna.filled("person")
    keys.fill(surname=who.surname, given_name=who.given_name, patronymic=who.patronymic or "")
    keys.fill(birth_date=f"{who.birth_date:%d.%m.%Y}")
    keys.go("input[name=sex]")
    keys.press("ArrowRight")
    keys.go_and_press(SUBMIT.format("person"))

    anna.filled("contacts")
    keys.arrives_at_a_heading()
    keys.fill(phone=who.phone, email=who.email)
    keys.go_and_press(SUBMIT.format("contacts"))

    anna.page.wait_for_selector("input[name=sms_code]")
    keys.arrives_at_a_heading()
    keys.go_and_press("main section:nth-of-type(1) button.button-second")
    anna.page.wait_for_selector("main section:nth-of-type(1) .notice")
    keys.fill(sms_code=anna.code())
    keys.press("Enter")
    anna.page.wait_for_selector("#go-on")
    keys.go_and_press("main section:nth-of-type(2) button.button-second")
    anna.page.wait_for_selector("main section:nth-of-type(2) .notice")
    anna.open_the_link()
    keys.go_and_press("#go-on")

    anna.filled("numbers")
    keys.arrives_at_a_heading()
    keys.fill(snils=who.snils, inn=who.inn)
    keys.press("Enter")

    anna.filled("passport")
    keys.arrives_at_a_heading()
    keys.fill(passport_mrz="\n".join(who.mrz))
    keys.fill(passport_issuer=who.passport.issuer)
    keys.go_and_press(SUBMIT.format("passport"))

    anna.filled("address")
    home = who.address
    keys.fill(postal_index=home.postal_index)
    keys.choose("region", "моск", home.region)
    keys.fill(city=home.city, street=home.street, house=home.house, flat=home.flat)
    keys.go_and_press(SUBMIT.format("address"))

    anna.filled("work")
    keys.fill(employer_ogrn=who.work.employer_ogrn or "")
    keys.choose("position", "терап уч", who.work.position)
    keys.choose("speciality", "терапия", who.work.speciality)
    keys.go_and_press(SUBMIT.format("work"))

    anna.page.wait_for_selector("form#form-password")
    anna.settle()
    keys.fill(password=anna.password, password_again=anna.password)
    keys.press("Enter")
    anna.arrive("/register")
    keys.arrives_at_a_heading()
    keys.go_and_press("main a[href='/register/check']")
    anna.arrive("/register/check")
    keys.go_and_press("#submit")
    anna.arrive("/cabinet")
    anna.level_is("Упрощённая")


def test_every_stop_of_a_page_is_reached_by_tab_and_can_be_seen(comes: Comes) -> None:
    vera = comes("vera.skazkina", reduced_motion="reduce")
    keys, found = Typist(vera.page), dict[str, list[str]]()
    for path in OF_VISITORS:
        stand(vera, path)
        found[path] = keys.walk()
    vera.register()
    # What is still on its way would change the page under the fingers.
    vera.every_check_is_confirmed()
    for path in (*OF_DOCTORS, *OF_WORK):
        stand(vera, path)
        found[path] = keys.walk()
    nothing(found)

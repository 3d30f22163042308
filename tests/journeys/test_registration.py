"""From the home page to the cabinet, out of it, and back in by every name."""

from playwright.sync_api import Route, expect

from medportal.features.cabinet import texts as cabinet
from tests.journeys.conftest import Comes
from tests.journeys.doctor import Doctor

SCANS = {"passport_scan", "qualification_scan"}


def test_a_doctor_registers_and_lacks_only_the_scans(comes: Comes) -> None:
    anna = comes("anna.primerova")
    _registers_from_the_home_page(anna)
    _sees_the_registers_answer_without_reloading(anna)
    anna.level_is("Упрощённая")
    anna.lacks_only(SCANS)
    expect(anna.page.locator("#cabinet-name")).to_have_text(anna.person.full_name)
    _reveals_the_numbers_for_half_a_minute(anna)
    _comes_back_by_every_name(anna)
    _ends_every_session_at_once(anna, comes("anna.primerova"))


def _registers_from_the_home_page(anna: Doctor) -> None:
    anna.start_at_home()
    anna.agree()
    anna.tell_about_myself()
    anna.prove_my_contacts()
    anna.give_my_papers()
    anna.submit()


def _sees_the_registers_answer_without_reloading(anna: Doctor) -> None:
    unchanged = anna.stays_the_same_page()
    anna.every_check_is_confirmed()
    unchanged()
    anna.sees(cabinet.DEMONSTRATION.ru)


def _reveals_the_numbers_for_half_a_minute(anna: Doctor) -> None:
    who = anna.person
    whole = {"snils": who.snils, "inn": who.inn, "passport": who.passport.series + who.passport.number}
    masked = anna.numbers(opened=False)
    for kind, number in whole.items():
        assert "".join(sign for sign in masked[kind] if sign.isdigit()) == number[-len(_digits(masked[kind])) :]
        assert len(_digits(masked[kind])) <= 4
    anna.page.clock.install()
    anna.ask_to_see_the_numbers("Чужой-Пароль-1")
    anna.page.wait_for_selector("#password-note .wrong")
    anna.prove_it_is_me(anna.password)
    shown = anna.numbers(opened=True)
    assert {kind: _digits(value) for kind, value in shown.items()} == whole
    anna.page.clock.fast_forward(31_000)
    assert anna.numbers(opened=False) == masked


def _comes_back_by_every_name(anna: Doctor) -> None:
    for name in (anna.person.snils, anna.person.email, anna.person.phone):
        anna.sign_out()
        anna.sign_in(name)


def _ends_every_session_at_once(anna: Doctor, on_her_phone: Doctor) -> None:
    on_her_phone.sign_in(on_her_phone.person.email)
    unchanged = on_her_phone.stays_the_same_page()
    anna.open("/security")
    anna.sessions(2)
    unchanged()
    anna.page.click("#sign-out-everywhere")
    on_her_phone.is_sent_to_sign_in()
    anna.open("/cabinet")
    assert "/login" in anna.page.url


def _digits(words: str) -> str:
    return "".join(sign for sign in words if sign.isdigit())


def test_a_page_whose_person_signs_out_asks_for_nothing_more(comes: Comes) -> None:
    """What is on its way while the session ends would be refused, and the browser would complain of it."""
    timur = comes("timur.vydumkin")
    timur.register()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    def end(route: Route) -> None:
        answer = route.fetch()
        for one in held:
            one.fulfill(status=403)
        route.fulfill(response=answer)

    timur.page.route("**/private/card", hold)
    timur.page.route("**/auth/sign-out", end)
    with timur.page.expect_request("**/private/card"):
        timur.open("/cabinet")
    timur.sign_out()
    assert held

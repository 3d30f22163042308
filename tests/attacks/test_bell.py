"""The bell over the raw socket: the count reaches every tab, the words reach none, and another's line is not to be had."""

import time

from tests.attacks.served import ANNA, OURS, VERA, Target, leaks
from tests.attacks.wire import opened

TITLE = "Тайное заседание комиссии"
FORM = {"title": TITLE, "all_day": "on", "starts": "2099-01-01", "ends": "2099-01-01", "ladder": "1"}


def test_a_change_reaches_every_tab_of_its_person_within_a_second_and_nobody_elses(target: Target) -> None:
    session = target.people[ANNA].session
    with (
        opened(target.url, session=session, path="/calendar") as first,
        opened(target.url, session=session, path="/cabinet") as second,
        opened(target.url, session=target.people[VERA].session, path="/calendar") as other,
    ):
        for tab in (first, second, other):
            tab.ask("bell.look")
            assert tab.values("bell").get("unread", 0) == 0
        before = len(other.frames)
        began = time.monotonic()
        first.event("calendar.save", {"event": {"id": "", "occurrence": "", "values": FORM}})
        second.wait_for('"nudges_rx_state_"')
        assert time.monotonic() - began < 5  # a second on a quiet machine; this one is shared
        first.fence()
        other.rest()
        assert not [frame for frame in other.frames[before:] if "nudges" in frame]
        heard = "".join(first.frames + second.frames)
        assert leaks(heard, (TITLE,)) == []
        assert first.values("calendar")["attempt"] == 1
        assert first.values("calendar").get("problems", []) == []


def test_another_persons_event_is_neither_read_nor_changed(target: Target) -> None:
    with opened(target.url, session=target.people[ANNA].session, path="/calendar") as tab, target.client(ANNA) as anna:
        tab.ask("calendar.save", {"event": {"id": "", "occurrence": "", "values": {**FORM, "starts": "2098-05-05"}}})
        seen = anna.get("/private/calendar/view?view=month&day=2098-05-05", headers=OURS).json()
    event_id = seen["events"][0]["id"]
    with opened(target.url, session=target.people[VERA].session, path="/calendar") as tab, target.client(VERA) as vera:
        for name, payload in (
            ("move", {"id": event_id, "to": "2098-06-06", "occurrence": ""}),
            ("delete", {"id": event_id, "occurrence": "", "to": ""}),
            ("mark", {"id": event_id, "done": True}),
            ("snooze", {"id": event_id, "days": 7}),
            ("save", {"id": event_id, "occurrence": "", "values": FORM}),
        ):
            tab.ask(f"calendar.{name}", {"event": payload})
        assert vera.get(f"/private/calendar/events/{event_id}", headers=OURS).status_code == 404
        assert vera.get(f"/private/calendar/{event_id}.ics", headers=OURS).status_code == 404
    with target.client(ANNA) as anna:
        again = anna.get("/private/calendar/view?view=month&day=2098-05-05", headers=OURS).json()
    assert again["events"] == seen["events"]

"""A tab's state holds what was opened in it, and a browser is told of all of it nevertheless."""

import asyncio
import functools
from collections.abc import Callable, Coroutine
from typing import Any, ParamSpec

import pytest
from reflex.istate.manager.memory import StateManagerMemory
from reflex.istate.manager.token import BaseStateToken
from reflex.state import State

from medportal import app
from medportal.features.accounts.state import LoginState
from medportal.ui.session import Session
from medportal.ui.tabs import Opened, Tabs, keep_opened_only

P = ParamSpec("P")
WHOLE = State(_reflex_internal_init=True)  # pyright: ignore[reportCallIssue]


def in_a_loop(test: Callable[P, Coroutine[Any, Any, None]]) -> Callable[P, None]:
    """States expire by a task of the loop they are used in."""

    @functools.wraps(test)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        asyncio.run(test(*args, **kwargs))

    return run


async def tab(states: Tabs, name: str = "tab") -> State:
    return await states.get_state(BaseStateToken(ident=name, cls=State))


def opened(tree: State) -> set[str]:
    assert isinstance(tree.substates, Opened)
    return set(tree.substates.opened())


@pytest.fixture
def states():
    return Tabs()


def test_the_portal_keeps_tabs_so_when_states_live_in_memory():
    assert isinstance(app.app.state_manager, Tabs)
    keep_opened_only(app.app)
    assert isinstance(app.app.state_manager, Tabs)
    assert isinstance(Tabs(), StateManagerMemory)


@in_a_loop
async def test_a_part_is_made_when_it_is_asked_for(states):
    tree = await tab(states)
    assert opened(tree) == set()
    session = await tree.get_state(Session)
    assert session.parent_state is tree
    assert opened(tree) == {Session.get_name()}
    assert await tree.get_state(Session) is session
    assert (await tab(states)).substates[Session.get_name()] is session


@in_a_loop
async def test_a_snapshot_tells_of_every_part_and_makes_none(states):
    tree = await tab(states)
    assert tree.dict() == WHOLE.dict()
    assert opened(tree) == set()


@in_a_loop
async def test_what_one_tab_is_given_no_other_has(states):
    tree, other = await tab(states), await tab(states, "other")
    (await tree.get_state(LoginState)).tone = "ok"
    assert tree.dict()[LoginState.get_full_name()]["tone_rx_state_"] == "ok"
    assert other.dict() == WHOLE.dict()
    assert tree.get_delta() == {LoginState.get_full_name(): {"tone_rx_state_": "ok"}}


@in_a_loop
async def test_a_tree_that_is_wiped_or_thrown_away_takes_nothing_from_others(states):
    tree = await tab(states)
    (await tree.get_state(LoginState)).tone = "ok"
    tree.reset()
    assert tree.dict() == WHOLE.dict()
    states._purge_token(BaseStateToken(ident="tab", cls=State))
    assert (await tab(states)).dict() == WHOLE.dict()


@in_a_loop
async def test_a_name_that_is_no_part_is_refused(states):
    with pytest.raises(ValueError, match="Invalid path"):
        (await tab(states)).get_substate([State.get_name(), "nothing"])


def test_parts_have_no_parts_of_their_own():
    """They are made one by one, so none may hang below another."""
    assert not [part for part in WHOLE.substates.values() if part.substates]

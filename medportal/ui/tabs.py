"""What the portal keeps for an open tab: the states of the pages that were opened in it, and no others.

The framework makes an instance of every state for every tab, most of them for screens that this person will never see.
Here each is made when it is first asked for; until then one pristine instance answers for it in snapshots.
"""

from collections.abc import Iterator, ValuesView
from functools import cache

import reflex as rx
from reflex.istate.manager.memory import StateManagerMemory
from reflex.istate.manager.token import TOKEN_TYPE, BaseStateToken, StateToken
from reflex.state import BaseState


@cache
def _kinds(root: type[BaseState]) -> dict[str, type[BaseState]]:
    return {one.get_name(): one for one in sorted(root.get_substates(), key=lambda one: one.get_name())}


@cache
def _pristine(root: type[BaseState]) -> dict[str, BaseState]:
    """An instance of each, as it stands before anything happened; it is shared, and nothing is ever put into it."""
    return root(_reflex_internal_init=True).substates


class Opened(dict[str, BaseState]):
    """The parts of a tab's state by name: what is asked for is made, what is only looked through is not."""

    __slots__ = ("_root",)

    def __init__(self, root: BaseState) -> None:
        super().__init__()
        self._root = root

    def __missing__(self, name: str) -> BaseState:
        """Make the part that is asked for the first time."""
        made = _kinds(type(self._root))[name](parent_state=self._root, _reflex_internal_init=True)
        self[name] = made
        return made

    def __contains__(self, name: object) -> bool:
        """Every part is there to be asked for."""
        return name in _kinds(type(self._root))

    def values(self) -> ValuesView[BaseState]:
        """Every part, for a snapshot: a browser may hold values of one that this tree has not opened yet."""
        return {**_pristine(type(self._root)), **self}.values()

    def opened(self) -> Iterator[str]:
        """The names of what was made."""
        return iter(self)


class Tabs(StateManagerMemory):
    """States in memory, of opened pages alone."""

    def _get_or_create_state(self, token: StateToken[TOKEN_TYPE]) -> TOKEN_TYPE:
        key = token.cache_key
        if key not in self.states and isinstance(token, BaseStateToken):
            root = token.cls.get_root_state()(init_substates=False, _reflex_internal_init=True)
            object.__setattr__(root, "substates", Opened(root))
            self.states[key] = root
        return super()._get_or_create_state(token)


def keep_opened_only(app: rx.App) -> None:
    """Have an app whose states live in memory keep the opened ones alone; on Redis that is so anyway."""
    if isinstance(app._state_manager, StateManagerMemory):
        app._state_manager = Tabs(token_expiration=app._state_manager.token_expiration)

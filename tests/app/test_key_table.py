"""Command names in the key table and in the screens: each is a function of its module."""

from __future__ import annotations

import ast
import inspect
from collections import Counter
from importlib import import_module

import pytest
from textual.actions import parse

from newsview.app.commands.context import UI
from newsview.app.keymap import KEYS, Key, command_module
from newsview.app.lazy_imports import COMMANDS, command_imports
from newsview.app.reader import screen


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_the_command_of_a_key_is_a_function_that_takes_its_arguments(key: Key) -> None:
    namespace, action, (command, *arguments) = parse(key.action)
    assert (namespace, action) == ("", "do")
    module, _, name = str(command).partition(":")
    assert module == command_module(key)
    function = getattr(import_module(COMMANDS + module), name)
    first, *_ = inspect.signature(function).parameters.values()
    assert first.annotation in ("UI", UI)
    inspect.signature(function).bind(None, *arguments)


def test_no_key_and_no_name_stands_in_two_rows() -> None:
    for given in ([each for key in KEYS for each in key.keys], [key.name for key in KEYS]):
        assert [each for each, count in Counter(given).items() if count > 1] == []


def test_the_commands_that_messages_run_exist() -> None:
    tree = ast.parse(inspect.getsource(screen))
    named = {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("_do", "action_do")
        and isinstance(node.args[0], ast.Constant)
    }
    assert len(named) >= 8
    for command in named:
        module, _, name = str(command).partition(":")
        assert callable(getattr(import_module(COMMANDS + module), name))


def test_the_modules_of_all_commands_can_be_imported_in_advance() -> None:
    assert len(list(command_imports(KEYS))) == len({command_module(key) for key in KEYS})

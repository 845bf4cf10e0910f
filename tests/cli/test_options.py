"""The records of the commands' options have a field for each option."""

from dataclasses import fields
from typing import Any

import click
import pytest

from newsview.cli.commands import extract, read
from newsview.cli.opening import ReaderOptions
from newsview.cli.options import ExtractOptions


@pytest.mark.parametrize(("command", "record"), [(extract.command, ExtractOptions), (read.command, ReaderOptions)])
def test_record_has_field_for_each_option(command: click.Command, record: type[Any]) -> None:
    options = {parameter.name for parameter in command.params if isinstance(parameter, click.Option)}
    assert options == {field.name for field in fields(record)}

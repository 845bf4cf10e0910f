"""The commands that keys, clicks and the palette run: one module a topic, plain functions of a ``UI``.

The key table names them as ``module:function``; a module is imported when its first command is run.
"""

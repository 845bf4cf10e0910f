"""The table of keys: bindings, footer, help, palette and the README's table are made from it. Pure data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal, NamedTuple

from newsview.model.kinds import KINDS

Group = Literal["Move", "Review", "Look", "Article"]


class Key(NamedTuple):
    """One action and the keys that do it."""

    name: str
    """What the settings file calls the action."""
    keys: tuple[str, ...]
    """As Textual names them; the first is shown where there is room for one."""
    action: str
    """``do('module:function', …)``: a function in ``newsview.app.commands``, with its arguments behind the context."""
    help: str
    group: Group
    footer: str = ""
    """A word or two for the footer; empty when it is not shown there."""
    shown: str = ""
    """How the keys are written for people, where their names would not do."""


KEYS: Final[tuple[Key, ...]] = (
    Key("next", ("j", "down"), "do('navigate:step', 1)", "next sentence or fact", "Move", shown="j ↓"),
    Key("previous", ("k", "up"), "do('navigate:step', -1)", "previous sentence or fact", "Move", shown="k ↑"),
    Key("next-paragraph", ("J", "shift+down"), "do('navigate:step_paragraph', 1)", "next paragraph", "Move", shown="J"),
    Key(
        "previous-paragraph",
        ("K", "shift+up"),
        "do('navigate:step_paragraph', -1)",
        "previous paragraph",
        "Move",
        shown="K",
    ),
    Key("go", ("enter",), "do('navigate:cross')", "from a fact to its sentence, and back again", "Move", "go to", "↵"),
    Key("back", ("backspace",), "do('navigate:back')", "back to where Enter was pressed", "Move", shown="⌫"),
    Key(
        "next-fact",
        ("right_square_bracket",),
        "do('navigate:step_fact', 1)",
        "next fact in the text, of any kind",
        "Move",
        "next",
        "]",
    ),
    Key(
        "previous-fact",
        ("left_square_bracket",),
        "do('navigate:step_fact', -1)",
        "previous fact in the text",
        "Move",
        shown="[",
    ),
    Key("start", ("g", "home"), "do('navigate:to_end', False)", "start", "Move", shown="g Home"),
    Key("end", ("G", "end"), "do('navigate:to_end', True)", "end", "Move", shown="G End"),
    Key("page-up", ("b", "pageup"), "do('navigate:page', -1)", "page up", "Move", shown="b PgUp"),
    Key("page-down", ("pagedown",), "do('navigate:page', 1)", "page down", "Move", shown="PgDn"),
    Key("next-pane", ("tab",), "do('navigate:focus_pane', 1)", "next pane", "Move", shown="Tab"),
    Key("previous-pane", ("shift+tab",), "do('navigate:focus_pane', -1)", "previous pane", "Move", shown="Shift+Tab"),
    Key("next-match", ("n",), "do('search:next_match', 1)", "next match; in a pane, next fact that matches", "Move"),
    Key("previous-match", ("N",), "do('search:next_match', -1)", "previous match", "Move"),
    Key(
        "expand",
        ("l", "right"),
        "do('view:expand', True)",
        "show an entity's mentions or folded facts, step into them",
        "Move",
        "mentions",
        "l →",
    ),
    Key("collapse", ("h", "left"), "do('view:expand', False)", "put them away", "Move", shown="h ←"),
    *(
        Key(kind.name, (str(key),), f"do('navigate:focus_on', '{kind.name}')", kind.name, "Move")
        for key, kind in enumerate(KINDS, 1)
    ),
    Key("article", ("0",), "do('navigate:focus_on', 'article')", "article", "Move"),
    Key("accept", ("a",), "do('review:decide', 'accepted')", "accept the fact, go on", "Review", "accept"),
    Key("reject", ("x",), "do('review:decide', 'rejected')", "reject the fact, go on", "Review", "reject"),
    Key(
        "skip",
        ("space",),
        "do('review:skip')",
        "next fact not reviewed; in the article: page",
        "Review",
        shown="space",
    ),
    Key("accept-all", ("A",), "do('review:decide_all', 'accepted')", "accept all not reviewed in this pane", "Review"),
    Key("reject-all", ("X",), "do('review:decide_all', 'rejected')", "reject all not reviewed in this pane", "Review"),
    Key(
        "edit",
        ("e",),
        "do('edit:edit')",
        "correct it: name, type, speaker, value, unit; merge, split",
        "Review",
        "edit",
    ),
    Key("note", ("m",), "do('edit:note')", "write a note on the fact", "Review", "note"),
    Key(
        "verdict",
        ("v",),
        "do('edit:verdict')",
        "is the claim true? true, false, unclear, with its source",
        "Review",
        "verdict",
    ),
    Key("add", ("i",), "do('add:add')", "add a fact that is missing: mark its words", "Review", "add"),
    Key("gone", ("d",), "do('orphans:list_orphans')", "decisions whose facts are gone: list, dismiss", "Review"),
    Key("copy", ("y",), "do('copy:copy')", "copy the fact or, in the article, the sentence", "Article"),
    Key("clip", ("Y",), "do('copy:clip')", "write it to a file of clippings", "Article"),
    Key("clear", ("U",), "do('review:clear')", "clear the decision and the verdict; its note stays", "Review"),
    Key("undo", ("u",), "do('review:undo')", "undo", "Review", "undo"),
    Key("redo", ("ctrl+r",), "do('review:redo')", "redo", "Review", shown="Ctrl+R"),
    Key("find", ("slash",), "do('search:find')", "find words in article and facts", "Look", "find", "/"),
    Key(
        "filter",
        ("f",),
        "do('view:choose_state')",
        "only facts not reviewed, accepted, false, guessed…",
        "Look",
        "filter",
    ),
    Key("filter-words", ("F",), "do('search:filter_words')", "only facts that hold the words typed", "Look"),
    Key("this-paragraph", ("p",), "do('view:this_paragraph')", "only facts of this paragraph; again: all", "Look"),
    Key(
        "linked", ("o",), "do('view:link_only')", "only what is linked to this entity; again: all", "Look", "only this"
    ),
    Key("order", ("t",), "do('view:switch_order')", "order: of the text, by weight, by name and value", "Look", "sort"),
    Key("overview", ("O",), "do('overview:show')", "overview: speakers, dates, figures", "Look", "overview"),
    Key("zoom", ("z",), "do('view:zoom')", "this pane on the whole screen; again: back", "Look"),
    Key("next-finding", ("c",), "do('findings:step', 1)", "next finding: what does not fit", "Move"),
    Key("previous-finding", ("C",), "do('findings:step', -1)", "previous finding", "Move"),
    Key(
        "next-change",
        ("D", "tilde"),
        "do('findings:step_change', 1)",
        "next change since the older version (--against)",
        "Move",
        shown="D ~",
    ),
    Key("first", ("w",), "do('findings:check_first')", "what to check first: sentences with reasons", "Look"),
    Key("save", ("s",), "do('saving:save')", "save the facts and the review", "Article", "save"),
    Key("export", ("E",), "do('export:export')", "export: page, table, review sheet, speakers", "Article", "export"),
    Key("extract", ("r",), "do('reload:extract_again')", "extract again, from the file as it is now", "Article"),
    Key("close", ("escape",), "do('close:close')", "close search or filter; stop extracting", "Article", shown="Esc"),
    Key(
        "next-article",
        ("right_curly_bracket",),
        "do('articles:turn', 1)",
        "next of several articles",
        "Article",
        shown="}",
    ),
    Key(
        "previous-article",
        ("left_curly_bracket",),
        "do('articles:turn', -1)",
        "previous of several articles",
        "Article",
        shown="{",
    ),
    Key(
        "next-open",
        ("greater_than_sign",),
        "do('articles:turn_to_open')",
        "next article with facts to review",
        "Article",
        shown=">",
    ),
    Key("articles", ("L",), "do('articles:choose')", "list of the articles: to review, verdicts, unsaved", "Article"),
    Key("about", ("I",), "do('about:show_about')", "about the article: notices, date, language", "Article"),
    Key(
        "palette",
        ("ctrl+p",),
        "do('palette:open_palette')",
        "everything by name: actions, themes, models",
        "Article",
        shown="Ctrl+P",
    ),
    Key("help", ("question_mark",), "do('help:show_help')", "this help", "Article", "help", "?"),
    Key("suspend", ("ctrl+z",), "do('suspend:suspend')", "back to the shell; fg continues", "Article", shown="Ctrl+Z"),
    Key(
        "quit", ("q", "ctrl+q"), "do('saving:quit')", "quit; asks only if something is unsaved", "Article", "quit", "q"
    ),
)


FOOTERS: Final[Mapping[str, tuple[str, ...]]] = {
    "article": ("next-fact", "accept", "reject", "verdict", "edit", "filter", "save", "undo", "find", "go", "overview"),
    "entities": ("accept", "reject", "edit", "filter", "save", "expand", "undo", "find", "linked", "order"),
    "quotes": ("accept", "reject", "verdict", "edit", "filter", "save", "note", "undo", "find", "linked"),
    "numbers": ("accept", "reject", "verdict", "edit", "filter", "save", "note", "undo", "find", "order"),
}
"""The actions that the footer names where the article or a pane has the focus, the most needed first: the last go first."""


NO_KEY: Final = "–"
"""Shown in place of the keys of an action that has none any more: another one has taken them."""


def written(key: Key) -> str:
    """The keys of *key* as people read them: ``j ↓``."""
    return key.shown or " ".join(key.keys)


def first_key(keys: Sequence[Key], name: str) -> str:
    """The first key of the action *name* as people read it; for one without keys, where the palette lists it."""
    by_name = {key.name: key for key in keys}
    key, palette = by_name[name], by_name["palette"]
    if key.keys:
        return written(key).split()[0]
    return f"{written(palette).split()[0]} {name}" if palette.keys else f"“{name}”"


def command_module(key: Key) -> str:
    """The module of the command that *key* runs."""
    return key.action.partition("'")[2].partition(":")[0]

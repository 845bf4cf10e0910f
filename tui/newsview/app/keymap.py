"""The one table of keys: bindings, footer, help, palette and the README's table are made from it. Pure data."""

from __future__ import annotations

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
    """The action of the reader's screen, with its arguments."""
    help: str
    group: Group
    footer: str = ""
    """A word or two for the footer; empty when it is not shown there."""
    shown: str = ""
    """How the keys are written for people, where their names would not do."""


KEYS: Final[tuple[Key, ...]] = (
    Key("next", ("j", "down"), "step(1)", "next sentence or fact", "Move", shown="j ↓"),
    Key("previous", ("k", "up"), "step(-1)", "previous sentence or fact", "Move", shown="k ↑"),
    Key("next-paragraph", ("J", "shift+down"), "step_paragraph(1)", "next paragraph", "Move", shown="J"),
    Key("previous-paragraph", ("K", "shift+up"), "step_paragraph(-1)", "previous paragraph", "Move", shown="K"),
    Key("go", ("enter",), "cross", "from a fact to its sentence, and back again", "Move", "go to", "↵"),
    Key("back", ("backspace",), "back", "back to where Enter was pressed", "Move", shown="⌫"),
    Key(
        "next-fact",
        ("right_square_bracket",),
        "step_fact(1)",
        "next fact in the text, of any kind",
        "Move",
        "next fact",
        "]",
    ),
    Key("previous-fact", ("left_square_bracket",), "step_fact(-1)", "previous fact in the text", "Move", shown="["),
    Key("start", ("g", "home"), "to_end(False)", "start", "Move", shown="g Home"),
    Key("end", ("G", "end"), "to_end(True)", "end", "Move", shown="G End"),
    Key("page-up", ("b", "pageup"), "page(-1)", "page up", "Move", shown="b PgUp"),
    Key("page-down", ("pagedown",), "page(1)", "page down", "Move", shown="PgDn"),
    Key("next-pane", ("tab",), "focus_pane(1)", "next pane", "Move", shown="Tab"),
    Key("previous-pane", ("shift+tab",), "focus_pane(-1)", "previous pane", "Move", shown="Shift+Tab"),
    Key("next-match", ("n",), "next_match(1)", "next match; in a pane, next fact that matches", "Move"),
    Key("previous-match", ("N",), "next_match(-1)", "previous match", "Move"),
    Key("expand", ("l", "right"), "expand(True)", "show an entity's mentions, step into them", "Move", shown="l →"),
    Key("collapse", ("h", "left"), "expand(False)", "put the mentions away", "Move", shown="h ←"),
    *(Key(kind.name, (str(key),), f"focus_on('{kind.name}')", kind.name, "Move") for key, kind in enumerate(KINDS, 1)),
    Key("article", ("0",), "focus_on('article')", "article", "Move"),
    Key("accept", ("a",), "decide('accepted')", "accept the fact, go on", "Review", "accept"),
    Key("reject", ("x",), "decide('rejected')", "reject the fact, go on", "Review", "reject"),
    Key(
        "skip",
        ("space",),
        "skip",
        "next fact not reviewed; in the article: page",
        "Review",
        shown="space",
    ),
    Key("accept-all", ("A",), "decide_all('accepted')", "accept all not reviewed in this pane", "Review"),
    Key("reject-all", ("X",), "decide_all('rejected')", "reject all not reviewed in this pane", "Review"),
    Key("edit", ("e",), "edit", "correct it: name, type, speaker, value, unit; merge, split", "Review", "edit"),
    Key("note", ("m",), "note", "write a note on the fact", "Review"),
    Key("verdict", ("v",), "verdict", "is the claim true? true, false, unclear, with its source", "Review"),
    Key("add", ("i",), "mark", "add a fact that is missing: mark its words", "Review"),
    Key("gone", ("d",), "gone", "decisions whose facts are gone: list, dismiss", "Review"),
    Key("copy", ("y",), "copy", "copy the fact or, in the article, the sentence", "Article"),
    Key("clip", ("Y",), "clip", "write it to a file of clippings", "Article"),
    Key("undo", ("u",), "undo", "undo", "Review"),
    Key("redo", ("ctrl+r",), "redo", "redo", "Review", shown="Ctrl+R"),
    Key("find", ("slash",), "find", "find words in article and facts", "Look", "find", "/"),
    Key("filter", ("f",), "filter", "all facts, not reviewed, accepted, rejected…", "Look", "filter"),
    Key("filter-words", ("F",), "filter_words", "only facts that hold the words typed", "Look"),
    Key("this-paragraph", ("p",), "this_paragraph", "only facts of this paragraph; again: all", "Look"),
    Key("linked", ("o",), "link_only", "only what is linked to this entity; again: all", "Look"),
    Key("order", ("t",), "order", "order by the text, or by name and value", "Look"),
    Key("zoom", ("z",), "zoom", "this pane on the whole screen; again: back", "Look"),
    Key("save", ("s",), "save", "save the facts and the review", "Article", "save"),
    Key("extract", ("r",), "extract", "extract again, from the file as it is now", "Article"),
    Key("close", ("escape",), "escape", "close search or filter; stop extracting", "Article", shown="Esc"),
    Key("next-article", ("right_curly_bracket",), "turn(1)", "next of several articles", "Article", shown="}"),
    Key("previous-article", ("left_curly_bracket",), "turn(-1)", "previous of several articles", "Article", shown="{"),
    Key("articles", ("L",), "choose_article", "choose one of several articles", "Article"),
    Key("palette", ("ctrl+p",), "palette", "everything by name: actions, themes, models", "Article", shown="Ctrl+P"),
    Key("help", ("question_mark",), "help", "this help", "Article", "help", "?"),
    Key("quit", ("q", "ctrl+q"), "quit", "quit; asks only if something is unsaved", "Article", "quit", "q"),
)


NO_KEY: Final = "–"
"""What stands for the keys of an action that has none any more: another one has taken them."""


def written(key: Key) -> str:
    """The keys of *key* as people read them: ``j ↓``."""
    return key.shown or " ".join(key.keys)

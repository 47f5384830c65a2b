"""The colours of the screens. Nothing is said by a colour alone, so that each of them can be worked with."""

from textual.theme import BUILTIN_THEMES, Theme

DARK = Theme(
    name="dark",
    primary="#2f93e0", secondary="#7fb8e6", accent="#ffb454", warning="#ffb454", error="#ff7d90", success="#6bd08b",
    foreground="#e6e6e6", background="#121212", surface="#1c1c1c", panel="#2a2d33", boost="#26292e",
    variables={
        "text": "#e6e6e6", "text-muted": "#b9bec5", "text-disabled": "#9aa0a8", "text-primary": "#8cc8f5",
        "text-warning": "#ffc77d", "text-error": "#ff9dab", "text-success": "#8fdea8",
        "block-cursor-background": "#15598f", "block-cursor-foreground": "#ffffff",
        "button-color-foreground": "#0b1016",
        "block-cursor-blurred-background": "#33404d", "block-cursor-blurred-foreground": "#e6e6e6",
    },
)  # fmt: skip
LIGHT = Theme(
    name="light", dark=False,
    primary="#00508c", secondary="#33658a", accent="#8a4b00", warning="#8a4b00", error="#a4133c", success="#146c2e",
    foreground="#1b1b1b", background="#f7f7f5", surface="#ffffff", panel="#dde2e7", boost="#eceff2",
    variables={
        "text": "#1b1b1b", "text-muted": "#4a4f55", "text-disabled": "#5c6167", "text-primary": "#003f70",
        "text-warning": "#6f3c00", "text-error": "#8c0f32", "text-success": "#0f5423",
        "block-cursor-background": "#00508c", "block-cursor-foreground": "#ffffff",
        "button-color-foreground": "#ffffff",
        "block-cursor-blurred-background": "#c3d3e0", "block-cursor-blurred-foreground": "#1b1b1b",
    },
)  # fmt: skip
CONTRAST = Theme(
    name="contrast",
    primary="#ffffff", secondary="#ffffff", accent="#ffe14d", warning="#ffe14d", error="#ffb3b3", success="#a6ffc3",
    foreground="#ffffff", background="#000000", surface="#000000", panel="#1a1a1a", boost="#1a1a1a", text_alpha=1.0,
    variables={
        "text": "#ffffff", "text-muted": "#f0f0f0", "text-disabled": "#dddddd", "text-primary": "#ffffff",
        "text-warning": "#ffe14d", "text-error": "#ffb3b3", "text-success": "#a6ffc3",
        "block-cursor-background": "#ffe14d", "block-cursor-foreground": "#000000",
        "button-color-foreground": "#000000", "button-focus-text-style": "bold reverse",
        "block-cursor-blurred-background": "#4d4d4d", "block-cursor-blurred-foreground": "#ffffff",
        "block-hover-background": "#333333", "input-selection-background": "#005a9e",
    },
)  # fmt: skip
OKABE_ITO = Theme(
    name="okabe-ito",
    primary="#56b4e9", secondary="#0072b2", accent="#e69f00", warning="#e69f00", error="#d55e00", success="#009e73",
    foreground="#f0f0f0", background="#10141a", surface="#171d25", panel="#232c37", boost="#1f2731",
    variables={
        "text": "#f0f0f0", "text-muted": "#c2c9d1", "text-disabled": "#a0a8b1", "text-primary": "#8fd0f5",
        "text-warning": "#f0e442", "text-error": "#ff9d5c", "text-success": "#5fd7b5",
        "block-cursor-background": "#56b4e9", "block-cursor-foreground": "#000000",
        "button-color-foreground": "#000000",
        "block-cursor-blurred-background": "#31465a", "block-cursor-blurred-foreground": "#f0f0f0",
    },
)  # fmt: skip


def _terminal(name: str, builtin: str) -> Theme:
    """The terminal's own colours, with what says where the cursor is reversed: some palettes have no other sign."""
    made = BUILTIN_THEMES[builtin]
    return Theme(
        name=name, ansi=True, dark=made.dark, primary=made.primary, secondary=made.secondary, warning=made.warning,
        error=made.error, success=made.success, accent=made.accent, foreground=made.foreground,
        background=made.background, surface=made.surface, panel=made.panel, boost=made.boost,
        variables={
            **made.variables,
            "block-cursor-foreground": "ansi_default", "block-cursor-background": "ansi_default",
            "block-cursor-text-style": "bold reverse",
            "block-cursor-blurred-text-style": "underline",
            "text-muted": "ansi_default",
        },
    )  # fmt: skip


DIM = 0.85
"""How much of its strength a dim word keeps; Textual's own half is too little on the line of the cursor."""
DIM_IN_CONTRAST = 1.0
ALL = (
    DARK,
    LIGHT,
    CONTRAST,
    OKABE_ITO,
    _terminal("terminal-dark", "ansi-dark"),
    _terminal("terminal-light", "ansi-light"),
)
"""The themes, by the names that the settings know."""

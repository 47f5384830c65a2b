"""A text that costs nothing while it stays the same: most of what a screen says does, from second to second."""

from textual.content import Content
from textual.visual import VisualType
from textual.widgets import Static


def same(one: object, other: object) -> bool:
    """Whether two texts look the same; two `Content` are equal to Python where their words are, whatever the styles."""
    if isinstance(one, Content) and isinstance(other, Content):
        return one.is_same(other)
    return one is other or (type(one) is type(other) is str and one == other)


class Steady(Static):
    """A text without markup; it is painted anew where it changed, and the screen laid out anew where its height did.

    A `Static` has the whole screen laid out and painted at every update: too much for each second at every terminal.
    """

    def __init__(self, content: VisualType = "", *, id: str | None = None) -> None:
        super().__init__(content, id=id, markup=False)

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Show a text."""
        if same(content, self.content):
            return
        super().update(content, layout=False)
        self.clear_cached_dimensions()
        if layout and not self._fits():
            self.refresh(layout=True)

    def _fits(self) -> bool:
        """Whether the new text takes just the lines that the old one had."""
        width, height = self.content_size
        wide = self.styles.width
        if not width or not height or (wide is not None and wide.is_auto):
            return False
        return self.get_content_height(self.container_size, self.app.size, width) == height

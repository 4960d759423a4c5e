"""The one Jinja environment of the forms: sandboxed, strict, and everything printed is escaped."""

from __future__ import annotations

import html
import re
from typing import Any, Final

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from reportgen.figures.expressions import FactEnvironment
from reportgen.figures.printing import printable
from reportgen.rendering.filters import FILTERS
from reportgen.rendering.merging import CONTINUES, STARTS_ROW

_LINE_END: Final = re.compile(r"\r\n?")
_BREAKS: Final = (
    ("\n", '</w:t><w:br/><w:t xml:space="preserve">'),
    ("\t", '</w:t><w:tab/><w:t xml:space="preserve">'),
)
_SPECIAL: Final = frozenset({"loop", "self"})
_OURS: Final = frozenset({CONTINUES, STARTS_ROW})


class _WordCode(CodeGenerator):
    """Compiles templates for speed where the template check has shown that nothing can go wrong.

    行.指标.名称 becomes three look-ups by key, which can reach nothing but facts; our own merge
    functions are called without the sandbox's questions; a value is escaped by one function.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's
        named = isinstance(node.node, nodes.Name) and node.node.name not in _SPECIAL
        if not (named or isinstance(node.node, nodes.Getattr | nodes.Getitem)):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f"[{node.attr!r}]")

    def visit_Call(  # noqa: N802 - Jinja's
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002 - Jinja's signature
    ) -> None:
        if not (isinstance(node.node, nodes.Name) and node.node.name in _OURS):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        for position, argument in enumerate(node.args):
            self.write(", " if position else "(")
            self.visit(argument, frame)
        self.write(")")

    def _output_child_to_const(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> str:
        # A constant in a tag is escaped once, when it is printed, like any other value.
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        del node, frame, finalize
        self.write("environment.finalize(")

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        del node, frame, finalize
        self.write(")")


class FormEnvironment(FactEnvironment):
    """What a tag prints goes into `<w:t>`: escaped, line breaks as Word's, a blank as nothing.

    `printed` is what the tags of a part have printed, for the proof that it arrived; whoever
    renders clears it before.
    """

    code_generator_class = _WordCode

    def __init__(self) -> None:
        self.printed: list[str] = []
        super().__init__(FILTERS, autoescape=True, finalize=self.print_value)

    def print_value(self, value: Any) -> str:
        """Return the XML of a value, and remember it. Raises TypeError as `word_text` does."""
        text = word_text(value)
        if text:
            self.printed.append(text)
        return text


def form_environment() -> FormEnvironment:
    """Return a new environment for forms."""
    return FormEnvironment()


def word_text(value: Any) -> str:
    """Return the XML that prints a fact inside `<w:t>`. Raises TypeError for a group or a list."""
    if value is None:
        return ""
    text = html.escape(value if type(value) is str else str(printable(value)))
    if "\n" in text or "\t" in text or "\r" in text:
        text = _LINE_END.sub("\n", text)
        for typed, word in _BREAKS:
            text = text.replace(typed, word)
    return text

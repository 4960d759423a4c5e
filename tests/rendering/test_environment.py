"""What a tag prints, and what no tag can reach."""

from decimal import Decimal
from typing import Any

import pytest
from jinja2 import TemplateError

from reportgen.figures.facts import FactList, Facts
from reportgen.figures.paths import UnknownFact
from reportgen.model.fields import Rate
from reportgen.rendering.environment import FormEnvironment, PartEnvironment


def printed(tag: str, **context: Any) -> str:
    """Return what both environments print, which must be the same."""
    plain = FormEnvironment().from_string(tag).render(context)
    assert PartEnvironment().compiled(tag)(context).decode() == plain
    return plain


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("", ""),
        (0, "0"),
        (Decimal("350.40"), "350.40"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal("2.0E+2"), "200"),
        (Rate("131.12%", Decimal("131.12")), "131.12%"),
        ("<&>", "&lt;&amp;&gt;"),
        ("a\tb", 'a</w:t><w:tab/><w:t xml:space="preserve">b'),
        ("<\n>", '&lt;</w:t><w:br/><w:t xml:space="preserve">&gt;'),
    ],
)
def test_a_value_is_printed_for_word(value: Any, text: str) -> None:
    assert printed("{{ x }}", x=value) == text
    assert printed("{{ x ~ x }}", x=value) == text * 2


@pytest.mark.parametrize("value", [Facts({"甲": 1}), FactList([1]), [], (), {}])
@pytest.mark.parametrize("tag", ["{{ x }}", "{{ x ~ '甲' }}"])
def test_a_group_or_a_list_is_never_printed(value: Any, tag: str) -> None:
    with pytest.raises(TypeError):
        printed(tag, x=value)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ x.__class__ }}",
        "{{ x.upper() }}",
        "{{ x['__class__'] }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ loop }}",
        "{{ self.x }}",
        "{{ range(9) }}",
        "{{ cycler.__init__ }}",
        "{{ x ** 9 }}",
        "{{ x * 9 }}",
        "{{ '%s' % x }}",
        "{{ [x] * 9 }}",
        "{{ x|attr('__class__') }}",
        "{{ x|map('upper') }}",
        "{% include 'x' %}",
        "{% for y in [1] %}{{ loop.__init__ }}{% endfor %}",
        "{% for y in [1] %}{{ loop._iterator }}{% endfor %}",
    ],
)
def test_nothing_of_python_is_within_reach(tag: str) -> None:
    with pytest.raises((TemplateError, UnknownFact, TypeError)):
        printed(tag, x="甲")


def test_the_counters_of_a_loop_are_within_reach() -> None:
    tag = "{% for y in x %}{{ loop.index }}/{{ loop.length }} {% endfor %}"
    assert printed(tag, x=["甲", "乙"]) == "1/2 2/2 "

"""YAML-20: the ordinary syntax errors, each as a cause and its remedy."""

from __future__ import annotations

from typing import Final, NamedTuple

from reportgen.wording.language import Wording


class SyntaxWords(NamedTuple):
    """What is wrong, and how to mend it."""

    cause: Wording
    remedy: Wording


def _words(zh: str, en: str, remedy_zh: str, remedy_en: str) -> SyntaxWords:
    return SyntaxWords(Wording(zh=zh, en=en), Wording(zh=remedy_zh, en=remedy_en))


SYNTAX_WORDS: Final[dict[str, SyntaxWords]] = {
    "open quote": _words(
        "从这里开始的引号没有结束",
        "The quote that opens here never closes",
        "在文字末尾补上同样的引号；引号要用英文的",
        "Close it with the same ASCII quote at the end of the text",
    ),
    "escape": _words(
        "英文双引号里的反斜杠“\\”写法不对",
        "A backslash inside double quotes starts no known escape",
        "改用英文单引号 '…'，里面的反斜杠会照原样保留",
        "Use single quotes '…': a backslash is kept as it is there",
    ),
    "after quote": _words(
        "引号结束之后还有文字",
        "Text follows a closing quote",
        "把整段文字都放进引号；文字里要印引号时，外面用英文单引号 '…'",
        "Put the whole text in quotes; to print quotes, wrap it in single quotes '…'",
    ),
    "open bracket": _words(
        "从这里开始的括号没有结束",
        "The bracket that opens here never closes",
        "补上对应的 ] 或 }}，中间各项用半角逗号隔开",
        "Add the ] or }} that belongs to it; separate the entries with ASCII commas",
    ),
    "inside bracket": _words(
        "括号里这个位置写法不对",
        "Something is wrong at this spot inside the brackets",
        "各项用半角逗号加空格隔开，键后用半角冒号加空格；含标点的文字用英文引号 '…' 括起来",
        "Separate entries with “, ” and keys with “: ”; quote texts that hold punctuation",
    ),
    "after bracket": _words(
        "括号结束之后还有文字",
        "Text follows a closing bracket",
        "把这些文字移进括号，或删去；若整段都是文字，用英文引号 '…' 括起来",
        "Move it inside the bracket or delete it; if all of it is text, put it in quotes '…'",
    ),
    "stray bracket": _words(
        "这里的括号或逗号没有来由",
        "This bracket or comma belongs to nothing",
        "删去它；若是文字的开头，把整段文字用英文引号 '…' 括起来",
        "Take it away; if the text begins with it, put the whole text in quotes '…'",
    ),
    "reserved": _words(
        "文字不能以 @、`、% 开头",
        "A text cannot begin with @, ` or %",
        "把整段文字用英文引号 '…' 括起来",
        "Put the whole text in quotes '…'",
    ),
    "two colons": _words(
        "一行里有两个“键: ”，或文字里有“: ”（冒号加空格）",
        "There are two keys on one line, or a text that holds “: ” (colon and space)",
        "若是文字，用英文引号 '…' 括起来；若是下一级的键，换行并缩进两格",
        "If it is text, put it in quotes '…'; if it is a key, start a new line, two spaces in",
    ),
    "indentation": _words(
        "这一行的缩进与上下文对不齐",
        "This line is not indented like the lines it belongs to",
        "同一级的键左边对齐，下一级多缩进两个空格；键后已有值的，下面不能再写下一级",
        "Align keys of one level, two spaces more for the next; a key with a value has no parts",
    ),
    "list": _words(
        "列表项“- ”的位置不对",
        "A list item “- ” stands where none can",
        "列表项写在键的下一行，各项的“-”对齐，“-”后空一格",
        "Put items on the lines below their key, hyphens aligned, a space after each hyphen",
    ),
    "mixed list": _words(
        "列表里混进了不是列表项的一行",
        "A line that is no item stands among the items of a list",
        "列表的每一项都以“- ”开头；若是另一个键，与列表上面的键左边对齐",
        "Start each item with “- ”; if it is another key, align it with the key above the list",
    ),
    "lost mark": _words(
        "这一项前面少了“- ”（减号加空格）",
        "The “- ” that begins an item of a list is missing here",
        "在这一项前补上“- ”，和其他各项对齐",
        "Put “- ” before this item, in line with the others",
    ),
    "value above": _words(
        "这个键后面已经写了值，下面不能再写下一级",
        "This key has a value already, so that nothing can stand below it",
        "这个值是下一级里的，移到下一行，写明它的键；是说明的，前面加半角“#”和空格",
        "Move it to a line of its own with its key; if it is a comment, put “# ” before it",
    ),
    "comparison": _words(
        "以“>”开头的值没有加引号",
        "A value that begins with > is not in quotes",
        "“大于等于”写作 ≥，如 ≥65%；要照印“>”的，用英文引号括起来：'>65%'",
        "Write ≥ for “at least”, as in ≥65%; to print “>”, put it in quotes: '>65%'",
    ),
    "single brace": _words(
        "引用只写了一层花括号，也没有加引号",
        "A citation has one pair of braces, and no quotes",
        "整段用英文引号括起来，引用写两层花括号：'{{{{ … }}}}万元'",
        "Put the text in quotes and write two pairs of braces: '{{{{ … }}}}万元'",
    ),
    "lost comma": _words(
        "两项之间少了半角逗号",
        "The comma between two entries is missing",
        "各项用半角逗号加空格隔开",
        "Separate the entries with “, ”",
    ),
    "no colon": _words(
        "这一行没有“键: 值”的冒号",
        "This line has no colon: it is neither a key nor part of a text",
        "写成“键: 值”；列表项前面加“- ”；若是上一行文字的续行，接到上一行末尾，或用“|”写多行",
        "Write key: value, or “- ” before an item; if it goes on from above, join it or use “|”",
    ),
    "block text": _words(
        "“|”或“>”后面不能直接写文字",
        "No text can follow “|” or “>” on the same line",
        "换一行，比键多缩进两格再写文字",
        "Start the text on the next line, two spaces further in than its key",
    ),
    "alias": _words(
        "“*”开头的是引用，但没有这个名字；若是文字须加引号",
        "A value that starts with * is an alias, and there is none of that name here",
        "若是文字，用英文引号 '…' 括起来；列表用“- ”，不用“*”",
        "If it is text, put it in quotes '…'; lists use “- ”, not “*”",
    ),
    "directive": _words(
        "以 % 开头的行不是数据",
        "A line that starts with % is no data",
        "删去这一行；若是文字，用英文引号 '…' 括起来",
        "Take the line away; if it is text, put it in quotes '…'",
    ),
    "unknown": _words(
        "从这里开始不合 YAML 的写法",
        "From here on this is not YAML",
        "检查这一行和上一行：半角冒号加空格、左边对齐、引号和括号成对；拿不准的文字用英文引号括起来",
        "Look at this line and the one above: “: ”, alignment, pairs of quotes and brackets",
    ),
}

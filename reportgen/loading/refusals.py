"""The findings of the text itself, YAML-01 to YAML-30: what each says and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reportgen.model.finding import DataPath, Finding, Place, Severity
from reportgen.wording.language import Wording

_SHOWN: Final = 40


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a code says, and how to mend it."""

    message: Wording
    hint: Wording


def _refusal(zh: str, en: str, hint_zh: str, hint_en: str) -> Refusal:
    return Refusal(Wording(zh=zh, en=en), Wording(zh=hint_zh, en=hint_en))


REFUSALS: Final[dict[str, Refusal]] = {
    "YAML-01": _refusal(
        "文件是空的",
        "The file is empty",
        "用 reportgen new 部门名称 --year 年度 生成一份带说明的文件，再填写",
        "Make a commented file with: reportgen new NAME --year YYYY",
    ),
    "YAML-02": _refusal(
        "文件不是 UTF-8 编码，看起来是 {encoding}",
        "The file is not UTF-8; it looks like {encoding}",
        "用记事本打开，“文件 → 另存为”，编码选“UTF-8”；WPS 另存为纯文本时同样选 UTF-8",
        "Open it in Notepad, choose Save As, encoding UTF-8 (in WPS: plain text, UTF-8)",
    ),
    "YAML-03": _refusal(
        "这不是文本文件，里面有二进制内容",
        "This is not a text file: it holds binary content",
        "Word、WPS、Excel 文件不能改名成 .yaml；请用记事本之类的编辑器另建文本文件",
        "A Word or Excel file cannot be renamed to .yaml; write a text file in an editor",
    ),
    "YAML-04": _refusal(
        "文件超过限度：{what}最多 {limit}",
        "The file is over the limit: at most {limit} {what}",
        "一个文件只写一个部门一年的数据；请检查是否粘贴了多余内容",
        "One file holds one department's year; look for content pasted by mistake",
    ),
    "YAML-05": _refusal(
        "缩进或间隔用了 Tab 键",
        "A tab is used to indent or to separate",
        "把 Tab 换成空格，每级缩进两个空格",
        "Use spaces, two for each level",
    ),
    "YAML-06": _refusal(
        "“{key}”后面用了全角冒号“：”",
        "A full-width colon “：” follows {key}",
        "改成半角冒号加一个空格：{key}: …；若确是文字，用英文引号 '…' 括起来",
        "Write an ASCII colon and a space: {key}: …; if it is text, put it in quotes '…'",
    ),
    "YAML-07": _refusal(
        "[ ] 或 {{ }} 里用“{mark}”隔开了各项",
        "“{mark}” separates the entries inside [ ] or {{ }}",
        "改成半角逗号加空格；若“{mark}”是文字的一部分，用英文引号 '…' 把这段文字括起来",
        "Write an ASCII comma and a space; if “{mark}” is text, put the text in quotes '…'",
    ),
    "YAML-08": _refusal(
        "用中文引号把整个值括了起来：{typed}",
        "Chinese quotes are used as YAML quotes: {typed}",
        "去掉引号，或改用英文引号；若要印出中文引号，外面再加英文单引号：'{typed}'",
        "Take the quotes off or use ASCII ones; to print them, wrap the text: '{typed}'",
    ),
    "YAML-09": _refusal(
        "有全角数字：{typed}",
        "There are full-width digits: {typed}",
        "改成半角数字：{plain}；若要照印全角，用英文引号 '…' 括起来",
        "Write ASCII digits: {plain}; to print them full-width, put them in quotes '…'",
    ),
    "YAML-10": _refusal(
        "数字里有千位分隔符：{typed}",
        "There are thousands separators in a number: {typed}",
        "去掉逗号，写成 {plain}；若是文字，用英文引号 '…' 括起来",
        "Leave the commas out: {plain}; if it is text, put it in quotes '…'",
    ),
    "YAML-11": _refusal(
        "YAML 会把 {typed} 读成别的数",
        "YAML would change {typed} into another number",
        "若是编号、时间等文字，用英文引号括起来：'{typed}'；若是数，请按平常写法写，如 0.5、1000",
        "If it is text, put it in quotes: '{typed}'; if a number, write it plainly",
    ),
    "YAML-12": _refusal(
        "YAML 会把 {typed} 读成“真/假”，不是文字",
        "YAML would read {typed} as true or false, not as text",
        "写成中文“是”“否”；若要原样保留，用英文引号括起来：'{typed}'",
        "Write 是 or 否; to keep it as it is, put it in quotes: '{typed}'",
    ),
    "YAML-13": _refusal(
        "键“{key}”写了两次，第一次在第 {first} 行",
        "The key {key} is given twice; first on line {first}",
        "保留一个；若是两条并列的内容，用“- ”开头写成列表",
        "Keep one; if both are wanted, write a list whose items start with “- ”",
    ),
    "YAML-14": _refusal(
        "不允许使用类型标记 {tag}",
        "The tag {tag} is not allowed",
        "删去感叹号开头的标记；若是文字，用英文引号 '…' 括起来",
        "Take the tag that starts with ! away; if it is text, put it in quotes '…'",
    ),
    "YAML-15": _refusal(
        "一个文件里有不止一份文档（又出现了“---”）",
        "The file holds more than one document (another “---”)",
        "一个文件只写一个部门一年；删去这一行，或把后面的内容另存为一个文件",
        "One file holds one department's year: delete this line or move the rest to a file",
    ),
    "YAML-16": _refusal(
        "文件最外层应是“键: 值”，这里却是{found}",
        "The top of the file must be keys with values; here is {found}",
        "从“年度: 2024”“部门:”这样的键写起",
        "Begin with keys such as 年度: 2024 and 部门:",
    ),
    "YAML-17": _refusal(
        "有看不见的字符 {character}",
        "There is an invisible character, {character}",
        "删去这个字符（常由网页或 PDF 粘贴而来），在原处重新输入",
        "Delete it (it often comes from a web page or a PDF) and type the text again",
    ),
    "YAML-18": _refusal(
        "不支持合并键“<<”",
        "The merge key << is not supported",
        "把要合并的内容直接写在这里",
        "Write the content here",
    ),
    "YAML-19": _refusal(
        "这里缺少键名，或键名不是文字",
        "A key is missing here, or is not a text",
        "每一项写成“键: 值”，键名是一个词",
        "Write each entry as key: value, where the key is a word",
    ),
    "YAML-20": _refusal("{cause}", "{cause}", "{remedy}", "{remedy}"),
    "YAML-21": _refusal(
        "“{key}:”的冒号后面少一个空格",
        "The space after the colon of {key}: is missing",
        "写成“{key}: …”，冒号后空一格；若确是文字，用英文引号 '…' 括起来",
        "Write {key}: … with a space; if it is text, put it in quotes '…'",
    ),
    "YAML-22": _refusal(
        "以 {{{{ 开头的文字没有加引号",
        "A text that starts with {{{{ is not in quotes",
        "整段用英文引号括起来：'{{{{ … }}}}万元'",
        "Put the whole text in quotes: '{{{{ … }}}}万元'",
    ),
    "YAML-23": _refusal(
        "文件读不出来：{cause}",
        "The file cannot be read: {cause}",
        "若正在其他程序中打开，请先关闭；再检查是否有读取权限",
        "Close it in other programs; then see whether you may read it",
    ),
    "YAML-24": _refusal(
        "问题太多，只列出前 {limit} 处，还有 {more} 处",
        "There are too many problems: the first {limit} are listed, {more} are not",
        "先改好列出的，再校验一次",
        "Mend these first, then check again",
    ),
    "YAML-25": _refusal(
        "“{dropped}”会被当作说明丢掉",
        "“{dropped}” would be dropped as a comment",
        "是正文的，把整段文字用英文引号 '…' 括起来；确是说明的，在 # 后面加一个空格",
        "A text: wrap all of it in quotes '…'. A comment: put a space after the #",
    ),
    "YAML-26": _refusal(
        "这里的空格是{blank}，YAML 不认",
        "The blank here is {blank}, which YAML does not know",
        "删去它，需要空格的换成半角空格（先切到英文输入法）；确是文字的，用英文引号 '…' 括起来",
        "Delete it, or type an ASCII space; if it is text, put it in quotes '…'",
    ),
    "YAML-27": _refusal(
        "列表项前面用了“{mark}”",
        "“{mark}” stands before an item of a list",
        "列表的每一项都以半角减号加空格“- ”开头；确是文字的，用英文引号 '…' 括起来",
        "Begin each item with an ASCII minus and a space, “- ”; text goes in quotes '…'",
    ),
    "YAML-28": _refusal(
        "用了全角括号“{typed}”",
        "A full-width bracket is used: {typed}",
        "改成半角括号 {plain}，里面的逗号、冒号也用半角；若是文字，用英文引号 '…' 括起来",
        "Write {plain}, with ASCII commas and colons inside; if it is text, put it in quotes '…'",
    ),
    "YAML-29": _refusal(
        "一段文字分写在几行，YAML 会接成一行，中间多出空格",
        "A text stands on several lines, which YAML would join with blanks",
        "接成一行写；分几段的，冒号后写“|”，从下一行起每段一行，比键多缩进两格",
        "Write it on one line; for paragraphs, write “|” and one on each line below, further in",
    ),
    "YAML-30": _refusal(
        "引号只有后一半：{quote}",
        "A quote closes that never opened: {quote}",
        "在文字开头补上同样的英文引号，或删去这一个；要照印的，外面再加一层另一种英文引号",
        "Put the same quote before the text or delete this one; to print it, use the other quotes",
    ),
}


def refuse(
    code: str, place: Place, path: DataPath = (), other: Place | None = None, **arguments: object
) -> Finding:
    """Return the finding `code` at `place`; long texts among `arguments` are cut short."""
    said = {
        name: shorten(value) if isinstance(value, str) else value
        for name, value in arguments.items()
    }
    refusal = REFUSALS[code]
    return Finding(
        code,
        Severity.ERROR,
        refusal.message,
        refusal.hint,
        place,
        path,
        said,
        other=other,
    )


def shorten(text: str) -> str:
    """Return `text` on one line, at most 40 characters of it."""
    line = " ".join(text[: _SHOWN * 4].split())
    return line if len(line) <= _SHOWN and len(text) <= _SHOWN * 4 else line[:_SHOWN] + "…"

"""What is said of wrong tags, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reportgen.wording.language import Wording

# FORM-01
UNKNOWN_FIELD: Final = Wording("没有“{name}”这一项", 'there is no "{name}"')
PYTHON_METHOD: Final = Wording(
    "没有“{name}”这一项，表单里也用不了 Python 的方法",
    'there is no "{name}", and methods of Python are out of reach of forms',
)
SEE_TAGS: Final = Wording(
    "{suggestion}可用的名称与数据文件的键相同，见 reportgen forms tags",
    "{suggestion}The names are the keys of the data files: reportgen forms tags",
)
NEEDS_SCOPE: Final = Wording(
    "“本件”只在逐项出文书的表单里有：在模板旁边建一个同名的 .yaml，写上“范围: 项目”"
    "（或 征求意见、整改）",
    "Only forms made one by one know 本件: put a .yaml of the same name beside the template with "
    "范围: 项目 (or 征求意见, 整改)",
)
# FORM-02
SYNTAX: Final = Wording("标签不完整或不成对", "a tag is incomplete or has no counterpart")
MEND_SYNTAX: Final = Wording(
    "{suggestion}检查花括号和 for/endfor、if/endif 是否成对；把标签整个重打一遍",
    "{suggestion}Check the braces and the pairs for/endfor, if/endif; type the tag anew",
)
# FORM-03
HAS_NO_PARTS: Final = Wording(
    "“{owner}”是单个的值，下面没有“{name}”", '"{owner}" is one value and has no "{name}"'
)
# FORM-04
IS_A_LIST: Final = Wording(
    "“{name}”是一个列表，要用 for 逐项取用", '"{name}" is a list: loop over it with for'
)
IS_A_GROUP: Final = Wording(
    "“{name}”是一组数据，要写到其中的一项", '"{name}" is a group: name one value in it'
)
# FORM-05
NOT_A_LIST: Final = Wording("“{name}”不是列表，不能用 for", '"{name}" is not a list')
# FORM-06
UNKNOWN_FILTER: Final = Wording("没有“|{name}”这个过滤器", 'there is no filter "|{name}"')
UNKNOWN_TEST: Final = Wording("没有“is {name}”这个判断", 'there is no test "is {name}"')
# FORM-07
LOST: Final = Wording("标签旁边的“{lost}”会丢失", '"{lost}" beside the tag would be lost')
DROPPED: Final = Wording("这个标签会丢失", "the tag would be lost")
STAND_ALONE: Final = Wording(
    "带 p、tr、tc 的标签连同所在的段、行、格一起消失，要单独占一段、一行、一格",
    "A tag with p, tr or tc vanishes with its paragraph, row or cell: give it one of its own",
)
# FORM-08
FORBIDDEN: Final = Wording("这里不能用“{name}”标签", 'the tag "{name}" cannot be used here')
ALLOWED: Final = Wording(
    "表单里可用 for、if、set 和 合并；纵向合并用 合并，不用 vm",
    "A form may use for, if, set and 合并; cells merge down with 合并, not with vm",
)
EATS: Final = Wording(
    "标签里的短横会吃掉旁边的文字和段落",
    "the dash in the tag eats the text and paragraphs beside it",
)
WITHOUT_DASHES: Final = Wording(
    "去掉短横；不想留空段，就用单独占一段的 {{%p … %}}",
    "Leave the dash out; where no empty paragraph may stay use {{%p … %}}, alone in its paragraph",
)
# FORM-09
UNREAD: Final = Wording("标签写在{spot}里，不会被替换", "a tag in {spot} is not filled in")
BOUND: Final = Wording(
    "标签在与数据绑定的内容控件里，Word 打开时会用绑定的内容盖掉它",
    "a tag in a content control bound to data, which Word overwrites when it opens the file",
)
MOVE_IT: Final = Wording(
    "把标签移到正文、表格、页眉页脚或文本框的文字里",
    "Move the tag into the text of the body, a table, a header, a footer or a text box",
)
REMOVE_CONTROL: Final = Wording(
    "右键该内容控件，选“删除内容控件”，再打标签",
    "Remove the content control, then type the tag",
)
# FORM-10 ..
BROKEN_OVER: Final = Wording("标签被拆在几段里", "a tag is broken over paragraphs")
JOIN_IT: Final = Wording(
    "一个标签要写在同一段里，中间不按回车", "Keep a tag in one paragraph, without Enter in it"
)
DELETED: Final = Wording(
    "标签在未接受的修订里", "a tag stands in a tracked change that was not accepted"
)
ACCEPT: Final = Wording(
    "先在“审阅”里接受或拒绝全部修订，再存为模板", "Accept or reject all changes, then save"
)
PERCENT: Final = Wording(
    "带 p、tr、tc 的标签里不能有 % 和 }}",
    "a tag with p, tr or tc cannot hold % or }}",
)
SET_FIRST: Final = Wording(
    "先在一段里用 {{% set 名 = … %}} 算好，再写 {{%p if 名 %}}",
    "Compute it first with {{% set name = … %}}, then write {{%p if name %}}",
)
SPACED: Final = Wording("{{% 与 p、tr、tc 之间多了空格", "a space stands before p, tr or tc")
CLOSE_UP: Final = Wording(
    "{{%tr、{{%tc、{{%p 要连着写，后面空一格", "Write {{%tr, {{%tc, {{%p without a space inside"
)
NO_TABLE: Final = Wording("tr、tc 标签不在表格里", "a tag with tr or tc outside a table")
INTO_TABLE: Final = Wording(
    "放进表格的一行或一格；表格外用 {{%p … %}}", "Put it in a table; outside one use {{%p … %}}"
)
UNLIKE: Final = Wording(
    "与它成对的开头标签前缀不同", "the tag that opens the pair has another prefix"
)
ALIKE: Final = Wording(
    "一对标签用同样的前缀，如 {{%tr for … %}} 与 {{%tr endfor %}}",
    "Give both the same, as {{%tr for … %}} and {{%tr endfor %}}",
)
TWO_TABLES: Final = Wording(
    "tr 的一对标签分在两张表里", "the two tags of a pair of tr are in two tables"
)
ONE_ROW: Final = Wording("tr 的一对标签写在同一行", "the two tags of a pair of tr are in one row")
TWO_ROWS: Final = Wording("tc 的一对标签不在同一行", "the two tags of a pair of tc are in two rows")
ONE_PARAGRAPH: Final = Wording(
    "p 的一对标签写在同一段", "the two tags of a pair of p are in one paragraph"
)
TORN: Final = Wording(
    "这一对标签把表格的行、格或段落拆散了",
    "the pair of tags tears a row, a cell or a paragraph apart",
)
OWN_LINES: Final = Wording(
    "tr 的开头、结尾各占同一张表的一行，tc 各占同一行的一格，p 各占一段",
    "Give each tag of tr a row of one table, of tc a cell of one row, of p a paragraph",
)
MERGE_OUTSIDE: Final = Wording(
    "合并标签不在表格的单元格里", "the tag 合并 stands outside a table cell"
)
MERGE_TWICE: Final = Wording(
    "这一格在 Word 里已经纵向合并过", "the cell is merged down in Word already"
)
MERGE_SECOND: Final = Wording("一格里有两个合并标签", "the cell holds two tags 合并")
MERGE_NESTED: Final = Wording(
    "表中套表的格里不能合并", "a cell of or with a nested table cannot merge"
)
MERGE_NO_LOOP: Final = Wording(
    "合并标签不在循环的行里，没有上一行可以合并", "no loop repeats the row of the tag 合并"
)
HOW_TO_MERGE: Final = Wording(
    "写在 {{%tr for … %}} 与 {{%tr endfor %}} 之间要合并的那一格里，那一格不要先合并",
    "Write it between {{%tr for … %}} and {{%tr endfor %}}, in a cell that is not merged yet",
)
IN_TEXT: Final = Wording(
    "子文档不能印在一段文字里", "a sub-document cannot be printed inside a paragraph"
)
OWN_PARAGRAPH: Final = Wording(
    "让标签单独占一段，写成 {{{{p … }}}}", "Give the tag a paragraph of its own, as {{{{p … }}}}"
)
OUT_OF_TEXT: Final = Wording(
    "带前缀的打印标签会把值放到文字之外，看不见", "the value would be put outside the text, unseen"
)
PLAIN_PRINT: Final = Wording(
    "打印用 {{{{ 名称 }}}}，不加 p、r、tr、tc", "Print with {{{{ name }}}}"
)
LOOP_OVER: Final = Wording("循环变量用在了循环之外", "a loop variable is used after its loop")
STAY_INSIDE: Final = Wording("把它移到 for 与 endfor 之间", "Move it between for and endfor")
SUPPRESSED_NOTHING: Final = Wording(
    "docxtpl-lint 的抑制注释没有对应的问题", "a docxtpl-lint comment suppresses nothing"
)
REMOVE_IT: Final = Wording("删掉这条注释", "Remove the comment")
FULL_WIDTH: Final = Wording(
    "标签里有全角符号“{sign}”", 'the tag holds the full-width sign "{sign}"'
)
HALF_WIDTH: Final = Wording(
    "切换到英文输入法，把标签重打一遍：{{{{ }}}}、{{% %}}、|、( )、.",
    "Switch to English input and type the tag anew: {{{{ }}}}, {{% %}}, |, ( ), .",
)
OTHER: Final = Wording("结构有问题：{detail}", "the structure is wrong: {detail}")
SEE_GUIDE: Final = Wording("写法见 docs/bring-your-own-form.md", "See docs/bring-your-own-form.md")
# FORM-23
NOT_ATTACHED: Final = Wording(
    "模板用到“{name}”，表单说明的“附带”里没有它",
    'The template uses "{name}", which 附带 does not name',
)
NOT_BESIDE: Final = Wording(
    "表单附带的“{name}”不在模板旁边", 'There is no "{name}" beside the template'
)
NAME_IT: Final = Wording(
    "把文件放在模板旁边，在同名的 .yaml 里写上 附带: [{name}]",
    "Put the file beside the template, and 附带: [{name}] into the .yaml of its name",
)
UNUSABLE_FILE: Final = Wording(
    "表单附带的“{name}”不是可用的图片或 Word 文档（.docx）",
    '"{name}", which the form brings in, is no usable picture or .docx',
)
SAVE_AGAIN: Final = Wording(
    "图片请用 .png 或 .jpg，文档请另存为 .docx", "Use a .png or .jpg, or save it as .docx"
)
HAS_TAGS: Final = Wording(
    "表单附带的“{name}”里有标签，附带的文档照原样印，标签不会计算",
    '"{name}", which the form brings in, holds tags: it is printed as it is',
)
NO_TAGS: Final = Wording(
    "把标签写到模板里，附带的文档只放文字", "Put the tags into the template, and only text here"
)
PICTURE_SIZE: Final = Wording(
    "图片“{name}”的宽度 {width} 毫米不能用", 'The picture "{name}" cannot be {width} mm wide'
)
WITHIN_THE_TEXT: Final = Wording(
    "写 1 到 {most}（版心的宽）之间的毫米数，不写则用原来的大小",
    "Give 1 to {most} millimetres, the width of the text; none means its own",
)
FORM_WORDS: Final[Mapping[str, tuple[tuple[Wording, Wording], ...]]] = {
    "FORM-01": ((UNKNOWN_FIELD, SEE_TAGS), (PYTHON_METHOD, SEE_TAGS), (UNKNOWN_FIELD, NEEDS_SCOPE)),
    "FORM-02": ((SYNTAX, MEND_SYNTAX),),
    "FORM-03": ((HAS_NO_PARTS, SEE_TAGS),),
    "FORM-04": ((IS_A_LIST, SEE_TAGS), (IS_A_GROUP, SEE_TAGS)),
    "FORM-05": ((NOT_A_LIST, SEE_TAGS),),
    "FORM-06": ((UNKNOWN_FILTER, SEE_TAGS), (UNKNOWN_TEST, SEE_TAGS)),
    "FORM-07": ((LOST, STAND_ALONE), (DROPPED, STAND_ALONE)),
    "FORM-08": ((FORBIDDEN, ALLOWED), (EATS, WITHOUT_DASHES)),
    "FORM-09": ((UNREAD, MOVE_IT), (BOUND, REMOVE_CONTROL)),
    "FORM-10": ((BROKEN_OVER, JOIN_IT),),
    "FORM-11": ((DELETED, ACCEPT),),
    "FORM-12": ((PERCENT, SET_FIRST),),
    "FORM-13": ((SPACED, CLOSE_UP),),
    "FORM-14": ((NO_TABLE, INTO_TABLE),),
    "FORM-15": ((UNLIKE, ALIKE),),
    "FORM-16": tuple(
        (each, OWN_LINES) for each in (TORN, TWO_TABLES, ONE_ROW, TWO_ROWS, ONE_PARAGRAPH)
    ),
    "FORM-17": tuple(
        (each, HOW_TO_MERGE)
        for each in (MERGE_OUTSIDE, MERGE_TWICE, MERGE_SECOND, MERGE_NESTED, MERGE_NO_LOOP)
    ),
    "FORM-18": ((OUT_OF_TEXT, PLAIN_PRINT), (IN_TEXT, OWN_PARAGRAPH)),
    "FORM-19": ((LOOP_OVER, STAY_INSIDE),),
    "FORM-20": ((SUPPRESSED_NOTHING, REMOVE_IT),),
    "FORM-21": ((FULL_WIDTH, HALF_WIDTH),),
    "FORM-22": ((OTHER, SEE_GUIDE),),
    "FORM-23": (
        (NOT_ATTACHED, NAME_IT),
        (NOT_BESIDE, NAME_IT),
        (UNUSABLE_FILE, SAVE_AGAIN),
        (HAS_TAGS, NO_TAGS),
    ),
}
"""Every code of a template, each with what it says and how to mend it."""
LINE: Final = Wording(
    "{where}：{code} {tag} {message}。{hint}", "{where}: {code} {tag} {message}. {hint}"
)

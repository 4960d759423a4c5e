"""What is said of faults on pages, in both languages: what is wrong, and who can mend it how."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reportgen.export.pages.fault_words import IN_TEMPLATE, PageWords
from reportgen.export.pages.standard_words import STANDARD_WORDS
from reportgen.model.finding import Severity
from reportgen.wording.language import Wording

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING
_SHORTEN_OR_WIDEN: Final = Wording(
    "缩短这一格的文字；或请财政局的表单设计人员把“{column}”这一列加宽",
    'Shorten the text, or ask the bureau\'s form designer to widen the column "{column}"',
)
_GROW: Final = Wording(
    "缩短这段文字；或请财政局的表单设计人员把该行的行高从“固定值”改成“最小值”，并允许跨页断行",
    "Shorten the text, or ask the bureau's form designer to give the row a least height in "
    "place of an exact one and to let it break across pages",
)
PAGE_WORDS: Final[Mapping[str, PageWords]] = {
    "PAGE-01": PageWords(
        _ERROR,
        Wording("这一页没有字", "The page has no text"),
        Wording(
            "删掉末尾多余的空段或分页符；模板里就有的，请表单设计人员删",
            "Delete the empty paragraphs or the page break before it; if they are in the template, "
            "ask its designer",
        ),
    ),
    "PAGE-02": PageWords(
        _ERROR,
        Wording("有 {count} 个字印到了版心之外", "{count} character(s) are outside the margins"),
        Wording(
            "在 Word 里检查这里的缩进和表格宽度；模板里就有的，请表单设计人员改",
            "Check indents and table widths here in Word; if they are in the template, "
            "ask its designer",
        ),
    ),
    "PAGE-03": PageWords(
        _ERROR,
        Wording("表格比版心宽出 {over} 毫米", "A table is {over} mm past the margin"),
        Wording(
            "在“表格属性”里把表格宽度设为不超过版心；模板里就有的，请表单设计人员改",
            "Set the table no wider than the text area; if it is so in the template, "
            "ask its designer",
        ),
    ),
    "PAGE-04": PageWords(
        _ERROR,
        Wording("表格比版心低出 {over} 毫米", "A table is {over} mm below the text area"),
        _GROW,
    ),
    "PAGE-05": PageWords(
        _ERROR,
        Wording(
            "这一格太窄，连着 {count} 行每行只有一个字（本页这一列有 {cells} 格）",
            "The cell is too narrow: {count} lines of one character, one after the other "
            "({cells} such cell(s) in the column on this page)",
        ),
        _SHORTEN_OR_WIDEN,
    ),
    "PAGE-06": PageWords(
        _ERROR,
        Wording(
            "数字 {number} 被拆成了两行（本页这一列有 {cells} 格）",
            "The number {number} is broken over two lines "
            "({cells} such cell(s) in the column on this page)",
        ),
        _SHORTEN_OR_WIDEN,
    ),
    "PAGE-07": PageWords(
        _ERROR,
        Wording(
            "这些字没有印出来，全文共少 {count} 个字",
            "This text is on no page; {count} character(s) of the document are missing",
        ),
        _GROW,
    ),
    "PAGE-08": PageWords(
        _ERROR,
        Wording(
            "有 {count} 个字印出了格子", "{count} character(s) stand over the edge of the cell"
        ),
        _SHORTEN_OR_WIDEN,
    ),
    "PAGE-09": PageWords(
        _ERROR,
        Wording("字压着字，两行叠在了一起", "Lines are printed over each other"),
        Wording(
            "把这里的行距从“固定值”改成“最小值”或加大；模板里就有的，请表单设计人员改",
            "Give the lines a least pitch in place of an exact one, or a larger one; if it is so "
            "in the template, ask its designer",
        ),
    ),
    "PAGE-10": PageWords(
        _WARNING,
        Wording("标题落在页末，正文在下一页", "A heading is the last line of the page"),
        Wording(
            "在 Word 里选中标题，“段落”—“换行和分页”—勾选“与下段同页”",
            "Select the heading in Word and tick Paragraph, Line and page breaks, Keep with next",
        ),
    ),
    "PAGE-11": PageWords(
        _ERROR,
        Wording(
            "签字盖章的地方被拆开，后半截到了第 {next} 页",
            "The place to sign or seal is torn: its end is on page {next}",
        ),
        Wording(
            "缩短前面的文字；或在 Word 里取消该行的“允许跨页断行”，段落勾选“与下段同页”",
            "Shorten the text before it, or forbid the row to break across pages in Word and keep "
            "its paragraphs with the next",
        ),
    ),
    "PAGE-12": PageWords(
        _WARNING,
        Wording(
            "页码应为“— 本页页码 —”，这里{shown}",
            'The page number should be "— number —"; {shown}',
        ),
        IN_TEMPLATE,
    ),
    "PAGE-13": PageWords(
        _WARNING,
        Wording(
            "有 {count} 个字用了文书没有指定的字体 {face}",
            "{count} character(s) are printed in {face}, which the document does not name",
        ),
        Wording(
            "多半是这台电脑缺字体：运行 reportgen doctor 看缺什么、怎么装",
            "This computer most likely lacks a face: reportgen doctor says which and how to get it",
        ),
    ),
    "PAGE-14": PageWords(
        _WARNING,
        Wording(
            "只有 {count} 页，这种表单至少 {expected} 页",
            "It has {count} page(s); the form has at least {expected}",
        ),
        Wording(
            "看看是不是缺了一部分；页数写在表单说明的“页数”里",
            "See whether a part is missing; the number stands in the form's manifest under 页数",
        ),
    ),
    "PAGE-15": PageWords(
        _WARNING,
        Wording(
            "有 {count} 页，这种表单至多 {expected} 页",
            "It has {count} page(s); the form has at most {expected}",
        ),
        Wording(
            "缩短文字；确实要这么多页的，请表单设计人员改表单说明里的“页数”",
            "Shorten the texts; if so many are needed, change 页数 in the form's manifest",
        ),
    ),
    **STANDARD_WORDS,
    "PAGE-24": PageWords(
        _ERROR,
        Wording("读不出来，没有核对版面", "It cannot be read; its pages were not checked"),
        Wording(
            "用 Word 打开看看：损坏的重新生成（reportgen build --force），加密的取消密码",
            "Open it in Word: if it is broken, build it anew with reportgen build --force; "
            "if it has a password, take it off",
        ),
    ),
    "PAGE-25": PageWords(
        _ERROR,
        Wording(
            "它的 PDF“{pdf}”读不出来：损坏、加密或没有页面，没有核对版面",
            'Its PDF "{pdf}" cannot be read: it is broken, encrypted or has no pages; '
            "nothing was checked",
        ),
        Wording(
            "用 Word 或 WPS 打开“{file}”，重新导出 PDF，不设密码；或只给出 .docx，页面由程序生成",
            'Open "{file}" in Word or WPS and export the PDF anew, without a password; '
            "or give the .docx alone, whose pages are then made here",
        ),
    ),
    "PAGE-26": PageWords(
        _ERROR,
        Wording(
            "“{pdf}”不是这份文书的 PDF：文书的大部分文字不在上面，没有核对版面",
            '"{pdf}" is not the PDF of this document: most of its text is not there; '
            "nothing was checked",
        ),
        Wording(
            "用 Word 或 WPS 打开“{file}”，重新导出同名的 PDF；或只给出 .docx，页面由程序生成",
            'Open "{file}" in Word or WPS and export a PDF of the same name anew; '
            "or give the .docx alone, whose pages are then made here",
        ),
    ),
}
"""Every code of the pages."""
SHOWN: Final = Wording("是“{text}”", 'it is "{text}"')
NO_NUMBER: Final = Wording("没有页码", "there is none")
ON_PAGE: Final = Wording("第{page}页", "page {page}")
QUOTED: Final = Wording("{where}“{text}”", '{where} "{text}"')
IN_CELL: Final = Wording(
    "第{page}页 表{table} 行{row} 列{column}", "page {page} table {table} row {row} column {column}"
)
WHERE: Final = Wording("{where}", "{where}")
"""The place of a fault on the pages, among the arguments of its finding."""
WHOLE: Final = Wording("全文", "the document")

"""What the commands say."""

from __future__ import annotations

from typing import Final

from reportgen.model.finding import Severity
from reportgen.wording.language import Wording

SEVERITIES: Final = {
    Severity.ERROR: Wording("错误", "error"),
    Severity.WARNING: Wording("警告", "warning"),
    Severity.INFO: Wording("提示", "info"),
}
ANSWERED: Final = Wording("（已说明：{reason}）", " (answered: {reason})")
OTHER_PLACE: Final = Wording("另一处：{place}", "other place: {place}")
HINT: Final = Wording("建议：{hint}", "hint: {hint}")
ANSWER_AT: Final = Wording("；“说明”里的位置写 {place}", "; the 位置 under 说明 is {place}")
SUMMARY: Final = Wording(
    "{files} 个文件：{error} 个错误，{warning} 个警告，{info} 个提示，{answered} 个已说明",
    "{files} file(s): {error} error(s), {warning} warning(s), {info} info, {answered} answered",
)
CHECKING: Final = Wording("校验", "Checking")
PROVING: Final = Wording("核对版面", "Proofing")
ON_PAGE: Final = Wording("{file}：{where}：{mark} {message}", "{file}: {where}: {mark} {message}")
BUILDING: Final = Wording("生成", "Building")
CONVERTING: Final = Wording("转成 PDF", "Converting to PDF")
BUILT: Final = Wording(
    "已生成 {documents} 份文书，在 {output}", "{documents} document(s) built in {output}"
)
UNCHANGED: Final = Wording(
    "{documents} 份没有变化，未重新生成（--force 全部重做）",
    "{documents} document(s) are unchanged and were left alone (--force builds them again)",
)
ORPHAN: Final = Wording(
    "{file}：不是按现在的 {source} 生成的（数据不在了、变了，或没有要这份表单），留着未动",
    "{file}: not of the present {source} (gone, changed, or the form not asked for); left as it is",
)
STALE: Final = Wording(
    "{file}：与现在的 {origin} 已不是同一版，留着未动",
    "{file}: not of the present {origin} any more; left as it is",
)
PAGES_MADE: Final = Wording(
    "另有 {pdfs} 份 PDF、{pictures} 张页面图片", "with {pdfs} PDF and {pictures} page picture(s)"
)
PAGES_KEPT: Final = Wording(
    "{pdfs} 份 PDF、{pictures} 张页面图片没有变化，未重做",
    "{pdfs} PDF and {pictures} page picture(s) are unchanged and were left alone",
)
BLANK_IN_WORD_ONLY: Final = Wording(
    "--blank 只印 Word 空表，不转 PDF", "--blank prints Word documents only, no PDF"
)
LEAVE_OUT_PAGES: Final = Wording("去掉 --pdf、--png、--merge", "Leave out --pdf, --png and --merge")
RATE: Final = Wording("每秒 {rate} 个", "{rate} a second")
LEFT_OUT: Final = Wording(
    "{file}：没有“{form}”所需的数据，未生成；可用 -f {id} --blank 印空表",
    '{file}: no data for "{form}", left out; -f {id} --blank prints it empty',
)
LEFT_OUT_OF_MANY: Final = Wording(
    "{files} 份数据没有“{form}”所需的内容，未生成；可用 -f {id} --blank 印空表",
    '{files} files have no data for "{form}", left out; -f {id} --blank prints it empty',
)
LEFT_BEHIND: Final = Wording(
    "{file}：{output} 里还有它以前生成的 {documents} 份文书，内容不是现在的，请勿送出",
    "{file}: {output} still holds {documents} document(s) built of it before; they are out of date",
)
WITH_ERRORS: Final = Wording("有错误的 {count} 份：{files}", "{count} file(s) with errors: {files}")
AND_MORE: Final = Wording("{files} 等", "{files} and more")
WITHHELD: Final = Wording(
    "{file}：有 {errors} 个未说明的错误，按 --strict 未生成",
    "{file}: {errors} unanswered error(s), not built because of --strict",
)
UNREADABLE: Final = Wording(
    "{file}：读不成一份部门数据，已跳过", "{file}: cannot be read as a department, skipped"
)
FAILED: Final = Wording("{source}：{message}", "{source}: {message}")
OPEN_FINDINGS: Final = Wording(
    "仍有 {error} 个错误、{warning} 个警告未处理，详见 reportgen validate",
    "{error} error(s) and {warning} warning(s) stand open; see reportgen validate",
)
ERROR_PREFIX: Final = Wording("错误：{message}", "error: {message}")
FORM_ID: Final = Wording("表单", "Form")
FORM_TITLE: Final = Wording("名称", "Title")
FORM_SCOPE: Final = Wording("每份对应", "One for each")
FORM_PROFILES: Final = Wording("默认用于口径", "Built by default for")
NEW_WRITTEN: Final = Wording(
    "已建立 {file}。用编辑器填写后运行 reportgen validate，再运行 reportgen build",
    "{file} written. Fill it in, then run reportgen validate and reportgen build",
)
FILE_EXISTS: Final = Wording(
    "“{file}”已经存在，没有改动它", '"{file}" exists; it was left as it is'
)
OTHER_FILE: Final = Wording("换一个文件名：-o 文件名", "Choose another file name: -o FILE")
NOT_YAML: Final = Wording(
    "“{file}”的名字不是 .yaml 结尾；new 建立的是数据文件，Word 文书由 reportgen build 生成",
    '"{file}" does not end in .yaml: new makes a data file; reportgen build makes the documents',
)
NAME_YAML: Final = Wording("写成 -o 文件名.yaml", "Give it as -o NAME.yaml")
SCHEMA_WRITTEN: Final = Wording("已写出 {file}", "{file} written")
YEAR_RANGE: Final = Wording(
    "年度应是四位数字，19 或 20 开头，如 2024",
    "The year has four digits, 19.. or 20.., such as 2024",
)
PROGRAM: Final = "reportgen"
USAGE_HEADING: Final = Wording("用法：", "Usage: ")
OPTIONS_HEADING: Final = Wording("选项", "Options")
COMMANDS_HEADING: Final = Wording("命令", "Commands")
METAVARS: Final = {
    "[OPTIONS]": Wording("[选项]", "[OPTIONS]"),
    "COMMAND [ARGS]...": Wording("命令 [参数]...", "COMMAND [ARGS]..."),
    "[COMMAND] [ARGS]...": Wording("[命令] [参数]...", "[COMMAND] [ARGS]..."),
}
HELP_OPTION: Final = "显示用法 / show this message"
SENTENCE: Final = Wording("{sentence}", "{sentence}")
WRONG_USAGE: Final = Wording("命令用法不对：{detail}", "wrong usage: {detail}")
SEE_HELP: Final = Wording("用法见 {command} --help", "see {command} --help")
SEE_HELP_OR: Final = Wording(
    "{suggestion}用法见 {command} --help", "{suggestion}See {command} --help"
)
NO_SUCH_OPTION: Final = Wording("没有 {name} 这个选项", "there is no option {name}")
NO_SUCH_COMMAND: Final = Wording("没有“{name}”这个命令", 'there is no command "{name}"')
EXTRA: Final = Wording("多出来的参数：{extra}", "too many arguments: {extra}")
MISSING_PARAMETER: Final = Wording("缺少 {name}", "{name} is missing")
MISSING_ARGUMENT: Final = Wording("缺少 {name}（{meaning}）", "{name} ({meaning}) is missing")
ARGUMENTS: Final = {"NAME": Wording("部门名称", "the department's name")}
OPTION_WITHOUT_VALUE: Final = Wording("{name} 后面缺少值", "{name} needs a value")
FLAG_WITH_VALUE: Final = Wording("{name} 后面不带值", "{name} takes no value")
NOT_A_CHOICE: Final = Wording("{name} 只能是 {choices}", "{name} is one of {choices}")
NOT_A_COUNT: Final = Wording(
    "{name} 应是不小于 {least} 的整数", "{name} is a whole number, at least {least}"
)
BAD_PARAMETER: Final = Wording("{name} 的值不能用", "the value of {name} cannot be used")
NOT_A_FOLDER: Final = Wording(
    "“{path}”是文件，不能当输出文件夹", '"{path}" is a file, not a folder to build in'
)
OTHER_FOLDER: Final = Wording("换一个文件夹：-o 文件夹", "Choose another folder: -o FOLDER")
BLANK_READS_NOTHING: Final = Wording(
    "--blank 印空白表，不读数据文件", "--blank prints empty forms and reads no data file"
)
LEAVE_OUT_PATH: Final = Wording("去掉 {paths}", "Leave out {paths}")
BAD_NAME: Final = Wording(
    "部门名称是空的，或含有不能显示的字符",
    "The name is empty or holds a character that cannot be shown",
)
NAME_IT: Final = Wording(
    "写单位全称，如：reportgen new 某县卫生健康局 --year 2024",
    "Give the full name, as: reportgen new 某县卫生健康局 --year 2024",
)
CANNOT_PRINT: Final = Wording("无法输出：{reason}", "Cannot write the output: {reason}")
INTERRUPTED: Final = Wording(
    "已中断；写好的文书都是完整的", "Interrupted; what is written is whole"
)

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
ANSWERED: Final = Wording("（已说明：{reason}）", "(answered: {reason})")
OTHER_PLACE: Final = Wording("另一处：{place}", "other place: {place}")
HINT: Final = Wording("建议：{hint}", "hint: {hint}")
SUMMARY: Final = Wording(
    "{files} 个文件：{error} 个错误，{warning} 个警告，{info} 个提示，{answered} 个已说明",
    "{files} file(s): {error} error(s), {warning} warning(s), {info} info, {answered} answered",
)
CHECKING: Final = Wording("校验", "Checking")
BUILDING: Final = Wording("生成", "Building")
BUILT: Final = Wording(
    "已生成 {documents} 份文书，在 {output}", "{documents} document(s) built in {output}"
)
LEFT_OUT: Final = Wording(
    "{file}：没有“{form}”所需的数据，未生成；可用 -f {id} --blank 印空表",
    '{file}: no data for "{form}", left out; -f {id} --blank prints it empty',
)
WITHHELD: Final = Wording(
    "{file}：有 {errors} 个未说明的错误，按 --strict 未生成",
    "{file}: {errors} unanswered error(s), not built because of --strict",
)
UNREADABLE: Final = Wording(
    "{file}：读不成一份部门数据，已跳过", "{file}: cannot be read as a department, skipped"
)
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
FILE_EXISTS: Final = Wording("“{file}”已经存在，没有改动它", '"{file}" exists; it was left as it is')
OTHER_FILE: Final = Wording(
    "换一个文件名：-o 文件名", "Choose another file name: -o FILE"
)
SCHEMA_WRITTEN: Final = Wording("已写出 {file}", "{file} written")
YEAR_RANGE: Final = Wording("年度应是四位数字，如 2024", "The year has four digits, such as 2024")
USAGE: Final = Wording("命令用法不对：{detail}", "Wrong usage: {detail}")
SEE_HELP: Final = Wording("用法见 {command} --help", "See {command} --help")
NO_SUCH_OPTION: Final = Wording("没有 {name} 这个选项", "there is no option {name}")
NO_SUCH_COMMAND: Final = Wording("没有 {name} 这个命令", "there is no command {name}")
MISSING_PARAMETER: Final = Wording("缺少 {name}", "{name} is missing")
BAD_PARAMETER: Final = Wording("{name} 的值不能用", "the value of {name} cannot be used")
INTERRUPTED: Final = Wording("已中断；写好的文书都是完整的", "Interrupted; what is written is whole")

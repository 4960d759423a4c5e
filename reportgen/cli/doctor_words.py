"""What `reportgen doctor` says."""

from __future__ import annotations

from typing import Final

from reportgen.export.faces import Standing
from reportgen.wording.language import Wording

LINE: Final = Wording("{mark} {said}", "{mark} {said}")
FIX: Final = Wording("    {fix}", "    {fix}")
READY: Final = Wording("可以生成 Word 文书", "Word documents can be built")
NOT_READY: Final = Wording(
    "还不能生成 Word 文书：先改正标着 {mark} 的",
    "Word documents cannot be built yet: mend what is marked {mark}",
)
PROGRAM: Final = Wording(
    "reportgen {version}，Python {python}，{system}",
    "reportgen {version}, Python {python}, {system}",
)
CHINESE_SHOWN: Final = Wording(
    "终端：编码 {encoding}，能显示中文", "Terminal: encoding {encoding}, can show Chinese"
)
CHINESE_NOT_SHOWN: Final = Wording(
    "终端：编码 {encoding}，显示不了中文", "Terminal: encoding {encoding}, cannot show Chinese"
)
SHOW_CHINESE: Final = (
    Wording(
        "Windows：用“Windows 终端”，或先运行 chcp 65001 和 set PYTHONUTF8=1",
        "Windows: use Windows Terminal, or first run chcp 65001 and set PYTHONUTF8=1",
    ),
    Wording("Debian：export LC_ALL=C.UTF-8", "Debian: export LC_ALL=C.UTF-8"),
)
FACE: Final = {
    Standing.OFFICIAL: Wording("字体 {face}：已安装", "Face {face}: installed"),
    Standing.KIN: Wording(
        "字体 {face}：没有安装，有同类的 {by}", "Face {face}: not installed; its kin {by} is"
    ),
    Standing.OPEN: Wording(
        "字体 {face}：没有安装，PDF 和预览用开源的 {by} 代替",
        "Face {face}: not installed; the open {by} stands in for PDF and preview",
    ),
    Standing.OTHER: Wording(
        "字体 {face}：没有安装，会显示成 {by}，版面可能走样",
        "Face {face}: not installed; {by} is shown instead, pages may differ",
    ),
}
FACE_MISSING: Final = Wording(
    "字体 {face}：没有安装，也没有同类的，版面可能走样",
    "Face {face}: not installed, nor any of its kind; pages may differ",
)
INSTALL_TITLE_FACE: Final = Wording(
    "Windows：从方正字库取得“方正小标宋简体”，右键点字体文件，选“为所有用户安装”",
    "Windows: get FZXiaoBiaoSong-B05S from FounderType; right-click it, install for all users",
)
INSTALL_FACES: Final = Wording(
    "Windows：设置—应用—可选功能，添加“中文(简体)补充字体”，内有仿宋、楷体、黑体",
    "Windows: Settings, Apps, Optional features: add Chinese (Simplified) Supplemental Fonts",
)
INSTALL_IN_WPS: Final = Wording(
    "WPS：在字体列表的云字体里找到它下载；没有的照 Windows 的办法装",
    "WPS: download it from the cloud fonts in the font list, or install it as on Windows",
)
INSTALL_OPEN_FACES: Final = Wording(
    "Debian：sudo make system，装上代替它们的 Fandol 和 Noto CJK",
    "Debian: sudo make system installs Fandol and Noto CJK in their place",
)
NO_FONTCONFIG: Final = Wording(
    "字体：没有 fontconfig，看不出有哪些字体", "Faces: without fontconfig they cannot be listed"
)
INSTALL_FONTCONFIG: Final = Wording(
    "Debian：sudo make system，或 sudo apt install fontconfig",
    "Debian: sudo make system, or sudo apt install fontconfig",
)
RARE_SHOWN: Final = Wording(
    "生僻字（{characters}）：都能显示", "Rare characters ({characters}): all can be shown"
)
RARE_NOT_SHOWN: Final = Wording(
    "生僻字：{characters} 在 PDF 和预览里显示不了",
    "Rare characters: {characters} cannot be shown in PDF and preview",
)
INSTALL_NOTO: Final = Wording(
    "Debian：sudo make system，或 sudo apt install fonts-noto-cjk",
    "Debian: sudo make system, or sudo apt install fonts-noto-cjk",
)
OFFICE_FIT: Final = Wording("LibreOffice {version}", "LibreOffice {version}")
OFFICE_OLD: Final = Wording(
    "LibreOffice {version}：版面是用 {tested} 核对的，更旧的可能走样",
    "LibreOffice {version}: pages were proved with {tested}; an older one may set them otherwise",
)
OFFICE_SILENT: Final = Wording(
    "LibreOffice：{path} 不肯说自己的版本，可能坏了",
    "LibreOffice: {path} does not tell its version; it may be broken",
)
RENEW_OFFICE: Final = Wording("装新版：{how}", "Install a newer one: {how}")
OFFICE_ABSENT: Final = Wording(
    "LibreOffice：没有找到；生成 Word 用不着，PDF、页面图和 proof 用得着",
    "LibreOffice: not found; only PDF, page pictures and proof need it",
)
OFFICE_NOT_THERE: Final = Wording(
    "LibreOffice：环境变量 {variable} 写的“{path}”不是能运行的程序；"
    "生成 Word 用不着，PDF、页面图和 proof 用得着",
    'LibreOffice: the environment variable {variable} names "{path}", which is no program; '
    "only PDF, page pictures and proof need it",
)
MEND_VARIABLE: Final = Wording(
    "改成 soffice 所在的位置；或删掉这个环境变量，由程序自己找",
    "Let it name soffice, or take the variable away and let the program look for itself",
)
EXTRA_HERE: Final = Wording("扩展 {extra}：已安装", "Extra {extra}: installed")
EXTRA_ABSENT: Final = Wording(
    "扩展 {extra}：没有安装；只有 {used_by} 用得着",
    "Extra {extra}: not installed; for {used_by} only",
)
INSTALL_EXTRA: Final = Wording(
    '在 reportgen 的源码文件夹里运行：pip install ".[{extra}]"',
    'in the folder of its source: pip install ".[{extra}]"',
)
DATA: Final = Wording("数据：{count} 个文件（{folder}/）", "Data: {count} file(s) in {folder}/")
NO_DATA: Final = Wording("数据：{message}", "Data: {message}")
NO_PROFILE: Final = Wording(
    "数据：没有“{name}”这个口径，{file} 等 {count} 个文件生成不了",
    'Data: there is no profile "{name}"; {count} file(s) cannot be built, {file} first',
)
FORMS: Final = Wording(
    "表单：{count} 种，其中 {own} 种在自己的 templates/docx/",
    "Forms: {count}, of which {own} in your own templates/docx/",
)
FORMS_BROKEN: Final = Wording("表单：{message}", "Forms: {message}")
NO_FORMS: Final = Wording(
    "表单：一种也没有，程序没有装全", "Forms: none; the program is incomplete"
)
INSTALL_AGAIN: Final = Wording(
    "重新安装：pip install --force-reinstall reportgen",
    "Install it again: pip install --force-reinstall reportgen",
)
PROFILES: Final = Wording(
    "口径：{count} 种，其中 {own} 种在自己的 profiles/",
    "Profiles: {count}, of which {own} in your own profiles/",
)
PROFILE_BROKEN: Final = Wording("口径：{message}", "Profiles: {message}")
OUTPUT: Final = Wording("输出：{folder}/ 可以写入", "Output: {folder}/ can be written")
OUTPUT_CLOSED: Final = Wording("输出：{message}", "Output: {message}")

"""Rules on the grade: the word that a total score means."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.figures.grades import grade_meant, grade_of
from reportgen.figures.rounding import plain
from reportgen.model.finding import Severity
from reportgen.rules.readings.scorecards import BASIS, scorecards
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording


@rule(
    "SCR-14",
    Severity.ERROR,
    message=Wording(
        "总分{score}应为“{computed}”，表填“{stated}”",
        'Total {score} means "{computed}", form says "{stated}"',
    ),
    hint=Wording(
        "请按总分改等次，或核对总分；{lowest}分（含）以上为“{computed}”",
        'Change the grade, or check the total; "{computed}" starts at {lowest}',
    ),
    basis=BASIS,
)
def grade_follows_total(subject: Subject) -> Iterator[Hit]:
    """等次与总分相符。

    为什么：90（含）以上优，80（含）以上良，60（含）以上中，以下差；正好 90 分是优。
    错：总分 89，等次 优。
    对：总分 90，等次 优。
    """
    bands = subject.profile.grades
    for card in scorecards(subject):
        if card.verdict.grade is None:
            continue
        score = card.earned if card.verdict.score is None else card.verdict.score
        if score is None:
            continue
        meant, want = grade_meant(card.verdict.grade, bands), grade_of(score, bands)
        if meant is not None and want is not None and meant != want:
            lowest = next(band.lowest for band in bands if band.grade == want)
            yield Hit(
                (*card.verdict_path, "等次"),
                stated=card.verdict.grade,
                computed=want,
                arguments={"score": plain(score), "lowest": plain(lowest)},
                other=card.place_of_total("得分"),
            )


@rule(
    "SCR-15",
    Severity.WARNING,
    message=Wording(
        "等次应写“{scale}”，表填“{stated}”", 'Grade must be one of {scale}, form says "{stated}"'
    ),
    hint=Wording("表上照印所填，建议改写", "It is printed as typed; better write one of these"),
)
def grade_is_on_the_scale(subject: Subject) -> Iterator[Hit]:
    """等次用规定的字写。别称（优秀、良好）只提示。

    为什么：等次的写法全国统一为优、良、中、差，写“优秀”“良好”不便汇总，写“A”不知是哪一等。
    错：等次 优秀；等次 A。
    对：等次 优。
    """
    bands = subject.profile.grades
    for card in scorecards(subject) if bands else ():
        stated = card.verdict.grade
        if stated is None:
            continue
        scale = "/".join(band.grade for band in bands)
        if stated.strip() not in scale.split("/"):
            meant = grade_meant(stated, bands)
            yield Hit(
                (*card.verdict_path, "等次"),
                stated=stated,
                computed=meant,
                arguments={"scale": scale},
                severity=None if meant is None else Severity.INFO,
            )

import pytest

from reportgen.figures.naming import bare, named_place, names_on
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import DataPath

YEAR = DepartmentYear.model_validate(
    {
        "年度": "2023",
        "部门": {"名称": "某局", "职能": ["一", "二"]},
        "资金": {"来源": [{"名称": "财政拨款"}, {}]},
        "指标": [{"名称": "产出指标", "下级": [{"下级": [{"名称": "建档率：", "项目": "公卫"}]}]}],
    }
)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), ""),
        (("部门", "名称"), "部门/名称"),
        (("部门", "职能", 1), "部门/职能/第2项"),
        (("资金", "来源", 0, "执行数"), "资金/财政拨款/执行数"),
        (("资金", "来源", 1, "执行数"), "资金/来源/第2项/执行数"),
        (("指标", 0, "下级", 0, "下级", 0, "完成"), "指标/产出指标/下级/第1项/建档率/完成"),
        (("资金", "来源", 7), "资金/来源/第8项"),
    ],
)
def test_a_path_in_names(path: DataPath, place: str) -> None:
    assert named_place(path, YEAR) == place


def test_an_entry_may_be_called_by_each_of_its_names() -> None:
    names = names_on(("指标", 0, "下级", 0, "下级", 0), YEAR)
    assert names == (("指标",), ("产出指标",), ("下级",), ("第1项",), ("下级",), ("建档率", "公卫"))


def test_names_are_compared_bare() -> None:
    assert bare(" 指标 / 建档率： ") == "指标/建档率"

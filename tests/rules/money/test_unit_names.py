import pytest

from reportgen.rules.money.unit_names import is_headquarters, pair_units, spelled


def test_numbering_brackets_and_spaces_are_no_part_of_a_name() -> None:
    assert spelled("2、区 妇幼中心（区妇幼保健院、区保健站）", ["妇保院"]) == (
        "区妇幼中心",
        "区妇幼保健院",
        "区保健站",
        "妇保院",
    )
    assert spelled("区卫生监督所（本部）") == ("区卫生监督所",)
    assert spelled("1、") == ()


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("局机关", True),
        ("1、局机关", True),
        ("某县卫健局", True),
        ("中医院", False),
        ("1、", False),
    ],
)
def test_the_bureau_itself_is_known(name: str, *, own: bool) -> None:
    assert is_headquarters(spelled(name), ("某县卫健局",)) is own


@pytest.mark.parametrize(
    ("listed", "tabled", "same"),
    [
        ("某区中医院", "中医院", True),
        ("中医院", "某区中医院", True),
        ("松杨湖卫生服务中心", "松阳湖卫生服务中心", True),
        ("某区松杨湖卫生服务中心", "松阳湖卫生服务中心", True),
        ("某区疾病预防控制中心", "疾病预防控制中心门诊", False),
        ("疾病预防控制中心", "某区疾病预防控制中心门诊", True),
        ("第一小学", "第二小学", False),
        ("某区第一人民医院", "某区第二人民医院", False),
        ("某区中医院", "某区西医院", False),
        ("医院", "某区人民医院", False),
    ],
)
def test_two_spellings_of_one_unit(listed: str, tabled: str, *, same: bool) -> None:
    missing, extra = pair_units([spelled(listed)], [spelled(tabled)])
    assert (missing, extra) == (([], []) if same else ([0], [0]))


def test_the_closest_pair_is_taken_first() -> None:
    listed = [("某区陆城镇卫生院道仁矶分院",), ("某区陆城镇卫生院",)]
    assert pair_units(listed, [("陆城镇卫生院",)]) == ([0], [])


def test_each_unit_counts_once() -> None:
    assert pair_units([("中医院",), ("中医院",)], [("中医院",)]) == ([1], [])


def test_a_thousand_units_take_no_time() -> None:
    listed = [(f"某区{number:04}号街道社区卫生服务中心",) for number in range(1000)]
    tabled = [(f"{number:04}号街道社区卫生服务中心",) for number in range(500, 1500)]
    missing, extra = pair_units(listed, tabled)
    assert (missing, extra) == (list(range(500)), list(range(500, 1000)))

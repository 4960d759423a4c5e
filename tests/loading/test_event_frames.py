"""What an open list or group takes in."""

from reportgen.loading.event_frames import DocumentFrame, Frame
from reportgen.loading.places import NO_SPOTS


def test_a_list_numbers_what_it_takes() -> None:
    frame = Frame([], ("职能",), {})
    frame.put("甲", 5)
    assert frame.next_path == ("职能", 1)
    frame.put("乙", 9)
    assert frame.data == ["甲", "乙"]
    assert frame.spots == {0: (5, 5, NO_SPOTS), 1: (9, 9, NO_SPOTS)}


def test_a_group_takes_a_value_for_its_key_and_wants_the_next_key() -> None:
    frame = Frame({}, ("部门",), {}, is_map=True)
    frame.key, frame.key_start = "名称", 3
    assert frame.next_path == ("部门", "名称")
    frame.put("某局", 7)
    assert frame.data == {"名称": "某局"}
    assert frame.spots == {"名称": (7, 3, NO_SPOTS)}
    assert frame.wants_key


def test_what_a_group_refuses_is_read_and_not_kept() -> None:
    frame = Frame({}, (), {}, is_map=True, kept=False)
    frame.put("某局", 7)
    assert frame.data == {}
    assert frame.kept


def test_the_document_has_no_key_and_no_number() -> None:
    frame = DocumentFrame([], (), {})
    frame.put({}, 0)
    assert frame.next_path == ()

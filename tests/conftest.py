import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite the golden texts of the documents"
    )
    parser.addoption(
        "--update-seeds", action="store_true", help="rewrite what is found in the five departments"
    )
    parser.addoption(
        "--departments",
        type=int,
        default=10,
        help="how many random departments each form is built for (CI: 200)",
    )
    parser.addoption(
        "--mutations", type=int, default=400, help="how many files with slips are validated"
    )


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test find what another one, or the user, has compiled."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))

import re
from pathlib import Path

import pytest

from bot.config import Access, Channel, Config, ConfigError, Server, load_config

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"


def write(folder: Path, text: str | bytes) -> Path:
    file = folder / "config.toml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def test_the_example_loads_and_points_to_the_profiles_that_come_along() -> None:
    config = load_config(EXAMPLE, {})

    assert config.profiles is not None
    assert (config.profiles / "sources.toml").is_file()


def test_the_example_names_every_setting_but_the_token() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    keys = set(re.findall(r"(?m)^(?:# )?(\w+) = ", text))
    tables = set(re.findall(r"(?m)^(?:# )?\[+(?:\w+\.)?(\w+)\]+$", text))
    models = (Config, Access, Server, Channel)

    assert keys | tables == {name for model in models for name in model.model_fields} - {
        "token"
    }


def test_the_example_loads_with_every_setting_switched_on(tmp_path: Path) -> None:
    text = re.sub(r"(?m)^# (?=\w+ = |\[\[)", "", EXAMPLE.read_text(encoding="utf-8"))

    config = load_config(write(tmp_path, text), {})

    assert config.server[0].channel[0].profiles == ("john-example",)
    assert config.access.home_server == config.server[0].id


def test_without_a_file_everything_has_its_default() -> None:
    config = load_config(None, {})

    assert (config.profiles, config.default_profile, config.token) == (None, None, None)
    assert config.log_level == "WARNING"


def test_the_token_comes_from_the_environment_and_is_never_shown() -> None:
    config = load_config(None, {"DISCORD_TOKEN": "s3cr3t"})

    assert config.token is not None
    assert config.token.get_secret_value() == "s3cr3t"
    assert "s3cr3t" not in repr(config)


def test_an_empty_token_is_none() -> None:
    assert load_config(None, {"DISCORD_TOKEN": ""}).token is None


def test_a_token_in_the_file_is_refused_without_showing_it(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="set DISCORD_TOKEN instead") as caught:
        load_config(write(tmp_path, 'token = "s3cr3t"'), {})

    assert "s3cr3t" not in str(caught.value)


def test_a_folder_is_seen_from_the_file_that_names_it(tmp_path: Path) -> None:
    config = load_config(write(tmp_path, 'profiles = "people"'), {})

    assert config.profiles == tmp_path / "people"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('profile = "x"', "profile: is no setting; the settings are profiles"),
        ('log_level = "LOUD"', "log_level: input should be 'DEBUG'"),
        ("profiles = 5", "profiles: "),
        ("[access]\nrole = 1", "access.role: is no setting; the settings are home_server, "),
        (
            "[[server]]\nid = 1\nname = 'x'",
            "server.0.name: is no setting; the settings are id, ",
        ),
        ("a = ", "is not valid TOML"),
        (b"\xff", "is not UTF-8"),
        ("cooldown = " + "9" * 5000, "holds a number of too many digits"),
        ("a" + ".a" * 100_000 + " = 1", "has a key of more than 16 parts (line 1)"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(
    tmp_path: Path, text: str | bytes, said: str
) -> None:
    with pytest.raises(ConfigError, match=re.escape(said)):
        load_config(write(tmp_path, text), {})


def test_every_problem_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(write(tmp_path, 'x = 1\nlog_level = "LOUD"'), {})

    assert len(str(caught.value).splitlines()) == 2


def test_a_file_that_is_not_there_is_named_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="name a readable TOML file with --config"):
        load_config(tmp_path / "gone.toml", {})


def test_settings_do_not_change() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load_config(None, {}).log_level = "INFO"  # type: ignore[misc]


def test_the_archive_is_seen_from_the_file_that_names_it(tmp_path: Path) -> None:
    config = load_config(write(tmp_path, 'archive = "copies"'), {})

    assert config.archive == tmp_path / "copies"


def test_word_vectors_are_seen_from_the_file_or_are_a_name(tmp_path: Path) -> None:
    (tmp_path / "vectors").mkdir()
    file = tmp_path / "config.toml"
    found = []
    for named in ("vectors", "somebody/a-model"):
        file.write_text(f'semantic = "{named}"\n', encoding="utf-8")
        found.append(load_config(file, {}).semantic)

    assert found == [str(tmp_path / "vectors"), "somebody/a-model"]

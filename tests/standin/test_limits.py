"""Every limit lets its last character pass and refuses the next."""

from collections.abc import Callable, Iterator

import discord
import pytest

from tests.standin.errors import Problem
from tests.standin.limits.callback import choice_problems, modal_problems
from tests.standin.limits.commands import command_set_problems
from tests.standin.limits.message import Shape, message_problems
from tests.standin.protocol import Flag, Json, OptionKind
from tests.standin.sample import Asked, Stage, played


def _message(body: Json) -> Iterator[Problem]:
    shape = Shape(
        body.get("content", ""),
        body.get("embeds", []),
        body.get("components", []),
        len(body.get("attachments", [])),
        body.get("flags", 0),
    )
    return message_problems((), shape, body)


def _choices(body: Json) -> Iterator[Problem]:
    return choice_problems(("choices",), body["choices"], OptionKind.STRING)


def _modal(body: Json) -> Iterator[Problem]:
    return modal_problems((), body)


def _commands(body: Json) -> Iterator[Problem]:
    return command_set_problems(body["commands"])


def _embed(**parts: object) -> Json:
    return {"embeds": [{"title": "T", **parts}]}


def _row(*components: Json) -> Json:
    return {"components": [{"type": 1, "components": list(components)}]}


def _button(**parts: object) -> Json:
    return {"type": 2, "style": 2, "label": "L", "custom_id": "c", **parts}


def _link(url: str) -> Json:
    return {"type": 2, "style": 5, "label": "L", "url": url}


def _select(options: int, **parts: object) -> Json:
    lines = [{"label": str(each), "value": str(each)} for each in range(options)]
    return {"type": 3, "custom_id": "s", "options": lines, **parts}


def _v2(*components: Json) -> Json:
    return {"flags": int(Flag.COMPONENTS_V2), "components": list(components)}


def _text(size: int) -> Json:
    return {"type": 10, "content": "x" * size}


def _command(**parts: object) -> Json:
    return {"commands": [{"name": "ask", "description": "d", "type": 1, **parts}]}


def _options(number: int, **parts: object) -> Json:
    made = [{"type": 3, "name": f"o{n}", "description": "d", **parts} for n in range(number)]
    return _command(options=made)


def _field(number: int) -> Json:
    return {"name": "n", "value": str(number)}


def _input(size: int) -> Json:
    field = {"type": 4, "custom_id": "i", "value": "x" * size}
    return {"type": 18, "label": "L", "component": field}


def _form(*components: Json, **parts: object) -> Json:
    return {"title": "T", "custom_id": "c", "components": list(components), **parts}


def _spread(embeds: int, size: int) -> Json:
    return {"embeds": [{"description": "x" * size} for _ in range(embeds)]}


Check = Callable[[Json], Iterator[Problem]]
Make = Callable[[int], Json]
LIMITS: list[tuple[str, Check, int, Make]] = [
    ("content", _message, 2000, lambda n: {"content": "x" * n}),
    ("embeds", _message, 10, lambda n: {"embeds": [{"title": "T"}] * n}),
    ("embed title", _message, 256, lambda n: _embed(title="x" * n)),
    ("embed description", _message, 4096, lambda n: _embed(description="x" * n)),
    ("embed fields", _message, 25, lambda n: _embed(fields=[_field(e) for e in range(n)])),
    ("field name", _message, 256, lambda n: _embed(fields=[{"name": "x" * n, "value": "v"}])),
    ("field value", _message, 1024, lambda n: _embed(fields=[{"name": "n", "value": "x" * n}])),
    ("footer", _message, 2048, lambda n: _embed(footer={"text": "x" * n})),
    ("author", _message, 256, lambda n: _embed(author={"name": "x" * n})),
    ("sum over all embeds", _message, 1500, lambda n: _spread(4, n)),
    ("attachments", _message, 10, lambda n: {"attachments": [{"id": e} for e in range(n)]}),
    (
        "rows",
        _message,
        5,
        lambda n: {
            "components": [_row(_button(custom_id=str(e)))["components"][0] for e in range(n)]
        },
    ),
    (
        "buttons in a row",
        _message,
        5,
        lambda n: _row(*(_button(custom_id=str(e)) for e in range(n))),
    ),
    ("custom_id", _message, 100, lambda n: _row(_button(custom_id="x" * n))),
    ("button label", _message, 80, lambda n: _row(_button(label="x" * n))),
    (
        "button address",
        _message,
        512,
        lambda n: _row(_link("https://a.example/".ljust(n, "x"))),
    ),
    ("menu lines", _message, 25, lambda n: _row(_select(n))),
    ("menu placeholder", _message, 150, lambda n: _row(_select(1, placeholder="x" * n))),
    ("components v2", _message, 40, lambda n: _v2(*(_text(1) for _ in range(n)))),
    ("text of components v2", _message, 2000, lambda n: _v2(_text(n), _text(n))),
    (
        "choices",
        _choices,
        25,
        lambda n: {"choices": [{"name": "n", "value": str(e)} for e in range(n)]},
    ),
    ("choice name", _choices, 100, lambda n: {"choices": [{"name": "x" * n, "value": "v"}]}),
    ("choice value", _choices, 100, lambda n: {"choices": [{"name": "n", "value": "x" * n}]}),
    ("form title", _modal, 45, lambda n: _form(_input(1), title="x" * n)),
    (
        "form fields",
        _modal,
        5,
        lambda n: _form(*({"type": 10, "content": "x"} for _ in range(n))),
    ),
    ("form text", _modal, 4000, lambda n: _form(_input(n))),
    (
        "commands",
        _commands,
        100,
        lambda n: {"commands": [{"name": f"c{e}", "description": "d"} for e in range(n)]},
    ),
    ("command name", _commands, 32, lambda n: _command(name="x" * n)),
    ("command description", _commands, 100, lambda n: _command(description="x" * n)),
    ("command options", _commands, 25, _options),
]


@pytest.mark.parametrize(
    ("check", "most", "make"), [each[1:] for each in LIMITS], ids=[e[0] for e in LIMITS]
)
def test_a_limit_is_reached_and_not_passed(check: Check, most: int, make: Make) -> None:
    assert list(map(str, check(make(most)))) == []
    assert list(check(make(most + 1))) != []


@pytest.mark.parametrize(
    ("check", "body"),
    [
        (_message, _row(_button(), _button())),
        (_message, _row(_button(label=None))),
        (_message, _row(_button(custom_id=None))),
        (_message, _row(_button(custom_id=""))),
        (_message, _row(_link("javascript:alert(1)"))),
        (_message, _row({**_link("https://a.example"), "custom_id": "c"})),
        (_message, _row(_select(1), _button())),
        (_message, _row(_select(0))),
        (_message, _row(_select(2, max_values=3))),
        (_message, _row(_text(1))),
        (_message, {"components": [_text(1)]}),
        (_message, {"components": [{"type": 1, "components": []}]}),
        (_message, {**_v2(_text(1)), "content": "words"}),
        (_message, {**_v2(_text(1)), "embeds": [{"title": "T"}]}),
        (_message, _v2(_button())),
        (_message, _v2({"type": 9, "components": [_text(1)]})),
        (_message, _v2({"type": 17, "components": [{"type": 17, "components": [_text(1)]}]})),
        (_message, _embed(url="ftp://a.example")),
        (_message, {"embeds": [{}]}),
        (_message, {"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}}),
        (_choices, {"choices": [{"name": "n", "value": 3}]}),
        (_choices, {"choices": [{"name": "", "value": "v"}]}),
        (_modal, _form()),
        (_commands, _command(name="Ask Me")),
        (_commands, {"commands": _command()["commands"] * 2}),
        (
            _commands,
            _options(2, required=False)
            | {
                "commands": [
                    {
                        **_options(1)["commands"][0],
                        "options": [
                            {"type": 3, "name": "a", "description": "d"},
                            {"type": 3, "name": "b", "description": "d", "required": True},
                        ],
                    }
                ]
            },
        ),
        (_commands, _options(1, autocomplete=True, choices=[{"name": "n", "value": "v"}])),
        (_commands, _options(25, choices=[{"name": "x" * 100, "value": "x" * 100}] * 2)),
        (_commands, _command(type=3)),
    ],
)
def test_what_does_not_fit_together_is_refused(check: Check, body: Json) -> None:
    assert list(check(body)) != []


@played
async def test_a_refusal_names_the_field_as_discord_does(on: Stage) -> None:
    async def too_long(asked: Asked) -> None:
        with pytest.raises(discord.HTTPException) as refused:
            await asked.response.send_message("x" * 2001)
        await asked.response.send_message(refused.value.text)

    reply = await on.do(too_long)
    on.discord.violations.clear()

    assert reply.content == (
        "Invalid Form Body\nIn data.content: Must be 2000 or fewer in length."
    )
    assert on.discord.refused[0].code == 50035


@played
async def test_an_empty_message_is_refused(on: Stage) -> None:
    channel = on.bot.get_partial_messageable(on.channel.id)
    with pytest.raises(discord.HTTPException) as refused:
        await channel.send("")

    assert refused.value.code == 50006


@played
async def test_words_cannot_be_added_to_a_message_of_components(on: Stage) -> None:
    async def change(asked: Asked) -> None:
        view = discord.ui.LayoutView()
        text: discord.ui.TextDisplay[discord.ui.LayoutView] = discord.ui.TextDisplay("Words")
        await asked.response.send_message(view=view.add_item(text))
        with pytest.raises(discord.HTTPException) as refused:
            await asked.edit_original_response(content="More")
        await asked.followup.send(str(refused.value.code))

    reply = await on.discord.more(await on.do(change), followups=1)

    assert reply.followups[0].content == "50035"
    assert on.discord.now(reply).texts == ("Words",)

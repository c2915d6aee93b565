"""Details and texts as plain JSON values and back: the form in which a file keeps them.

What is written names every field. What is read may come from an older version of the program:
a field that is missing takes its default, and one that this version does not know is left out.
"""

import types
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.texts import Text

Json = dict[str, Any]


def details_to_dict(details: Details) -> Json:
    """The details with everything in them, as values that `json.dumps` takes."""
    return cast("Json", _plain(details))


def details_from_dict(values: Json) -> Details:
    """The details that `details_to_dict` wrote; raises ValueError or TypeError if they are none."""
    return cast("Details", _object(Details, values))


def text_to_dict(text: Text) -> Json:
    """The text with its points and phrases, as values that `json.dumps` takes."""
    return cast("Json", _plain(text))


def text_from_dict(values: Json) -> Text:
    """The text that `text_to_dict` wrote; raises ValueError or TypeError if it is none."""
    return cast("Text", _object(Text, values))


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(name): _plain(item) for name, item in value.items()}
    return value


def _object(kind: type[Any], values: object) -> Any:
    if not isinstance(values, dict):
        raise TypeError(f"{kind.__name__} cannot be read from {type(values).__name__}")
    hints = get_type_hints(kind)
    read: dict[str, Any] = {}
    for field in fields(kind):
        if field.name in values:
            read[field.name] = _value(hints[field.name], values[field.name])
        elif _is_required(field):
            raise ValueError(f"{kind.__name__} has no {field.name}")
    return kind(**read)


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _value(kind: Any, value: Any) -> Any:
    origin = get_origin(kind)
    if origin in (types.UnionType, Union):
        (inner,) = (part for part in get_args(kind) if part is not type(None))
        return None if value is None else _value(inner, value)
    if origin is tuple:
        return tuple(_value(get_args(kind)[0], item) for item in value)
    if origin is dict:
        return {str(name): str(item) for name, item in value.items()}
    if is_dataclass(kind):
        return _object(cast("type[Any]", kind), value)
    return kind(value)

"""JSON: `dumps`, `loads` and their like, over the coders of `_json`."""

import _json
from json.decoder import JSONDecodeError, JSONDecoder
from json.encoder import JSONEncoder

__all__ = ["JSONDecodeError", "JSONDecoder", "JSONEncoder", "dump", "dumps", "load", "loads"]

_default_encoder = JSONEncoder()
_default_decoder = JSONDecoder()


def dumps(
    obj,
    *,
    skipkeys=False,
    ensure_ascii=True,
    check_circular=True,
    allow_nan=True,
    cls=None,
    indent=None,
    separators=None,
    default=None,
    sort_keys=False,
    **kw,
):
    """The text of an object."""
    if (
        cls is None
        and ensure_ascii
        and check_circular
        and allow_nan
        and indent is separators is default is None
        and not (skipkeys or sort_keys or kw)
    ):
        return _json.encode(obj, _default_encoder)
    if cls is None:
        cls = JSONEncoder
    return cls(
        skipkeys=skipkeys,
        ensure_ascii=ensure_ascii,
        check_circular=check_circular,
        allow_nan=allow_nan,
        indent=indent,
        separators=separators,
        default=default,
        sort_keys=sort_keys,
        **kw,
    ).encode(obj)


def dump(obj, fp, **options):
    """Write the text of an object to a file."""
    fp.write(dumps(obj, **options))


def detect_encoding(b):
    """The encoding of a text in bytes, by its mark or the zeros around its first characters, which
    are ASCII."""
    if b.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "utf-32"
    if b.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    first = tuple(byte != 0 for byte in b[:4])
    if len(first) == 4 and not (first[0] and first[1]):
        if not first[0]:
            return "utf-16-be" if first[1] else "utf-32-be"
        return "utf-16-le" if first[2] or first[3] else "utf-32-le"
    if first == (False, True):
        return "utf-16-be"
    return "utf-16-le" if first == (True, False) else "utf-8"


def loads(
    s,
    *,
    cls=None,
    object_hook=None,
    parse_float=None,
    parse_int=None,
    parse_constant=None,
    object_pairs_hook=None,
    **kw,
):
    """The object of a text, str or bytes."""
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    elif isinstance(s, (bytes, bytearray)):
        s = s.decode(detect_encoding(s), "surrogatepass").removeprefix("\ufeff")
    else:
        raise TypeError(
            f"the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}"
        )
    if cls is None:
        if (
            object_hook is parse_float is parse_int is parse_constant is object_pairs_hook is None
            and not kw
        ):
            return _default_decoder.decode(s)
        cls = JSONDecoder
    for title, value in (
        ("object_hook", object_hook),
        ("object_pairs_hook", object_pairs_hook),
        ("parse_float", parse_float),
        ("parse_int", parse_int),
        ("parse_constant", parse_constant),
    ):
        if value is not None:
            kw[title] = value
    return cls(**kw).decode(s)


def load(fp, **options):
    """The object of the text in a file."""
    return loads(fp.read(), **options)

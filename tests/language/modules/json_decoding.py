# boards: virtual
import json

for text in (
    "null", "true", "false", "0", "-0", "12", "-7", "1.5", "-0.0", "1e5", "1E+2", "2.5e-3", "123456789012345678901234567890",
    '""', '"abc"', r'"\"\\\/\b\f\n\r\t"', r'"\u00e9\u20AC\ud83d\ude00"', r'"\ud83dx"', r'"\ude00"', r'"\ud83d\u0041"', '"é€😀"',
    "[]", "[ ]", "[1,2]", " [ 1 , [ ] , {} ] ", "{}", '{"a":1}', ' { "a" : [ 1 ] , "b" : { } } ', '{"a":1,"a":2}',
    "NaN", "Infinity", "-Infinity", "\n\t\r 1 \n", "[1.0, 1e0, 100]", '{"é":"ü"}',
):
    print(repr(text), repr(json.loads(text)))
print(json.loads(b'{"a": "\xc3\xa9"}'), json.loads(bytearray(b"[1]")), json.loads(b"\xef\xbb\xbf[1]"))
print(json.loads('{"b":1,"a":[{"c":2}]}', object_pairs_hook=lambda pairs: pairs))
print(json.loads('{"b":1,"a":[{"c":2}]}', object_hook=lambda d: sorted(d)))
print(json.loads("[1,2.5,1e3,-4]", parse_int=lambda s: "i" + s, parse_float=lambda s: "f" + s))
print(json.loads("[NaN,Infinity,-Infinity]", parse_constant=lambda s: s), json.loads('"a\tb"', strict=False))
print(json.JSONDecoder().raw_decode('{"a": 1} rest'), json.JSONDecoder().raw_decode("é[1]", 1), json.JSONDecoder(strict=False).decode('"\n"'))
for text in (
    "", " ", "x", "nul", "tru", "[", "[1", "[1,", "[1,]", "[,]", "[1 2]", "{", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', "{1:2}",
    "{a:1}", '{"a" 1}', '{"a":1 "b":2}', '"', '"abc', '"\\', '"\\x"', '"\\u12"', '"\\u12g4"', '"\\u1234', '"\n"', '"\x00"', "01", "-", "+1",
    "1.", ".5", "1e", "--1", "1 2", "[1]]", '{"a":[1,{"b":}]}', "[1,\n2,\n x]", '"é', '["é", x]', "\ufeff1", "Nan", "-Inf", "'a'",
):
    try:
        print(repr(text), json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), error, [error.msg, error.doc == text, error.pos, error.lineno, error.colno])
for action in (lambda: json.loads(5), lambda: json.loads(None), lambda: json.loads("[1]", object_hook=5)):
    try:
        print(action())
    except TypeError as error:
        print("TypeError", error)
print(issubclass(json.JSONDecodeError, ValueError))

class File:
    def read(self):
        return '{"x": [1, 2]}'


print(json.load(File()))
value = {"name": "é", "list": [1, 2.5, None, True, {"deep": []}], "n": -(10**20)}
print(json.loads(json.dumps(value)) == value, json.loads(json.dumps(value, indent=3, ensure_ascii=False)) == value)

# boards: virtual
import json
from json.decoder import JSONDecodeError, scanstring

print(scanstring('"a\\u00e9\\n"b', 1), scanstring("xé\"y", 0), scanstring('"tab\t"', 1, False))
for arguments in (('"abc', 1), ('"a\tb"', 1), ('"\\x"', 1), ('"\\u12"', 1), ('"\\u12g4"', 1)):
    try:
        print(scanstring(*arguments))
    except JSONDecodeError as error:
        print(error)
for encoding in "utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be":
    print(json.loads('{"a": "é"}'.encode(encoding)), json.loads("1".encode(encoding)))
print(json.detect_encoding(b"\xff\xfe[\0"), json.loads(b"\xef\xbb\xbf[1]"))

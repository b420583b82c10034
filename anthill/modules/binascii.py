"""The module `binascii`: bytes as hexadecimal digits and as base64, and checksums."""

from __future__ import annotations

from anthill.runtime.errors import PyError
from anthill.typed import NULL, Array, Ptr, Value, array_of, items_of, small, u8, u32, u64
from anthill.vm import errors, operations
from anthill.vm.features import LARGE, rare
from anthill.vm.messages import message
from anthill.vm.objects import bigint, exception, strings
from anthill.vm.objects import bytes as bytes_object
from anthill.vm.objects import int as int_object
from anthill.vm.objects import str as str_object
from anthill.vm.objects.builtin import function
from anthill.vm.objects.bytes import Buffer, Bytes, ByteString
from anthill.vm.objects.bytes_methods import hex_buffer
from anthill.vm.objects.exception import exception_type
from anthill.vm.objects.module import builtin_module
from anthill.vm.objects.str import Str

BINASCII = builtin_module("binascii")
BINASCII_ERROR = exception_type("Error", exception.VALUE_ERROR, BINASCII)
if LARGE:
    exception_type("Incomplete", exception.EXCEPTION, BINASCII)

DIGITS: bytes = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
"""What base64 writes for six bits."""
NOTHING = 64
"""What `six_bits` answers for other characters."""


def binascii_error(number: int) -> PyError:
    """A binascii.Error with a message."""
    return errors.plain_error(BINASCII_ERROR, number)


def buffer_argument(data: Value) -> Buffer:
    """An argument that must be bytes-like; what it holds does not move while it is used."""
    buffer = strings.buffer_argument(data)
    return buffer if isinstance(buffer, ByteString) else buffer.copied()


def text_argument(data: Value) -> Value:
    """An argument that may also be a string of ASCII characters."""
    if isinstance(data, Str):
        if not str_object.is_ascii(data):
            raise errors.value_error(
                message("string argument should contain only ASCII characters")
            )
        return data
    if not isinstance(data, Buffer):
        raise errors.type_error_with(
            message("argument should be bytes, buffer or ASCII string, not '%t'"), data, NULL
        )
    return buffer_argument(data)


# Hexadecimal.


def hexlify(data: Value, separator: Value, group: Value) -> Value:
    """`hexlify(data[, sep[, bytes_per_sep]])`."""
    text = hex_buffer(buffer_argument(data), separator, group)
    return bytes_object.new_bytes(strings.data_of(text), strings.size_of(text))


def unhexlify(text: Value) -> Value:
    """`unhexlify(hexstr)`."""
    source = text_argument(text)
    n = strings.size_of(source)
    if n % 2 != 0:
        raise binascii_error(message("Odd-length string"))
    result = bytes_object.raw_bytes(n // 2)
    p = strings.data_of(source)
    for index in range(n // 2):
        high = bigint.digit_value(int(p[2 * index]))
        low = bigint.digit_value(int(p[2 * index + 1]))
        if high >= 16 or low >= 16:
            raise binascii_error(message("Non-hexadecimal digit found"))
        result.data[index] = u8(high << 4 | low)
    return result


for _title in ("hexlify", "b2a_hex") if LARGE else ("hexlify",):
    function(BINASCII, _title, required=1, keywords="data sep bytes_per_sep")(hexlify)
for _title in ("unhexlify", "a2b_hex") if LARGE else ("unhexlify",):
    function(BINASCII, _title)(unhexlify)


# Base64.


@function(BINASCII, "b2a_base64", variadic=True, least=1, most=1, keywords="newline")
def b2a_base64(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`b2a_base64(data, *, newline=True)`."""
    source = buffer_argument(args[0])
    n = strings.size_of(source)
    end = 1 if keywords[0] is NULL or operations.truth(keywords[0]) else 0
    size = (n + 2) // 3 * 4
    result = bytes_object.raw_bytes(size + end)
    p = strings.data_of(source)
    q = items_of(result.data)
    for index in range((n + 2) // 3):
        at = 3 * index
        bits = int(p[at]) << 16
        if at + 1 < n:
            bits |= int(p[at + 1]) << 8
        if at + 2 < n:
            bits |= int(p[at + 2])
        for digit in range(4):
            q[4 * index + digit] = u8(DIGITS[bits >> (18 - 6 * digit) & 63])
    if n % 3 != 0:
        q[size - 1] = u8(ord("="))
    if n % 3 == 1:
        q[size - 2] = u8(ord("="))
    if end:
        q[size] = u8(ord("\n"))
    return result


def six_bits(c: int) -> int:
    """What a digit of base64 stands for; NOTHING for other characters."""
    if ord("A") <= c <= ord("Z"):
        return c - ord("A")
    if ord("a") <= c <= ord("z"):
        return c - ord("a") + 26
    if ord("0") <= c <= ord("9"):
        return c - ord("0") + 52
    return 62 if c == ord("+") else 63 if c == ord("/") else NOTHING


@rare(function(BINASCII, "a2b_base64", variadic=True, least=1, most=1, keywords="strict_mode"))
def a2b_base64(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`a2b_base64(string, *, strict_mode=False)`: unless strict, other characters are skipped."""
    return decoded_base64(args[0], keywords[0] is not NULL and operations.truth(keywords[0]))


def a2b_base64_lenient(string: Value) -> Value:
    """`a2b_base64(string)` of small boards."""
    return decoded_base64(string, False)


if not LARGE:
    function(BINASCII, "a2b_base64")(a2b_base64_lenient)


def decoded_base64(string: Value, strict: bool) -> Value:
    """The bytes that base64 stands for."""
    source = text_argument(string)
    n = strings.size_of(source)
    result = bytes_object.raw_bytes((n + 3) // 4 * 3)
    size = decode_base64(strings.data_of(source), n, strict, result)
    return bytes_object.new_bytes(items_of(result.data), size)


def decode_base64(p: Ptr[u8], n: int, strict: bool, result: Bytes) -> int:
    """Decode `n` characters; the number of bytes that they are."""
    place = 0
    """Digits of the group of four that were read."""
    padding = 0
    started = False
    rest = 0
    size = 0
    if LARGE and strict and n > 0 and p[0] == ord("="):
        raise binascii_error(message("Leading padding not allowed"))
    for index in range(n):
        c = int(p[index])
        if c == ord("="):
            started = LARGE
            padding += 1 if place >= 2 else 0
            if place + padding >= 4:
                if LARGE and strict and index + 1 < n:
                    raise binascii_error(message("Excess data after padding"))
                return size
            if LARGE and strict and place == 0:
                raise binascii_error(message("Excess padding not allowed"))
            continue
        bits = six_bits(c)
        if bits == NOTHING:
            if LARGE and strict:
                raise binascii_error(message("Only base64 data is allowed"))
            continue
        if LARGE and strict and started:
            raise binascii_error(message("Discontinuous padding not allowed"))
        padding = 0
        rest = rest << 6 | bits
        place += 1
        if place > 1:
            result.data[size] = u8(rest >> (8 - 2 * place) if place < 4 else rest)
            size += 1
        if place == 4:
            place = 0
            rest = 0
    if place == 1:
        raise errors.error_with(
            BINASCII_ERROR,
            message(
                "Invalid base64-encoded string: number of data characters (%d) cannot be 1 more "
                "than a multiple of 4"
            ),
            small(size // 3 * 4 + 1),
            NULL,
        )
    if place > 0:
        raise binascii_error(message("Incorrect padding"))
    return size


# Checksums.


def _crc_table(polynomial: int) -> Array[u32]:
    """What four bits do to a checksum whose lowest bit is the oldest."""
    table = array_of(u32, 16)
    for index in range(16):
        value = index
        for _ in range(4):
            value = value >> 1 ^ (polynomial if value & 1 else 0)
        table[index] = value
    return table


CRC32: Array[u32] = _crc_table(0xEDB88320)
"""IEEE 802.3, clause 3.2.9."""


@function(BINASCII, "crc32", required=1)
def crc32(data: Value, start: Value) -> Value:
    """`crc32(data[, value])`."""
    crc = u32(0xFFFFFFFF)
    if start is not NULL:
        crc = ~u32(bigint.low_bits(int_object.integer_value(start)))
    source = buffer_argument(data)
    p = strings.data_of(source)
    for index in range(strings.size_of(source)):
        crc = crc ^ p[index]
        crc = crc >> 4 ^ CRC32[int(crc & 15)]
        crc = crc >> 4 ^ CRC32[int(crc & 15)]
    return bigint.from_u64(u64(~crc))


@rare(function(BINASCII, "crc_hqx"))
def crc_hqx(data: Value, start: Value) -> Value:
    """`crc_hqx(data, value)`: CRC-CCITT, polynomial 0x1021."""
    crc = int(bigint.low_bits(int_object.integer_value(start))) & 0xFFFF
    source = buffer_argument(data)
    p = strings.data_of(source)
    for index in range(strings.size_of(source)):
        crc ^= int(p[index]) << 8
        for _ in range(8):
            crc = crc << 1 ^ (0x11021 if crc & 0x8000 else 0)
    return small(crc)

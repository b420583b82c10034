"""The module `hashlib`: MD5 (RFC 1321), SHA-1 and SHA-256 (FIPS 180-4).

All three take blocks of 64 bytes into a state of words of 32 bits; the state, with the number of
bytes taken and the bytes of the block that is not full yet, is a Hash.
"""

from __future__ import annotations

import math

from anthill.typed import (
    NULL,
    Array,
    Ptr,
    Value,
    array_of,
    copy_items,
    hot,
    items_of,
    small,
    u8,
    u32,
    u64,
)
from anthill.vm import errors
from anthill.vm.messages import message
from anthill.vm.objects import bytes as bytes_object
from anthill.vm.objects import strings
from anthill.vm.objects.builtin import function, getter, method
from anthill.vm.objects.bytes import Buffer, Bytes, ByteString
from anthill.vm.objects.bytes_methods import hex_buffer
from anthill.vm.objects.module import builtin_module
from anthill.vm.objects.object import Obj
from anthill.vm.objects.singletons import NONE
from anthill.vm.objects.str import Str, equal, name
from anthill.vm.objects.type import builtin_type

HASHLIB = builtin_module("hashlib")
BLOCK = 64

MD5 = 0
SHA1 = 1
SHA256 = 2
WORDS: bytes = bytes((4, 5, 8))
"""Words of the state, by algorithm."""


def _table(content: list[int]) -> Array[u32]:
    table = array_of(u32, len(content))
    table.storage[:] = content
    return table


def _primes(count: int) -> list[int]:
    found: list[int] = []
    candidate = 2
    while len(found) < count:
        if all(candidate % prime for prime in found):
            found.append(candidate)
        candidate += 1
    return found


def _cube_root_bits(n: int) -> int:
    """The first 32 bits of the fraction of a cube root."""
    root = round((n << 96) ** (1 / 3))
    while root**3 > n << 96:
        root -= 1
    while (root + 1) ** 3 <= n << 96:
        root += 1
    return int(root) & 0xFFFFFFFF


MD5_START: Array[u32] = _table([0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476])
SHA1_START: Array[u32] = _table([0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0])
SHA256_START: Array[u32] = _table([math.isqrt(p << 64) & 0xFFFFFFFF for p in _primes(8)])
MD5_SINES: Array[u32] = _table([int(abs(math.sin(i + 1)) * 2**32) for i in range(64)])
MD5_SHIFTS: bytes = bytes((7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21))
SHA256_ROUNDS: Array[u32] = _table([_cube_root_bits(p) for p in _primes(64)])


class Hash(Obj):
    """A hash of the bytes taken so far."""

    algorithm: int
    state: Array[u32]
    schedule: Array[u32]
    """Room for the words of a block."""
    block: Array[u8]
    taken: u64


def rotate_left(x: u32, bits: int) -> u32:
    """`x` with its highest bits moved to the low end."""
    return u32(x << bits) | x >> (32 - bits)


def new_hash(algorithm: int) -> Hash:
    """A Hash of nothing."""
    start = MD5_START if algorithm == MD5 else SHA1_START if algorithm == SHA1 else SHA256_START
    state = array_of(u32, len(start))
    copy_items(items_of(state), items_of(start), len(start))
    room = 16 if algorithm == MD5 else 80 if algorithm == SHA1 else 64
    return Hash(algorithm, state, array_of(u32, room), array_of(u8, BLOCK), u64(0))


def take(self: Hash, p: Ptr[u8], n: int) -> None:
    """Take bytes."""
    filled = int(self.taken) & (BLOCK - 1)
    self.taken += u64(n)
    while n > 0:
        count = min(BLOCK - filled, n)
        copy_items(items_of(self.block, filled), p, count)
        p = p + count
        n -= count
        filled += count
        if filled == BLOCK:
            take_block(self)
            filled = 0


def take_block(self: Hash) -> None:
    """Mix the full block into the state."""
    words = self.schedule
    for index in range(16):
        word = u32(0)
        for place in range(4):
            byte = self.block[4 * index + place]
            word |= u32(byte) << (8 * place if self.algorithm == MD5 else 24 - 8 * place)
        words[index] = word
    if self.algorithm == MD5:
        mix_md5(items_of(self.state), items_of(words))
    elif self.algorithm == SHA1:
        mix_sha1(items_of(self.state), items_of(words))
    else:
        mix_sha256(items_of(self.state), items_of(words))


@hot
def mix_md5(state: Ptr[u32], words: Ptr[u32]) -> None:
    """MD5's 64 steps (RFC 1321, 3.4)."""
    a, b, c, d = state[0], state[1], state[2], state[3]
    for step in range(64):
        turn = step >> 4
        mixed = b & c | ~b & d
        place = step
        if turn == 1:
            mixed = d & b | ~d & c
            place = 5 * step + 1
        elif turn == 2:
            mixed = b ^ c ^ d
            place = 3 * step + 5
        elif turn == 3:
            mixed = c ^ (b | ~d)
            place = 7 * step
        total = u32(a + mixed + MD5_SINES[step] + words[place & 15])
        a, d, c = d, c, b
        b = u32(b + rotate_left(total, int(MD5_SHIFTS[4 * turn + (step & 3)])))
    state[0] = u32(state[0] + a)
    state[1] = u32(state[1] + b)
    state[2] = u32(state[2] + c)
    state[3] = u32(state[3] + d)


@hot
def mix_sha1(state: Ptr[u32], words: Ptr[u32]) -> None:
    """SHA-1's 80 steps (FIPS 180-4, 6.1.2)."""
    for index in range(16, 80):
        mixed = words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16]
        words[index] = rotate_left(mixed, 1)
    a, b, c, d, e = state[0], state[1], state[2], state[3], state[4]
    for step in range(80):
        mixed = b & c | ~b & d
        constant = u32(0x5A827999)
        if step >= 60:
            mixed = b ^ c ^ d
            constant = u32(0xCA62C1D6)
        elif step >= 40:
            mixed = b & c | b & d | c & d
            constant = u32(0x8F1BBCDC)
        elif step >= 20:
            mixed = b ^ c ^ d
            constant = u32(0x6ED9EBA1)
        total = u32(rotate_left(a, 5) + mixed + e + constant + words[step])
        e, d, c, b, a = d, c, rotate_left(b, 30), a, total
    state[0] = u32(state[0] + a)
    state[1] = u32(state[1] + b)
    state[2] = u32(state[2] + c)
    state[3] = u32(state[3] + d)
    state[4] = u32(state[4] + e)


@hot
def mix_sha256(state: Ptr[u32], words: Ptr[u32]) -> None:
    """SHA-256's 64 steps (FIPS 180-4, 6.2.2)."""
    for index in range(16, 64):
        x = words[index - 15]
        y = words[index - 2]
        small_x = rotate_left(x, 25) ^ rotate_left(x, 14) ^ x >> 3
        small_y = rotate_left(y, 15) ^ rotate_left(y, 13) ^ y >> 10
        words[index] = u32(words[index - 16] + small_x + words[index - 7] + small_y)
    a, b, c, d = state[0], state[1], state[2], state[3]
    e, f, g, h = state[4], state[5], state[6], state[7]
    for step in range(64):
        turned = rotate_left(e, 26) ^ rotate_left(e, 21) ^ rotate_left(e, 7)
        first = u32(h + turned + (e & f ^ ~e & g) + SHA256_ROUNDS[step] + words[step])
        turned = rotate_left(a, 30) ^ rotate_left(a, 19) ^ rotate_left(a, 10)
        second = u32(turned + (a & b ^ a & c ^ b & c))
        h, g, f, e = g, f, e, u32(d + first)
        d, c, b, a = c, b, a, u32(first + second)
    state[0] = u32(state[0] + a)
    state[1] = u32(state[1] + b)
    state[2] = u32(state[2] + c)
    state[3] = u32(state[3] + d)
    state[4] = u32(state[4] + e)
    state[5] = u32(state[5] + f)
    state[6] = u32(state[6] + g)
    state[7] = u32(state[7] + h)


def copied(self: Hash) -> Hash:
    """A Hash of the same bytes."""
    result = new_hash(self.algorithm)
    copy_items(items_of(result.state), items_of(self.state), len(self.state))
    copy_items(items_of(result.block), items_of(self.block), BLOCK)
    result.taken = self.taken
    return result


def finished(self: Hash) -> Bytes:
    """The digest: of a copy that takes the padding."""
    last = copied(self)
    padding = bytes_object.raw_bytes(BLOCK)
    padding.data[0] = u8(0x80)
    filled = int(self.taken) & (BLOCK - 1)
    take(last, items_of(padding.data), (120 if filled >= 56 else 56) - filled)
    bits = self.taken * 8
    for index in range(8):
        shift = 8 * index if self.algorithm == MD5 else 56 - 8 * index
        padding.data[index] = u8(bits >> shift)
    take(last, items_of(padding.data), 8)
    result = bytes_object.raw_bytes(4 * len(last.state))
    for index in range(len(result.data)):
        shift = 8 * (index & 3) if self.algorithm == MD5 else 24 - 8 * (index & 3)
        result.data[index] = u8(last.state[index >> 2] >> shift)
    return result


# What programs call.


def started(algorithm: int, data: Value) -> Value:
    """A Hash of some bytes, of none if `data` is NULL."""
    result = new_hash(algorithm)
    if data is not NULL:
        hash_update(result, data)
    return result


@function(HASHLIB, "md5", variadic=True, most=1, keywords="string usedforsecurity")
def hashlib_md5(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`md5([data])`."""
    return started(MD5, args[0] if count > 0 else keywords[0])


@function(HASHLIB, "sha1", variadic=True, most=1, keywords="string usedforsecurity")
def hashlib_sha1(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`sha1([data])`."""
    return started(SHA1, args[0] if count > 0 else keywords[0])


@function(HASHLIB, "sha256", variadic=True, most=1, keywords="string usedforsecurity")
def hashlib_sha256(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`sha256([data])`."""
    return started(SHA256, args[0] if count > 0 else keywords[0])


@function(HASHLIB, "new", variadic=True, least=1, most=2, keywords="data usedforsecurity")
def hashlib_new(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`new(name[, data])`."""
    title = args[0]
    if not isinstance(title, Str):
        raise errors.type_error_with(message("name must be a string, not %t"), title, NULL)
    data = args[1] if count > 1 else keywords[0]
    for algorithm in range(3):
        if equal(title, name_of(algorithm)):
            return started(algorithm, data)
    raise errors.value_error_with(message("unsupported hash type %s"), title, NULL)


def name_of(algorithm: int) -> Str:
    """The name of an algorithm."""
    return (
        name("md5") if algorithm == MD5 else name("sha1") if algorithm == SHA1 else name("sha256")
    )


HASH_TYPE = builtin_type("_hashlib.HASH", Hash)


@method(HASH_TYPE, "update")
def hash_update(self: Hash, data: Value) -> Value:
    """`hash.update(data)`."""
    if isinstance(data, Str):
        raise errors.type_error(message("Strings must be encoded before hashing"))
    if not isinstance(data, Buffer):
        raise errors.type_error(message("object supporting the buffer API required"))
    source = data if isinstance(data, ByteString) else data.copied()
    take(self, strings.data_of(source), strings.size_of(source))
    return NONE


method(HASH_TYPE, "digest")(finished)
method(HASH_TYPE, "copy")(copied)


@method(HASH_TYPE, "hexdigest")
def hash_hexdigest(self: Hash) -> Value:
    """`hash.hexdigest()`."""
    return hex_buffer(finished(self), NULL, NULL)


@getter(HASH_TYPE, "name")
def hash_name(self: Hash) -> Value:
    """`hash.name`."""
    return name_of(self.algorithm)


@getter(HASH_TYPE, "digest_size")
def hash_digest_size(self: Hash) -> Value:
    """`hash.digest_size`."""
    return small(4 * len(self.state))


@getter(HASH_TYPE, "block_size")
def hash_block_size(self: Hash) -> Value:
    """`hash.block_size`."""
    return small(BLOCK)

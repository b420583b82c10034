"""The numbers that texts mean as seeds: as in CPython, the text followed by its SHA-512."""

_MASK = (1 << 64) - 1


def _root_bits(power, count):
    """The first 64 bits behind the point of the square or cube roots of the first primes."""
    result = []
    candidate = 2
    while len(result) < count:
        if all(candidate % n for n in range(2, candidate) if n * n <= candidate):
            target = candidate << 64 * power
            low, high = 0, 1 << 70
            while high - low > 1:
                middle = (low + high) // 2
                if middle**power > target:
                    high = middle
                else:
                    low = middle
            result.append(low & _MASK)
        candidate += 1
    return result


def _rotated(word, bits):
    return word >> bits | (word << 64 - bits & _MASK)


def sha512(data):
    """The digest of bytes (FIPS 180-4)."""
    state = _root_bits(2, 8)
    constants = _root_bits(3, 80)
    padded = data + b"\x80" + bytes((111 - len(data)) % 128) + (8 * len(data)).to_bytes(16, "big")
    for start in range(0, len(padded), 128):
        block = padded[start : start + 128]
        words = [int.from_bytes(block[i : i + 8], "big") for i in range(0, 128, 8)]
        for i in range(16, 80):
            x, y = words[i - 15], words[i - 2]
            x = _rotated(x, 1) ^ _rotated(x, 8) ^ x >> 7
            y = _rotated(y, 19) ^ _rotated(y, 61) ^ y >> 6
            words.append(words[i - 16] + x + words[i - 7] + y & _MASK)
        a, b, c, d, e, f, g, h = state
        for word, constant in zip(words, constants, strict=True):
            mixed = _rotated(e, 14) ^ _rotated(e, 18) ^ _rotated(e, 41)
            first = h + mixed + (e & f ^ ~e & g) + constant + word
            mixed = _rotated(a, 28) ^ _rotated(a, 34) ^ _rotated(a, 39)
            second = mixed + (a & b ^ a & c ^ b & c)
            a, b, c, d, e, f, g, h = first + second & _MASK, a, b, c, d + first & _MASK, e, f, g
        state = [x + y & _MASK for x, y in zip(state, (a, b, c, d, e, f, g, h), strict=True)]
    return b"".join(word.to_bytes(8, "big") for word in state)


def number(a, version):
    """The number that a str, bytes or bytearray means."""
    if version == 1:
        text = a.decode("latin-1") if isinstance(a, bytes) else a
        x = ord(text[0]) << 7 if text else 0
        for char in map(ord, text):
            x = (1000003 * x ^ char) & _MASK
        x ^= len(text)
        return 590923713 if x == -1 else x
    data = a.encode() if isinstance(a, str) else bytes(a)
    return int.from_bytes(data + sha512(data), "big")

import struct


def run():
    packet = bytearray(12)
    total = 0
    for i in range(200):
        struct.pack_into("<BHhI", packet, 1, i & 255, i * 7, -i, i * i)
        kind, time, value, count = struct.unpack_from("<BHhI", packet, 1)
        total += kind + time + value + count
    return total & 0xFFFFFF

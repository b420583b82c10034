# boards: virtual
# Characters beyond ASCII that are not printable.
for s in ("\x80", "\xa0", "\xad", "\u200b", "\u2028", "\ue000", "\ud7ff", "\ufffe", "\U000e0001", "\u0378"):
    print(repr(s), ascii(s))

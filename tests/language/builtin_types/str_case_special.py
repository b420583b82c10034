# boards: virtual
# Cases that are more than one letter for another.
for s in ("\u01c5\u01c4\u01c6 \u01f2", "\ufb01x \ufb01", "\u1fb3\u1ffc", "\u1e9e\u00df", "A\u03a3", "\u03a3", "A\u03a3B", "A\u03a3 B", "A.\u03a3'", "a\u0345\u03a3", "\u0130I\u0131", "\u0149", "\u03a3A\u03a3", "ABC\u00c4", "", "\u13a0\uab70"):
    print(ascii(s.casefold()), ascii(s.title()), ascii(s.lower()), ascii(s.upper()), ascii(s.capitalize()), ascii(s.swapcase()))
print([c for c in range(0x3000) if chr(c).casefold() != chr(c).lower()][:20], sum(hash(chr(c).casefold()) != hash(chr(c)) for c in range(0x3000)))
print(sum(ord(x) for c in range(0x11000) if not 0xd800 <= c < 0xe000 for x in chr(c).casefold()[:2]) > 0)

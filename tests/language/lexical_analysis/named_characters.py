# boards: virtual
print("\N{DIGIT ONE}\N{greek small letter alpha}\N{SNOWMAN}", ascii("\N{CJK UNIFIED IDEOGRAPH-4E2D}"))
print(f"{1}\N{EURO SIGN}{2!r}", r"\N{EURO SIGN}", len("\N{GRINNING FACE}"))
print("\N{HANGUL SYLLABLE GA}", "\N{NO-BREAK SPACE}" == "\xa0", b"\N{x}")

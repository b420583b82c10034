# boards: virtual
# Digits of every script make numbers.
print(int("\u0661\u0662\u0663"), int("-\u0967\u0968"), float("\u0663.\u0661\u0664e\u0662"), int("\uff11\uff10", 2), complex("\u0661+\u0662j"), int("\u2003\u0665\u00a0"), int("\U0001d7d9\U0001d7ea"))
for bad in ("\u0661\u00b2", "\u2160", "\u0661.", "\u00bd"):
    try:
        print(int(bad))
    except ValueError as error:
        print(error)
try:
    print(float("\u0661\u00b2"))
except ValueError as error:
    print(error)

# boards: virtual
"""`divmod` asks the operands in the order of the other operators."""


class C9(int):
    def __repr__(self):
        return "C9"

    def __rdivmod__(self, other):
        return "rdivmod", other


class C10(C9):
    def __rdivmod__(self, other):
        return "r10"


class C11(C9):
    def __divmod__(self, other):
        return "divmod", type(other).__name__


class C12(float):
    def __divmod__(self, other):
        return NotImplemented


class C13:
    def __rdivmod__(self, other):
        return "13", type(other).__name__


class C14(float):
    def __rdivmod__(self, other):
        return NotImplemented


class C15(int):
    pass


made = 7, True, 2.5, 1j, "a", C9(3), C10(4), C11(5), C12(1.5), C13(), C14(2.5), C15(6), 0, 0.0
for a in made:
    for b in made:
        try:
            result = divmod(a, b)
            print("13" if isinstance(result[1], C13) else result)
        except (TypeError, ZeroDivisionError) as error:
            print(type(error).__name__, error)

# boards: virtual
# The bases that an error about the method resolution order names.
def attempt(*bases):
    try:
        print(type("New", bases, {}).__mro__)
    except TypeError as error:
        print(error)


class A:
    pass


class B(A):
    pass


class C(A):
    pass


class D(B, C):
    pass


class E(C, B):
    pass


class F(A):
    pass


attempt(D, E)
attempt(A, B)
attempt(A, B, C)
attempt(F, D, E)
attempt(F, A, E)
attempt(A, A)

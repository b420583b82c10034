# boards: virtual
"""A name that a class body only annotates or deletes is the class's, not the function's around."""

x = "module"


def annotated():
    x = "function"

    class Body:
        x: int
        print(x)

        def method(self):
            return x

    return Body().method()


def deleted():
    x = "function"

    class Body:
        print(x)
        try:
            del x
        except NameError as error:
            print(error)

        def method(self):
            return x

    return Body().method()


def read():
    x = "function"

    class Body:
        print(x)

    return Body


print(annotated())
print(deleted())
read()

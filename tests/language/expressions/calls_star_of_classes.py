# boards: virtual
"""What is wrong with starred arguments of calls and of class statements."""


class Base:
    pass


for make in (
    "class C(Base, key=1, **{'key': 2}): pass",
    "class C(Base, **5): pass",
    "class C(*5): pass",
    "class C(metaclass=type, **{'metaclass': type}): pass",
    "None(*print)",
    "None(**print)",
    "5(**{'a': 1}, **{'a': 2})",
    "print(**{'end': ''}, **{'end': ''})",
    "Base.missing(*5)",
):
    try:
        exec(make)
    except (TypeError, AttributeError) as error:
        print(error)

"""The line of an error in a conditional expression, whose parts are executed out of order."""


def line_of(function):
    try:
        function()
    except (NameError, TypeError, ZeroDivisionError) as error:
        place = error.__traceback__
        while place.tb_next is not None:
            place = place.tb_next
        print(type(error).__name__, place.tb_lineno - function.__code__.co_firstlineno)


def in_the_value():
    a = 1

    b = missing if a else 0
    return b


def in_a_call():
    a = "x"
    return [len(1), 2][0] if a else "no"


def in_the_condition():
    a = 0
    b = 1 if 1 / a else 2
    return b


def in_the_other_value():
    a = 0
    b = 1 if a else -"text"
    return b


def behind():
    a = 1
    b = 1 if a else 2
    return b / 0


def in_a_comprehension():
    a = 1
    b = [missing for _ in range(2)] if a else 0
    return b


def around_an_assignment():
    a = 1
    return a + (a := "b")


for function in (
    in_the_value,
    in_a_call,
    in_the_condition,
    in_the_other_value,
    behind,
    in_a_comprehension,
    around_an_assignment,
):
    line_of(function)

# boards: virtual
for text in (
    "f'{}'",
    "f'{ }'",
    "f'{!r}'",
    "f'{ !r}'",
    "f'{:}'",
    "f'{:2}'",
    "f'{=}'",
    "f'{ =!r}'",
    "f'{1:{ }}'",
    "f'{1!}'",
    "f'{1!:2}'",
    "f'{1!x}'",
    "f'{1!ss}'",
    "f'{1!3}'",
    "f'{3)+(4}'",
    "f'{,}'",
    "f'{a b}'",
    "f'{a[)}'",
    "f'{(1}'",
    "f'{1]}'",
):
    try:
        compile(text, "<text>", "eval")
    except SyntaxError as error:
        print(text, error.msg)

# boards: virtual
# Messages and lines of syntax errors.
try:
    import _two_equals
except SyntaxError as e:
    print('two_equals', type(e).__name__, e.msg, e.lineno)
try:
    import _stray_character
except SyntaxError as e:
    print('stray_character', type(e).__name__, e.msg, e.lineno)
try:
    import _backslash
except SyntaxError as e:
    print('backslash', type(e).__name__, e.msg, e.lineno)
try:
    import _import_nothing
except SyntaxError as e:
    print('import_nothing', type(e).__name__, e.lineno)
try:
    import _ends_in_operator
except SyntaxError as e:
    print('ends_in_operator', type(e).__name__, e.lineno)
try:
    import _comparison_of_nothing
except SyntaxError as e:
    print('comparison_of_nothing', type(e).__name__, e.msg, e.lineno)
try:
    import _two_expressions
except SyntaxError as e:
    print('two_expressions', type(e).__name__, e.msg, e.lineno)
try:
    import _print_statement
except SyntaxError as e:
    print('print_statement', type(e).__name__, e.lineno)

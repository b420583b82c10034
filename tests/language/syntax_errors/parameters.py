# boards: virtual
# Messages and lines of syntax errors.
try:
    import _duplicate_argument
except SyntaxError as e:
    print('duplicate_argument', type(e).__name__, e.msg, e.lineno)
try:
    import _positional_after_keyword
except SyntaxError as e:
    print('positional_after_keyword', type(e).__name__, e.msg, e.lineno)
try:
    import _repeated_keyword
except SyntaxError as e:
    print('repeated_keyword', type(e).__name__, e.lineno)
try:
    import _default_order
except SyntaxError as e:
    print('default_order', type(e).__name__, e.msg, e.lineno)
try:
    import _star_after_star
except SyntaxError as e:
    print('star_after_star', type(e).__name__, e.msg, e.lineno)
try:
    import _star_nothing
except SyntaxError as e:
    print('star_nothing', type(e).__name__, e.msg, e.lineno)
try:
    import _slash_first
except SyntaxError as e:
    print('slash_first', type(e).__name__, e.lineno)

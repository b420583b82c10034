# boards: virtual
# Messages and lines of syntax errors.
try:
    import _no_colon
except SyntaxError as e:
    print('no_colon', type(e).__name__, e.msg, e.lineno)
try:
    import _unexpected_indent
except SyntaxError as e:
    print('unexpected_indent', type(e).__name__, e.msg, e.lineno)
try:
    import _no_block
except SyntaxError as e:
    print('no_block', type(e).__name__, e.msg, e.lineno)
try:
    import _no_block_in_def
except SyntaxError as e:
    print('no_block_in_def', type(e).__name__, e.msg, e.lineno)
try:
    import _dedent
except SyntaxError as e:
    print('dedent', type(e).__name__, e.msg, e.lineno)
try:
    import _try_alone
except SyntaxError as e:
    print('try_alone', type(e).__name__, e.msg, e.lineno)
try:
    import _bare_except_first
except SyntaxError as e:
    print('bare_except_first', type(e).__name__, e.msg, e.lineno)
try:
    import _else_alone
except SyntaxError as e:
    print('else_alone', type(e).__name__, e.msg, e.lineno)
try:
    import _missing_in
except SyntaxError as e:
    print('missing_in', type(e).__name__, e.lineno)

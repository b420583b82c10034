# boards: virtual
# Messages and lines of syntax errors.
try:
    import _not_closed
except SyntaxError as e:
    print('not_closed', type(e).__name__, e.msg, e.lineno)
try:
    import _unmatched
except SyntaxError as e:
    print('unmatched', type(e).__name__, e.msg, e.lineno)
try:
    import _mismatched
except SyntaxError as e:
    print('mismatched', type(e).__name__, e.msg, e.lineno)

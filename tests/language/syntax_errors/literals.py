# boards: virtual
# Messages and lines of syntax errors.
try:
    import _open_string
except SyntaxError as e:
    print('open_string', type(e).__name__, e.msg, e.lineno)
try:
    import _open_triple
except SyntaxError as e:
    print('open_triple', type(e).__name__, e.msg, e.lineno)
try:
    import _leading_zeros
except SyntaxError as e:
    print('leading_zeros', type(e).__name__, e.msg, e.lineno)
try:
    import _bytes_not_ascii
except SyntaxError as e:
    print('bytes_not_ascii', type(e).__name__, e.msg, e.lineno)
try:
    import _bad_number
except SyntaxError as e:
    print('bad_number', type(e).__name__, e.msg, e.lineno)
try:
    import _bad_hex
except SyntaxError as e:
    print('bad_hex', type(e).__name__, e.msg, e.lineno)
try:
    import _bad_binary
except SyntaxError as e:
    print('bad_binary', type(e).__name__, e.msg, e.lineno)
try:
    import _bad_escape
except SyntaxError as e:
    print('bad_escape', type(e).__name__, e.lineno)
try:
    import _bad_unicode_escape
except SyntaxError as e:
    print('bad_unicode_escape', type(e).__name__, e.lineno)
try:
    import _fstring_empty
except SyntaxError as e:
    print('fstring_empty', type(e).__name__, e.lineno)
try:
    import _fstring_open
except SyntaxError as e:
    print('fstring_open', type(e).__name__, e.lineno)
try:
    import _fstring_single
except SyntaxError as e:
    print('fstring_single', type(e).__name__, e.lineno)

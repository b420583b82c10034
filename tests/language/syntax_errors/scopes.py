# boards: virtual
# Messages and lines of syntax errors.
try:
    import _return_outside
except SyntaxError as e:
    print('return_outside', type(e).__name__, e.msg, e.lineno)
try:
    import _break_outside
except SyntaxError as e:
    print('break_outside', type(e).__name__, e.msg, e.lineno)
try:
    import _continue_outside
except SyntaxError as e:
    print('continue_outside', type(e).__name__, e.msg, e.lineno)
try:
    import _nonlocal_at_module
except SyntaxError as e:
    print('nonlocal_at_module', type(e).__name__, e.msg, e.lineno)
try:
    import _nonlocal_unbound
except SyntaxError as e:
    print('nonlocal_unbound', type(e).__name__, e.msg, e.lineno)
try:
    import _used_before_global
except SyntaxError as e:
    print('used_before_global', type(e).__name__, e.msg, e.lineno)
try:
    import _parameter_and_global
except SyntaxError as e:
    print('parameter_and_global', type(e).__name__, e.msg, e.lineno)
try:
    import _import_star_in_function
except SyntaxError as e:
    print('import_star_in_function', type(e).__name__, e.msg, e.lineno)

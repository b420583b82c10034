# boards: virtual
# Messages and lines of syntax errors.
try:
    import _assign_to_literal
except SyntaxError as e:
    print('assign_to_literal', type(e).__name__, e.msg, e.lineno)
try:
    import _assign_to_call
except SyntaxError as e:
    print('assign_to_call', type(e).__name__, e.msg, e.lineno)
try:
    import _assign_to_sum
except SyntaxError as e:
    print('assign_to_sum', type(e).__name__, e.msg, e.lineno)
try:
    import _augmented_tuple
except SyntaxError as e:
    print('augmented_tuple', type(e).__name__, e.lineno)
try:
    import _delete_call
except SyntaxError as e:
    print('delete_call', type(e).__name__, e.msg, e.lineno)
try:
    import _delete_literal
except SyntaxError as e:
    print('delete_literal', type(e).__name__, e.msg, e.lineno)
try:
    import _loop_over_literal
except SyntaxError as e:
    print('loop_over_literal', type(e).__name__, e.msg, e.lineno)
try:
    import _none_as_target
except SyntaxError as e:
    print('none_as_target', type(e).__name__, e.msg, e.lineno)
try:
    import _true_as_argument
except SyntaxError as e:
    print('true_as_argument', type(e).__name__, e.lineno)
try:
    import _keyword_as_name
except SyntaxError as e:
    print('keyword_as_name', type(e).__name__, e.msg, e.lineno)
try:
    import _two_stars
except SyntaxError as e:
    print('two_stars', type(e).__name__, e.msg, e.lineno)
try:
    import _starred
except SyntaxError as e:
    print('starred', type(e).__name__, e.lineno)
try:
    import _lambda_assign
except SyntaxError as e:
    print('lambda_assign', type(e).__name__, e.lineno)

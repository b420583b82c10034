# A set is looked for in sets as the frozenset with the same items.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Hashed(set):
    def __hash__(self):
        return 5


s = {frozenset({1}), 2}
print({1} in s, {3} in s, {1} in frozenset(s))
attempt(lambda: s.discard({3}))
attempt(lambda: s.remove({3}))
attempt(lambda: s.discard({1}))
print(s)
attempt(lambda: [] in s)
attempt(lambda: {1: 2}.get({1}))
attempt(lambda: s.add({1}))
attempt(lambda: Hashed() in s)

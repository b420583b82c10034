# id: an integer's is no other object's
things = [[] for _ in range(50)]
ids = {id(thing) for thing in things}
print(any(id(n) in ids for n in range(-100, 200)), id(-1) == id(-1), id(5) == id(6))

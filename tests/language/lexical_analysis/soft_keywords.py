# Words that are keywords in some places only are names elsewhere.
match = [1, 2]
match[0] if False else print("first token of a source")
# Soft keywords as names at the start of a statement.
type = 3
case = 4
_ = 5
match[0] if case else print("no")
match [1] = 7
print(match, type, case, _)
match.append(type); print(match[-1])
type += 1
case: int = 9
print(type, case)
def match(case, *type): return case, type
match(1, 2)
print(match (3), match(*[4, 5]))
match(-1)
for match in [1]: match, case = case, match
print(match, case)
\

print("after an empty joined line")

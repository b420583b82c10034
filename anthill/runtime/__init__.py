"""Memory, its collector, and raising: what the interpreter stands on.

heap         the memory map: `start`, `memory`, `stack` (the frame stack's bounds), `mem_free`
allocation   `allocate`, behind every new object; byte arrays that never move
stack        `reserve`: room for frames
collector    `collect`
weak         arrays that do not keep their items alive
identity     `object_id`: stable although objects move
finalise     objects that are told when they die
errors       `PyError`, the exception that carries a Python exception
"""

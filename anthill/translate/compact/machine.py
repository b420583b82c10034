"""The machine that runs compact code: its C, with the tables of one program.

The words of its frames lie on a stack of its own, which grows from the low end of the C stack's
memory toward the C stack. A frame is: arguments and other variables, two words that lead back to
the caller, then the operands. Calls from compact code to compact code stay inside one activation
of `compact_run`; native functions are called with the words that lie on top of the stack, and
call compact functions through stubs, or by their numbers where they are function values. While
native code runs, `compact_top` is the stack's end. A raised error that leaves activations behind is
seen by where its handler lies (`compact_unwind`).

The handlers of compact functions lie in their frames, in a list of their own, and hold where the
code goes on and the stack as it was. While one is in force in an activation, what this calls is
called under a native handler (`compact_guarded`), so that errors come back like results.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from anthill.translate.compact.code import MOST_FRAME, SHAPES
from anthill.translate.compact.encode import GROUP, Encoded
from anthill.translate.compact.wasm import Constant, Place
from anthill.translate.compact.wide import helper_text

LINK_WORDS = 2
NATIVE_ROOM = 112
"""Bytes between a frame and the C stack: for a call of a small native function, an interrupt."""
STACK_SUPPORT = r"""
#if !defined(__arm__)
uword compact_stack[1 << 14];
#endif
struct activation *compact_current;
uword *compact_top = compact_stack;
struct handler *compact_handlers;

void compact_unwind(uword handler) {
  while (compact_current != 0 && (uword)compact_current < handler)
    compact_current = compact_current->previous;
  compact_top = compact_current != 0 ? compact_current->top : compact_stack;
}

extern Value preset[] __asm__("runtime_errors__preset") __attribute__((weak));
__attribute__((noinline))
static void compact_overflow(const struct activation *own) {
  if (preset == 0) __builtin_trap();
  if ((uword)compact_handlers < (uword)own->base) raise_value(preset[1]);
  raised = preset[1];
}
#define FRAME_ROOM @room@
#if defined(__arm__)
#define STORED 4
#else
#define STORED 0
#endif
code compact_pending;
void compact_enter_value(void);
code compact_callable(code f) { compact_pending = f; return compact_enter_value; }
"""

BEGIN = '  ".balign 4\\ncompact_stubs_@group@:\\n"\n'
STUBS = {
    "arm": (
        r"""
__asm__(".section .text.compact_stubs,\"ax\",%progbits\n.syntax unified\n.thumb\n"
@stubs@  ".text\n");
""",
        r"""
  ".globl @name@\n.type @name@,%function\n.thumb_func\n"
  "@name@:\nmov ip,pc\nb compact_enter_@group@\n"
""",
        r"""
  "compact_enter_@group@:\npush {r4,lr}\nldr r4,3f\nldr r4,[r4]\nstmia r4!,{r0-r3}\n"
  "mov r0,ip\nadd r1,sp,#8\n"
  "ldr r2,1f\nsubs r0,r0,r2\nlsrs r0,r0,#2\nldr r2,2f\nadds r0,r0,r2\nbl compact_run\n"
  "pop {r4,pc}\n"
  ".balign 4\n1:.word compact_stubs_@group@+4\n2:.word @first@\n3:.word compact_top\n"
""",
        r"""
  ".globl compact_enter_value\n.type compact_enter_value,%function\n.thumb_func\n"
  ".balign 4\ncompact_enter_value:\npush {r4,lr}\nldr r4,2f\nldr r4,[r4]\nstmia r4!,{r0-r3}\n"
  "add r1,sp,#8\nldr r0,1f\nldr r0,[r0]\nlsrs r0,r0,#1\nsubs r0,#1\nbl compact_run\n"
  "pop {r4,pc}\n.balign 4\n1:.word compact_pending\n2:.word compact_top\n"
""",
    ),
    "x86": (
        """
__asm__(".text\\n"
@stubs@);
""",
        r"""
  ".globl @name@\n.type @name@,@function\n"
  "@name@:\nmovl $@number@,%eax\njmp compact_enter_@group@\n"
""",
        r"""
  "compact_enter_@group@:\nlea 4(%esp),%edx\nsubl $4,%esp\npush %edx\npush %eax\n"
  "call compact_run\naddl $12,%esp\nret\n"
""",
        r"""
  ".globl compact_enter_value\n"
  "compact_enter_value:\nmovl compact_pending,%eax\nshrl %eax\ndecl %eax\n"
  "lea 4(%esp),%edx\nsubl $4,%esp\npush %edx\npush %eax\n"
  "call compact_run\naddl $12,%esp\nret\n"
""",
    ),
}
"""By architecture: the frame, a stub, what the stubs of a group jump to, and what is called for a
function value. They pass the number of the function and the address of the arguments in the order
of words; on ARM, of those on the stack: the STORED ones that come in registers are put where the
compact stack ends."""
NEAR_STUBS = 400
"""Stubs within reach of one jump."""

MACHINE = r"""
struct book { u8 shift[4]; u16 start[4]; };
#define REFILL() if (have < 16) { bits |= (u32)*next++ << (16 - have); have += 16; }
#define DECODE(result) { \
  u32 class_ = bits >> 30, shift_ = book->shift[class_]; \
  result = book->start[class_] + (((bits << 2) >> 1) >> shift_); \
  bits <<= 33 - shift_; have -= 33 - shift_; REFILL() }
#define POSITION() ((uword)(next - compact_code) * 16 - have)
#define JUMP(position) { \
  uword to_ = (position); next = compact_code + (to_ >> 4); \
  bits = ((u32)next[0] << 16 | next[1]) << (to_ & 15); have = 32 - (to_ & 15); next += 2; }
#if defined(COMPACT_PROFILE)
volatile uword compact_where;
#define TRACE(position) compact_where = (position);
#else
#define TRACE(position)
#endif
#define OUTSIDE (~(uword)0)

typedef u64 function_8(uword, uword, uword, uword, uword, uword, uword, uword);
#define CALL_8(target, a) \
  ((function_8 *)(target))(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7])

__attribute__((noinline))
static u64 compact_native(uword target, const uword *a) { return CALL_8(target, a); }

__attribute__((noinline))
static u64 compact_guarded(uword target, const uword *a, struct activation *own) {
  struct handler handler;
  u64 result;
  handler.previous = handlers;
  handlers = &handler;
  if (save_registers(handler.registers) != 0) {
    own->top = 0;
    return 0;
  }
  result = CALL_8(target, a);
  handlers = handler.previous;
  return result;
}

u64 compact_run(uword number, const uword *arguments) {
  struct activation own;
  uword *sp = compact_top, *frame = sp;
  const u16 *next;
  const struct book *book;
  u32 bits;
  int have;
  uword x, op, saved, high, back = OUTSIDE;
  own.previous = compact_current;
  own.base = own.link = sp;
  own.top = (uword *)arguments;
  compact_current = &own;
  x = number;

enter:
  {
    const u8 *group = compact_functions + (x >> 3) * 9;
    uword place = group[0] | group[1] << 8;
    PLACE_FAR
    for (group += 2, x &= 7; x > 0; x--) place += *group++;
    TRACE(place)
    JUMP(place << 3)
  }
  op = OP_enter;
  goto operand;

  for (;;) {
    DECODE(x)
    op = compact_symbols[x];
    if (op < WITH_OPERAND) {
    operand:
      book = &compact_books[op];
      DECODE(x)
    } else if (op >= OPERATIONS) {
      x = compact_bound[op - OPERATIONS].operand;
      op = compact_bound[op - OPERATIONS].operation;
    }
    switch (op) {
@cases@
    default: __builtin_trap();
    }
  }
}
"""

ENTER = r"""
      uword header = compact_header[x], count = header >> 6;
      uword *previous = frame;
      if (back == OUTSIDE) {
        for (x = STORED; x < count; x++) sp[x] = own.top[x - STORED];
        sp += count;
      }
      frame = sp - count;
      saved = (uword)(previous - compact_stack) << 16 | (uword)(own.link - compact_stack);
      if ((uword)sp + FRAME_ROOM > (uword)&own) {
        compact_overflow(&own);
        @caught@
      }
      for (count = header & 63; count > 0; count--) *sp++ = 0;
      own.link = sp;
      sp[0] = back;
      sp[1] = saved;
      sp += 2;
"""
RETURN_VALUE = "x = sp[-1]; goto leave_value;"
RETURN_PAIR = "x = sp[-2]; high = sp[-1]; goto leave_pair;"
RETURN_NONE = "goto leave_none;"
LEAVE = r"""
    leave@kind@:
      back = own.link[0];
      if (back == OUTSIDE) {
        compact_top = frame;
        compact_current = own.previous;
        return @whole@;
      }
      saved = own.link[1];
      sp = frame;
      @result@
      frame = compact_stack + (saved >> 16);
      own.link = compact_stack + (saved & 0xffff);
      TRACE(back >> 3)
      JUMP(back)
"""

NATIVE = "back = compact_natives[x]; x = back >> 28; back = back << 4 >> 4; goto invoke;"
INDIRECT = """back = *--sp;
      if (IS_COMPACT(back)) { x = (back >> 1) - 1; back = POSITION(); goto enter; }
      goto invoke;"""
INVOKE = """
    invoke:
      sp -= x;
      own.top = compact_top = sp;
      {
        u64 result;
        @guard@ if (x <= 4) {
          result = ((u64 (*)(uword, uword, uword, uword))back)(sp[0], sp[1], sp[2], sp[3]);
        } else {
          result = compact_native(back, sp);
        }
        if (op == OP_native || op == OP_indirect) {
          *sp++ = result;
          book = &compact_books[@value@];
        } else if (op == OP_native_pair || op == OP_indirect_pair) {
          *sp++ = result;
          *sp++ = result >> 32;
          book = &compact_books[@value@];
        } else {
          book = &compact_books[@none@];
        }
      }
      continue;
"""
GUARD = """if ((uword)compact_handlers >= (uword)own.base) {
          result = compact_guarded(back, sp, &own);
          if (own.top == 0) goto caught;
        } else"""
CAUGHT = """
    caught:
      {
        const struct handler *handler = compact_handlers;
        compact_handlers = handler->previous;
        frame = (uword *)handler->registers[0];
        own.link = (uword *)handler->registers[1];
        sp = (uword *)handler->registers[2];
        *sp++ = 1;
        TRACE(handler->registers[3] >> 3)
        JUMP(handler->registers[3])
      }
"""
TRY = """{
        uword *registers = (uword *)sp[-1];
        sp[-1] = 0;
        registers[0] = (uword)frame;
        registers[1] = (uword)own.link;
        registers[2] = (uword)(sp - 1);
        registers[3] = POSITION();
      }"""
"""In compact code `save_registers` is an instruction. It leaves 0, and 1 when an error comes."""
AHEAD = "x += POSITION(); goto jump;"
BACK = "x = POSITION() - x; goto jump;"
SWITCH = """uword start = POSITION(), count = x, index = *--sp;
      if (index >= count) index = count - 1;
      book = &compact_books[CASE_BOOK];
      do { DECODE(x) } while (index-- > 0);
      x = x & 1 ? start - (x + 1) / 2 : start + x / 2;
      goto jump;"""
SIGNED = {
    "lt_s": "<",
    "gt_s": ">",
    "le_s": "<=",
    "ge_s": ">=",
    "div_s": "/",
    "rem_s": "%",
}
UNSIGNED = {
    "eq": "==",
    "ne": "!=",
    "lt_u": "<",
    "gt_u": ">",
    "le_u": "<=",
    "ge_u": ">=",
    "add": "+",
    "sub": "-",
    "mul": "*",
    "div_u": "/",
    "rem_u": "%",
    "and": "&",
    "or": "|",
    "xor": "^",
}
CASES: dict[str, str] = {
    "enter": ENTER.strip(),
    "get": "*sp++ = frame[x];",
    "set": "frame[x] = *--sp;",
    "tee": "frame[x] = sp[-1];",
    "get_pair": "sp[0] = frame[x]; sp[1] = frame[x + 1]; sp += 2;",
    "set_pair": "frame[x + 1] = *--sp; frame[x] = *--sp;",
    "tee_pair": "frame[x + 1] = sp[-1]; frame[x] = sp[-2];",
    "byte": "*sp++ = (word)compact_byte[x];",
    "half": "*sp++ = compact_half[x];",
    "number": "*sp++ = x;",
    "pool": "*sp++ = compact_pool[x];",
    "frame": "{ uword *room = sp; sp += x; *sp++ = (uword)room; }",
    "jump": AHEAD,
    "jump_if": f"if (*--sp) {{ {AHEAD} }}",
    "jump_unless": f"if (!*--sp) {{ {AHEAD} }}",
    "loop": BACK,
    "loop_if": f"if (*--sp) {{ {BACK} }}",
    "loop_unless": f"if (!*--sp) {{ {BACK} }}",
    "switch": SWITCH,
    "call": "back = POSITION(); goto enter;",
    "call_pair": "back = POSITION(); goto enter;",
    "call_none": "back = POSITION(); goto enter;",
    "native": NATIVE,
    "native_pair": NATIVE,
    "native_none": NATIVE,
    "indirect": INDIRECT,
    "indirect_pair": INDIRECT,
    "indirect_none": INDIRECT,
    "return_value": RETURN_VALUE,
    "return_pair": RETURN_PAIR,
    "return_none": RETURN_NONE,
    "return_if": f"if (*--sp) {{ {RETURN_NONE} }}",
    "return_unless": f"if (!*--sp) {{ {RETURN_NONE} }}",
    "try": TRY,
    "drop": "sp--;",
    "select": "sp -= 2; if (!sp[1]) sp[-1] = sp[0];",
    "select_pair": "sp -= 3; if (!sp[2]) { sp[-1] = sp[1]; sp[-2] = sp[0]; }",
    "trap": "__builtin_trap();",
    "here": "",
    "eqz": "sp[-1] = sp[-1] == 0;",
    "clz": "sp[-1] = sp[-1] ? __builtin_clz(sp[-1]) : 32;",
    "ctz": "sp[-1] = sp[-1] ? __builtin_ctz(sp[-1]) : 32;",
    "popcnt": "sp[-1] = __builtin_popcount(sp[-1]);",
    "extend8": "sp[-1] = (word)(i8)sp[-1];",
    "extend16": "sp[-1] = (word)(i16)sp[-1];",
    "rotl": "sp--; sp[-1] = sp[-1] << (sp[0] & 31) | sp[-1] >> (-sp[0] & 31);",
    "rotr": "sp--; sp[-1] = sp[-1] >> (sp[0] & 31) | sp[-1] << (-sp[0] & 31);",
    "shl": "sp--; sp[-1] <<= sp[0] & 31;",
    "shr_u": "sp--; sp[-1] >>= sp[0] & 31;",
    "shr_s": "sp--; sp[-1] = (word)sp[-1] >> (sp[0] & 31);",
    "load": "sp[-1] = ((const uword *)sp[-1])[x];",
    "load_i8": "sp[-1] = (word)((const i8 *)sp[-1])[x];",
    "load_u8": "sp[-1] = ((const u8 *)sp[-1])[x];",
    "load_i16": "sp[-1] = (word)((const i16 *)sp[-1])[x];",
    "load_u16": "sp[-1] = ((const u16 *)sp[-1])[x];",
    "load_any": "u8 *p = (u8 *)sp[-1] + x; memcpy(&sp[-1], p, 4);",
    "load_i16_any": "u8 *p = (u8 *)sp[-1] + x; sp[-1] = (word)(i16)(p[0] | p[1] << 8);",
    "load_u16_any": "u8 *p = (u8 *)sp[-1] + x; sp[-1] = p[0] | p[1] << 8;",
    "store_any": "u8 *p; sp -= 2; p = (u8 *)sp[0] + x; memcpy(p, &sp[1], 4);",
    "store_16_any": "u8 *p; sp -= 2; p = (u8 *)sp[0] + x; p[0] = sp[1]; p[1] = sp[1] >> 8;",
    "load_pair": "const uword *p = (const uword *)sp[-1] + x; sp[-1] = p[0]; *sp++ = p[1];",
    "store_pair": "uword *p; sp -= 3; p = (uword *)sp[0] + x; p[0] = sp[1]; p[1] = sp[2];",
    "store": "sp -= 2; ((uword *)sp[0])[x] = sp[1];",
    "store_8": "sp -= 2; ((u8 *)sp[0])[x] = sp[1];",
    "store_16": "sp -= 2; ((u16 *)sp[0])[x] = sp[1];",
}
for _name, _sign in SIGNED.items():
    CASES[_name] = f"sp--; sp[-1] = (word)sp[-1] {_sign} (word)sp[0];"
for _name, _sign in UNSIGNED.items():
    CASES[_name] = f"sp--; sp[-1] = sp[-1] {_sign} sp[0];"
"""What each instruction does, in C; `x` is its operand."""


def machine(
    encoded: Encoded,
    entered: Collection[str],
    values: Collection[str],
    arguments: Mapping[str, int],
    constants: Mapping[str, Constant],
    arch: str,
) -> str:
    """The C unit: tables, machine, stubs for the functions that native code calls, and the others
    as `values`. `arguments` counts those of native functions; `constants` are what the compiler
    has made besides."""
    room = 4 * (MOST_FRAME + LINK_WORDS) + NATIVE_ROOM
    parts = [STACK_SUPPORT.replace("@room@", str(room)), MACHINE.split("#define REFILL")[0]]
    helpers, symbols = helper_text(encoded.natives, arch)
    parts += [helpers, tables(encoded, arguments, constants, symbols)]
    text = "#define REFILL" + MACHINE.split("#define REFILL", 1)[1]
    text = text.replace("@cases@", cases(encoded))
    parts.append(text.replace("@caught@", "goto caught;" if "try" in encoded.order else ""))
    parts.append(stub_text(encoded.functions, entered, arch))
    parts.append(value_text(encoded.functions, values, arch))
    return "\n".join(parts)


def cases(encoded: Encoded) -> str:
    """The machine's cases, in the order of the instructions' numbers."""
    found = []
    for name in encoded.order:
        following = f"book = &compact_books[{encoded.contexts[name]}]; continue;"
        found.append(f"    case OP_{name}: {{ {CASES[name]} }} {following}")
    value = next(
        (encoded.contexts[name] for name in CALLS if name in encoded.contexts),
        encoded.contexts["enter"],
    )
    none = encoded.contexts["enter"]
    found.append(f"    jump: JUMP(x) book = &compact_books[{none}]; continue;")
    guard = GUARD if "try" in encoded.order else ""
    invoke = INVOKE.replace("@value@", str(value)).replace("@none@", str(none))
    found.append(invoke.replace("@guard@", guard))
    if "try" in encoded.order:
        found.append(f"{CAUGHT}      book = &compact_books[{encoded.contexts['try']}]; continue;")
    for kind, whole, result, context in (
        ("value", "x", "*sp++ = x;", value),
        ("pair", "(u64)high << 32 | x", "*sp++ = x; *sp++ = high;", value),
        ("none", "0", "", none),
    ):
        if f"return_{kind}" in encoded.order:
            body = LEAVE.replace("@kind@", f"_{kind}").replace("@result@", result)
            body = body.replace("@whole@", whole)
            found.append(f"{body}      book = &compact_books[{context}]; continue;")
    return "\n".join(found)


CALLS = ("call", "native", "indirect", "call_pair", "native_pair", "indirect_pair")
"""Calls that leave a value."""


def _array(kind: str, name: str, items: Iterable[object]) -> str:
    texts = [str(item) for item in items] or ["0"]
    return f"static const {kind} {name}[] = {{{', '.join(texts)}}};\n"


def constant_text(constant: Constant, place: Mapping[str, str]) -> str:
    """Data that the compiler has made: words where it holds addresses, else bytes."""
    content = constant.content
    if not constant.places:
        values = ", ".join(str(byte) for byte in content)
        own = place[constant.name]
        return f"static const u8 {own}[] __attribute__((aligned(8))) = {{{values}}};\n"
    words = []
    for offset in range(0, len(content), 4):
        found = constant.places.get(offset)
        number = int.from_bytes(content[offset : offset + 4], "little")
        words.append(f"(uword){place[found.symbol]} + {found.offset}" if found else f"{number}u")
    return _array("uword", place[constant.name], words)


def tables(
    encoded: Encoded,
    arguments: Mapping[str, int],
    constants: Mapping[str, Constant],
    helpers: Mapping[str, str],
) -> str:
    """The constants of a program."""
    symbols = [item for item in encoded.pool if isinstance(item, Place)]
    names = sorted({place.symbol for place in symbols} | set(encoded.natives))
    place = {name: f"place_{number}" for number, name in enumerate(names)}
    used = [constants[name] for name in names if name in constants]
    inner = {other.symbol for constant in used for other in constant.places.values()}
    for name in sorted(inner - set(place)):
        place[name] = f"place_{len(place)}"
    for name, symbol in helpers.items():
        if symbol == name:
            place[name] = name
    text = "".join(
        f'extern u8 {own}[] __asm__("{helpers.get(name, name)}");\n'
        for name, own in place.items()
        if name not in constants and own != name
    )
    text += "".join(constant_text(constant, place) for constant in used)
    numbers = {name: number for number, name in enumerate(encoded.order)}
    text += "".join(
        f"#define OP_{name} {numbers.get(name, 255)}\n" for name in {**numbers, **SHAPES}
    )
    text += f"#define WITH_OPERAND {encoded.with_operand}\n"
    text += f"#define OPERATIONS {len(encoded.order)}\n#define CASE_BOOK {encoded.with_operand}\n"
    books = []
    for book, first in encoded.books:
        shifts = ", ".join(str(31 - width) for width in book.widths)
        starts = ", ".join(str(start + first) for start in book.starts)
        books.append(f"{{{{{shifts}}}, {{{starts}}}}}")
    text += _array("struct book", "compact_books", books)
    text += "struct bound { u16 operand; u8 operation; } __attribute__((packed));\n"
    pairs = [f"{{{operand}, {operation}}}" for operation, operand in encoded.bound]
    text += _array("struct bound", "compact_bound", pairs)
    text += _array("u8", "compact_symbols", encoded.symbols)
    text += _array("i8", "compact_byte", encoded.lists["byte"])
    text += _array("u16", "compact_half", encoded.lists["half"])
    text += _array("u16", "compact_header", encoded.lists["header"])
    pool = [
        f"(uword){place[item.symbol]} + {item.offset}" if isinstance(item, Place) else f"{item}u"
        for item in encoded.pool
    ]
    text += _array("uword", "compact_pool", pool)
    called = encoded.functions
    text += function_table([encoded.positions[name] for name in called])
    text += _array(
        "uword",
        "compact_natives",
        (f"(uword){place[name]} + ({arguments[name]}u << 28)" for name in encoded.natives),
    )
    text += _array("u16", "compact_code", [*encoded.units, 0, 0])
    for name, position in encoded.positions.items():
        own = f"{name}{SUFFIX}"
        lines = [
            f".set {own}, compact_code + {position}",
            f".size {own}, {encoded.sizes[name]}",
        ]
        text += f'__asm__("{"; ".join(lines)}");\n'
    return text


TAGS = {"arm": 0, "x86": 1}
"""The lowest bit of a compact function's value, unlike that of an address of code."""


def function_table(positions: Sequence[int]) -> str:
    """Where functions begin: of each group the first one's low 16 bits, and the sizes of all but
    the last."""
    table: list[int] = []
    for first in range(0, len(positions), GROUP):
        group = positions[first : first + GROUP]
        sizes = [after - before for before, after in pairwise(group)]
        table += [group[0] & 255, group[0] >> 8 & 255, *sizes, *[0] * (GROUP - 1 - len(sizes))]
    groups = positions[::GROUP]
    limits = [
        next((n for n, place in enumerate(groups) if place >> 16 >= high), None)
        for high in range(1, (groups[-1] >> 16) + 1)
    ]
    far = "".join(f" if (x >= {GROUP * (n or 0)}) place += 0x10000;" for n in limits)
    return f"#define PLACE_FAR{far}\n" + _array("u8", "compact_functions", table)


SUFFIX = ".compact"
"""Ends the names of the symbols for functions' compact code; a stub has the plain name."""


def stub_text(functions: Sequence[str], entered: Collection[str], arch: str) -> str:
    """The stubs, in groups of functions with successive numbers."""
    frame, stub, enter, enter_value = STUBS[arch]
    text, number, group = enter_value, 0, 0
    while number < len(functions):
        first = number
        texts = []
        while number < min(len(functions), first + NEAR_STUBS) and functions[number] in entered:
            own = stub.replace("@name@", functions[number])
            texts.append(own.replace("@number@", str(number)))
            number += 1
        if texts:
            whole = BEGIN + "".join(texts) + enter.replace("@first@", str(first))
            text += whole.replace("@group@", str(group))
            group += 1
        else:
            number += 1
    return frame.replace("@stubs@", text)


def value_text(functions: Sequence[str], values: Collection[str], arch: str) -> str:
    """The symbols of compact functions that are only values."""
    lines = [
        f'".globl {name}\\n.set {name}, {2 * number + 2 + TAGS[arch]}\\n"'
        for number, name in enumerate(functions)
        if name in values
    ]
    if not lines:
        return ""
    return "\n".join(["__asm__(", *lines, ");\n"])

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

`compact_begin` finds a function: the row of its reader is then how many words of arguments it
takes, and it returns how many other variables there are. `compact_next` reads an instruction, and
those that a jump ahead passes, with what follows from them for the context of the next. For ARM it
is written in assembly (`thumb`), and does what most instructions do itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from anthill.translate.compact import thumb
from anthill.translate.compact.books import Book
from anthill.translate.compact.code import MOST_FRAME, SHAPES
from anthill.translate.compact.encode import CALLS, ENDS, GROUP, STEP, Encoded, leaves, words
from anthill.translate.compact.model import DEPTHS, LABEL_ROW
from anthill.translate.compact.wasm import Constant, Place
from anthill.translate.compact.wide import helper_text
from anthill.translate.errors import BuildError

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

STUBS = {
    "arm": (
        r"""
__asm__(".section .text.compact_stubs,\"ax\",%progbits\n.syntax unified\n.thumb\n"
@stubs@  ".text\n");
""",
        r"""
  ".globl @name@\n.type @name@,%function\n.thumb_func\n"
  "@name@:\nmov ip,pc\nb compact_enter_@group@\n.short @number@\n"
""",
        r"""
  "compact_enter_@group@:\npush {r4,lr}\nldr r4,1f\nldr r4,[r4]\nstmia r4!,{r0-r3}\n"
  "mov r0,ip\nldrh r0,[r0]\nadd r1,sp,#8\nbl compact_run\n"
  "pop {r4,pc}\n.balign 4\n1:.word compact_top\n"
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
NEAR_STUBS = 300
"""Stubs within reach of one jump."""

MACHINE = r"""
#if defined(__arm__)
#define PLACE(x) ((x) >> 15 << 29 | ((x) & 0x7fffu) << 2)
#define NATIVE(x) ((x) << 1 | 1)
#else
#define NATIVE(x) (x)
#endif
#define ALIGNED __attribute__((aligned(4)))
struct book { u16 first, counts; } __attribute__((aligned(4)));
struct reader {
  int spare;
  u32 bits;
  const u16 *next;
  uword row, depth;
  word skip;
  uword *sp, *frame;
  uword op;
};
#define POSITION() ((uword)(in.next - compact_code) * 16 - 16 - in.spare)
#define JUMP(in, position) { \
  uword to_ = (position); const u16 *next_ = compact_code + (to_ >> 4); \
  (in)->bits = ((u32)next_[0] << 16 | next_[1]) << (to_ & 15); (in)->spare = 16 - (to_ & 15); \
  (in)->next = next_ + 2; }
#if defined(COMPACT_PROFILE)
volatile uword compact_where;
#define TRACE(position) compact_where = (position);
#else
#define TRACE(position)
#endif
#define OUTSIDE (~(uword)0)

#if defined(__arm__)
#define NEXT(book) { \
  in.sp = sp; in.frame = frame; found = compact_next(&in, book); sp = in.sp; op = in.op; }
u64 compact_next(struct reader *in, uword book);
__asm__(
@next@);
#else
#define NEXT(book) op = found = compact_next(&in, book);
__attribute__((noinline))
static u64 compact_next(struct reader *in, uword book) {
  u32 bits = in->bits;
  const u16 *next = in->next;
  int spare = in->spare;
  uword x, op = book;
  for (;;) {
    uword shift;
    if (book == BY_CONTEXT) {
      uword depth = in->depth < DEPTHS ? in->depth : DEPTHS - 1, first = bits >> (32 - SHORT_CODE);
      const u8 *block = compact_contexts + ((const u16 *)compact_contexts)[in->row + depth];
      if (first < block[0]) {
        op = block[~(uword)(block[2 + first] >> 3)];
        shift = block[2 + first] & 7;
      } else {
        const u8 *counts = block + 2 + block[0];
        uword window = (bits >> 16) - (block[0] << (16 - SHORT_CODE)), rank = block[1];
        for (shift = 15 - SHORT_CODE; window >= (uword)*counts << shift; shift--) {
          window -= *counts << shift;
          rank += *counts++;
        }
        op = block[~(rank + (window >> shift))];
        shift = 16 - shift;
      }
    } else {
      uword kept = compact_books[book].counts, window = bits >> 16;
      const u8 *counts = compact_counts + (kept >> 5);
      x = compact_books[book].first;
      for (shift = kept & 31; window >= (uword)*counts << shift; shift--) {
        window -= *counts << shift;
        x += *counts++;
      }
      x += window >> shift;
      shift = 16 - shift;
    }
    bits <<= shift;
    spare -= shift;
    if (spare < 0) {
      bits |= (u32)*next++ << -spare;
      spare += 16;
    }
    if (book == BY_CONTEXT) {
      in->row = compact_rows[op];
      if (op >= OPERATIONS) {
        x = compact_operand[op - OPERATIONS];
        op = compact_operation[op - OPERATIONS];
      } else if (op < WITH_OPERAND) {
        book = op;
        continue;
      }
    } else if (book < WITH_NUMBER) {
      uword width = compact_width[x];
      x = (bits >> 1) >> (31 - width);
      bits <<= width;
      spare -= width;
      if (spare < 0) {
        bits |= (u32)*next++ << -spare;
        spare += 16;
      }
    } else if (book >= OP_switch) {
      if (book == OP_switch) {
        in->depth = x;
        book = CASE_BOOK;
        if (in->skip != 0) continue;
        op = OP_switch;
        break;
      }
      if (in->skip < 0 && ++in->skip == 0) in->skip = x + 1;
      if (--in->depth > 0) continue;
      op = OP_switch;
    }
    {
      word depth = in->depth + compact_moves[op];
      in->depth = depth < 0 ? 0 : depth;
    }
    if (in->skip == 0) break;
    if (in->row == LABEL_ROW) in->skip--;
    book = BY_CONTEXT;
  }
  in->bits = bits;
  in->next = next;
  in->spare = spare;
  return (u64)x << 32 | op;
}

#endif

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

__attribute__((noinline))
static uword compact_begin(struct reader *own, uword x) {
  const u8 *group = compact_functions + x / GROUP * (GROUP + 1);
  uword place = group[0] | group[1] << 8, words = 0;
  PLACE_FAR
  while (x >= compact_firsts[words + 1]) words++;
  own->row = words;
  for (group += 2, x &= GROUP - 1; x > 0; x--) place += *group++;
  TRACE(place * STEP / 8)
  JUMP(own, place * STEP)
  return compact_next(own, OP_enter) >> 32;
}

u64 compact_run(uword number, const uword *arguments) {
  struct activation own;
  struct reader in;
  uword *sp = compact_top, *frame = sp;
  uword x, op, saved = 0, back = OUTSIDE;
  own.previous = compact_current;
  own.base = own.link = sp;
  own.top = (uword *)arguments;
  compact_current = &own;
  in.skip = 0;
  x = number;

enter:
  x = compact_begin(&in, x);
@enter@
  in.row = ENTER_ROW;
  in.depth = 0;

  for (;;) {
    u64 found;
    NEXT(BY_CONTEXT)
  found:
    x = found >> 32;
    switch ((uword)found) {
@cases@
    default: __builtin_trap();
    }
  }
}
"""

ENTER = r"""
      uword count = in.row;
      saved |= (uword)(own.link - compact_stack) << 8 | (uword)(own.link - frame) << 24;
      if (back == OUTSIDE) {
        for (uword n = STORED; n < count; n++) sp[n] = own.top[n - STORED];
        sp += count;
      }
      frame = sp - count;
      if ((uword)sp + FRAME_ROOM > (uword)&own) {
        compact_overflow(&own);
        @caught@
      }
      for (; x > 0; x--) *sp++ = 0;
      own.link = sp;
      sp[0] = back;
      sp[1] = saved;
      sp += 2;
"""
CALL = "back = POSITION() << 12 | in.row; saved = in.depth; goto enter;"
RETURN_VALUE = "x = sp[-1]; goto leave_value;"
RETURN_PAIR = "x = sp[-2]; back = sp[-1]; goto leave_pair;"
RETURN_NONE = "goto leave_none;"
LEAVE = r"""
    leave@kind@:
      saved = own.link[1];
      if (own.link[0] == OUTSIDE) {
        compact_top = frame;
        compact_current = own.previous;
        return @whole@;
      }
      sp = frame;
      frame = (uword *)own.link[0];
      @result@
      back = (uword)frame;
      goto back;
"""
BACK = """
    back:
      own.link = compact_stack + (saved >> 8 & 0xffff);
      frame = own.link - (saved >> 24);
      in.depth = saved & 255;
      in.row = back & 0xfff;
      back >>= 12;
    go_on:
      TRACE(back >> 3)
      JUMP(&in, back)
      continue;
    jump:
      JUMP(&in, x)
      in.row = LABEL_ROW;
      continue;
"""
"""A caller goes on after the code of its call: the place in 20 bits, and the row; the other word
has the depth, the caller's link and how far below it its frame begins."""

NATIVE = "saved = @leaves@; goto native;"
INDIRECT = "saved = @leaves@; x = @words@; goto indirect;"
INVOKE = """
    indirect:
      back = *--sp;
      if (IS_COMPACT(back)) {
        x = (back >> 1) - 1;
        back = POSITION() << 12 | in.row;
        saved = in.depth;
        goto enter;
      }
      goto invoke;
    native:
      back = NATIVE(compact_natives[x]);
      x = (saved - compact_moves[op]) & (ENDS - 1);
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
        if (saved > 0) {
          *sp++ = result;
          if (saved > 1) *sp++ = result >> 32;
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
        back = handler->registers[3];
        in.depth = back & 0xfff;
        in.row = TRY_ROW;
        back >>= 12;
        goto go_on;
      }
"""
TRY = """{
        uword *registers = (uword *)sp[-1];
        sp[-1] = 0;
        registers[0] = (uword)frame;
        registers[1] = (uword)own.link;
        registers[2] = (uword)(sp - 1);
        registers[3] = POSITION() << 12 | in.depth;
      }"""
"""In compact code `save_registers` is an instruction. It leaves 0, and 1 when an error comes."""
AHEAD = "in.skip = x + 1;"
SWITCH = """x = *--sp;
      if (x >= in.depth) x = in.depth - 1;
      in.skip = ~x;
      NEXT(CASE_BOOK)
      goto found;"""
"""While cases are read, the reader's depth counts them, its `skip` up to the one that is meant."""
LEAP = "x += POSITION(); goto jump;"
LOOP = "x = POSITION() - x; goto jump;"
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
    "get": "*sp++ = frame[x];",
    "set": "frame[x] = *--sp;",
    "tee": "frame[x] = sp[-1];",
    "get_pair": "sp[0] = frame[x]; sp[1] = frame[x + 1]; sp += 2;",
    "set_pair": "frame[x + 1] = *--sp; frame[x] = *--sp;",
    "tee_pair": "frame[x + 1] = sp[-1]; frame[x] = sp[-2];",
    "next": "*sp++ = ++frame[x];",
    "increase": "frame[x]++;",
    "small_int": "sp[-1] = sp[-1] << 1 | 1;",
    "length": "sp[-1] = *(const uword *)sp[-1] >> 8;",
    "index": "sp--; sp[-1] += sp[0] << 2;",
    "byte": "*sp++ = (word)compact_byte[x];",
    "half": "*sp++ = compact_half[x];",
    "number": "*sp++ = x;",
    "pool": "*sp++ = compact_pool[x];",
    "place": "*sp++ = PLACE(compact_places[x]);",
    "frame": "{ uword *room = sp; sp += x; *sp++ = (uword)room; }",
    "jump": AHEAD,
    "jump_if": f"if (*--sp) {{ {AHEAD} }}",
    "jump_unless": f"if (!*--sp) {{ {AHEAD} }}",
    "leap": LEAP,
    "leap_if": f"if (*--sp) {{ {LEAP} }}",
    "leap_unless": f"if (!*--sp) {{ {LEAP} }}",
    "loop": LOOP,
    "loop_if": f"if (*--sp) {{ {LOOP} }}",
    "loop_unless": f"if (!*--sp) {{ {LOOP} }}",
    "switch": SWITCH,
    "call": CALL,
    "native": NATIVE,
    "indirect": INDIRECT,
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
    constants: Mapping[str, Constant],
    arch: str,
) -> str:
    """The C unit: tables, machine, stubs for the functions that native code calls, and the others
    as `values`. `constants` are what the compiler has made besides."""
    room = 4 * (MOST_FRAME + LINK_WORDS) + NATIVE_ROOM
    parts = [STACK_SUPPORT.replace("@room@", str(room)), MACHINE.split("struct reader")[0]]
    helpers, symbols = helper_text(encoded.natives, arch)
    parts += [helpers, tables(encoded, constants, symbols, arch)]
    text = "struct reader" + MACHINE.split("struct reader", 1)[1]
    numbers = case_numbers(encoded, arch)
    lines = thumb.reader(encoded.order, numbers, sizes(encoded)).replace('"', '\\"').splitlines()
    text = text.replace("@next@", "".join(f'  "{line}\\n"\n' for line in lines))
    text = text.replace("@cases@", cases(encoded, numbers)).replace("@enter@", ENTER)
    parts.append(text.replace("@caught@", "goto caught;" if "try" in encoded.order else ""))
    parts.append(stub_text(encoded.functions, entered, arch))
    parts.append(value_text(encoded.functions, values, arch))
    return "\n".join(parts)


def case_text(name: str) -> str:
    """What an instruction does, in C."""
    kind = name.split("_")[0]
    if kind not in CALLS:
        return CASES[name]
    return CASES[kind].replace("@leaves@", str(leaves(name))).replace("@words@", str(words(name)))


def case_numbers(encoded: Encoded, arch: str) -> dict[str, int]:
    """By instruction, what the reader says of it: its number, or on ARM, where the reader does
    much itself, one number for all that do the same."""
    names = [name for name in encoded.order if name != "enter"]
    if arch != "arm":
        return {name: encoded.order.index(name) for name in names}
    left = [name for name in names if name not in thumb.CASES]
    texts = list(dict.fromkeys(map(case_text, left)))
    return {name: texts.index(case_text(name)) for name in left}


def cases(encoded: Encoded, numbers: Mapping[str, int]) -> str:
    """The machine's cases."""
    found: dict[str, dict[int, None]] = {}
    for name, number in numbers.items():
        found.setdefault(case_text(name), {})[number] = None
    parts = [
        f"    {' '.join(f'case {number}:' for number in own)} {{ {text} }} continue;"
        for text, own in found.items()
    ]
    caught = "try" in encoded.order
    parts.append(INVOKE.replace("@guard@", GUARD if caught else "") + CAUGHT * caught)
    for kind, whole, result in (
        ("value", "x", "*sp++ = x;"),
        ("pair", "(u64)back << 32 | x", "*sp++ = x; *sp++ = back;"),
        ("none", "0", ""),
    ):
        body = LEAVE.replace("@kind@", f"_{kind}").replace("@result@", result)
        parts.append(body.replace("@whole@", whole))
    parts.append(BACK)
    return "\n".join(parts)


RANGES = {"u8": range(1 << 8), "i8": range(-128, 128), "u16": range(1 << 16)}


def _array(kind: str, name: str, items: Iterable[object], head: str = "static ") -> str:
    texts = [str(item) for item in items] or ["0"]
    if kind in RANGES and not all(int(text) in RANGES[kind] for text in texts):
        raise BuildError(f"an entry of {name} does not fit")
    return f"{head}const {kind} {name}[] __attribute__((used)) = {{{', '.join(texts)}}};\n"


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
    encoded: Encoded, constants: Mapping[str, Constant], helpers: Mapping[str, str], arch: str
) -> str:
    """The constants of a program, without those that the linker writes (`linked_tables`)."""
    symbols = [item for item in encoded.pool if isinstance(item, Place)]
    natives = encoded.natives if arch not in LINKED else []
    names = sorted({place.symbol for place in symbols} | set(natives))
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
    text += "".join(f"#define {name} {value}\n" for name, value in sizes(encoded).items())
    blocks: list[int] = []
    starts: list[int] = []
    context_count = sizes(encoded)["CONTEXTS"]
    for book, first in encoded.books[:context_count]:
        before, after = block(book, encoded.symbols[first : first + book.size])
        starts.append(2 * len(encoded.contexts) + len(blocks) + len(before))
        blocks += [*before, *after]
    books: list[str] = []
    counts: list[int] = []
    for book, first in encoded.books[context_count:]:
        books.append(f"{{{first}, {len(counts) << 5 | 16 - book.shortest}}}")
        counts += book.counts
    text += _array("struct book", "compact_books", books)
    text += _array("u8", "compact_counts", counts)
    text += _array("u16", "compact_operand", [operand for _, operand in encoded.bound])
    text += _array("u8", "compact_operation", [operation for operation, _ in encoded.bound])
    text += _array("u8", "compact_rows", encoded.rows)
    halves = [starts[context] for context in encoded.contexts]
    places = [byte for half in halves for byte in half.to_bytes(2, "little")]
    text += _array("u8", "compact_contexts", [*places, *blocks], "static ALIGNED ")
    text += _array("i8", "compact_moves", encoded.moves)
    for kind, size in (("byte", "i8"), ("half", "u16"), ("width", "u8")):
        text += _array(size, f"compact_{kind}", encoded.lists[kind])
    pool = [
        f"(uword){place[item.symbol]} + {item.offset}" if isinstance(item, Place) else f"{item}u"
        for item in encoded.pool
    ]
    text += _array("uword", "compact_pool", pool)
    called = encoded.functions
    text += _array("u16", "compact_firsts", encoded.firsts)
    text += function_table([encoded.positions.get(name) for name in called])
    if arch in LINKED:
        text += "extern const u16 compact_natives[], compact_places[];\n"
    else:
        text += _array("uword", "compact_natives", (f"(uword){place[name]}" for name in natives))
    text += f"#define PLACED {PLACED if arch in LINKED else ''}\n"
    text += _array("u16", "compact_code", [*encoded.units, 0, 0], "PLACED ")
    for name, position in encoded.positions.items():
        own = f"{name}{SUFFIX}"
        start, end = (place * STEP // 8 for place in (position, position + encoded.sizes[name]))
        lines = [f".set {own}, compact_code + {start}", f".size {own}, {end - start}"]
        text += f'__asm__("{"; ".join(lines)}");\n'
    return text


SHORT_CODE = 4
"""Bits of a context's code that are looked up at once."""


def block(book: Book, symbols: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
    """A context: its symbols, the first one last; and behind them how many beginnings of
    SHORT_CODE bits are looked up, how many symbols they stand for, for each of them the symbol's
    number above three bits for the code's length, and the counts of the longer codes."""
    counts = dict(enumerate(book.counts, book.shortest))
    short: list[int] = []
    number = 0
    for length in range(SHORT_CODE + 1):
        for _ in range(counts.get(length, 0)):
            short += [number << 3 | length] * (1 << SHORT_CODE - length)
            number += 1
    longer = [counts.get(length, 0) for length in range(SHORT_CODE + 1, max(counts) + 1)]
    return symbols[::-1], [len(short), number, *short, *longer]


LINKED = ("arm",)
"""The architectures for which the linker writes addresses in 16 bits, which no compiler can ask it
for: halves of native functions' addresses; quarters of those of data, the highest bit for RAM."""


def linked_tables(encoded: Encoded, arch: str) -> str:
    """The tables of addresses, as part of a linker script."""
    _, helpers = helper_text(encoded.natives, arch)
    lines = ["compact_natives = .;"]
    lines += [f"SHORT({helpers.get(name, name)} >> 1)" for name in encoded.natives]
    lines.append("compact_places = .;")
    for entry in encoded.places:
        place = f"({entry.symbol} + {entry.offset})"
        lines.append(f"SHORT(({place} >> 2 & 0x7fff) | ({place} >> 14 & 0x8000))")
    lines.append('ASSERT(compact_code <= 0x20000, "an address takes more than 16 bits");')
    return "\n".join(lines)


def sizes(encoded: Encoded) -> dict[str, int]:
    """What the machine has to know of the tables' sizes."""
    first_operand = len(encoded.books) - encoded.with_operand - 1
    return {
        "WITH_NUMBER": encoded.with_number,
        "WITH_OPERAND": encoded.with_operand,
        "OPERATIONS": len(encoded.order),
        "CONTEXTS": first_operand,
        "BY_CONTEXT": 255,
        "CASE_BOOK": encoded.with_operand,
        "DEPTHS": DEPTHS,
        "SHORT_CODE": SHORT_CODE,
        "ENDS": ENDS,
        "GROUP": GROUP,
        "STEP": STEP,
        "LABEL_ROW": LABEL_ROW,
        "ENTER_ROW": encoded.rows[encoded.order.index("enter")],
        "TRY_ROW": encoded.rows[encoded.order.index("try")] if "try" in encoded.order else 0,
    }


TAGS = {"arm": 0, "x86": 1}
"""The lowest bit of a compact function's value, unlike that of an address of code."""


def function_table(positions: Sequence[int | None]) -> str:
    """Where functions begin: of each group the first one's low 16 bits, and the sizes of all but
    the last. Where there is none, the next one begins."""
    places = list(positions)
    for number in range(len(places) - 1, -1, -1):
        if places[number] is None:
            places[number] = places[number + 1]
    table: list[int] = []
    for first in range(0, len(places), GROUP):
        group = [place or 0 for place in places[first : first + GROUP]]
        steps = [after - before for before, after in pairwise(group)]
        table += [group[0] & 255, group[0] >> 8 & 255, *steps, *[0] * (GROUP - 1 - len(steps))]
    groups = [place or 0 for place in places[::GROUP]]
    limits = [
        next((n for n, place in enumerate(groups) if place >> 16 >= high), None)
        for high in range(1, (groups[-1] >> 16) + 1)
    ]
    far = "".join(f" if (x >= {GROUP * (n or 0)}) place += 0x10000;" for n in limits)
    return f"#define PLACE_FAR{far}\n" + _array("u8", "compact_functions", table)


PLACED = '__attribute__((section(".compact")))'
"""Code lies behind all that has its address in a table of the linker's."""
SUFFIX = ".compact"
"""Ends the names of the symbols for functions' compact code; a stub has the plain name."""


def stub_text(functions: Sequence[str], entered: Collection[str], arch: str) -> str:
    """The stubs, each group around what its stubs jump to."""
    frame, stub, enter, text = STUBS[arch]
    stubs = [
        stub.replace("@name@", name).replace("@number@", str(number))
        for number, name in enumerate(functions)
        if name in entered
    ]
    for first in range(0, len(stubs), 2 * NEAR_STUBS):
        middle = first + NEAR_STUBS
        group = [*stubs[first:middle], enter, *stubs[middle : middle + NEAR_STUBS]]
        text += "".join(group).replace("@group@", str(first))
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

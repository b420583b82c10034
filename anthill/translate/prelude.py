"""The fixed C that every translated program begins with, and the support functions it may use.

`HEADER` has macros and inline functions only and goes to the top of every unit; `SUPPORT` is one
unit of its own, whose unused parts the linker drops.
"""

HEADER = r"""
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef intptr_t word;
typedef uintptr_t uword;
typedef uword Value;
typedef int8_t i8; typedef int16_t i16; typedef int32_t i32; typedef int64_t i64;
typedef uint8_t u8; typedef uint16_t u16; typedef uint32_t u32; typedef uint64_t u64;
typedef float f32; typedef double f64;
typedef void (*code)(void);
typedef void *pointer;
#define WORD_BYTES ((uword)sizeof(word))
#define IN_MEMORY __attribute__((aligned(sizeof(word))))
typedef double f64_item IN_MEMORY;
typedef int64_t i64_item IN_MEMORY;
typedef uint64_t u64_item IN_MEMORY;

void *memcpy(void *restrict, const void *restrict, size_t);
void *memmove(void *, const void *, size_t);
void *memset(void *, int, size_t);
int memcmp(const void *, const void *, size_t);
#if defined(__arm__)
void fill_words(uword *target, uword word, size_t bytes);
#define FILL_WORDS fill_words
#else
#define FILL_WORDS memset
#endif

/* How often each opcode is run after each other one: see anthill/cli/opcodes.py. */
#if defined(COUNT_OPCODES)
extern u64 opcode_pairs[256][256];
extern u8 opcode_before;
#define COUNT_OPCODE(op) opcode_pairs[opcode_before][op]++; opcode_before = (u8)(op);
#else
#define COUNT_OPCODE(op)
#endif

#ifdef __SIZEOF_INT128__
static inline u64 high_product(u64 a, u64 b) { return (u64)((unsigned __int128)a * b >> 64); }
#endif

/* Items are words, mostly few of them: on the host a call costs more than copying does. */
#if defined(HOSTED) && UINTPTR_MAX > 0xFFFFFFFF
#define FEW_WORDS 16
#define KEEP_LOOP() __asm__ volatile("")
static inline void copy_words(void *target, const void *source, uword count) {
  uword *to = target;
  const uword *from = source;
  if (count > FEW_WORDS) {
    memmove(to, from, count * sizeof(uword));
  } else if ((uword)to - (uword)from < count * sizeof(uword)) {
    while (count > 0) {
      count--;
      to[count] = from[count];
      KEEP_LOOP();
    }
  } else {
    for (; count > 0; count--) {
      *to++ = *from++;
      KEEP_LOOP();
    }
  }
}
static inline void clear_words(void *target, uword count) {
  uword *to = target;
  if (count > FEW_WORDS) {
    memset(to, 0, count * sizeof(uword));
    return;
  }
  for (; count > 0; count--) {
    *to++ = 0;
    KEEP_LOOP();
  }
}
#undef FILL_WORDS
#define FILL_WORDS(target, value, size) clear_words(target, (size) / sizeof(uword))
#else
#define copy_words(target, source, count) memmove(target, source, (count) * sizeof(uword))
#define clear_words(target, count) memset(target, 0, (count) * sizeof(uword))
#endif

struct object { uword header; };
#define HEADER(id, length) ((uword)(length) << 8 | (id))
extern const u8 beside_pool[];
#define BESIDE(p) ((code)(uword)*(const u16 *)(beside_pool + ((uword)(p) >> 1)))
#define LENGTH(p) ((word)(((const struct object *)(p))->header >> 8))
#define CLASS_ID(p) ((word)*(const u8 *)(p))
#define REGISTER(address) (*(volatile u32 *)(uword)(address))

#define SMALL(n) ((Value)((uword)(n) << 1 | 1))
#define IS_SMALL(v) (((v) & 1) != 0)
#define SMALL_INT(v) ((word)(v) >> 1)
#define IS_OBJECT(v) is_object((Value)(v))
static inline bool is_object(Value v) { return v != 0 && !IS_SMALL(v); }
static inline bool FITS_SMALL(word n) { return (word)((uword)n << 1) >> 1 == n; }
#define OPAQUE __asm__ volatile("")
static inline Value small_add(Value a, Value b) {
  word sum;
  if (__builtin_add_overflow((word)a, (word)(b - 1), &sum)) { OPAQUE; return 0; }
  if (sum == 0) __builtin_unreachable();
  return (Value)sum;
}
static inline Value small_sub(Value a, Value b) {
  word difference;
  if (__builtin_sub_overflow((word)a, (word)(b - 1), &difference)) { OPAQUE; return 0; }
  if (difference == 0) __builtin_unreachable();
  return (Value)difference;
}
Value small_mul(Value a, Value b);

static inline bool object_is(const void *p, u8 first, u8 count) {
  return count != 0 && (u8)(*(const u8 *)p - first) < count;
}
static inline bool optional_is(const void *p, u8 first, u8 count) {
  return p != 0 && object_is(p, first, count);
}
static inline bool value_is_exactly(Value v, u8 id) {
  return is_object(v) && CLASS_ID(v) == id;
}
static inline bool value_is_hot(Value v, u8 first, u8 count) {
  return count != 0 && v != 0 && !IS_SMALL(v) && object_is((const void *)v, first, count);
}
#if UINTPTR_MAX > UINT32_MAX
#define VALUE_IN(v, first, count) value_is_hot(v, first, count)
#else
#define VALUE_IN(v, first, count) ((count) != 0 && value_is_packed(v, (first) | (count) << 8))
#endif
bool value_is_packed(Value v, uword range);

static inline word floor_div_positive(word a, word b) { return a / b - (a % b < 0); }
static inline word floor_mod_positive(word a, word b) { word r = a % b; return r < 0 ? r + b : r; }
static inline i64 floor_div_positive_i64(i64 a, i64 b) { return a / b - (a % b < 0); }
static inline i64 floor_mod_positive_i64(i64 a, i64 b) { i64 r = a % b; return r < 0 ? r + b : r; }
word floor_div(word a, word b);
word floor_mod(word a, word b);
i64 floor_div_i64(i64 a, i64 b);
i64 floor_mod_i64(i64 a, i64 b);

#if defined(__x86_64__)
#define SAVED 8
#elif defined(__arm__)
#define SAVED 10
#elif defined(__i386__)
#define SAVED 6
#elif defined(__riscv)
#define SAVED 14
#elif defined(__aarch64__)
#define SAVED 22
#elif defined(__wasm__)
#define SAVED 4
#define handlers compact_handlers
#else
#define SAVED 1
#endif
struct handler { struct handler *previous; uword registers[SAVED]; };
extern struct handler *handlers;
extern Value raised;
int save_registers(uword *registers) __attribute__((returns_twice));
_Noreturn void restore_registers(uword *registers);
_Noreturn void raise_value(Value v);
void call_with_registers(code function);
void *new_zeroed(uword id, word length);
void *new_raw(uword id, word length);
_Noreturn void failed(const char *file, int line, const char *what);
static inline word checked_index(word index, word length, const char *file, int line) {
  if ((uword)index >= (uword)length) failed(file, line, "index out of range");
  return index;
}
/* Where `allocate` is expanded the compiler knows what lies just above an object, and may keep its
   end in place of its start, which the collector would take for a reference to its neighbour. */
#if defined(__wasm__)
#define FRESH(p)
#else
#define FRESH(p) __asm__("" : "+r"(p))
#endif
#define CHECKED(index, p) checked_index((word)(index), LENGTH(p), __FILE__, __LINE__)
"""

COMPACT = """
struct activation { struct activation *previous; uword *base, *top, *link; };
#if defined(__arm__)
extern uword compact_stack[] __asm__("__stack_bottom");
#else
extern uword compact_stack[1 << 14];
#endif
extern uword *compact_top;
extern struct activation *compact_current;
#define COMPACT_STACK ((uword)compact_stack)
#define COMPACT_TOP ((uword)compact_top)
void compact_unwind(uword handler);
#if defined(__arm__)
#define COMPACT_NATIVE 1
#else
#define COMPACT_NATIVE 0
#endif
#if defined(__wasm__)
#define callable(f) (f)
#else
#define IS_COMPACT(f) (((uword)(f) & 1) != COMPACT_NATIVE)
code compact_callable(code f);
static inline code callable(code f) { return IS_COMPACT(f) ? compact_callable(f) : f; }
#endif
"""
"""With compact code: the machine's stack, and how to call a function value, which may be the
number of a compact function, its lowest bit unlike that of an address (`translate.compact`)."""

NOT_COMPACT = """
#define COMPACT_STACK ((uword)0)
#define COMPACT_TOP ((uword)0)
#define callable(f) (f)
"""

SMALLEST = """
#pragma clang attribute push(__attribute__((minsize)), apply_to = function)
"""
"""Has every function of a unit compiled for size only."""
SMALLEST_END = "#pragma clang attribute pop\n"

SUPPORT = r"""
struct handler *handlers;
Value raised;

#if defined(__x86_64__)
__asm__(".text\n.globl save_registers\nsave_registers:\n"
  "mov %rbx,0(%rdi)\nmov %rbp,8(%rdi)\nmov %r12,16(%rdi)\nmov %r13,24(%rdi)\nmov %r14,32(%rdi)\n"
  "mov %r15,40(%rdi)\nlea 8(%rsp),%rdx\nmov %rdx,48(%rdi)\nmov (%rsp),%rdx\nmov %rdx,56(%rdi)\n"
  "xor %eax,%eax\nret\n"
  ".globl restore_registers\nrestore_registers:\n"
  "mov 0(%rdi),%rbx\nmov 8(%rdi),%rbp\nmov 16(%rdi),%r12\nmov 24(%rdi),%r13\nmov 32(%rdi),%r14\n"
  "mov 40(%rdi),%r15\nmov 48(%rdi),%rsp\nmov $1,%eax\njmp *56(%rdi)\n");
#elif defined(__arm__)
__asm__(".text\n.syntax unified\n.thumb\n.balign 4\n.globl save_registers\n"
  ".type save_registers,%function\n.thumb_func\nsave_registers:\n"
  "mov r1,r8\nmov r2,r9\nmov r3,r10\nstmia r0!,{r1-r7}\n"
  "mov r1,r11\nmov r2,sp\nmov r3,lr\nstmia r0!,{r1-r3}\nmovs r0,#0\nbx lr\n"
  ".balign 4\n.globl restore_registers\n.type restore_registers,%function\n.thumb_func\n"
  "restore_registers:\nldmia r0!,{r1-r7}\nmov r8,r1\nmov r9,r2\nmov r10,r3\n"
  "ldmia r0!,{r1-r3}\nmov r11,r1\nmov sp,r2\nmovs r0,#1\nbx r3\n");
#elif defined(__i386__)
__asm__(".text\n.globl save_registers\nsave_registers:\n"
  "mov 4(%esp),%eax\nmov %ebx,0(%eax)\nmov %esi,4(%eax)\nmov %edi,8(%eax)\nmov %ebp,12(%eax)\n"
  "lea 4(%esp),%ecx\nmov %ecx,16(%eax)\nmov (%esp),%ecx\nmov %ecx,20(%eax)\nxor %eax,%eax\nret\n"
  ".globl restore_registers\nrestore_registers:\n"
  "mov 4(%esp),%edx\nmov 0(%edx),%ebx\nmov 4(%edx),%esi\nmov 8(%edx),%edi\nmov 12(%edx),%ebp\n"
  "mov 16(%edx),%esp\nmov $1,%eax\njmp *20(%edx)\n");
#elif defined(__riscv)
__asm__(".text\n.globl save_registers\nsave_registers:\n"
  "sw ra,0(a0)\nsw sp,4(a0)\nsw s0,8(a0)\nsw s1,12(a0)\nsw s2,16(a0)\nsw s3,20(a0)\n"
  "sw s4,24(a0)\nsw s5,28(a0)\nsw s6,32(a0)\nsw s7,36(a0)\nsw s8,40(a0)\nsw s9,44(a0)\n"
  "sw s10,48(a0)\nsw s11,52(a0)\nli a0,0\nret\n"
  ".globl restore_registers\nrestore_registers:\n"
  "lw ra,0(a0)\nlw sp,4(a0)\nlw s0,8(a0)\nlw s1,12(a0)\nlw s2,16(a0)\nlw s3,20(a0)\n"
  "lw s4,24(a0)\nlw s5,28(a0)\nlw s6,32(a0)\nlw s7,36(a0)\nlw s8,40(a0)\nlw s9,44(a0)\n"
  "lw s10,48(a0)\nlw s11,52(a0)\nli a0,1\nret\n");
#elif defined(__aarch64__)
__asm__(".text\n.globl save_registers\nsave_registers:\n"
  "stp x19,x20,[x0,#0]\nstp x21,x22,[x0,#16]\nstp x23,x24,[x0,#32]\nstp x25,x26,[x0,#48]\n"
  "stp x27,x28,[x0,#64]\nstp x29,x30,[x0,#80]\nmov x2,sp\nstr x2,[x0,#96]\n"
  "stp d8,d9,[x0,#104]\nstp d10,d11,[x0,#120]\nstp d12,d13,[x0,#136]\nstp d14,d15,[x0,#152]\n"
  "mov w0,#0\nret\n.globl restore_registers\nrestore_registers:\n"
  "ldp x19,x20,[x0,#0]\nldp x21,x22,[x0,#16]\nldp x23,x24,[x0,#32]\nldp x25,x26,[x0,#48]\n"
  "ldp x27,x28,[x0,#64]\nldp x29,x30,[x0,#80]\nldr x2,[x0,#96]\nmov sp,x2\n"
  "ldp d8,d9,[x0,#104]\nldp d10,d11,[x0,#120]\nldp d12,d13,[x0,#136]\nldp d14,d15,[x0,#152]\n"
  "mov w0,#1\nret\n");
#endif

#if defined(__SANITIZE_ADDRESS__)
void __asan_handle_no_return(void);
#else
#define __asan_handle_no_return()
#endif

_Noreturn void raise_value(Value v) {
  struct handler *handler = handlers;
  raised = v;
  if (handler == 0) __builtin_trap();
  handlers = handler->previous;
  @unwind@
  __asan_handle_no_return();
  restore_registers(handler->registers);
}

__attribute__((noinline)) void call_with_registers(code function) {
  uword registers[SAVED];
  save_registers(registers);
  ((void (*)(uword))function)((uword)registers);
  __asm__ volatile("" : : "r"(registers) : "memory");
}

bool value_is_packed(Value v, uword range) {
  return v != 0 && !IS_SMALL(v) && (u8)(*(const u8 *)v - (u8)range) < (u8)(range >> 8);
}

Value small_mul(Value a, Value b) {
  word product;
#if UINTPTR_MAX <= UINT32_MAX
  word x = SMALL_INT(a), y = SMALL_INT(b);
  if ((int16_t)y != y) { word other = x; x = y; y = other; }
  if ((int16_t)y == y) {
    word low = (x & 0xFFFF) * y, high = (x >> 16) * y + (low >> 16);
    return (word)((uword)high << 17) >> 17 == high ? SMALL((uword)high << 16 | (low & 0xFFFF)) : 0;
  }
#endif
  if (__builtin_mul_overflow((word)(a - 1), (word)b >> 1, &product)) return 0;
  return (Value)product + 1;
}

word floor_div(word a, word b) {
  if (b == -1) return -a;
  word q = a / b, r = a % b;
  return q - (r != 0 && (r ^ b) < 0);
}

word floor_mod(word a, word b) {
  if (b == -1) return 0;
  word r = a % b;
  return r != 0 && (r ^ b) < 0 ? r + b : r;
}

i64 floor_div_i64(i64 a, i64 b) {
  if (b == -1) return -a;
  i64 q = a / b, r = a % b;
  return q - (r != 0 && (r ^ b) < 0);
}

i64 floor_mod_i64(i64 a, i64 b) {
  if (b == -1) return 0;
  i64 r = a % b;
  return r != 0 && (r ^ b) < 0 ? r + b : r;
}

#if defined(HOSTED)
#include <stdio.h>
#include <stdlib.h>
#if defined(COUNT_OPCODES)
u64 opcode_pairs[256][256];
u8 opcode_before;
__attribute__((destructor)) static void write_opcode_pairs(void) {
  const char *path = getenv("ANTHILL_OPCODES");
  FILE *file = path != NULL ? fopen(path, "wb") : NULL;
  if (file == NULL) return;
  fwrite(opcode_pairs, sizeof(opcode_pairs), 1, file);
  fclose(file);
}
#endif
_Noreturn void failed(const char *file, int line, const char *what) {
  fprintf(stderr, "%s:%d: failed: %s\n", file, line, what);
  abort();
}
#else
_Noreturn void failed(const char *file, int line, const char *what) { __builtin_trap(); }

#if defined(__arm__)
#define FUNCTION(name) ".globl " name "\n.type " name ",%function\n.thumb_func\n" name ":\n"
__asm__(".section .text.memory,\"ax\",%progbits\n.syntax unified\n.thumb\n.balign 2\n"
  FUNCTION("memcpy") FUNCTION("memmove")
  "mov ip,r0\nsubs r3,r0,r1\ncmp r3,r2\nblo 6f\n"
  "lsls r3,r3,#30\nbne 5f\nlsls r3,r0,#30\nbeq 2f\ncmp r2,#8\nblo 5f\n"
  "1: ldrb r3,[r1]\nstrb r3,[r0]\nadds r0,#1\nadds r1,#1\nsubs r2,#1\n"
  "lsls r3,r0,#30\nbne 1b\n"
  "2: subs r2,#16\nblo 4f\npush {r4-r6}\n"
  "3: ldmia r1!,{r3-r6}\nstmia r0!,{r3-r6}\nsubs r2,#16\nbhs 3b\n"
  "pop {r4-r6}\n"
  "4: adds r2,#12\nbmi 8f\n"
  "7: ldmia r1!,{r3}\nstmia r0!,{r3}\nsubs r2,#4\nbpl 7b\n"
  "8: adds r2,#4\n"
  "5: adds r0,r0,r2\nadds r1,r1,r2\nrsbs r2,r2,#0\nbeq 9f\n"
  "0: ldrb r3,[r1,r2]\nstrb r3,[r0,r2]\nadds r2,#1\nbne 0b\n"
  "9: mov r0,ip\nbx lr\n"
  "6: mov r3,r0\norrs r3,r1\norrs r3,r2\nlsls r3,r3,#30\nbne 1f\n"
  "0: subs r2,#4\nldr r3,[r1,r2]\nstr r3,[r0,r2]\nbne 0b\nbx lr\n"
  "1: subs r2,#1\nldrb r3,[r1,r2]\nstrb r3,[r0,r2]\nbne 1b\nbx lr\n"
  FUNCTION("memset")
  "push {r0,r4,lr}\nuxtb r1,r1\nlsls r3,r0,#30\nbne 1f\n"
  "lsls r3,r1,#8\norrs r1,r3\nlsls r3,r1,#16\norrs r1,r3\n"
  "movs r4,#3\nands r4,r2\nsubs r2,r2,r4\nbl fill_words\nmovs r2,r4\n"
  "1: adds r0,r0,r2\nrsbs r2,r2,#0\nbeq 3f\n"
  "2: strb r1,[r0,r2]\nadds r2,#1\nbne 2b\n"
  "3: pop {r0,r4,pc}\n"
  FUNCTION("fill_words")
  "mov r3,r1\nsubs r2,#8\nblo 2f\n"
  "1: stmia r0!,{r1,r3}\nsubs r2,#8\nbhs 1b\n"
  "2: lsls r2,r2,#29\nbpl 3f\nstmia r0!,{r1}\n"
  "3: bx lr\n"
  FUNCTION("memcmp")
  "push {r4,lr}\nadds r0,r0,r2\nadds r1,r1,r2\nrsbs r2,r2,#0\nbeq 2f\n"
  "1: ldrb r3,[r0,r2]\nldrb r4,[r1,r2]\nsubs r3,r3,r4\nbne 3f\nadds r2,#1\nbne 1b\n"
  "2: movs r3,#0\n"
  "3: mov r0,r3\npop {r4,pc}\n.text\n");
#else
#define LOOP_OPAQUE() ({ __asm__ volatile(""); })
#define ALIGNED(a, b) ((((uword)(a) | (uword)(b)) & (WORD_BYTES - 1)) == 0)

void *memmove(void *target, const void *source, size_t count) {
  u8 *to = target;
  const u8 *from = source;
  if ((uword)to - (uword)from < count) {
    if (ALIGNED(to, from)) {
      for (; (count & (WORD_BYTES - 1)) != 0; LOOP_OPAQUE()) {
        count--;
        to[count] = from[count];
      }
      for (; count > 0; LOOP_OPAQUE()) {
        count -= WORD_BYTES;
        *(uword *)(to + count) = *(const uword *)(from + count);
      }
    }
    for (; count > 0; LOOP_OPAQUE()) {
      count--;
      to[count] = from[count];
    }
    return target;
  }
  if (ALIGNED(to, from)) {
    for (; count >= WORD_BYTES; count -= WORD_BYTES) {
      *(uword *)to = *(const uword *)from;
      to += WORD_BYTES;
      from += WORD_BYTES;
      LOOP_OPAQUE();
    }
  }
  for (; count > 0; count--) {
    *to++ = *from++;
    LOOP_OPAQUE();
  }
  return target;
}

void *memcpy(void *restrict target, const void *restrict source, size_t count) {
  return memmove(target, source, count);
}

void *memset(void *target, int value, size_t count) {
  u8 *to = target;
  uword word_value = (u8)value * (~(uword)0 / 255);
  for (; count > 0 && ((uword)to & (WORD_BYTES - 1)) != 0; count--) {
    *to++ = (u8)value;
    LOOP_OPAQUE();
  }
  for (; count >= WORD_BYTES; count -= WORD_BYTES) {
    *(uword *)to = word_value;
    to += WORD_BYTES;
    LOOP_OPAQUE();
  }
  for (; count > 0; count--) {
    *to++ = (u8)value;
    LOOP_OPAQUE();
  }
  return target;
}

int memcmp(const void *a, const void *b, size_t count) {
  const u8 *left = a, *right = b;
  for (; count > 0; count--, left++, right++) {
    if (*left != *right) return *left - *right;
  }
  return 0;
}
#endif
#endif
"""

VALUE_TESTS = r"""
__asm__(".section .text.value_tests,\"ax\",%progbits\n.syntax unified\n.thumb\n.balign 2\n"
@entries@
  "value_in:\ncmp r0,#0\nbeq 2f\nlsls r3,r0,#31\nbne 1f\n"
  "ldrb r0,[r0]\nsubs r0,r0,r1\ncmp r0,r2\nsbcs r0,r0\nrsbs r0,r0,#0\nbx lr\n"
  "1: movs r0,#0\n2: bx lr\n.text\n");
"""
VALUE_TEST = """
  ".globl @name@\\n.type @name@,%function\\n.thumb_func\\n@name@:\\n"
  "movs r1,#@first@\\nmovs r2,#@count@\\nb value_in\\n"
""".strip("\n")
"""On ARM, tests of values for the ranges that are asked for often: six bytes each, for calls that
pass nothing but the value."""

IN_BYTES = r"""
bool in_bytes(word item, const struct Array_u8 *items) {
  word length = LENGTH(items);
  for (word i = 0; i < length; i++) if (items->items[i] == item) return 1;
  return 0;
}
"""

NEW_ZEROED = r"""
void *new_zeroed(uword id, word length) {
  uword entry = @map@.items[id];
  uword bytes = (entry >> 24) + (uword)length * (entry >> 20 & 15) + WORD_BYTES - 1;
  bytes &= ~(WORD_BYTES - 1);
  if ((uword)length > (~(uword)0 >> 10)) bytes = (~(uword)0 >> 1) - 7;
  uword *object = (uword *)(uword)@allocate@(bytes);
  FRESH(object);
  *object = HEADER(id, length);
  FILL_WORDS(object + 1, 0, bytes - WORD_BYTES);
  return object;
}
#if UINTPTR_MAX > UINT32_MAX
void *new_raw(uword id, word length) {
  uword entry = @map@.items[id];
  uword bytes = (entry >> 24) + (uword)length * (entry >> 20 & 15) + WORD_BYTES - 1;
  uword *object = (uword *)(uword)@allocate@(bytes & ~(WORD_BYTES - 1));
  FRESH(object);
  *object = HEADER(id, length);
  for (uword at = 1; at * WORD_BYTES < (entry >> 24); at++) object[at] = 0;
  return object;
}
#endif
"""

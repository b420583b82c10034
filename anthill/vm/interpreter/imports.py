"""Finding and running modules: `sys.modules`, the built-in ones, source files.

A package is a directory with `__init__.py`; directories without it, of the same name in several
places, make a package together. Relative imports count from `__package__`. Where there are no
files, modules of the image may be in packages, but import each other by their full names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.runtime.errors import PyError
from anthill.typed import NULL, Object, Value, cold, noinline, same
from anthill.vm import errors, operations
from anthill.vm.features import LARGE
from anthill.vm.interpreter import console, run
from anthill.vm.interpreter.state import vm
from anthill.vm.messages import message
from anthill.vm.objects import dict as dict_object
from anthill.vm.objects import exception, module, singletons
from anthill.vm.objects import list as list_object
from anthill.vm.objects import str as str_object
from anthill.vm.objects.list import List
from anthill.vm.objects.module import REGISTRY, Module
from anthill.vm.objects.str import Str, intern, name, text
from anthill.vm.writer import string_writer

if TYPE_CHECKING:
    from anthill.vm.interpreter.console import SourceFile
    from anthill.vm.objects.module import FrozenModule
    from anthill.vm.objects.type import Type


@noinline
def import_name(title: Str, wanted: Value, dots: int, space: Value) -> Value:
    """The `import` statement in a module with these globals: the first package of a dotted name,
    or with `wanted`, the names of `from`, the module itself."""
    full = title
    if dots:
        if not console.has_files:
            raise no_parent()
        full = absolute_name(title, dots, space)
    loaded = load(full)
    if wanted is not singletons.NONE:
        return loaded
    dot = find_dot(title, 0)
    if dot < 0:
        return loaded
    cut = len(title.data) - dot
    return load(intern(str_object.substring(full, 0, len(full.data) - cut)))


def load(full: Str) -> Value:
    """A module by its absolute name, with the packages that it is in."""
    found = find_loaded(full)
    if found is not NULL:
        return found
    built_in = REGISTRY.modules.find_name(full)
    if built_in is not NULL:
        run.loaded_modules().store(full, built_in)
        return built_in
    parent: Value = NULL
    dot = last_dot(full)
    if dot >= 0:
        parent = load(intern(str_object.substring(full, 0, dot)))
        found = find_loaded(full)
        if found is not NULL:
            return found
    frozen = module.find_frozen(full)
    loaded = run_frozen(full, frozen) if frozen is not None else load_file(full, dot, parent)
    if parent is not NULL:
        short = intern(str_object.substring(full, dot + 1, len(full.data)))
        operations.set_attribute(parent, short, loaded)
    return loaded


def find_loaded(full: Str) -> Value:
    """An entry of `sys.modules`, NULL if there is none; None there forbids the import."""
    found = run.loaded_modules().find_name(full)
    if found is singletons.NONE:
        pattern = message("import of %s halted; None in sys.modules")
        raise named_error(exception.MODULE_NOT_FOUND_ERROR, pattern, full, NULL)
    return found


@cold
def named_error(kind: Type, pattern: int, full: Str, base: Value) -> PyError:
    """An ImportError that knows the name of the module."""
    made = errors.error_with(kind, pattern, full, base)
    if LARGE:
        operations.set_attribute(made.value, name("name"), full)
    return made


def path_of(package: Value) -> Value:
    """The `__path__` of a package, NULL where a module is none."""
    if isinstance(package, Module):
        return module.find(package, name("__path__"))
    return operations.find_attribute(package, name("__path__"))


@cold
def not_found(full: Str, parent: Value) -> PyError:
    """The error for a module that is not there."""
    pattern = message("No module named '%s'")
    base = name("")
    if parent is not NULL and path_of(parent) is NULL:
        pattern = message("No module named '%s'; '%s' is not a package")
        base = str_object.substring(full, 0, last_dot(full))
    return named_error(exception.MODULE_NOT_FOUND_ERROR, pattern, full, base)


class Source(Object):
    """Where a module comes from."""

    reader: SourceFile | None
    """None for directories without `__init__.py`."""
    file: Str
    path: List | None
    """The `__path__` of a package."""


def load_file(full: Str, dot: int, parent: Value) -> Value:
    """Run the source file of a module."""
    if console.has_files:
        source = find_source(full, dot, parent)
        if source is not None:
            return run_module(full, source)
    plain = plain_name(full)
    if plain is not None and dot < 0:
        return load(plain)
    raise not_found(full, parent)


def plain_name(full: Str) -> Str | None:
    """The name of a module of the image that MicroPython knew with a `u` in front, where programs
    for MicroPython are at home; None for other names."""
    known = REGISTRY.modules
    if len(full.data) < 2 or full.data[0] != ord("u"):
        return None
    if known.find_name(name("micropython")) is NULL:
        return None
    plain = intern(str_object.substring(full, 1, len(full.data)))
    found = known.find_name(plain) is not NULL or module.find_frozen(plain) is not None
    return plain if found else None


def find_source(full: Str, dot: int, parent: Value) -> Source | None:
    """Look for the source of a module in the directories of its package or of `sys.path`."""
    search = console.search_path() if parent is NULL else path_of(parent)
    if not isinstance(search, List):
        return None
    short = str_object.substring(full, dot + 1, len(full.data))
    portions: List | None = None
    for index in range(search.count):
        base = search.items[index]
        if isinstance(base, Str):
            stem = path_join(base, short)
            file = str_object.join2(stem, text("/__init__.py"))
            reader = console.open_source(file)
            if reader is not None:
                return Source(reader, file, one_item(stem))
            file = str_object.join2(stem, text(".py"))
            reader = console.open_source(file)
            if reader is not None:
                return Source(reader, file, None)
            if console.is_directory(stem):
                if portions is None:
                    portions = one_item(stem)
                else:
                    portions.append(stem)
    return None if portions is None else Source(None, full, portions)


def one_item(item: Value) -> List:
    """A list of one item."""
    result = list_object.new_list(1)
    result.append(item)
    return result


def path_join(base: Str, short: Str) -> Str:
    """`base/short`; an empty base is the current directory."""
    if len(base.data) == 0:
        return short
    return str_object.join2(str_object.join2(base, text("/")), short)


def run_frozen(full: Str, frozen: FrozenModule) -> Value:
    """Run a module of the image."""
    made = prepare_module(full, frozen.package)
    if frozen.package:
        module.space_of(made).store(name("__path__"), list_object.new_list(0))
    try:
        run.run_code(frozen.code, module.space_of(made))
    except PyError:
        run.loaded_modules().remove(full)
        raise
    return made


def run_module(full: Str, source: Source) -> Value:
    """Compile and run a source file as a new module."""
    made = prepare_module(full, source.path is not None)
    space = module.space_of(made)
    path = source.path
    if path is not None:
        space.store(name("__path__"), path)
    reader = source.reader
    if reader is not None:
        space.store(name("__file__"), source.file)
        made.loading = True
        try:
            code = compiler.compile_source(reader, compiler.EXEC, source.file)
            reader.close()
            run.run_code(code, space)
        except PyError:
            made.loading = False
            run.loaded_modules().remove(full)
            raise
        made.loading = False
    found = run.loaded_modules().find_name(full)
    return made if found is NULL else found


def run_again(old: Module) -> None:
    """Run the source of a module once more, in the same namespace."""
    full = old.name
    dot = last_dot(full)
    parent: Value = NULL
    if dot >= 0:
        parent = load(intern(str_object.substring(full, 0, dot)))
    frozen = module.find_frozen(full)
    if frozen is not None:
        run.run_code(frozen.code, module.space_of(old))
        return
    source = find_source(full, dot, parent)
    if source is None:
        pattern = message("spec not found for the module '%s'")
        raise named_error(exception.MODULE_NOT_FOUND_ERROR, pattern, full, NULL)
    reader = source.reader
    if reader is not None:
        code = compiler.compile_source(reader, compiler.EXEC, source.file)
        reader.close()
        run.run_code(code, module.space_of(old))


def find_main(title: Str) -> Source | None:
    """What `-m` runs: the source of a module, or of `__main__` in a package; the packages that it
    is in are loaded, and `__main__` is told."""
    dot = last_dot(title)
    parent: Value = NULL
    package = name("")
    if dot >= 0:
        package = intern(str_object.substring(title, 0, dot))
        parent = load(package)
    source = find_source(title, dot, parent)
    if source is not None and source.path is not None:
        package = intern(title)
        full = str_object.join2(title, text(".__main__"))
        source = find_source(full, last_dot(full), load(package))
    if source is not None:
        module.space_of(run.main_module()).store(name("__package__"), package)
    return source


def prepare_module(full: Str, is_package: bool) -> Module:
    """A new module, entered into `sys.modules` before its code runs."""
    made = module.new_module(full)
    module.space_of(made).store(name("__name__"), full)
    module.space_of(made).store(name("__package__"), package_name(full, is_package))
    if LARGE:
        module.space_of(made).store(name("__builtins__"), module.BUILTINS)
    run.loaded_modules().store(full, made)
    return made


def package_name(full: Str, is_package: bool) -> Str:
    """The package that a module's relative imports count from."""
    dot = last_dot(full)
    if is_package:
        return full
    return intern(str_object.substring(full, 0, dot if dot >= 0 else 0))


def absolute_name(title: Str, dots: int, space: Value) -> Str:
    """The name that a relative import means in a module with these globals."""
    here: Value = NULL
    if isinstance(space, dict_object.Dict):
        here = space.find_name(name("__package__"))
    if not isinstance(here, Str) or len(here.data) == 0:
        raise no_parent()
    base = here
    while dots > 1:
        dot = last_dot(base)
        if dot < 0:
            pattern = message("attempted relative import beyond top-level package")
            raise errors.plain_error(exception.IMPORT_ERROR, pattern)
        base = str_object.substring(base, 0, dot)
        dots -= 1
    if len(title.data) == 0:
        return intern(base)
    return intern(str_object.join2(str_object.join2(base, text(".")), title))


@cold
def no_parent() -> PyError:
    """The ImportError for a relative import outside of a package."""
    pattern = message("attempted relative import with no known parent package")
    return errors.plain_error(exception.IMPORT_ERROR, pattern)


def find_dot(title: Str, start: int) -> int:
    """The place of the first dot, -1 if there is none."""
    for index in range(start, len(title.data)):
        if title.data[index] == ord("."):
            return index
    return -1


def last_dot(title: Str) -> int:
    """The place of the last dot, -1 if there is none."""
    index = len(title.data) - 1
    while index >= 0 and title.data[index] != ord("."):
        index -= 1
    return index


def import_from(source: Value, title: Str) -> Value:
    """`from source import title`: an attribute or a submodule."""
    found = attributes.attribute_or_null(source, title)
    if found is not NULL:
        return found
    if isinstance(source, Module) and path_of(source) is not NULL:
        full = intern(str_object.join2(str_object.join2(source.name, text(".")), title))
        handled = vm.handled
        try:
            return load(full)
        except PyError as error:
            if not exception.is_kind(error.value, exception.MODULE_NOT_FOUND_ERROR):
                raise
            if LARGE and not same(operations.find_attribute(error.value, name("name")), full):
                raise
            vm.handled = handled
    raise cannot_import(title, source)


def load_submodules(package: Value, names: Value) -> None:
    """Load those of the names that a package does not have but may find as modules."""
    if not console.has_files or path_of(package) is NULL:
        return
    iterator = operations.iterate(names)
    while True:
        title = operations.next_item(iterator)
        if title is NULL:
            return
        if isinstance(title, Str) and not str_object.equal(title, name("*")):
            try:
                import_from(package, intern(title))
            except PyError as error:
                if not exception.is_kind(error.value, exception.IMPORT_ERROR):
                    raise


@cold
def cannot_import(title: Str, source: Value) -> PyError:
    """The ImportError of `from` for a name that a module does not have."""
    out = string_writer()
    out.write_message(message("cannot import name '"))
    out.write_text(title)
    out.write_message(message("' from "))
    home: Value = NULL
    file: Value = NULL
    if isinstance(source, Module):
        home = source.name
        file = module.find(source, name("__file__"))
        if LARGE and source.loading:
            out.write_message(message("partially initialized module "))
    out.write_char(ord("'"))
    operations.write_str(text("<unknown module name>") if home is NULL else home, out)
    if LARGE and isinstance(source, Module) and source.loading:
        out.write_message(message("' (most likely due to a circular import) ("))
    else:
        out.write_message(message("' ("))
    operations.write_str(text("unknown location") if file is NULL else file, out)
    out.write_char(ord(")"))
    made = errors.error(exception.IMPORT_ERROR, out.finish())
    if LARGE:
        operations.set_attribute(made.value, name("name_from"), title)
        if home is not NULL:
            operations.set_attribute(made.value, name("name"), home)
        if file is not NULL:
            operations.set_attribute(made.value, name("path"), file)
    return made


@noinline
def import_star(source: Value, space: Value) -> None:
    """`from source import *`: the names in `__all__`, or all that do not begin with `_`."""
    public = operations.find_attribute(source, name("__all__"))
    if public is not NULL:
        load_submodules(source, public)
        iterator = operations.iterate(public)
        while True:
            title = operations.next_item(iterator)
            if title is NULL:
                return
            if not isinstance(title, Str):
                raise errors.type_error_with(
                    message("Item in __all__ must be str, not %t"), title, NULL
                )
            operations.set_item(space, title, operations.get_attribute(source, intern(title)))
    table = operations.get_attribute(source, name("__dict__"))
    if isinstance(table, dict_object.Dict):
        at = table.next_entry(0)
        while at >= 0:
            title = table.key_at(at)
            if isinstance(title, Str) and title.data[0] != ord("_"):
                operations.set_item(space, title, table.value_at(at))
            at = table.next_entry(at + 1)


# The compiler needs the objects: only functions use its names.
from anthill.vm.compiler import compiler  # noqa: E402
from anthill.vm.interpreter import attributes  # noqa: E402

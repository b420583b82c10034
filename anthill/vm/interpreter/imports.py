"""Finding and running modules: `sys.modules`, the built-in ones, source files.

A package is a directory with `__init__.py`. Relative imports count from `__package__`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.runtime.errors import PyError
from anthill.typed import NULL, Value, cold
from anthill.vm import errors, operations
from anthill.vm.interpreter import console, run
from anthill.vm.messages import message
from anthill.vm.objects import dict as dict_object
from anthill.vm.objects import exception, module, singletons
from anthill.vm.objects import list as list_object
from anthill.vm.objects import str as str_object
from anthill.vm.objects.module import REGISTRY, Module
from anthill.vm.objects.str import Str, intern, name, text
from anthill.vm.writer import string_writer

if TYPE_CHECKING:
    from anthill.vm.interpreter.console import SourceFile
    from anthill.vm.objects.module import FrozenModule


def import_name(title: Str, wanted: Value, dots: int, space: Value) -> Value:
    """The `import` statement in a module with these globals: the first package of a dotted name,
    or with `wanted`, the names of `from`, the module itself."""
    full = title if dots == 0 else absolute_name(title, dots, space)
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
    found = run.loaded_modules().find_name(full)
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
        found = run.loaded_modules().find_name(full)
        if found is not NULL:
            return found
    frozen = module.find_frozen(full)
    loaded = run_frozen(full, frozen) if frozen is not None else load_file(full, dot, parent)
    if loaded is NULL:
        raise not_found(full, parent)
    if parent is not NULL:
        short = intern(str_object.substring(full, dot + 1, len(full.data)))
        operations.set_attribute(parent, short, loaded)
    return loaded


@cold
def not_found(full: Str, parent: Value) -> PyError:
    """The error for a module that is not there."""
    pattern = message("No module named '%s'")
    base = name("")
    if parent is not NULL and operations.find_attribute(parent, name("__path__")) is NULL:
        pattern = message("No module named '%s'; '%s' is not a package")
        base = str_object.substring(full, 0, last_dot(full))
    return errors.error_with(exception.MODULE_NOT_FOUND_ERROR, pattern, full, base)


def load_file(full: Str, dot: int, parent: Value) -> Value:
    """Run the source file of a module; NULL where there is none."""
    search = console.search_path()
    if parent is not NULL:
        search = operations.find_attribute(parent, name("__path__"))
    if not isinstance(search, list_object.List):
        return NULL
    short = str_object.substring(full, dot + 1, len(full.data))
    at = 0
    while at < search.count:
        base = search.items[at]
        if isinstance(base, Str):
            stem = path_join(base, short)
            package = str_object.join2(stem, text("/__init__.py"))
            reader = console.open_source(package)
            if reader is not None:
                return run_module(full, package, reader, stem)
            file = str_object.join2(stem, text(".py"))
            reader = console.open_source(file)
            if reader is not None:
                return run_module(full, file, reader, None)
        at += 1
    return NULL


def path_join(base: Str, short: Str) -> Str:
    """`base/short`; an empty base is the current directory."""
    if len(base.data) == 0:
        return short
    return str_object.join2(str_object.join2(base, text("/")), short)


def run_frozen(full: Str, frozen: FrozenModule) -> Value:
    """Run a module of the image."""
    made = prepare_module(full, frozen.package)
    if frozen.package:
        made.attributes.store(name("__path__"), list_object.new_list(0))
    try:
        run.run_code(frozen.code, made.attributes)
    except PyError:
        run.loaded_modules().remove(full)
        raise
    return made


def run_module(full: Str, file: Str, reader: SourceFile, directory: Str | None) -> Value:
    """Compile and run a source file as a new module."""
    made = prepare_module(full, directory is not None)
    space = made.attributes
    space.store(name("__file__"), file)
    if directory is not None:
        path = list_object.new_list(1)
        path.append(directory)
        space.store(name("__path__"), path)
    try:
        code = compiler.compile_source(reader, compiler.EXEC, file)
        reader.close()
        run.run_code(code, space)
    except PyError:
        run.loaded_modules().remove(full)
        raise
    return made


def prepare_module(full: Str, is_package: bool) -> Module:
    """A new module, entered into `sys.modules` before its code runs."""
    made = module.new_module(full)
    made.attributes.store(name("__name__"), full)
    made.attributes.store(name("__package__"), package_name(full, is_package))
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
            raise no_parent()
        base = str_object.substring(base, 0, dot)
        dots -= 1
    if len(title.data) == 0:
        return intern(base)
    return intern(str_object.join2(str_object.join2(base, text(".")), title))


@cold
def no_parent() -> PyError:
    """The ImportError for a relative import outside of a package."""
    return errors.error(
        exception.IMPORT_ERROR,
        text("attempted relative import with no known parent package"),
    )


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
    found = operations.find_attribute(source, title)
    if found is not NULL:
        return found
    if isinstance(source, Module):
        if source.attributes.find_name(name("__path__")) is not NULL:
            full = str_object.join2(str_object.join2(source.name, text(".")), title)
            try:
                return load(intern(full))
            except PyError as error:
                if not exception.is_kind(error.value, exception.MODULE_NOT_FOUND_ERROR):
                    raise
        raise cannot_import(title, source)
    raise errors.error_with(exception.IMPORT_ERROR, message("cannot import name '%s'"), title, NULL)


def load_submodules(package: Value, names: Value) -> None:
    """Load those of the names that a package does not have but may find as modules."""
    if operations.find_attribute(package, name("__path__")) is NULL:
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
def cannot_import(title: Str, source: Module) -> PyError:
    """The ImportError of `from` for a name that a module does not have."""
    out = string_writer()
    out.write_message(message("cannot import name '"))
    out.write_text(title)
    out.write_message(message("' from '"))
    out.write_text(source.name)
    out.write_message(message("' ("))
    file = source.attributes.find_name(name("__file__"))
    if file is NULL:
        file = text("unknown location")
    operations.write_str(file, out)
    out.write_char(ord(")"))
    return errors.error(exception.IMPORT_ERROR, out.finish())


def import_star(source: Value, space: Value) -> None:
    """`from source import *`: the names in `__all__`, or all that do not begin with `_`."""
    if not isinstance(source, Module):
        raise errors.type_error_with(message("cannot import from '%t' object"), source, NULL)
    public = source.attributes.find_name(name("__all__"))
    if public is not NULL:
        iterator = operations.iterate(public)
        while True:
            title = operations.next_item(iterator)
            if title is NULL:
                return
            if not isinstance(title, Str):
                raise errors.type_error_with(
                    message("Item in __all__ must be str, not %t"), title, NULL
                )
            operations.set_item(space, title, import_from(source, intern(title)))
    at = source.attributes.next_entry(0)
    while at >= 0:
        title = source.attributes.key_at(at)
        if isinstance(title, Str) and title.data[0] != ord("_"):
            operations.set_item(space, title, source.attributes.value_at(at))
        at = source.attributes.next_entry(at + 1)


# The compiler needs the objects: only functions use its names.
from anthill.vm.compiler import compiler  # noqa: E402

"""Enumerations, as CPython's `enum`."""

import builtins

__all__ = [
    "CONFORM",
    "CONTINUOUS",
    "EJECT",
    "KEEP",
    "NAMED_FLAGS",
    "STRICT",
    "UNIQUE",
    "Enum",
    "EnumCheck",
    "EnumMeta",
    "EnumType",
    "Flag",
    "FlagBoundary",
    "IntEnum",
    "IntFlag",
    "ReprEnum",
    "StrEnum",
    "auto",
    "global_enum",
    "global_enum_repr",
    "global_flag_repr",
    "global_str",
    "member",
    "nonmember",
    "pickle_by_enum_name",
    "pickle_by_global_name",
    "property",
    "show_flag_values",
    "unique",
    "verify",
]

Enum = Flag = ReprEnum = EJECT = None
_UNSET = object()


class nonmember:
    """Keeps a value in the body of an enumeration from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a value in the body of an enumeration a member whatever it is."""

    def __init__(self, value):
        self.value = value


class auto:
    """A value that `_generate_next_value_` gives."""

    def __init__(self, value=_UNSET):
        self.value = value

    def __repr__(self):
        return f"auto({'' if self.value is _UNSET else repr(self.value)})"


class property:
    """A property of members that lets a member have the same name."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.name = getattr(fget, "__name__", None)
        self.clsname = None
        self.member = None
        self.of_value = False

    def __set_name__(self, owner, name):
        self.name = name
        self.clsname = owner.__name__

    def __get__(self, instance, owner=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError(f"{owner!r} has no attribute {self.name!r}")
        if self.fget is not None:
            return self.fget(instance)
        if self.of_value:
            return getattr(instance._value_, self.name)
        if self.member is not None:
            return self.member
        raise AttributeError(f"{owner!r} member has no attribute {self.name!r}")

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")
        self.fdel(instance)


# What kind of name or value something in the body is.

_DESCRIPTORS = (type(lambda: 0), classmethod, staticmethod, builtins.property, property)


def _is_descriptor(value):
    if isinstance(value, _DESCRIPTORS):
        return True
    return hasattr(value, "__get__") or hasattr(value, "__set__") or hasattr(value, "__delete__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    start = f"_{cls_name.lstrip('_')}__"
    return len(name) > len(start) and name.startswith(start) and not name.endswith("__")


def _is_inner_class(cls_name, value):
    """Whether a class was made in the body of the enumeration."""
    if cls_name is None or not isinstance(value, type):
        return False
    return value.__qualname__.endswith(f"{cls_name}.{value.__name__}")


_RESERVED = frozenset(
    """_order_ _generate_next_value_ _numeric_repr_ _missing_ _ignore_ _iter_member_
    _iter_member_by_value_ _iter_member_by_def_ _add_alias_ _add_value_alias_""".split()
)


class EnumDict(dict):
    """The namespace of a body: knows what is a member, and gives `auto` its value."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._cls_name = cls_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            value = self._set_sunder(key, value)
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore or _is_inner_class(self._cls_name, value):
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not _is_descriptor(value):
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            if isinstance(value, member):
                value = value.value
            value = self._valued(key, value)
            self._member_names[key] = None
        dict.update(self, ((key, value),))

    def _set_sunder(self, key, value):
        if key not in _RESERVED:
            raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        if key == "_generate_next_value_":
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate_next_value = getattr(value, "__func__", value)
        elif key == "_ignore_":
            if isinstance(value, str):
                value = value.replace(",", " ").split()
            else:
                value = list(value)
            self._ignore = value
            already = set(value) & set(self._member_names)
            if already:
                raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
        return value

    def _valued(self, key, value):
        """A value with what `auto` stands for in it."""
        single = isinstance(value, auto)
        parts = (value,) if single else value if isinstance(value, tuple) else ()
        if not any(isinstance(part, auto) for part in parts):
            self._last_values.append(value)
            return value
        result = []
        for part in parts:
            if isinstance(part, auto):
                if part.value is _UNSET:
                    part.value = self._generate_next_value(
                        key, 1, len(self._member_names), self._last_values[:]
                    )
                    self._auto_called = True
                part = part.value
                self._last_values.append(part)
            result.append(part)
        if single:
            return result[0]
        kind = type(value)
        try:
            return kind(result)
        except TypeError:
            return kind(*result)

    @builtins.property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, **more):
        items = members.items() if hasattr(members, "keys") else members
        for name, value in items:
            self[name] = value
        for name, value in more.items():
            self[name] = value


_EnumDict = EnumDict


class _Draft:
    """A member that waits in the namespace for its class."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, cls, name):
        type.__delattr__(cls, name)
        _finish(cls, name, self.value)


def _finish(cls, name, value):
    """Make a member, or an alias of one with the same value."""
    args = value if isinstance(value, tuple) else (value,)
    kind = cls._member_type_
    if kind is tuple:
        args = (args,)
    made = cls._new_member_(cls, *args) if cls._use_args_ else cls._new_member_(cls)
    if not hasattr(made, "_value_"):
        if kind is object:
            made._value_ = value
        else:
            try:
                made._value_ = kind(*args)
            except Exception as error:
                raise TypeError("_value_ not set in __new__, unable to create it") from error
    value = made._value_
    made._name_ = name
    made.__objclass__ = cls
    made.__init__(*args)
    made._sort_order_ = len(cls._member_names_)
    known = _find_value(cls, value)
    if known is not None:
        made = known
    elif Flag is None or not issubclass(cls, Flag):
        cls._member_names_.append(name)
    elif not isinstance(value, int):
        cls._member_names_.append(name)
    elif value > 0 and value & (value - 1) == 0:
        cls._member_names_.append(name)
        cls._flag_mask_ |= value
        cls._singles_mask_ |= value
        cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
    elif value > 0:
        cls._flag_mask_ |= value
        cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
    cls._add_member_(name, made)
    if known is None:
        try:
            cls._value2member_map_.setdefault(value, made)
        except TypeError:
            cls._unhashable_values_.append(value)


def _find_value(cls, value):
    """The member with a value; None where there is none."""
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for found in cls._member_map_.values():
            if found._value_ == value:
                return found
    return None


class EnumType(type):
    """The metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **keywords):
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict(cls)
        _, first = metacls._get_mixins_(cls, bases)
        if first is not None:
            namespace["_generate_next_value_"] = getattr(first, "_generate_next_value_", None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, **keywords):
        if not isinstance(classdict, EnumDict):
            given, classdict = classdict, metacls.__prepare__(cls, bases)
            classdict.update(given)
        for name in classdict._ignore:
            classdict.pop(name, None)
        namespace = dict(classdict)
        namespace.pop("_ignore_", None)
        order = namespace.pop("_order_", None)
        invalid = set(classdict._member_names) & {"mro", ""}
        if invalid:
            raise ValueError(f"invalid enum member name(s) {', '.join(map(repr, invalid))}")
        member_type, first = metacls._get_mixins_(cls, bases)
        new, save, use_args = metacls._find_new_(namespace, member_type, first)
        values = {name: namespace[name] for name in classdict._member_names}
        generate = namespace.get("_generate_next_value_")
        if generate is not None and not isinstance(generate, staticmethod):
            namespace["_generate_next_value_"] = staticmethod(generate)
        namespace["_new_member_"] = new
        namespace["_use_args_"] = use_args
        namespace["_member_names_"] = []
        namespace["_member_map_"] = {}
        namespace["_value2member_map_"] = {}
        namespace["_unhashable_values_"] = []
        namespace["_member_type_"] = member_type
        namespace["_value_repr_"] = metacls._find_data_repr_(cls, bases)
        if boundary is None:
            boundary = getattr(first, "_boundary_", None)
        namespace["_boundary_"] = boundary
        namespace["_flag_mask_"] = 0
        namespace["_singles_mask_"] = 0
        namespace["_all_bits_"] = 0
        namespace.setdefault("__doc__", None)
        if save:
            namespace["__new_member__"] = new
        if "__reduce_ex__" not in namespace and first is not None:
            namespace.setdefault("__reduce_ex__", first.__dict__.get("__reduce_ex__", _reduce_ex))
        for name, value in values.items():
            namespace[name] = _Draft(value)
        try:
            made = super().__new__(metacls, cls, bases, namespace, **keywords)
        except RuntimeError as error:
            if error.__cause__ is not None:
                raise error.__cause__ from None
            raise
        made._is_complete_ = True
        if Enum is not None:
            made.__new__ = Enum.__new__
            metacls._mix_in(made, member_type, namespace)
        _check_order(made, order, classdict)
        if Flag is not None and issubclass(made, Flag):
            _order_flags(made)
        return made

    def _mix_in(cls, member_type, namespace):
        """Take `str()` and its kind from the data type only where ReprEnum says so."""
        if ReprEnum is not None and ReprEnum in cls.__bases__:
            namespace = {"__str__": _data_str, "__format__": _data_format, **namespace}
            cls.__str__ = namespace["__str__"]
            cls.__format__ = namespace["__format__"]
        for name in ("__repr__", "__str__", "__format__"):
            if name not in namespace:
                own = getattr(cls, name)
                if own in (getattr(member_type, name, None), getattr(object, name, None)):
                    setattr(cls, name, getattr(Enum, name))
        if Flag is not None and issubclass(cls, Flag):
            for name in (
                "__or__",
                "__and__",
                "__xor__",
                "__ror__",
                "__rand__",
                "__rxor__",
                "__invert__",
            ):
                if name not in namespace:
                    setattr(cls, name, getattr(Flag, name))

    def __init__(cls, *args, **keywords):
        pass

    def __bool__(cls):
        return True

    def __call__(
        cls,
        value,
        names=_UNSET,
        *values,
        module=None,
        qualname=None,
        type=None,
        start=1,
        boundary=None,
    ):
        if cls._member_map_:
            if names is not _UNSET:
                value = (value, names, *values)
            return cls.__new__(cls, value)
        if names is _UNSET and type is None:
            raise TypeError(
                f"{cls} has no members; specify `names=()` if you meant to create a new, empty, "
                "enum"
            )
        return cls._create_(
            value,
            () if names is _UNSET else names,
            module=module,
            qualname=qualname,
            type=type,
            start=start,
            boundary=boundary,
        )

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if issubclass(cls, Flag):
            try:
                return isinstance(cls._missing_(value), cls)
            except ValueError:
                return False
        if _find_value(cls, value) is not None:
            return True
        return any(member._value_ == value for member in cls._member_map_.values())

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __dir__(cls):
        names = {
            "__class__",
            "__contains__",
            "__doc__",
            "__getitem__",
            "__iter__",
            "__len__",
            "__members__",
            "__module__",
            "__name__",
            "__qualname__",
            *cls._member_names_,
        }
        if cls._new_member_ is not object.__new__:
            names.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__:
            names.add("__init_subclass__")
        if cls._member_type_ is not object:
            names |= set(dir(cls._member_type_))
        return sorted(names)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @builtins.property
    def __members__(cls):
        proxy = type(object.__dict__)
        try:
            return proxy(cls._member_map_)
        except TypeError:
            return cls._member_map_.copy()

    def __repr__(cls):
        kind = "flag" if Flag is not None and issubclass(cls, Flag) else "enum"
        return f"<{kind} {cls.__name__!r}>"

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def _create_(
        cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None
    ):
        """The functional way to an enumeration."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            given, names, last = names, [], []
            for count, name in enumerate(given):
                value = cls._generate_next_value_(name, start, count, last[:])
                last.append(value)
                names.append((name, value))
        if names is None:
            names = ()
        for item in names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            namespace[name] = value
        if module is None:
            module = _caller()
        if module is not None:
            namespace["__module__"] = module
        if qualname is not None:
            namespace["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """Have an enumeration in place of those constants of a module that the filter takes."""
        import sys

        target = sys.modules[module].__dict__
        names = vars(source) if source else target
        members = [(key, names[key]) for key in names if filter(key)]
        try:
            members.sort(key=lambda item: (item[1], item[0]))
        except TypeError:
            members.sort(key=lambda item: item[0])
        space = {key: value for key, value in members}
        made = cls(name, space, module=module, boundary=boundary or KEEP)
        made.__reduce_ex__ = _reduce_ex_by_global_name
        if as_global:
            global_enum(made)
        else:
            target.update(made.__members__)
        target[name] = made
        return made

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """The type of the values, and the enumeration that is the last base."""
        if not bases:
            return object, Enum
        first = bases[-1]
        if not isinstance(first, EnumType):
            raise TypeError(
                "new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`"  # noqa: E501
            )
        return mcls._find_data_type_(class_name, bases) or object, first

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        """How values are shown: as their type says, if it says anything."""
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                params = base.__dict__.get("__dataclass_params__")
                if params is not None and params.repr:
                    return _fields_repr
                if "__repr__" in base.__dict__:
                    return base.__dict__["__repr__"]
        return None

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        found = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        if base._member_type_ not in found:
                            found.append(base._member_type_)
                        break
                elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                    kind = candidate or base
                    if kind not in found:
                        found.append(kind)
                    break
                elif base.__module__ == "builtins":
                    kind = candidate or base
                    if kind not in found:
                        found.append(kind)
                    break
                else:
                    candidate = candidate or base
        if len(found) > 1:
            raise TypeError(f"too many data types for {class_name!r}: {set(found)!r}")
        return found[0] if found else None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        """`__new__` for members, whether to keep it, and whether it takes arguments."""
        new = classdict.get("__new__")
        save = first_enum is not None and new is not None
        native = False
        if new is None:
            plain = {None, object.__new__}
            if Enum is not None:
                plain.add(Enum.__new__)
            # The `__new__` of a built-in type may be that of object.
            native = any(
                base is not object and base.__module__ == "builtins" for base in member_type.__mro__
            )
            for name in ("__new_member__", "__new__"):
                for kind in (member_type, first_enum):
                    found = getattr(kind, name, None)
                    if found not in plain or (native and kind is member_type and found):
                        new = found
                        break
                if new is not None:
                    break
            else:
                new = object.__new__
        if isinstance(new, staticmethod):
            new = new.__func__
        use_args = first_enum is not None and (native or new not in (None, object.__new__))
        return new, save, use_args

    def _add_member_(cls, name, made):
        if name in cls._member_map_:
            if cls._member_map_[name] is not made:
                raise NameError(f"{name!r} is already bound: {cls._member_map_[name]!r}")
            return
        for base in cls.__mro__[1:]:
            inherited = base.__dict__.get(name)
            if inherited is None:
                continue
            if _is_descriptor(inherited) or isinstance(inherited, type(len)):
                redirect = property(getattr(inherited, "fget", None))
                redirect.of_value = not isinstance(inherited, property)
                redirect.name = name
                redirect.clsname = cls.__name__
                redirect.member = made
                type.__setattr__(cls, name, redirect)
                cls._member_map_[name] = made
                return
            break
        type.__setattr__(cls, name, made)
        cls._member_map_[name] = made


EnumMeta = EnumType


def _caller():
    import sys

    get_frame = getattr(sys, "_getframe", None)
    return "__main__" if get_frame is None else get_frame(3).f_globals.get("__name__", "__main__")


def _check_order(cls, order, classdict):
    if order is None:
        return
    if isinstance(order, str):
        order = order.replace(",", " ").split()
    names = cls._member_names_
    if Flag is not None and issubclass(cls, Flag):
        order = [name for name in order if name in names]
    else:
        aliases = set(cls._member_map_) - set(names)
        order = [name for name in order if name not in aliases]
    if order != names:
        raise TypeError(f"member order does not match _order_:\n  {names!r}\n  {order!r}")


def _fields_repr(self):
    """How the values of a data class are shown: without its name."""
    fields = self.__dataclass_fields__.values()
    return ", ".join([f"{item.name}={getattr(self, item.name)!r}" for item in fields if item.repr])


def _data_str(self):
    return str(self._value_)


def _data_format(self, format_spec):
    return format(self._value_, format_spec) if format_spec else str(self)


def _order_flags(cls):
    """Have the flags in a value come in the order of their definition if that is another one."""
    values = [cls._member_map_[name]._value_ for name in cls._member_names_]
    values = [value for value in values if isinstance(value, int)]
    if values != sorted(values):
        cls._iter_member_ = cls._iter_member_by_def_


def _reduce_ex(self, protocol):
    return self.__class__, (self._value_,)


def _reduce_ex_by_global_name(self, protocol):
    return self.name


pickle_by_global_name = _reduce_ex_by_global_name


def pickle_by_enum_name(self, protocol):
    """For `__reduce_ex__`: a member is what its class has under its name."""
    return getattr, (self.__class__, self._name_)


def _unpicklable(self, protocol):
    raise TypeError(f"{self!r} cannot be pickled")


def _make_class_unpicklable(cls):
    """Have the members of a class refuse to be pickled."""
    cls.__reduce_ex__ = _unpicklable
    cls.__module__ = "<unknown>"


class Enum(metaclass=EnumType):
    """Base of enumerations."""

    @classmethod
    def __signature__(cls):
        return "(value)" if cls._member_names_ else "(new_class_name, /, names, *)"

    def __new__(cls, value):
        if type(value) is cls:
            return value
        found = _find_value(cls, value)
        if found is not None:
            return found
        if "_is_complete_" not in cls.__dict__:
            raise TypeError(
                "do not use `super().__new__; call the appropriate __new__ directly"
            ) from None
        if not cls._member_map_:
            raise TypeError(f"{cls!r} has no members defined")
        error = result = None
        try:
            result = cls._missing_(value)
        except Exception as caught:
            error = caught
        if isinstance(result, cls) or (
            Flag is not None
            and issubclass(cls, Flag)
            and cls._boundary_ is EJECT
            and isinstance(result, int)
        ):
            return result
        invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        if result is None and error is None:
            raise invalid
        if error is None:
            error = TypeError(
                f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a "
                "valid member"
            )
        if not isinstance(error, ValueError):
            error.__context__ = invalid
        raise error

    def __init__(self, *args, **keywords):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last = max(last_values)
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None
        try:
            return last + 1
        except TypeError:
            raise TypeError(f"unable to increment {last!r}") from None

    @classmethod
    def _missing_(cls, value):
        return None

    def _add_alias_(self, name):
        self.__class__._add_member_(name, self)

    def _add_value_alias_(self, value):
        cls = self.__class__
        known = _find_value(cls, value)
        if known is not None:
            if known is not self:
                raise ValueError(f"{value!r} is already bound: {known!r}")
            return
        cls._value2member_map_.setdefault(value, self)

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return f"<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __dir__(self):
        names = set()
        if self.__class__._member_type_ is not object:
            names = set(object.__dir__(self))
        for name in getattr(self, "__dict__", ()):
            if name[0] != "_" and name not in self._member_map_:
                names.add(name)
        for base in self.__class__.__mro__:
            for name, value in base.__dict__.items():
                if name[0] == "_":
                    continue
                if isinstance(value, property):
                    if value.fget is not None or name not in self._member_map_:
                        names.add(name)
                    else:
                        names.discard(name)
                elif name not in self._member_map_:
                    names.add(name)
        return sorted({"__class__", "__doc__", "__eq__", "__hash__", "__module__"} | names)

    def __format__(self, format_spec):
        return format(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    __reduce_ex__ = _reduce_ex

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


class ReprEnum(Enum):
    """Only `repr` is that of enumerations, `str` and `format` are those of the data type."""


class IntEnum(int, ReprEnum):
    """An enumeration whose members are integers."""


class StrEnum(str, ReprEnum):
    """An enumeration whose members are strings."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if not isinstance(values[0], str) and len(values) == 1:
            raise TypeError(f"{values[0]!r} is not a string")
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError(f"encoding must be a string, not {values[1]!r}")
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError(f"errors must be a string, not {values[2]!r}")
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What happens to bits that no flag has."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _bits(value):
    """The bits of a number, from the lowest."""
    value = getattr(value, "_value_", value)
    if value < 0:
        raise ValueError(f"{value!r} is not a positive integer")
    while value:
        bit = value & -value
        yield bit
        value ^= bit


def _parts(cls, value):
    """The members whose bits are all in a value: the flags, then the aliases for the rest."""
    parts = list(cls._iter_member_(value & cls._singles_mask_))
    if value & ~cls._singles_mask_:
        for found in cls._member_map_.values():
            bits = found._value_
            if bits and bits & value == bits and found not in parts:
                parts.append(found)
    return parts


class Flag(Enum, boundary=STRICT):
    """An enumeration whose members can be combined."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {last!r}") from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _bits(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        return iter(sorted(cls._iter_member_by_value_(value), key=lambda made: made._sort_order_))

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask = cls._flag_mask_
        singles = cls._singles_mask_
        all_bits = cls._all_bits_
        neg_value = None
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if cls._boundary_ is STRICT:
                most = max(value.bit_length(), mask.bit_length())
                raise ValueError(
                    f"{cls!r} invalid value {value!r}\n    given {_binary(value, most)}\n"
                    f"  allowed {_binary(mask, most)}"
                )
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value = max(all_bits + 1, 2 ** value.bit_length()) + value
        if value < 0:
            neg_value = value
            if cls._boundary_ in (EJECT, KEEP):
                value = all_bits + 1 + value
            else:
                value = singles & value
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        parts = _parts(cls, value)
        unknown = value
        for part in parts:
            unknown &= ~part._value_
        names = [part._name_ for part in parts]
        if names and unknown:
            if cls._boundary_ is STRICT:
                raise ValueError(f"{cls!r}: no members with value {unknown!r}")
            names.append(cls._numeric_repr_(unknown))
        made._name_ = "|".join(names) or None
        made = cls._value2member_map_.setdefault(value, made)
        if neg_value is not None:
            cls._value2member_map_[neg_value] = made
        return made

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(
                f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and "
                f"{self.__class__.__qualname__!r}"
            )
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        cls = self.__class__
        show = cls._value_repr_ or repr
        if self._name_ is None:
            return f"<{cls.__name__}: {show(self._value_)}>"
        return f"<{cls.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        if self._name_ is None:
            return f"{self.__class__.__name__}({self._value_!r})"
        return f"{self.__class__.__name__}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _other_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        kind = self._member_type_
        return flag if kind is not object and isinstance(flag, kind) else NotImplemented

    def __or__(self, other):
        value = self._other_value(other)
        if value is NotImplemented:
            return NotImplemented
        _refuse_none(self, other, "|")
        return self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other_value(other)
        if value is NotImplemented:
            return NotImplemented
        _refuse_none(self, other, "&")
        return self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other_value(other)
        if value is NotImplemented:
            return NotImplemented
        _refuse_none(self, other, "^")
        return self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._value_ is None:
            raise TypeError(f"'{self}' cannot be inverted")
        cls = self.__class__
        if self._boundary_ in (EJECT, KEEP):
            return cls(~self._value_)
        return cls(self._singles_mask_ & ~self._value_)

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__


def _refuse_none(flag, other, op):
    for item in (flag, other):
        if getattr(item, "_value_", 0) is None:
            raise TypeError(f"'{item}' cannot be combined with other flags with {op}")


def _binary(value, digits):
    """A number in binary with a space behind the sign bit."""
    if value >= 0:
        text = bin(value + 2**digits).replace("1", "0", 1)
        sign = "0b0"
    else:
        text = bin(~value ^ (2**digits - 1) + 2**digits)
        sign = "0b1"
    shown = text[3:]
    return f"{sign} {shown[-digits:].rjust(digits, sign[-1])}"


_iter_bits_lsb = _bits


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are integers."""


def unique(enumeration):
    """A decorator that refuses aliases."""
    duplicates = [
        (name, made.name) for name, made in enumeration.__members__.items() if name != made.name
    ]
    if duplicates:
        details = ", ".join([f"{alias} -> {name}" for alias, name in duplicates])
        raise ValueError(f"duplicate values found in {enumeration!r}: {details}")
    return enumeration


class EnumCheck(StrEnum):
    """What `verify` can check."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """A decorator that checks an enumeration."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        title = enumeration.__name__
        flags = issubclass(enumeration, Flag)
        if not flags and not issubclass(enumeration, Enum):
            raise TypeError("the 'verify' decorator only works with Enum and Flag")
        for check in self.checks:
            if check is UNIQUE:
                duplicates = [
                    f"{name} -> {made.name}"
                    for name, made in enumeration.__members__.items()
                    if name != made.name
                ]
                if duplicates:
                    raise ValueError(f"aliases found in {enumeration!r}: {', '.join(duplicates)}")
            elif check is CONTINUOUS:
                self._continuous(enumeration, title, flags)
            elif check is NAMED_FLAGS:
                self._named(enumeration, title)
        return enumeration

    def _continuous(self, enumeration, title, flags):
        values = {made.value for made in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if flags:
            wanted = [2**bit for bit in range(low.bit_length(), high.bit_length() - 1)]
        else:
            wanted = range(low + 1, high)
        missing = [value for value in wanted if value not in values]
        if missing:
            kind = "flag" if flags else "enum"
            text = ", ".join(map(str, missing))
            raise ValueError(f"invalid {kind} {title!r}: missing values {text}"[:256])

    def _named(self, enumeration, title):
        names = enumeration._member_names_
        values = [made.value for made in enumeration]
        bad_names = []
        bad_value = 0
        for name, alias in enumeration._member_map_.items():
            if name in names or alias.value < 0:
                continue
            missed = [bit for bit in _bits(alias.value) if bit not in values]
            if missed:
                bad_names.append(name)
                for bit in missed:
                    bad_value |= bit
        if bad_names:
            if len(bad_names) == 1:
                alias = f"alias {bad_names[0]} is missing"
            else:
                alias = f"aliases {', '.join(bad_names[:-1])} and {bad_names[-1]} are missing"
            value = f"value 0x{bad_value:x}"
            if bad_value & (bad_value - 1):
                value = f"combined values of 0x{bad_value:x}"
            raise ValueError(
                f"invalid Flag {title!r}: {alias} {value} [use enum.show_flag_values(value) for "
                "details]"
            )


def show_flag_values(value):
    """The bits of a number."""
    return list(_bits(value))


def global_enum_repr(self):
    """`module.NAME`."""
    return f"{self.__class__.__module__.split('.')[-1]}.{self._name_}"


def global_flag_repr(self):
    """`module.A|module.B`."""
    cls = self.__class__
    module = cls.__module__.split(".")[-1]
    if self._name_ is None:
        return f"{module}.{cls.__name__}({self._value_!r})"
    parts = [part if part[0].isdigit() else f"{module}.{part}" for part in self._name_.split("|")]
    return "|".join(parts)


def global_str(self):
    """Only the name."""
    if self._name_ is None:
        return f"{self.__class__.__name__}({self._value_!r})"
    return self._name_


def global_enum(cls, update_str=False):
    """A decorator that puts the members into the module and shows them with it."""
    import sys

    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    for name, made in cls.__members__.items():
        setattr(sys.modules[cls.__module__], name, made)
    return cls


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """A decorator that makes an enumeration of a plain class."""

    def convert(cls):
        space = etype.__class__.__prepare__(cls.__name__, (etype,))
        for name, value in cls.__dict__.items():
            if name not in ("__dict__", "__weakref__"):
                space[name] = value
        return etype.__class__(cls.__name__, (etype,), space, boundary=boundary)

    return convert


def _test_simple_enum(checked_enum, simple_enum):
    """TypeError unless two enumerations have the same members."""

    def members(cls):
        return [(name, made._value_, made._name_) for name, made in cls.__members__.items()]

    if members(checked_enum) != members(simple_enum):
        raise TypeError(f"enum mismatch:\n  {checked_enum!r}\n  {simple_enum!r}")

package org.tenuto.dose;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tenuto.pk.PkModel;

/** Every way to change one thing in a record, and in the records and lists within it. */
final class RecordEdit {

  private RecordEdit() {}

  /** A changed copy, and what was changed, e.g. {@code order.phases[1].unit}. */
  record Edit<R>(String path, R changed) {
    @Override
    public String toString() {
      return path;
    }
  }

  /** One copy for each component, however deep, and for each list one element fewer and more. */
  static <R extends Record> List<Edit<R>> all(R record) throws ReflectiveOperationException {
    List<Edit<R>> edits = new ArrayList<>();
    RecordComponent[] components = record.getClass().getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      String name = components[i].getName();
      for (Edit<?> other : others(components[i].getAccessor().invoke(record))) {
        edits.add(new Edit<>(name + other.path(), with(record, components, i, other.changed())));
      }
    }
    return edits;
  }

  private static List<Edit<?>> others(Object value) throws ReflectiveOperationException {
    return switch (value) {
      case Long number -> List.of(new Edit<>("", number + 1));
      case Integer number -> List.of(new Edit<>("", number + 1));
      case Boolean flag -> List.of(new Edit<>("", !flag));
      case String text -> List.of(new Edit<>("", text + "x"), new Edit<>("-", text.substring(1)));
      case PkModel model -> List.of(new Edit<>("", next(model, PkModel.values())));
      case Enum<?> constant -> List.of(new Edit<>("", next(constant)));
      case Record inner -> nested(inner);
      case List<?> list -> ofList(list);
      default -> throw new AssertionError("component of a new type: " + value.getClass());
    };
  }

  private static List<Edit<?>> nested(Record inner) throws ReflectiveOperationException {
    List<Edit<?>> edits = new ArrayList<>();
    for (Edit<?> edit : all(inner)) {
      edits.add(new Edit<>("." + edit.path(), edit.changed()));
    }
    return edits;
  }

  private static List<Edit<?>> ofList(List<?> list) throws ReflectiveOperationException {
    if (list.isEmpty()) {
      throw new AssertionError("a list without an element to change");
    }
    List<Edit<?>> edits = new ArrayList<>();
    edits.add(new Edit<>("[fewer]", list.subList(1, list.size())));
    List<Object> more = new ArrayList<>(list);
    more.add(list.getLast());
    edits.add(new Edit<>("[more]", more));
    for (int i = 0; i < list.size(); i++) {
      for (Edit<?> other : others(list.get(i))) {
        List<Object> changed = new ArrayList<>(list);
        changed.set(i, other.changed());
        edits.add(new Edit<>("[" + i + "]" + other.path(), changed));
      }
    }
    return edits;
  }

  private static Object next(Enum<?> constant) {
    return next(constant, constant.getDeclaringClass().getEnumConstants());
  }

  private static <T> T next(Object constant, T[] all) {
    int place = Arrays.asList(all).indexOf(constant);
    return all[(place + 1) % all.length];
  }

  private static <R extends Record> R with(
      R record, RecordComponent[] components, int changed, Object value)
      throws ReflectiveOperationException {
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = i == changed ? value : components[i].getAccessor().invoke(record);
    }
    @SuppressWarnings("unchecked")
    Constructor<R> constructor = (Constructor<R>) record.getClass().getDeclaredConstructor(types);
    return constructor.newInstance(values);
  }
}

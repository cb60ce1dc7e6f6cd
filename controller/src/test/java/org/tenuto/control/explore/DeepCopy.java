package org.tenuto.control.explore;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.tenuto.dose.OrderDraft;

/**
 * Copies a graph of our own objects, so that many futures can be tried from one present. Objects of
 * {@code org.tenuto} that are no records, enums or lambdas, arrays and array lists are copied; all
 * else is taken as immutable and shared.
 */
final class DeepCopy {

  private static final Map<Class<?>, List<Field>> FIELDS = new HashMap<>();
  private static final Map<Class<?>, Constructor<?>> MAKERS = new HashMap<>();

  /** The JDK's own way to make an object without its constructor; named in text, being internal. */
  private static final Object FACTORY;

  private static final Method NEW_MAKER;

  static {
    try {
      Class<?> type = Class.forName("sun.reflect.ReflectionFactory");
      FACTORY = type.getMethod("getReflectionFactory").invoke(null);
      NEW_MAKER =
          type.getMethod("newConstructorForSerialization", Class.class, Constructor.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final IdentityHashMap<Object, Object> copies = new IdentityHashMap<>();

  private DeepCopy() {}

  @SuppressWarnings("unchecked")
  static <T> T of(T object) {
    return (T) new DeepCopy().copy(object);
  }

  private Object copy(Object object) {
    Class<?> type = object.getClass();
    if (type.isArray()) {
      return copyArray(object, type);
    }
    if (type == ArrayList.class) {
      return copyList((List<?>) object);
    }
    if (!isOurs(type)) {
      return object;
    }
    Object known = copies.get(object);
    return known == null ? copyObject(object, type) : known;
  }

  /** What holds no state of a run is shared: all of dose is pure, and large, but for a draft. */
  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith("org.tenuto.")
        && (!type.getName().startsWith("org.tenuto.dose.") || type == OrderDraft.class)
        && !type.isRecord()
        && !type.isEnum()
        && !type.isHidden()
        && !(type.getSuperclass() != null && type.getSuperclass().isEnum());
  }

  private Object copyArray(Object array, Class<?> type) {
    Object known = copies.get(array);
    if (known != null) {
      return known;
    }
    int length = Array.getLength(array);
    Object copy = Array.newInstance(type.getComponentType(), length);
    copies.put(array, copy);
    if (type.getComponentType().isPrimitive()) {
      System.arraycopy(array, 0, copy, 0, length);
      return copy;
    }
    for (int i = 0; i < length; i++) {
      Object element = Array.get(array, i);
      Array.set(copy, i, element == null ? null : copy(element));
    }
    return copy;
  }

  private Object copyList(List<?> list) {
    Object known = copies.get(list);
    if (known != null) {
      return known;
    }
    List<Object> copy = new ArrayList<>();
    copies.put(list, copy);
    list.forEach(element -> copy.add(copy(element)));
    return copy;
  }

  private Object copyObject(Object object, Class<?> type) {
    try {
      Object copy = maker(type).newInstance();
      copies.put(object, copy);
      for (Field field : fields(type)) {
        Object value = field.get(object);
        field.set(copy, value == null || field.getType().isPrimitive() ? value : copy(value));
      }
      return copy;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("can't copy a " + type.getName(), e);
    }
  }

  private static Constructor<?> maker(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> maker = MAKERS.get(type);
    if (maker == null) {
      maker =
          (Constructor<?>)
              NEW_MAKER.invoke(FACTORY, type, Object.class.getDeclaredConstructor());
      MAKERS.put(type, maker);
    }
    return maker;
  }

  private static List<Field> fields(Class<?> type) {
    return FIELDS.computeIfAbsent(type, DeepCopy::findFields);
  }

  private static List<Field> findFields(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> c = type; c != Object.class && c != null; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          fields.add(field);
        }
      }
    }
    return fields;
  }
}

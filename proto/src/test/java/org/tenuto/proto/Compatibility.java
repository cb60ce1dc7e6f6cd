package org.tenuto.proto;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a change of the schemas breaks for whoever reads by the schemas of before: messages, fields
 * and values that are gone, renamed, renumbered or of another kind. What is gone may be gone if its
 * number and its name are reserved for ever.
 */
final class Compatibility {

  private final List<String> breaks = new ArrayList<>();

  private Compatibility() {}

  /** What is broken, a line each; empty if nothing is. */
  static List<String> breaks(FileDescriptorSet before, FileDescriptorSet now) {
    var compatibility = new Compatibility();
    Map<String, FileDescriptorProto> files =
        by(now.getFileList(), FileDescriptorProto::getName);
    for (FileDescriptorProto file : before.getFileList()) {
      FileDescriptorProto present = files.get(file.getName());
      if (present == null) {
        compatibility.say(file.getName() + ": the file is gone");
      } else {
        compatibility.file(file, present);
      }
    }
    return compatibility.breaks;
  }

  private void file(FileDescriptorProto before, FileDescriptorProto now) {
    if (!before.getPackage().equals(now.getPackage())) {
      say(before.getName() + ": package " + before.getPackage() + " is " + now.getPackage());
    }
    messages(before.getPackage(), before.getMessageTypeList(), now.getMessageTypeList());
    enums(before.getPackage(), before.getEnumTypeList(), now.getEnumTypeList());
    fields(before.getPackage(), before.getExtensionList(), now.getExtensionList(), List.of());
  }

  private void messages(String in, List<DescriptorProto> before, List<DescriptorProto> now) {
    Map<String, DescriptorProto> present = by(now, DescriptorProto::getName);
    for (DescriptorProto message : before) {
      String name = in + "." + message.getName();
      DescriptorProto same = present.get(message.getName());
      if (same == null) {
        say(name + ": the message is gone");
        continue;
      }
      fields(name, message.getFieldList(), same.getFieldList(), reserved(same));
      oneofs(name, message, same);
      messages(name, message.getNestedTypeList(), same.getNestedTypeList());
      enums(name, message.getEnumTypeList(), same.getEnumTypeList());
    }
  }

  private void oneofs(String in, DescriptorProto before, DescriptorProto now) {
    Map<Integer, String> present = oneofs(now);
    Map<Integer, String> gone = oneofs(before);
    for (FieldDescriptorProto field : before.getFieldList()) {
      int number = field.getNumber();
      if (now.getFieldList().stream().anyMatch(one -> one.getNumber() == number)) {
        same(
            in + "." + field.getName(),
            "the oneof",
            gone.getOrDefault(number, "none"),
            present.getOrDefault(number, "none"));
      }
    }
  }

  /** Names of the oneofs that fields are of, by the fields' numbers. */
  private static Map<Integer, String> oneofs(DescriptorProto message) {
    return message.getFieldList().stream()
        .filter(field -> field.hasOneofIndex() && !field.getProto3Optional())
        .collect(
            Collectors.toMap(
                FieldDescriptorProto::getNumber,
                field -> message.getOneofDecl(field.getOneofIndex()).getName()));
  }

  private static List<String> reserved(DescriptorProto message) {
    List<String> reserved = new ArrayList<>(message.getReservedNameList());
    message
        .getReservedRangeList()
        .forEach(
            range -> {
              for (int number = range.getStart(); number < range.getEnd(); number++) {
                reserved.add(Integer.toString(number));
              }
            });
    return reserved;
  }

  private void fields(
      String in,
      List<FieldDescriptorProto> before,
      List<FieldDescriptorProto> now,
      List<String> reserved) {
    Map<Integer, FieldDescriptorProto> present =
        now.stream().collect(Collectors.toMap(FieldDescriptorProto::getNumber, field -> field));
    for (FieldDescriptorProto field : before) {
      String name = in + "." + field.getName();
      FieldDescriptorProto same = present.get(field.getNumber());
      if (same != null) {
        field(name, field, same);
      } else if (!reserved.contains(field.getName())
          || !reserved.contains(Integer.toString(field.getNumber()))) {
        say(name + ": field " + field.getNumber() + " is gone and not reserved, number and name");
      }
    }
  }

  private void field(String name, FieldDescriptorProto before, FieldDescriptorProto now) {
    same(name, "the name", before.getName(), now.getName());
    same(name, "the type", before.getType(), now.getType());
    same(name, "the message or enum", before.getTypeName(), now.getTypeName());
    same(name, "how often it may come", before.getLabel(), now.getLabel());
    same(name, "whether it can be absent", before.getProto3Optional(), now.getProto3Optional());
  }

  private void enums(String in, List<EnumDescriptorProto> before, List<EnumDescriptorProto> now) {
    Map<String, EnumDescriptorProto> present = by(now, EnumDescriptorProto::getName);
    for (EnumDescriptorProto one : before) {
      String name = in + "." + one.getName();
      EnumDescriptorProto same = present.get(one.getName());
      if (same == null) {
        say(name + ": the enum is gone");
        continue;
      }
      Map<String, EnumValueDescriptorProto> values =
          by(same.getValueList(), EnumValueDescriptorProto::getName);
      for (EnumValueDescriptorProto value : one.getValueList()) {
        EnumValueDescriptorProto kept = values.get(value.getName());
        same(
            name + "." + value.getName(),
            "the number",
            value.getNumber(),
            kept == null ? "none" : kept.getNumber());
      }
    }
  }

  private void same(String name, String what, Object before, Object now) {
    if (!before.equals(now)) {
      say(name + ": " + what + " was " + before + ", is " + now);
    }
  }

  private void say(String line) {
    breaks.add(line);
  }

  private static <T> Map<String, T> by(List<T> all, Function<T, String> name) {
    Map<String, T> named = new TreeMap<>();
    all.forEach(one -> named.put(name.apply(one), one));
    return named;
  }
}

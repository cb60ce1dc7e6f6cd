package org.tenuto.monitor;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

/** Messages as devices send them: with what they are in them. */
final class Schemas {

  private Schemas() {}

  /** The same, saying what it is unless it does. */
  static Message said(Message message) {
    Descriptor type = message.getDescriptorForType();
    FieldDescriptor schema = type.findFieldByName("schema");
    boolean said = !message.getField(schema).equals("");
    return said ? message : message.toBuilder().setField(schema, type.getFullName()).build();
  }
}

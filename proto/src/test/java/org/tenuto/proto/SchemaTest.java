package org.tenuto.proto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.TextFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenuto.proto.journal.Order;
import org.tenuto.proto.telemetry.Live;
import org.tenuto.proto.terms.Terms;

/**
 * Holds the schemas against the committed ones: what was there means the same for ever, what is new
 * is committed too, with {@code -Dtenuto.regenerate=true}.
 */
class SchemaTest {

  private static final Path COMMITTED =
      Path.of("src/test/resources/org/tenuto/proto/schemas.txtpb");
  private static final List<FileDescriptor> FILES =
      List.of(
          Terms.getDescriptor(),
          Live.getDescriptor().getFile(),
          Order.getDescriptor().getFile());

  private static FileDescriptorSet present() {
    var set = FileDescriptorSet.newBuilder();
    FILES.forEach(file -> set.addFile(file.toProto()));
    return set.build();
  }

  private static FileDescriptorSet committed() throws IOException {
    var extensions = ExtensionRegistry.newInstance();
    Terms.registerAllExtensions(extensions);
    var set = FileDescriptorSet.newBuilder();
    TextFormat.merge(Files.readString(COMMITTED), extensions, set);
    return set.build();
  }

  @Test
  void nothingThatWasSaidOnceMeansSomethingElse() throws IOException {
    assertThat(Compatibility.breaks(committed(), present())).isEmpty();
  }

  @Test
  void whatIsNewIsCommitted() throws IOException {
    String text = TextFormat.printer().printToString(present());
    if (Boolean.getBoolean("tenuto.regenerate")) {
      assertThat(Compatibility.breaks(committed(), present())).isEmpty();
      Files.writeString(COMMITTED, text);
    }
    if (!Files.readString(COMMITTED).equals(text)) {
      fail(COMMITTED + " is not of these schemas: run this test with -Dtenuto.regenerate=true");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "seq, gone, field 4 is gone and not reserved",
    "seq, renamed, the name was seq, is renamed",
    "seq, number, field 4 is gone and not reserved",
    "seq, type, the type was TYPE_UINT64",
    "seq, repeated, how often it may come was LABEL_OPTIONAL",
  })
  void aBreakIsFound(String field, String change, String said) {
    FileDescriptorSet changed = changed("Live", message -> breakField(message, field, change));
    assertThat(Compatibility.breaks(present(), changed))
        .anySatisfy(line -> assertThat(line).startsWith("tenuto.telemetry.v1.Live." + field))
        .anySatisfy(line -> assertThat(line).contains(said));
  }

  @Test
  void whatIsReservedMayGo() {
    FileDescriptorSet reserved =
        changed(
            "Live",
            message -> {
              breakField(message, "seq", "gone");
              message
                  .addReservedName("seq")
                  .addReservedRange(
                      DescriptorProto.ReservedRange.newBuilder().setStart(4).setEnd(5));
            });
    assertThat(Compatibility.breaks(present(), reserved)).isEmpty();
  }

  @Test
  void aFieldMoreBreaksNothing() {
    FileDescriptorSet more =
        changed(
            "Live",
            message ->
                message.addField(
                    message.getField(0).toBuilder().setName("more").setNumber(99)));
    assertThat(Compatibility.breaks(present(), more)).isEmpty();
    assertThat(Compatibility.breaks(more, present())).hasSize(1);
  }

  @Test
  void aFieldThatLeavesItsOneofIsFound() {
    FileDescriptorSet changed =
        changed(
            "EventBody",
            message -> {
              for (FieldDescriptorProto.Builder field : message.getFieldBuilderList()) {
                if (field.getName().equals("answered")) {
                  field.clearOneofIndex();
                }
              }
            });
    assertThat(Compatibility.breaks(present(), changed))
        .containsExactly("tenuto.telemetry.v1.EventBody.answered: the oneof was what, is none");
  }

  private static FileDescriptorSet changed(
      String message, Consumer<DescriptorProto.Builder> change) {
    FileDescriptorSet.Builder set = present().toBuilder();
    set.getFileBuilderList().stream()
        .flatMap(file -> file.getMessageTypeBuilderList().stream())
        .filter(one -> one.getName().equals(message))
        .forEach(change);
    return set.build();
  }

  private static void breakField(
      DescriptorProto.Builder message, String name, String change) {
    for (int i = 0; i < message.getFieldCount(); i++) {
      FieldDescriptorProto.Builder field = message.getFieldBuilder(i);
      if (field.getName().equals(name)) {
        switch (change) {
          case "gone" -> {
            message.removeField(i);
            return;
          }
          case "renamed" -> field.setName("renamed");
          case "number" -> field.setNumber(98);
          case "type" -> field.setType(FieldDescriptorProto.Type.TYPE_STRING);
          default -> field.setLabel(FieldDescriptorProto.Label.LABEL_REPEATED);
        }
        return;
      }
    }
    throw new IllegalArgumentException("no field " + name);
  }

  /** Each code once: two fields of one term in one message would be two accounts of one thing. */
  @Test
  void theTermsAreTheOnesWithASource() {
    Map<String, Integer> terms = new TreeMap<>();
    for (FileDescriptor file : FILES) {
      for (Descriptor message : file.getMessageTypes()) {
        for (FieldDescriptor field : message.getFields()) {
          if (field.getOptions().hasExtension(Terms.mdc)) {
            terms.put(field.getFullName(), field.getOptions().getExtension(Terms.mdc));
          }
        }
      }
    }
    assertThat(terms)
        .containsEntry("tenuto.telemetry.v1.Progress.rate_nl_per_h", 157_784)
        .containsEntry("tenuto.telemetry.v1.Progress.dose_rate_ng_per_kg_per_h", 157_924)
        .containsEntry("tenuto.telemetry.v1.Progress.at_least_nl", 157_864)
        .containsEntry("tenuto.journal.v1.Order.weight_g", 68_063)
        .hasSize(16);
  }
}

package org.tenuto.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every number of {@link Gpio} against what the C compiler makes of the kernel's own header. */
class GpioTest {

  /** Each number and the C expression it stands for. */
  private static final Map<String, String> EXPRESSIONS =
      Map.ofEntries(
          Map.entry("GET_CHIPINFO", "GPIO_GET_CHIPINFO_IOCTL"),
          Map.entry("GET_LINEINFO", "GPIO_V2_GET_LINEINFO_IOCTL"),
          Map.entry("GET_LINE", "GPIO_V2_GET_LINE_IOCTL"),
          Map.entry("GET_VALUES", "GPIO_V2_LINE_GET_VALUES_IOCTL"),
          Map.entry("SET_VALUES", "GPIO_V2_LINE_SET_VALUES_IOCTL"),
          Map.entry("NAME_BYTES", "GPIO_MAX_NAME_SIZE"),
          Map.entry("LINES_MAX", "GPIO_V2_LINES_MAX"),
          Map.entry("ATTRS_MAX", "GPIO_V2_LINE_NUM_ATTRS_MAX"),
          Map.entry("EVENTS_MAX", "GPIO_V2_LINES_MAX * 16"),
          Map.entry("USED", "GPIO_V2_LINE_FLAG_USED"),
          Map.entry("ACTIVE_LOW", "GPIO_V2_LINE_FLAG_ACTIVE_LOW"),
          Map.entry("INPUT", "GPIO_V2_LINE_FLAG_INPUT"),
          Map.entry("OUTPUT", "GPIO_V2_LINE_FLAG_OUTPUT"),
          Map.entry("EDGE_RISING", "GPIO_V2_LINE_FLAG_EDGE_RISING"),
          Map.entry("EDGE_FALLING", "GPIO_V2_LINE_FLAG_EDGE_FALLING"),
          Map.entry("PULL_UP", "GPIO_V2_LINE_FLAG_BIAS_PULL_UP"),
          Map.entry("PULL_DOWN", "GPIO_V2_LINE_FLAG_BIAS_PULL_DOWN"),
          Map.entry("BIAS_DISABLED", "GPIO_V2_LINE_FLAG_BIAS_DISABLED"),
          Map.entry("ATTR_FLAGS", "GPIO_V2_LINE_ATTR_ID_FLAGS"),
          Map.entry("ATTR_OUTPUT_VALUES", "GPIO_V2_LINE_ATTR_ID_OUTPUT_VALUES"),
          Map.entry("ATTR_DEBOUNCE", "GPIO_V2_LINE_ATTR_ID_DEBOUNCE"),
          Map.entry("RISING_EDGE", "GPIO_V2_LINE_EVENT_RISING_EDGE"),
          Map.entry("FALLING_EDGE", "GPIO_V2_LINE_EVENT_FALLING_EDGE"),
          Map.entry("CHIP_BYTES", "sizeof(struct gpiochip_info)"),
          Map.entry("CHIP_NAME", "offsetof(struct gpiochip_info, name)"),
          Map.entry("CHIP_LABEL", "offsetof(struct gpiochip_info, label)"),
          Map.entry("CHIP_LINES", "offsetof(struct gpiochip_info, lines)"),
          Map.entry("INFO_BYTES", "sizeof(struct gpio_v2_line_info)"),
          Map.entry("INFO_NAME", "offsetof(struct gpio_v2_line_info, name)"),
          Map.entry("INFO_CONSUMER", "offsetof(struct gpio_v2_line_info, consumer)"),
          Map.entry("INFO_OFFSET", "offsetof(struct gpio_v2_line_info, offset)"),
          Map.entry("INFO_FLAGS", "offsetof(struct gpio_v2_line_info, flags)"),
          Map.entry("REQUEST_BYTES", "sizeof(struct gpio_v2_line_request)"),
          Map.entry("REQUEST_OFFSETS", "offsetof(struct gpio_v2_line_request, offsets)"),
          Map.entry("REQUEST_CONSUMER", "offsetof(struct gpio_v2_line_request, consumer)"),
          Map.entry("REQUEST_FLAGS", "offsetof(struct gpio_v2_line_request, config.flags)"),
          Map.entry("REQUEST_NUM_ATTRS", "offsetof(struct gpio_v2_line_request, config.num_attrs)"),
          Map.entry("REQUEST_ATTRS", "offsetof(struct gpio_v2_line_request, config.attrs)"),
          Map.entry("REQUEST_NUM_LINES", "offsetof(struct gpio_v2_line_request, num_lines)"),
          Map.entry(
              "REQUEST_EVENT_BUFFER", "offsetof(struct gpio_v2_line_request, event_buffer_size)"),
          Map.entry("REQUEST_FD", "offsetof(struct gpio_v2_line_request, fd)"),
          Map.entry("ATTR_BYTES", "sizeof(struct gpio_v2_line_config_attribute)"),
          Map.entry("ATTR_ID", "offsetof(struct gpio_v2_line_config_attribute, attr.id)"),
          Map.entry("ATTR_VALUE", "offsetof(struct gpio_v2_line_config_attribute, attr.values)"),
          Map.entry("ATTR_MASK", "offsetof(struct gpio_v2_line_config_attribute, mask)"),
          Map.entry("VALUES_BYTES", "sizeof(struct gpio_v2_line_values)"),
          Map.entry("VALUES_BITS", "offsetof(struct gpio_v2_line_values, bits)"),
          Map.entry("VALUES_MASK", "offsetof(struct gpio_v2_line_values, mask)"),
          Map.entry("EVENT_BYTES", "sizeof(struct gpio_v2_line_event)"),
          Map.entry("EVENT_NS", "offsetof(struct gpio_v2_line_event, timestamp_ns)"),
          Map.entry("EVENT_ID", "offsetof(struct gpio_v2_line_event, id)"),
          Map.entry("EVENT_OFFSET", "offsetof(struct gpio_v2_line_event, offset)"),
          Map.entry("EVENT_SEQNO", "offsetof(struct gpio_v2_line_event, seqno)"),
          Map.entry("EVENT_LINE_SEQNO", "offsetof(struct gpio_v2_line_event, line_seqno)"));

  @TempDir private Path dir;

  @Test
  void everyNumberIsTheKernels() throws Exception {
    boolean compiler = Files.isExecutable(Path.of("/usr/bin/gcc"));
    boolean header = Files.exists(Path.of("/usr/include/linux/gpio.h"));
    assumeTrue(compiler && header, "needs gcc and the kernel's headers");
    assertThat(ours()).isEqualTo(theirs());
  }

  private static Map<String, Long> ours() throws IllegalAccessException {
    Map<String, Long> numbers = new TreeMap<>();
    for (Field field : Gpio.class.getDeclaredFields()) {
      if (field.getType().isPrimitive()) {
        numbers.put(field.getName(), field.getLong(null)); // an int widens
      }
    }
    return numbers;
  }

  private Map<String, Long> theirs() throws IOException, InterruptedException {
    var source = new StringBuilder();
    for (String header : List.of("linux/gpio.h", "stddef.h", "stdio.h")) {
      source.append("#include <").append(header).append(">\n");
    }
    source.append("int main(void) {\n");
    EXPRESSIONS.forEach(
        (name, c) ->
            source.append("printf(\"%s %%lld\\n\", (long long) (%s));%n".formatted(name, c)));
    Files.writeString(dir.resolve("gpio.c"), source.append("return 0; }\n"));
    run("gcc", "-o", "gpio", "gpio.c");
    Map<String, Long> numbers = new TreeMap<>();
    for (String line : run("./gpio").lines().toList()) {
      List<String> words = List.of(line.split(" "));
      numbers.put(words.get(0), Long.parseLong(words.get(1)));
    }
    return numbers;
  }

  private String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(dir.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}

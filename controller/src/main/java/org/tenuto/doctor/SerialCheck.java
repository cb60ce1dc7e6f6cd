package org.tenuto.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tenuto.linux.LineProbe;

/**
 * The serial line of the pump.
 *
 * @param line the configured device; null where no configuration of an executor was given
 */
record SerialCheck(KernelFiles files, @Nullable Path line) implements Check {

  private static final String THING = "serial line";

  @Override
  public Finding look() {
    return line == null ? candidates() : configured(line);
  }

  private Finding configured(Path device) {
    String refusal = LineProbe.refusal(device.toString());
    List<String> holders = new LineHolders(files).of(device);
    if (refusal == null && holders.isEmpty()) {
      return Finding.ok(THING, device + ", free");
    }
    if (refusal == null || refusal.equals("is busy")) {
      return Finding.missing(
          THING,
          device + " is in use" + (holders.isEmpty() ? "" : " by " + String.join(", ", holders)),
          "End the process that has it, or ask again when the executor is down.");
    }
    return Finding.missing(
        THING, device + " " + refusal, advice(refusal) + " Here: " + String.join(", ", devices()));
  }

  private static String advice(String refusal) {
    return refusal.contains("Permission denied")
        ? "Add the user to the group of the device (dialout)."
        : "Plug the adapter in, or mend pump.line.";
  }

  private Finding candidates() {
    List<String> found = devices();
    return found.isEmpty()
        ? Finding.degraded(THING, "none configured, none found", "Plug the pump's adapter in.")
        : Finding.ok(THING, "none configured, candidates: " + String.join(", ", found));
  }

  /**
   * What may be a serial line, stable names first; on-board ports that are not wired among them.
   */
  private List<String> devices() {
    return Stream.of(at("dev/serial/by-id", "*"), at("dev", "tty{USB,ACM,AMA,S}[0-9]*"))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> at(String folder, String glob) {
    return files.names(folder, glob).stream().map(name -> "/" + folder + "/" + name).toList();
  }
}

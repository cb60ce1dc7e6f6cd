package org.tenuto.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tenuto.dose.LibraryFault;
import org.tenuto.dose.LibraryFile;
import org.tenuto.dose.SignedTable;
import org.tenuto.dose.TrustedKey;
import org.tenuto.observation.Threshold.When;

/**
 * The limits observations are held against: made only from a signed file without a fault, trusted
 * as a drug library is. Immutable; any thread.
 */
public final class Thresholds {

  private final String title;
  private final String hash;
  private final List<Threshold> enabled;

  private Thresholds(String title, String hash, List<Threshold> enabled) {
    this.title = title;
    this.hash = hash;
    this.enabled = List.copyOf(enabled);
  }

  /**
   * Makes them of a file.
   *
   * @param trusted the keys whose signatures count
   * @param demoAllowed whether one signed with a demo key is taken
   * @throws IllegalArgumentException if it is unsigned, altered or faulty: a line for each fault
   */
  public static Thresholds load(LibraryFile file, List<TrustedKey> trusted, boolean demoAllowed) {
    List<LibraryFault> faults = new ArrayList<>();
    ThresholdReader.Content content = ThresholdReader.NOTHING;
    SignedTable table = SignedTable.open(file, trusted, demoAllowed, faults);
    if (table != null) {
      content = ThresholdReader.read(table.top());
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          faults.stream().map(LibraryFault::text).collect(Collectors.joining("\n")));
    }
    return new Thresholds(content.title(), SignedTable.hash(file), content.enabled());
  }

  /** Name and version, e.g. {@code observation 1}. */
  public String title() {
    return title;
  }

  /** SHA-256 of the file, lower-case hex. */
  public String hash() {
    return hash;
  }

  /** All that are in force, in the order of the file. */
  public List<Threshold> enabled() {
    return enabled;
  }

  /** Those of one measure that hold then. */
  public List<Threshold> of(Measure measure, When when) {
    return enabled.stream().filter(t -> t.measure() == measure && t.when() == when).toList();
  }
}

package org.tenuto.dose;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tenuto.pk.PredictedConcentrations;

/**
 * The drugs that may be ordered, how they may be given, and the syringes they may be given from.
 *
 * <p>Made only from signed files, all of them good; immutable; any thread. Its hash stands for the
 * content of all its files: an order made from another library is refused.
 */
public final class DrugLibrary {

  /** Longer files are refused unread, bytes. */
  public static final int LONGEST_FILE_BYTES = LibraryText.LONGEST_BYTES;

  private final String title;
  private final String hash;
  private final Map<String, DrugEntry> drugs;
  private final Map<String, Syringe> syringes;

  private DrugLibrary(
      String title, String hash, Map<String, DrugEntry> drugs, Map<String, Syringe> syringes) {
    this.title = title;
    this.hash = hash;
    this.drugs = Collections.unmodifiableMap(drugs);
    this.syringes = Collections.unmodifiableMap(syringes);
  }

  /**
   * Makes one library of the files.
   *
   * @param files at least one; their order does not change the hash
   * @param trusted the keys whose signatures count
   * @param demoAllowed whether a file signed with a demo key is taken
   * @throws LibraryRefusedException if any file is unsigned, altered or faulty, or two files use
   *     one id; lists everything found
   */
  public static DrugLibrary load(
      List<LibraryFile> files, List<TrustedKey> trusted, boolean demoAllowed)
      throws LibraryRefusedException {
    List<LibraryFault> faults = new ArrayList<>();
    LibraryMerge merge = new LibraryMerge(faults);
    for (LibraryFile file : files) {
      // What is not signed is not even parsed.
      TrustedKey key = LibrarySignature.check(file, trusted, demoAllowed, faults);
      if (key != null) {
        merge.add(file.name(), new LibraryReader(file, key.demo(), faults).read());
      }
    }
    if (files.isEmpty()) {
      faults.add(new LibraryFault("drug library", "files", "none", "at least one"));
    }
    if (!faults.isEmpty()) {
      throw new LibraryRefusedException(faults);
    }
    return new DrugLibrary(merge.title(), combinedHash(files), merge.drugs(), merge.syringes());
  }

  /** Names and versions of the files it was made from, e.g. {@code ketamine 1, demo 1}. */
  public String title() {
    return title;
  }

  /**
   * SHA-256, lower-case hex: of the file, or of several files' hashes, sorted, each with a line
   * feed.
   */
  public String hash() {
    return hash;
  }

  /** The drug with that id; null if there is none. */
  public @Nullable DrugEntry drug(String drugId) {
    return drugs.get(drugId);
  }

  /** The drug that has that protocol; null if there is none. Protocol ids are unique. */
  public @Nullable DrugEntry drugOfProtocol(String protocolId) {
    for (DrugEntry drug : drugs.values()) {
      if (drug.protocol(protocolId) != null) {
        return drug;
      }
    }
    return null;
  }

  /** The syringe with that id; null if there is none. */
  public @Nullable Syringe syringe(String syringeId) {
    return syringes.get(syringeId);
  }

  /** All drugs, in the order of the files. */
  public Collection<DrugEntry> drugs() {
    return drugs.values();
  }

  /** All syringes, in the order of the files; approximate ones too, which can't be ordered. */
  public Collection<Syringe> syringes() {
    return syringes.values();
  }

  private static String combinedHash(List<LibraryFile> files) {
    TreeSet<String> hashes = new TreeSet<>();
    files.forEach(file -> hashes.add(sha256(file.toml())));
    if (hashes.size() == 1) {
      return hashes.getFirst();
    }
    String lines = String.join("\n", hashes) + "\n";
    return sha256(lines.getBytes(StandardCharsets.US_ASCII));
  }

  /** SHA-256 in lower-case hex. */
  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * What the drug's models predict when an order starts, of the doses given before it alone. A new
   * state each time; allocates. Null if the drug is unknown or no model takes the weight.
   */
  public @Nullable PredictedConcentrations concentrations(Order order) {
    DrugEntry drug = drug(order.drugId());
    return drug == null ? null : CeilingPlan.concentrations(order, drug);
  }
}

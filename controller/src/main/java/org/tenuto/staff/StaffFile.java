package org.tenuto.staff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenuto.config.ConfigException;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** The register of staff as a TOML file, which only its owner may read or write. */
public final class StaffFile {

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private static final Set<String> KEYS =
      Set.of("id", "name", "role", "iterations", "salt", "hash");

  private final Path path;
  private final List<String> faults = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private StaffFile(Path path) {
    this.path = path;
  }

  /** Reads it; every fault in it is listed. */
  public static StaffRegister read(Path path) throws ConfigException {
    StaffFile file = new StaffFile(path);
    StaffRegister register = file.parse();
    if (!file.faults.isEmpty()) {
      throw new ConfigException(file.faults);
    }
    return register;
  }

  private StaffRegister parse() throws ConfigException {
    if (!Files.isRegularFile(path)) {
      throw new ConfigException(
          List.of(path + ": no such file, expected a register of staff: ./tenuto staff add"));
    }
    try {
      Set<PosixFilePermission> mode = Files.getPosixFilePermissions(path);
      if (!OWNER.containsAll(mode)) {
        faults.add(
            path + ": mode " + PosixFilePermissions.toString(mode) + ": expected rw-------");
      }
      TomlParseResult toml = Toml.parse(path);
      toml.errors().forEach(e -> faults.add(path + ": " + e));
      return toml.hasErrors() ? StaffRegister.EMPTY : members(toml);
    } catch (IOException e) {
      throw new ConfigException(List.of(path + ": can't be read: " + e.getMessage()));
    }
  }

  private StaffRegister members(TomlParseResult toml) {
    toml.keySet().stream()
        .filter(key -> !key.equals("staff"))
        .forEach(key -> faults.add(path + ": " + key + ": no such key, expected [[staff]]"));
    List<StaffMember> members = new ArrayList<>();
    if (toml.get("staff") instanceof TomlArray all) {
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i) instanceof TomlTable table) {
          member(table, "staff " + (i + 1)).ifPresent(members::add);
        } else {
          fault("staff " + (i + 1), all.get(i), "a table [[staff]]");
        }
      }
    } else if (toml.contains("staff")) {
      fault("staff", toml.get("staff"), "tables [[staff]]");
    }
    if (members.size() > StaffRegister.MOST) {
      fault("staff", members.size(), "at most " + StaffRegister.MOST);
    }
    return new StaffRegister(members);
  }

  private Optional<StaffMember> member(TomlTable table, String where) {
    final int before = faults.size();
    table.keySet().stream()
        .filter(key -> !KEYS.contains(key))
        .forEach(key -> fault(where + " " + key, "there", "no such key"));
    String id = text(table, "id");
    require(StaffMember.isId(id), where + " id", id, "1 to 32 letters, digits, '.', '_' or '-'");
    require(ids.add(StaffRegister.key(id)), where + " id", id, "an id nobody else has");
    String name = text(table, "name");
    require(StaffMember.isName(name), where + " name", name, "1 to 40 characters");
    Role role = Role.of(text(table, "role"));
    require(
        role != null, where + " role", text(table, "role"),
        "anesthetist, nurse or technician");
    PinHash pin = pin(table, where);
    return role != null && faults.size() == before
        ? Optional.of(new StaffMember(id, name, role, pin))
        : Optional.empty();
  }

  private PinHash pin(TomlTable table, String where) {
    long iterations = table.get("iterations") instanceof Long number ? number : 0;
    require(
        iterations >= PinHash.FEWEST_ITERATIONS && iterations <= PinHash.MOST_ITERATIONS,
        where + " iterations",
        table.get("iterations"),
        PinHash.FEWEST_ITERATIONS + " to " + PinHash.MOST_ITERATIONS);
    return new PinHash(
        Math.clamp(iterations, 1, PinHash.MOST_ITERATIONS),
        bytes(table, where, "salt", PinHash.SALT_BYTES),
        bytes(table, where, "hash", PinHash.HASH_BYTES));
  }

  /** Says nothing of what stands there: it may be of a PIN. */
  private byte[] bytes(TomlTable table, String where, String key, int length) {
    if (table.get(key) instanceof String hex && hex.matches("[0-9a-f]{" + 2 * length + "}")) {
      return HexFormat.of().parseHex(hex);
    }
    fault(where + " " + key, "(not shown)", 2 * length + " hex digits");
    return new byte[length];
  }

  private static String text(TomlTable table, String key) {
    return table.get(key) instanceof String text ? text : "";
  }

  private void require(boolean holds, String key, @Nullable Object value, String expected) {
    if (!holds) {
      fault(key, value, expected);
    }
  }

  private void fault(String key, @Nullable Object value, String expected) {
    String shown = value == null || value.equals("") ? "(absent)" : value.toString();
    faults.add(path + ": " + key + " = " + shown + ": expected " + expected);
  }

  /**
   * Writes it whole or not at all, mode 0600; what was there before is replaced.
   *
   * @throws IOException if it can't be; then what was there before still is
   */
  public static void write(Path path, StaffRegister register) throws IOException {
    Path whole = path.toAbsolutePath();
    Path beside =
        whole.resolveSibling("." + whole.getFileName() + "." + ProcessHandle.current().pid());
    try {
      put(beside, text(register));
      Files.move(
          beside, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
    try (FileChannel folder = FileChannel.open(whole.resolveSibling("."))) {
      folder.force(true);
    }
  }

  private static void put(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(OWNER))) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static String text(StaffRegister register) {
    StringBuilder text = new StringBuilder("# Made by ./tenuto staff. Nobody else may read it.\n");
    for (StaffMember m : register.members()) {
      text.append("\n[[staff]]\n");
      text.append("id = \"").append(m.id()).append("\"\n");
      text.append("name = \"").append(Toml.tomlEscape(m.name())).append("\"\n");
      text.append("role = \"").append(m.role().word()).append("\"\n");
      text.append("iterations = ").append(m.pin().iterations()).append('\n');
      text.append("salt = \"").append(m.pin().saltHex()).append("\"\n");
      text.append("hash = \"").append(m.pin().hashHex()).append("\"\n");
    }
    return text.toString();
  }
}

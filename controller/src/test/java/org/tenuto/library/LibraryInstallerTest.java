package org.tenuto.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.config.LibraryFiles;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.LibraryFile;
import org.tenuto.dose.LibraryRefusedException;
import org.tenuto.dose.TrustedKey;

/** Whatever step it ends at, what is in place verifies as the former library or as the new one. */
class LibraryInstallerTest {

  @TempDir private Path dir;
  private Path place;

  @BeforeEach
  void choose() {
    place = dir.resolve("ketamine.toml");
  }

  /** A disk that dies at one of the writes, before or after it took effect. */
  private static final class DyingStore implements LibraryStore {
    private int left;
    private final boolean after;
    private boolean died;

    DyingStore(int survived, boolean after) {
      left = survived;
      this.after = after;
    }

    @Override
    public void replace(Path file, byte[] content) throws IOException {
      boolean dies = left-- == 0;
      if (!dies || after) {
        DISK.replace(file, content);
      }
      if (dies) {
        died = true;
        throw new IOException("no space left on device");
      }
    }
  }

  @Test
  void firstOneThenAnother() throws Exception {
    assertThat(install("2")).isEqualTo(new LibraryInstaller.Outcome("ketamine 2", null, false));
    assertThat(install("3"))
        .isEqualTo(new LibraryInstaller.Outcome("ketamine 3", "ketamine 2", true));
    assertThat(title(place)).isEqualTo("ketamine 3");
    assertThat(title(dir.resolve("ketamine.toml.previous"))).isEqualTo("ketamine 2");
    assertThat(Files.readAllLines(dir.resolve("ketamine.toml.sig"))).hasSize(1);
    install("4");
    assertThat(title(dir.resolve("ketamine.toml.previous"))).isEqualTo("ketamine 3");
    assertThat(names()).doesNotContain("ketamine.toml.new", "ketamine.toml.sig.new");
  }

  @Test
  void theFormerOneCanBePutBack() throws Exception {
    install("2");
    install("3");
    Path previous = dir.resolve("ketamine.toml.previous");
    LibraryFile former = LibraryFiles.read(List.of(previous)).getFirst();
    installer(LibraryStore.DISK).install(former, place);
    assertThat(title(place)).isEqualTo("ketamine 2");
    assertThat(title(previous)).isEqualTo("ketamine 3");
  }

  @Test
  void theSameOneAgainLeavesThePreviousOneAlone() throws Exception {
    install("2");
    install("3");
    assertThat(install("3"))
        .isEqualTo(new LibraryInstaller.Outcome("ketamine 3", "ketamine 3", false));
    assertThat(title(dir.resolve("ketamine.toml.previous"))).isEqualTo("ketamine 2");
  }

  @Test
  void aDeathAtAnyStepLeavesOneOrTheOther() throws Exception {
    int deaths = 0;
    for (boolean after : new boolean[] {false, true}) {
      boolean died = true;
      for (int step = 0; died; step++) {
        clear();
        install("1");
        install("2");
        DyingStore store = new DyingStore(step, after);
        try {
          installer(store).install(signed("3"), place);
        } catch (IOException e) {
          deaths++;
        }
        died = store.died;
        assertThat(title(place)).as("step " + step).isIn("ketamine 2", "ketamine 3");
        assertThat(title(dir.resolve("ketamine.toml.previous")))
            .as("step " + step)
            .isIn("ketamine 1", "ketamine 2");
        assertRecovers();
      }
      assertThat(title(place)).as("at last").isEqualTo("ketamine 3");
    }
    assertThat(deaths).as("three writes for each of two libraries, before and after").isEqualTo(12);
  }

  /** After a death the next installation works, and ends with one signature. */
  private void assertRecovers() throws Exception {
    Path copy = dir.resolve("copy");
    byte[][] state = {
      Files.readAllBytes(place), Files.readAllBytes(dir.resolve("ketamine.toml.sig"))
    };
    Files.createDirectories(copy);
    Path other = copy.resolve("ketamine.toml");
    Files.write(other, state[0]);
    Files.write(copy.resolve("ketamine.toml.sig"), state[1]);
    String before = title(other);
    installer(LibraryStore.DISK).install(signed("4"), other);
    assertThat(title(other)).isEqualTo("ketamine 4");
    assertThat(title(copy.resolve("ketamine.toml.previous"))).isEqualTo(before);
    assertThat(Files.readAllLines(copy.resolve("ketamine.toml.sig"))).hasSize(1);
    deleteAll(copy);
  }

  @Test
  void aDeathAtTheFirstInstallationLeavesNoneOrTheNewOne() throws Exception {
    for (boolean after : new boolean[] {false, true}) {
      for (int step = 0; step < 2; step++) {
        clear();
        DyingStore store = new DyingStore(step, after);
        assertThatThrownBy(() -> installer(store).install(signed("2"), place))
            .isInstanceOf(IOException.class);
        if (Files.exists(place)) {
          assertThat(title(place)).isEqualTo("ketamine 2");
        }
      }
    }
  }

  @Test
  void aFaultTouchesNothing() throws Exception {
    install("2");
    String faulty = SampleLibrary.with("[drug.weight]", "\"40 kg\"", "\"20 kg\"");
    for (LibraryFile bad :
        List.of(
            SampleLibrary.signed(faulty),
            SampleLibrary.unsigned(SampleLibrary.version("3")),
            ShippedLibrary.ketamine())) {
      List<String> before = state();
      assertThatThrownBy(() -> installer(LibraryStore.DISK).install(bad, place))
          .isInstanceOf(LibraryRefusedException.class);
      assertThat(state()).isEqualTo(before);
    }
  }

  @Test
  void whatWasNoLibraryIsReplacedAndKept() throws Exception {
    Files.writeString(place, "garbage");
    assertThat(install("2")).isEqualTo(new LibraryInstaller.Outcome("ketamine 2", null, true));
    assertThat(title(place)).isEqualTo("ketamine 2");
    assertThat(dir.resolve("ketamine.toml.previous")).hasContent("garbage");
  }

  @Test
  void aDeathLeavesALibraryOfAnotherKeyInForce() throws Exception {
    List<TrustedKey> both = new ArrayList<>(ShippedLibrary.trustedKeys());
    both.addAll(SampleLibrary.TRUSTED);
    for (boolean after : new boolean[] {false, true}) {
      for (int step = 0; step < 6; step++) {
        clear();
        LibraryFile shipped = ShippedLibrary.ketamine();
        Files.write(place, shipped.toml());
        Files.write(dir.resolve("ketamine.toml.sig"), Objects.requireNonNull(shipped.signature()));
        LibraryFile next = signed("3");
        DyingStore store = new DyingStore(step, after);
        try {
          installer(store).install(next, place);
        } catch (IOException e) {
          assertThat(e).hasMessage("no space left on device");
        }
        DrugLibrary there = DrugLibrary.load(LibraryFiles.read(List.of(place)), both, false);
        assertThat(there.title()).isIn("ketamine 2", "ketamine 3");
      }
    }
    assertThat(title(place)).isEqualTo("ketamine 3");
  }

  private LibraryInstaller.Outcome install(String version) throws Exception {
    return installer(LibraryStore.DISK).install(signed(version), place);
  }

  private static LibraryInstaller installer(LibraryStore store) {
    return new LibraryInstaller(SampleLibrary.TRUSTED, false, store);
  }

  private static LibraryFile signed(String version) {
    return SampleLibrary.signed(SampleLibrary.version(version));
  }

  /** The title of the library there, as a device would read it. */
  private static String title(Path file) throws IOException, LibraryRefusedException {
    return DrugLibrary.load(LibraryFiles.read(List.of(file)), SampleLibrary.TRUSTED, false).title();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private List<String> state() throws IOException {
    try (Stream<Path> files = Files.list(dir).sorted()) {
      return files.map(LibraryInstallerTest::described).toList();
    }
  }

  private static String described(Path file) {
    try {
      return file.getFileName() + " " + Arrays.hashCode(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void clear() throws IOException {
    deleteAll(dir);
    Files.createDirectories(dir);
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

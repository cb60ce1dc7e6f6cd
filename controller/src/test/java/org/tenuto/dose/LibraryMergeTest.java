package org.tenuto.dose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tenuto.quantity.Volume;

/** Several files become one library; whose order is that of the files. */
class LibraryMergeTest {

  private final List<LibraryFault> faults = new ArrayList<>();
  private final LibraryMerge merge = new LibraryMerge(faults);

  @Test
  void keepsTheOrderOfTheFiles() {
    merge.add("a.toml", content("a 1", "Z", "Y"));
    merge.add("b.toml", content("b 2", "X"));
    assertThat(merge.title()).isEqualTo("a 1, b 2");
    assertThat(merge.syringes().keySet()).containsExactly("Z", "Y", "X");
    assertThat(merge.drugs()).isEmpty();
    assertThat(faults).isEmpty();
  }

  @Test
  void namesTheFileThatUsesAnIdAgain() {
    merge.add("a.toml", content("a", "X", "Y"));
    merge.add("b.toml", content("b", "Y", "Z"));
    assertThat(faults)
        .containsExactly(new LibraryFault("b.toml", "syringe", "Y", "an id no other entry has"));
  }

  @Test
  void noticesAnIdTwiceInOneFile() {
    merge.add("a.toml", content("a", "X", "X"));
    assertThat(faults).hasSize(1);
  }

  private static LibraryReader.Content content(String title, String... ids) {
    List<Syringe> syringes = new ArrayList<>();
    for (String id : ids) {
      syringes.add(new Syringe(id, "name", 1, new Volume(1), false, "made up"));
    }
    return new LibraryReader.Content(title, List.of(), syringes);
  }
}

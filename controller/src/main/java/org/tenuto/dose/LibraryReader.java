package org.tenuto.dose;

import java.util.ArrayList;
import java.util.List;

/** Reads the content of one library file whose signature has been checked. */
final class LibraryReader {

  private static final long SCHEMA = 2;
  private static final Content NOTHING = new Content("", List.of(), List.of());

  private final LibraryFile file;
  private final boolean demo;
  private final List<LibraryFault> faults;

  /**
   * @param demo signed with a demo key: then every drug in it must be a demo drug, else none
   * @param faults everything found wrong is added here
   */
  LibraryReader(LibraryFile file, boolean demo, List<LibraryFault> faults) {
    this.file = file;
    this.demo = demo;
    this.faults = faults;
  }

  /** What one file holds. Only to be used if no fault was added. */
  record Content(String title, List<DrugEntry> drugs, List<Syringe> syringes) {}

  Content read() {
    LibraryTable top = LibraryText.parse(file, faults);
    return top == null ? NOTHING : readTop(top);
  }

  private Content readTop(LibraryTable top) {
    top.exactly("schema", SCHEMA);
    String title = top.text("name") + " " + top.text("version");
    List<Syringe> syringes = new ArrayList<>();
    top.tables("syringe").forEach(table -> syringes.add(SyringeReader.read(table)));
    List<DrugEntry> drugs = new ArrayList<>();
    top.tables("drug").forEach(table -> drugs.add(DrugReader.read(table, demo)));
    top.require(
        !drugs.isEmpty() || !syringes.isEmpty(), "drug", "at least one drug or syringe");
    top.done();
    return new Content(title, drugs, syringes);
  }
}

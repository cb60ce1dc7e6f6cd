package org.tenuto.dose;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

/** Reads the content of one library file whose signature has been checked. */
final class LibraryReader {

  private static final long SCHEMA = 2;

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
    TomlParseResult toml = parse();
    if (toml.hasErrors()) {
      for (TomlParseError error : toml.errors()) {
        String found = String.valueOf(error.getMessage());
        faults.add(new LibraryFault(file.name(), error.position().toString(), found, "TOML"));
      }
      return new Content("", List.of(), List.of());
    }
    return readTop(new LibraryTable(file.name(), "", toml, faults));
  }

  private TomlParseResult parse() {
    try {
      // Strict: what is not UTF-8 is refused, not replaced by question marks.
      ByteBuffer bytes = ByteBuffer.wrap(file.toml());
      return Toml.parse(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      faults.add(new LibraryFault(file.name(), "content", "bytes that are no text", "UTF-8"));
      return Toml.parse("");
    }
  }

  private Content readTop(LibraryTable top) {
    top.exactly("schema", SCHEMA);
    String title = top.text("name") + " " + top.text("version");
    List<Syringe> syringes = new ArrayList<>();
    top.tables("syringe").forEach(table -> syringes.add(SyringeReader.read(table)));
    List<DrugEntry> drugs = new ArrayList<>();
    top.tables("drug").forEach(table -> drugs.add(DrugReader.read(table, demo)));
    top.done();
    return new Content(title, drugs, syringes);
  }
}

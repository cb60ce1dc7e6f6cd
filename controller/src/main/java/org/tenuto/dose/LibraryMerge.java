package org.tenuto.dose;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the contents of library files together; an id may come only once. */
final class LibraryMerge {

  private static final String ONCE = "an id no other entry has";

  private final List<LibraryFault> faults;
  private final Map<String, DrugEntry> drugs = new LinkedHashMap<>();
  private final Map<String, Syringe> syringes = new LinkedHashMap<>();
  private final Set<String> protocolIds = new HashSet<>();
  private String title = "";

  LibraryMerge(List<LibraryFault> faults) {
    this.faults = faults;
  }

  void add(String file, LibraryReader.Content content) {
    title = title.isEmpty() ? content.title() : title + ", " + content.title();
    for (Syringe syringe : content.syringes()) {
      once(syringes.put(syringe.id(), syringe) == null, file, "syringe", syringe.id());
    }
    for (DrugEntry drug : content.drugs()) {
      once(drugs.put(drug.id(), drug) == null, file, "drug", drug.id());
      for (String id : drug.protocols().keySet()) {
        once(protocolIds.add(id), file, "protocol", id);
      }
    }
  }

  private void once(boolean isNew, String file, String key, String id) {
    if (!isNew) {
      faults.add(new LibraryFault(file, key, id, ONCE));
    }
  }

  String title() {
    return title;
  }

  Map<String, DrugEntry> drugs() {
    return drugs;
  }

  Map<String, Syringe> syringes() {
    return syringes;
  }
}

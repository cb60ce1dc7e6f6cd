package org.tenuto.simulator.hazard;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** {@code docs/hazards.md} as the table has it. */
final class HazardsDoc {

  private static final String HEAD =
      """
      # Hazards

      Written by `HazardsDocTest` from the table beside it (`hazards.txt`); it fails if a test
      named here does not exist. Change the table, then:

      ```
      {regenerate}
      ```

      Ids and hazards, in our words, of the hazard table of GIP v1.0 (Arney, Jetley, Jones, Lee,
      Ray, Sokolsky, Zhang: Generic Infusion Pump Hazard Analysis and Safety Requirements,
      MS-CIS-08-31, University of Pennsylvania, 2009), as far as it concerns the controller of a
      syringe pump. No conformity to any standard is claimed.

      {count}.
      """;

  private HazardsDoc() {}

  /**
   * The whole page.
   *
   * @param howToRegenerate the command that writes it anew
   */
  static String text(List<HazardRow> rows, String howToRegenerate) {
    return HEAD.replace("{regenerate}", howToRegenerate).replace("{count}", count(rows))
        + "\n| id | hazard | safeguard | shown by | not covered |\n|---|---|---|---|---|\n"
        + lines(rows, HazardRow::concernsUs)
        + "\n## Not ours\n\n| id | hazard | why |\n|---|---|---|\n"
        + rows.stream()
            .filter(row -> !row.concernsUs())
            .map(row -> "| " + ids(row) + " | " + row.hazard() + " | " + row.missing() + " |\n")
            .collect(Collectors.joining());
  }

  private static String count(List<HazardRow> rows) {
    long ours = rows.stream().filter(HazardRow::concernsUs).count();
    long open = rows.stream().filter(HazardRow::isOpen).count();
    long partly =
        rows.stream()
            .filter(row -> row.concernsUs() && !row.isOpen() && !row.missing().isEmpty())
            .count();
    return "Of %d rows that concern this device %d are **open** (no test), %d are covered in part"
        .formatted(ours, open, partly);
  }

  private static String lines(List<HazardRow> rows, Predicate<HazardRow> which) {
    return rows.stream().filter(which).map(HazardsDoc::line).collect(Collectors.joining());
  }

  private static String line(HazardRow row) {
    String tests =
        row.isOpen()
            ? "**open**"
            : row.tests().stream().map(t -> "`" + t + "`").collect(Collectors.joining("<br>"));
    return "| "
        + String.join(" | ", ids(row), row.hazard(), row.safeguard(), tests, row.missing())
        + " |\n";
  }

  private static String ids(HazardRow row) {
    return String.join(", ", row.ids());
  }
}

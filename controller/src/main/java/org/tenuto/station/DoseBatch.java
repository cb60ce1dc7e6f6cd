package org.tenuto.station;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.tenuto.dose.AchievedDose;
import org.tenuto.dose.ExactDose;
import org.tenuto.dose.Guardrail;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.Patient;
import org.tenuto.dose.Verdict;
import org.tenuto.quantity.QuantityFormatException;
import org.tenuto.quantity.WardNumber;

/**
 * Works out a CSV file of orders, a row each, to a CSV text with a row each.
 *
 * <p>The four input columns may come in any order and beside others, which are ignored; so a file
 * of expected results can be worked out again. Fields have no quotes. A row that is refused has its
 * figures and its reasons; a row that is no order makes the whole file bad input.
 */
@NullMarked
final class DoseBatch {

  private static final List<String> INPUTS =
      List.of("weight_kg", "dose_mg_per_kg", "duration_min", "conc_mg_per_ml");

  private static final List<String> FIGURES =
      List.of("total_mg", "volume_ml", "rate_ml_per_h", "rate_mg_per_kg_h", "rate_mcg_per_kg_min");

  private static final List<String> ACHIEVED =
      List.of(
          "achieved_mg_per_kg",
          "achieved_total_mg",
          "achieved_volume_ml",
          "achieved_rate_ml_per_h",
          "achieved_rate_mg_per_kg_h",
          "achieved_duration_s");

  private static final BigDecimal S_PER_MIN = BigDecimal.valueOf(60);
  private static final int THOUSANDTHS = 3;
  private static final int MILLIONTHS = 6;

  private final PaperOrder paper;
  private final Guardrail guardrail;

  DoseBatch(PaperOrder paper, Guardrail guardrail) {
    this.paper = paper;
    this.guardrail = guardrail;
  }

  /**
   * Works out the file.
   *
   * @return CSV with a header
   * @throws QuantityFormatException naming line and column of the first thing that is no number
   * @throws IOException if the file can't be read as UTF-8
   */
  String run(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> header = lines.isEmpty() ? List.of() : fields(lines.getFirst());
    if (!header.containsAll(INPUTS)) {
      throw new QuantityFormatException(
          "--batch header", String.join(",", header), "the columns " + String.join(",", INPUTS));
    }
    StringBuilder csv = new StringBuilder();
    csv.append(String.join(",", INPUTS)).append(',').append(String.join(",", FIGURES));
    csv.append(',').append(String.join(",", ACHIEVED)).append(",verdict,reason_codes\n");
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        csv.append(row("--batch line " + (i + 1), header, fields(lines.get(i)))).append('\n');
      }
    }
    return csv.toString();
  }

  private String row(String line, List<String> header, List<String> fields) {
    if (fields.size() != header.size()) {
      throw new QuantityFormatException(
          line, String.join(",", fields), header.size() + " fields, as in the header");
    }
    List<String> inputs = new ArrayList<>();
    INPUTS.forEach(name -> inputs.add(fields.get(header.indexOf(name))));
    Verdict verdict = guardrail.check(order(line, inputs));
    List<String> row = new ArrayList<>(inputs);
    ExactDose exact = verdict.exact();
    row.addAll(exact == null ? blanks(FIGURES) : DoseFigures.of(exact).values());
    AchievedDose achieved = verdict.achieved();
    row.addAll(
        achieved == null || exact == null
            ? blanks(ACHIEVED)
            : DoseFigures.of(achieved, exact.dosingWeightKg()).values());
    row.add(DoseReport.word(verdict));
    row.add(String.join(";", DoseReport.codes(verdict)));
    return String.join(",", row);
  }

  private Order order(String line, List<String> inputs) {
    long weightG = whole(line, inputs, 0, BigDecimal.ONE.movePointRight(THOUSANDTHS));
    long doseNgPerKg = whole(line, inputs, 1, BigDecimal.ONE.movePointRight(MILLIONTHS));
    long durationS = whole(line, inputs, 2, S_PER_MIN);
    long concentration = whole(line, inputs, 3, BigDecimal.ONE.movePointRight(MILLIONTHS));
    return paper.order(
        Patient.ofWeight(weightG), List.of(OrderPhase.dose(doseNgPerKg, durationS)), concentration);
  }

  /** An input in the order's own whole units; 0 is left to the guardrail. */
  private static long whole(String line, List<String> inputs, int column, BigDecimal units) {
    String what = line + " " + INPUTS.get(column);
    String text = inputs.get(column);
    BigDecimal value = WardNumber.parse(what, text).multiply(units).stripTrailingZeros();
    if (value.scale() > 0) {
      throw new QuantityFormatException(what, text, "a time of whole seconds");
    }
    return value.longValueExact();
  }

  private static List<String> blanks(List<String> columns) {
    return columns.stream().map(column -> "").toList();
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    for (String field : line.split(",", -1)) {
      fields.add(field.strip());
    }
    return fields;
  }
}

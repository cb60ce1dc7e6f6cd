package org.tenuto.library;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.tenuto.dose.Bounds;
import org.tenuto.dose.Cap;
import org.tenuto.dose.DrugEntry;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.Limit;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.Protocol;
import org.tenuto.dose.Syringe;
import org.tenuto.library.Figure.Side;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.DosePerWeight;
import org.tenuto.quantity.DoseRate;
import org.tenuto.quantity.DrugAmount;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.InfusionTime;
import org.tenuto.quantity.PlasmaConcentration;
import org.tenuto.quantity.WardUnit;

/** Lays a drug library out, figure by figure, to be shown or compared. Every key of it appears. */
public final class LibraryOutline {

  private static final Quantity<BodyWeight> WEIGHT =
      new Quantity<>(BodyWeight::text, BodyWeight::g);
  private static final Quantity<FlowRate> FLOW = new Quantity<>(FlowRate::text, FlowRate::nlPerH);
  private static final Quantity<DosePerWeight> DOSE =
      new Quantity<>(DosePerWeight::text, DosePerWeight::ngPerKg);
  private static final Quantity<DoseRate> RATE =
      new Quantity<>(DoseRate::text, DoseRate::ngPerKgPerH);
  private static final Quantity<InfusionTime> TIME =
      new Quantity<>(InfusionTime::text, InfusionTime::s);
  private static final Quantity<DrugAmount> AMOUNT =
      new Quantity<>(DrugAmount::text, DrugAmount::ng);
  private static final Quantity<PlasmaConcentration> LEVEL =
      new Quantity<>(PlasmaConcentration::text, PlasmaConcentration::pgPerMl);

  private LibraryOutline() {}

  /** How a kind of quantity is written, and its number in the smallest unit. */
  private record Quantity<T extends Comparable<T>>(
      Function<T, String> text, ToLongFunction<T> number) {

    Figure figure(String name, T value, Side side) {
      return new Figure(name, text.apply(value), side, number.applyAsLong(value));
    }

    LibraryItem limit(String name, Limit<T> limit) {
      List<Figure> figures = new ArrayList<>();
      figures.add(figure("typical", limit.typical(), Side.PLAIN));
      figures.addAll(bounds("soft", limit.soft()));
      figures.addAll(bounds("hard", limit.hard()));
      return new LibraryItem(name, figures, limit.evidence(), limit.source());
    }

    private List<Figure> bounds(String name, Bounds<T> bounds) {
      return List.of(
          figure(name + " lowest", bounds.lowest(), Side.LOWEST),
          figure(name + " highest", bounds.highest(), Side.HIGHEST));
    }

    LibraryItem cap(String name, Cap<T> cap) {
      return new LibraryItem(
          name,
          List.of(
              figure("soft", cap.soft(), Side.HIGHEST), figure("hard", cap.hard(), Side.HIGHEST)),
          cap.evidence(),
          cap.source());
    }
  }

  /** Each drug followed by its protocols, then the syringes. */
  public static List<LibraryEntry> of(DrugLibrary library) {
    List<LibraryEntry> entries = new ArrayList<>();
    for (DrugEntry drug : library.drugs()) {
      entries.add(drug(drug));
      drug.protocols().values().forEach(protocol -> entries.add(protocol(drug, protocol)));
    }
    library.syringes().forEach(syringe -> entries.add(syringe(syringe)));
    return entries;
  }

  private static LibraryEntry drug(DrugEntry drug) {
    List<LibraryItem> items = new ArrayList<>();
    items.add(
        new LibraryItem(
            "drug",
            List.of(
                Figure.plain("name", drug.name()),
                Figure.plain("demo", drug.demo() ? "yes" : "no")),
            null,
            drug.source()));
    items.add(
        item(
            "concentrations",
            drug.concentrations().stream().map(c -> Figure.allowed(c.text())).toList()));
    items.add(
        item(
            "second_person_above",
            List.of(
                new Figure(
                    "concentration",
                    drug.secondPersonAbove().text(),
                    Side.HIGHEST,
                    drug.secondPersonAbove().ngPerMl()))));
    items.add(
        item(
            "attestation_above",
            List.of(RATE.figure("dose rate", drug.attestationAbove(), Side.HIGHEST))));
    items.add(WEIGHT.limit("weight", drug.weight()));
    items.add(FLOW.limit("flow", drug.flow()));
    items.add(LEVEL.cap("ceiling", drug.ceiling()));
    items.add(
        item(
            "models",
            drug.models().stream()
                .map(model -> new Figure(model.id(), model.title(), Side.CHECKED, 0))
                .toList()));
    return new LibraryEntry("drug", drug.id(), drug.name(), items);
  }

  private static LibraryItem item(String name, List<Figure> figures) {
    return new LibraryItem(name, figures, null, "");
  }

  private static LibraryEntry protocol(DrugEntry drug, Protocol protocol) {
    List<LibraryItem> items = new ArrayList<>();
    items.add(program(drug, protocol));
    items.add(DOSE.limit("dose", protocol.dose()));
    items.add(RATE.limit("dose_rate", protocol.doseRate()));
    items.add(TIME.limit("duration", protocol.time()));
    Protocol.BolusLimits bolus = protocol.bolus();
    if (bolus != null) {
      items.add(DOSE.limit("bolus.dose", bolus.dose()));
      items.add(RATE.limit("bolus.dose_rate", bolus.rate()));
    }
    items.add(AMOUNT.cap("total", protocol.total()));
    items.add(DOSE.cap("session", protocol.session()));
    items.add(DOSE.cap("day", protocol.day()));
    return new LibraryEntry("protocol", protocol.id(), protocol.name(), items);
  }

  private static LibraryItem program(DrugEntry drug, Protocol protocol) {
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.plain("drug", drug.id()));
    figures.add(Figure.plain("name", protocol.name()));
    figures.add(Figure.enabled(protocol.enabled()));
    figures.add(Figure.plain("indications", String.join(", ", protocol.indications())));
    if (protocol.bolus() != null) {
      figures.add(Figure.allowed("bolus"));
    }
    for (int i = 0; i < protocol.phases().size(); i++) {
      OrderPhase phase = protocol.phases().get(i);
      figures.add(Figure.plain("phase " + (i + 1), phase.kind() + " " + phase.text()));
    }
    return new LibraryItem("program", figures, protocol.evidence(), protocol.source());
  }

  private static LibraryEntry syringe(Syringe syringe) {
    String diameter = WardUnit.MM.format(BigDecimal.valueOf(syringe.innerDiameterUm(), 3));
    List<Figure> figures =
        List.of(
            Figure.plain("name", syringe.name()),
            Figure.enabled(!syringe.approximate()),
            Figure.plain("inner diameter", diameter),
            new Figure(
                "capacity", syringe.capacity().text(), Side.HIGHEST, syringe.capacity().nl()));
    return new LibraryEntry(
        "syringe",
        syringe.id(),
        syringe.name(),
        List.of(new LibraryItem("syringe", figures, null, syringe.source())));
  }
}

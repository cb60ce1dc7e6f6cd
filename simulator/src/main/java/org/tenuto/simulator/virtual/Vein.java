package org.tenuto.simulator.virtual;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.DrugEntry;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.Order;
import org.tenuto.pk.PkModel;
import org.tenuto.simulator.oracle.Scene;
import org.tenuto.simulator.patient.Kinetics;
import org.tenuto.simulator.patient.Patient;
import org.tenuto.simulator.patient.Vitality;

/**
 * The person an order is for, once for each model of its drug: what they make of all that the motor
 * pushes out, as if none of it stayed in the line. Kinetics apart from the controller's. Once a
 * second; one thread.
 */
final class Vein {

  private static final long S = 1_000_000_000;
  private static final double G_PER_KG = 1e3;

  /** By a model, and whether that was published with a place of the effect. */
  private record Model(Patient patient, boolean effectPublished) {}

  private final DrugLibrary library;
  private List<Model> models = List.of();
  private long baseNl;
  private long dueNs;
  private boolean moved;

  Vein(DrugLibrary library) {
    this.library = library;
  }

  /**
   * Another order was started, for another person.
   *
   * @param pushedNl what was pushed out before, nL
   */
  void started(Order order, long pushedNl, long nowNs) {
    baseNl = pushedNl;
    dueNs = nowNs + S;
    moved = true;
    models = new ArrayList<>();
    DrugEntry drug = library.drug(order.drugId());
    for (PkModel model : drug == null ? List.<PkModel>of() : drug.models()) {
      Kinetics kinetics = kinetics(model, order.patient().weightG() / G_PER_KG);
      if (kinetics != null) {
        double ngPerMl = (double) order.concentrationNgPerMl();
        Patient patient = new Patient(kinetics, Vitality.USUAL, ngPerMl, 1, nowNs);
        models.add(new Model(patient, model == PkModel.DOMINO_1984));
      }
    }
  }

  /** Of esketamine there is none. */
  private static @Nullable Kinetics kinetics(PkModel model, double weightKg) {
    return switch (model) {
      case DOMINO_1984 -> Kinetics.domino(weightKg);
      case KAMP_2020 -> Kinetics.kamp(weightKg);
      case FANTA_2015_ESKETAMINE -> null;
    };
  }

  /** The line is filled, and is not connected: nothing more comes in. */
  void leave() {
    models = List.of();
    moved = true;
  }

  /** Lets time pass; costs a comparison but for once a second. */
  void step(long nowNs, long pushedNl) {
    if (nowNs < dueNs) {
      return;
    }
    dueNs = nowNs + S;
    moved = true;
    for (int i = 0; i < models.size(); i++) {
      models.get(i).patient().advance(nowNs, (double) (pushedNl - baseNl));
    }
  }

  /** Says what is where, if that has changed. */
  void fill(Scene scene) {
    if (!moved) {
      return;
    }
    moved = false;
    scene.concentrations = models.size();
    for (int i = 0; i < models.size(); i++) {
      Patient patient = models.get(i).patient();
      scene.plasmaNgPerMl[i] = patient.plasmaNgPerMl();
      scene.effectNgPerMl[i] = patient.effectNgPerMl();
      scene.effectPublished[i] = models.get(i).effectPublished();
    }
  }
}

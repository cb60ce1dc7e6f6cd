package org.tenuto.dose;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenuto.pk.PkModel;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.Concentration;
import org.tenuto.quantity.DoseRate;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.PlasmaConcentration;

/**
 * A drug in the library, with everything that limits how it is given. Racemic ketAMINE and
 * esketAMINE are two drugs; nothing converts one into the other.
 *
 * @param id as in {@link Order#drugId()}
 * @param name as written for people, e.g. {@code ketAMINE}
 * @param demo a pretended drug for demonstrations; signed with the demo key
 * @param concentrations what may be in the syringe, lowest first
 * @param secondPersonAbove a higher concentration needs a second person's check
 * @param attestationAbove a higher dose rate needs attested intensive monitoring, but for a bolus
 * @param weight body weights
 * @param flow flow rates
 * @param ceiling predicted concentrations in plasma or at the effect site
 * @param models what predicts them, at least one
 * @param protocols by id
 * @param source where what has no source of its own is from
 */
public record DrugEntry(
    String id,
    String name,
    boolean demo,
    List<Concentration> concentrations,
    Concentration secondPersonAbove,
    DoseRate attestationAbove,
    Limit<BodyWeight> weight,
    Limit<FlowRate> flow,
    Cap<PlasmaConcentration> ceiling,
    List<PkModel> models,
    Map<String, Protocol> protocols,
    String source) {

  public DrugEntry {
    concentrations = List.copyOf(concentrations);
    models = List.copyOf(models);
    // Keeps the order of the file, which Map.copyOf would not.
    protocols = Collections.unmodifiableMap(new LinkedHashMap<>(protocols));
  }

  /** The protocol with that id; null if this drug has none. */
  public @Nullable Protocol protocol(String protocolId) {
    return protocols.get(protocolId);
  }
}

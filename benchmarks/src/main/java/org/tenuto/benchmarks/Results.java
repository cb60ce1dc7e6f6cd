package org.tenuto.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.HistogramIterationValue;
import org.jspecify.annotations.Nullable;

/**
 * What one benchmark command measured, in the shape that every {@code --json} file has: {@code
 * benchmark}, {@code machine}, {@code commit}, {@code date}, {@code figures} and {@code curves}.
 * {@code bench compare} and the HTML report read nothing else.
 *
 * @param benchmark name of the command, {@code jitter}
 * @param before the machine as it was when the measurement began
 * @param after the same when it ended
 * @param figures in the order of the table
 * @param curves distributions they were taken from; may be empty
 */
public record Results(
    String benchmark, Machine before, Machine after, List<Figure> figures, List<Curve> curves) {

  private static final int TICKS_PER_HALF_DISTANCE = 5;

  /** Writes them. */
  public void write(Path file) throws IOException {
    var json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode root = json.createObjectNode();
    root.put("benchmark", benchmark);
    before.write(root, after);
    ArrayNode all = root.putArray("figures");
    for (Figure figure : figures) {
      all.addObject()
          .put("name", figure.name())
          .put("unit", figure.unit())
          .put("value", orNull(figure.value()))
          .put("spread", orNull(figure.spread()))
          .put("at_most", orNull(figure.atMost()));
    }
    ArrayNode drawn = root.putArray("curves");
    for (Curve curve : curves) {
      ObjectNode one = drawn.addObject().put("name", curve.name()).put("unit", curve.unit());
      one.put("count", curve.values().getTotalCount());
      ArrayNode points = one.putArray("percentiles");
      for (HistogramIterationValue at : curve.values().percentiles(TICKS_PER_HALF_DISTANCE)) {
        points
            .addArray()
            .add(at.getPercentileLevelIteratedTo())
            .add(at.getValueIteratedTo() / curve.perUnit());
      }
    }
    json.writeValue(file.toFile(), root);
  }

  private static @Nullable Double orNull(double value) {
    return Double.isFinite(value) ? value : null;
  }
}

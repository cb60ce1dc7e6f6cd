package org.tenuto.simulator.system;

import static java.util.Objects.requireNonNull;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** axe-core: what can be found automatically of what keeps people from using a page. */
final class Axe {

  private static final String SOURCE =
      "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

  private Axe() {}

  /**
   * Its serious and critical findings, one line each: rule, element, why. The script reaches the
   * page through the browser's own debugger, so that the page's policy stays as it is.
   */
  static List<String> barriers(Page page) {
    page.evaluate(source());
    List<?> found =
        (List<?>)
            page.evaluate(
                "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations"
                    + ".filter(v => ['serious', 'critical'].includes(v.impact))"
                    + ".flatMap(v => v.nodes.map(n => `${v.id} ${n.target} "
                    + "${n.failureSummary.replace(/\\s+/g, ' ')}`))");
    return found.stream().map(String::valueOf).toList();
  }

  private static String source() {
    try (InputStream in = Axe.class.getResourceAsStream(SOURCE)) {
      return new String(requireNonNull(in, SOURCE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

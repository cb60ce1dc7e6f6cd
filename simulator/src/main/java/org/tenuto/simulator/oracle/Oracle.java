package org.tenuto.simulator.oracle;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Judges one promise from the physical truth and from what can be seen and heard. It says a promise
 * is broken once. One session, one thread.
 */
public abstract class Oracle {

  private @Nullable Violation violation;

  /** Something happened; the scene is that of the millisecond before. */
  public void happened(Happening happening, Scene scene) {
    // Most oracles see all they need.
  }

  /** Looks at one millisecond. Allocates nothing while the promise is kept. */
  public abstract void look(Scene scene);

  /** The promise is broken. */
  final void broken(Scene scene, String text) {
    if (violation == null) {
      violation = new Violation(getClass().getSimpleName(), scene.nowNs, text);
    }
  }

  /** Tells what was found, if anything was. */
  final void report(Consumer<Violation> to) {
    if (violation != null) {
      to.accept(violation);
    }
  }

  /** Whether anything was found. */
  final boolean isBroken() {
    return violation != null;
  }
}

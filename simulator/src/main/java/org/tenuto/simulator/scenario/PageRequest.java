package org.tenuto.simulator.scenario;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tenuto.web.Reply;

/**
 * What the one before the page asked of the station and waits for: one thing at a time, pressed as
 * often as the key bounces. One session, one thread.
 */
final class PageRequest {

  private final Consumer<String> log;
  private @Nullable CompletableFuture<?> pending;
  private @Nullable Runnable whenAnswered;
  private int presses = 1;
  private int refusals;
  private String lastRefusal = "";

  /**
   * Nothing is asked.
   *
   * @param log takes a few words on what was refused
   */
  PageRequest(Consumer<String> log) {
    this.log = log;
  }

  /** The next key bounces: it comes so many times. */
  void bounce(int times) {
    presses = times;
  }

  /** Whether the next key is pressed once. */
  boolean isPressedOnce() {
    return presses == 1;
  }

  /** Whether an answer is waited for. */
  boolean isPending() {
    return pending != null;
  }

  /** Nobody answers any more. */
  void forget() {
    pending = null;
  }

  /** Asks; what comes back is looked at once, by {@link #answer}. */
  <T> void ask(Supplier<CompletableFuture<Reply<T>>> key, Consumer<T> accepted) {
    ask(key, accepted, _ -> {});
  }

  /** The same, where it matters why it is refused. */
  <T> void ask(
      Supplier<CompletableFuture<Reply<T>>> key,
      Consumer<T> accepted,
      Consumer<String> whenRefused) {
    CompletableFuture<Reply<T>> first = key.get();
    for (; presses > 1; presses--) {
      var _ = key.get();
    }
    pending = first;
    whenAnswered =
        () -> {
          switch (first.join()) {
            case Reply.Accepted<T>(T value) -> {
              refusals = 0;
              accepted.accept(value);
            }
            case Reply.Refused<T>(String code, String _) -> {
              refused(code);
              whenRefused.accept(code);
            }
          }
        };
  }

  private void refused(String code) {
    log.accept("is refused: " + code);
    lastRefusal = code;
    refusals++;
  }

  /** Looks at the answer, if there is one by now. */
  void answer() {
    CompletableFuture<?> asked = pending;
    Runnable then = whenAnswered;
    if (asked != null && asked.isDone() && then != null) {
      pending = null;
      then.run();
    }
  }

  /** How often something was refused since something was not. */
  int refusals() {
    return refusals;
  }

  /** The last thing that was refused; empty if nothing was. */
  String lastRefusal() {
    return lastRefusal;
  }
}

package org.tenuto.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A page in a browser, and a finger on it. One thread. */
final class BrowserTab {

  private static final long ANSWER_S = 30;
  private static final long SHOWN_S = 60;
  private static final long LOOK_MS = 20;
  private static final double NS_PER_MS = 1e6;

  /** What a page's clock may differ from ours by: it is told in tenths of a millisecond. */
  private static final long CLOCK_NS = 1_000_000;

  /** Where a part is; and the next touch is noted before the page's own code sees it. */
  private static final String ABOUT_TO_TOUCH =
      """
      (() => {
        window.touchedMs = 0;
        addEventListener('pointerdown',
          e => { window.touchedMs = performance.timeOrigin + e.timeStamp; },
          { capture: true, once: true });
        const b = document.querySelector('[data-testid=PART]').getBoundingClientRect();
        return { x: b.x + b.width / 2, y: b.y + b.height / 2 };
      })()
      """;

  private final ObjectMapper json = new ObjectMapper();
  private final BlockingQueue<String> heard;
  private final WebSocket socket;
  private int calls;

  private BrowserTab(WebSocket socket, BlockingQueue<String> heard) {
    this.socket = socket;
    this.heard = heard;
  }

  /** A tab by the address of its DevTools. */
  static BrowserTab of(HttpClient http, URI address) {
    var heard = new LinkedBlockingQueue<String>();
    WebSocket socket =
        http.newWebSocketBuilder()
            .connectTimeout(Duration.ofSeconds(ANSWER_S))
            .buildAsync(address, new Ear(heard))
            .join();
    return new BrowserTab(socket, heard);
  }

  /** Puts the pieces of a message together. */
  private static final class Ear implements WebSocket.Listener {

    private final BlockingQueue<String> heard;
    private final StringBuilder message = new StringBuilder();

    private Ear(BlockingQueue<String> heard) {
      this.heard = heard;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      message.append(data);
      if (last) {
        heard.add(message.toString());
        message.setLength(0);
      }
      from.request(1);
      return null;
    }
  }

  /** Waits until a condition of the page, JavaScript, is true. */
  void await(String condition) throws IOException, InterruptedException {
    long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(SHOWN_S);
    while (!evaluate("Boolean(" + condition + ")").asBoolean()) {
      if (System.nanoTime() > endNs) {
        throw new IOException("the page: expected " + condition + " within " + SHOWN_S + " s");
      }
      Thread.sleep(LOOK_MS);
    }
  }

  /** Nobody sees, or touches, a tab that is behind another. */
  void toFront() throws IOException, InterruptedException {
    call("Page.bringToFront", Map.of());
    await("document.visibilityState === 'visible'");
  }

  /**
   * Touches what is in the middle of a part of the page, and lifts the finger.
   *
   * @param testId of that part
   * @return when the browser took the touch, monotonic ns
   * @throws IOException one line: nothing took it, or the browser's clock is not this machine's
   */
  long touch(String testId) throws IOException, InterruptedException {
    JsonNode box = evaluate(ABOUT_TO_TOUCH.replace("PART", testId));
    Map<String, Double> point =
        Map.of("x", box.path("x").asDouble(), "y", box.path("y").asDouble());
    long sentNs = System.nanoTime();
    call("Input.dispatchTouchEvent", Map.of("type", "touchStart", "touchPoints", List.of(point)));
    call("Input.dispatchTouchEvent", Map.of("type", "touchEnd", "touchPoints", List.of()));
    long touchedNs = monotonicNs(evaluate("window.touchedMs").asDouble());
    if (touchedNs < sentNs - CLOCK_NS || touchedNs > System.nanoTime() + CLOCK_NS) {
      throw new IOException(
          "the page took a touch "
              + (touchedNs - sentNs)
              + " ns after it was made: expected a touch, by the clock of this machine");
    }
    return touchedNs;
  }

  private static long monotonicNs(double epochMs) {
    Instant now = Instant.now();
    long nowNs = System.nanoTime();
    double nowMs = now.getEpochSecond() * 1e3 + now.getNano() / NS_PER_MS;
    return nowNs - Math.round((nowMs - epochMs) * NS_PER_MS);
  }

  private JsonNode evaluate(String expression) throws IOException, InterruptedException {
    JsonNode answer =
        call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new IOException("the page refuses " + expression + ": " + answer);
    }
    return answer.path("result").path("value");
  }

  private JsonNode call(String method, Map<String, ?> parameters)
      throws IOException, InterruptedException {
    calls++;
    String text =
        json.writeValueAsString(Map.of("id", calls, "method", method, "params", parameters));
    CompletableFuture<WebSocket> sent = socket.sendText(text, true);
    sent.join();
    while (true) {
      String answer = heard.poll(ANSWER_S, TimeUnit.SECONDS);
      if (answer == null) {
        throw new IOException("the browser does not answer " + method);
      }
      JsonNode message = json.readTree(answer);
      if (message.has("error")) {
        throw new IOException("the browser refuses " + method + ": " + message.path("error"));
      } else if (message.path("id").asInt() == calls) {
        return message.path("result");
      }
    }
  }
}

package org.tenuto.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody who has the monitor's page open: reads its stream and counts. */
final class PageReader implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicLong messages = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private volatile @Nullable String ending;

  /**
   * Opens the stream.
   *
   * @param page where the page is
   */
  PageReader(String page) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(page).resolve("/api/site"))
            .header("Accept", "text/event-stream")
            .build();
    HttpResponse<Stream<String>> answer = client.send(request, HttpResponse.BodyHandlers.ofLines());
    if (answer.statusCode() != 200) {
      throw new IOException(page + ": expected a stream, got " + answer.statusCode());
    }
    Thread.ofPlatform().daemon().name("bench-page").start(() -> read(answer.body()));
  }

  private void read(Stream<String> lines) {
    try {
      lines.forEach(this::take);
    } catch (UncheckedIOException e) {
      ending = String.valueOf(e.getMessage()); // also when we close: nobody asks then
    }
  }

  /** Why the stream ended, one line; null while it goes on. */
  @Nullable String ending() {
    return ending;
  }

  private void take(String line) {
    bytes.addAndGet(line.length() + 1L);
    if (line.startsWith("data: ")) {
      messages.incrementAndGet();
    }
  }

  long messages() {
    return messages.get();
  }

  long bytes() {
    return bytes.get();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}

package org.tenuto.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A browser of this machine, without a screen, told what to do by its DevTools protocol. */
final class Chromium implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private static final List<String> FLAGS =
      List.of(
          "--headless=new",
          "--no-sandbox", // root of a container has no other way
          "--disable-gpu",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--window-size=800,480",
          "--remote-debugging-port=0");

  private static final String LISTENING = "DevTools listening on ws://";
  private static final long READY_S = 60;

  private final HttpClient http = HttpClient.newHttpClient();
  private final BenchFolder profile = new BenchFolder();
  private final CompletableFuture<String> listening = new CompletableFuture<>();
  private final LineProcess process;
  private final String address;

  /**
   * Starts it, and waits until it listens.
   *
   * @throws IOException one line: it is not ready
   */
  Chromium(Path program) throws IOException, InterruptedException {
    process =
        LineProcess.start(
            Stream.concat(
                    Stream.of(program.toString(), "--user-data-dir=" + profile.path()),
                    FLAGS.stream())
                .toList(),
            this::hear);
    try {
      address = listening.get(READY_S, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      close();
      throw new IOException(program + ": not ready within " + READY_S + " s", e);
    }
  }

  /** A browser on the PATH; null if there is none. */
  static @Nullable Path find() {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Stream.of(path.split(File.pathSeparator, -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  private void hear(String line) {
    if (line.startsWith(LISTENING)) {
      listening.complete(line.substring(LISTENING.length()).replaceFirst("/.*", ""));
    }
  }

  /** Opens a page in a tab of its own, which is then in front. */
  BrowserTab open(String url) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + address + "/json/new?" + url))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build();
    String answer = http.send(request, BodyHandlers.ofString()).body();
    String socket =
        new ObjectMapper().readTree(answer).path("webSocketDebuggerUrl").asText();
    return BrowserTab.of(http, URI.create(socket));
  }

  @Override
  public void close() throws IOException {
    List<ProcessHandle> children =
        ProcessHandle.of(process.pid()).stream().flatMap(ProcessHandle::descendants).toList();
    process.close();
    for (ProcessHandle child : children) { // they write to the profile until they end
      child.destroyForcibly();
      child.onExit().join();
    }
    profile.close();
  }
}

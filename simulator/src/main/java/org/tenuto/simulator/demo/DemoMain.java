package org.tenuto.simulator.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tenuto.config.CommandRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts a whole device on this machine, watches it, and stops it. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Simulator, executor, station, embedded MQTT broker and monitor together, on loopback.",
      "Ctrl-C stops everything. Research software: never connect it to a person."
    })
public final class DemoMain implements Callable<Integer> {

  private static final int BAD_INPUT = 2;
  private static final int MAX_PORT = 65_535;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "keep all state in DIR (default: a new temporary folder, removed at the end)")
  private @Nullable Path dir;

  @Option(
      names = "--port",
      defaultValue = "0",
      description = "port of the device page (default: any free one)")
  private int port;

  @Option(
      names = "--broker",
      paramLabel = "URL",
      description = "publish to this broker, e.g. mqtt://127.0.0.1:1883 (default: an embedded one)")
  private @Nullable String brokerUrl;

  @Option(
      names = "--auto",
      description = "run a one-minute infusion without a browser, check it and exit")
  private boolean auto;

  @Option(
      names = "--orders-only",
      description = "leave out the steps of a therapy session around an order")
  private boolean ordersOnly;

  private volatile @Nullable Demo demo;

  public static void main(String[] args) {
    System.exit(CommandRunner.run(new DemoMain(), args));
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > MAX_PORT) {
      System.err.println("demo: --port " + port + ": expected 0 to " + MAX_PORT);
      return BAD_INPUT;
    }
    Path launcher = Path.of(System.getProperty("tenuto.launcher", "./tenuto")).toAbsolutePath();
    var hook = new Thread(this::stopDemo, "demo-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    Path given = dir;
    try {
      Path home = given == null ? Files.createTempDirectory("tenuto-demo-") : given;
      Demo started = new Demo(launcher, DemoFiles.create(home, ordersOnly), port, brokerUrl);
      demo = started;
      started.start();
      int code = auto ? new AutoRun(started).run() : started.watch();
      stopDemo();
      if (given == null && code == 0) {
        DemoFiles.deleteTree(home);
      }
      return code;
    } catch (IOException e) {
      Demo ending = demo;
      // Told to end: what it could not reach any more is no failure of its own.
      if (ending == null || !ending.isStopping()) {
        System.err.println("demo: " + (e.getMessage() == null ? e : e.getMessage()));
      }
      stopDemo();
      return BAD_INPUT;
    }
  }

  /** Called at the end and from the shutdown hook, whichever comes first; the other waits. */
  private synchronized void stopDemo() {
    Demo running = demo;
    if (running != null) {
      running.stop();
      demo = null;
    }
  }
}

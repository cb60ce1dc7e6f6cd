package org.tenuto.executor;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.tenuto.config.CommandRunner;
import org.tenuto.config.ConfigException;
import org.tenuto.config.LibraryFiles;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.LibraryRefusedException;
import org.tenuto.link.ExecutorLink;
import org.tenuto.linux.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The executor process: owns the pump, runs the 1 kHz cycle, checks every hard limit itself. */
@Command(
    name = "executor",
    mixinStandardHelpOptions = true,
    description = {
      "The control process: the pump, the 1 kHz cycle, every hard limit.",
      "Ends on SIGTERM or Ctrl-C after the pump was told to stop.",
      "Research software: never connect it to a person."
    })
public final class ExecutorMain implements Callable<Integer> {

  private static final int BAD_INPUT = 2;

  @Option(names = "--config", required = true, paramLabel = "FILE", description = "TOML file")
  private Path config = Path.of("");

  @Option(
      names = "--demo",
      description = "accept a demo library; only on a pseudo-terminal, never on a real line")
  private boolean demo;

  @Option(
      names = "--bench",
      description = "run without an e-stop line: for the bench, with nothing connected")
  private boolean bench;

  public static void main(String[] args) {
    System.exit(CommandRunner.run(new ExecutorMain(), args));
  }

  @Override
  public Integer call() throws InterruptedException {
    String refusal = Platform.refusal();
    if (refusal != null) {
      System.err.println("executor: " + refusal);
      return BAD_INPUT;
    }
    try {
      run(ExecutorConfig.read(config));
      return 0;
    } catch (ConfigException | LibraryRefusedException | IOException e) {
      System.err.println("executor: " + e.getMessage());
      return BAD_INPUT;
    }
  }

  private void run(ExecutorConfig settings)
      throws IOException, LibraryRefusedException, InterruptedException {
    try (var pump = BoardPump.open(settings, ExecutorMain::say)) {
      requirePermission(pump, settings.panel());
      DrugLibrary library =
          DrugLibrary.load(
              LibraryFiles.read(settings.libraries()),
              LibraryFiles.readKeys(settings.trustedKeys(), settings.demoKeys()),
              demo);
      var nonces = new SecureRandom();
      long bootId = nonces.nextLong(1, Long.MAX_VALUE);
      try (var panel = BoardPanel.open(settings.panel());
          var link = ExecutorLink.open(settings.linkDir(), bootId)) {
        Path rehearsal = settings.linkDir().resolve("rehearsal");
        new LoopThread(
                pump,
                link,
                panel,
                library,
                settings.checks(),
                rehearsal,
                settings.cpu(),
                bootId,
                nonces)
            .runUntilSignal();
      }
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }

  private void requirePermission(BoardPump pump, PanelSettings panel) throws IOException {
    if (demo && !pump.isPty()) {
      throw new IOException(
          "--demo: " + pump.name() + " is a real line, expected a pseudo-terminal");
    }
    if (!demo && !bench && panel.eStop().isEmpty()) {
      throw new IOException(
          "no e-stop line is configured: expected panel.e_stop, --bench (nothing connected) or"
              + " --demo");
    }
  }
}

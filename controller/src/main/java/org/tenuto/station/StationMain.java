package org.tenuto.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.tenuto.config.CommandRunner;
import org.tenuto.config.ConfigException;
import org.tenuto.dose.LibraryRefusedException;
import org.tenuto.journal.JournalException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The station process: the device page, the record and the telemetry. */
@Command(
    name = "station",
    mixinStandardHelpOptions = true,
    description = {
      "The device page, the record and the telemetry around the executor.",
      "Research software: never connect it to a person."
    })
public final class StationMain implements Callable<Integer> {

  private static final int BAD_INPUT = 2;

  @Option(names = "--config", required = true, paramLabel = "FILE", description = "TOML file")
  private Path config = Path.of("");

  @Option(names = "--demo", description = "accept a demo library")
  private boolean demo;

  public static void main(String[] args) {
    System.exit(CommandRunner.run(new StationMain(), args));
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      StationConfig settings = StationConfig.read(config);
      Station station = Station.start(settings, Files.readString(config), demo);
      var ended = new CountDownLatch(1);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    station.close();
                    ended.countDown();
                  },
                  "station-stop"));
      System.out.println("station ready: " + station.url());
      ended.await();
      return 0;
    } catch (ConfigException
        | LibraryRefusedException
        | JournalException
        | IllegalArgumentException
        | IOException e) {
      System.err.println("station: " + e.getMessage());
      return BAD_INPUT;
    }
  }
}

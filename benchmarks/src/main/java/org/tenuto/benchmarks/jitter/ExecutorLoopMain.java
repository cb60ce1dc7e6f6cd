package org.tenuto.benchmarks.jitter;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.tenuto.benchmarks.ParentWatch;
import org.tenuto.control.NoPanel;
import org.tenuto.control.check.CheckThresholds;
import org.tenuto.dose.LibraryRefusedException;
import org.tenuto.driver.newera.NewEraModel;
import org.tenuto.executor.BoardPanel;
import org.tenuto.executor.BoardPump;
import org.tenuto.executor.LoopThread;
import org.tenuto.library.ShippedLibrary;
import org.tenuto.link.ExecutorLink;

/**
 * A process that is the executor but for its configuration, and for telling its wake-ups: arguments
 * line, folder of the link, log, processor, and {@code storm} for an allocation storm beside the
 * loop.
 */
final class ExecutorLoopMain {

  private static final int BAUD = 19_200;
  private static final int STORM = 4;

  private ExecutorLoopMain() {}

  public static void main(String[] args)
      throws IOException, LibraryRefusedException, InterruptedException {
    ParentWatch.start();
    if (args.length > STORM) {
      AllocationStorm.start();
    }
    Path folder = Path.of(args[1]);
    var random = new SecureRandom();
    long bootId = random.nextLong(1, Long.MAX_VALUE);
    var none = new NoPanel();
    try (var pump =
            BoardPump.serial(NewEraModel.NE_1000, args[0], BAUD, ExecutorLoopMain::say);
        var panel = new BoardPanel(none, none, false, () -> {});
        var link = ExecutorLink.open(folder, bootId)) {
      new LoopThread(
              pump,
              link,
              panel,
              ShippedLibrary.load(false),
              CheckThresholds.USUAL,
              folder.resolve("rehearsal"),
              Integer.parseInt(args[3]),
              bootId,
              random)
          .tellWakeUps(WakeLog.open(Path.of(args[2])))
          .runUntilSignal();
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }
}

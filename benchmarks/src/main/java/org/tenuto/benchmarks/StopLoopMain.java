package org.tenuto.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
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
 * A process that is the executor but for its configuration, and for its e-stop, which is a flag in
 * shared memory: arguments line, folder of the link, flag, processor.
 */
final class StopLoopMain {

  private static final int BAUD = 19_200;

  private StopLoopMain() {}

  public static void main(String[] args)
      throws IOException, LibraryRefusedException, InterruptedException {
    ParentWatch.start();
    Path folder = Path.of(args[1]);
    var random = new SecureRandom();
    long bootId = random.nextLong(1, Long.MAX_VALUE);
    var flag = MappedFlag.open(Path.of(args[2]));
    try (var pump =
            BoardPump.serial(NewEraModel.NE_1000, args[0], BAUD, StopLoopMain::say);
        var panel = new BoardPanel(new NoPanel(), flag, true, () -> {});
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
          .runUntilSignal();
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }
}

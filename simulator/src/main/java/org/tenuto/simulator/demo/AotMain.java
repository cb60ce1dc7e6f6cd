package org.tenuto.simulator.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tenuto.config.CommandRunner;
import picocli.CommandLine.Command;

/** {@code tenuto aot}: makes the caches from which executor and station start sooner. */
@Command(
    name = "aot",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the JVM's ahead-of-time caches from which executor and station start sooner, by a",
      "short session of both on a simulated pump. The build does it; do it again after a change",
      "of the JDK. A cache that does not fit its jars or JDK, or is damaged, is never used.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:made", "1:could not be made, all starts as without", "2:bad usage"})
public final class AotMain implements Callable<Integer> {

  private static final int FAILED = 1;

  private @Nullable AotRun run;

  public static void main(String[] args) {
    System.exit(CommandRunner.run(new AotMain(), args));
  }

  @Override
  public Integer call() {
    Path launcher = Path.of(System.getProperty("tenuto.launcher", "./tenuto")).toAbsolutePath();
    Path to = Path.of(System.getProperty("tenuto.aot", "controller/target/aot")).toAbsolutePath();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "aot-stop"));
    try {
      Files.createDirectories(to);
      if (!Files.isWritable(to)) {
        throw new IOException(to + ": can't be written, expected a folder of this user's");
      }
      AotRun started = start(launcher, to);
      started.play();
      started.keepCaches();
      return 0;
    } catch (IOException e) {
      System.err.println("aot: " + e.getMessage());
      return FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      System.err.println("aot: interrupted");
      return FAILED;
    } finally {
      close();
    }
  }

  private synchronized AotRun start(Path launcher, Path to) throws IOException {
    AotRun started = AotRun.create(launcher, to);
    run = started;
    return started;
  }

  /** Called at the end and from the shutdown hook, whichever comes first; the other waits. */
  private synchronized void close() {
    AotRun ending = run;
    run = null;
    if (ending != null) {
      ending.close();
    }
  }
}

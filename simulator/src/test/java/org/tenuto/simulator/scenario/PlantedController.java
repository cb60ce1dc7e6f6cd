package org.tenuto.simulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.tenuto.simulator.virtual.PumpKind;

/** The controller with a patch applied: compiled from the source tree, run in a JVM of its own. */
final class PlantedController {

  /** The source tree; the tests of a module run in its folder. */
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  private static final String CLASS_PATH = System.getProperty("java.class.path");

  /** The storm's exit code when a promise was broken. */
  private static final int BROKEN = 1;

  /** For a storm that hangs, not for a slow machine. */
  private static final long HANGS_MIN = 60;

  private final Path folder;

  /**
   * Compiles it.
   *
   * @param folder an empty one, for its classes
   */
  PlantedController(Patch patch, Path folder) throws IOException {
    this.folder = folder;
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Source> sources =
        patch.applyTo(HOME).entrySet().stream().map(PlantedController::source).toList();
    StringWriter said = new StringWriter();
    List<String> options =
        List.of("-d", folder.toString(), "-cp", CLASS_PATH, "-proc:none", "-nowarn");
    if (!compiler.getTask(said, null, null, options, null, sources).call()) {
      throw new IllegalStateException("patch " + patch.name() + " does not compile: " + said);
    }
  }

  private static Source source(Map.Entry<String, String> changed) {
    return new Source(HOME.resolve(changed.getKey()).toUri(), changed.getValue());
  }

  /** The storm's result over these seeds; it ends with the first promise that is broken. */
  JsonNode storm(long first, long last, Budget budget, PumpKind pump)
      throws IOException, InterruptedException {
    Path json = folder.resolve("storm.json");
    Path errors = folder.resolve("storm.err");
    Process storm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                folder + File.pathSeparator + CLASS_PATH,
                ScenarioMain.class.getName(),
                "storm",
                "--seeds",
                first + ".." + last,
                "--budget",
                budget.text(),
                "--pump",
                pump.text(),
                "--threads",
                "1",
                "--no-shrink",
                "--json")
            .redirectOutput(json.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      if (!storm.waitFor(HANGS_MIN, TimeUnit.MINUTES)) {
        throw new IllegalStateException("the storm does not end within " + HANGS_MIN + " min");
      }
    } finally {
      storm.destroyForcibly();
    }
    if (storm.exitValue() != BROKEN || Files.size(json) == 0) {
      throw new IllegalStateException(
          "the storm ends with "
              + storm.exitValue()
              + ", expected a broken promise: "
              + Files.readString(json)
              + Files.readString(errors));
    }
    return new ObjectMapper().readTree(json.toFile());
  }

  /** A source file that is not on disk as it is here. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(URI path, String text) {
      super(path, JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}

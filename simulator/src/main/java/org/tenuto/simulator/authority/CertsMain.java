package org.tenuto.simulator.authority;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.util.IPAddress;
import org.jspecify.annotations.Nullable;
import org.tenuto.config.CommandRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tenuto certs}: a test authority. */
@Command(
    name = "certs",
    mixinStandardHelpOptions = true,
    description = {
      "Certificates for brokers, devices and monitors, from a test authority.",
      CertsMain.NOTICE
    })
public final class CertsMain implements Runnable {

  static final String NOTICE =
      "For tests and teaching: keys lie in files, nothing can be revoked. Nothing is overwritten.";

  private static final Duration AUTHORITY_LIFE = Duration.ofDays(365);
  private static final int MOST_DAYS = 365;
  private static final int LONGEST_NAME = 64;
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern HOST =
      Pattern.compile("(?=.{1,64}$)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"
          + "(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");

  private final Instant now = Instant.now();

  @Spec private @Nullable CommandSpec spec;

  public static void main(String[] args) {
    System.exit(CommandRunner.run(new CertsMain(), args));
  }

  @Override
  public void run() {
    throw bad("expected init, broker, device or monitor");
  }

  @Command(description = "Makes the authorities of brokers, devices and monitors, once.")
  int init(
      @Parameters(paramLabel = "DIR", description = "folder, made if it is not there") Path dir) {
    return done(
        () -> {
          Files.createDirectories(
              dir,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
          CertificateFolder folder = new CertificateFolder(dir);
          for (Role role : Role.values()) {
            folder.requireFree(role.authority());
          }
          for (Role role : Role.values()) {
            String name = "Tenuto test authority of " + role.authority();
            folder.write(role.authority(), new Issuing(now).authority(name, AUTHORITY_LIFE));
            say(folder, role.authority());
          }
        });
  }

  @Command(description = "A broker's, for one host name or address.")
  int broker(
      @Parameters(paramLabel = "DIR", description = "folder of the authorities") Path dir,
      @Option(names = "--host", required = true, paramLabel = "HOST",
          description = "as devices and monitors call it") String host,
      @Option(names = "--days", defaultValue = "90", paramLabel = "DAYS",
          description = "how long it is good, 1 to 365 (default ${DEFAULT-VALUE})") int days) {
    boolean address = IPAddress.isValid(host);
    if (!address && !HOST.matcher(host).matches()) {
      throw bad("--host '" + host + "': expected a host name of at most 64 letters, or an address");
    }
    GeneralName name =
        new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
    Duration life = life(days);
    String file = "broker-" + host.replace(':', '.');
    return done(
        () -> write(dir, file, Role.BROKER, by -> new Issuing(now).broker(by, name, host, life)));
  }

  @Command(description = "A device's, to publish as site and device.")
  int device(
      @Parameters(paramLabel = "DIR", description = "folder of the authorities") Path dir,
      @Option(names = "--site", required = true, paramLabel = "S",
          description = "as in the station's file") String site,
      @Option(names = "--device", required = true, paramLabel = "D",
          description = "as in the station's file") String device,
      @Option(names = "--days", defaultValue = "90", paramLabel = "DAYS",
          description = "how long it is good, 1 to 365 (default ${DEFAULT-VALUE})") int days) {
    String name = word("--site", site) + "/" + word("--device", device);
    if (name.length() > LONGEST_NAME) {
      throw bad("--site and --device '" + name + "': expected 63 letters together at most");
    }
    return issue(dir, "device-" + device + "@" + site, Role.DEVICE, name, days);
  }

  @Command(description = "A monitor's, to read what every device publishes.")
  int monitor(
      @Parameters(paramLabel = "DIR", description = "folder of the authorities") Path dir,
      @Option(names = "--name", required = true, paramLabel = "N",
          description = "whose it is") String name,
      @Option(names = "--days", defaultValue = "90", paramLabel = "DAYS",
          description = "how long it is good, 1 to 365 (default ${DEFAULT-VALUE})") int days) {
    return issue(dir, "monitor-" + word("--name", name), Role.MONITOR, name, days);
  }

  private int issue(Path dir, String file, Role role, String name, int days) {
    Duration life = life(days);
    return done(
        () -> write(dir, file, role, by -> new Issuing(now).certificate(by, role, name, life)));
  }

  private interface Making {
    Issued by(Issued authority) throws IOException;
  }

  private void write(Path dir, String file, Role role, Making making) throws IOException {
    CertificateFolder folder = new CertificateFolder(dir);
    Issued authority = folder.read(role.authority());
    if (now.isAfter(authority.certificate().getNotAfter().toInstant())) {
      throw new IOException(
          folder.certificate(role.authority()) + ": was good to "
              + authority.certificate().getNotAfter().toInstant() + ", make another authority");
    }
    folder.write(file, making.by(authority));
    say(folder, file);
  }

  private void say(CertificateFolder folder, String name) {
    spec().commandLine().getOut().println(folder.certificate(name) + "  " + folder.key(name));
  }

  private interface Work {
    void run() throws IOException;
  }

  private int done(Work work) {
    PrintWriter out = spec().commandLine().getOut();
    try {
      work.run();
      out.println(NOTICE);
      out.flush();
      return 0;
    } catch (IOException e) {
      out.flush();
      spec().commandLine().getErr().println("certs: " + e.getMessage());
      return 2;
    }
  }

  private Duration life(int days) {
    if (days < 1 || days > MOST_DAYS) {
      throw bad("--days " + days + ": expected 1 to " + MOST_DAYS);
    }
    return Duration.ofDays(days);
  }

  private String word(String option, String value) {
    if (!WORD.matcher(value).matches()) {
      throw bad(option + " '" + value + "': expected 1 to 64 letters, digits, '.', '_' or '-'");
    }
    return value;
  }

  private ParameterException bad(String message) {
    return new ParameterException(spec().commandLine(), message);
  }

  private CommandSpec spec() {
    return Objects.requireNonNull(spec);
  }
}

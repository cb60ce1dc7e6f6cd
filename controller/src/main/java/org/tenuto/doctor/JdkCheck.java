package org.tenuto.doctor;

/** The Java that runs. */
record JdkCheck(Runtime.Version version, String vendor) implements Check {

  private static final String THING = "JDK";
  private static final int WANTED = 25;

  @Override
  public Finding look() {
    String found = version + ", " + vendor;
    return version.feature() == WANTED
        ? Finding.ok(THING, found)
        : Finding.missing(THING, found, "Install a JDK 25, or set JAVA_HOME to one.");
  }
}

package org.tenuto.config;

/** Which build of Tenuto this is. */
public final class Build {

  private static final String VERSION = "0.1.0";

  private Build() {}

  /** Version and commit, e.g. {@code 0.1.0 (1a2b3c4d5e6f)}; the launcher knows the commit. */
  public static String text() {
    return VERSION + " (" + System.getProperty("tenuto.commit", "unknown") + ")";
  }
}

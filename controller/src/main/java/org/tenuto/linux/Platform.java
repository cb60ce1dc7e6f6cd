package org.tenuto.linux;

import org.jspecify.annotations.Nullable;

/**
 * Whether this system is one whose kernel and C library this room can call. Apart from {@link
 * Native}, which can't even be loaded elsewhere. Any thread.
 */
public final class Platform {

  private Platform() {}

  /** Why this system can't be used, in words; null if it can. */
  public static @Nullable String refusal() {
    return refusal(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static @Nullable String refusal(String osName, String osArch) {
    if (!osName.equals("Linux")) {
      return "needs Linux, this is " + osName;
    }
    return osArch.equals("amd64") || osArch.equals("aarch64")
        ? null
        : "needs x86-64 or arm64, this is " + osArch;
  }
}

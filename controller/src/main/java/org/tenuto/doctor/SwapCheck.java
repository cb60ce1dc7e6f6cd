package org.tenuto.doctor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Swap: a page of the loop that was written out comes back milliseconds late. */
record SwapCheck(KernelFiles files) implements Check {

  private static final String THING = "swap";
  private static final Pattern TOTAL = Pattern.compile("(?m)^SwapTotal:\\s+(\\d{1,18}) kB$");

  @Override
  public Finding look() {
    Long totalKb = totalKb(files.text("proc/meminfo"));
    if (totalKb == null) {
      return Finding.ok(THING, "unknown, /proc/meminfo does not say");
    }
    return totalKb == 0
        ? Finding.ok(THING, "none")
        : Finding.degraded(
            THING,
            totalKb / 1024 + " MiB",
            "Turn it off (swapoff -a), or see that memory can be locked, under real time above.");
  }

  private static @Nullable Long totalKb(@Nullable String meminfo) {
    Matcher total = TOTAL.matcher(meminfo == null ? "" : meminfo);
    return total.find() ? Long.valueOf(total.group(1)) : null;
  }
}

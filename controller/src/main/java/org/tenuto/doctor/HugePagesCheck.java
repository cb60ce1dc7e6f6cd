package org.tenuto.doctor;

/** Transparent huge pages: where they are always used, the kernel stalls threads to make them. */
record HugePagesCheck(KernelFiles files) implements Check {

  private static final String THING = "huge pages";

  @Override
  public Finding look() {
    String enabled = files.text("sys/kernel/mm/transparent_hugepage/enabled");
    if (enabled == null) {
      return Finding.ok(THING, "this kernel has none");
    }
    String chosen = enabled.replaceFirst(".*\\[(\\w+)].*", "$1");
    return chosen.equals("always")
        ? Finding.degraded(
            THING,
            "always",
            "Write madvise to /sys/kernel/mm/transparent_hugepage/enabled: compaction stalls.")
        : Finding.ok(THING, chosen);
  }
}

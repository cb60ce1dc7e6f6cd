package org.tenuto.doctor;

/** The kernel's lists of processors, e.g. {@code 0-2,7}. */
final class CpuList {

  private CpuList() {}

  /** Whether the list names a processor; an item that is no number or range names none. */
  static boolean contains(String list, int cpu) {
    for (String item : list.split(",", -1)) {
      if (item.matches("\\d{1,6}(-\\d{1,6})?")) {
        String[] bounds = item.split("-", -1);
        int first = Integer.parseInt(bounds[0]);
        int last = Integer.parseInt(bounds[bounds.length - 1]);
        if (cpu >= first && cpu <= last) {
          return true;
        }
      }
    }
    return false;
  }
}

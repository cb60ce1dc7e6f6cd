package org.tenuto.monitor;

/** A device as its topics name it. */
record DeviceName(String site, String device) {

  @Override
  public String toString() {
    return site + "/" + device;
  }
}

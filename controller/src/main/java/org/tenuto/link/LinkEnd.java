package org.tenuto.link;

/** The two ends: what each is called and how large it is. */
enum LinkEnd {
  STATION(LinkLayout.STATION_FILE, LinkLayout.STATION_MAGIC, LinkLayout.STATION_BYTES),
  EXECUTOR(LinkLayout.EXECUTOR_FILE, LinkLayout.EXECUTOR_MAGIC, LinkLayout.EXECUTOR_BYTES);

  final String fileName;
  final long magic;
  final int bytes;

  LinkEnd(String fileName, long magic, int bytes) {
    this.fileName = fileName;
    this.magic = magic;
    this.bytes = bytes;
  }
}

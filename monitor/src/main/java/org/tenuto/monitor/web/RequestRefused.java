package org.tenuto.monitor.web;

/** A request that is not served: the status and a line for whoever asked. */
final class RequestRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String text;

  RequestRefused(int status, String text) {
    super(text, null, false, false);
    this.status = status;
    this.text = text;
  }

  int status() {
    return status;
  }

  String text() {
    return text;
  }
}

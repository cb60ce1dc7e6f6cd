package org.tenuto.web;

/** A request that is not served: becomes {@code {"error":{"code","field","text"}}}. */
final class RequestRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String field;
  private final String text;

  /**
   * A refusal.
   *
   * @param status HTTP status
   * @param code stable reason code
   * @param field the field it is about; empty if it is about none
   * @param text one line: the thing, its value and what was expected
   */
  RequestRefused(int status, String code, String field, String text) {
    super(text, null, false, false);
    this.status = status;
    this.code = code;
    this.field = field;
    this.text = text;
  }

  /** A field that is wrong. */
  static RequestRefused field(String field, String code, String text) {
    return new RequestRefused(400, code, field, text);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String field() {
    return field;
  }

  String text() {
    return text;
  }
}

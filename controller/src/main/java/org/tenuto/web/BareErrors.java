package org.tenuto.web;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Requests so malformed that no route sees them: one line of JSON, no echo of what was sent. */
final class BareErrors implements Request.Handler {

  private final StaffDesk staff;

  /**
   * Answers of one device.
   *
   * @param staff is told of each
   */
  BareErrors(StaffDesk staff) {
    this.staff = staff;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String code = "HTTP_" + response.getStatus();
    staff.refused(code);
    String body = Json.write(Answers.errorBody(code, "", "Request not understood"));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Answers.JSON);
    Content.Sink.write(response, true, body, callback);
    return true;
  }
}

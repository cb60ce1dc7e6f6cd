package org.tenuto.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;

/** How answers are written: always JSON, an error always one line. */
final class Answers {

  static final String JSON = "application/json; charset=utf-8";

  private Answers() {}

  static void json(Context ctx, int status, ObjectNode json) {
    ctx.status(status).contentType(JSON).result(Json.write(json));
  }

  static void error(Context ctx, int status, String code, String field, String text) {
    json(ctx, status, errorBody(code, field, text));
  }

  static ObjectNode errorBody(String code, String field, String text) {
    ObjectNode json = Json.object();
    json.putObject("error").put("code", code).put("field", field).put("text", text);
    return json;
  }
}

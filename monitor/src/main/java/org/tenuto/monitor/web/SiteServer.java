package org.tenuto.monitor.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page's server. Started once, closed once. */
public final class SiteServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SiteServer.class);

  /** The streams, and as many again for all that is quick. */
  private static final int THREADS_AT_MOST = 2 * SiteFeed.CLIENTS_AT_MOST + 8;

  /** A connection on which nothing moves for so long is dropped. */
  private static final long IDLE_MS = 5_000;

  /** Bounds what a client that doesn't read can pile up before its writer waits. */
  private static final int SEND_BUFFER_BYTES = 256 * 1024;

  private static final String TEXT = "text/plain; charset=utf-8";

  private final Javalin app;
  private final SiteFeed feed;
  private final InetAddress bound;

  private SiteServer(Javalin app, SiteFeed feed, InetAddress bound) {
    this.app = app;
    this.feed = feed;
    this.bound = bound;
  }

  /**
   * Starts serving.
   *
   * @param bind this computer's address to listen on
   * @param port TCP port; 0 takes a free one
   * @param clock monotonic ns, the one the site is told with
   * @throws IOException if the port is taken; the message is one line
   */
  public static SiteServer start(InetAddress bind, int port, Site site, LongSupplier clock)
      throws IOException {
    ServerSocketChannel socket = bound(bind, port);
    RequestGate gate = new RequestGate(socket.socket().getLocalPort(), !bind.isLoopbackAddress());
    SiteFeed feed = new SiteFeed(site, clock);
    Routes routes = new Routes(site, feed, clock);
    Javalin app = Javalin.create(config -> configure(config, socket, gate, routes));
    app.start();
    return new SiteServer(app, feed, bind);
  }

  private static ServerSocketChannel bound(InetAddress bind, int port) throws IOException {
    ServerSocketChannel socket = ServerSocketChannel.open();
    try {
      return socket.bind(new InetSocketAddress(bind, port));
    } catch (IOException e) {
      socket.close();
      throw new BindException(
          "port %d on %s can't be used (%s): expected a free port, or 0 for any"
              .formatted(port, bind.getHostAddress(), e.getMessage()));
    }
  }

  /** Where to point the browser. */
  public String url() {
    String host = bound.getHostAddress();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + app.port() + "/";
  }

  @Override
  public void close() {
    feed.close();
    app.stop();
  }

  private static void configure(
      JavalinConfig config, ServerSocketChannel socket, RequestGate gate, Routes routes) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.maxRequestSize = 0;
    config.jetty.threadPool = new QueuedThreadPool(THREADS_AT_MOST, 2);
    config.jetty.addConnector((server, http) -> connector(server, http, socket));
    config.jetty.modifyServer(server -> server.setErrorHandler(SiteServer::bare));
    config.routes.before(gate::check);
    new PageFiles()
        .byPath()
        .forEach(
            (path, file) ->
                config.routes.get(
                    path, ctx -> ctx.contentType(file.contentType()).result(file.text())));
    config.routes.get("/api/site", routes::site);
    config.routes.get("/api/device", routes::device);
    config.routes.exception(RequestRefused.class, (e, ctx) -> refused(ctx, e.status(), e.text()));
    config.routes.exception(
        HttpResponseException.class,
        (e, ctx) -> refused(ctx, e.getStatus(), e.getStatus() == 404 ? "No such page" : "Refused"));
    config.routes.exception(
        Exception.class,
        (e, ctx) -> {
          LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
          refused(ctx, 500, "The monitor failed to answer: see its log");
        });
  }

  private static ServerConnector connector(
      Server server, HttpConfiguration http, ServerSocketChannel socket) {
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setIdleTimeout(IDLE_MS);
    connector.setAcceptedSendBufferSize(SEND_BUFFER_BYTES);
    try {
      connector.open(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return connector;
  }

  /** Requests so malformed that no route sees them: one line, no echo of what was sent. */
  private static boolean bare(
      org.eclipse.jetty.server.Request request,
      org.eclipse.jetty.server.Response response,
      org.eclipse.jetty.util.Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, TEXT);
    Content.Sink.write(response, true, "Request not understood\n", callback);
    return true;
  }

  private static void refused(Context ctx, int status, String text) {
    ctx.status(status).contentType(TEXT).result(text + "\n");
  }

  /** What is asked for but the page itself. */
  private record Routes(Site site, SiteFeed feed, LongSupplier clock) {

    /** Keeps its thread for as long as the stream lasts. */
    void site(Context ctx) throws IOException {
      String accept = ctx.header("Accept");
      if (accept == null || !accept.contains("text/event-stream")) {
        throw new RequestRefused(406, "Accept is not an event stream: expected text/event-stream");
      }
      if (!feed.enter()) {
        throw new RequestRefused(503, "Too many pages: at most " + SiteFeed.CLIENTS_AT_MOST);
      }
      try {
        ctx.header("Connection", "close").contentType("text/event-stream; charset=utf-8");
        feed.serve(ctx.res().getOutputStream());
      } catch (IOException e) {
        LOG.debug("a page is gone: {}", e.toString());
      } finally {
        feed.leave();
      }
    }

    void device(Context ctx) {
      @Nullable String json =
          site.device(asked(ctx, "site"), asked(ctx, "device"), clock.getAsLong());
      if (json == null) {
        throw new RequestRefused(404, "No such device");
      }
      ctx.contentType("application/json").result(json);
    }

    private static String asked(Context ctx, String name) {
      String value = ctx.queryParam(name);
      return value == null ? "" : value;
    }
  }
}

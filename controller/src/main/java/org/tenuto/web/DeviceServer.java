package org.tenuto.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Set;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The device page's server on 127.0.0.1. Started once, closed once. */
public final class DeviceServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DeviceServer.class);

  private static final String LOOPBACK = "127.0.0.1";

  /** The live pages and the six commands that may wait, and as many again for all that is quick. */
  private static final int THREADS_AT_MOST = 2 * (LiveFeed.CLIENTS_AT_MOST + 6);

  /** A connection on which nothing moves for so long is dropped. */
  private static final long IDLE_MS = 5_000;

  /** Bounds what a client that doesn't read can pile up before its writer waits. */
  private static final int SEND_BUFFER_BYTES = 64 * 1024;

  /** Statuses of refusals that are counted and put on record. */
  private static final Set<Integer> TOLD = Set.of(401, 403, 413, 415, 429);

  private final Javalin app;
  private final LiveFeed feed;

  private DeviceServer(Javalin app, LiveFeed feed) {
    this.app = app;
    this.feed = feed;
  }

  /**
   * Starts serving.
   *
   * @param port TCP port on 127.0.0.1; 0 takes a free one
   * @param desk whom the page talks to
   * @throws IOException if the port is taken; the message is one line for staff
   */
  public static DeviceServer start(int port, DeviceDesk desk) throws IOException {
    PageFiles files = new PageFiles();
    ServerSocketChannel socket = bind(port);
    RequestGate gate = new RequestGate(socket.socket().getLocalPort());
    LiveFeed feed = new LiveFeed(desk);
    Javalin app = Javalin.create(config -> configure(config, socket, gate, feed, files, desk));
    DeviceServer server = new DeviceServer(app, feed);
    app.start();
    LOG.info("device page on {}", server.url());
    return server;
  }

  private static ServerSocketChannel bind(int port) throws IOException {
    ServerSocketChannel socket = ServerSocketChannel.open();
    try {
      return socket.bind(new InetSocketAddress(InetAddress.ofLiteral(LOOPBACK), port));
    } catch (IOException e) {
      socket.close();
      throw new BindException(
          "port %d on %s can't be used (%s): expected a free port, or 0 for any"
              .formatted(port, LOOPBACK, e.getMessage()));
    }
  }

  /** The port it listens on. */
  public int port() {
    return app.port();
  }

  /** Where to point the browser. */
  public String url() {
    return "http://" + LOOPBACK + ":" + port() + "/";
  }

  /** Event streams that are open. */
  int streams() {
    return feed.clients();
  }

  @Override
  public void close() {
    feed.close();
    app.stop();
  }

  private static void configure(
      JavalinConfig config,
      ServerSocketChannel socket,
      RequestGate gate,
      LiveFeed feed,
      PageFiles files,
      DeviceDesk desk) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = RequestGate.BODY_AT_MOST;
    config.jetty.threadPool = new QueuedThreadPool(THREADS_AT_MOST, 2);
    config.jetty.addConnector((server, http) -> connector(server, http, socket));
    config.jetty.modifyServer(server -> harden(server, desk.staff()));
    StaffGate staffGate = new StaffGate(desk.staff(), socket.socket().getLocalPort());
    config.routes.before(gate::check);
    config.routes.before(staffGate::check);
    pageRoutes(config.routes, files);
    readRoutes(config.routes, feed, desk);
    commandRoutes(config.routes, new CommandRoutes(desk, feed));
    new StaffRoutes(desk.staff(), staffGate, feed).add(config.routes);
    new SessionRoutes(desk, feed).add(config.routes);
    new ObservationRoutes(desk, feed).add(config.routes);
    errorRoutes(config.routes, desk.staff());
  }

  /** A body is awaited without a thread: no number of slow senders takes the page's. */
  private static void harden(Server server, StaffDesk staff) {
    server.setErrorHandler(new BareErrors(staff));
    server.setHandler(
        new EagerContentHandler(
            new EagerContentHandler.RetainedContentLoaderFactory(
                2 * RequestGate.BODY_AT_MOST, 0, false)));
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

  private static void pageRoutes(RoutesConfig routes, PageFiles files) {
    files
        .byPath()
        .forEach(
            (path, file) ->
                routes.get(path, ctx -> ctx.contentType(file.contentType()).result(file.text())));
  }

  private static void readRoutes(RoutesConfig routes, LiveFeed feed, DeviceDesk desk) {
    routes.get("/api/catalogue", ctx -> Answers.json(ctx, 200, CatalogueJson.of(desk.catalogue())));
    routes.get("/api/status", ctx -> Answers.json(ctx, 200, feed.now()));
    routes.get("/api/signals", ctx -> Answers.json(ctx, 200, SignalsJson.of()));
    routes.get("/api/trace", ctx -> Answers.json(ctx, 200, feed.traceNow()));
    routes.get("/api/live", ctx -> live(ctx, feed));
  }

  /** Keeps its thread for as long as the stream lasts. */
  private static void live(Context ctx, LiveFeed feed) throws IOException {
    String accept = ctx.header("Accept");
    if (accept == null || !accept.contains("text/event-stream")) {
      throw new RequestRefused(
          406, "NOT_A_STREAM", "", "Accept is not an event stream: expected text/event-stream");
    }
    if (!feed.enter()) {
      throw new RequestRefused(
          503, "BUSY", "", "Too many live pages: at most " + LiveFeed.CLIENTS_AT_MOST);
    }
    try {
      ctx.header("Connection", "close").contentType("text/event-stream");
      feed.serve(ctx.res().getOutputStream());
    } catch (IOException e) {
      LOG.info("a live page is gone: {}", e.toString());
    } finally {
      feed.leave();
    }
  }

  private static void commandRoutes(RoutesConfig routes, CommandRoutes commands) {
    routes.post("/api/stop", commands::stop);
    routes.post("/api/pause", commands::pause);
    routes.post("/api/propose", commands::propose);
    routes.post("/api/figures", commands::figures);
    routes.post("/api/change", commands::change);
    routes.post("/api/start", commands::start);
    routes.post("/api/prime", commands::proposePriming);
    routes.post("/api/prime/start", commands::startPriming);
    routes.post("/api/resume", commands::resume);
    routes.post("/api/reset", commands::reset);
    routes.post("/api/acknowledge", commands::acknowledge);
    routes.post("/api/pause-audio", commands::pauseAudio);
    routes.post("/api/seen", commands::seen);
  }

  /** A refusal for who sent it or how large it is, is an attack until somebody knows better. */
  private static void errorRoutes(RoutesConfig routes, StaffDesk staff) {
    routes.exception(
        RequestRefused.class,
        (e, ctx) -> {
          if (TOLD.contains(e.status())) {
            staff.refused(e.code());
          }
          Answers.error(ctx, e.status(), e.code(), e.field(), e.text());
        });
    routes.exception(
        HttpResponseException.class,
        (e, ctx) -> Answers.error(ctx, e.getStatus(), "HTTP_" + e.getStatus(), "", reason(e)));
    routes.exception(
        Exception.class,
        (e, ctx) -> {
          LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
          Answers.error(ctx, 500, "INTERNAL", "", "The station failed to answer: see its log");
        });
  }

  private static String reason(HttpResponseException e) {
    return switch (e.getStatus()) {
      case 404 -> "No such page";
      case 405 -> "This page does not take that method";
      default -> "Request not served";
    };
  }
}

package org.tenuto.simulator.scenario;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A report as somebody reads it who knows nothing of how it was made. Refuses what is not XML. */
final class Paper {

  private final Document page;
  private final Map<String, List<String>> rows = new LinkedHashMap<>();

  Paper(String html) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    page =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    for (Element row : elements("tr")) {
      String id = row.getAttribute("id");
      if (!id.isEmpty() && rows.put(id, cells(row)) != null) {
        throw new AssertionError("row " + id + " stands twice");
      }
    }
  }

  private static List<String> cells(Element row) {
    List<String> cells = new ArrayList<>();
    NodeList all = row.getElementsByTagName("td");
    for (int i = 0; i < all.getLength(); i++) {
      cells.add(all.item(i).getTextContent());
    }
    return cells;
  }

  List<Element> elements(String tag) {
    List<Element> found = new ArrayList<>();
    NodeList all = page.getElementsByTagName(tag);
    for (int i = 0; i < all.getLength(); i++) {
      found.add((Element) all.item(i));
    }
    return found;
  }

  /** How many elements of a class there are. */
  long count(String tag, String kind) {
    return elements(tag).stream()
        .filter(one -> List.of(one.getAttribute("class").split(" ")).contains(kind))
        .count();
  }

  /** Where texts of a kind stand in the drawing. */
  List<Double> places(String kind, String coordinate) {
    return elements("text").stream()
        .filter(one -> List.of(one.getAttribute("class").split(" ")).contains(kind))
        .map(one -> Double.valueOf(one.getAttribute(coordinate)))
        .toList();
  }

  /** The cells of the row with that id. */
  List<String> row(String id) {
    List<String> cells = rows.get(id);
    if (cells == null) {
      throw new AssertionError("no row " + id + ", only " + rows.keySet());
    }
    return cells;
  }

  /** The rows whose id begins like this. */
  Map<String, List<String>> rows(String start) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    rows.forEach(
        (id, cells) -> {
          if (id.startsWith(start)) {
            found.put(id, cells);
          }
        });
    return found;
  }

  /** The value beside a name. */
  String fact(String name) {
    for (Element row : elements("tr")) {
      NodeList names = row.getElementsByTagName("th");
      if (names.getLength() == 1 && names.item(0).getTextContent().equals(name)) {
        return cells(row).getFirst();
      }
    }
    throw new AssertionError("no " + name);
  }

  String text() {
    return page.getDocumentElement().getTextContent();
  }

  /** A volume in nL. */
  static long nl(String ml) {
    if (!ml.endsWith(" mL")) {
      throw new AssertionError(ml + ": expected mL");
    }
    String plain = ml.replace(",", "").replace(" mL", "");
    return new BigDecimal(plain).movePointRight(6).longValueExact();
  }
}

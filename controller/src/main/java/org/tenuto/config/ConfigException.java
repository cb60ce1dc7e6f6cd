package org.tenuto.config;

import java.util.List;

/** A configuration file that can't be used; its message has one line per fault. */
public final class ConfigException extends Exception {

  private static final long serialVersionUID = 1L;

  /** One line for each fault. */
  public ConfigException(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
  }
}

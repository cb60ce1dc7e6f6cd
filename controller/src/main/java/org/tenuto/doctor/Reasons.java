package org.tenuto.doctor;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Why something failed, in words instead of an exception's name. */
final class Reasons {

  private Reasons() {}

  static String of(@Nullable Throwable cause) {
    return switch (cause) {
      case AccessDeniedException e -> "permission denied";
      case NoSuchFileException e -> "no such file or directory";
      case FileSystemException e when e.getReason() != null -> lower(e.getReason());
      case null -> "no reason given";
      default -> {
        String message = cause.getMessage();
        yield message == null ? cause.toString() : lower(message);
      }
    };
  }

  private static String lower(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}

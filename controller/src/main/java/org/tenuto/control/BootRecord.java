package org.tenuto.control;

/**
 * What is said of one boot of the executor.
 *
 * @param bootId unpredictable, never 0
 * @param build version and commit
 * @param timing what the kernel permitted, in plain words
 * @param timingBits the same as bits, see {@link StatusSnapshot#timingBits}
 * @param libraryHash drug library in force, SHA-256 hex
 * @param eStopLine whether a hardware e-stop line is observed
 */
public record BootRecord(
    long bootId,
    String build,
    String timing,
    long timingBits,
    String libraryHash,
    boolean eStopLine) {}

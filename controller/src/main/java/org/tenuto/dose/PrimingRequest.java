package org.tenuto.dose;

/**
 * A person asks for the line to be filled from a syringe. Untrusted: any value may stand in it.
 *
 * @param libraryHash drug library whose syringes are meant, SHA-256, lower-case hex
 * @param syringeId syringe of the catalogue that is in the pump
 * @param volumeNl volume to be primed, nL
 */
public record PrimingRequest(String libraryHash, String syringeId, long volumeNl) {}

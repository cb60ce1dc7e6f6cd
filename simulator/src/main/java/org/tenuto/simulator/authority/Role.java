package org.tenuto.simulator.authority;

import org.bouncycastle.asn1.x509.KeyPurposeId;

/** What a certificate is for. */
enum Role {
  BROKER("brokers"),
  DEVICE("devices"),
  MONITOR("monitors");

  private final String authority;

  Role(String authority) {
    this.authority = authority;
  }

  /** Name of the files of its authority, without what comes after the dot. */
  String authority() {
    return authority;
  }

  KeyPurposeId purpose() {
    return this == BROKER ? KeyPurposeId.id_kp_serverAuth : KeyPurposeId.id_kp_clientAuth;
  }
}

package org.tenuto.simulator.authority;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate and its private key. */
record Issued(X509Certificate certificate, PrivateKey key) {}

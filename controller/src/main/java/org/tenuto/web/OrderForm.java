package org.tenuto.web;

/**
 * The order exactly as it was typed and tapped; nothing in it has been checked.
 *
 * @param weight body weight in kg
 * @param protocol protocol id
 * @param concentration mg/mL
 * @param syringe syringe id
 * @param loaded volume drawn into the syringe, mL
 */
record OrderForm(
    String weight, String protocol, String concentration, String syringe, String loaded) {}

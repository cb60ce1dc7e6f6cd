package org.tenuto.benchmarks;

/**
 * What was measured.
 *
 * @param seconds how long, really
 * @param arrivals live messages in the monitor's hands
 * @param broker what each process cost in that time
 * @param pageMessages messages the page's stream brought, and their bytes
 */
record FleetFigures(
    double seconds,
    Arrivals.Figures arrivals,
    ProcessCost broker,
    ProcessCost monitor,
    ProcessCost fleet,
    long pageMessages,
    long pageBytes) {}

/**
 * Walks every state the executor can reach, on its real code: {@code ControlCycle} with all it is
 * made of, between a pump and a station that do whatever they may.
 *
 * <p>{@code World} is the executor, an {@code AnyPump} and an {@code AnyStation}; an {@code Input}
 * is one thing that can happen to it; {@code Exploration} goes breadth first over all inputs in all
 * states, on deep copies, and holds every step against the {@code Promise}s. A promise that is
 * broken is told with the shortest path of inputs that breaks it.
 *
 * <p>Two worlds count as one state if everything decisive is equal ({@code World.key}): state and
 * reason, pump, alarms, phase, how far the ledger is, lease and ring. Times and volumes enter as
 * what they are compared with, so the walk ends.
 */
@NullMarked
package org.tenuto.control.explore;

import org.jspecify.annotations.NullMarked;

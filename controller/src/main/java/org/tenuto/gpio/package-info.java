/**
 * The device's panel on GPIO lines: e-stop, Stop and Start, three lamps, a buzzer and its sign of
 * life. The only room that uses Pi4J, through a provider of its own.
 *
 * <p>A provider of our own, because Pi4J's FFM one claims an output before it has a level,
 * debounces every input 10 ms if nobody objects, and tells nobody when its listening thread ends.
 * Here:
 *
 * <ul>
 *   <li>An output has its initial level from the moment it is claimed, and needs one.
 *   <li>A debounce of 0 means 0: the e-stop's edge counts at once.
 *   <li>Each input has one thread that waits for its edges ({@link org.tenuto.gpio.LineWatcher}).
 *       That it ends, that edges were lost or that the chip is gone is told to the listeners as
 *       {@code DigitalState.UNKNOWN}: silence never means rest.
 * </ul>
 *
 * <p>The stepper's STEP, DIR and ENABLE do not come this way: an output of Pi4J's is a claim of one
 * line, so that two never change together and three cost three calls of the kernel, and each change
 * allocates as soon as anybody listens. They are {@code linux.GpioMotorLines} ({@code ./tenuto bench
 * gpio} shows the difference).
 *
 * <p>Contacts switch to ground and are pulled up. E-stop and Stop are normally closed: active is
 * open, so that a broken wire is a stop. Start is normally open: a broken wire starts nothing.
 *
 * <p>Threads: the loop thread reads contacts and shows signals ({@code PanelInputs}, {@code Panel})
 * through fields alone; it neither waits nor allocates. Edges are heard by the watchers. Levels are
 * put by one more thread, because a chip may sit on a slow bus and Pi4J promises nothing about
 * allocation; it invents no sign of life, it only passes on the loop's. If it stops, so does that,
 * and the circuit sounds.
 *
 * <p>May use the ports of {@code control}, {@code alarm} and {@code linux}. Must not use any other
 * adapter, nor {@code java.lang.foreign}.
 */
@NullMarked
package org.tenuto.gpio;

import org.jspecify.annotations.NullMarked;

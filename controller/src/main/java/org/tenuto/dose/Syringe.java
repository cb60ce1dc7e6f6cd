package org.tenuto.dose;

import org.tenuto.quantity.Volume;

/**
 * A syringe in the catalogue. Brand matters: a barrel 2 mm wider delivers 18 % more at the same
 * plunger speed.
 *
 * @param id as in {@link Order#syringeId()}
 * @param name brand and size, for people
 * @param innerDiameterUm inner diameter of the barrel, µm, above 0
 * @param capacity what it holds, nominally
 * @param approximate the diameter is not from a sourced table: never used for an infusion
 * @param source where the diameter is from
 */
public record Syringe(
    String id,
    String name,
    int innerDiameterUm,
    Volume capacity,
    boolean approximate,
    String source) {}

package org.jointregistry.technology;

import org.jspecify.annotations.Nullable;

import org.jointregistry.read.GlobalId;

/**
 * What would be passed on: who asks whose consent it takes says all of it.
 *
 * @param technology key of the technology
 * @param program key of the program that it is passed on from
 * @param from who would give
 * @param to who would receive
 * @param regime key of the regime that it is passed on under; null where there is none
 * @param on the day that it counts for
 */
record PassingOn(String technology, String program, GlobalId from, GlobalId to, @Nullable String regime, String on) {

}

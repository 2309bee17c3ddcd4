package org.jointregistry.limit;

import java.time.OffsetDateTime;

/**
 * What is left of a client's allowance.
 *
 * @param cost points that the operation took
 * @param limit points for each minute
 * @param remaining points that are left
 * @param resetAt when the allowance is whole again, if nothing is asked until then
 */
record RateLimit(int cost, int limit, int remaining, OffsetDateTime resetAt) {

}

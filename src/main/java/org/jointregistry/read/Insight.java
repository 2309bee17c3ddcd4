package org.jointregistry.read;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Expression;

/**
 * A question whose answer is computed: an expression over patterns that the viewer sees,
 * and how its value is read.
 *
 * @param expression what the statement returns, as nested lists
 * @param reading turns the value into the answer
 * @param <T> the answer
 */
public record Insight<T>(Expression expression, Function<@Nullable Object, T> reading) {

}

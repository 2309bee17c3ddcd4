package org.jointregistry.read;

import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Expression;

/**
 * A question whose answer is computed: an expression over patterns that the viewer sees,
 * and how its value is read. Its parameters and projections are made before it; the
 * expression is built only where no other of the same form was.
 *
 * @param form what the expression depends on besides the viewer and the projections: the
 * question, and whatever of it is no parameter; has {@code equals}
 * @param expression gives what the statement returns, as nested lists
 * @param reading turns the value into the answer
 * @param <T> the answer
 */
public record Insight<T>(Object form, Supplier<Expression> expression, Function<@Nullable Object, T> reading) {

}

/**
 * The read engine: any selection over the types that the schema maps to the graph becomes
 * one Cypher statement, with the access policy woven in.
 * <p>
 * {@code GraphModel} is what the schema says of the graph. {@code SchemaPublication}
 * gives every mapped type its connections, filters and orders. A request goes one way:
 * {@link org.jointregistry.read.Reads} takes the field, {@code SelectionPlanner} turns
 * its selection into a {@code Plan} and parameters, {@code CypherCompiler} turns the plan
 * into a statement once for each kind of viewer, and {@code Row} gives the answer's
 * values to graphql-java.
 * <p>
 * Every pattern is a {@link org.jointregistry.read.Guarded} one: it carries the condition
 * under which the viewer sees it, and there is no way to match it without. Nothing here
 * knows a type of the domain by name.
 */
@ApplicationModule(displayName = "Read", allowedDependencies = { "access", "graph", "shared" })
@NullMarked
package org.jointregistry.read;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;

package org.jointregistry.read;

import java.util.List;

import org.neo4j.cypherdsl.core.PatternElement;
import org.neo4j.cypherdsl.core.ast.Visitor;

/**
 * Pattern elements side by side: nodes with a repeated part between them, which
 * Cypher-DSL has no form for.
 *
 * @param parts in their order
 */
record PathPattern(List<PatternElement> parts) implements PatternElement {

	@Override
	public void accept(Visitor visitor) {
		visitor.enter(this);
		this.parts.forEach((part) -> part.accept(visitor));
		visitor.leave(this);
	}

}

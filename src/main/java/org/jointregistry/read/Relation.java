package org.jointregistry.read;

import org.jspecify.annotations.Nullable;

import org.jointregistry.access.ReleasePlace;

/**
 * A field that follows a relationship.
 *
 * @param name the field's name
 * @param relationship the relationship's type
 * @param outgoing whether it starts at the declaring type
 * @param target the type at its other end, an object type or an interface
 * @param facts the interface of the facts it carries; null where it carries none
 * @param many whether the field is a connection
 * @param place where what it leads to is found by releases; null where it is found by the
 * relationship
 * @param bond what it means for who sees the record; null where it means nothing
 */
public record Relation(String name, String relationship, boolean outgoing, String target, @Nullable String facts,
		boolean many, @Nullable ReleasePlace place, @Nullable Bond bond) implements MappedField {

	/**
	 * The stem of the names of the types that publish it.
	 * @return the same for all relations with equal target and facts
	 */
	String typeStem() {
		return (this.facts != null) ? this.target + this.facts : this.target;
	}

}

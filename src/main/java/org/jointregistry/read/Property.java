package org.jointregistry.read;

import org.jspecify.annotations.Nullable;

/**
 * A value stored on a node or a relationship.
 *
 * @param name the field's name and the property's
 * @param scalar the scalar or enum that it is of
 * @param list whether it is a list of them
 * @param required whether it is never null
 * @param figure whether it is seen by the record's figures' marking (sentence 12)
 * @param reference the type of the records whose keys it holds, each seen only where the
 * record is; null where it holds none
 * @param currency the field beside it that has the currency of the amount; null where it
 * is no amount of money
 * @param anchor whether the relationship that has it is anchored in the records whose
 * keys it holds
 */
public record Property(String name, String scalar, boolean list, boolean required, boolean figure,
		@Nullable String reference, @Nullable String currency, boolean anchor) implements MappedField {

}

package org.jointregistry.read;

/**
 * A value stored on a node or a relationship.
 *
 * @param name the field's name and the property's
 * @param scalar the scalar or enum that it is of
 * @param list whether it is a list of them
 * @param required whether it is never null
 * @param figure whether it is seen by the record's figures' marking (sentence 12)
 */
record Property(String name, String scalar, boolean list, boolean required, boolean figure) implements MappedField {

}

package org.jointregistry.recording;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.jointregistry.read.Property;
import org.jointregistry.read.Relation;

/**
 * A field of a mutation's input, for one record.
 *
 * @param name the field's name
 * @param target what of the record it fills
 * @param bounds what it may hold
 */
record InputField(String name, Target target, Bounds bounds) {

	/** What of the record an input field fills. */
	sealed interface Target {

	}

	/** A value stored with the record. */
	record Fact(Property property) implements Target {

	}

	/** A value that is the key of the record that the field names by its global id. */
	record Reference(Property property) implements Target {

	}

	/** A relationship to the record that the field names by its global id. */
	record Link(Relation relation) implements Target {

	}

	/** Relationships to the records that the field names by their global ids. */
	record Links(Relation relation) implements Target {

	}

	/**
	 * Relationships with facts, each from an input object of its own.
	 *
	 * @param relation the relation that they make
	 * @param end the object's field that names the other end
	 * @param facts the object's fields that are facts
	 */
	record Ties(Relation relation, String end, List<InputField> facts) implements Target {

	}

	/** The record that is changed, or whose relationship is. */
	record Subject() implements Target {

	}

	/** Nothing: the mutation itself, or a rule of it, takes it. */
	record Own() implements Target {

	}

	/**
	 * A date that another is not before.
	 *
	 * @param field the field with the date
	 * @param lastDay whether the other is the last day of a time, instead of the first
	 * day after it
	 */
	record Begin(String field, boolean lastDay) {

	}

	/**
	 * What a field may hold; null where nothing bounds it.
	 *
	 * @param longest most characters of a text
	 * @param lines whether a text may have several lines
	 * @param from the least number
	 * @param to the largest number
	 * @param length most elements of a list
	 * @param notBefore dates that it is not before
	 * @param hasCome whether it is a date that is not to come
	 * @param designation whether it is a key that may have single spaces
	 */
	record Bounds(@Nullable Integer longest, boolean lines, @Nullable Integer from, @Nullable Integer to,
			@Nullable Integer length, List<Begin> notBefore, boolean hasCome, boolean designation) {

	}

}

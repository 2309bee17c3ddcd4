package org.jointregistry.access;

/**
 * A place, besides the list of all records of a label, where the records are found by
 * their releases: at the nodes at the other end of a relationship. The schema says with
 * {@code @byRelease} which places there are.
 *
 * @param node the label of the nodes at which records are found
 * @param relationship the relationship's type
 * @param outgoing whether the relationship starts at these nodes
 * @param label the label of the records
 */
public record ReleasePlace(String node, String relationship, boolean outgoing, String label) {

	/**
	 * What stands before a token in the scope of the releases at this place.
	 * @return a prefix, the same for all nodes
	 */
	public String scope() {
		String arrow = this.outgoing ? ">" : "<";
		return ReleaseStore.scope(this.node + arrow + this.relationship + arrow + this.label);
	}

	/**
	 * The scope in which those who see every record find them at this place.
	 * @return the whole scope
	 */
	public String everyRecord() {
		return scope() + Audience.EVERY_RECORD;
	}

	/**
	 * The nodes at which a record is found.
	 * @return a list in Cypher, over the record {@code n}, of maps with {@code scope} and
	 * {@code at}
	 */
	String nodes() {
		return "[(n)%s-[:%s]-%s(at:%s) | {scope: '%s', at: at.key}]".formatted(this.outgoing ? "<" : "",
				this.relationship, this.outgoing ? "" : ">", this.node, scope());
	}

}

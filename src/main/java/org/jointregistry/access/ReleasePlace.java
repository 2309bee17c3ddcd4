package org.jointregistry.access;

/**
 * A place, besides the list of all records of a label, where the records are found by
 * their releases: at the nodes at the other end of a relationship. The schema says with
 * {@code @byRelease} which places there are.
 * <p>
 * A node keeps the tokens of the audiences that find records at it, in a property for
 * each place, named as its {@link #scope()}: a viewer who holds a token for each of a
 * thousand programs then searches by the few that lead to something.
 *
 * @param node the label of the nodes at which records are found
 * @param relationship the relationship's type
 * @param outgoing whether the relationship starts at these nodes
 * @param label the label of the records
 * @param everywhere whether most programs have records at one node, which so are found by
 * as many audiences as there are, so that it keeps none
 */
public record ReleasePlace(String node, String relationship, boolean outgoing, String label, boolean everywhere) {

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
	 * @return a list in Cypher, over the record {@code n}, of maps with {@code scope},
	 * {@code at} and, where the node keeps audiences, its element id as {@code keeper}
	 */
	String nodes() {
		return "[(n)%s-[:%s]-%s(at:%s) | {scope: '%s', at: at.key, keeper: %s}]".formatted(this.outgoing ? "<" : "",
				this.relationship, this.outgoing ? "" : ">", this.node, scope(),
				this.everywhere ? "null" : "elementId(at)");
	}

}

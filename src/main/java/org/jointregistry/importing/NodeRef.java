package org.jointregistry.importing;

/**
 * A node of the graph.
 *
 * @param label its label
 * @param key its key, unique among nodes of the label
 */
record NodeRef(String label, String key) {

}

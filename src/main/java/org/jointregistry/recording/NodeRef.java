package org.jointregistry.recording;

/**
 * A node of the graph.
 *
 * @param label its label
 * @param key its key, unique among nodes of the label
 */
public record NodeRef(String label, String key) {

}

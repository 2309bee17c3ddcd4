package org.jointregistry.importing;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

import org.jointregistry.importing.Draft.NodeWrite;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.ReleaseGrounds;
import org.jointregistry.recording.Releases;

/**
 * Writes rows, and to whom what they say is released.
 *
 * @param graph the transaction that all of it is written in
 * @param schema what the schema says of types
 * @param grounds what releases follow from
 * @param at the time that is recorded
 * @param by the subject of the person who sent the rows; null where nobody did
 */
record RowBatch(TransactionContext graph, SchemaMap schema, ReleaseGrounds grounds, ZonedDateTime at,
		@Nullable String by) {

	/**
	 * Writes those rows that may be written.
	 * @param drafts what the rows say
	 * @param rejected where rows are told whose keys are taken
	 * @param missing where rows are told that name what is not there
	 * @return what was written
	 */
	List<Draft> write(List<Draft> drafts, List<Finding> rejected, List<Finding> missing) {
		List<Draft> free = new TakenKeys(this.graph, this.schema, drafts).free(drafts, rejected);
		KnownNodes known = new KnownNodes(this.graph, free);
		List<Draft> resolved = known.resolved(free, missing);
		new GraphWriter(this.graph, this.at, this.by, known.inGraph()).write(resolved);
		release(resolved);
		return resolved;
	}

	private void release(List<Draft> drafts) {
		Set<NodeRef> touched = drafts.stream()
			.flatMap(RowBatch::ends)
			.filter(this.grounds::followsEdges)
			.collect(Collectors.toSet());
		drafts.stream().flatMap((draft) -> draft.nodes().stream()).map(NodeWrite::node).forEach(touched::add);
		Set<NodeRef> marked = drafts.stream()
			.filter(RowBatch::hasMarkedEdge)
			.flatMap(RowBatch::ends)
			.collect(Collectors.toSet());
		Releases releases = new Releases(this.graph, this.grounds);
		releases.refreshNodes(touched);
		releases.refreshEdges(touched, marked);
	}

	private static Stream<NodeRef> ends(Draft draft) {
		return draft.edges().stream().flatMap((edge) -> Stream.of(edge.from(), edge.to()));
	}

	private static boolean hasMarkedEdge(Draft draft) {
		return draft.edges().stream().anyMatch((edge) -> edge.facts().containsKey("releasableTo"));
	}

}

package org.jointregistry.technology;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.jointregistry.read.Projection;
import org.jointregistry.shared.RegistryException;
import org.jointregistry.technology.TechnologyFlow.Path;
import org.jointregistry.technology.TechnologyFlow.Step;

/**
 * Reads what the statement behind {@code technologyFlow} returns.
 *
 * @param from reads the party that the flow starts from
 * @param to reads the party that it leads to
 * @param stepFrom reads where a step starts
 * @param stepTo reads where a step leads
 * @param limit paths at most
 */
record FlowReading(Projection from, Projection to, Projection stepFrom, Projection stepTo, int limit) {

	/**
	 * The answer.
	 * @param returned nested lists; null where there is no such party
	 * @return the paths
	 * @throws RegistryException with {@code NOT_FOUND} where a party is not there
	 */
	TechnologyFlow read(@Nullable Object returned) {
		if (!(returned instanceof List<?> start) || !(start.get(1) instanceof List<?> end)) {
			throw RegistryException.notFound();
		}
		List<?> found = (List<?>) Objects.requireNonNull(end.get(1));
		List<Path> paths = found.stream().limit(this.limit).map((path) -> path((List<?>) path)).toList();
		return new TechnologyFlow(this.from.read(start.getFirst()), this.to.read(end.getFirst()), paths,
				found.size() > this.limit);
	}

	private Path path(List<?> returned) {
		List<?> stations = (List<?>) returned.getFirst();
		List<?> edges = (List<?>) returned.get(1);
		List<Step> steps = new ArrayList<>();
		for (int index = 0; index < edges.size(); index++) {
			steps.add(
					step((List<?>) stations.get(index), (List<?>) edges.get(index), (List<?>) stations.get(index + 1)));
		}
		return new Path(steps);
	}

	private Step step(List<?> before, List<?> edge, List<?> after) {
		FlowStep kind = FlowStep.of((String) edge.getFirst());
		List<?> transfer = switch (kind) {
			case TRANSFER_FROM -> after;
			case TRANSFER_TO, TRANSFER_OF -> before;
			case RIGHT, DERIVATION, USE, PARTICIPATION, WORK, CONTRACT, RESEARCH -> null;
		};
		String consent = (transfer != null) ? joined((String) transfer.get(3), (String) transfer.get(4))
				: (String) edge.get(2);
		List<?> work = switch (kind) {
			case WORK -> after;
			case CONTRACT, RESEARCH -> before;
			case RIGHT, DERIVATION, USE, PARTICIPATION, TRANSFER_FROM, TRANSFER_TO, TRANSFER_OF -> null;
		};
		String until = (work != null) ? (String) work.get(5) : (String) edge.get(1);
		return new Step(kind.name(), this.stepFrom.read(before.getFirst()), this.stepTo.read(after.get(1)),
				(transfer != null) ? (String) transfer.get(2) : null, consent, until);
	}

	private static @Nullable String joined(@Nullable String instrument, @Nullable String status) {
		return (instrument != null && status != null) ? instrument + ": " + status
				: Objects.requireNonNullElse(instrument, status);
	}

}

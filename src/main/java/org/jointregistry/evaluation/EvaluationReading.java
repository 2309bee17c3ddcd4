package org.jointregistry.evaluation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.jointregistry.evaluation.MeasureTrend.Point;
import org.jointregistry.evaluation.PeerComparison.PeerValue;
import org.jointregistry.evaluation.ProgramEvaluation.IndicatorEvaluation;
import org.jointregistry.evaluation.ProgramEvaluation.ReckonedMeasure;
import org.jointregistry.read.FoundNode;
import org.jointregistry.read.Projection;
import org.jointregistry.shared.ExactDecimal;
import org.jointregistry.shared.RegistryException;

/**
 * Reads what the statement behind {@code programEvaluation} returns.
 *
 * @param programs reads the program
 * @param evaluations reads evaluations
 * @param peers reads programs alike
 */
record EvaluationReading(Projection programs, Projection evaluations, Projection peers) {

	/**
	 * The answer.
	 * @param returned nested lists; null where there is no such program
	 * @return the program by the four indicators
	 * @throws RegistryException with {@code NOT_FOUND} where there is none
	 */
	ProgramEvaluation read(@Nullable Object returned) {
		if (returned == null) {
			throw RegistryException.notFound();
		}
		List<?> values = (List<?>) returned;
		String today = LocalDate.now(Clock.systemUTC()).toString();
		List<Point> told = ((List<?>) values.get(1)).stream().map((row) -> point((List<?>) row)).toList();
		List<Reckoned> own = new ProgramFacts((List<?>) values.get(2), today).reckon();
		List<Peer> alike = ((List<?>) values.get(3)).stream().map((row) -> peer((List<?>) row, today)).toList();
		return new ProgramEvaluation(this.programs.read(values.getFirst()),
				Stream.of(Indicator.values()).map((indicator) -> by(indicator, told, own, alike)).toList());
	}

	private Point point(List<?> row) {
		BigDecimal value = (row.get(4) != null) ? ExactDecimal.fromStored((Long) row.get(4)) : null;
		return new Point(Indicator.valueOf((String) row.getFirst()), (String) row.get(1), (String) row.get(2),
				(String) row.get(3), value, this.evaluations.read(row.get(5)));
	}

	private Peer peer(List<?> row, String today) {
		return new Peer(this.peers.read(row.getFirst()), new ProgramFacts((List<?>) row.get(1), today).reckon());
	}

	private static IndicatorEvaluation by(Indicator indicator, List<Point> told, List<Reckoned> own, List<Peer> alike) {
		return new IndicatorEvaluation(indicator,
				MeasureTrend.of(told.stream().filter((point) -> point.indicator() == indicator).toList()),
				own.stream()
					.filter((reckoned) -> reckoned.measure().indicator() == indicator)
					.map((reckoned) -> new ReckonedMeasure(reckoned, compare(reckoned, alike)))
					.toList());
	}

	private static PeerComparison compare(Reckoned own, List<Peer> alike) {
		List<PeerValue> values = new ArrayList<>();
		for (Peer peer : alike) {
			peer.reckoned()
				.stream()
				.filter(own::isAlike)
				.map(Reckoned::value)
				.filter(Objects::nonNull)
				.forEach((value) -> values.add(new PeerValue(peer.program(), value)));
		}
		return new PeerComparison(own, alike.size(), values);
	}

	/**
	 * A program alike.
	 *
	 * @param program the program
	 * @param reckoned its measures
	 */
	private record Peer(FoundNode program, List<Reckoned> reckoned) {

	}

}

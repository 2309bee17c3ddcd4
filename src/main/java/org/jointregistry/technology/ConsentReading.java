package org.jointregistry.technology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.jointregistry.read.FoundNode;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Returned;
import org.jointregistry.shared.RegistryException;
import org.jointregistry.technology.ConsentClaims.Claim;
import org.jointregistry.technology.ConsentFile.Standing;
import org.jointregistry.technology.ConsentNeed.NeededConsent;

/**
 * Reads what the statement behind {@code consentNeed} returns.
 *
 * @param on the day that it counts for
 * @param named reads what the client named
 * @param needed reads whose consent it takes
 * @param requests reads requests
 * @param decisions reads decisions
 * @param licences reads licences
 */
record ConsentReading(String on, Named named, Function<@Nullable Object, NeededConsents> needed, Projection requests,
		Projection decisions, Projection licences) {

	/**
	 * The answer.
	 * @param returned nested lists
	 * @return whose consent it takes
	 * @throws RegistryException with {@code NOT_FOUND} where something that the client
	 * named is not there
	 */
	ConsentNeed read(@Nullable Object returned) {
		List<?> values = Returned.list(returned);
		if (values.subList(0, 4).stream().anyMatch(Objects::isNull)) {
			throw RegistryException.notFound();
		}
		List<?> program = Returned.list(values.get(3));
		NeededConsents consents = this.needed.apply(values.get(4));
		List<Request> asked = Returned.list(program.get(1)).stream().map(this::request).toList();
		List<NeededConsent> nations = nations(consents.needed(), asked);
		Set<String> codes = consents.needed().stream().map(Claim::code).collect(Collectors.toSet());
		List<FoundNode> covering = asked.stream()
			.filter((request) -> request.covers(codes, this.on))
			.map(Request::shown)
			.toList();
		return new ConsentNeed(this.named.technology().read(values.getFirst()),
				this.named.program().read(program.getFirst()), this.named.from().read(values.get(1)),
				this.named.to().read(values.get(2)), this.on, !consents.receivers().areThird(), nations, covering,
				Boolean.TRUE.equals(values.get(5)),
				Returned.list(program.get(2)).stream().map(this.licences::read).toList());
	}

	private List<NeededConsent> nations(List<Claim> claims, List<Request> requests) {
		Map<String, List<Claim>> byNation = claims.stream()
			.collect(Collectors.groupingBy(Claim::code, TreeMap::new, Collectors.toList()));
		List<NeededConsent> nations = new ArrayList<>();
		byNation.forEach((code, own) -> {
			List<Decided> decided = requests.stream()
				.flatMap((request) -> request.decided().stream())
				.filter((decision) -> decision.standing().nation().equals(code) && decision.standing().isBy(this.on))
				.sorted(Comparator.comparing((decision) -> decision.standing().decided(),
						Comparator.nullsLast(Comparator.naturalOrder())))
				.toList();
			nations.add(new NeededConsent(own.getFirst().nation(), own.stream().map(Claim::ground).toList(),
					decided.stream().map(Decided::shown).toList(),
					decided.stream().anyMatch((decision) -> decision.standing().consentsBy(this.on))));
		});
		return nations;
	}

	private Request request(Object returned) {
		List<?> values = Returned.list(returned);
		Set<String> asked = Returned.list(values.get(1)).stream().map(String.class::cast).collect(Collectors.toSet());
		return new Request(this.requests.read(values.getFirst()), asked,
				Returned.list(values.get(2)).stream().map(this::decided).toList());
	}

	private Decided decided(Object returned) {
		List<?> values = Returned.list(returned);
		return new Decided(this.decisions.read(values.getFirst()),
				new Standing((String) values.get(1), (String) values.get(2), (String) values.get(3)));
	}

	/**
	 * Reads what the client named.
	 *
	 * @param technology reads the technology
	 * @param program reads the program
	 * @param from reads who would give
	 * @param to reads who would receive
	 */
	record Named(Projection technology, Projection program, Projection from, Projection to) {

	}

	/**
	 * A request, as far as it is seen.
	 *
	 * @param shown the request
	 * @param asked codes of the nations that it asks
	 * @param decided what stands
	 */
	private record Request(FoundNode shown, Set<String> asked, List<Decided> decided) {

		boolean covers(Set<String> needed, String on) {
			return this.asked.containsAll(needed)
					&& Standing.consenting(this.decided.stream().map(Decided::standing).toList(), on)
						.containsAll(this.asked);
		}

	}

	/**
	 * A decision that stands.
	 *
	 * @param shown the decision
	 * @param standing what it says
	 */
	private record Decided(FoundNode shown, Standing standing) {

	}

}

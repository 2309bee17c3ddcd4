package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Viewers for a graph: every role, alone and with others, with claims that roles need and
 * claims that count for nothing.
 */
final class AskerGenerator {

	private static final List<String> ROLES = List.of("NATIONAL_VIEWER", "NATIONAL_VIEWER", "NATIONAL_DELEGATE",
			"PROGRAM_MANAGER", "INDUSTRY", "INDUSTRY", "REGISTRAR", "AUDITOR");

	/** Roles that do not see everything. */
	private static final List<String> LIMITED = List.of("NATIONAL_VIEWER", "NATIONAL_DELEGATE", "PROGRAM_MANAGER",
			"INDUSTRY");

	/** Keys that an access token may name. */
	private static final Pattern CLAIMED = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*");

	private static final Set<String> ORGANIZATIONS = Set.of("Contractor", "Institution", "InnovationHub");

	private AskerGenerator() {
	}

	static List<Asker> askers(Sdl sdl, RawGraph graph, Random random, int count) {
		ValueGenerator values = new ValueGenerator(sdl, random);
		List<Asker> askers = new ArrayList<>();
		for (int number = 0; number < count; number++) {
			Set<String> roles = new TreeSet<>(Set.of(values.one(ROLES)));
			while (values.chance(25)) {
				roles.add(values.one(LIMITED));
			}
			askers.add(new Asker("asker" + number, roles, values.one(GraphGenerator.NATIONS),
					organization(graph, values), programs(graph, values)));
		}
		return askers;
	}

	private static String organization(RawGraph graph, ValueGenerator values) {
		List<String> keys = keys(graph, ORGANIZATIONS);
		List<String> working = keys.stream()
			.filter((key) -> graph.in(new RawNode.Ref("Contractor", key), "PERFORMED_BY").findAny().isPresent()
					|| graph.in(new RawNode.Ref("Institution", key), "RESEARCHED_BY").findAny().isPresent())
			.toList();
		return first(values, working, keys);
	}

	private static String first(ValueGenerator values, List<String> likely, List<String> all) {
		if (!likely.isEmpty() && values.chance(70)) {
			return values.one(likely);
		}
		return all.isEmpty() ? "UNKNOWN" : values.one(all);
	}

	private static Set<String> programs(RawGraph graph, ValueGenerator values) {
		List<String> keys = keys(graph, Set.of("Program"));
		Set<String> programs = new TreeSet<>(values.some(keys, 30));
		programs.add(keys.isEmpty() ? "UNKNOWN" : values.one(keys));
		return programs;
	}

	private static List<String> keys(RawGraph graph, Set<String> types) {
		return graph.nodes()
			.values()
			.stream()
			.filter((node) -> types.contains(node.type()) && isClaimed(node.key()))
			.map(RawNode::key)
			.toList();
	}

	static boolean isClaimed(String key) {
		return CLAIMED.matcher(key).matches();
	}

}

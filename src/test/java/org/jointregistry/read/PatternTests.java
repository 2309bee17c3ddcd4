package org.jointregistry.read;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No answer comes of a pattern without its condition: nothing but what weaves the
 * conditions in makes patterns and matches them.
 */
class PatternTests {

	/** Methods of Cypher-DSL that make a node, a relationship or a path. */
	private static final Set<String> PATTERNS = Set.of("node", "anyNode", "relationshipTo", "relationshipFrom",
			"relationshipBetween", "path", "shortestPath", "pattern", "quantify", "relationshipPattern", "definedBy");

	/**
	 * Methods of Cypher-DSL that find what a pattern stands for, or take text as it is.
	 */
	private static final Set<String> MATCHES = Set.of("match", "optionalMatch", "merge", "create", "raw",
			"callRawCypher", "asStatement", "parse");

	private final JavaClasses production = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("org.jointregistry");

	@Test
	void onlyTheGuardAndWhatIsAskedOfTheViewerMatch() {
		Map<String, Set<String>> callers = callers(MATCHES);
		// Former states of a node that a pattern of the guard's has found
		assertThat(callers.remove("read.Past")).containsExactly("match");
		assertThat(callers).isEqualTo(Map.of("read.Guarded", Set.of("match"), "read.Way", Set.of("match"),
				"access.Sight", Set.of("match"), "access.ViewerTokens", Set.of("match"), "access.Told", Set.of("match"),
				"costsharing.PartnerRules", Set.of("match")));
	}

	@Test
	void onlyTheGuardMakesPatterns() {
		Map<String, Set<String>> callers = callers(PATTERNS);
		// Names what paths of the guard's have found
		assertThat(callers.remove("read.Paths")).containsExactly("anyNode");
		assertThat(callers.remove("technology.FlowQuestion")).containsExactly("anyNode");
		assertThat(callers.remove("dependence.LossQuestion")).containsExactly("anyNode");
		assertThat(callers.remove("governance.PendingQuestion")).containsExactly("anyNode");
		assertThat(callers.remove("dependence.ControlQuestion")).containsExactly("anyNode");
		// Former states of a node that a pattern of the guard's has found
		assertThat(callers.remove("read.Past")).containsExactlyInAnyOrder("node", "relationshipTo");
		assertThat(callers.keySet()).containsExactlyInAnyOrder("read.Guard", "read.PathGuard", "access.Sight",
				"access.Holding", "access.Told", "access.ViewerTokens", "costsharing.PartnerRules");
	}

	@Test
	void onlyTheGuardTellsWhatIsVisible() {
		assertThat(new TreeSet<>(this.production.get(Guarded.class)
			.getConstructorCallsToSelf()
			.stream()
			.map((call) -> call.getOriginOwner().getSimpleName())
			.toList())).containsExactly("Guard", "Guarded", "PathGuard");
	}

	@Test
	void statementsAreTextNowhereInTheEngine() {
		JavaClasses engine = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("org.jointregistry.read");
		Set<String> running = new TreeSet<>();
		for (JavaClass type : engine) {
			type.getMethodCallsFromSelf()
				.stream()
				.filter((call) -> call.getTargetOwner().getPackageName().startsWith("org.neo4j.driver"))
				.filter((call) -> call.getName().equals("run") || call.getName().equals("executableQuery"))
				.forEach((call) -> running.add(type.getSimpleName()));
		}
		assertThat(running).containsExactly("Statements");
	}

	private Map<String, Set<String>> callers(Set<String> methods) {
		Map<String, Set<String>> callers = new TreeMap<>();
		for (JavaClass type : this.production) {
			type.getMethodCallsFromSelf().stream().filter((call) -> isOf(call.getTarget(), methods)).forEach((call) -> {
				String name = type.getName().substring("org.jointregistry.".length()).replaceAll("\\$.*", "");
				callers.computeIfAbsent(name, (key) -> new TreeSet<>()).add(call.getName());
			});
		}
		return callers;
	}

	private static boolean isOf(CodeUnitCallTarget target, Set<String> methods) {
		return target.getOwner().getPackageName().startsWith("org.neo4j.cypherdsl")
				&& methods.contains(target.getName());
	}

}

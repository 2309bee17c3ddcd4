package org.jointregistry.partner;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * A scheme of protective markings has each level once, and what a level of another scheme
 * than NATO's is treated as is a level of NATO. The registrar alone writes that, and sees
 * all that a refusal tells of.
 */
@Component
class ProtectiveMarkingRules implements Rule {

	private static final String ADD = "protectiveMarkingAdd";

	private static final String MARKING = "protectiveMarking";

	private static final String LEVEL = "level";

	private static final String SCHEME = "scheme";

	private static final String EQUIVALENT = "natoEquivalent";

	private static final String TAKEN = """
			RETURN EXISTS { (:ProtectiveMarking {scheme: $scheme, level: $level}) } AS found
			""";

	private static final String OF_NATO = """
			RETURN EXISTS { (:ProtectiveMarking {key: $key, scheme: 'NATO'}) } AS found
			""";

	@Override
	public Set<String> mutations() {
		return Set.of(ADD, "protectiveMarkingRevise");
	}

	@Override
	public void judge(Writing writing) {
		boolean add = writing.name().equals(ADD);
		if (add) {
			writing.lock(writing.entries().stream().map((entry) -> "markings/" + entry.text(SCHEME)).toList());
		}
		for (Entry entry : writing.entries()) {
			writing.refuseIf(add && isTaken(writing, entry), entry, Refusals.MARKING_TAKEN, LEVEL);
			writing.refuseIf(entry.findNamed(EQUIVALENT)
				.filter((level) -> !isItself(entry, level) && !isOfNato(writing, level))
				.isPresent(), entry, Refusals.NOT_OF_NATO, EQUIVALENT);
			writing.refuseIf(
					entry.findNamed(EQUIVALENT).isPresent() && "NATO".equals(writing.afterwards(entry, SCHEME)), entry,
					Refusals.OF_NATO_ITSELF, EQUIVALENT);
		}
	}

	private static boolean isTaken(Writing writing, Entry entry) {
		return writing.finds(TAKEN, Map.of(SCHEME, Objects.requireNonNull(entry.text(SCHEME)), LEVEL,
				Objects.requireNonNull(entry.text(LEVEL))));
	}

	private static boolean isItself(Entry entry, NodeRef level) {
		return entry.findNamed(MARKING).filter(level::equals).isPresent();
	}

	private static boolean isOfNato(Writing writing, NodeRef level) {
		return writing.finds(OF_NATO, Map.of("key", level.key()));
	}

	/** Reasons to refuse a protective marking. */
	private enum Refusals implements RefusalCode {

		MARKING_TAKEN("The scheme has this level or caveat already"),
		NOT_OF_NATO("What a marking is treated as is a level of NATO"),
		OF_NATO_ITSELF("A marking of NATO is treated as what it is");

		private final String message;

		Refusals(String message) {
			this.message = message;
		}

		@Override
		public String message() {
			return this.message;
		}

	}

}

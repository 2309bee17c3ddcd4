package org.jointregistry.recording;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jointregistry.access.Marking;
import org.jointregistry.access.ReleaseTokens;

/**
 * What must hold of the release of every record: it names nations and communities that
 * there are, and a community where it is marked for one.
 */
final class Released {

	private static final String RELEASABLE_TO = "releasableTo";

	private final Writing writing;

	Released(Writing writing) {
		this.writing = writing;
	}

	/** Refuses releases that nobody can follow. */
	void require() {
		Set<String> named = new HashSet<>();
		all().forEach((entry) -> named.addAll(tokens(entry)));
		Set<String> known = named.isEmpty() ? named : ReleaseTokens.known(this.writing.transaction(), named);
		all().forEach((entry) -> require(entry, known));
	}

	private List<Entry> all() {
		return this.writing.entries().stream().flatMap((entry) -> entry.withTies().stream()).toList();
	}

	private void require(Entry entry, Set<String> known) {
		List<String> tokens = tokens(entry);
		boolean toCommunity = isCommunity(entry, "marking") || isCommunity(entry, "figuresMarking");
		this.writing.refuseIf(toCommunity && !ReleaseTokens.nameCommunity(releasableTo(entry)), entry,
				InputErrorCode.COMMUNITY_REQUIRED, RELEASABLE_TO);
		for (int place = 0; place < tokens.size(); place++) {
			this.writing.refuseIf(!known.contains(tokens.get(place)), entry, InputErrorCode.UNKNOWN_REFERENCE,
					RELEASABLE_TO, String.valueOf(place));
		}
	}

	/** The tokens of an entry; none where there are more than may be. */
	private static List<String> tokens(Entry entry) {
		return (entry.value(RELEASABLE_TO) instanceof List<?> given && !entry.isTooLong(RELEASABLE_TO))
				? given.stream().map(String::valueOf).toList() : List.of();
	}

	/** To whom it will be released: what is left out stays as it is. */
	private List<String> releasableTo(Entry entry) {
		return (this.writing.afterwards(entry, RELEASABLE_TO) instanceof List<?> tokens)
				? tokens.stream().map(String::valueOf).toList() : List.of();
	}

	private boolean isCommunity(Entry entry, String marking) {
		return Marking.COMMUNITY.name().equals(this.writing.afterwards(entry, marking));
	}

}

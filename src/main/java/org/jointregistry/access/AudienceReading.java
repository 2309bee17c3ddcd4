package org.jointregistry.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Reads who may see a record from what a statement returned: the record's marking,
 * release, originator and named nations, its tokens, and who holds which of them. A token
 * may have several grounds, and a viewer several tokens.
 */
final class AudienceReading {

	private static final List<Role> NATIONAL = List.of(Role.NATIONAL_VIEWER, Role.NATIONAL_DELEGATE);

	private final @Nullable Object marking;

	private final List<?> releasableTo;

	private final @Nullable Object originator;

	private final List<?> namedNations;

	private final Map<Who, SortedSet<RecordGround>> grounds = new TreeMap<>();

	private AudienceReading(List<?> facts) {
		this.marking = facts.get(0);
		this.releasableTo = list(facts.get(1));
		this.originator = facts.get(2);
		this.namedNations = list(facts.get(3));
	}

	/**
	 * The audiences of a record.
	 * @param facts as {@link RecordAudiences#expression} returns them
	 * @return each once
	 */
	static List<RecordAudience> of(List<?> facts) {
		AudienceReading reading = new AudienceReading(facts);
		list(facts.get(4)).forEach((token) -> reading.released((String) token));
		for (Object holding : list(facts.get(5))) {
			List<?> pair = list(holding);
			reading.held((String) pair.getFirst(), (String) pair.getLast());
		}
		reading.add(new Who(Kind.REGISTRAR, ""), RecordGround.of(10));
		reading.add(new Who(Kind.AUDITOR, ""), RecordGround.of(10));
		List<RecordAudience> audiences = new ArrayList<>();
		reading.grounds.forEach((who, grounds) -> audiences.add(who.audience(List.copyOf(grounds))));
		return audiences;
	}

	private static List<?> list(@Nullable Object value) {
		return (value instanceof List<?> list) ? list : List.of();
	}

	/** A token that tells by itself who holds it. */
	private void released(String token) {
		if (token.equals(Audience.PUBLIC)) {
			add(new Who(Kind.EVERYONE, ""), RecordGround.of(2));
		}
		else if (token.startsWith(Audience.NATION)) {
			nation(token, key(token, Audience.NATION));
		}
		else if (token.startsWith(Audience.ORGANIZATION)) {
			add(new Who(Kind.ORGANIZATION, key(token, Audience.ORGANIZATION)), RecordGround.of(9));
		}
		else if (token.startsWith(Audience.OFFICE)) {
			String program = key(token, Audience.OFFICE);
			add(new Who(Kind.MANAGERS, program), RecordGround.inProgram(8, program));
		}
	}

	private void nation(String token, String nation) {
		Who who = new Who(Kind.NATION, nation);
		boolean originated = nation.equals(this.originator);
		boolean released = this.releasableTo.contains(token);
		if (originated && Marking.ORIGINATOR.name().equals(this.marking)) {
			add(who, RecordGround.of(5));
		}
		if (originated || released) {
			add(who, RecordGround.of(6));
		}
		if (this.namedNations.contains(nation) || !(originated || released)) {
			add(who, RecordGround.of(7));
		}
	}

	/** A token that a nation or an organization holds by what the graph says today. */
	private void held(String token, String holder) {
		for (Holding holding : Holding.values()) {
			if (token.startsWith(holding.prefix())) {
				held(holding, key(token, holding.prefix()), holder);
			}
		}
	}

	private void held(Holding holding, String key, String holder) {
		Who nation = new Who(Kind.NATION, holder);
		switch (holding) {
			case MEMBERSHIP -> {
				if (Marking.COMMUNITY.name().equals(this.marking)) {
					add(nation, RecordGround.inCommunity(3, key));
				}
				add(nation, RecordGround.inCommunity(6, key));
			}
			case PARTICIPATION -> add(nation, RecordGround.inProgram(4, key));
			case AGREEMENT -> add(nation, RecordGround.underAgreement(4, key));
			case WORK, RESEARCH -> add(new Who(Kind.ORGANIZATION, holder), RecordGround.inProgram(9, key));
		}
	}

	private static String key(String token, String prefix) {
		return token.substring(prefix.length());
	}

	private void add(Who who, RecordGround ground) {
		this.grounds.computeIfAbsent(who, (key) -> new TreeSet<>()).add(ground);
	}

	/** What sets one audience apart from another. */
	private enum Kind {

		EVERYONE, NATION, ORGANIZATION, MANAGERS, REGISTRAR, AUDITOR

	}

	/**
	 * Viewers of a kind.
	 *
	 * @param kind what sets them apart
	 * @param key of their nation, organization or program; empty where they need none
	 */
	private record Who(Kind kind, String key) implements Comparable<Who> {

		private static final Comparator<Who> ORDER = Comparator.comparing(Who::kind).thenComparing(Who::key);

		@Override
		public int compareTo(Who other) {
			return ORDER.compare(this, other);
		}

		private RecordAudience audience(List<RecordGround> grounds) {
			return switch (this.kind) {
				case EVERYONE -> new RecordAudience(Arrays.asList(Role.values()), null, null, null, grounds);
				case NATION -> new RecordAudience(NATIONAL, this.key, null, null, grounds);
				case ORGANIZATION -> new RecordAudience(List.of(Role.INDUSTRY), null, this.key, null, grounds);
				case MANAGERS -> new RecordAudience(List.of(Role.PROGRAM_MANAGER), null, null, this.key, grounds);
				case REGISTRAR -> new RecordAudience(List.of(Role.REGISTRAR), null, null, null, grounds);
				case AUDITOR -> new RecordAudience(List.of(Role.AUDITOR), null, null, null, grounds);
			};
		}

	}

}

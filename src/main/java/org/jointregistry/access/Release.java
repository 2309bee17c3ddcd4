package org.jointregistry.access;

import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * To whom a record is released: what decides its visibility, and the tokens that follow
 * from it. Every writer of records stores {@link #tokens()} as the record's
 * {@code releasedTo} and {@link #figureTokens()} as its {@code figuresTo}, whenever one
 * of the parts changes.
 *
 * @param marking to whom the record is shown
 * @param figuresMarking to whom its figures are shown; null where to the same
 * @param releasableTo tokens of nations and communities that it is released to besides
 * @param originator code of the nation that it came from; null where there is none
 * @param programs keys of the programs that it is anchored in
 * @param agreements keys of the agreements that it is anchored in
 * @param nations codes of the nations that it names as parties
 * @param organizations keys of the organizations that it names as parties
 * @param industryReleasable whether organizations that work on its programs see it while
 * it is marked PARTNERS
 */
public record Release(Marking marking, @Nullable Marking figuresMarking, Set<String> releasableTo,
		@Nullable String originator, Set<String> programs, Set<String> agreements, Set<String> nations,
		Set<String> organizations, boolean industryReleasable) {

	/**
	 * A public record that names no one and stands alone: reference data (sentence 1).
	 */
	public static final Release PUBLIC = new Release(Marking.PUBLIC, null, Set.of(), null, Set.of(), Set.of(), Set.of(),
			Set.of(), false);

	/**
	 * The tokens of those who see the record (sentences 2 to 9).
	 * @return at least one token for a record that anyone but registrar and auditor sees
	 */
	public SortedSet<String> tokens() {
		return tokens(this.marking);
	}

	/**
	 * The tokens of those who see its figures, provided that they see the record
	 * (sentence 12).
	 * @return the tokens, or null where the figures have no marking of their own
	 */
	public @Nullable SortedSet<String> figureTokens() {
		return (this.figuresMarking != null) ? tokens(this.figuresMarking) : null;
	}

	private SortedSet<String> tokens(Marking marking) {
		SortedSet<String> tokens = new TreeSet<>(this.releasableTo);
		switch (marking) {
			case PUBLIC -> tokens.add(Audience.PUBLIC);
			case PARTNERS -> addPartners(tokens);
			case COMMUNITY, ORIGINATOR -> {
				// The release and the originator, which count whatever the marking
			}
		}
		if (this.originator != null) {
			tokens.add(Audience.nation(this.originator));
		}
		add(tokens, this.nations, Audience::nation);
		add(tokens, this.organizations, Audience::organization);
		add(tokens, this.programs, Audience::office);
		return tokens;
	}

	private void addPartners(Set<String> tokens) {
		add(tokens, this.programs, Audience::partner);
		add(tokens, this.agreements, Audience::party);
		if (this.industryReleasable) {
			add(tokens, this.programs, Audience::industry);
		}
	}

	private static void add(Set<String> tokens, Collection<String> keys, UnaryOperator<String> token) {
		keys.stream().map(token).forEach(tokens::add);
	}

}

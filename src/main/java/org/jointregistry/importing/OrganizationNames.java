package org.jointregistry.importing;

import java.util.List;
import java.util.Set;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;

import org.jointregistry.shared.Words;

/**
 * Compares names of organizations.
 */
final class OrganizationNames {

	/** From here on, names are alike enough for a person to look at both. */
	private static final double NEAR = 0.9;

	/** Words that say in what form of law an organization is. */
	private static final Set<String> FORMS = Set.of("ab", "ag", "aktiebolag", "aktiengesellschaft", "aps", "as", "asa",
			"bv", "cv", "co", "company", "corp", "corporation", "dd", "doo", "ead", "eeig", "eirl", "eood", "eurl",
			"ev", "gie", "gesmbh", "gmbh", "inc", "kft", "kg", "kgaa", "lda", "limited", "llc", "llp", "lp", "ltd",
			"mbh", "nv", "nyrt", "ohg", "oo", "ood", "ou", "oy", "oyj", "plc", "pty", "rt", "sa", "sarl", "sas", "sasu",
			"sau", "scarl", "scpa", "se", "sia", "sl", "slu", "sp", "spa", "spol", "sprl", "sro", "srl", "uab", "ug",
			"z", "zoo", "zrt");

	private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

	private OrganizationNames() {
	}

	/**
	 * A name without what is written now so, now so: case, accents, punctuation and legal
	 * forms at its ends.
	 * @param name the name
	 * @return its words, each once; those of the legal form where there are no others
	 */
	static String plain(String name) {
		List<String> words = Words.of(List.of(name.replace(".", "")));
		int first = 0;
		int last = words.size();
		while (first < last && FORMS.contains(words.get(last - 1))) {
			last--;
		}
		while (first < last && FORMS.contains(words.get(first))) {
			first++;
		}
		return String.join(" ", (first < last) ? words.subList(first, last) : words);
	}

	/**
	 * Whether two names may be those of the same organization.
	 * @param one a plain name
	 * @param other another
	 * @return true where somebody should look at them
	 */
	static boolean isNear(String one, String other) {
		return SIMILARITY.apply(one, other) >= NEAR;
	}

}

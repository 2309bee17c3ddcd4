package org.jointregistry.oracle;

/**
 * What a failure tells, so that it can be looked at and run again.
 */
final class Case {

	private Case() {
	}

	static String of(long seed, Asker asker, Request request) {
		return of(seed, asker, DocumentWriter.write(request));
	}

	static String of(long seed, Asker asker, DocumentWriter.Document document) {
		return "%nseed %d, %s%n%s%n%s%n".formatted(seed, asker, document.text(), document.variables());
	}

}

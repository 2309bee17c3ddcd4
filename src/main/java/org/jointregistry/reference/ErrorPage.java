package org.jointregistry.reference;

import java.util.Arrays;
import java.util.List;

import org.jointregistry.http.AnswerStatus;
import org.jointregistry.shared.ErrorCode;

/**
 * What the page of error codes tells.
 *
 * @param codes every code, in the order of the registry's list
 */
record ErrorPage(List<Code> codes) {

	static ErrorPage ofAll() {
		return new ErrorPage(Arrays.stream(ErrorCode.values()).map(Code::of).toList());
	}

	/**
	 * A code.
	 *
	 * @param name as it stands in {@code extensions.code}
	 * @param prose what it means
	 * @param status the HTTP status of an answer that has nothing but such an error
	 * @param remedy what to do
	 */
	record Code(String name, Prose prose, int status, Prose remedy) {

		private static Code of(ErrorCode code) {
			return new Code(code.name(), Prose.of(code.meaning()), AnswerStatus.of(code).value(),
					Prose.of(code.remedy()));
		}

	}

}

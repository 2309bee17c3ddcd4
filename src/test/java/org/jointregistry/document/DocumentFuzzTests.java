package org.jointregistry.document;

import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.junit.FuzzTest;
import graphql.language.AstPrinter;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any text within the bounds is a document, which means what it is printed as, or is
 * refused as one that is none.
 */
class DocumentFuzzTests {

	@FuzzTest
	void textIsADocumentOrRefused(byte[] text) {
		Document document;
		try {
			document = parsed(new String(text, StandardCharsets.UTF_8));
		}
		catch (InvalidSyntaxException ex) {
			assertThat(ex.getMessage()).isNotBlank();
			return;
		}
		if (document.getDefinitions().stream().allMatch(DocumentFuzzTests::isAsked)) {
			assertMeansWhatIsPrinted(document);
		}
	}

	/** Definitions of types are refused by validation, and never printed. */
	private static boolean isAsked(Definition<?> definition) {
		return definition instanceof OperationDefinition || definition instanceof FragmentDefinition;
	}

	private static void assertMeansWhatIsPrinted(Document document) {
		String printed = AstPrinter.printAst(document);
		Document again = parsed(printed);
		assertThat(AstPrinter.printAst(again)).isEqualTo(printed);
		assertThat(Repetition.isFound(again)).isEqualTo(Repetition.isFound(document));
	}

	private static Document parsed(String text) {
		return Parser.parse(
				ParserEnvironment.newParserEnvironment().document(text).parserOptions(DocumentLimits.OPTIONS).build());
	}

}

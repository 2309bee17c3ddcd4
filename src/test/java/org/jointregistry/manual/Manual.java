package org.jointregistry.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

import org.jointregistry.http.AnswerStatus;
import org.jointregistry.readme.Chapter;
import org.jointregistry.shared.ErrorCode;

/**
 * The manual as pages of HTML, that need nothing but each other.
 */
final class Manual {

	private static final Path DOCS = Path.of("src/docs");

	private static final String PAGE = """
			<!DOCTYPE html>
			<html lang="en">
			<head>
			  <meta charset="utf-8">
			  <meta name="viewport" content="width=device-width, initial-scale=1">
			  <title>%1$s - Joint Program Registry</title>
			  <link rel="stylesheet" href="reference.css">
			  <link rel="stylesheet" href="manual.css">
			</head>
			<body>
			<header><p>Joint Program Registry</p><nav aria-label="Manual">%2$s</nav></header>
			<main id="main-content">
			%3$s
			</main>
			</body>
			</html>
			""";

	private static final String STYLE = """
			main { max-width: 72rem; }
			h2 { font-size: 1.4rem; }
			h3 { font-size: 1.15rem; }
			pre { overflow-x: auto; padding: 0.6rem; background: #f4f6f9; }
			svg { max-width: 100%; height: auto; display: block; }
			summary { cursor: pointer; }
			table { border-collapse: collapse; }
			td, th { border: 1px solid #c5ccd5; padding: 0.25rem 0.6rem; text-align: left; vertical-align: top; }
			""";

	private static final String STATEMENT = """

			.Cypher
			[%%collapsible]
			====
			[source,cypher]
			----
			%s
			----
			====
			""";

	private final Map<String, String> bodies = new LinkedHashMap<>();

	private final Map<String, String> titles = new LinkedHashMap<>();

	private final Map<String, String> entries = new LinkedHashMap<>();

	/**
	 * Writes the manual.
	 * @param directory where to, which may be there
	 * @param cypher the statements behind a query, as a client and the query name them
	 * @throws IOException if something cannot be read or written
	 */
	static void write(Path directory, BiFunction<String, String, List<String>> cypher) throws IOException {
		Manual manual = new Manual();
		manual.entries.put("index.html", "Guide");
		manual.add("index.html", "Guide", markdown(Files.readString(Path.of("README.md"))));
		try (Asciidoctor asciidoctor = Asciidoctor.Factory.create()) {
			manual.documents(asciidoctor, "chapters", "Questions and answers", chapters(cypher));
			manual.graph();
			manual.modules();
			manual.errors();
			manual.documents(asciidoctor, "decisions", "Decisions", texts("decisions"));
		}
		Files.createDirectories(directory);
		Files.writeString(directory.resolve("manual.css"), STYLE);
		Files.writeString(directory.resolve("reference.css"),
				Files.readString(Path.of("src/main/resources/static/reference/reference.css")));
		for (Map.Entry<String, String> page : manual.bodies.entrySet()) {
			Files.writeString(directory.resolve(page.getKey()),
					PAGE.formatted(manual.titles.get(page.getKey()), manual.navigation(), page.getValue()));
		}
	}

	private String navigation() {
		return this.entries.entrySet()
			.stream()
			.map((entry) -> "<a href=\"%s\">%s</a>".formatted(entry.getKey(), entry.getValue()))
			.collect(Collectors.joining("\n"));
	}

	private void add(String file, String title, String body) {
		this.titles.put(file, title);
		this.bodies.put(file, body);
	}

	private static String markdown(String text) {
		List<Extension> extensions = List.of(TablesExtension.create(), HeadingAnchorExtension.create());
		return HtmlRenderer.builder()
			.extensions(extensions)
			.build()
			.render(Parser.builder().extensions(extensions).build().parse(text))
			.replaceAll("href=\"src/docs/(\\w+)/([^\"#]+)\\.adoc", "href=\"$1-$2.html");
	}

	/** The chapters by the name of their file, with the statements below each query. */
	private static Map<String, String> chapters(BiFunction<String, String, List<String>> cypher) throws IOException {
		Map<String, String> texts = new LinkedHashMap<>();
		for (Chapter chapter : Chapter.all()) {
			texts.put(chapter.name(),
					chapter.with((client, query) -> cypher.apply(client, query)
						.stream()
						.map(STATEMENT::formatted)
						.collect(Collectors.joining())));
		}
		return texts;
	}

	private static Map<String, String> texts(String directory) throws IOException {
		Map<String, String> texts = new LinkedHashMap<>();
		for (Path file : files(DOCS.resolve(directory))) {
			texts.put(file.getFileName().toString(), Files.readString(file));
		}
		return texts;
	}

	/** A page for each text, and one that lists them. */
	private void documents(Asciidoctor asciidoctor, String directory, String title, Map<String, String> texts) {
		Options options = Options.builder()
			.safe(SafeMode.SECURE)
			.standalone(false)
			.attributes(Attributes.builder().showTitle(true).build())
			.build();
		StringBuilder list = new StringBuilder("<h1>" + title + "</h1>\n<ul>\n");
		this.entries.put(directory + ".html", title);
		add(directory + ".html", title, "");
		texts.forEach((file, text) -> {
			String heading = escaped(text.lines().findFirst().orElseThrow().substring(2));
			String page = directory + "-" + file.replace(".adoc", ".html");
			add(page, heading, asciidoctor.convert(text, options));
			String number = directory.equals("decisions") ? file.substring(0, 4) + " " : "";
			list.append("<li><a href=\"%s\">%s%s</a></li>%n".formatted(page, number, heading));
		});
		add(directory + ".html", title, list + "</ul>\n");
	}

	private static List<Path> files(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.sorted().toList();
		}
	}

	private void graph() throws IOException {
		GraphPicture graph = GraphPicture.read();
		StringBuilder body = new StringBuilder("<h1>The graph</h1>\n<p>Every type of node, and every relationship"
				+ " between them, as the schema declares them.</p>\n" + graph.whole());
		graph.ties()
			.keySet()
			.forEach((type) -> body
				.append("<section id=\"%1$s\"><h2>%1$s</h2>%n%2$s</section>%n".formatted(type, graph.around(type))));
		graph.kinds()
			.forEach((name, types) -> body
				.append("<section id=\"%1$s\"><h2>%1$s</h2>%n<p>One of %2$s.</p></section>%n".formatted(name,
						types.stream()
							.map((type) -> "<a href=\"#%1$s\">%1$s</a>".formatted(type))
							.collect(Collectors.joining(", ")))));
		this.entries.put("graph.html", "Graph");
		add("graph.html", "The graph", body.toString());
	}

	private void modules() {
		ModulePicture modules = ModulePicture.read();
		StringBuilder body = new StringBuilder("<h1>The modules</h1>\n<p>Each stands above those that it uses. A line"
				+ " is left out where it follows from others.</p>\n" + modules.drawn());
		modules.uses()
			.forEach((module, used) -> body.append("<section id=\"%1$s\"><h2>%1$s</h2>%n<p>Uses %2$s.</p></section>%n"
				.formatted(module, used.isEmpty() ? "none" : String.join(", ", used))));
		this.entries.put("modules.html", "Modules");
		add("modules.html", "The modules", body.toString());
	}

	private void errors() {
		String rows = Arrays.stream(ErrorCode.values())
			.map((code) -> "<tr id=\"%1$s\"><td><code>%1$s</code></td><td>%2$d</td><td>%3$s</td><td>%4$s</td></tr>%n"
				.formatted(code.name(), AnswerStatus.of(code).value(), prose(code.meaning()), prose(code.remedy())))
			.collect(Collectors.joining());
		this.entries.put("errors.html", "Error codes");
		add("errors.html", "Error codes", "<h1>Error codes</h1>\n<table><thead><tr><th>code</th><th>HTTP status</th>"
				+ "<th>meaning</th><th>what to do</th></tr></thead><tbody>\n" + rows + "</tbody></table>\n");
	}

	private static String prose(String text) {
		return escaped(text).replaceAll("`([^`]+)`", "<code>$1</code>");
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

}

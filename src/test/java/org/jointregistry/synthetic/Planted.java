package org.jointregistry.synthetic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Three small worlds of nations of their own, alike but for their numbers, whose records
 * and whose answers to the competency questions were written down by hand. They are the
 * same in a registry of any scale.
 * <p>
 * {@code world.txt} and {@code questions.json} describe one world: in both
 * <code>{w}</code> is its letter, <code>{n}</code> its number and <code>{r}</code> ten
 * less it, and {@code id(Program:FX-P-A-PR1)} stands for a global id.
 */
public final class Planted {

	/** The letters of the worlds; the first has the number 1. */
	static final String WORLDS = "ABC";

	private static final Pattern ID = Pattern.compile("id\\(([^)]*)\\)");

	private Planted() {
	}

	/**
	 * The records of the worlds.
	 * @return rows without headers, by file
	 */
	public static Map<String, String> rows() {
		Sheets sheets = new Sheets();
		for (String line : inAllWorlds("world.txt").lines().toList()) {
			if (!line.isBlank() && !line.startsWith("#")) {
				add(sheets, line);
			}
		}
		return sheets.texts();
	}

	/** A line such as {@code programs.csv | program_id=FX-P-A1 | name=...}. */
	private static void add(Sheets sheets, String line) {
		List<String> parts = List.of(line.split(" \\| "));
		List<Object> cells = new ArrayList<>(List.of("source", "Planted"));
		for (String part : parts.subList(1, parts.size())) {
			int equals = part.indexOf('=');
			cells.add(part.substring(0, equals).strip());
			cells.add(part.substring(equals + 1).strip());
		}
		sheets.add(parts.getFirst().strip(), cells.toArray());
	}

	/**
	 * The questions and their answers.
	 * @return a JSON list: for each world and question its {@code number}, whom it is
	 * asked by, the {@code document} and the {@code answer}; where the question is about
	 * what was, the {@code change} that is to be made first, by whom it says, and the
	 * question's variable {@code $before} is a time before that
	 */
	public static String answers() {
		return WORLDS.chars()
			.mapToObj((letter) -> inWorld(text("questions.json"), (char) letter).strip())
			.map((list) -> list.substring(1, list.length() - 1))
			.collect(Collectors.joining(",", "[", "]\n"));
	}

	private static String inAllWorlds(String resource) {
		return WORLDS.chars()
			.mapToObj((letter) -> inWorld(text(resource), (char) letter))
			.collect(Collectors.joining("\n"));
	}

	private static String inWorld(String text, char letter) {
		String number = String.valueOf(WORLDS.indexOf(letter) + 1);
		String rest = String.valueOf(10 - Integer.parseInt(number));
		Matcher ids = ID
			.matcher(text.replace("{w}", String.valueOf(letter)).replace("{n}", number).replace("{r}", rest));
		return ids.replaceAll((id) -> Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(id.group(1).getBytes(StandardCharsets.UTF_8)));
	}

	private static String text(String resource) {
		try (InputStream in = Objects.requireNonNull(Planted.class.getResourceAsStream("/synthetic/" + resource))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

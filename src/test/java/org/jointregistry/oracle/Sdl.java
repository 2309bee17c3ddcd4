package org.jointregistry.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The schema's files as this proof reads them: types with a label, the facts of
 * relationships, and the enums.
 *
 * @param types object types by name, in the order of the files
 * @param facts fields of the interfaces that relationships carry, by the interface's name
 * @param enums names of values by enum
 * @param interfaces fields that each interface declares or inherits, by its name
 * @param lists names of the connections at the root, by the interface that they are of
 * @param links names of the fields of each interface that lead to other nodes
 */
record Sdl(Map<String, Type> types, Map<String, Map<String, Field>> facts, Map<String, List<String>> enums,
		Map<String, Map<String, Field>> interfaces, Map<String, String> lists, Map<String, List<String>> links) {

	/**
	 * Reads the files in {@code schema}.
	 * @return the schema
	 */
	static Sdl read() {
		try (Stream<Path> files = Files.list(Path.of("schema"))) {
			return SdlReader.read(files.sorted().map(Sdl::text).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Type type(String name) {
		return Objects.requireNonNull(this.types.get(name), name);
	}

	/**
	 * The object types that an object of a type may be of.
	 * @param name an object type or an interface
	 * @return the object types, in the order of the files
	 */
	List<Type> concretes(String name) {
		return this.types.values()
			.stream()
			.filter((type) -> type.name().equals(name) || type.interfaces().contains(name))
			.toList();
	}

	boolean isAbstract(String name) {
		return !this.types.containsKey(name);
	}

	/**
	 * The scalars that an object or interface type has.
	 * @param name the type
	 * @return fields by name
	 */
	Map<String, Field> fields(String name) {
		return isAbstract(name) ? this.interfaces.getOrDefault(name, Map.of()) : type(name).fields();
	}

	/**
	 * Whether objects of a type may be searched for.
	 * @param name an object type or an interface
	 * @return true where one of the object types has a searched field
	 */
	boolean isSearched(String name) {
		return concretes(name).stream().anyMatch((type) -> !type.searched().isEmpty());
	}

	/**
	 * The relations that an object type has.
	 * @param name the type
	 * @return relations by name; none for an interface
	 */
	Map<String, Relation> relations(String name) {
		return isAbstract(name) ? Map.of() : type(name).relations();
	}

	/**
	 * The relations that may be selected of a type.
	 * @param name an object type or an interface
	 * @return relations, those of an interface as its first object type has them
	 */
	List<Relation> selectable(String name) {
		if (!isAbstract(name)) {
			return List.copyOf(type(name).relations().values());
		}
		Map<String, Relation> relations = concretes(name).getFirst().relations();
		return this.links.getOrDefault(name, List.of()).stream().map(relations::get).toList();
	}

	/**
	 * The interfaces that an object of a type may be asked for by.
	 * @param name an object type or an interface
	 * @return names of the types that share an object type with it, itself included
	 */
	List<String> overlapping(String name) {
		List<Type> own = concretes(name);
		return Stream.concat(this.types.keySet().stream(), this.interfaces.keySet().stream())
			.filter((other) -> concretes(other).stream().anyMatch(own::contains))
			.toList();
	}

	/**
	 * The facts that a kind of relationship carries.
	 * @param relationship its type
	 * @return fields by name; empty where it carries none
	 */
	Map<String, Field> factsOf(String relationship) {
		return this.types.values()
			.stream()
			.flatMap((type) -> type.relations().values().stream())
			.filter((relation) -> relation.type().equals(relationship) && relation.facts() != null)
			.findFirst()
			.map((relation) -> this.facts.getOrDefault(String.valueOf(relation.facts()), Map.of()))
			.orElse(Map.of());
	}

	/**
	 * Each kind of relationship once, from the type where it starts.
	 * @return relations, outgoing ones where both ends declare one
	 */
	List<Relation> relationships() {
		Map<String, Relation> found = new LinkedHashMap<>();
		List<Relation> all = new ArrayList<>();
		this.types.values().forEach((type) -> all.addAll(type.relations().values()));
		for (Relation relation : all) {
			for (Type far : concretes(relation.target())) {
				Relation ahead = relation.outgoing() ? relation.to(far.name()) : relation.turned(far.name());
				found.merge(ahead.owner() + " " + ahead.type() + " " + ahead.target(), ahead,
						(one, other) -> one.many() ? other : one);
			}
		}
		return List.copyOf(found.values());
	}

	/**
	 * An object type.
	 *
	 * @param name the type's name
	 * @param label of its nodes
	 * @param plural name of the connection of all of them
	 * @param rule name of the rule of the policy
	 * @param interfaces that it implements
	 * @param fields scalars by name
	 * @param relations by name
	 */
	record Type(String name, String label, String plural, String rule, List<String> interfaces,
			Map<String, Field> fields, Map<String, Relation> relations) {

		boolean isRecord() {
			return this.rule.equals("RECORD");
		}

		List<String> searched() {
			return this.fields.values().stream().filter(Field::searched).map(Field::name).toList();
		}

	}

	/**
	 * A stored value.
	 *
	 * @param name of the field
	 * @param scalar or enum
	 * @param list whether several
	 * @param required whether never null
	 * @param figure whether it is a figure
	 * @param reference the type whose keys it holds; null where it holds none
	 * @param currency the field that has the currency of an amount of money; null
	 * elsewhere
	 * @param searched whether objects are found by its words
	 * @param anchor whether a relationship is anchored in the records whose keys it holds
	 */
	record Field(String name, String scalar, boolean list, boolean required, boolean figure, @Nullable String reference,
			@Nullable String currency, boolean searched, boolean anchor) {

	}

	/**
	 * A field that follows a relationship.
	 *
	 * @param owner type that declares it
	 * @param name of the field
	 * @param type of the relationship
	 * @param outgoing whether it starts at the owner
	 * @param target type at the other end
	 * @param facts interface of its facts; null where it carries none
	 * @param many whether it is a list
	 * @param byRelease whether it is found by releases
	 * @param anchor whether the owner is anchored in what it leads to
	 * @param names whether the owner names what it leads to as a party
	 */
	record Relation(String owner, String name, String type, boolean outgoing, String target, @Nullable String facts,
			boolean many, boolean byRelease, boolean anchor, boolean names) {

		Relation to(String concrete) {
			return new Relation(this.owner, this.name, this.type, true, concrete, this.facts, this.many, false,
					this.anchor, this.names);
		}

		Relation turned(String concrete) {
			return new Relation(concrete, this.name, this.type, true, this.owner, this.facts, true, false, false,
					false);
		}

		/**
		 * The name that the types of its connection begin with.
		 * @return the target's name and the facts'
		 */
		String stem() {
			return this.target + Objects.requireNonNullElse(this.facts, "");
		}

	}

}

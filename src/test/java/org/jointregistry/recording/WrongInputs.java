package org.jointregistry.recording;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import graphql.language.Directive;
import graphql.language.InputValueDefinition;
import graphql.language.IntValue;
import graphql.language.NonNullType;
import graphql.language.StringValue;
import org.jspecify.annotations.Nullable;

import org.jointregistry.costsharing.Stage;

/**
 * Makes inputs wrong, one field at a time, in each way that the schema lets them be.
 */
final class WrongInputs {

	private static final String UNREADABLE = "BAD_INPUT";

	private final Declared schema;

	private final Map<String, Object> right;

	private final List<Wrong> all = new ArrayList<>();

	private WrongInputs(Declared schema, Map<String, Object> right) {
		this.schema = schema;
		this.right = right;
	}

	/**
	 * All ways in which an input may be wrong.
	 * @param schema says what may be in its fields
	 * @param attempt whose input is right
	 * @param right its input, with an idempotency key
	 * @return wrong inputs
	 */
	static List<Wrong> of(Declared schema, Attempt attempt, Map<String, Object> right) {
		WrongInputs wrong = new WrongInputs(schema, right);
		List<Place> places = schema.places(attempt);
		places.forEach((place) -> {
			wrong.add(place);
			wrong.itself(place, places);
		});
		return wrong.all;
	}

	private void add(Place place) {
		InputValueDefinition field = place.field();
		texts(place);
		numbers(place);
		lists(place);
		dates(place);
		ids(place);
		if (!Declared.named(field.getType()).equals("ID")) {
			unreadable(place, Map.of("an", "object"));
		}
		if (!Declared.isList(field.getType())) {
			ofType(place).forEach((value) -> unreadable(place, value));
		}
		if (field.getType() instanceof NonNullType) {
			unreadable(place, null);
			if (field.getDefaultValue() == null) {
				this.all.add(new Wrong(place, place.without(this.right), UNREADABLE));
			}
		}
	}

	private void texts(Place place) {
		Directive text = find(place, "text");
		if (text != null) {
			for (String value : List.of("", " \t", "x".repeat(number(text, "longest") + 1), "bell\u0007",
					"turned\u202Etxet", "null\u0000")) {
				refused(place, value, "TEXT_INVALID");
			}
			if (text.getArgument("lines") == null) {
				refused(place, "two\nlines", "TEXT_INVALID");
			}
		}
	}

	private void numbers(Place place) {
		Directive range = find(place, "range");
		if (range != null) {
			refused(place, number(range, "from") - 1, "OUT_OF_RANGE");
			refused(place, number(range, "to") + 1, "OUT_OF_RANGE");
			refused(place, Integer.MAX_VALUE, "OUT_OF_RANGE");
			refused(place, Integer.MIN_VALUE, "OUT_OF_RANGE");
		}
	}

	private void lists(Place place) {
		Directive most = find(place, "atMost");
		if (most != null) {
			Object element = element(place);
			refused(place, Collections.nCopies(number(most, "length") + 1, element), "TOO_MANY");
			unreadable(place, Collections.singletonList(null));
			if (place.targets().isEmpty()) {
				unreadable(place, List.of(List.of(element)));
			}
			else {
				this.all.add(new Wrong(place, place.with(this.right, List.of(element, element)),
						"NAMED_TWICE " + place + " 1"));
			}
		}
		if (place.field().hasDirective("entries")) {
			refused(place, List.of(), "TOO_FEW");
		}
		if (this.schema.isInput(place.field()) && place.in(this.right) instanceof List<?> list) {
			unreadable(place, List
				.of(new Place(List.of("noSuchField"), place.field(), Map.of()).with(object(list.getFirst()), 1)));
		}
	}

	private Object element(Place place) {
		return (place.in(this.right) instanceof List<?> list && !list.isEmpty()) ? list.getFirst() : "nation:DEU";
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> object(Object element) {
		return (Map<String, Object>) element;
	}

	/** Whatever is given for a global id is read as a text, and no record has it. */
	private void ids(Place place) {
		if (!place.targets().isEmpty()) {
			String type = place.targets().keySet().iterator().next();
			for (Object value : List.of(5, true, Map.of("an", "object"), "", " ", "FX-OSPREY", "null",
					"\u0000\uD83D\uDE00", Stage.id(type, "FX-REC-ABSENT"), Stage.id(type, ""),
					Stage.id(type, "x' OR 1=1 //"), Stage.id("`" + type + "`", "DEU"),
					Stage.id("AuditEntry", "FX-REC-ABSENT"), Stage.id("NoSuchType", "DEU"),
					Stage.id(type, "FX-REC-ABSENT") + "==", "x".repeat(10_000))) {
				boolean list = Declared.isList(place.field().getType());
				this.all.add(new Wrong(place, place.with(this.right, list ? List.of(element(place), value) : value),
						"NOT_FOUND"));
			}
		}
	}

	/** The record itself, where a field leads to others of its type. */
	private void itself(Place place, List<Place> places) {
		places.stream()
			.filter((each) -> !place.targets().isEmpty() && each.targets().equals(place.targets()))
			.filter((each) -> !each.equals(place) && isSubject(each))
			.forEach((subject) -> refused(place, Objects.requireNonNull(subject.in(this.right)), "NAMES_ITSELF"));
	}

	private static boolean isSubject(Place place) {
		Directive sets = find(place, "sets");
		return sets != null && text(sets, "field").equals("id");
	}

	private void dates(Place place) {
		if (place.field().hasDirective("hasCome")) {
			refused(place, "9998", "IN_THE_FUTURE");
		}
		for (Directive date : place.field().getDirectives("notBefore")) {
			Map<String, @Nullable Object> begun = place.beside(text(date, "field")).with(this.right, "2021-06");
			this.all.add(new Wrong(place, place.with(begun, "2021-05-31"), "PERIOD_REVERSED " + place));
		}
	}

	private List<Object> ofType(Place place) {
		String type = Declared.named(place.field().getType());
		if (this.schema.isEnum(place.field())) {
			return List.of("NO_SUCH_VALUE", "", 1, true);
		}
		return switch (type) {
			case "String" -> List.of(5, true);
			case "ID" -> List.of();
			case "Int" -> List.of("2020", 2020.5, 3_000_000_000L, true);
			case "Boolean" -> List.of("true", 1);
			case "Decimal" -> List.of("", "x", "1e9", "NaN", "0.00001", "100000000000000", true);
			case "MoneyAmount" -> List.of("", "x", 0, "-1", "0.00001", "100000000000000", true);
			case "Percent" -> List.of("", "x", -1, "100.0001", true);
			case "CurrencyCode" -> List.of("", "EURO", "eur", "XQQ", 978);
			case "PartialDate" -> List.of("", "yesterday", "2020-13", "2020-02-30", 2020);
			case "DateTime" -> List.of("", "yesterday", "2020-01-01", 2020);
			default -> throw new IllegalStateException("What is a wrong " + type + "?");
		};
	}

	private void refused(Place place, Object value, String code) {
		this.all.add(new Wrong(place, place.with(this.right, value), code + " " + place));
	}

	private void unreadable(Place place, @Nullable Object value) {
		this.all.add(new Wrong(place, place.with(this.right, value), UNREADABLE));
	}

	private static @Nullable Directive find(Place place, String name) {
		return place.field().hasDirective(name) ? place.field().getDirectives(name).getFirst() : null;
	}

	private static String text(Directive directive, String name) {
		return Objects.requireNonNull(((StringValue) directive.getArgument(name).getValue()).getValue());
	}

	private static int number(Directive directive, String name) {
		return ((IntValue) directive.getArgument(name).getValue()).getValue().intValueExact();
	}

}

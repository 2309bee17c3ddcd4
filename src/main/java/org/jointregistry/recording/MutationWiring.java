package org.jointregistry.recording;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeDefinitionRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

import org.jointregistry.access.Viewer;
import org.jointregistry.read.GraphModel;
import org.jointregistry.read.Reads;
import org.jointregistry.read.Row;

/**
 * Wires the declared mutations: each gives its input to the {@link Recorder}, and its
 * payload answers with the records as the viewer may see them, through the read engine.
 */
@Component
class MutationWiring implements RuntimeWiringConfigurer {

	private static final String ERRORS = "errors";

	private final Map<String, Mutation> mutations;

	private final Recorder recorder;

	private final Reads reads;

	MutationWiring(TypeDefinitionRegistry schema, GraphModel model, Recorder recorder, Reads reads) {
		this.mutations = MutationReader.read(schema, model);
		this.recorder = recorder;
		this.reads = reads;
	}

	@Override
	public void configure(RuntimeWiring.Builder wiring) {
		this.mutations.forEach((name, mutation) -> {
			wiring.type("Mutation", (type) -> type.dataFetcher(name, (field) -> record(mutation, field)));
			wiring.type(payload(name), (type) -> type.dataFetcher(ERRORS, (DataFetcher<Object>) MutationWiring::errors)
				.defaultDataFetcher(this::records));
		});
	}

	private static String payload(String mutation) {
		return Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Payload";
	}

	private Outcome record(Mutation mutation, DataFetchingEnvironment field) {
		Viewer viewer = Objects.requireNonNull(field.getGraphQlContext().get("viewer"), "No viewer, no change");
		return this.recorder.record(mutation, Objects.requireNonNull(field.getArgument("input")), viewer);
	}

	private static Outcome outcome(DataFetchingEnvironment payload) {
		return Objects.requireNonNull(payload.getSource());
	}

	private static Object errors(DataFetchingEnvironment field) {
		return switch (outcome(field)) {
			case Outcome.Done _ -> List.of();
			case Outcome.Refused refused -> refused.errors();
		};
	}

	private @Nullable Object records(DataFetchingEnvironment field) {
		return switch (outcome(field)) {
			case Outcome.Refused _ -> null;
			case Outcome.Done done when GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(field.getFieldType())) ->
				several(done, field);
			case Outcome.Done done -> this.reads.one(done.records().getFirst(), field);
		};
	}

	private List<Row> several(Outcome.Done done, DataFetchingEnvironment field) {
		Map<String, Row> found = this.reads.several(done.records(), field);
		return done.records()
			.stream()
			.filter(found::containsKey)
			.map((id) -> Objects.requireNonNull(found.get(id)))
			.toList();
	}

}
